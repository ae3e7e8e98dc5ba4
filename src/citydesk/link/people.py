"""Whether two tellings have the same people in them: by name, by age, by what happened to them.

In: the participants of two tellings. Out: levels for `features.py`, the same in either order.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from citydesk.link.names import same_name
from citydesk.link.telling import Telling, ToldPerson
from citydesk.link.words import hash_name

People = Sequence[ToldPerson]


def compare_names(a: People, b: People) -> str | None:
    """How well the names agree; None where one of the two names nobody."""
    named_a, named_b = _names(a), _names(b)
    if not named_a or not named_b:
        return None
    full = min(_full_matches(named_a, named_b), _full_matches(named_b, named_a))
    if full:
        return "two names or more" if full > 1 else "one name"
    if any(same_name(x, y) for x in named_a for y in named_b):
        return "a last name"
    return _others(a, b)


def _others(a: People, b: People) -> str:
    """Who it is that is named differently: two names for the victims weigh more than two for others."""
    for role in ("victim", "suspect"):
        if all(_names([p for p in people if p.role == role]) for people in (a, b)):
            return f"other {role}s"
    return "other people"


def compare_mentions(a: Telling, b: Telling) -> str | None:
    """How many of those whom one names in full stand in the other's text; None where neither names anybody so."""
    full_a, full_b = (sorted({p.name for p in x.people if p.name is not None and " " in p.name}) for x in (a, b))
    if (not full_a and not full_b) or not a.names or not b.names:
        return None
    found = max(sum(_stands_in(x, b.names) for x in full_a), sum(_stands_in(x, a.names) for x in full_b))
    return "nobody" if not found else "one person" if found == 1 else "two people or more"


def _stands_in(name: str, names: frozenset[int]) -> bool:
    """Whether first and last name stand side by side, with or without those between."""
    words = name.split()
    return hash_name(words[0], words[-1]) in names or all(hash_name(*two) in names for two in pairwise(words))


def _names(people: People) -> list[str]:
    return [person.name for person in people if person.name is not None]


def _full_matches(a: Sequence[str], b: Sequence[str]) -> int:
    """How many names of the one the other has too."""
    return sum(any(_full_match(x, y) for y in b) for x in a)


def _full_match(a: str, b: str) -> bool:
    return " " in a and " " in b and same_name(a, b)


def compare_ages(a: People, b: People) -> str | None:
    """How well the ages agree; None where one of the two gives none."""
    first, second = _ages(a), _ages(b)
    if not first or not second:
        return None
    shared = sum((first & second).values())
    if not shared:
        near = any(abs(x - y) == 1 for x in first for y in second)
        return "a year apart" if near else "different"
    fewer = min(first.total(), second.total())
    if shared == fewer:
        return "the same" if fewer > 1 else "the one"
    return "some the same"


def _ages(people: People) -> Counter[int]:
    return Counter(person.age for person in people if person.age is not None)


def compare_sexes(a: People, b: People) -> str | None:
    """Whether one tells of men or women where the other has none; None where one of the two says of nobody."""
    first, second = (_sexes(a), _sexes(b))
    if not first or not second:
        return None
    if first == second:
        return "the same"
    return "some the same" if first.keys() & second.keys() else "different"


def _sexes(people: People) -> Counter[str]:
    counted: Counter[str] = Counter()
    for person in people:
        if person.sex is not None:
            counted[person.sex] += person.count
    return counted


def compare_persons(a: People, b: People) -> str | None:
    """Whether somebody is the same in age, sex and outcome; None where one of the two tells so much of nobody."""
    first, second = _described(a), _described(b)
    if not first or not second:
        return None
    shared = len(first & second)
    return "nobody" if not shared else "one person" if shared == 1 else "two people or more"


def _described(people: People) -> frozenset[tuple[int, str, str]]:
    return frozenset(
        (p.age, p.sex, p.outcome) for p in people if p.age is not None and p.sex is not None and p.outcome is not None
    )
