"""The places of the United States by name: cities and counties with coordinates, population and time zone.

In: a name as news writes it ("St. Louis", "Miami-Dade County"). Out: every place that bears it, largest first. Which of
them is meant is left to others. The tables are made by `training/gazetteer.py`, shipped with the package, and loaded
once, at first use.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

_EARTH_KM = 6371.0
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_FULL = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "pt": "point",
    "hts": "heights",
    "twp": "township",
}
_COUNTY_WORD = re.compile(r" (?:county|parish|borough|census area|municipality|municipio|co)$")
_SEPARATE_CITY = " city"
"""What the Census Bureau puts behind the names of cities outside any county (Baltimore, St. Louis, Norfolk …)."""


_LARGEST_OF_A_STATE = 30_000
"""Every state has a city of this size; the smallest largest one is Burlington, Vermont."""


class City(NamedTuple):
    """A populated place."""

    name: str
    state: str
    lat: float
    lon: float
    population: int
    """0 of a hamlet that is known only by its post office."""
    zone: str
    """IANA name of its time zone."""
    county: str
    """Its county's full name ("St. Mary Parish"), or "" where that is not known."""
    mail: str
    """The larger place whose name its mail bears: of a quarter its city ("New York" of Harlem); else ""."""


class County(NamedTuple):
    """A county, parish or borough."""

    name: str
    """In full: "Clark County"."""
    state: str
    lat: float
    lon: float
    population: int
    """Of its places in the gazetteer, in sum."""


def name_key(words: str) -> str:
    """The form under which a name is kept: lower case, without points, "St." and the like in full.

    >>> name_key("St. Louis"), name_key("Winston-Salem"), name_key("O’Fallon"), name_key("The Bronx")
    ('saint louis', 'winston salem', 'ofallon', 'bronx')
    """
    plain = _POSSESSIVE.sub("", words.lower()).replace("'", "").replace("’", "").replace(".", " ").replace("-", " ")
    parts = [_FULL.get(part, part) for part in plain.split()]
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] == "the" else parts)


@lru_cache(maxsize=4096)
def cities_named(words: str) -> tuple[City, ...]:
    """Every city of that name, the most populous first; none for a name that the gazetteer does not know."""
    lines = _city_lines().get(name_key(words), ())
    cities = [_city(line) for line in lines]
    return tuple(sorted(cities, key=lambda c: (-c.population, c.state, c.lat)))


@lru_cache(maxsize=4096)
def counties_named(words: str) -> tuple[County, ...]:
    """Every county of that name, given with or without "County", the most populous first."""
    key = _COUNTY_WORD.sub("", name_key(words))
    return tuple(sorted(_counties().get(key, ()), key=lambda c: (-c.population, c.state)))


@cache
def longest_names() -> dict[str, int]:
    """For each word that a city's name begins with, the number of words of the longest such name."""
    longest: dict[str, int] = {}
    for key in _city_lines():
        first, words = key.partition(" ")[0], key.count(" ") + 1
        if words > longest.get(first, 0):
            longest[first] = words
    return longest


def is_city_key(key: str) -> bool:
    """Whether a name in the form of `name_key` is a city's."""
    return key in _city_lines()


@cache
def state_middle(state: str) -> tuple[float, float]:
    """Latitude and longitude of the middle of a state: the mean of its counties."""
    counties = [c for named in _counties().values() for c in named if c.state == state]
    if not counties:
        raise ValueError(f"{state!r} is not the code of a state that the gazetteer has")
    n = len(counties)
    return round(sum(c.lat for c in counties) / n, 4), round(sum(c.lon for c in counties) / n, 4)


def cities_of_size(population: int) -> Iterator[City]:
    """Every city of at least that many people."""
    for lines in _city_lines().values():
        for line in lines:
            if int(line.split("\t", 5)[4]) >= population:
                yield _city(line)


@cache
def zone_of_state(state: str) -> str | None:
    """The time zone of a state's largest city; None for what is no state."""
    cities = (c for c in cities_of_size(_LARGEST_OF_A_STATE) if c.state == state)
    largest = max(cities, key=lambda c: c.population, default=None)
    return None if largest is None else largest.zone


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points, each latitude and longitude in degrees."""
    lat1, lat2 = radians(a[0]), radians(b[0])
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


@cache
def _city_lines() -> dict[str, tuple[str, ...]]:
    """The lines of the cities' table by the key that each begins with; parsed only when asked for."""
    lines: dict[str, tuple[str, ...]] = {}
    for line in _table("places.tsv"):
        key, _, rest = line.partition("\t")
        lines[key] = (*lines[key], rest) if key in lines else (rest,)
    for key, usual in (("new york", "new york city"),):
        lines[key] = (*lines.get(key, ()), *lines[usual])
    return lines


def _city(line: str) -> City:
    name, state, lat, lon, population, zone, county, mail = line.split("\t")
    return City(name, state, float(lat), float(lon), int(population), zone, county, mail)


@cache
def _counties() -> dict[str, tuple[County, ...]]:
    counties: dict[str, tuple[County, ...]] = {}
    for line in _table("counties.tsv"):
        name, state, lat, lon, population = line.split("\t")
        if name.endswith(_SEPARATE_CITY):
            continue
        key = _COUNTY_WORD.sub("", name_key(name))
        counties[key] = (*counties.get(key, ()), County(name, state, float(lat), float(lon), int(population)))
    return counties


def _table(name: str) -> list[str]:
    text = files("citydesk.read").joinpath("tables", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
