"""Which of the places that names could mean lie near each other: Portland and Cumberland County do in Maine.

In: the localities of a report, unresolved. Out: for each name and state, how many of the report's other names could
mean a place near by. What follows from that is `resolved.py`'s question.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from citydesk.read.where.gazetteer import City, County, name_key
from citydesk.read.where.localities import Locality

Neighbors = dict[tuple[str, str], int]
"""By a name's key and a state: the number of other names."""

_CELLS_A_DEGREE = 2
"""The size of the net that is laid over the map: places in one mesh or the next, some 30 to 80 km apart, are near."""
_MOST_NAMES = 40
"""Names of a report that are looked at, the first ones; a report with more lists places."""

_Cell = tuple[int, int]


def count_neighbors(localities: Iterable[Locality]) -> Neighbors:
    """For each name and state, how many other names could mean a place near the one that the name means there."""
    could_be: dict[str, tuple[City | County, ...]] = {}
    for place in localities:
        key = name_key(place.name)
        if place.could_be and (key in could_be or len(could_be) < _MOST_NAMES):
            could_be.setdefault(key, tuple(c for c in place.could_be if place.stated in (None, c.state)))
    names: dict[_Cell, set[str]] = {}
    for key, meanings in could_be.items():
        for meant in meanings:
            names.setdefault(_cell(meant), set()).add(key)
    counts: Neighbors = {}
    for key, meanings in could_be.items():
        for meant in meanings:
            around = {other for cell in _around(_cell(meant)) for other in names.get(cell, ())}
            counts[key, meant.state] = max(counts.get((key, meant.state), 0), len(around) - 1)
    return counts


def _cell(place: City | County) -> _Cell:
    return int(place.lat * _CELLS_A_DEGREE // 1), int(place.lon * _CELLS_A_DEGREE // 1)


def _around(cell: _Cell) -> Iterator[_Cell]:
    row, column = cell
    return ((row + down, column + right) for down, right in product((-1, 0, 1), repeat=2))
