"""Where an incident happened.

In: a report laid out for reading, and later its scenes. Out: every mention of a place, resolved; and for each scene its
place, every level of it a fact. How addresses, names, cities and kinds are found is each its own module's matter; what
is chosen among them, `which_city.py`'s and `scene_place.py`'s.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import tzinfo
from zoneinfo import ZoneInfo

from citydesk.model import DatelineValue, Fact, FieldName, Place, Precision
from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import PlaceFrame, PlaceLevel, PlaceMention, Scene, Setting
from citydesk.read.page.teasers import find_teasers
from citydesk.read.where.addresses import find_addresses
from citydesk.read.where.dateline import usual_case
from citydesk.read.where.gazetteer import cities_named, state_middle, zone_of_state
from citydesk.read.where.localities import Locality, find_localities
from citydesk.read.where.named_places import find_named_places
from citydesk.read.where.place_kinds import find_kinds
from citydesk.read.where.resolved import resolve_localities
from citydesk.read.where.scale import Choice, Scale, scale_of
from citydesk.read.where.scene_place import KindChoice, choose_address, choose_kind, choose_name, choose_neighborhood
from citydesk.read.where.which_city import choose_city, choose_county, choose_quarter, choose_state, weigh_states

_ZONE = "America/Chicago"
"""Where nothing tells: US Central, never more than two hours off on the mainland."""
_BEFORE = re.compile(
    r"\b(?:in|inside|at|outside(?: of)?|near|on|off|along|behind|around|in front of|between) (?:the |a |an )?"
    r"(?:(?:intersection|corner|area|vicinity) of (?:the )?)?$",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\b(?:in|inside|at|outside(?: of)?|near|on|behind|in front of|around) (?:[\w’'-]+ ){1,6}$", re.IGNORECASE
)
"""What of a sentence belongs to a place before its telling words: "at a home in the (3100 block …)"."""
_LEAD_WORDS = 70
"""Characters before the telling words in which that is looked for."""
_PLACED = frozenset((PlaceFrame.DATELINE, PlaceFrame.IN))
"""Frames in which a hamlet is one, though its name says a sort of place: "in Deer Lodge"."""
_COMMUNITIES = (PlaceLevel.CITY, PlaceLevel.COUNTY, PlaceLevel.STATE)
_LEAST_SURE, _MOST_SURE = 0.3, 0.98
_CITY_OF_NEW_YORK = "New York"
_OWN = frozenset((PlaceFrame.IN, PlaceFrame.NEAR, PlaceFrame.EVENT, PlaceFrame.AGENCY, PlaceFrame.ELSEWHERE))
"""Frames in which a background scene names a place of its own."""


def zone_of(dateline: Fact[DatelineValue] | None) -> tzinfo:
    """The time zone that a report is filed from; US Central where that is not known."""
    if dateline is None:
        return ZoneInfo(_ZONE)
    city, state = dateline.value.city, dateline.value.state
    known = [c for c in cities_named(city) if state in (None, c.state)] if city else []
    name = known[0].zone if known else zone_of_state(state) if state else None
    return ZoneInfo(name or _ZONE)


def find_places(document: Document, dateline: Fact[DatelineValue] | None) -> tuple[PlaceMention, ...]:
    """Every mention of a place, in order of where it stands, at every level."""
    addresses = find_addresses(document.text)
    named = find_named_places(document.text)
    taken = [address.span for address in addresses]
    quarters = [place.span for place in named if place.called]
    localities = _with_dateline(document, dateline, find_localities(document, sorted(taken + quarters)))
    localities = _without_teasers(localities, find_teasers(document))
    mentions = list(resolve_localities(document, dateline, localities))
    towns = {m.span.start for m in mentions if m.population > 0 or (m.county and m.frame in _PLACED)}
    mentions += [PlaceMention(a.span, PlaceLevel.ADDRESS, a.value, detail=a.detail) for a in addresses]
    for place in named:
        n = bisect_left(taken, (place.span.end, 0)) - 1
        if (n < 0 or taken[n].end <= place.span.start) and place.span.start not in towns:
            level = PlaceLevel.NEIGHBORHOOD if place.neighborhood else PlaceLevel.NAME
            mentions.append(PlaceMention(place.span, level, place.name, kind=place.kind))
    named_at = {m.span.start for m in mentions if m.level is PlaceLevel.NAME}
    kept = [m for m in mentions if m.level is not PlaceLevel.CITY or _is_own(m, named_at)]
    return tuple(sorted(kept, key=lambda m: (m.span, m.level.value)))


def _without_teasers(localities: list[Locality], teasers: tuple[Span, ...]) -> list[Locality]:
    """The localities with those marked as elsewhere that only another story's teaser names."""
    starts = [teaser.start for teaser in teasers]

    def teased(place: Locality) -> bool:
        n = bisect_right(starts, place.span.start) - 1
        return n >= 0 and place.span.start < teasers[n].end

    return [replace(place, frame=PlaceFrame.ELSEWHERE) if teased(place) else place for place in localities]


