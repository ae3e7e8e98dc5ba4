"""Cities, counties and states named in a text.

In: a document, and the spans that addresses and the like took. Out: mentions, each with every place that it could mean
and with the state that is said behind it. Which place is meant is `resolved.py`'s question; how the mention stands in
its sentence is `frames.py`'s.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import PlaceFrame, PlaceLevel
from citydesk.read.where.capitals import (
    COUNTY_BEHIND,
    Word,
    city_last,
    county_last,
    cut_words,
    sides_of,
    state_last,
    unpossessed,
)
from citydesk.read.where.frames import (
    AWAY,
    DIRECTIONS,
    HEADLINE_NOUNS,
    INSTITUTIONS,
    IS_AWAY,
    OPENERS,
    frame_of,
    is_of_state,
)
from citydesk.read.where.gazetteer import (
    City,
    County,
    cities_named,
    counties_named,
    name_key,
)
from citydesk.read.where.nicknames import Nicknamed, city_nicknamed
from citydesk.read.where.nottowns import ABROAD, DAYS_BEHIND, NEVER, SEASONS, WORDS_TOO
from citydesk.read.where.outlets import states_of_outlet
from citydesk.read.where.states import BEHIND_CITY, state_code
from citydesk.read.who.names import is_first_name

_STATE_BEHIND = re.compile(
    rf"(?:, ?| \()(?P<state>{BEHIND_CITY.pattern})(?![\w’'])(?! (?:County|Parish|Co\.))|"
    rf" (?P<code>[A-Z]{{2}})(?= \d{{5}}\b|[.,;:)]|\s*(?:$|\n|\(|-|–|—|\|))"
)
_OF_STATE = re.compile(r"\b(?:up|down)?state (?:of )?$", re.IGNORECASE)
_STATE_OFFICE = re.compile(r" (?:State|state)\b(?! (?:Avenue|Street|University))")
"""What makes New York and Washington the states: "upstate New York", "the New York State Police"."""
_HONORED = re.compile(r"['’]s? (?:honor|memory|name|case|favor|defense|possession|absence|words|arms|death)\b")
"""What makes a name behind "in" somebody's: "in Anderson's honor"."""
_TOWN_BEFORE = re.compile(
    r"\b(?:city|town|village|borough|township|hamlet|suburb|community|municipality)(?:ship)? of $", re.IGNORECASE
)
_TOWNSHIP = re.compile(r" Township\b")
_TOWN_BEHIND = re.compile(r" (?:Township|Twp\.?)(?!\w)")
_POLICE_BEHIND = re.compile(
    r" (?:Police Department|police (?:said|chief|officers?|department|Chief|Sgt|Lt)|Police Chief)\b"
)
_SHERIFF_BEHIND = re.compile(r"(?:['’]s?)? (?:[Ss]heriff|SHERIFF)")
"""What makes Los Angeles the county of the name: "the Los Angeles Sheriff’s Department"."""
_LONE_FRAMES = frozenset((PlaceFrame.IN, PlaceFrame.DATELINE))
_SURE = frozenset((PlaceFrame.IN, PlaceFrame.DATELINE, PlaceFrame.NEAR, PlaceFrame.AGENCY))
"""Frames in which only a place stands."""
_SEASON_FRAMES = frozenset((PlaceFrame.IN, PlaceFrame.EVENT, PlaceFrame.PEOPLE))
_WEAK = frozenset((PlaceFrame.BARE, PlaceFrame.ELSEWHERE, PlaceFrame.MOVED))
_PERSONAL = frozenset((*_WEAK, PlaceFrame.PEOPLE, PlaceFrame.EVENT))
"""Frames in which a small town's name may be a person's; the second, where it is also a first name."""
_KNOWN_TO_ALL = 100_000
_WELL_KNOWN = 35_000
"""People of a city that is meant before "police", though its name is a word ("Buffalo police")."""
_COUNTY = "County"
_AGED = ("-year-old ", " year old ")
"""What stands before a town's name that is a first name elsewhere: "a 19-year-old Beverly man"."""
_NO_TOWN = frozenset("the state county city same".split())
_LONGEST_TOWN = 3


@dataclass(frozen=True, slots=True)
class Locality:
    """Words that name a city, county or state, unresolved."""

    span: Span
    level: PlaceLevel
    name: str
    """As worded, without a possessive; of a county with "County"; of a state its two letters."""
    frame: PlaceFrame
    stated: str | None = None
    """The state said behind it ("Springfield, Ill.")."""
    could_be: tuple[City | County, ...] = ()
    """What the gazetteer has of that name, the largest first."""
    state_span: Span | None = None
    """Where that state is said."""


