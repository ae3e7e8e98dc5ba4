"""A new state of a ledger put in place of the old one, in one transaction.

In: a ledger, and a scratch database, attached to it, in which the same reports and decisions came in the same order.
Out: the ledger with all that is derived as the scratch database has it, but every incident with the number and id that
it had before. Readers see the old state until the transaction ends; whatever breaks it leaves the old state.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, MetaData, Table, delete, func, insert, select, update

from citydesk.ledger.dialect import SCRATCH
from citydesk.ledger.heirs import Tellings
from citydesk.ledger.holding import most_alike, seen_telling
from citydesk.ledger.recording import ENDED
from citydesk.ledger.successors import OldIncident, Successors, find_successors
from citydesk.ledger.tables import (
    claims,
    decisions,
    incidents,
    pairs,
    readings,
    reports,
    reviews,
    telling_keys,
    tellings,
)
from citydesk.ledger.writer import Writer
from citydesk.link import Telling
from citydesk.model import IncidentId, Record, ReportId

_ROWS_AT_A_TIME = 500
_NEW = MetaData(schema=SCRATCH)
_FORGOTTEN = (reviews, claims, pairs, telling_keys, tellings, readings, incidents)
"""What is derived, those that point to others first."""


def _new(table: Table) -> Table:
    return table.to_metadata(_NEW)


_OLD = (
    select(
        *(incidents.c[name] for name in ("number", "id", "name", "turn", "founder", "redirect_to")),
        incidents.c.record.is_not(None).label("stood"),
        func.coalesce(tellings.c.report, -incidents.c.founder).label("report"),
    )
    .outerjoin(tellings, tellings.c.number == incidents.c.founder)
    .order_by(incidents.c.number)
)
_new_reports, _new_decisions, _new_readings = _new(reports), _new(decisions), _new(readings)
_new_tellings, _new_keys, _new_pairs = _new(tellings), _new(telling_keys), _new(pairs)
_new_incidents, _new_claims, _new_reviews = _new(incidents), _new(claims), _new(reviews)


class TakenOver(NamedTuple):
    """What a takeover changed."""

    readings_changed: int
    incidents_new: int
    incidents_ended: int
    """That stood before and now lead to another, or are told of by no report."""


def is_whole(connection: Connection) -> bool:
    """Whether the scratch database has every report and decision of the ledger."""
    same = [
        connection.execute(select(func.count(), func.max(key)).select_from(key.table)).one()
        for key in (reports.c.arrival, _new_reports.c.arrival, decisions.c.id, _new_decisions.c.id)
    ]
    return same[0] == same[1] and same[2] == same[3]


def take_over(writer: Writer) -> TakenOver:
    """Put the new state in place of the old one, inside the caller's transaction."""
    connection = writer.connection
    writer.dialect.put_off_checks(connection)
    changed = _readings_changed(connection)
    rows = {row.number: row for row in connection.execute(_OLD)}
    successors = _successors(connection, rows)
    for table in _FORGOTTEN:
        connection.execute(delete(table))
    _copy_plain(connection)
    if rows:
        written = _write_incidents(connection, successors, rows)
        numbers = {new: naming.number for new, naming in successors.standing.items()}
    else:  # all that was derived is lost: then every id is what the order of things gives
        written = _copy_incidents(connection)
        numbers = {number: number for number in connection.execute(select(incidents.c.number)).scalars()}
    _write_numbered(connection, numbers)
    _write_reviews(connection, numbers)
    writer.dialect.copy_words(connection, numbers)
    return TakenOver(changed, *written)


def _readings_changed(connection: Connection) -> int:
    same = select(func.count()).join_from(readings, _new_readings, readings.c.report == _new_readings.c.report)
    kept = connection.execute(same.where(readings.c.reading == _new_readings.c.reading)).scalar_one()
    both = (connection.execute(select(func.count()).select_from(one)).scalar_one() for one in (readings, _new_readings))
    return int(max(both) - kept)


def _successors(connection: Connection, rows: Mapping[int, Any]) -> Successors:
    new_of = _new_of_old(connection)
    told_again = _told_again(connection, rows)
    old = {
        number: OldIncident(
            IncidentId(row.id),
            row.name,
            row.turn,
            new_of.get(row.founder, told_again.get(number)),
            row.report,
            row.redirect_to,
        )
        for number, row in rows.items()
    }
    held = select(tellings.c.number, tellings.c.incident).where(tellings.c.incident.is_not(None))
    holders: dict[int, int] = {}
    for row in connection.execute(held.order_by(tellings.c.number)):
        if row.number in new_of:
            holders.setdefault(new_of[row.number], row.incident)
    groups, mains = _new_groups(connection)
    return find_successors(groups, mains, holders, old)


def _told_again(connection: Connection, rows: Mapping[int, Any]) -> dict[int, int]:
    """For incidents that no report told of any more, what their report is about now, in its order."""
    lost: dict[int, list[int]] = {}
    for number, row in rows.items():
        if row.founder < 0:
            lost.setdefault(row.report, []).append(number)
    found: dict[int, int] = {}
    for report, numbers in lost.items():
        about = select(_new_tellings.c.number).where(_new_tellings.c.report == report, _new_tellings.c.main)
        told = connection.execute(about.order_by(_new_tellings.c.number)).scalars().all()
        found.update(zip(numbers, told, strict=False))
    return found


