"""Places with names of their own, and neighbourhoods.

In: a text. Out: spans with the name as worded ("Park Place Mall", "the East Side" as "East Side"). Hospitals, courts
and jails are found too, with their kind: much is said to happen there that is not the incident, which is for
`scene_place.py` to weigh.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.model import PlaceKind
from citydesk.read.page.document import Span
from citydesk.read.where.frames import OPENERS
from citydesk.read.where.gazetteer import cities_named, counties_named
from citydesk.read.where.place_kinds import kind_of_name
from citydesk.read.where.states import is_state_name

_CAPITAL = r"[A-ZÀ-Þ][\w’'&-]{0,30}"
_RUN = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?: (?:(?:of the|of|the|and|&|de|la|del) )?{_CAPITAL}){{0,7}}")
_TYPE_BEHIND = re.compile(
    r" (?:apartments(?: complex| homes)?|apartment complex|townhomes|condominiums|mobile home park|trailer park|"
    r"housing (?:complex|development|projects?)|public housing|"
    r"night ?club|club|lounge|bar|restaurant|store|motel|hotel|mall|school|church|gas station|"
    r"convenience store|shopping center|grocery|tavern|pub)\b"
)
_HOUSING = re.compile(r" (?:apartment|townhome|condominium|mobile home|trailer park|housing|public housing)")
_ARTICLES = ("the ", "The ")
"""What makes a town's name a complex's: "the Green Meadows apartment complex"."""
_HEADS = frozenset("club café cafe bar el la walmart walgreens".split())
_BODIES = frozenset("university church temple bank school college house isle academy hall court courts knights".split())
"""What may be "of" something in a name: "University of Tulsa", but not "Students of Lincoln High School"."""
_CHAINS = frozenset(
    """walmart wal-mart walgreens mcdonald's mcdonald’s subway wendy's wendy’s denny's denny’s ihop kroger target
    kmart 7-eleven cvs popeyes whataburger applebee's applebee’s chili's hooters wawa sheetz quiktrip starbucks
    safeway publix costco autozone macy's macy’s sears""".split()
)
_NEIGHBORHOOD = re.compile(
    rf"(?<![\w’'&-])(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})(?:['’]s?)? (?P<called>neighborhoods?|"
    rf"section|subdivision|district|community)\b(?! (?:of|leaders?|members?|center|meeting|activists?|hall|"
    rf"service|college|attorney|police))"
)
_SIDE = re.compile(
    r"\b(?P<name>(?:(?:[Ff]ar |[Nn]ear |[Ii]nner )?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Ll]ower|"
    r"[Uu]pper)[ -]?(?:[Ee]ast|[Ww]est)?(?:ern)?[ -](?:[Ss]ide|[Ee]nd))|[Dd]owntown|[Mm]idtown)\b"
    r"(?! (?:of (?:the )?(?:house|home|building|street|road|car|store|park|property|parking|interstate|"
    r"highway)|hospital|medical))"
)
_DIRECTED = re.compile(
    r"\b(?P<name>(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:[ -]?(?:[Ee]ast|"
    r"[Ww]est))?(?:ern)? (?P<city>[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,2}))"
)
_MIN_DIRECTED = 40_000
"""People a city must have to be spoken of by quarters ("southwest Houston") rather than be called so ("West Point")."""
_NOT_NEIGHBORHOODS = frozenset(
    """african american black hispanic latino muslim jewish christian gated tight-knit business historic school
    international lgbt gay""".split()
)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place's own name."""

    span: Span
    name: str
    kind: PlaceKind | None = None
    neighborhood: bool = False
    called: bool = False
    """Whether it is called one in so many words ("the Coney Island neighborhood"), and so is no town."""


def find_named_places(text: str) -> list[NamedPlace]:
    """Every place with a name of its own and every neighbourhood, in order, none inside another."""
    found = [*_buildings(text), *_neighborhoods(text)]
    found.sort(key=lambda place: (place.span.start, -place.span.end, not place.neighborhood))
    kept: list[NamedPlace] = []
    for place in found:
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return kept


