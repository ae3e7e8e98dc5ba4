"""All reports and decisions of a ledger once more, in the order in which they came, into a scratch ledger.

In: the ledger, and how its reports are read. Out: the scratch ledger, one transaction a report or decision, so that
what was broken off goes on where it was.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select

from citydesk.engines import Failure
from citydesk.ledger.deciding import follow, write_decision
from citydesk.ledger.errors import LedgerError
from citydesk.ledger.outcomes import Outcome, read_all, told_things
from citydesk.ledger.rows import decision_of
from citydesk.ledger.tables import decisions, readings, reports
from citydesk.ledger.taking import take_in
from citydesk.ledger.writer import Writer
from citydesk.model import CitydeskError, Problem, ReaderName, Reading, Report, ReportId
from citydesk.read import Reader

_BATCH = 200
_REPORTS = (
    select(reports.c.arrival, reports.c.given, reports.c.left_out, reports.c.added_at)
    .add_columns(readings.c.reader, readings.c.reader_version, readings.c.reading)
    .outerjoin(readings, readings.c.report == reports.c.arrival)
    .where(reports.c.arrival > bindparam("known"))
    .order_by(reports.c.arrival)
    .limit(_BATCH)
)
_DECISIONS = select(decisions).where(decisions.c.id > bindparam("known")).order_by(decisions.c.id)
_LAST_REPORT, _LAST_DECISION = select(func.max(reports.c.arrival)), select(func.max(decisions.c.id))


@dataclass(frozen=True, slots=True)
class HowToRead:
    """Where the readings come from."""

    reader: Reader | str | None = None
    """Who reads all reports; None for the reader that each had."""
    keep: bool = False
    """Whether readings are kept as they are, and nothing is read."""
    only: frozenset[ReportId] | None = None
    """The reports that are read; all others keep their readings. None for all."""
    workers: int | None = None


class Step(NamedTuple):
    """One report that was replayed."""

    arrival: int
    problem: Problem | None
    """Why it could not be read; it then keeps the reading that it had."""


class _Kept(NamedTuple):
    """A report as the ledger has it."""

    arrival: int
    report: Report
    added_at: datetime
    reader: str | None
    outcome: Outcome


def replay(ledger: Writer, scratch: Writer, how: HowToRead, until_done: Callable[[], Any]) -> Iterator[Step]:
    """Replay all that the scratch ledger lacks; each step is done inside `until_done`. Raises LedgerError."""
    with scratch.glance() as connection:
        known = connection.execute(_LAST_REPORT).scalar() or 0
    with closing(_outcomes(_kept(ledger, known), how)) as outcomes:
        for kept, outcome in outcomes:
            problem = None
            if isinstance(outcome, Failure):
                problem = Problem(where=kept.report.id, message=f"it keeps its reading: {outcome.message}")
            with until_done():
                _decide(ledger, scratch, before=kept.arrival)
                _take(scratch, kept, kept.outcome if isinstance(outcome, Failure) else outcome)
            yield Step(kept.arrival, problem)
    with until_done():
        _decide(ledger, scratch, before=None)


def _take(scratch: Writer, kept: _Kept, outcome: Outcome) -> None:
    try:
        with scratch.transaction() as connection:
            if (connection.execute(_LAST_REPORT).scalar() or 0) < kept.arrival:  # or another rebuild was faster
                take_in(scratch, kept.report, outcome, kept.added_at, kept.arrival)
    except (ValueError, KeyError, TypeError, CitydeskError) as error:
        raise LedgerError(
            f"report {kept.report.id!r} cannot be linked any more ({type(error).__name__}: {error}): nothing is "
            "changed; please report this"
        ) from error


def _decide(ledger: Writer, scratch: Writer, before: int | None) -> None:
    """Make the decisions that stood before a report came in, or all that are left."""
    with scratch.glance() as connection:
        known = connection.execute(_LAST_DECISION).scalar() or 0
    with ledger.glance() as connection:
        made = [decision_of(row) for row in connection.execute(_DECISIONS, {"known": known})]
    for decision in made:
        if before is not None and decision.after >= before:
            return
        with scratch.transaction() as connection:
            if (connection.execute(_LAST_DECISION).scalar() or 0) < decision.id:
                write_decision(scratch, decision)
                follow(scratch, decision)


def _kept(ledger: Writer, known: int) -> Iterator[_Kept]:
    """The ledger's reports behind a number, in the order in which they came."""
    while True:
        with ledger.glance() as connection:
            rows = connection.execute(_REPORTS, {"known": known}).all()
        if not rows:
            return
        for row in rows:
            known = row.arrival
            report = Report.model_validate_json(row.given)
            yield _Kept(known, report, datetime.fromisoformat(row.added_at), row.reader, _outcome_of(row, report))


def _outcome_of(row: Any, report: Report) -> Outcome:
    """What became of a report when it was read, told anew for linking."""
    if row.reading is None:
        return Outcome(left_out=row.left_out)
    name = ReaderName(name=row.reader, version=row.reader_version)
    return Outcome(reader=name, reading=row.reading, tellings=told_things(report, Reading.from_json(row.reading)))


def _outcomes(kept: Iterator[_Kept], how: HowToRead) -> Generator[tuple[_Kept, Outcome | Failure], None, None]:
    """Each report with what reading it gave, or what it gave before, in order."""
    for (reads, reader), run in groupby(_with_readers(kept, how), key=lambda one: one[:2]):
        if reads:
            yield from _read((one for *_, one in run), reader, how.workers)
        else:
            yield from ((one, one.outcome) for *_, one in run)


def _with_readers(kept: Iterator[_Kept], how: HowToRead) -> Iterator[tuple[bool, Reader | str | None, _Kept]]:
    """Each report, whether it is read, and by whom: one that was left out, by the reader of those before it."""
    last = None
    for one in kept:
        last = one.reader or last
        reads = not how.keep and (how.only is None or one.report.id in how.only)
        yield reads, (how.reader or last) if reads else None, one


def _read(
    kept: Iterable[_Kept], reader: Reader | str | None, workers: int | None
) -> Generator[tuple[_Kept, Outcome | Failure], None, None]:
    underway: deque[_Kept] = deque()

    def hand_out() -> Iterator[Report]:
        for one in kept:
            underway.append(one)
            yield one.report

    with closing(read_all(hand_out(), reader=reader, workers=workers)) as done:
        for _, outcome in done:
            yield underway.popleft(), outcome
