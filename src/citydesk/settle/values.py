"""How two values of one property compare: the same, one says more than the other, or something else.

In: two JSON values as claims have them. Out: a `Match`. Which of them stands is left to `rules.py`.
"""

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from pydantic import JsonValue

from citydesk.link import days_of, plain_name, plain_street, plain_words, same_name


class Match(Enum):
    """What a first value is to a second one."""

    SAME = "same"
    MORE = "more"
    """It says the same, and more: a day in a month, a full name for a last name."""
    LESS = "less"
    OTHER = "other"


def compare_values(name: str, a: JsonValue, b: JsonValue) -> Match:
    """How two values of the property `name` compare."""
    if a == b:
        return Match.SAME
    compare = _COMPARE.get(name)
    if compare is None or not isinstance(a, str) or not isinstance(b, str):
        return Match.OTHER
    return compare(a, b)


@lru_cache(maxsize=4_000)
def _compare_dates(a: str, b: str) -> Match:
    """A day says more than the interval that it lies in."""
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return Match.OTHER
    return _by_inclusion(
        first == second,
        second[0] <= first[0] and first[1] <= second[1],
        first[0] <= second[0] and second[1] <= first[1],
    )


@lru_cache(maxsize=4_000)
def _compare_names(a: str, b: str) -> Match:
    """The name with more words says more, where it can be the same person's; two spellings are something else."""
    first, second = plain_name(a), plain_name(b)
    if first is None or second is None or first == second:
        return Match.SAME if first == second else Match.OTHER
    if not same_name(first, second):
        return Match.OTHER
    return _compare_words(first, second)


@lru_cache(maxsize=4_000)
def _compare_streets(a: str, b: str) -> Match:
    """A house says more than its block, a block more than its street, a crossing more than one of the two streets."""
    first, second = plain_street(a), plain_street(b)
    if first is None or second is None:
        return _compare_words(a, b)
    mine, yours = set(first.name.split(" & ")), set(second.name.split(" & "))
    if mine != yours:
        return _by_inclusion(False, mine > yours, mine < yours)
    if first.block != second.block:
        return _by_inclusion(False, second.block is None, first.block is None)
    return _by_inclusion(_is_block(a) == _is_block(b), _is_block(b), _is_block(a))


def _is_block(address: str) -> bool:
    return "block" in address.casefold()


@lru_cache(maxsize=4_000)
def _compare_words(a: str, b: str) -> Match:
    """The one that has all words of the other, and more, says more."""
    first, second = set(plain_words(a)), set(plain_words(b))
    return _by_inclusion(first == second, first > second, first < second)


def _by_inclusion(same: bool, more: bool, less: bool) -> Match:
    if same:
        return Match.SAME
    return Match.MORE if more else Match.LESS if less else Match.OTHER


_COMPARE: dict[str, Callable[[str, str], Match]] = {
    "date": _compare_dates,
    "name": _compare_names,
    "place.address": _compare_streets,
    **dict.fromkeys(("place.name", "place.neighborhood", "place.city", "place.county"), _compare_words),
    **dict.fromkeys(("race", "rank", "agency", "condition", "wound", "charges"), _compare_words),
}
"""Properties whose values can say more or less; of all others two values are the same or not."""