def _buildings(text: str) -> Iterator[NamedPlace]:
    """Places whose name ends, or goes on, with what they are ("Larkin Arms Apartments", "Larkin Arms apartments")."""
    for run in _RUN.finditer(text):
        words = [(m.start() + run.start(), m.end() + run.start(), m.group()) for m in re.finditer(r"\S+", run.group())]
        while words and (words[0][2].lower().rstrip(",.") in OPENERS or words[0][2].islower()):
            words.pop(0)
        if len(words) > 2 and words[1][2] == "of" and words[0][2].lower() not in _BODIES:
            words = [word for word in words[2:] if word[2] != "the"]
        if not words:
            continue
        place = _named_by_tail(text, words) or _named_by_type(text, words) or _chain(text, words)
        if place is not None:
            yield place


def _named_by_tail(text: str, words: list[tuple[int, int, str]]) -> NamedPlace | None:
    for last in range(len(words), 1, -1):
        name = _unpossessed(text[words[0][0] : words[last - 1][1]])
        kind = kind_of_name(name)
        if kind is not None:
            return NamedPlace(Span(words[0][0], words[0][0] + len(name)), name, kind)
    if words[0][2].lower() in _HEADS and len(words) > 1:
        name = _unpossessed(text[words[0][0] : words[min(len(words), 3) - 1][1]])
        kind = PlaceKind.BAR_OR_CLUB if words[0][2].lower() in ("club", "bar") else PlaceKind.BUSINESS
        return NamedPlace(Span(words[0][0], words[0][0] + len(name)), name, kind)
    return None


def _named_by_type(text: str, words: list[tuple[int, int, str]]) -> NamedPlace | None:
    behind = _TYPE_BEHIND.match(text, words[-1][1])
    if behind is None or (words[-1][2].endswith(("'s", "’s")) and len(words) == 1):
        return None
    town = bool(cities_named(text[words[0][0] : words[-1][1]]))
    housing = _HOUSING.match(behind.group()) and len(words) > 1
    if town and not (housing and text.endswith(_ARTICLES, 0, words[0][0])):
        return None
    kind = kind_of_name(behind.group())
    name = text[words[0][0] : behind.end()]
    return NamedPlace(Span(words[0][0], behind.end()), name, kind, called=town)


def _chain(text: str, words: list[tuple[int, int, str]]) -> NamedPlace | None:
    for start, end, word in words:
        if word.lower() in _CHAINS:
            return NamedPlace(Span(start, end), word, kind_of_name(word) or PlaceKind.BUSINESS)
    return None


def _neighborhoods(text: str) -> Iterator[NamedPlace]:
    for found in _NEIGHBORHOOD.finditer(text):
        first = found["name"].split()[0].lower()
        if first in OPENERS or first in _NOT_NEIGHBORHOODS or found["name"].lower() in _NOT_NEIGHBORHOODS:
            continue
        name = found["name"].rpartition("’s ")[2].rpartition("'s ")[2]
        if found["called"] in ("community", "district") and _is_large(name):
            continue  # "the Detroit community" is all of Detroit
        start = found.end("name") - len(name)
        yield NamedPlace(Span(start, found.end("name")), name, neighborhood=True, called=True)
    for found in _SIDE.finditer(text):
        yield NamedPlace(Span(*found.span("name")), found["name"], neighborhood=True)
    for found in _DIRECTED.finditer(text):
        if cities_named(found["name"]) or counties_named(found["name"]):
            continue
        for length in range(found["city"].count(" ") + 1, 0, -1):
            city = " ".join(found["city"].split(" ")[:length])
            known = cities_named(city)
            if known and known[0].population >= _MIN_DIRECTED and not is_state_name(city):
                end = found.start("city") + len(_unpossessed(city))
                yield NamedPlace(
                    Span(found.start("name"), end), text[found.start("name") : end], None, neighborhood=True
                )
                break


def _is_large(name: str) -> bool:
    """Whether a name is a city's that has quarters of its own."""
    known = cities_named(name)
    return bool(known) and known[0].population >= _MIN_DIRECTED


def _unpossessed(name: str) -> str:
    return name[:-2] if name.endswith(("'s", "’s")) else name
