"""From rows to the views' plain values: the columns that a line needs, and the line."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, and_

from citydesk.ledger.tables import incidents, readings, reports
from citydesk.ledger.views import IncidentLine, ReportLine
from citydesk.model import Decision, ReaderName, ReportId

originals = reports.alias("originals")
HAS_RECORD: ColumnElement[bool] = incidents.c.record.is_not(None)
"""Of one that has become part of another, or of which no report tells any more, nothing can be shown."""
STANDS: ColumnElement[bool] = and_(HAS_RECORD, incidents.c.out_of_scope.is_(False))
"""What every list of incidents asks: one that a person has put out of scope is not shown either."""
_LINE = tuple(field.name for field in fields(IncidentLine))
REPORT_COLUMNS = (
    reports.c.id,
    reports.c.title,
    reports.c.publisher,
    reports.c.url,
    reports.c.published,
    originals.c.id.label("copy_of"),
    reports.c.version_of,
    readings.c.reader,
    readings.c.reader_version,
)
"""To be selected from `REPORTS`."""
REPORTS = reports.outerjoin(originals, originals.c.arrival == reports.c.copy_of).outerjoin(
    readings, readings.c.report == reports.c.arrival
)


def incident_line(row: Any) -> IncidentLine:
    """The line of a row of `incidents`."""
    return line_of(row._mapping)


def line_of(columns: Mapping[str, Any]) -> IncidentLine:
    """The line of an incident from its columns by name; further ones are left aside."""
    return IncidentLine(**{name: columns[name] for name in _LINE})


def report_line(row: Any) -> ReportLine:
    """The line of a row of `REPORT_COLUMNS`."""
    return ReportLine(
        id=ReportId(row.id),
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published=row.published,
        copy_of=None if row.copy_of is None else ReportId(row.copy_of),
        version_of=None if row.version_of is None else ReportId(row.version_of),
        reader=None if row.reader is None else ReaderName(name=row.reader, version=row.reader_version),
    )


def decision_of(row: Any) -> Decision:
    """The decision of a row of `decisions`."""
    told = {name: value for name, value in row._mapping.items() if name not in ("value", "about")}
    about = {} if row.about is None else json.loads(row.about)
    return Decision.model_validate({**about, **told, "value": None if row.value is None else json.loads(row.value)})
