"""Which place each name means: the state first, by all that the report and its outlet say, then each city and county.

In: a document, its dateline, and the localities found in it. Out: place mentions with state and coordinates. A name
that two places share goes to the one whose state the rest of the report points to, and else to the larger one.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import log10

from citydesk.model import DatelineValue, Fact
from citydesk.read.page.document import Document
from citydesk.read.page.setting import PlaceFrame, PlaceLevel, PlaceMention
from citydesk.read.where.gazetteer import City, County, counties_named, name_key, state_middle
from citydesk.read.where.localities import Locality
from citydesk.read.where.nearby import Neighbors, count_neighbors
from citydesk.read.where.outlets import states_of_outlet

# Points for a state. Set by hand against the states recorded for the development reports (November 2026).
_DATELINE = 4.0
_DATELINE_UNSAID = 2.0
"""The state of the dateline, said there or only inferred."""
_STATED = 1.5
_SAID = 0.6
"""A state said behind a city or county, and what that is worth at least in any frame."""
_NAMED = 1.2
_OUTLET = 1.6
_OUTLET_TOO = 0.8
"""The outlet's main state, and others that it serves."""
_LEAD = 2.0
_LEAD_SENTENCES = 3
"""How much more the title and the first sentences count."""
_AGAIN_TOO = 0.3
_MOST_AGAIN = 3
"""How much, and how often, a further mention of the same name adds."""
_BY_FRAME = {
    PlaceFrame.DATELINE: 1.0,
    PlaceFrame.IN: 1.0,
    PlaceFrame.NEAR: 0.8,
    PlaceFrame.EVENT: 1.0,
    PlaceFrame.AGENCY: 1.25,
    PlaceFrame.PEOPLE: 0.8,
    PlaceFrame.HOMETOWN: 0.5,
    PlaceFrame.MOVED: 0.6,
    PlaceFrame.ELSEWHERE: 0.15,
    PlaceFrame.SITE: 0.15,
    PlaceFrame.BARE: 0.3,
}
_BY_NAME = (PlaceLevel.CITY, PlaceLevel.COUNTY, PlaceLevel.STATE)
_COUNTY_FRAMES = frozenset((PlaceFrame.AGENCY, PlaceFrame.IN, PlaceFrame.NEAR, PlaceFrame.EVENT, PlaceFrame.PEOPLE))
_KNOWN_ELSEWHERE = 100_000
_STRONGER = 0.5
"""Below that many people, and with so many points less, a town of another state is not what a name means."""
_COMMA = 2
"""Characters between a city and its county: a comma and a space."""
_BESIDE = 3.0
_MOST_BESIDE = 3
"""How much likelier a name means a place for each other that the report names beside it, up to three."""
_EVENED_OUT = 0.7
_NO_PEOPLE = 100
"""Population taken for a place whose own is not known."""


def resolve_localities(
    document: Document, dateline: Fact[DatelineValue] | None, localities: list[Locality]
) -> tuple[PlaceMention, ...]:
    """The localities as place mentions, each with the state that it most likely lies in."""
    neighbors = count_neighbors(localities)
    points = _points(document, dateline, localities, neighbors)
    counties = frozenset(place.name.rpartition(" ")[0] for place in localities if place.level is PlaceLevel.COUNTY)
    within = _within_counties(localities)
    short = [None if n in within else _in_short(place, points, counties) for n, place in enumerate(localities)]
    return tuple(county or _resolved(place, points, neighbors) for county, place in zip(short, localities, strict=True))


def state_points(
    document: Document, dateline: Fact[DatelineValue] | None, localities: list[Locality]
) -> dict[str, float]:
    """How strongly the report points to each state, before any name is resolved."""
    return _points(document, dateline, localities, count_neighbors(localities))


def _points(
    document: Document, dateline: Fact[DatelineValue] | None, localities: list[Locality], neighbors: Neighbors
) -> dict[str, float]:
    points = outlet_points(states_of_outlet(document.report.url, document.report.publisher), dateline)
    seen: dict[tuple[str, str | None], int] = {}
    for place in localities:
        times = seen[place.name, place.stated] = seen.get((place.name, place.stated), 0) + 1
        if times <= _MOST_AGAIN:
            weight = _weight(document, place) * (_AGAIN_TOO if times > 1 else 1.0)
            for state, share in _told(place, neighbors).items():
                _add(points, state, weight * share)
    return points


def outlet_points(outlet: tuple[str, ...], dateline: Fact[DatelineValue] | None) -> dict[str, float]:
    """What the outlet's states and the dateline are worth."""
    points: dict[str, float] = {}
    if dateline is not None and dateline.value.state is not None:
        said = "," in dateline.evidence[0].text
        points[dateline.value.state] = _DATELINE if said else _DATELINE_UNSAID
    for n, state in enumerate(outlet):
        _add(points, state, _OUTLET_TOO if n else _OUTLET)
    return points


def mention_points(points: dict[str, float], document: Document, mentions: Sequence[PlaceMention]) -> None:
    """Add what resolved mentions are worth."""
    seen: dict[tuple[str, str | None], int] = {}
    for mention in mentions:
        if mention.state is None or mention.level not in _BY_NAME:
            continue
        times = seen[mention.value, mention.state] = seen.get((mention.value, mention.state), 0) + 1
        if times > _MOST_AGAIN:
            continue
        told = _NAMED if mention.level is PlaceLevel.STATE else _STATED if mention.said_state else mention.share
        _add(points, mention.state, _weight(document, mention) * told * (_AGAIN_TOO if times > 1 else 1.0))


