"""Ages as news words them: "25-year-old", "sixteen year old", ", 25,", "(25)", "ages 5 and 7", "6-month-old".

In: the words of a report and a place among them. Out: the ages that begin there and where they end. An age in months
counts as full years (6 months is 0, as in the gold guidelines).
"""

import re
from typing import NamedTuple

from citydesk.read.page.numerals import resolve_number
from citydesk.read.page.words import Words

_OLD = re.compile(
    r"(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)-?(?P<unit>year|yr|month|mo|week|day|hour)s?-?olds?", re.IGNORECASE
)
_UNITS = frozenset("year years yr yrs month months week weeks day days".split())
_YEARS = frozenset("year years yr yrs year-old".split())
_NEAR_AGE = frozenset(("year", "yr", "yrs", "mont", "week", "day", "days", "old", "-"))
_MAX_YEARS = 110


class Ages(NamedTuple):
    """Ages that words give, and the half-open range of the words."""

    values: tuple[int, ...]
    first: int
    last: int


def find_age_before(words: Words, at: int) -> Ages | None:
    """The age that begins at a word, in the form that stands before or for a person ("a 14-year-old boy")."""
    word = _lower(words, at)
    if not (word.endswith(("old", "olds", "-year")) or _lower(words, at + 1)[:4] in _NEAR_AGE):
        return None
    mark = _OLD.fullmatch(word)
    if mark and (value := _years(mark["n"], mark["unit"])) is not None:
        return Ages((value,), at, at + 1)
    number = _lower(words, at).removesuffix("-year")
    if number != _lower(words, at) and _lower(words, at + 1).startswith("old"):
        value = _years(number, "year")
        return None if value is None else Ages((value,), at, at + 2)
    return _age_apart(words, at) or _ages_sharing(words, at)


def _age_apart(words: Words, at: int) -> Ages | None:
    """As in "25 year old", "sixteen year-old", "25- year-old", "8 month old"."""
    unit = at + 1 + (_lower(words, at + 1) == "-")
    word = _lower(words, unit)
    if word in ("year-old", "years-old", "month-old", "year-olds"):
        end = unit + 1
    elif word in _UNITS and _lower(words, unit + 1 + (_lower(words, unit + 1) == "-")) in ("old", "olds"):
        end = unit + 2 + (_lower(words, unit + 1) == "-")
    else:
        return None
    value = _years(_lower(words, at), word)
    return None if value is None else Ages((value,), at, end)


def _ages_sharing(words: Words, at: int) -> Ages | None:
    """As in "14- and 15-year-old": all but the last say only the number."""
    values: list[int] = []
    while _lower(words, at).isdecimal() and _lower(words, at + 1) == "-":
        value = _years(_lower(words, at), "year")
        following = at + 2 + (_lower(words, at + 2) == ",")
        following += _lower(words, following) == "and"
        if value is None or following == at + 2:
            return None
        values.append(value)
        mark = _OLD.fullmatch(_lower(words, following))
        last = _years(mark["n"], mark["unit"]) if mark else None
        if last is not None:
            return Ages((*values, last), at - 2 * (len(values) - 1), following + 1)
        at = following
    return None


def find_age_behind(words: Words, at: int) -> Ages | None:
    """The ages that stand behind a person, beginning with the comma or bracket: ", 25,", "(25)", ", ages 5 and 7"."""
    mark = _lower(words, at)
    if mark in ("age", "aged", "ages"):
        return _listed(words, at + 1, at)
    if mark not in (",", "(", "-", "–", "—"):
        return None
    inner = at + 1
    said = _lower(words, inner) in ("age", "aged", "ages", "both", "each", "also", "now", "then", "only")
    while _lower(words, inner) in ("age", "aged", "ages", "both", "each", "also", "now", "then", "only"):
        inner += 1
    found = _listed(words, inner, at)
    if found is None or (mark in "-–—" and not said):
        return None
    if mark == "(":
        return Ages(found.values, at, found.last + 1) if _lower(words, found.last) == ")" else None
    if said or _lower(words, found.last - 1) == "old":
        return found
    return found if _closes(words, found.last) and _plausible(words, inner, found) else None


def find_ages_listed(words: Words, at: int) -> Ages | None:
    """A list of bare numbers that begins at a word: "14, 16 and 17 years old"."""
    return _listed(words, at, at)


def _listed(words: Words, at: int, first: int) -> Ages | None:
    values: list[int] = []
    end = at
    while True:
        value = _number(_lower(words, at))
        if value is None or len(values) > 8:
            break
        end = at + 1
        if _lower(words, end) in _UNITS:
            unit = _lower(words, end)
            value = value if unit in _YEARS else value // 12 if unit.startswith("mo") else 0
            end += 1 + (_lower(words, end + 1) == "old")
        values.append(value)
        at = end + (_lower(words, end) == ",")
        joined = _lower(words, at) in ("and", "&")
        at += joined
        if not joined and at == end:
            break
    return Ages(tuple(values), first, end) if values else None


def _plausible(words: Words, at: int, found: Ages) -> bool:
    """Whether bare numbers behind a comma are ages, and not a count that goes on ("two men, one of them")."""
    spelt = [words.all[n].lower for n in range(at, found.last) if words.all[n].text.isalpha()]
    return all(word in ("and", "&") or (len(found.values) == 1 and word != "one") for word in spelt)


def _closes(words: Words, at: int) -> bool:
    """Whether what follows a bare number lets it be an age: a mark, a place of residence or a verb."""
    following = _lower(words, at)
    return following in _AFTER_AGE or not following[:1].isalnum()


_AFTER_AGE = frozenset(
    "of from and was were is are had has who died remains remained faces faced with in at on told said by but as or "
    "after suffered sustained pleaded for also both all allegedly went did shot fired turned to when outside during "
    "near inside while appeared fled walked ran will could would may later got lived lives, opened received".split()
)


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if int(word) <= _MAX_YEARS and not word.startswith("00") else None
    value = resolve_number(word) if word.isalpha() and word not in ("a", "an", "another", "single") else None
    return value if value is not None and value <= _MAX_YEARS else None


def _years(number: str, unit: str) -> int | None:
    value = _number(number) if number.isdecimal() else resolve_number(number.replace(" ", "-"))
    if value is None or value > _MAX_YEARS:
        return None
    if unit.startswith("mo"):
        return value // 12
    return value if unit.startswith("y") else 0


def _lower(words: Words, at: int) -> str:
    return words.all[at].lower if 0 <= at < len(words.all) else ""