class _Named(NamedTuple):
    """What some words may name."""

    level: PlaceLevel
    name: str
    could_be: tuple[City | County, ...] = ()


def find_localities(document: Document, taken: Sequence[Span]) -> list[Locality]:
    """Every city, county and state named in a document outside the spans already taken, in order."""
    words = cut_words(document.text)
    starts = [span.start for span in taken]
    found: list[Locality] = []
    n = 0
    while n < len(words):
        after = n + 1
        if words[n].capital and not _is_taken(taken, starts, words[n].start):
            locality, after = _locality_at(document, words, n)
            if locality is not None:
                found.append(locality)
                after = _behind_state(words, locality, after)
        n = after
    return _with_states(_without_persons(document, words, found))


def _of_sheriff(name: str) -> _Named | None:
    """The county whose sheriff a name without "County" stands before; None for a city that has a sheriff itself."""
    counties = counties_named(name)
    if not counties:
        return None
    return _Named(PlaceLevel.COUNTY, f"{name} {counties[0].name.rpartition(' ')[2]}", counties)


def _is_town_at_length(text: str, words: list[Word], n: int) -> bool:
    """Whether two capitals of which the first alone is a word are a town's ("the town of West Sweden")."""
    if n + 1 >= len(words) or words[n].lower not in WORDS_TOO or city_last(words, n) != n + 1:
        return False
    if not (words[n + 1].joined and words[n + 1].capital) or words[n + 1].lower in INSTITUTIONS:
        return False
    said = _STATE_BEHIND.match(text, words[n + 1].end)
    return bool(said and said["state"]) or bool(_TOWN_BEFORE.search(text, max(0, words[n].start - 30), words[n].start))


def _behind_state(words: list[Word], place: Locality, n: int) -> int:
    """The first word from `n` on that is not of the state said behind a place."""
    end = place.state_span.end if place.state_span else 0
    while n < len(words) and words[n].start < end:
        n += 1
    return n


def _is_taken(taken: Sequence[Span], starts: list[int], offset: int) -> bool:
    n = bisect_right(starts, offset) - 1
    return n >= 0 and offset < taken[n].end


def _locality_at(document: Document, words: list[Word], n: int) -> tuple[Locality | None, int]:
    """The locality that begins at a word, and the word to go on with."""
    text = document.text
    if unpossessed(words[n].lower) in NEVER:
        return None, n + 1
    nicknamed = city_nicknamed(words[n].text) or city_nicknamed(unpossessed(words[n].text))
    if nicknamed is not None:
        return _nicknamed(document, words, n, nicknamed)
    county = county_last(text, words, n)
    if county > n:
        return _county(document, words, n, county)
    city = city_last(words, n)
    if city == n and "-" in words[n].text and counties_named(unpossessed(words[n].text)):
        return _county(document, words, n, n + 1)  # "in Northwest Miami-Dade"
    if city > n and _SHERIFF_BEHIND.match(text, words[city - 1].end):
        named = _of_sheriff(unpossessed(text[words[n].start : words[city - 1].end]))
        if named is not None:
            return _placed(document, words, n, city, named), city
    if _is_town_at_length(text, words, n):
        return _unknown_town(document, words, n)
    state = state_last(words, n)
    if state >= city and state > n:
        return _state(document, words, n, state)
    if city > n:
        name = unpossessed(text[words[n].start : words[city - 1].end])
        return _placed(document, words, n, city, _Named(PlaceLevel.CITY, name, cities_named(name))), city
    return _unknown_town(document, words, n)


def _nicknamed(document: Document, words: list[Word], n: int, meant: Nicknamed) -> tuple[Locality | None, int]:
    """A city by another name ("Philly"), or its police by their initials."""
    place = _placed(document, words, n, n + 1, _Named(PlaceLevel.CITY, meant.city.name, (meant.city,)))
    if meant.police and place is None:
        span = Span(words[n].start, words[n].end)
        place = Locality(span, PlaceLevel.CITY, meant.city.name, PlaceFrame.AGENCY, None, (meant.city,))
    elif meant.police and place is not None:
        place = replace(place, frame=PlaceFrame.AGENCY)
    return place, n + 1


def _county(document: Document, words: list[Word], n: int, last: int) -> tuple[Locality | None, int]:
    text = document.text
    behind = COUNTY_BEHIND.match(text, words[last - 1].end)
    bare = unpossessed(text[words[n].start : words[last - 1].end])
    could_be = counties_named(bare)
    said = behind.group().strip("'’s .").capitalize() if behind else ""
    kind = said if said in ("Parish", "Borough") else _COUNTY if said else could_be[0].name.rpartition(" ")[2]
    first = could_be[0].name.rpartition(" ")[0] if bare.isupper() else bare
    name = f"{first} {kind}"
    after = last + 1 if behind else last
    return _placed(document, words, n, after, _Named(PlaceLevel.COUNTY, name, could_be)), after


