"""Walking through what a ledger holds, from its first to its last, never all in memory."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from citydesk.ledger.rows import REPORT_COLUMNS, REPORTS, STANDS, decision_of, report_line
from citydesk.ledger.showing import decisions_about, standing_row
from citydesk.ledger.tables import claims, decisions, incidents, problems, reports, tellings
from citydesk.ledger.views import KeptIncident, LeftOut
from citydesk.model import Claim, Decision, IncidentId, Problem, Record

BATCH = 200
"""Incidents in memory at a time."""


def walk_incidents(connection: Connection) -> Iterator[KeptIncident]:
    """Every incident that stands, with its claims and reports, by id."""
    found = select(incidents.c.number, incidents.c.record).where(STANDS).order_by(incidents.c.id)
    for rows in connection.execute(found).partitions(BATCH):
        numbers = [row.number for row in rows]
        told = _claims(connection, numbers)
        mains, passing = _reports(connection, numbers)
        for row in rows:
            record = Record.model_validate_json(row.record)
            order = {id_: n for n, id_ in enumerate(record.reports)}
            yield KeptIncident(
                record=record,
                claims={claim.id: claim for claim in told[row.number]},
                reports=tuple(report_line(r) for r in sorted(mains[row.number], key=lambda r: order[r.id])),
                mentioned_in=tuple(report_line(r) for r in sorted(passing[row.number], key=lambda r: order[r.id])),
            )


def walk_left_out(connection: Connection) -> Iterator[LeftOut]:
    """Every report that was left out, in the order in which they came."""
    left = (
        select(*REPORT_COLUMNS, reports.c.left_out)
        .select_from(REPORTS)
        .where(reports.c.left_out.is_not(None))
        .order_by(reports.c.arrival)
    )
    for row in connection.execute(left):
        yield LeftOut(report_line(row), row.left_out)


def walk_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem that stands, in the order in which they were met."""
    for row in connection.execute(select(problems).order_by(problems.c.number)):
        yield Problem(where=row.where, message=row.message)


def walk_decisions(connection: Connection, incident: IncidentId | None) -> Iterator[Decision]:
    """Every decision, the oldest first; only those about an incident, or one that led to it, where one is given."""
    if incident is not None:
        yield from decisions_about(connection, standing_row(connection, incident))
        return
    for row in connection.execute(select(decisions).order_by(decisions.c.id)):
        yield decision_of(row)


def _claims(connection: Connection, numbers: Sequence[int]) -> defaultdict[int, list[Claim]]:
    told: defaultdict[int, list[Claim]] = defaultdict(list)
    rows = connection.execute(
        select(claims.c.incident, claims.c.claim).where(claims.c.incident.in_(numbers)).order_by(claims.c.id)
    )
    for row in rows:
        told[row.incident].append(Claim.model_validate_json(row.claim))
    return told


def _reports(
    connection: Connection, numbers: Sequence[int]
) -> tuple[defaultdict[int, list[Any]], defaultdict[int, list[Any]]]:
    """The reports of each incident: those whose subject it is, and those that only mention it."""
    mains: defaultdict[int, list[Any]] = defaultdict(list)
    passing: defaultdict[int, list[Any]] = defaultdict(list)
    rows = connection.execute(
        select(tellings.c.incident, tellings.c.main, *REPORT_COLUMNS)
        .select_from(REPORTS.join(tellings, tellings.c.report == reports.c.arrival))
        .where(tellings.c.incident.in_(numbers))
        .order_by(tellings.c.main.desc(), tellings.c.number)
    )
    seen: set[tuple[int, str]] = set()
    for row in rows:
        if (row.incident, row.id) not in seen:
            seen.add((row.incident, row.id))
            (mains if row.main else passing)[row.incident].append(row)
    return mains, passing