def _is_own(city: PlaceMention, named_at: set[int]) -> bool:
    """Whether a city's name does not begin a building's ("Larkin Arms"); a police station's tells whose police."""
    return city.span.start not in named_at or city.frame is PlaceFrame.AGENCY


def place_of(setting: Setting, scene: Scene) -> Place:
    """Where a scene took place."""
    mentions = [m for m in setting.places if scene.covers(m.span.start)]
    scale = scale_of(setting, scene)
    kind = choose_kind(scale, scene, mentions)
    address = choose_address(scale, mentions)
    name = choose_name(scale, mentions, kind.kind if kind else None)
    community = _community_of(setting, scene, mentions)
    neighborhood = choose_neighborhood(scale, mentions) or choose_quarter(scale, mentions, community.city)
    document = setting.document
    lat, lon, precision = _coordinates(community)
    return Place(
        text=_words_of(document, [address, name, kind, neighborhood, community.city if community.own else None]),
        address=_fact(document, address),
        name=_fact(document, name),
        kind=document.fact(kind.kind, [kind.span], confidence=_sure(kind.chance)) if kind else None,
        neighborhood=_fact(document, neighborhood),
        city=_city_fact(document, community.city),
        county=_fact(document, community.county),
        state=community.state,
        lat=lat,
        lon=lon,
        precision=precision,
    )


@dataclass(frozen=True, slots=True)
class _Community:
    """The city, county and state of a scene."""

    city: Choice | None
    county: Choice | None
    state: Fact[str] | None
    own: bool
    """Whether the scene's own words say it."""


def _community_of(setting: Setting, scene: Scene, mentions: list[PlaceMention]) -> _Community:
    """The community of a scene that has some of a report's mentions.

    A scene that is most of the report may be placed by any of its words. One that names no place of its own ("the
    second officer-involved shooting today") is of the same community as the rest of the report.
    """
    named = any(m.frame in _OWN and m.level in _COMMUNITIES for m in mentions)
    mostly = scene.main and 2 * len(mentions) >= len(setting.places)
    if named and not mostly:
        return _community(scale_of(setting, scene), mentions, own=True)
    return _community(scale_of(setting, replace(scene, main=True)), list(setting.places), own=scene.main)


def _community(scale: Scale, mentions: list[PlaceMention], *, own: bool) -> _Community:
    points = weigh_states(scale, mentions)
    city = choose_city(scale, mentions, points)
    state = choose_state(points, mentions)
    if state is None:
        return _Community(city, None, None, own)
    code, chance = state
    county = choose_county(scale, mentions, code, city.mention if city else None)
    spans = _state_spans(mentions, code, city, county)
    return _Community(city, county, scale.setting.document.fact(code, spans, confidence=_sure(chance)), own)


