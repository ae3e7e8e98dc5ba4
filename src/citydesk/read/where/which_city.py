"""Which of the cities, counties and states that a report names is the one where it happened.

In: a setting and the place mentions of a scene. Out: the mention that says it best, with its chance. The state comes
first, by everything named; then the city in it, by how it is spoken of.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log, log10

from citydesk.read.page.setting import PlaceFrame, PlaceLevel, PlaceMention
from citydesk.read.where.gazetteer import distance_km, name_key
from citydesk.read.where.outlets import states_of_outlet
from citydesk.read.where.resolved import mention_points, outlet_points
from citydesk.read.where.scene_place import Choice, Scale

# Points: one is worth a factor of e in the odds between two cities. Fitted to the cities that the Gun Violence Archive
# recorded for 3,416 development reports, rounded to quarters (November 2026); on incidents that a fit had not seen,
# f1 was 0.78 and 0.80 (not every report names the city that was recorded), on the development gold 0.87.
_BY_FRAME = {
    PlaceFrame.DATELINE: 0.5,
    PlaceFrame.IN: 0.5,
    PlaceFrame.NEAR: 0.25,
    PlaceFrame.EVENT: 0.0,
    PlaceFrame.AGENCY: 1.25,
    PlaceFrame.PEOPLE: 0.5,
    PlaceFrame.HOMETOWN: 0.0,
    PlaceFrame.MOVED: -0.25,
    PlaceFrame.ELSEWHERE: 0.0,
    PlaceFrame.SITE: -0.75,
    PlaceFrame.BARE: 0.25,
}
"""For the logarithm of one and how often a city stands in the frame."""
_HAPPENS = 1.0
"""It stands in a sentence in which something happens, as the place of it."""
_COUNTY_TOO = 1.0
"""The report names its county."""
_SIZE = 0.75
"""For the power of ten of its population."""
_LATE = -0.5
_ONLY_ASIDE = -1.25
"""It stands only where somebody comes from or is taken to."""
_PART_OF_LARGER = -1.5
"""It is so near a large city whose police the report names that it is a quarter of that city, or as good as one."""
_UNKNOWN = -0.25
"""The gazetteer does not have it: a hamlet, a quarter, or no place at all."""
_STATE = 1.0
"""For the share of all points for states that its own state has."""
_NO_CITY = -0.75
_SURENESS = 2.0
"""How fast a state's points turn to certainty."""
_LARGE = 100_000
_LARGER = 5
_QUARTER_KM = 25.0
_PLACING = frozenset((PlaceFrame.IN, PlaceFrame.NEAR, PlaceFrame.EVENT))
_TELLING = frozenset((*_PLACING, PlaceFrame.DATELINE, PlaceFrame.AGENCY, PlaceFrame.PEOPLE))
_FEW_PEOPLE = 100


@dataclass(slots=True)
class _Candidate:
    """A city with all its mentions."""

    key: str
    state: str | None
    mentions: list[PlaceMention] = field(default_factory=list)


def weigh_states(scale: Scale, mentions: Sequence[PlaceMention]) -> dict[str, float]:
    """How strongly the mentions, the dateline and the outlet point to each state."""
    setting = scale.setting
    report = setting.document.report
    points = outlet_points(states_of_outlet(report.url, report.publisher), setting.dateline)
    mention_points(points, setting.document, mentions)
    return points


def choose_state(points: dict[str, float], mentions: Sequence[PlaceMention]) -> tuple[str, float] | None:
    """The state with the most points that some mention stands for, and its chance."""
    said = {m.state for m in mentions if m.state is not None}
    named = sorted(state for state in points if state in said)
    if not named:
        return None
    best = max(named, key=lambda state: points[state])
    return best, 1 / sum(exp(_SURENESS * (min(p - points[best], 0.0))) for p in points.values())


def choose_city(scale: Scale, mentions: Sequence[PlaceMention], points: dict[str, float]) -> Choice | None:
    """The city of the scene, among those in the likeliest state."""
    state = choose_state(points, mentions)
    cities = [m for m in mentions if m.level is PlaceLevel.CITY and state is not None and m.state == state[0]]
    every = _candidates(cities)
    candidates = [c for c in every if any(m.frame is not PlaceFrame.SITE for m in c.mentions)]
    if not candidates:
        return None
    counties = {name_key(m.value) for m in mentions if m.level is PlaceLevel.COUNTY}
    share = points.get(state[0] if state else "", 0.0) / (sum(points.values()) or 1.0)
    large = _named_large(candidates)
    totals = [
        _city_points(scale, candidate, counties) + _STATE * share + _PART_OF_LARGER * _is_part(candidate, large)
        for candidate in candidates
    ]
    n = max(range(len(candidates)), key=lambda k: (totals[k], -k))
    if totals[n] < _NO_CITY:
        return None
    chance = 1 / (sum(exp(total - totals[n]) for total in totals) + exp(_NO_CITY - totals[n]))
    return Choice(_telling(scale, candidates[n].mentions), chance)


