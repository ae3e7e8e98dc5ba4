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
from citydesk.read.where.frames import DIRECTIONS, INSTITUTIONS, OPENERS, Surroundings, frame_of, is_of_state
from citydesk.read.where.gazetteer import (
    City,
    County,
    cities_named,
    counties_named,
    is_city_key,
    longest_names,
    name_key,
)
from citydesk.read.where.nicknames import Nicknamed, city_nicknamed
from citydesk.read.where.nottowns import ABROAD, DAYS_BEHIND, NEVER, WORDS_TOO
from citydesk.read.where.states import BEHIND_CITY, is_state_name, state_code
from citydesk.read.who.names import is_first_name

_WORD = re.compile(r"D\.C\.|L\.A\.|[A-Za-zÀ-ÿ0-9][\w’'&-]*")
_SHORTENED = frozenset(("st", "ste", "ft", "mt", "pt"))
_STATE_BEHIND = re.compile(
    rf"(?:, ?| \()(?P<state>{BEHIND_CITY.pattern})(?![\w’'])(?! (?:County|Parish|Co\.))|"
    rf" (?P<code>[A-Z]{{2}})(?= \d{{5}}\b|[.,;:)]|\s*(?:$|\n|\(|-|–|—|\|))"
)
_COUNTY_BEHIND = re.compile(
    r"['’]?s? (?:County|Parish|Borough|Co\.|COUNTY|PARISH|CO\.|Counties|counties|county|parish)(?!\w)"
)
_OF_STATE = re.compile(r"\b(?:up|down)?state (?:of )?$", re.IGNORECASE)
_STATE_OFFICE = re.compile(r" (?:State|state)\b(?! (?:Avenue|Street|University))")
"""What makes New York and Washington the states: "upstate New York", "the New York State Police"."""
_HONORED = re.compile(r"['’]s? (?:honor|memory|name|case|favor|defense|possession|absence|words|arms|death)\b")
"""What makes a name behind "in" somebody's: "in Anderson's honor"."""
_TOWN_BEFORE = re.compile(
    r"\b(?:city|town|village|borough|township|hamlet|suburb|municipality)(?:ship)? of $", re.IGNORECASE
)
_TOWNSHIP = re.compile(r" Township\b")
_TOWN_BEHIND = re.compile(r" (?:Township|Twp\.?)(?!\w)")
_POLICE_BEHIND = re.compile(
    r" (?:Police Department|police (?:said|chief|officers?|department|Chief|Sgt|Lt)|Police Chief)\b"
)
_LONE_FRAMES = frozenset((PlaceFrame.IN, PlaceFrame.DATELINE))
_SURE = frozenset((PlaceFrame.IN, PlaceFrame.DATELINE, PlaceFrame.NEAR, PlaceFrame.AGENCY))
"""Frames in which only a place stands."""
_WEAK = frozenset((PlaceFrame.BARE, PlaceFrame.ELSEWHERE, PlaceFrame.MOVED))
_PERSONAL = frozenset((*_WEAK, PlaceFrame.PEOPLE, PlaceFrame.EVENT))
"""Frames in which a small town's name may be a person's; the second, where it is also a first name."""
_KNOWN_TO_ALL = 100_000
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


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    lower: str
    capital: bool
    joined: bool
    """Whether no more than a space parts it from the word before."""


def find_localities(document: Document, taken: Sequence[Span]) -> list[Locality]:
    """Every city, county and state named in a document outside the spans already taken, in order."""
    words = _cut(document.text)
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
    return _with_states(_without_persons(words, found))


def _behind_state(words: list[_Word], place: Locality, n: int) -> int:
    """The first word from `n` on that is not of the state said behind a place."""
    end = place.state_span.end if place.state_span else 0
    while n < len(words) and words[n].start < end:
        n += 1
    return n


def _is_taken(taken: Sequence[Span], starts: list[int], offset: int) -> bool:
    n = bisect_right(starts, offset) - 1
    return n >= 0 and offset < taken[n].end


def _cut(text: str) -> list[_Word]:
    words: list[_Word] = []
    end, short = -9, False
    for found in _WORD.finditer(text):
        gap = text[end : found.start()] if end >= 0 else "\n"
        word = found.group()
        joined = gap == " " or (short and gap in (". ", "."))
        words.append(_Word(found.start(), found.end(), word, word.lower(), word[0].isupper(), joined))
        short = word.lower() in _SHORTENED or (len(word) == 1 and word.isupper())
        end = found.end()
    return words


