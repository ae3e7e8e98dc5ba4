"""Lists of incidents: what a query asks for, page by page, and what each filter could narrow it to."""

from collections import Counter
from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from citydesk.ledger.dialect import Dialect
from citydesk.ledger.lines import state_name
from citydesk.ledger.rows import STANDS, incident_line
from citydesk.ledger.tables import incidents
from citydesk.ledger.views import Facet, IncidentPage, IncidentQuery

MAX_PAGE = 1_000_000
MAX_PAGE_SIZE = 1_000
CITIES = 20
"""How many cities the filter offers."""
_ROW = incidents.c
_INVOLVED: ColumnElement[bool] = or_(_ROW.officer_shot.is_(True), _ROW.shot_by_officer.is_(True))

_SHOWN = [column for column in incidents.c if column is not _ROW.record]
"""A page deep in the list is found by sorting all rows before it; without their records that costs half."""

Conditions = Mapping[str, ColumnElement[bool]]
"""What a query asks, by the filter that asks it."""


def list_incidents(connection: Connection, dialect: Dialect, query: IncidentQuery) -> IncidentPage:
    """One page of the incidents that a query asks for, newest first, and the counts of the filters' choices."""
    asked = _conditions(dialect, query)
    size = min(max(query.page_size, 1), MAX_PAGE_SIZE)
    page = min(max(query.page, 1), MAX_PAGE)
    rows = connection.execute(
        select(*_SHOWN)
        .where(STANDS, *asked.values())
        .order_by(_ROW.day.desc().nulls_last(), _ROW.time.desc().nulls_last(), _ROW.id)
        .limit(size)
        .offset((page - 1) * size)
    )
    lines = tuple(incident_line(row) for row in rows)
    total = connection.execute(select(func.count()).select_from(incidents).where(STANDS, *asked.values())).scalar_one()
    facets = {name: make(connection, asked) for name, make in _FACETS.items()}
    return IncidentPage(query=query, total=total, lines=lines, facets=facets)


def _conditions(dialect: Dialect, query: IncidentQuery) -> Conditions:
    asked: dict[str, ColumnElement[bool]] = {}
    if query.words is not None and query.words.strip():
        asked["words"] = dialect.matching(_ROW.number, query.words)
    if query.state is not None:
        asked["state"] = _ROW.state == query.state.upper()
    if query.city is not None:
        asked["city"] = func.lower(_ROW.city) == query.city.lower()
    if query.since is not None or query.until is not None:
        asked["year"] = _between(query)
    if query.killed_at_least is not None:
        asked["killed"] = _ROW.killed >= query.killed_at_least
    if query.injured_at_least is not None:
        asked["injured"] = _ROW.injured >= query.injured_at_least
    if query.officer_involved is not None:
        asked["officer_involved"] = _INVOLVED if query.officer_involved else _ROW.number.not_in(_involved())
    return asked


def _involved() -> Select[tuple[int]]:
    return select(_ROW.number).where(_INVOLVED)


def _between(query: IncidentQuery) -> ColumnElement[bool]:
    """An incident whose day is known only roughly is there if it may lie in the days asked for."""
    bounds: list[ColumnElement[bool]] = []
    if query.since is not None:
        bounds.append(_ROW.date_end >= query.since.isoformat())
    if query.until is not None:
        bounds.append(_ROW.date_start <= query.until.isoformat())
    return and_(*bounds)


def _without(asked: Conditions, *filters: str) -> list[ColumnElement[bool]]:
    return [STANDS, *(condition for name, condition in asked.items() if name not in filters)]


def _states(connection: Connection, asked: Conditions) -> tuple[Facet, ...]:
    """Choosing a state drops the city, so a city asked for does not narrow the states."""
    where = _without(asked, "state", "city")
    counted = connection.execute(
        select(_ROW.state, func.count().label("n")).where(*where, _ROW.state.is_not(None)).group_by(_ROW.state)
    )
    found = sorted(((row.state, row.n) for row in counted), key=lambda one: (-one[1], one[0]))
    return tuple(Facet(state, state_name(state) or state, n) for state, n in found)


def _cities(connection: Connection, asked: Conditions) -> tuple[Facet, ...]:
    where = _without(asked, "city")
    n = func.count().label("n")
    counted = connection.execute(
        select(_ROW.city, n)
        .where(*where, _ROW.city.is_not(None))
        .group_by(_ROW.city)
        .order_by(n.desc(), _ROW.city)
        .limit(CITIES)
    )
    return tuple(Facet(row.city, row.city, row.n) for row in counted)


def _years(connection: Connection, asked: Conditions) -> tuple[Facet, ...]:
    """An incident that may lie in two years counts for both, as it is listed for both."""
    first, last = func.substr(_ROW.date_start, 1, 4).label("first"), func.substr(_ROW.date_end, 1, 4).label("last")
    where = _without(asked, "year")
    counted = connection.execute(
        select(first, last, func.count().label("n")).where(*where, _ROW.date_start.is_not(None)).group_by(first, last)
    )
    years: Counter[int] = Counter()
    for row in counted:
        for year in range(int(row.first), int(row.last) + 1):
            years[year] += row.n
    return tuple(Facet(f"{year:04}", f"{year:04}", years[year]) for year in sorted(years, reverse=True))


def _officers(connection: Connection, asked: Conditions) -> tuple[Facet, ...]:
    where = _without(asked, "officer_involved")
    row = connection.execute(
        select(func.count().label("n"), func.sum(case((_INVOLVED, 1), else_=0)).label("involved")).where(*where)
    ).one()
    involved = row.involved or 0
    return (
        Facet("true", "officer involved", involved),
        Facet("false", "no officer involved", row.n - involved),
    )


def _at_least_one(name: str) -> Callable[[Connection, Conditions], tuple[Facet, ...]]:
    def count(connection: Connection, asked: Conditions) -> tuple[Facet, ...]:
        some = select(func.count()).select_from(incidents).where(*_without(asked, name), _ROW[name] >= 1)
        return (Facet("1", f"one or more {name}", connection.execute(some).scalar_one()),)

    return count


_FACETS: Mapping[str, Callable[[Connection, Conditions], tuple[Facet, ...]]] = {
    "state": _states,
    "city": _cities,
    "year": _years,
    "officer_involved": _officers,
    "killed": _at_least_one("killed"),
    "injured": _at_least_one("injured"),
}
