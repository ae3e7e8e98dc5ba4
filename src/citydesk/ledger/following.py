"""The ledger's side of following sources: what is to be visited and fetched, and what came of it.

Every method is one transaction, so that a program that is killed at any moment goes on where it was: a page waits until
what it says is in the ledger, and what a source named is noted together with the visit. It is also where what is known
of hosts is kept, so that manners hold from one run to the next.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from citydesk.gather import HostState, Known, NamedPage, SourceKind, host_of
from citydesk.ledger.dialect import Dialect
from citydesk.ledger.errors import NoSuchSource
from citydesk.ledger.followed import NewSource, PageDue, PageOutcome, PageState, SourceDue
from citydesk.ledger.left_out import ToPutIn, find_left_out, note_put_in
from citydesk.ledger.tables import hosts, pages, sources
from citydesk.ledger.versions import HeldReport, find_held
from citydesk.ledger.written import written_time
from citydesk.model import Published, Report, ReportId

PER_HOST = 20
"""Pages of a host that are looked up at a time."""
_NO_LONGER = "is no longer listed in"
_BATCH = 400


class Following:
    """The sources of a ledger and the pages that they name, held open to be worked through."""

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self._connection = engine.connect().execution_options(citydesk_write=True)
        self._dialect = dialect

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    def alone(self) -> AbstractContextManager[None]:
        """While it is held, no other program follows this ledger's sources. Raises LedgerBusy where one does."""
        return self._dialect.alone("watched")

    def add_source(self, source: NewSource, now: datetime) -> bool:
        """Follow a source from now on; gives whether it is new. One that is followed takes what is new of this."""
        row = {"kind": source.kind.value, "every_minutes": source.every_minutes, "listed_in": source.listed_in}
        with self._writing() as connection:
            known = connection.execute(select(sources).where(sources.c.address == source.address)).first()
            if known is None:
                first = {"address": source.address, "name": source.name, "added_at": written_time(now)}
                connection.execute(insert(sources), {**row, **first, "next_at": written_time(now)})
                return True
            taken_up = {"paused": None, "failures": 0} if (known.paused or "").startswith(_NO_LONGER) else {}
            named = {"name": source.name or known.name}
            connection.execute(
                update(sources).where(sources.c.number == known.number).values(**row, **named, **taken_up)
            )
            return False

    def pause_unlisted(self, listed_in: str, kept: Sequence[str]) -> None:
        """Pause the sources that a file named once and does not any more."""
        with self._writing() as connection:
            connection.execute(
                update(sources)
                .where(sources.c.listed_in == listed_in, sources.c.address.not_in(kept), sources.c.paused.is_(None))
                .values(paused=f"{_NO_LONGER} {listed_in}")
            )

    def pause(self, address: str, why: str) -> None:
        """Do not visit a source any more. Raises NoSuchSource."""
        self._change(address, paused=why)

    def resume(self, address: str, now: datetime) -> None:
        """Visit a source again, at once. Raises NoSuchSource."""
        self._change(address, paused=None, failures=0, next_at=written_time(now))

    def due_sources(self, now: datetime) -> tuple[SourceDue, ...]:
        """The sources whose time has come, the longest waiting first."""
        due = (
            select(sources)
            .where(sources.c.paused.is_(None), sources.c.next_at <= written_time(now))
            .order_by(sources.c.next_at, sources.c.number)
        )
        with self._looking() as connection:
            return tuple(_source_due(row) for row in connection.execute(due))

    def note_visit(
        self, source: SourceDue, told: Sequence[NamedPage], known: Known, now: datetime, then: datetime
    ) -> int:
        """Note a good visit and queue what the source named; gives how many pages are new.

        A page whose time of change differs from what the source last said of it is queued again.
        """
        new = 0
        with self._writing() as connection:
            for start in range(0, len(told), _BATCH):
                new += _queue(connection, source.number, told[start : start + _BATCH], written_time(now))
            visited = {"visited_at": written_time(now), "next_at": written_time(then), "failures": 0, "fault": None}
            kept = {"etag": known.etag, "last_modified": known.last_modified}
            connection.execute(update(sources).where(sources.c.number == source.number).values(**visited, **kept))
        return new

    def note_failure(
        self, source: SourceDue, fault: str, now: datetime, then: datetime, *, paused: str | None = None
    ) -> None:
        """Note a visit in vain, when to try again, and why no more, if so."""
        with self._writing() as connection:
            connection.execute(
                update(sources)
                .where(sources.c.number == source.number)
                .values(
                    visited_at=written_time(now),
                    next_at=written_time(then),
                    failures=source.failures + 1,
                    fault=fault,
                    paused=paused,
                )
            )

    def note_delay(self, source: SourceDue, then: datetime) -> None:
        """Note that a source is visited later, as its host wishes."""
        with self._writing() as connection:
            row = {"next_at": written_time(then)}
            connection.execute(update(sources).where(sources.c.number == source.number).values(**row))

    def due_pages(self, now: datetime, per_host: int = PER_HOST) -> tuple[PageDue, ...]:
        """Some pages of each host whose time has come, those that have never been fetched first."""
        order = (pages.c.looks, pages.c.next_at, pages.c.number)
        turn = func.row_number().over(partition_by=pages.c.host, order_by=order).label("turn")
        due = select(pages, turn).where(pages.c.next_at <= written_time(now)).subquery()
        first = select(due).where(due.c.turn <= per_host).order_by(due.c.turn, due.c.looks, due.c.next_at, due.c.number)
        with self._looking() as connection:
            return tuple(_page_due(row) for row in connection.execute(first))

    def next_due(self) -> datetime | None:
        """When the next source or page is due; None where there is none."""
        with self._looking() as connection:
            followed = select(func.min(sources.c.next_at)).where(sources.c.paused.is_(None))
            times = (connection.execute(q).scalar() for q in (followed, select(func.min(pages.c.next_at))))
            return min((datetime.fromisoformat(time) for time in times if time is not None), default=None)

    def note_page(self, page: PageDue, outcome: PageOutcome) -> None:
        """Note what became of a page."""
        row = {
            "state": outcome.state.value,
            "why": outcome.why,
            "tries": outcome.tries,
            "looks": page.looks + (outcome.known is not None),
            "next_at": written_time(outcome.next_at) if outcome.next_at is not None else None,
        }
        if outcome.report is not None:
            row |= {"report": outcome.report}
        if outcome.known is not None:
            row |= {"etag": outcome.known.etag, "last_modified": outcome.known.last_modified}
        with self._writing() as connection:
            connection.execute(update(pages).where(pages.c.number == page.number).values(**row))

    def find_report(self, report: Report) -> HeldReport | None:
        """The latest version that the ledger holds of a fetched report's page; None where it holds none."""
        with self._looking() as connection:
            return find_held(connection, report)

    def left_out(self, key: str) -> ToPutIn:
        """What was left out under a report's id or an address. Raises NoSuchPage."""
        with self._looking() as connection:
            return find_left_out(connection, key)

    def note_put_in(self, address: str | None, report: ReportId, page: ReportId) -> None:
        """Note that a page is a report now; `page` is the id of its first version."""
        with self._writing() as connection:
            note_put_in(connection, address, report, page)

    def host(self, host: str) -> HostState:
        """What is known of a host."""
        with self._looking() as connection:
            row = connection.execute(select(hosts).where(hosts.c.host == host)).first()
        if row is None:
            return HostState(host)
        day = date.fromisoformat(row.day) if row.day is not None else None
        return HostState(
            host, row.robots, _moment(row.robots_at), _moment(row.not_before), row.strikes, day, row.requests
        )

    def keep_host(self, state: HostState) -> None:
        """Keep what is known of a host now."""
        row = {
            "robots": state.robots,
            "robots_at": _written(state.robots_at),
            "not_before": _written(state.not_before),
            "strikes": state.strikes,
            "day": state.day.isoformat() if state.day is not None else None,
            "requests": state.requests,
        }
        with self._writing() as connection:
            if not connection.execute(update(hosts).where(hosts.c.host == state.host).values(**row)).rowcount:
                connection.execute(insert(hosts), {"host": state.host, **row})

    def _change(self, address: str, **row: Any) -> None:
        with self._writing() as connection:
            if not connection.execute(update(sources).where(sources.c.address == address).values(**row)).rowcount:
                raise NoSuchSource(f"no source {address[:200]!r} is followed: `citydesk sources` lists those that are")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._connection.begin():
                yield self._connection
        except DBAPIError as error:
            raise self._dialect.reason(error) from error

    _looking = _writing