def _state(document: Document, words: list[Word], n: int, last: int) -> tuple[Locality | None, int]:
    """A state by its full name; "New York" and "Washington" are the cities, where nothing says that the states are."""
    name = unpossessed(document.text[words[n].start : words[last - 1].end])
    of_state = _OF_STATE.search(document.text[max(0, words[n].start - 9) : words[n].start]) or _STATE_OFFICE.match(
        document.text, words[last - 1].end
    )
    if name.title() in ("New York", "Washington") and not of_state:
        return _placed(document, words, n, last, _Named(PlaceLevel.CITY, name, cities_named(name))), last
    code = state_code(name) or ""
    return _placed(document, words, n, last, _Named(PlaceLevel.STATE, code)), last


def _placed(document: Document, words: list[Word], n: int, last: int, named: _Named) -> Locality | None:
    """The mention of the words [n:last] with its frame; None where it is no place here."""
    text = document.text
    start, end = words[n].start, words[n].start + len(unpossessed(text[words[n].start : words[last - 1].end]))
    behind = None if named.level is PlaceLevel.STATE else _STATE_BEHIND.match(text, words[last - 1].end)
    stated = state_code(behind["state"] or behind["code"]) if behind else None
    sides = sides_of(words, n, last)
    frame = frame_of(document, Span(start, words[last - 1].end), sides)
    if frame is None and named.level is PlaceLevel.STATE and is_of_state(sides):
        frame = PlaceFrame.AGENCY
    if (
        stated is None
        and _is_no_town(named)
        and not (AWAY.match(text, end) or _is_season_town(document, words, n, frame, named))
    ):
        return None
    lone = named.level is PlaceLevel.CITY and last == n + 1 and words[n].lower in WORDS_TOO
    if frame is None and stated is None:
        return None
    placed = frame in _LONE_FRAMES and not words[n - 1].capital
    known = _POLICE_BEHIND.match(text, end) and _has_people(named, _WELL_KNOWN)
    if lone and stated is None and not placed and not known:
        return None
    if _HONORED.match(text, end) and not _is_known_to_all(named.could_be):
        return None
    said = Span(*behind.span("state" if behind["state"] else "code")) if behind and stated else None
    township = _TOWNSHIP.match(text, end) if named.level is PlaceLevel.CITY else None
    if township is not None and not named.name.endswith("Township"):
        named, end = named._replace(name=f"{named.name} Township"), township.end()
    return Locality(Span(start, end), named.level, named.name, frame or PlaceFrame.BARE, stated, named.could_be, said)


def _is_no_town(named: _Named) -> bool:
    """Whether a name is a country's or a direction's, and no large city's."""
    strange = name_key(named.name) in ABROAD | DIRECTIONS
    return named.level is PlaceLevel.CITY and strange and not _is_known_to_all(named.could_be)


def _is_season_town(document: Document, words: list[Word], n: int, frame: PlaceFrame | None, named: _Named) -> bool:
    """Whether a season's name in a sentence is a town's of the outlet's own state: "in Spring" in a Houston paper."""
    if words[n].lower not in SEASONS or frame not in _SEASON_FRAMES or document.in_title(words[n].start):
        return False
    if words[n + 1 : n + 2] and words[n + 1].joined and words[n + 1].text.isdigit():
        return False
    served = states_of_outlet(document.report.url, document.report.publisher)
    return any(city.state in served for city in named.could_be)


def _unknown_town(document: Document, words: list[Word], n: int) -> tuple[Locality | None, int]:
    """A town that the gazetteer does not have, where its frame says what it is ("the town of X", "X Township")."""
    last = n
    while last < len(words) and words[last].capital and last - n < _LONGEST_TOWN and (last == n or words[last].joined):
        if words[last].lower in INSTITUTIONS or words[last].lower in DAYS_BEHIND:
            break
        last += 1
    direction = words[n].lower in DIRECTIONS and (last == n + 1 or _is_of_quarters(words, n + 1))
    opener = last == n + 1 and words[n].lower in OPENERS
    if (
        last == n
        or direction
        or opener
        or words[n].lower in _NO_TOWN
        or (n and words[n].joined and words[n - 1].capital)
    ):
        return None, n + 1
    text = document.text
    end = words[last - 1].end
    name = unpossessed(text[words[n].start : end])
    behind = _STATE_BEHIND.match(text, end)
    township = _TOWN_BEHIND.match(text, end) or (words[last - 1].lower in ("township", "twp") and last > n + 1)
    before = text[max(0, words[n].start - 30) : words[n].start]
    if behind and behind["state"] and before.endswith((" in ", " near ", " outside ", " at ", "In ", " of ")):
        return _placed(document, words, n, last, _Named(PlaceLevel.CITY, name)), last
    if (
        township
        or _TOWN_BEFORE.search(before)
        or _POLICE_BEHIND.match(text, end)
        or _is_explained(document, words, n, end)
        or _looks_like_town(document, words, n, last)
    ):
        return _placed(document, words, n, last, _Named(PlaceLevel.CITY, name)), last
    return None, n + 1


