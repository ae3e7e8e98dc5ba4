"""Which tellings are worth comparing: those that share a key.

In: a telling. Out: its keys. A key holds something that two tellings of one incident are likely to have in common and
few others have: a name in a state, a city and its days, a street and its weeks, a person's age and the days, what is
rare among shootings (a child, many hit) and the season, wording.
So cost grows with the number of reports, and not with its square. A key depends on its telling alone, never on what
else there is; how alike two tellings are is left to `features.py`.
"""

from collections.abc import Iterator
from itertools import islice

from citydesk.link.rarity import rarity_of
from citydesk.link.telling import Telling

_DAYS = 4
"""Tellings of a city whose days are this far apart, or less, are always compared; from twice as far, never."""
_WEEKS = 28
"""The same for tellings of a street or a named place, which fewer have in common."""
_SEASON = 120
"""The same for publication days of reports that name a person but no state."""
_LONGEST = 10
"""A date known only to an interval longer than so many days is as good as none."""
_WEEK = 8
_YEAR = 365
"""Days of a span in which tellings that share a rare word are compared."""
_CHILD, _OLD = 13, 65
"""Ages up to and from which a person is seldom in a shooting: of a day's 130 in the country, in some five."""
_MANY = 4
"""Killed and wounded from which a shooting is one of two a day in the country."""
_RARE = 500
_RAREST = 650
"""Rarities from which a word makes a key: one report in 150 has it, or one in 650."""
_MOST_WORDS = 20
"""Rare words of a telling that make keys."""
_MOST_NAMES = 12
"""Rare proper names of a telling that make keys. With 200, 1 more of 1,000 true pairs share one."""
_BAND = 4
"""Slots of the signature in a key: two texts of which half is the same share a band of 16 in 2 of 3 cases, of which
four fifths is the same in all but 1 in 5,000."""


def keys_of(telling: Telling) -> tuple[str, ...]:
    """The keys of a telling, sorted. Two tellings are candidates for one incident where they share a key."""
    found = {
        *_by_name(telling),
        *_by_place(telling),
        *_by_age(telling),
        *_by_rare_kind(telling),
        *_by_rare_words(telling),
        *_by_proper_names(telling),
        *_by_wording(telling),
    }
    return tuple(sorted(found))


def _by_name(telling: Telling) -> Iterator[str]:
    """A participant's last name and the first letters of the first, with the state or the season."""
    for person in telling.people:
        if person.name is None or " " not in person.name:
            continue
        words = person.name.split()
        name = f"{words[-1]},{words[0][:3]}"
        if telling.state is not None:
            yield f"name|{name}|{telling.state}"
        if telling.published is not None:
            yield from (f"name|{name}|{at}" for at in _windows(telling.published, telling.published, _SEASON))


def _by_place(telling: Telling) -> Iterator[str]:
    """The city or county with the days; the street or named place with the weeks; a block or crossing at any time."""
    if telling.street is not None and (telling.block is not None or "&" in telling.street):
        yield f"spot|{telling.street}|{telling.block or ''}|{telling.state or ''}"
    days = _days_of(telling)
    if days is None:
        return
    for area in (telling.city, telling.county):
        if area is not None:
            yield from (f"area|{area}|{telling.state or ''}|{at}" for at in _windows(*days, _DAYS))
    for spot in (telling.street, telling.site):
        if spot is not None:
            yield from (f"spot|{spot}|{telling.state or ''}|{at}" for at in _windows(*days, _WEEKS))


def _by_age(telling: Telling) -> Iterator[str]:
    """The age of each participant with the state and the days, for where the city is missing or read wrong."""
    days = _days_of(telling)
    if days is None or telling.state is None:
        return
    for person in telling.people:
        if person.age is not None:
            yield from (f"age|{person.age}|{telling.state}|{at}" for at in _windows(*days, _DAYS))


def _by_rare_kind(telling: Telling) -> Iterator[str]:
    """A child or an old person, by age, and that many were hit: in the country with the days, in a state the season.

    So reports find each other that give the place wrongly, and those of the court the ones of the day.
    """
    ages = sorted({p.age for p in telling.people if p.age is not None and not _CHILD < p.age < _OLD})
    rare = [f"aged {age}" for age in ages]
    if (telling.killed or 0) + (telling.injured or 0) >= _MANY:
        rare.append("many")
    days = _days_of(telling)
    for what in rare:
        if days is not None:
            yield from (f"rare|{what}|{at}" for at in _windows(*days, _DAYS))
        if telling.published is not None and telling.state is not None:
            yield from (
                f"rare|{what}|{telling.state}|{at}" for at in _windows(telling.published, telling.published, _SEASON)
            )


def _by_rare_words(telling: Telling) -> Iterator[str]:
    """The rarest words: names and places that the reader did not take for such.

    With the week in the whole country; with the state and the year, those that hardly any report has. Which of many is
    decided by the hash, so that two tellings that share most of their words choose the same ones.
    """
    days = _days_of(telling)
    if days is None:
        return
    rare = sorted((-rarity_of((word,)), word) for word in telling.words | telling.title_words)[:_MOST_WORDS]
    for rarity, word in rare:
        if -rarity >= _RARE:
            yield from (f"word|{word:x}|week|{at}" for at in _spans(*days, _WEEK))
        if -rarity >= _RAREST and telling.state is not None:
            yield from (f"word|{word:x}|{telling.state}|{at}" for at in _spans(*days, _YEAR))


def _by_proper_names(telling: Telling) -> Iterator[str]:
    """The rare proper names in the text, with the state and two years: who was shot, where, however it was read.

    So long, since trials come late; no longer, since the police's spokesmen have names too. Which of many is decided by
    the hash, as for rare words.
    """
    days = _days_of(telling)
    if telling.state is None or days is None:
        return
    rare = (name for name in sorted(telling.names) if rarity_of((name,)) >= _RAREST)
    for name in islice(rare, _MOST_NAMES):
        yield from (f"called|{name:x}|{telling.state}|{at}" for at in _spans(*days, 2 * _YEAR))


def _by_wording(telling: Telling) -> Iterator[str]:
    """The bands of the signature: copies share some of them."""
    if telling.signature:
        bands = zip(*(telling.signature[n::_BAND] for n in range(_BAND)), strict=True)
        yield from (f"text|{n}|{'.'.join(f'{v:x}' for v in band)}" for n, band in enumerate(bands))


def _days_of(telling: Telling) -> tuple[int, int] | None:
    """The days of the incident, else of the publication, by which it is found."""
    first, last = telling.first_day, telling.last_day
    if first is not None and last is not None and last - first < _LONGEST:
        return first, last
    return None if telling.published is None else (telling.published, telling.published)


def _windows(first: int, last: int, days: int) -> range:
    """Numbers of the windows, each of twice `days` and begun every `days`, that hold any of the days given.

    Every day lies in two, so that two days up to `days` apart share one.
    """
    return range(first // days - 1, last // days + 1)


def _spans(first: int, last: int, days: int) -> range:
    """Numbers of the spans, one after the other, that hold any of the days given.

    Two days on either side of a border share none; tellings that share one rare word mostly share more to be found by.
    """
    return range(first // days, last // days + 1)