def _locality_at(document: Document, words: list[_Word], n: int) -> tuple[Locality | None, int]:
    """The locality that begins at a word, and the word to go on with."""
    text = document.text
    if _unpossessed(words[n].lower) in NEVER:
        return None, n + 1
    nicknamed = city_nicknamed(words[n].text) or city_nicknamed(_unpossessed(words[n].text))
    if nicknamed is not None:
        return _nicknamed(document, words, n, nicknamed)
    county = _county_last(text, words, n)
    if county > n:
        return _county(document, words, n, county)
    city, state = _city_last(words, n), _state_last(words, n)
    if state >= city and state > n:
        return _state(document, words, n, state)
    if city > n:
        name = _unpossessed(text[words[n].start : words[city - 1].end])
        return _placed(document, words, n, city, _Named(PlaceLevel.CITY, name, cities_named(name))), city
    return _unknown_town(document, words, n)


def _nicknamed(document: Document, words: list[_Word], n: int, meant: Nicknamed) -> tuple[Locality | None, int]:
    """A city by another name ("Philly"), or its police by their initials."""
    place = _placed(document, words, n, n + 1, _Named(PlaceLevel.CITY, meant.city.name, (meant.city,)))
    if meant.police and place is None:
        span = Span(words[n].start, words[n].end)
        place = Locality(span, PlaceLevel.CITY, meant.city.name, PlaceFrame.AGENCY, None, (meant.city,))
    elif meant.police and place is not None:
        place = replace(place, frame=PlaceFrame.AGENCY)
    return place, n + 1


def _county(document: Document, words: list[_Word], n: int, last: int) -> tuple[Locality | None, int]:
    text = document.text
    behind = _COUNTY_BEHIND.match(text, words[last - 1].end)
    bare = _unpossessed(text[words[n].start : words[last - 1].end])
    could_be = counties_named(bare)
    kind = could_be[0].name.rpartition(" ")[2]
    name = could_be[0].name if bare.isupper() else f"{bare} {kind}"
    after = last + 1 if behind else last
    return _placed(document, words, n, after, _Named(PlaceLevel.COUNTY, name, could_be)), after


def _state(document: Document, words: list[_Word], n: int, last: int) -> tuple[Locality | None, int]:
    """A state by its full name; "New York" and "Washington" are the cities, where nothing says that the states are."""
    name = _unpossessed(document.text[words[n].start : words[last - 1].end])
    of_state = _OF_STATE.search(document.text[max(0, words[n].start - 9) : words[n].start]) or _STATE_OFFICE.match(
        document.text, words[last - 1].end
    )
    if name.title() in ("New York", "Washington") and not of_state:
        return _placed(document, words, n, last, _Named(PlaceLevel.CITY, name, cities_named(name))), last
    code = state_code(name) or ""
    return _placed(document, words, n, last, _Named(PlaceLevel.STATE, code)), last


def _placed(document: Document, words: list[_Word], n: int, last: int, named: _Named) -> Locality | None:
    """The mention of the words [n:last] with its frame; None where it is no place here."""
    text = document.text
    start, end = words[n].start, words[n].start + len(_unpossessed(text[words[n].start : words[last - 1].end]))
    behind = None if named.level is PlaceLevel.STATE else _STATE_BEHIND.match(text, words[last - 1].end)
    stated = state_code(behind["state"] or behind["code"]) if behind else None
    sides = _sides(words, n, last)
    frame = frame_of(document, Span(start, words[last - 1].end), sides)
    if frame is None and named.level is PlaceLevel.STATE and is_of_state(sides):
        frame = PlaceFrame.AGENCY
    if stated is None and _is_no_town(named):
        return None
    lone = named.level is PlaceLevel.CITY and last == n + 1 and words[n].lower in WORDS_TOO
    if frame is None and stated is None:
        return None
    if lone and stated is None and (frame not in _LONE_FRAMES or words[n - 1].capital):
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


def _sides(words: list[_Word], n: int, last: int) -> Surroundings:
    """The capitalised words that stand before and behind in one run with words [n:last]."""
    first = n
    while first > 0 and words[first].joined and words[first - 1].capital and n - first < 3:
        if words[first - 1].text.endswith(("'s", "’s", "s'", "s’")):
            break  # "the Osbornes' Rock Falls home": the owner is no part of the name
        first -= 1
    end = last
    while end < len(words) and words[end].joined and words[end].capital and end - last < 4:
        if words[end].lower in DAYS_BEHIND:
            break
        end += 1
    if words[last - 1].text.endswith(("'s", "’s")):
        end = last  # "Houston's Third Ward": what follows is its own name
    return Surroundings(
        tuple(word.text for word in words[first:n]),
        tuple(word.text for word in words[last:end]),
        first == 0 or not words[first].joined,
    )


