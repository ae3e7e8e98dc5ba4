"""One report taken into the ledger: one transaction, from its text to the incidents that it changes.

In: a report and what became of it in reading. Out: rows, and what to count. Either all of it stands, or nothing.
"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, insert

from citydesk.ledger.grouping import regroup
from citydesk.ledger.outcomes import Outcome
from citydesk.ledger.pairing import NewTelling, pair_up
from citydesk.ledger.recording import Counts, record_changes
from citydesk.ledger.tables import problems, readings, reports, tellings
from citydesk.ledger.versions import digest_of, versions_of
from citydesk.ledger.writer import Writer
from citydesk.ledger.written import written_time
from citydesk.link import Telling
from citydesk.model import Published, ReaderName, Report

_MENDED = delete(problems).where(problems.c.where == bindparam("report"))
_ADD_REPORT = insert(reports).returning(reports.c.arrival)
_ADD_TELLING = insert(tellings).returning(tellings.c.number)
_NO_COUNTS = Counts(new=0, merged=0)


class Taken(NamedTuple):
    """What taking in one report did."""

    copy: bool
    incidents: Counts


def take_in(
    writer: Writer, report: Report, outcome: Outcome, added_at: datetime, arrival: int | None = None
) -> Taken | None:
    """Store a report, and link and settle what its reading tells of; None for a report that is left out.

    `arrival` is its number, where it had one before; else it gets the next.
    """
    arrival = _store_report(writer, report, outcome.left_out, added_at, arrival)
    if outcome.reader is None:
        return None
    new = _store_reading(writer, arrival, outcome.reader, outcome)
    copy = pair_up(writer, arrival, new, versions_of(writer.connection, report))
    if not new:
        return Taken(copy, _NO_COUNTS)
    return Taken(copy, record_changes(writer, regroup(writer, [own.number for own in new])))


def _store_report(writer: Writer, report: Report, left_out: str | None, added_at: datetime, known: int | None) -> int:
    row = {
        **({} if known is None else {"arrival": known}),
        "id": report.id,
        "digest": digest_of(report),
        "given": report.model_dump_json(),
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "published": report.came_out.isoformat() if report.came_out is not None else None,
        "published_utc": _in_utc(report.came_out),
        "version_of": report.version_of,
        "left_out": left_out,
        "added_at": written_time(added_at),
    }
    arrival: int = writer.connection.execute(_ADD_REPORT, row).scalar_one()
    writer.connection.execute(_MENDED, {"report": report.id})
    return arrival


def _in_utc(published: Published | None) -> str | None:
    if isinstance(published, datetime):
        return written_time(published)
    return published.isoformat() if published is not None else None


def _store_reading(writer: Writer, arrival: int, name: ReaderName, outcome: Outcome) -> list[NewTelling]:
    row = {"report": arrival, "reader": name.name, "reader_version": name.version, "reading": outcome.reading}
    writer.connection.execute(insert(readings), row)
    new: list[NewTelling] = []
    for place, told in enumerate(outcome.tellings):
        row = {"report": arrival, "place": place, "main": told.main, "telling": told.telling}
        number: int = writer.connection.execute(_ADD_TELLING, row).scalar_one()
        telling = Telling.from_json(told.telling)
        writer.remember(number, telling)
        new.append(NewTelling(number, telling, told.keys))
    return new