def choose_county(
    scale: Scale, mentions: Sequence[PlaceMention], state: str | None, city: PlaceMention | None
) -> Choice | None:
    """The county of the scene: the city's own where the report names it, else the one that it happened in."""
    counties = [m for m in mentions if m.level is PlaceLevel.COUNTY and m.state == state]
    own = [m for m in counties if city is not None and city.county and name_key(m.value) == name_key(city.county)]
    if own:
        return Choice(_telling(scale, own), 0.9)
    if city is not None and city.county and city.population > 0:
        return None
    placed = [m for m in counties if m.frame in _TELLING]
    best = max(_candidates(placed), key=lambda c: _city_points(scale, c, set()), default=None)
    return None if best is None else Choice(_telling(scale, best.mentions), 0.8)


def choose_quarter(scale: Scale, mentions: Sequence[PlaceMention], city: Choice | None) -> Choice | None:
    """The place that the gazetteer has as a town, but that is spoken of as a quarter of the scene's city."""
    if city is None or city.mention.population < _LARGE:
        return None
    large = city.mention
    towns = [m for m in mentions if m.level is PlaceLevel.CITY and m.state == large.state]
    near = [
        candidate
        for candidate in _candidates(towns)
        if candidate.mentions[0].population * _LARGER <= large.population
        and is_within(candidate.mentions[0], large, _QUARTER_KM)
        and not any(m.frame is PlaceFrame.AGENCY for m in candidate.mentions)
        and any(m.frame in _PLACING for m in candidate.mentions)
    ]
    best = max(near, key=lambda candidate: _city_points(scale, candidate, set()), default=None)
    return None if best is None else Choice(_telling(scale, best.mentions), 0.6)


def _candidates(mentions: Sequence[PlaceMention]) -> list[_Candidate]:
    """The cities among mentions, in order of their first."""
    found: dict[tuple[str, str | None], _Candidate] = {}
    for mention in mentions:
        key = (name_key(mention.value), mention.state)
        found.setdefault(key, _Candidate(*key)).mentions.append(mention)
    return list(found.values())


def _city_points(scale: Scale, candidate: _Candidate, counties: set[str]) -> float:
    document = scale.setting.document
    often: dict[PlaceFrame, int] = {}
    nearest = 1_000
    happens = False
    for mention in candidate.mentions:
        often[mention.frame] = often.get(mention.frame, 0) + 1
        sentence = document.sentence_at(mention.span.start)
        if sentence is not None:
            nearest = min(nearest, max(0, sentence.index - scale.lead))
            placing = mention.frame in _PLACING
            happens |= placing and scale.happens(sentence)
    points = sum(_BY_FRAME[frame] * log(1 + count) for frame, count in often.items())
    population = max(mention.population for mention in candidate.mentions)
    points += _SIZE * (log10(max(population, _FEW_PEOPLE)) - 4.0) + _LATE * log(1 + nearest)
    points += _UNKNOWN * (population == 0)
    points += _HAPPENS * happens + _ONLY_ASIDE * (not often.keys() & _TELLING)
    in_county = any(m.county and name_key(m.county) in counties for m in candidate.mentions)
    return points + _COUNTY_TOO * in_county


def _named_large(candidates: list[_Candidate]) -> list[_Candidate]:
    """The large cities whose police or other offices a report names."""
    return [
        candidate
        for candidate in candidates
        if candidate.mentions[0].population >= _LARGE
        and any(mention.frame is PlaceFrame.AGENCY for mention in candidate.mentions)
    ]


def _is_part(candidate: _Candidate, large: list[_Candidate]) -> bool:
    """Whether a city has one of the large ones beside it, and no office named after itself."""
    own = candidate.mentions[0]
    if any(mention.frame is PlaceFrame.AGENCY for mention in candidate.mentions):
        return False
    return any(
        other is not candidate
        and other.mentions[0].population >= _LARGER * own.population
        and is_within(own, other.mentions[0], _QUARTER_KM)
        for other in large
    )


def is_within(a: PlaceMention, b: PlaceMention, km: float) -> bool:
    """Whether two resolved places lie no further apart than so many kilometres; False where one is not located."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return distance_km((a.lat, a.lon), (b.lat, b.lon)) <= km


def _telling(scale: Scale, mentions: list[PlaceMention]) -> PlaceMention:
    """The mention that says best that it happened there."""
    document = scale.setting.document

    def worth(mention: PlaceMention) -> tuple[bool, bool, bool, int]:
        sentence = document.sentence_at(mention.span.start)
        in_body = not document.in_title(mention.span.start)
        return mention.frame in _TELLING, scale.happens(sentence), in_body, -mention.span.start

    return max(mentions, key=worth)