def _city_last(words: list[_Word], n: int) -> int:
    """Behind the longest name of a city that begins at word `n`; `n` where none does."""
    key = name_key(words[n].text)
    longest = longest_names().get(key.partition(" ")[0], 0)
    best = n
    for last in range(n + 1, min(n + longest, len(words)) + 1):
        if last > n + 1:
            if not words[last - 1].joined:
                break
            key = f"{key} {name_key(words[last - 1].text)}"
        if words[last - 1].capital and is_city_key(key) and not (len(key) < 3 and words[n].text.isupper()):
            best = last
        if words[last - 1].text.endswith(("'s", "’s")):
            break
    return best


def _state_last(words: list[_Word], n: int) -> int:
    """Behind the full name of a state that begins at word `n`; `n` where none does."""
    for last in (n + 3, n + 2, n + 1):
        if last > len(words) or not all(words[m].joined for m in range(n + 1, last)):
            continue
        name = _unpossessed(" ".join(word.text for word in words[n:last]))
        if is_state_name(name):
            return last
    return n


def _county_last(text: str, words: list[_Word], n: int) -> int:
    """Behind the name of a county that "County" follows ("Miami-Dade" of "Miami-Dade County"); `n` where none does."""
    for last in range(n + 1, min(n + 4, len(words)) + 1):
        if last > n + 1 and not words[last - 1].joined:
            break
        if words[last - 1].capital and _COUNTY_BEHIND.match(text, words[last - 1].end):
            return last if counties_named(text[words[n].start : words[last - 1].end]) else n
    return n


def _unknown_town(document: Document, words: list[_Word], n: int) -> tuple[Locality | None, int]:
    """A town that the gazetteer does not have, where its frame says what it is ("the town of X", "X Township")."""
    last = n
    while last < len(words) and words[last].capital and last - n < _LONGEST_TOWN and (last == n or words[last].joined):
        if words[last].lower in INSTITUTIONS:
            break
        last += 1
    direction = last == n + 1 and words[n].lower in DIRECTIONS
    if last == n or direction or words[n].lower in _NO_TOWN or (n and words[n].joined and words[n - 1].capital):
        return None, n + 1
    text = document.text
    end = words[last - 1].end
    name = _unpossessed(text[words[n].start : end])
    behind = _STATE_BEHIND.match(text, end)
    township = _TOWN_BEHIND.match(text, end) or (words[last - 1].lower in ("township", "twp") and last > n + 1)
    before = text[max(0, words[n].start - 30) : words[n].start]
    if behind and behind["state"] and before.endswith((" in ", " near ", " outside ", " at ", "In ", " of ")):
        return _placed(document, words, n, last, _Named(PlaceLevel.CITY, name)), last
    if (
        township
        or _TOWN_BEFORE.search(before)
        or _POLICE_BEHIND.match(text, end)
        or _looks_like_town(document, words, n, last)
    ):
        return _placed(document, words, n, last, _Named(PlaceLevel.CITY, name)), last
    return None, n + 1


def _looks_like_town(document: Document, words: list[_Word], n: int, last: int) -> bool:
    """Whether capitals behind "in" may be a town: in a sentence of the body, no abroad, no language, no headline."""
    named = all(word.text[1:].islower() and len(word.text) > 3 for word in words[n:last])
    alone = last >= len(words) or not (words[last].joined and words[last].capital)
    before = document.text[max(0, words[n].start - 4) : words[n].start]
    refused = {word.lower for word in words[n:last]} & ABROAD
    return named and alone and before == " in " and not refused and not document.in_title(words[n].start)


def _unpossessed(name: str) -> str:
    return name[:-2] if name.endswith(("'s", "’s")) else name[:-1] if name.endswith(("s'", "s’")) else name


def _without_persons(words: list[_Word], found: list[Locality]) -> list[Locality]:
    """Without what is a surname or a word: a town's name that nowhere stands as a town's does.

    "Jane Houston … Houston said" names no city; nor does a small town's name of one word that is never said to be
    where something is ("Marine", "Daniel").
    """
    surnames = {
        word.lower
        for before, word in pairwise(words)
        if word.joined and before.capital and word.capital and _is_first_name(before)
    }
    sure = {name_key(place.name) for place in found if place.stated or place.frame in _SURE}
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


def _has_people(place: Locality) -> bool:
    return bool(place.could_be) and place.could_be[0].population > 0


def _is_first_name(word: _Word) -> bool:
    return word.text[1:].islower() and len(word.text) > 2 and word.lower not in OPENERS and word.lower not in DIRECTIONS