def _state_spans(mentions: list[PlaceMention], state: str, city: Choice | None, county: Choice | None) -> list[Span]:
    """The words that a state rests on: where it is said, and else the places that lie in no other."""
    said = [m for m in mentions if m.state == state and (m.said_state or m.level is PlaceLevel.STATE)]
    said.sort(key=lambda m: (m.frame is PlaceFrame.SITE, not m.said_state, m.span))
    spans = [m.state_span or m.span for m in said[:1]]
    spans += [choice.mention.span for choice in (city, county) if choice is not None]
    if not spans:
        spans = [m.span for m in mentions if m.state == state][:1]
    return spans


def _fact(document: Document, choice: Choice | None) -> Fact[str] | None:
    if choice is None:
        return None
    return document.fact(choice.mention.value, [choice.mention.span], confidence=_sure(choice.chance))


def _city_fact(document: Document, choice: Choice | None) -> Fact[str] | None:
    """The city as it is usually written; "New York City" is New York."""
    if choice is None:
        return None
    name = usual_case(choice.mention.value)
    name = _CITY_OF_NEW_YORK if name == _CITY_OF_NEW_YORK + " City" else name
    return document.fact(name, [choice.mention.span], confidence=_sure(choice.chance))


def _sure(chance: float) -> float:
    """A chance as a confidence: never none, never full."""
    return round(min(max(chance, _LEAST_SURE), _MOST_SURE), 2)


def _coordinates(community: _Community) -> tuple[float | None, float | None, Precision | None]:
    """The coordinates of the closest level that the gazetteer has."""
    for choice, precision in ((community.city, Precision.CITY), (community.county, Precision.COUNTY)):
        if choice is not None and choice.mention.lat is not None:
            return choice.mention.lat, choice.mention.lon, precision
    if community.state is None:
        return None, None, None
    return (*state_middle(community.state.value), Precision.STATE)


def _words_of(document: Document, chosen: list[Choice | KindChoice | None]) -> str | None:
    """The words that name the place, the most telling one's, with what leads up to it ("at a home in the …")."""
    best = next((choice for choice in chosen if choice is not None), None)
    if best is None:
        return None
    span = best.span if isinstance(best, KindChoice) else best.mention.span
    sentence = document.sentence_at(span.start)
    first = max(sentence.start if sentence else 0, span.start - _LEAD_WORDS)
    start = span.start
    before = _BEFORE.search(document.text[first:start])
    if before:
        start = first + before.start()
        setting = _SET.search(document.text[first:start])
        if setting and any(find_kinds(document.text, first + setting.start(), start)):
            start = first + setting.start()
    return " ".join(document.text[start : span.end].split())


def _with_dateline(
    document: Document, dateline: Fact[DatelineValue] | None, localities: list[Locality]
) -> list[Locality]:
    """The localities with that of the dateline marked as such, and added where the gazetteer does not have it."""
    span = _span_of(document, dateline) if dateline is not None else None
    if dateline is None or span is None:
        return localities
    value = dateline.value
    marked = []
    held = False
    for place in localities:
        inside = span.start <= place.span.start < span.end
        held |= inside and place.level is not PlaceLevel.STATE
        frame, stated = (PlaceFrame.DATELINE, place.stated or value.state) if inside else (place.frame, place.stated)
        marked.append(replace(place, frame=frame, stated=stated))
    if not held and value.city is not None:
        end = span.start + len(value.city)
        known = cities_named(value.city)
        place = Locality(Span(span.start, end), PlaceLevel.CITY, value.city, PlaceFrame.DATELINE, value.state, known)
        marked.append(place)
    return marked


def _span_of(document: Document, dateline: Fact[DatelineValue]) -> Span | None:
    """Where a dateline's words lie in the document's text."""
    said = dateline.evidence[0]
    if said.field is not FieldName.TEXT:
        return None
    starts = document.body.starts
    start, end = (
        (said.start, said.end) if starts is None else (bisect_left(starts, said.start), bisect_left(starts, said.end))
    )
    return Span(document.body_start + start, document.body_start + end)
