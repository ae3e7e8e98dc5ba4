"""The ledger: reports, readings, incidents, claims and decisions, kept together in one database.

This is the room's table of contents: each method is one line about the module that does it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from citydesk.ledger.dialect import Dialect
from citydesk.ledger.opening import open_database

if TYPE_CHECKING:
    from citydesk.gather import Archive
    from citydesk.ledger.doubts import ReviewKind
    from citydesk.ledger.explaining import IncidentLinks
    from citydesk.ledger.followed import PageLeftOut, PageLine, PageState, SourceLine
    from citydesk.ledger.following import Following
    from citydesk.ledger.pair_views import PairView
    from citydesk.ledger.proposals import Decided, Proposal
    from citydesk.ledger.queue import ReviewPage
    from citydesk.ledger.summary import AddProgress, AddSummary, RebuildProgress, RebuildSummary
    from citydesk.ledger.views import (
        IncidentPage,
        IncidentQuery,
        IncidentView,
        KeptIncident,
        LedgerSize,
        LeftOut,
        ReportView,
    )
    from citydesk.model import Decision, IncidentId, Problem, Published, Record, Report, ReportId
    from citydesk.read import Reader


class Ledger:
    """A ledger held open; close it, or use it in a `with` statement.

    Many threads may read from one at the same time.
    """

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self._engine, self._dialect = engine, dialect

    @classmethod
    def open(cls, place: str | Path, *, create: bool = True, read_only: bool = False) -> Ledger:
        """The ledger in a file, or at an address such as "sqlite:///citydesk.db".

        One that is not there is made, unless `create` is False; one of an older version is brought up. Raises a
        LedgerError that says what is wrong and what to do.
        """
        return cls(*open_database(place, create=create, read_only=read_only))

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(
        self,
        reports: Iterable[Report | Problem | Archive],
        *,
        workers: int | None = None,
        progress: Callable[[AddProgress], None] | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        reader: Reader | str | None = None,
    ) -> AddSummary:
        """Take in all reports that the ledger does not hold yet, in their order, each in one transaction.

        Of an archive, its pages from where the last run ended; those that tell of nothing violent are left out after a
        glance. Problems among the reports are counted and kept. `workers` is how many processes read; None decides by
        the number of cores and reports. `reader` is a reader, or the name of one that is installed; None for the
        default one. Raises LedgerError where the database fails, ReaderError where the reader cannot be opened,
        WorkersError where processes cannot be started; Ctrl-C ends it early with a summary.
        """
        from citydesk.ledger.adding import AddOptions, add_reports
        from citydesk.ledger.writer import Writer

        writer = Writer(self._engine, self._dialect)
        try:
            return add_reports(writer, reports, AddOptions(clock, progress, workers, reader))
        finally:
            writer.close()

    def decide(
        self,
        proposal: Proposal,
        *,
        who: str,
        why: str,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Decided:
        """Make a person's decision and let all follow that follows from it, in one transaction.

        Raises CannotDecide for one that makes no sense, and NoSuchIncident, NoSuchReport, NoSuchClaim or NoSuchDecision
        for one about what is not there; nothing has then changed.
        """
        from citydesk.ledger.deciding import decide
        from citydesk.ledger.proposals import Author
        from citydesk.ledger.writer import Writer

        writer = Writer(self._engine, self._dialect)
        try:
            return decide(writer, proposal, Author(who, why), clock())
        finally:
            writer.close()

    def rebuild(
        self,
        *,
        reader: Reader | str | None = None,
        only: Iterable[ReportId] | None = None,
        keep_readings: bool = False,
        workers: int | None = None,
        progress: Callable[[RebuildProgress], None] | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> RebuildSummary:
        """Make everything that is derived anew from reports and decisions; the old state stands until that is done.

        Each report is read by `reader`, or by the one that it had where none is given; with `keep_readings`, none is
        read, and with `only`, no others. What was broken off goes on where it was when the same is asked again. Ids
        last: an incident keeps the one that it has. Raises what `add` raises, and NoSuchReport; Ctrl-C ends it early
        with a summary.
        """
        from citydesk.ledger.rebuilding import RebuildOptions, rebuild_ledger
        from citydesk.ledger.replaying import HowToRead

        chosen = None if only is None else frozenset(only)
        how = HowToRead(reader=reader, keep=keep_readings, only=chosen, workers=workers)
        return rebuild_ledger(self._engine, self._dialect, RebuildOptions(how, clock, progress))

    def incidents(self, query: IncidentQuery) -> IncidentPage:
        """One page of the incidents that a query asks for, newest first, with what each filter could narrow it to."""
        from citydesk.ledger.listing import list_incidents

        with self._reading() as connection:
            return list_incidents(connection, self._dialect, query)

    def incident(self, incident: IncidentId, as_of: Published | None = None) -> IncidentView:
        """All about one incident; of one that became part of another, about that one. Raises NoSuchIncident.

        With `as_of`, all that the reports tell that had come out by that moment, or by the end of that day (UTC).
        Raises NotYetReported where there were none.
        """
        from citydesk.ledger.showing import show_incident, show_incident_as_of

        with self._reading() as connection:
            if as_of is not None:
                return show_incident_as_of(connection, incident, as_of)
            return show_incident(connection, incident)

    def record_as_of(self, incident: IncidentId, when: Published) -> Record:
        """An incident's record from the reports that had come out by a moment, or by the end of a day (UTC).

        Raises NoSuchIncident, and NotYetReported where there were none.
        """
        from citydesk.ledger.showing import record_as_of

        with self._reading() as connection:
            return record_as_of(connection, incident, when)

    def report(self, report: ReportId) -> ReportView:
        """All about one report. Raises NoSuchReport."""
        from citydesk.ledger.showing import show_report

        with self._reading() as connection:
            return show_report(connection, report)

    def explain(self, first: ReportId, second: ReportId) -> tuple[PairView, ...]:
        """Why two reports tell of one incident or of two: each of their incidents against each other.

        Raises NoSuchReport where one is not there or tells of nothing, InputError for one report twice.
        """
        from citydesk.ledger.explaining import explain_reports

        with self._reading() as connection:
            return explain_reports(connection, first, second)

    def links(self, incident: IncidentId) -> IncidentLinks:
        """What holds an incident's reports together, and the nearest others apart. Raises NoSuchIncident."""
        from citydesk.ledger.explaining import explain_incident

        with self._reading() as connection:
            return explain_incident(connection, incident)

    def reviews(self, *, kind: ReviewKind | None = None, page: int = 1, page_size: int = 20) -> ReviewPage:
        """One page of what a person should look at next, the greatest expected gain first; of one kind if given."""
        from citydesk.ledger.queue import list_reviews

        with self._reading() as connection:
            return list_reviews(connection, kind=kind, page=page, page_size=page_size)

    def records(self, incidents: Iterable[IncidentId]) -> dict[IncidentId, Record]:
        """The records of several incidents, in their order; an id without a record of its own is left out."""
        from citydesk.ledger.showing import records_of

        with self._reading() as connection:
            return records_of(connection, incidents)

    def size(self) -> LedgerSize:
        """How much the ledger holds."""
        from citydesk.ledger.showing import size_of

        with self._reading() as connection:
            return size_of(connection)

    def kept_incidents(self) -> Iterator[KeptIncident]:
        """Every incident by id, as the ledger is when the walk begins, never all in memory."""
        from citydesk.ledger.walking import walk_incidents

        with self._reading() as connection:
            yield from walk_incidents(connection)

    def left_out(self) -> Iterator[LeftOut]:
        """Every report that was left out and why, in the order in which they came."""
        from citydesk.ledger.walking import walk_left_out

        with self._reading() as connection:
            yield from walk_left_out(connection)

    def problems(self) -> Iterator[Problem]:
        """What could not be taken in, in the order in which it was met; a problem goes when its report comes in."""
        from citydesk.ledger.walking import walk_problems

        with self._reading() as connection:
            yield from walk_problems(connection)

    def decisions(self, incident: IncidentId | None = None) -> Iterator[Decision]:
        """Every decision, the oldest first; only those about an incident, or one that led to it, where one is given."""
        from citydesk.ledger.walking import walk_decisions

        with self._reading() as connection:
            yield from walk_decisions(connection, incident)

    def sources(self, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> tuple[SourceLine, ...]:
        """Every source that is or was followed, by name, with what came of the pages that it names."""
        from citydesk.ledger.source_lists import list_sources

        with self._reading() as connection:
            return list_sources(connection, clock())

    def pages(self, state: PageState, *, source: str | None = None, limit: int = 200) -> tuple[PageLine, ...]:
        """Pages that sources named, by what became of them, the latest found first; of one source or of all."""
        from citydesk.ledger.source_lists import list_pages

        with self._reading() as connection:
            return list_pages(connection, state, source, limit)

    def pages_left_out(self, *, source: str | None = None, limit: int = 200) -> tuple[PageLeftOut, ...]:
        """Pages and reports that were left out, each with why, the latest first; of one source or of all."""
        from citydesk.ledger.left_out import list_left_out

        with self._reading() as connection:
            return list_left_out(connection, source, limit)

    @contextmanager
    def following(self) -> Iterator[Following]:
        """What is followed, held open to be changed: sources, the pages that wait, what is known of hosts."""
        from citydesk.ledger.following import Following

        followed = Following(self._engine, self._dialect)
        try:
            yield followed
        finally:
            followed.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A look at the ledger as it is now, which stays the same until it ends."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise self._dialect.reason(error) from error
