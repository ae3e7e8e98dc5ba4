"""All about one incident or one report, for the pages that show them."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, or_, select

from citydesk.ledger.errors import NoSuchIncident, NoSuchReport, NotYetReported
from citydesk.ledger.lines import columns_of
from citydesk.ledger.moments import moment_words
from citydesk.ledger.related import find_open, find_related
from citydesk.ledger.rows import (
    HAS_RECORD,
    REPORT_COLUMNS,
    REPORTS,
    STANDS,
    decision_of,
    incident_line,
    line_of,
    report_line,
)
from citydesk.ledger.rulings import in_force
from citydesk.ledger.sources import SOURCES, Source, source_of
from citydesk.ledger.tables import claims, decisions, incidents, readings, reports, tellings
from citydesk.ledger.views import IncidentView, LedgerSize, ReportLine, ReportView
from citydesk.model import Claim, ClaimId, Decision, IncidentId, Published, Reading, Record, Report, ReportId
from citydesk.settle import Settled, Told, history_of, settle_as_of

MAX_SHOWN = 80
"""Characters of an unknown id that a message repeats."""
_TOLD = SOURCES.where(tellings.c.incident == bindparam("sought"))
_TELLINGS = (
    select(reports.c.id, tellings.c.place)
    .join(reports, reports.c.arrival == tellings.c.report)
    .where(tellings.c.incident == bindparam("sought"))
    .order_by(tellings.c.number)
)
_DETAILS = (*REPORT_COLUMNS, reports.c.arrival, reports.c.given, reports.c.left_out, readings.c.reading)


def show_incident(connection: Connection, id_: IncidentId) -> IncidentView:
    """All about an incident; of one that became part of another, about that one. Raises NoSuchIncident."""
    row = standing_row(connection, id_)
    record = Record.model_validate_json(row.record)
    rows = _reports(connection, record.reports)
    texts = {id_: Report.model_validate_json(rows[id_].given) for id_ in record.reports}
    readings = {id_: Reading.from_json(rows[id_].reading) for id_ in record.reports}
    places = connection.execute(_TELLINGS, {"sought": row.number})
    decided = decisions_about(connection, row)
    return IncidentView(
        line=incident_line(row),
        record=record,
        claims=claims_of(connection, row.number),
        reports=tuple(report_line(rows[id_]) for id_ in record.reports),
        readings=readings,
        texts=texts,
        related=find_related(connection, row, record),
        decisions=decided,
        out_of_scope=row.out_of_scope,
        history=history_of([Told(texts[one.id], readings[one.id], one.place) for one in places], in_force(decided)),
        open_references=find_open(connection, row.number, readings),
    )


def show_incident_as_of(connection: Connection, id_: IncidentId, when: Published) -> IncidentView:
    """All that the reports that had come out by a moment, or the end of a day, tell of an incident.

    Which reports are about it is what the ledger knows now. Raises NoSuchIncident, and NotYetReported.
    """
    row, sources, decided, settled = _settled_as_of(connection, id_, when)
    record = settled.record
    rows = _reports(connection, record.reports)
    known = [source for source in sources if source.told.report.id in rows]
    return IncidentView(
        line=line_of({"id": row.id, **columns_of(record, known)}),
        record=record,
        claims={claim.id: claim for claim in settled.claims},
        reports=tuple(report_line(rows[id_]) for id_ in record.reports),
        readings={source.told.report.id: source.told.reading for source in known},
        texts={source.told.report.id: source.told.report for source in known},
        related=(),
        decisions=decided,
        out_of_scope=row.out_of_scope,
        history=history_of([source.told for source in known], in_force(decided)),
        as_of=when,
        open_references=find_open(connection, row.number, {s.told.report.id: s.told.reading for s in known}),
    )


def record_as_of(connection: Connection, id_: IncidentId, when: Published) -> Record:
    """An incident's record from the reports that had come out by a moment. Raises as `show_incident_as_of` does."""
    return _settled_as_of(connection, id_, when).settled.record


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
        versions=_versions(connection, ReportId(row.version_of or row.id)),
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


class _Then(NamedTuple):
    """An incident's row, all that is told of it until now, and what was settled then."""

    row: Any
    sources: list[Source]
    decisions: tuple[Decision, ...]
    settled: Settled


def _settled_as_of(connection: Connection, id_: IncidentId, when: Published) -> _Then:
    row = standing_row(connection, id_)
    sources = [source_of(one) for one in connection.execute(_TOLD, {"sought": row.number})]
    told = [source.told for source in sources]
    decided = decisions_about(connection, row)
    settled = settle_as_of(IncidentId(row.id), told, when, in_force(decided))
    if settled is None:
        raise NotYetReported(_not_yet(row.id, [one.report.came_out for one in told], when))
    return _Then(row, sources, decided, settled)


def _not_yet(id_: str, published: Iterable[Published | None], when: Published) -> str:
    first = min((moment_words(one) for one in published if one is not None), default=None)
    known = f"the first came out {first}" if first is not None else "none of them says when it came out"
    return f"no report of incident {id_!r} had come out by {moment_words(when)}: {known}"


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


def _versions(connection: Connection, page: ReportId) -> tuple[ReportLine, ...]:
    of_page = or_(reports.c.id == page, reports.c.version_of == page)
    rows = connection.execute(
        select(*REPORT_COLUMNS).select_from(REPORTS).where(of_page).order_by(reports.c.arrival)
    ).all()
    return tuple(report_line(row) for row in rows) if len(rows) > 1 else ()


def _incidents_told(connection: Connection, arrival: int) -> tuple[IncidentId | None, ...]:
    rows = connection.execute(
        select(incidents.c.id)
        .select_from(tellings.outerjoin(incidents, incidents.c.number == tellings.c.incident))
        .where(tellings.c.report == arrival)
        .order_by(tellings.c.place)
    )
    return tuple(None if row.id is None else IncidentId(row.id) for row in rows)