def _queue(connection: Connection, source: int, told: Sequence[NamedPage], now: str) -> int:
    """Queue the pages that are new, and those that have changed since; gives how many are new."""
    addresses = [page.address for page in told]
    rows = connection.execute(
        select(pages.c.number, pages.c.address, pages.c.updated).where(pages.c.address.in_(addresses))
    )
    known = {row.address: row for row in rows}
    new = [_page_row(page, source, now) for page in told if page.address not in known]
    if new:
        connection.execute(insert(pages), new)
    for page in told:
        row = known.get(page.address)
        if row is not None and page.updated is not None and page.updated != row.updated:
            again = {"updated": page.updated, "next_at": now, "tries": 0}
            connection.execute(update(pages).where(pages.c.number == row.number).values(**again))
    return len(new)


def _page_row(page: NamedPage, source: int | None, now: str) -> dict[str, Any]:
    return {
        "source": source,
        "address": page.address,
        "host": host_of(page.address),
        "title": page.title,
        "published": page.published.isoformat() if page.published is not None else None,
        "updated": page.updated,
        "found_at": now,
        "state": PageState.WAITING.value,
        "next_at": now,
    }


def _source_due(row: Any) -> SourceDue:
    known = Known(row.etag, row.last_modified)
    return SourceDue(row.number, row.address, SourceKind(row.kind), row.every_minutes, row.failures, known)


def _page_due(row: Any) -> PageDue:
    return PageDue(
        number=row.number,
        address=row.address,
        title=row.title,
        published=_published(row.published),
        state=PageState(row.state),
        why=row.why,
        tries=row.tries,
        looks=row.looks,
        known=Known(row.etag, row.last_modified),
    )


def _published(written: str | None) -> Published | None:
    if written is None:
        return None
    return date.fromisoformat(written) if len(written) == len("2020-07-02") else datetime.fromisoformat(written)


def _written(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds") if moment is not None else None


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written is not None else None