def _weight(document: Document, place: Locality | PlaceMention) -> float:
    frame = _BY_FRAME[place.frame]
    if place.state_span is not None and place.frame is not PlaceFrame.SITE:
        frame = max(frame, _SAID)
    return frame * (_LEAD if _leads(document, place) else 1.0)


def _leads(document: Document, place: Locality | PlaceMention) -> bool:
    """Whether a mention stands in the title or the first sentences of the body."""
    sentence = document.sentence_at(place.span.start)
    body = document.sentence_at(document.body_start)
    first = body.index if body and body.start >= document.body_start else 0
    return place.frame is not PlaceFrame.SITE and sentence is not None and sentence.index <= first + _LEAD_SENTENCES


def _told(place: Locality, neighbors: Neighbors) -> dict[str, float]:
    """How far one mention tells each state."""
    if place.level is PlaceLevel.STATE:
        return {place.name: _NAMED}
    if place.stated is not None:
        return {place.stated: _STATED if place.state_span is not None else 1.0}
    return _shares(place, neighbors)


def _shares(place: Locality, neighbors: Neighbors) -> dict[str, float]:
    """How a name's chances are parted among states: by population, evened out, and by what else is named near by."""
    key = name_key(place.name)
    sizes: dict[str, float] = {}
    for candidate in place.could_be:
        state = candidate.state
        beside = _BESIDE ** min(neighbors.get((key, state), 0), _MOST_BESIDE)
        size = float(max(candidate.population, _NO_PEOPLE)) ** _EVENED_OUT * beside
        sizes[state] = max(sizes.get(state, 0.0), size)
    total = sum(sizes.values())
    return {state: size / total for state, size in sizes.items()}


def _add(points: dict[str, float], state: str, more: float) -> None:
    points[state] = points.get(state, 0.0) + more


def _resolved(place: Locality, points: dict[str, float], neighbors: Neighbors) -> PlaceMention:
    if place.level is PlaceLevel.STATE:
        lat, lon = state_middle(place.name)
        return PlaceMention(place.span, place.level, place.name, place.name, lat, lon, place.frame)
    best = place.stated or _best_state(points)
    found = _likeliest(place, points)
    level, name = place.level, place.name
    if place.level is PlaceLevel.CITY and found is not None and best is not None and _is_strange(found, best, points):
        found = _county_in(place, best)
        level, name = (PlaceLevel.CITY, name) if found is None else (PlaceLevel.COUNTY, found.name)
    state = place.stated or (found.state if found else best)
    return PlaceMention(
        span=place.span,
        level=level,
        value=name,
        state=state,
        lat=found.lat if found else None,
        lon=found.lon if found else None,
        frame=place.frame,
        said_state=place.state_span is not None or (place.frame is PlaceFrame.DATELINE and place.stated is not None),
        state_span=place.state_span,
        county=found.county if isinstance(found, City) else None,
        population=found.population if found else 0,
        share=1.0 if place.stated is not None else _shares(place, neighbors).get(state or "", 0.0),
    )


def _within_counties(localities: Sequence[Locality]) -> frozenset[int]:
    """The numbers of the cities whose county is said behind them ("in Chester, Delaware County")."""
    pairs = enumerate(pairwise(localities))
    return frozenset(
        n for n, (a, b) in pairs if b.level is PlaceLevel.COUNTY and 1 <= b.span.start - a.span.end <= _COMMA
    )


def _in_short(place: Locality, points: dict[str, float], counties: frozenset[str]) -> PlaceMention | None:
    """The county that a name without "County" means ("a teen dies in Bartow … Bartow County"), where it means one.

    A town that lies in the county of its own name is itself.
    """
    found = _likeliest(place, points) if place.level is PlaceLevel.CITY and place.name in counties else None
    if found is None or found.population >= _KNOWN_ELSEWHERE:
        return None
    if isinstance(found, City) and found.county.rpartition(" ")[0] == place.name:
        return None
    county = next((county for county in counties_named(place.name) if county.state == found.state), None)
    return None if county is None else _mention(place, county)


def _mention(place: Locality, county: County) -> PlaceMention:
    return PlaceMention(
        span=place.span,
        level=PlaceLevel.COUNTY,
        value=county.name,
        state=county.state,
        lat=county.lat,
        lon=county.lon,
        frame=place.frame,
        said_state=place.state_span is not None,
        state_span=place.state_span,
        population=county.population,
        share=1.0,
    )


def _county_in(place: Locality, state: str) -> County | None:
    """The county of a state that a name without "County" means where no city of it bears the name ("DeKalb police")."""
    if place.frame not in _COUNTY_FRAMES:
        return None
    return next((county for county in counties_named(place.name) if county.state == state), None)


def _is_strange(found: City | County, state: str, points: dict[str, float]) -> bool:
    """Whether a name is likelier a quarter or village of the state that all else points to than a town elsewhere."""
    if found.state == state or found.population >= _KNOWN_ELSEWHERE:
        return False
    return points.get(state, 0.0) - points.get(found.state, 0.0) >= _STRONGER


def _likeliest(place: Locality, points: dict[str, float]) -> City | County | None:
    """The place of that name whose state the report points to most, size counting among equals."""
    candidates = [c for c in place.could_be if place.stated in (None, c.state)]

    def worth(candidate: City | County) -> tuple[float, int]:
        size = log10(max(candidate.population, _NO_PEOPLE)) / 2
        return points.get(candidate.state, 0.0) + size, candidate.population

    return max(candidates, key=worth, default=None)


def _best_state(points: dict[str, float]) -> str | None:
    """The state that the report points to most; None where it points to none."""
    return max(sorted(points), key=lambda state: points[state], default=None)
