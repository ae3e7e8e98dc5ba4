"""Other incidents that stand near one: told in the same reports, counted with it, or in its city within days.

And those that its reports mention and that nothing in the ledger is about: open references.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from citydesk.ledger.rows import STANDS, incident_line
from citydesk.ledger.tables import incidents, reports, tellings
from citydesk.ledger.views import OpenReference, Related
from citydesk.link import days_of
from citydesk.model import Reading, Record, ReportId

NEAR_DAYS = 3
MAX_RELATED = 20
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


class _Counted(NamedTuple):
    """An incident's place in a sequence that a report tells of: "the second officer-involved shooting today"."""

    rank: str
    of: str
    when: str
    first: int
    last: int

    def holds(self, day: date) -> bool:
        """Whether a day lies in the sequence's period."""
        return self.first <= day.toordinal() <= self.last


def find_related(connection: Connection, row: Any, record: Record) -> tuple[Related, ...]:
    """The incidents near the one of a row, each once, with the strongest reason; the closest first."""
    found: dict[int, Related] = {}
    for other, why in (*_told_together(connection, row), *_near(connection, row, record)):
        found.setdefault(other.number, Related(incident_line(other), why))
    return tuple(found.values())[:MAX_RELATED]


def find_open(connection: Connection, number: int, readings: Mapping[ReportId, Reading]) -> tuple[OpenReference, ...]:
    """What the reports of an incident, of which these are the readings, mention and the ledger does not hold."""
    own = select(tellings.c.report).where(tellings.c.incident == number)
    waiting = (
        select(reports.c.id, tellings.c.place)
        .join(reports, reports.c.arrival == tellings.c.report)
        .where(tellings.c.report.in_(own), tellings.c.incident.is_(None))
        .order_by(reports.c.published_utc.is_(None), reports.c.published_utc, reports.c.id, tellings.c.place)
    )
    return tuple(
        OpenReference(ReportId(row.id), readings[row.id].incidents[row.place])
        for row in connection.execute(waiting)
        if row.id in readings
    )


def _told_together(connection: Connection, row: Any) -> Iterator[tuple[Any, str]]:
    own = select(tellings.c.report).where(tellings.c.incident == row.number)
    numbers = select(tellings.c.incident).where(tellings.c.report.in_(own))
    others = (
        select(incidents)
        .where(STANDS, incidents.c.number.in_(numbers), incidents.c.number != row.number)
        .order_by(incidents.c.id)
        .limit(MAX_RELATED)
    )
    for other in connection.execute(others):
        yield other, "told in the same report"


def _near(connection: Connection, row: Any, record: Record) -> Iterator[tuple[Any, str]]:
    """Incidents of the same city, whose days are known, at most NEAR_DAYS from this one's."""
    if row.city is None or row.date_start is None or row.date_start != row.date_end:
        return
    day = date.fromisoformat(row.date_start)
    around = (
        select(incidents)
        .where(STANDS, incidents.c.number != row.number)
        .where(incidents.c.city == row.city, incidents.c.state.is_not_distinct_from(row.state))
        .where(incidents.c.date_start == incidents.c.date_end)
        .where(incidents.c.date_start.between(_written(day, -NEAR_DAYS), _written(day, NEAR_DAYS)))
    )
    others = [(date.fromisoformat(other.date_start), other) for other in connection.execute(around)]
    for other_day, other in sorted(others, key=lambda one: (abs(one[0] - day), one[0], one[1].id)):
        yield other, _counted(record, day, other, other_day) or _apart((other_day - day).days)


def _written(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _counted(record: Record, day: date, other: Any, other_day: date) -> str | None:
    """Why, where a report counts one of the two in a sequence whose period holds the other."""
    theirs = _sequence(Record.model_validate_json(other.record))
    if theirs is not None and theirs.holds(day):
        return f"the {theirs.rank} {theirs.of} {theirs.when}"
    ours = _sequence(record)
    if ours is not None and ours.holds(other_day):
        return f"perhaps another {ours.of} {ours.when}: a report counts this one as the {ours.rank}"
    return None


def _sequence(record: Record) -> _Counted | None:
    told = record.get("sequence")
    if not isinstance(told, dict):
        return None
    days = days_of(str(told.get("period")))
    if days is None:
        return None
    ordinal = int(str(told["ordinal"]))
    rank = _ORDINALS[ordinal] if ordinal < len(_ORDINALS) else f"{ordinal}th"
    return _Counted(rank, str(told["of"]), "that day" if days[0] == days[1] else "in those days", *days)


def _apart(days: int) -> str:
    if days == 0:
        return "in the same city on the same day"
    count = f"{abs(days)} day{'s' if abs(days) > 1 else ''}"
    return f"in the same city {count} {'later' if days > 0 else 'earlier'}"