def _is_explained(document: Document, words: list[Word], n: int, end: int) -> bool:
    """Whether a sentence of the body begins with capitals of which it says how far away they lie."""
    sentence = document.sentence_at(words[n].start)
    opens = sentence is not None and sentence.start == words[n].start
    return opens and not document.in_title(end) and bool(IS_AWAY.match(document.text, end))


def _is_of_quarters(words: list[Word], n: int) -> bool:
    """Whether a city begins at a word that is spoken of by quarters ("South Nashville")."""
    last = city_last(words, n)
    known = cities_named(" ".join(word.text for word in words[n:last])) if last > n else ()
    return bool(known) and known[0].population >= _WELL_KNOWN


def _looks_like_town(document: Document, words: list[Word], n: int, last: int) -> bool:
    """Whether capitals behind "in" may be a town: in a sentence of the body, no abroad, no language, no headline."""
    named = all(word.text[1:].islower() and len(word.text) > 3 for word in words[n:last])
    alone = last >= len(words) or not (words[last].joined and words[last].capital)
    before = document.text[max(0, words[n].start - 4) : words[n].start]
    refused = {word.lower for word in words[n:last]} & (ABROAD | HEADLINE_NOUNS)
    return named and alone and before == " in " and not refused and not document.in_title(words[n].start)


def _without_persons(document: Document, words: list[Word], found: list[Locality]) -> list[Locality]:
    """Without what is a surname or a word: a town's name that nowhere stands as a town's does.

    "Jane Houston … Houston said" names no city; nor does a small town's name of one word that is never said to be
    where something is ("Marine", "Daniel").
    """
    surnames = {
        word.lower
        for before, word in pairwise(words)
        if word.joined and before.capital and word.capital and _is_first(document, before)
    }
    sure = {
        name_key(place.name)
        for place in found
        if place.stated or place.frame in _SURE or document.text.endswith(_AGED, 0, place.span.start)
    }
    return [place for place in found if _is_town(place, name_key(place.name), sure, surnames)]


def _with_states(found: list[Locality]) -> list[Locality]:
    """With the state that is said behind a name elsewhere in the report, where it is always the same."""
    said: dict[tuple[PlaceLevel, str], set[str]] = {}
    for place in found:
        if place.stated:
            said.setdefault((place.level, name_key(place.name)), set()).add(place.stated)
    filled = []
    for place in found:
        states = said.get((place.level, name_key(place.name)), set())
        filled.append(replace(place, stated=min(states)) if len(states) == 1 and not place.stated else place)
    return filled


def _is_town(place: Locality, key: str, sure: set[str], surnames: set[str]) -> bool:
    if place.level is not PlaceLevel.CITY or place.stated or place.frame in _SURE:
        return True
    if key in surnames or (place.frame is PlaceFrame.SITE and not _has_people(place)):
        return False
    if place.could_be and not _has_people(place) and " " not in key and key not in sure:
        return False  # "Happy family": a hamlet is where something is, or nothing
    small = not _is_known_to_all(place.could_be)
    doubtful = _PERSONAL if is_first_name(place.name) else _WEAK
    return not (small and " " not in key and place.frame in doubtful and key not in sure)


def _is_known_to_all(could_be: tuple[City | County, ...]) -> bool:
    return bool(could_be) and could_be[0].population >= _KNOWN_TO_ALL


def _has_people(place: Locality | _Named, least: int = 1) -> bool:
    return bool(place.could_be) and place.could_be[0].population >= least


def _is_first(document: Document, word: Word) -> bool:
    """Whether a capital before another may be a first name: in a headline, where all have capitals, a known one."""
    if document.in_title(word.start):
        return is_first_name(word.text)
    return (
        word.lower not in INSTITUTIONS
        and word.text[1:].islower()
        and len(word.text) > 2
        and word.lower not in OPENERS
        and word.lower not in DIRECTIONS
    )