def _new_groups(connection: Connection) -> tuple[dict[Tellings, tuple[int, str]], frozenset[int]]:
    held: dict[int, list[int]] = {}
    mains: list[int] = []
    told = select(_new_tellings.c.number, _new_tellings.c.main, _new_tellings.c.incident)
    for row in connection.execute(told.where(_new_tellings.c.incident.is_not(None)).order_by(_new_tellings.c.number)):
        held.setdefault(row.incident, []).append(row.number)
        if row.main:
            mains.append(row.number)
    named = select(_new_incidents.c.number, _new_incidents.c.name).order_by(_new_incidents.c.number)
    names = {row.number: row.name for row in connection.execute(named)}
    return {tuple(told): (number, names[number]) for number, told in held.items()}, frozenset(mains)


def _new_of_old(connection: Connection) -> dict[int, int]:
    """Which telling of the new state each of the old state is: the same words, else the most alike of its report."""
    both = tellings.join(
        _new_tellings, (tellings.c.report == _new_tellings.c.report) & (tellings.c.place == _new_tellings.c.place)
    )
    same = select(tellings.c.number, _new_tellings.c.number.label("new")).select_from(both)
    found = {
        row.number: row.new for row in connection.execute(same.where(tellings.c.telling == _new_tellings.c.telling))
    }
    told = select(tellings.c.number, tellings.c.report, tellings.c.place, tellings.c.telling)
    for row in connection.execute(told.order_by(tellings.c.number)):
        if row.number not in found:
            seen = seen_telling(ReportId(""), row.place, Telling.from_json(row.telling))
            new = most_alike(seen, _candidates(connection, row.report))
            if new is not None:
                found[row.number] = new
    return found


def _candidates(connection: Connection, report: int) -> list[tuple[int, Any]]:
    told = select(_new_tellings).where(_new_tellings.c.report == report).order_by(_new_tellings.c.number)
    rows = connection.execute(told)
    return [(row.number, seen_telling(ReportId(""), row.place, Telling.from_json(row.telling))) for row in rows]


def _copy_plain(connection: Connection) -> None:
    """What has no number of an incident in it, as it is; and of reports, what is derived."""
    for table, new in ((readings, _new_readings), (telling_keys, _new_keys), (pairs, _new_pairs)):
        connection.execute(insert(table).from_select(list(table.c.keys()), select(new)))
    anew = _new_reports.alias("anew")
    for name in ("left_out", "copy_of"):
        told = select(anew.c[name]).where(anew.c.arrival == reports.c.arrival).scalar_subquery()
        connection.execute(update(reports).where(reports.c[name].is_distinct_from(told)).values({name: told}))


def _write_incidents(connection: Connection, successors: Successors, old: Mapping[int, Any]) -> tuple[int, int]:
    """Every incident that stands, and every one that stood once; gives how many are new, and how many ended."""
    for rows in _rows(connection, select(_new_incidents).order_by(_new_incidents.c.number)):
        written = [_named(row, successors) for row in rows if row["number"] in successors.standing]
        if written:
            connection.execute(insert(incidents), written)
    gone = [_ended(old[number], leads, founder) for number, (leads, founder) in successors.ended.items()]
    if gone:
        connection.execute(insert(incidents), gone)
    new = sum(naming.number not in old for naming in successors.standing.values())
    return new, sum(old[number].stood for number in successors.ended)


def _copy_incidents(connection: Connection) -> tuple[int, int]:
    connection.execute(insert(incidents).from_select(list(incidents.c.keys()), select(_new_incidents)))
    standing = select(func.count()).select_from(incidents).where(incidents.c.record.is_not(None))
    return connection.execute(standing).scalar_one(), 0


def _named(row: Mapping[str, Any], successors: Successors) -> dict[str, Any]:
    """A row of the new state under its lasting number and id."""
    naming = successors.standing[row["number"]]
    record = row["record"]
    if row["id"] != naming.id:
        record = Record.model_validate_json(record).model_copy(update={"incident": naming.id}).model_dump_json()
    return {**row, **naming._asdict(), "record": record}


def _ended(row: Any, leads_to: int | None, founder: int) -> dict[str, Any]:
    naming = {name: getattr(row, name) for name in ("number", "id", "name", "turn")}
    return {**ENDED, **naming, "redirect_to": leads_to, "founder": founder}


def _write_numbered(connection: Connection, numbers: Mapping[int, int]) -> None:
    """Tellings and claims, each with the lasting number of its incident."""
    for table, new in ((tellings, _new_tellings), (claims, _new_claims)):
        order = select(new).order_by(*new.primary_key.columns)
        for rows in _rows(connection, order):
            connection.execute(insert(table), [{**row, "incident": numbers.get(row["incident"])} for row in rows])


def _write_reviews(connection: Connection, numbers: Mapping[int, int]) -> None:
    """What is to be looked at; of two incidents, under the older."""
    for rows in _rows(connection, select(_new_reviews).order_by(*_new_reviews.primary_key.columns)):
        written = []
        for row in rows:
            ends = sorted(numbers[end] for end in (row["incident"], row["other"]) if end is not None)
            written.append({**row, "incident": ends[0], "other": ends[1] if len(ends) > 1 else None})
        connection.execute(insert(reviews), written)


def _rows(connection: Connection, query: Any) -> Iterator[list[dict[str, Any]]]:
    for rows in connection.execute(query).partitions(_ROWS_AT_A_TIME):
        yield [row._asdict() for row in rows]
