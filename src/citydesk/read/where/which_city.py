"""Which of the cities, counties and states that a report names is the one where it happened.

In: a setting and the place mentions of a scene. Out: the mention that says it best, with its chance. The state comes
first, by everything named; then the city in it, by how it is spoken of.
"""

from collections.abc import Sequence
from math import exp

from citydesk.read.page.setting import PlaceFrame, PlaceLevel, PlaceMention
from citydesk.read.where.city_signals import (
    LARGE,
    LARGER,
    NOTHING_AROUND,
    PLACING,
    QUARTER_KM,
    TELLING,
    Candidate,
    around_of,
    find_candidates,
    is_of_large,
    is_within,
    signals_of_city,
    signals_of_none,
)
from citydesk.read.where.city_weights import WEIGHTS
from citydesk.read.where.gazetteer import name_key
from citydesk.read.where.outlets import states_of_outlet
from citydesk.read.where.resolved import mention_points, outlet_points
from citydesk.read.where.scale import Choice, Scale

_SURENESS = 2.0
"""How fast a state's points turn to certainty."""


def weigh_states(scale: Scale, mentions: Sequence[PlaceMention]) -> dict[str, float]:
    """How strongly the mentions, the dateline and the outlet point to each state."""
    setting = scale.setting
    report = setting.document.report
    points = outlet_points(states_of_outlet(report.url, report.publisher), setting.dateline)
    mention_points(points, setting.document, mentions)
    return points


def choose_state(points: dict[str, float], mentions: Sequence[PlaceMention]) -> tuple[str, float] | None:
    """The state with the most points that some mention stands for, and its chance."""
    told = {m.state for m in mentions if m.state is not None and m.frame is not PlaceFrame.SITE}
    said = told or {m.state for m in mentions if m.state is not None}  # an outlet's own label tells where nothing does
    named = sorted(state for state in points if state in said)
    if not named:
        return None
    best = max(named, key=lambda state: points[state])
    return best, 1 / sum(exp(_SURENESS * (min(p - points[best], 0.0))) for p in points.values())


def choose_city(scale: Scale, mentions: Sequence[PlaceMention], points: dict[str, float]) -> Choice | None:
    """The city of the scene, among those in the likeliest state."""
    state = choose_state(points, mentions)
    cities = [m for m in mentions if m.level is PlaceLevel.CITY and state is not None and m.state == state[0]]
    candidates = find_candidates(cities)
    share = points.get(state[0] if state else "", 0.0) / (sum(points.values()) or 1.0)
    around = around_of(scale, mentions, candidates)
    totals = [_worth(signals_of_city(scale, candidate, around, share)) for candidate in candidates]
    none = _worth(signals_of_none(scale, mentions, candidates))
    n = max(range(len(candidates)), key=lambda k: (totals[k], -k), default=None)
    if n is None or totals[n] < none:
        return None
    chance = 1 / (sum(exp(total - totals[n]) for total in totals) + exp(none - totals[n]))
    return Choice(_telling(scale, candidates[n].mentions), chance)


def _worth(signals: dict[str, float]) -> float:
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in signals.items())


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
    placed = [m for m in counties if m.frame in TELLING]
    return _most_telling(scale, find_candidates(placed), 0.8)


def choose_quarter(scale: Scale, mentions: Sequence[PlaceMention], city: Choice | None) -> Choice | None:
    """The place that the gazetteer has as a town, but that is spoken of as a quarter of the scene's city.

    Where no city is named, it is a quarter that has its mail from a large one ("a shooting in Coney Island").
    """
    towns = find_candidates([m for m in mentions if m.level is PlaceLevel.CITY])
    quarters = [c for c in towns if c.has(*PLACING) and not c.has(PlaceFrame.AGENCY)]
    if city is None:
        return _most_telling(scale, [c for c in quarters if is_of_large(c)], 0.6)
    if city.mention.population < LARGE:
        return None
    return _most_telling(scale, [c for c in quarters if _is_quarter(c, city.mention)], 0.6)


def _is_quarter(candidate: Candidate, city: PlaceMention) -> bool:
    """Whether a place may be a quarter of a large city: near and small, or on no map."""
    own = candidate.mentions[0]
    if own.state != city.state or own.population * LARGER > city.population:
        return False
    return is_within(own, city, QUARTER_KM) or not own.county


def _most_telling(scale: Scale, candidates: list[Candidate], chance: float) -> Choice | None:
    """The candidate that is best told to be the place, whatever else is named."""
    best = max(candidates, key=lambda c: _worth(signals_of_city(scale, c, NOTHING_AROUND, 0.0)), default=None)
    return None if best is None else Choice(_telling(scale, best.mentions), chance)


def _telling(scale: Scale, mentions: list[PlaceMention]) -> PlaceMention:
    """The mention that says best that it happened there."""
    document = scale.setting.document

    def worth(mention: PlaceMention) -> tuple[bool, bool, bool, bool, int]:
        sentence = document.sentence_at(mention.span.start)
        in_body = not document.in_title(mention.span.start)
        full = mention.value.endswith(" Township")
        return mention.frame in TELLING, full, scale.happens(sentence), in_body, -mention.span.start

    return max(mentions, key=worth)
