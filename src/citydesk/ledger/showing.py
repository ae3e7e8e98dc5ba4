"""All about one incident or one report, for the pages that show them."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, or_, select

from citydesk.ledger.errors import NoSuchIncident, NoSuchReport
from citydesk.ledger.related import find_related
from citydesk.ledger.rows import HAS_RECORD, REPORT_COLUMNS, REPORTS, STANDS, decision_of, incident_line, report_line
from citydesk.ledger.tables import claims, decisions, incidents, readings, reports, tellings
from citydesk.ledger.views import IncidentView, LedgerSize, ReportView
from citydesk.model import Claim, ClaimId, Decision, IncidentId, Reading, Record, Report, ReportId

MAX_SHOWN = 80
"""Characters of an unknown id that a message repeats."""
_DETAILS = (*REPORT_COLUMNS, reports.c.arrival, reports.c.given, reports.c.left_out, readings.c.reading)


def show_incident(connection: Connection, id_: IncidentId) -> IncidentView:
    """All about an incident; of one that became part of another, about that one. Raises NoSuchIncident."""
    row = standing_row(connection, id_)
    record = Record.model_validate_json(row.record)
    told = _reports(connection, record.reports)
    return IncidentView(
        line=incident_line(row),
        record=record,
        claims=claims_of(connection, row.number),
        reports=tuple(report_line(told[id_]) for id_ in record.reports),
        readings={id_: Reading.from_json(told[id_].reading) for id_ in record.reports},
        texts={id_: Report.model_validate_json(told[id_].given) for id_ in record.reports},
        related=find_related(connection, row, record),
        decisions=decisions_about(connection, row),
        out_of_scope=row.out_of_scope,
    )


def show_report(connection: Connection, id_: ReportId) -> ReportView:
    """All about a report. Raises NoSuchReport."""
    row = connection.execute(select(*_DETAILS).select_from(REPORTS).where(reports.c.id == id_)).first()
    if row is None:
        raise NoSuchReport(f"the ledger holds no report {id_[:MAX_SHOWN]!r}: look for it by its words in the search")
    reading = None if row.reading is None else Reading.from_json(row.reading)
    return ReportView(
        report=Report.model_validate_json(row.given),
        reading=reading,
        left_out=row.left_out,
        line=report_line(row),
        incidents=_incidents_told(connection, row.arrival),
    )


def records_of(connection: Connection, ids: Iterable[IncidentId]) -> dict[IncidentId, Record]:
    """The records of several incidents, in the order of the ids; an id without a record of its own is left out."""
    sought = list(dict.fromkeys(ids))
    rows = connection.execute(select(incidents.c.id, incidents.c.record).where(HAS_RECORD, incidents.c.id.in_(sought)))
    found = {IncidentId(row.id): row.record for row in rows}
    return {id_: Record.model_validate_json(found[id_]) for id_ in sought if id_ in found}


def claims_of(connection: Connection, number: int) -> dict[ClaimId, Claim]:
    """The claims of an incident, by id."""
    rows = connection.execute(select(claims.c.claim).where(claims.c.incident == number).order_by(claims.c.id))
    return {claim.id: claim for claim in (Claim.model_validate_json(row.claim) for row in rows)}


def decisions_about(connection: Connection, row: Any) -> tuple[Decision, ...]:
    """Every decision about the incident of a row, or about one that led to it, the oldest first; undone ones too."""
    led = select(incidents.c.id).where(incidents.c.redirect_to == row.number)
    ids = [row.id, *connection.execute(led).scalars()]
    named = or_(decisions.c.incident.in_(ids), decisions.c.other.in_(ids))
    return tuple(
        decision_of(one) for one in connection.execute(select(decisions).where(named).order_by(decisions.c.id))
    )


def size_of(connection: Connection) -> LedgerSize:
    """How much the ledger holds."""
    kept = reports.c.left_out.is_(None)

    def count(*where: Any) -> int:
        return connection.execute(select(func.count()).where(*where)).scalar_one()

    latest = connection.execute(select(func.max(reports.c.published_utc)).where(kept)).scalar()
    return LedgerSize(
        reports=count(reports.c.arrival.is_not(None), kept),
        left_out=count(reports.c.left_out.is_not(None)),
        incidents=count(STANDS),
        claims=count(claims.c.id.is_not(None)),
        decisions=count(decisions.c.id.is_not(None)),
        latest=None if latest is None else latest[:10],
    )


def standing_row(connection: Connection, id_: IncidentId) -> Any:
    """The row of an incident; of one that became part of another, that one's. Raises NoSuchIncident."""
    row = connection.execute(select(incidents).where(incidents.c.id == id_)).first()
    while row is not None and row.redirect_to is not None:
        row = connection.execute(select(incidents).where(incidents.c.number == row.redirect_to)).first()
    if row is None:
        raise NoSuchIncident(f"the ledger knows no incident {id_[:MAX_SHOWN]!r}: look for it in the list of incidents")
    if row.record is None:
        raise NoSuchIncident(f"no report tells of incident {row.id!r} any more, since they were read anew")
    return row


def _reports(connection: Connection, ids: Sequence[ReportId]) -> dict[ReportId, Any]:
    rows = connection.execute(select(*_DETAILS).select_from(REPORTS).where(reports.c.id.in_(ids)))
    return {ReportId(row.id): row for row in rows}


def _incidents_told(connection: Connection, arrival: int) -> tuple[IncidentId | None, ...]:
    rows = connection.execute(
        select(incidents.c.id)
        .select_from(tellings.outerjoin(incidents, incidents.c.number == tellings.c.incident))
        .where(tellings.c.report == arrival)
        .order_by(tellings.c.place)
    )
    return tuple(None if row.id is None else IncidentId(row.id) for row in rows)
