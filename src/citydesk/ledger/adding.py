"""Adding reports, and pages of archives: a stream in, a ledger that has them, and a summary.

The table of contents of this half of the room: `outcomes` reads, `taking` stores one report and all that follows from
it in one transaction, `summary` counts. What goes wrong with one report is counted and stops nothing; what goes wrong
with the database ends it, with all that was done before kept.
"""

import logging
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError

from citydesk.engines import Failure
from citydesk.gather import Archive, ArchivedPage
from citydesk.ledger.archives import ArchiveMarks
from citydesk.ledger.outcomes import Item, Outcome, PageOutcome, read_all, read_items
from citydesk.ledger.patience import Patience
from citydesk.ledger.summary import AddProgress, AddSummary, Tally
from citydesk.ledger.tables import problems
from citydesk.ledger.taking import Taken, take_in
from citydesk.ledger.versions import Held, Placed, as_it_came, place_report
from citydesk.ledger.writer import Writer
from citydesk.ledger.written import written_time
from citydesk.model import InputError, Problem, Report
from citydesk.read import Reader

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # for a handler of the keeper's; the terminal has the summary
MAX_MESSAGE_LENGTH = 300
_LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How reports are added."""

    clock: Callable[[], datetime]
    """Gives the time that each report is marked with."""
    progress: Callable[[AddProgress], None] | None = None
    workers: int | None = None
    reader: Reader | str | None = None
    """A reader, or the name of one that is installed; None for the default one."""


def add_reports(writer: Writer, reports: Iterable[Report | Problem | Archive], options: AddOptions) -> AddSummary:
    """Take in all reports that the ledger does not hold yet, in their order.

    Raises LedgerError, ReaderError and WorkersError, as `Ledger.add` does.
    """
    tally, started, interrupted = Tally(), time.perf_counter(), False
    adder = _Adder(writer, tally, options)
    try:
        with (
            Patience() as patience,
            closing(read_items(adder.sift(reports), reader=options.reader, workers=options.workers)) as outcomes,
        ):
            for item, outcome in outcomes:
                with patience.until_done():
                    adder.take(item, outcome)
        adder.marks.keep()
        if tally.added:
            with writer.transaction() as connection:
                writer.dialect.tidy(connection)
    except KeyboardInterrupt:
        interrupted = True
        adder.marks.keep()
    except DBAPIError as error:
        raise writer.dialect.reason(error) from error
    return tally.summary(interrupted=interrupted, seconds=time.perf_counter() - started)


class _Adder:
    """What is held while reports are added: the writer, the counts, and how."""

    def __init__(self, writer: Writer, tally: Tally, options: AddOptions) -> None:
        self._writer, self._tally, self._options = writer, tally, options
        self.marks = ArchiveMarks(writer, options.clock)

    def sift(self, reports: Iterable[Report | Problem | Archive]) -> Iterator[Item]:
        """The reports that are to be read, and pages of archives from where they were left; all else is counted."""
        for item in reports:
            if isinstance(item, Problem):
                self._note(item)
                continue
            if isinstance(item, Archive):
                yield from self._pages_of(item)
                continue
            with self._writer.glance() as connection:
                placed = place_report(connection, as_it_came(_storable(item)), self._options.clock)
            if placed.held in (Held.NEW, Held.VERSION):
                yield placed.report
            else:
                self._meet_again(placed)

    def _pages_of(self, archive: Archive) -> Iterator[ArchivedPage]:
        offset, pages = self.marks.begin(archive)
        self._tally.already += pages
        try:
            for page in archive.pages(offset) if offset < archive.size_bytes or not archive.size_bytes else ():
                if isinstance(page, Problem):
                    self._note(page)
                else:
                    yield page
        except InputError as error:
            self._note(Problem(archive.name, str(error)))

    def take(self, item: Item, outcome: Outcome | PageOutcome | Failure) -> None:
        """Store what one report, or one page of an archive, brought, and count what that did."""
        if isinstance(outcome, PageOutcome):
            self._take_page(outcome)
        elif isinstance(item, Report):
            self._take_report(item, outcome)
        elif isinstance(outcome, Failure):
            self._fail(item.where, f"it could not be read: {outcome.message}", outcome.trace)
        if isinstance(item, ArchivedPage):
            self.marks.passed(item)

    def _take_page(self, outcome: PageOutcome) -> None:
        for problem in outcome.problems:
            self._note(problem)
        for written, of_report in outcome.reports:
            self._take_report(_storable(Report.model_validate_json(written)), of_report)

    def _take_report(self, report: Report, outcome: Outcome | Failure) -> None:
        """Store one report in one transaction."""
        if isinstance(outcome, Failure):
            self._fail(report.id, f"it could not be read: {outcome.message}", outcome.trace)
            return
        try:
            with self._writer.transaction() as connection:
                placed = place_report(connection, as_it_came(report), self._options.clock)
                as_read = placed.held in (Held.NEW, Held.VERSION) and placed.report.id == report.id
                taken = take_in(self._writer, report, outcome, self._options.clock()) if as_read else None
        except DBAPIError:
            raise
        except Exception as error:  # the edge: one report that cannot be linked or settled stops nothing
            self._fail(report.id, f"it could not be linked: {type(error).__name__}: {error}", traceback.format_exc())
            return
        if not as_read:  # it came in twice, or another process was faster
            self._take_again(placed)
        elif taken is None:
            self._tally.left_out[outcome.left_out or ""] += 1
            self._tell()
        else:
            self._tally.versions += report.version_of is not None
            self._count(taken)

    def _take_again(self, placed: Placed) -> None:
        """What has come in since a report was sifted out made another thing of it: held already, or a later version."""
        if placed.held is not Held.VERSION:
            self._meet_again(placed)
            return
        for report, outcome in read_all([placed.report], reader=self._options.reader, workers=1):
            self._take_report(report, outcome)

    def _count(self, taken: Taken) -> None:
        tally = self._tally
        tally.added += 1
        tally.copies += taken.copy
        tally.incidents_new += taken.incidents.new
        tally.incidents_merged += taken.incidents.merged
        self._tell()

    def _meet_again(self, placed: Placed) -> None:
        if placed.held is Held.SAME:
            self._tally.already += 1
            self._tell()
            return
        told = "the ledger has another text under this id, which stays: give this one an id of its own"
        self._note(Problem(where=placed.report.id, message=told))

    def _fail(self, where: str, message: str, trace: str) -> None:
        _log.warning("report %r: %s\n%s", where, message, trace)
        self._note(Problem(where=where, message=" ".join(message.split())[:MAX_MESSAGE_LENGTH]))

    def _note(self, problem: Problem) -> None:
        """Count a problem, and keep it in the ledger until its report comes in."""
        same = (problems.c.where == problem.where, problems.c.message == problem.message)
        with self._writer.transaction() as connection:
            if connection.execute(select(problems.c.number).where(*same)).first() is None:
                added_at = written_time(self._options.clock())
                row = {"where": problem.where, "message": problem.message, "added_at": added_at}
                connection.execute(insert(problems), row)
        self._tally.count_problem(problem)
        self._tell()

    def _tell(self) -> None:
        if self._options.progress is not None:
            self._options.progress(self._tally.progress(self.marks.progress()))


def _storable(report: Report) -> Report:
    """The report without lone surrogates, which are no text and which no file can hold; all offsets stay."""
    given = report.model_dump(
        include={"id", "text", "title", "url", "publisher", "byline", "section", "partial", "file"}, exclude_none=True
    )
    mended = {name: value.translate(_LONE_SURROGATES) for name, value in given.items()}
    return report if mended == given else report.model_copy(update=mended)
