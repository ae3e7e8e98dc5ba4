"""One telling of an incident together with its report: what a record and its line in a list are made from."""

from typing import Any, NamedTuple

from sqlalchemy import select

from citydesk.ledger.tables import readings, reports, tellings
from citydesk.model import Reading, Report
from citydesk.settle import Told

SOURCES = (
    select(tellings.c.place, tellings.c.main, reports.c.arrival, reports.c.given, readings.c.reading)
    .join(reports, reports.c.arrival == tellings.c.report)
    .join(readings, readings.c.report == reports.c.arrival)
    .order_by(reports.c.arrival, tellings.c.place)
)
"""Rows that `source_of` takes; to be narrowed to some tellings."""


class Source(NamedTuple):
    """One telling of an incident, with its report."""

    arrival: int
    told: Told
    main: bool
    """Whether the incident is the report's own subject, not one that it mentions."""


def source_of(row: Any) -> Source:
    """The source in a row of `SOURCES`."""
    told = Told(Report.model_validate_json(row.given), Reading.from_json(row.reading), row.place)
    return Source(row.arrival, told, row.main)
