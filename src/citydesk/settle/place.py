"""Where on the map an incident's record lies, and the words for it.

In: the tellings of an incident and the values that stand. Out: coordinates, their precision, and the place as worded,
all from one telling that has the place that stands.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic import JsonValue

from citydesk.model import Place, Precision
from citydesk.settle.settled import Told
from citydesk.settle.values import Match, compare_values

_LEVELS = ("state", "county", "city", "neighborhood", "name", "address")
_CLOSEST = (Precision.NEIGHBORHOOD, Precision.CITY, Precision.COUNTY, Precision.STATE)


class Spot(NamedTuple):
    """Coordinates and words of a place; None where no report gives them."""

    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    text: str | None = None


def best_spot(told: Sequence[Told], standing: Mapping[str, JsonValue]) -> Spot:
    """The closest coordinates and the best words among the tellings whose place does not contradict the record's."""
    places = [one.reading.incidents[one.telling].place for one in told]
    fitting = [place for place in places if _fits(place, standing)]
    located = [place for place in fitting if place.lat is not None and place.precision is not None]
    worded = [place for place in fitting if place.text is not None]
    nearest = min(located, key=_distance_known, default=Place())
    text = max(worded, key=lambda place: _likeness(place, standing), default=Place()).text
    return Spot(nearest.lat, nearest.lon, nearest.precision, text)


def _fits(place: Place, standing: Mapping[str, JsonValue]) -> bool:
    """Whether no level that counts on a map says something else than the record."""
    return all(_match(place, level, standing) is not Match.OTHER for level in ("state", "county", "city"))


def _match(place: Place, level: str, standing: Mapping[str, JsonValue]) -> Match | None:
    fact, value = getattr(place, level), standing.get(f"place.{level}")
    if fact is None or value is None:
        return None
    return compare_values(f"place.{level}", fact.value, value)


def _distance_known(place: Place) -> int:
    return _CLOSEST.index(place.precision) if place.precision is not None else len(_CLOSEST)


def _likeness(place: Place, standing: Mapping[str, JsonValue]) -> tuple[int, ...]:
    """More for the closer levels that are as they stand in the record; then for the longer words."""
    alike = sum(2**n for n, level in enumerate(_LEVELS) if _match(place, level, standing) in (Match.SAME, Match.MORE))
    return alike, len(place.text or "")
