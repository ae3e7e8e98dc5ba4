"""Everything derived made anew from reports and decisions, in place and safely.

In: a ledger and how its reports are read. Out: the same ledger in a new state. The new state is made in a scratch
database beside the ledger, in the order in which everything came, while the ledger is used and added to as ever; what
comes in meanwhile is replayed too. Then it takes the place of the old one in one transaction. Broken off, even by
kill -9, it goes on where it was; until the end, the old state stands.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Engine, Select, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from citydesk.ledger.dialect import Dialect
from citydesk.ledger.errors import LedgerError, NoSuchReport
from citydesk.ledger.opening import open_scratch
from citydesk.ledger.patience import Patience
from citydesk.ledger.replaying import HowToRead, Step, replay
from citydesk.ledger.summary import MAX_PROBLEMS_TOLD, RebuildProgress, RebuildSummary
from citydesk.ledger.tables import decisions, rebuilds, reports
from citydesk.ledger.takeover import TakenOver, is_whole, take_over
from citydesk.ledger.writer import Writer
from citydesk.ledger.written import written_time
from citydesk.model import Problem, ReportId
from citydesk.version import __version__

_ROUNDS = 5
"""How often what came in meanwhile is replayed before others have to wait for it."""
_MAX_SHOWN = 80
_LAST_REPORT = select(reports.c.arrival, reports.c.id, reports.c.digest).order_by(reports.c.arrival.desc()).limit(1)
_LAST_DECISION = select(decisions.c.id, decisions.c.what, decisions.c.about).order_by(decisions.c.id.desc()).limit(1)
_COUNT = select(func.count()).select_from(reports)
_EPOCH = select(func.max(rebuilds.c.number))


@dataclass(frozen=True, slots=True)
class RebuildOptions:
    """How a ledger is rebuilt."""

    how: HowToRead
    clock: Callable[[], datetime]
    progress: Callable[[RebuildProgress], None] | None = None


@dataclass(slots=True)
class _Tally:
    """The counts while it goes on."""

    done: int = 0
    problem_count: int = 0
    problems: list[Problem] = field(default_factory=list)


class _Database(NamedTuple):
    engine: Engine
    dialect: Dialect


def rebuild_ledger(engine: Engine, dialect: Dialect, options: RebuildOptions) -> RebuildSummary:
    """Make everything derived anew. Raises LedgerError, ReaderError and WorkersError; the old state then stands."""
    started, tally = time.perf_counter(), _Tally()
    ledger = Writer(engine, dialect)
    try:
        _look_for(ledger, options.how.only)
        with dialect.scratch().alone(), Patience() as patience:
            taken = _rebuild(ledger, options, tally, patience)
    except KeyboardInterrupt:
        taken = None
    except DBAPIError as error:
        raise dialect.reason(error) from error
    finally:
        ledger.close()
    return RebuildSummary(
        reports=tally.done,
        readings_changed=taken.readings_changed if taken else 0,
        incidents_new=taken.incidents_new if taken else 0,
        incidents_ended=taken.incidents_ended if taken else 0,
        problem_count=tally.problem_count,
        problems=tuple(tally.problems),
        interrupted=taken is None,
        seconds=time.perf_counter() - started,
    )


def _look_for(ledger: Writer, sought: frozenset[ReportId] | None) -> None:
    """Raises NoSuchReport where a report that is to be read anew is not there."""
    for id_ in sorted(sought or ()):
        with ledger.glance() as connection:
            if connection.execute(select(reports.c.arrival).where(reports.c.id == id_)).first() is None:
                raise NoSuchReport(f"the ledger holds no report {id_[:_MAX_SHOWN]!r}: nothing is read anew")


def _rebuild(ledger: Writer, options: RebuildOptions, tally: _Tally, patience: Patience) -> TakenOver:
    scratch = _begin(ledger, options.how)
    try:
        for _ in range(_ROUNDS):
            _replay(ledger, scratch, options, tally, patience)
            taken = _try_to_take_over(ledger, scratch, options, patience)
            if taken is not None:
                scratch.dialect.remove()
                return taken
    finally:
        scratch.engine.dispose()
    raise LedgerError("so much is being added that the rebuild never catches up: run it again when less is")


def _replay(ledger: Writer, database: _Database, options: RebuildOptions, tally: _Tally, patience: Patience) -> None:
    scratch = Writer(*database)
    try:
        with ledger.glance() as connection:
            total = connection.execute(_COUNT).scalar_one()
        with scratch.glance() as connection:
            tally.done = connection.execute(_COUNT).scalar_one()
        for step in replay(ledger, scratch, options.how, patience.until_done):
            _count(tally, step)
            if options.progress is not None:
                options.progress(RebuildProgress(tally.done, max(total, tally.done), tally.problem_count))
    except DBAPIError as error:
        raise database.dialect.reason(error) from error
    finally:
        scratch.close()
        database.engine.dispose()


def _count(tally: _Tally, step: Step) -> None:
    tally.done += 1
    if step.problem is not None:
        tally.problem_count += 1
        if len(tally.problems) < MAX_PROBLEMS_TOLD:
            tally.problems.append(step.problem)


def _try_to_take_over(
    ledger: Writer, scratch: _Database, options: RebuildOptions, patience: Patience
) -> TakenOver | None:
    """Put the new state in place of the old one; None where something came in meanwhile that it lacks."""
    with patience.until_done(), _attached(ledger, scratch), ledger.transaction() as connection:
        if not is_whole(connection):
            return None
        taken = take_over(ledger)
        row = {"reader": _reader_name(options.how), "version": __version__, "at": written_time(options.clock())}
        connection.execute(insert(rebuilds), row)
        return taken


@contextmanager
def _attached(ledger: Writer, scratch: _Database) -> Iterator[None]:
    ledger.dialect.attach(ledger.connection, scratch.dialect)
    try:
        yield
    finally:
        ledger.dialect.detach(ledger.connection)


def _begin(ledger: Writer, how: HowToRead) -> _Database:
    """The scratch database: the one that was broken off, where it was begun for the same, else a new one."""
    dialect = ledger.dialect.scratch()
    with ledger.glance() as connection:
        mark = _mark(how, connection.execute(_EPOCH).scalar() or 0)
    with ExitStack() as undo:
        database = _open(dialect, undo)
        if not _fits(ledger, database, mark):
            database.engine.dispose()
            dialect.remove()
            database = _open(dialect, undo)
            with database.engine.connect().execution_options(citydesk_write=True) as connection, connection.begin():
                connection.execute(text("CREATE TABLE job (mark TEXT NOT NULL)"))
                connection.execute(text("INSERT INTO job (mark) VALUES (:mark)"), {"mark": mark})
        undo.pop_all()
    return database


def _open(dialect: Dialect, undo: ExitStack) -> _Database:
    """A scratch database; one that cannot be used at all, perhaps for a crash while it was made, is made anew."""
    try:
        engine = open_scratch(dialect)
    except LedgerError:
        dialect.remove()
        engine = open_scratch(dialect)
    undo.callback(engine.dispose)
    return _Database(engine, dialect)


def _fits(ledger: Writer, scratch: _Database, mark: str) -> bool:
    """Whether a scratch database was begun for the same, and the last that it holds is what the ledger holds."""
    with scratch.engine.connect() as connection:
        if "job" not in inspect(connection).get_table_names():
            return False
        if connection.execute(text("SELECT mark FROM job")).scalar() != mark:
            return False
        last = [(query, connection.execute(query).first()) for query in (_LAST_REPORT, _LAST_DECISION)]
    with ledger.glance() as connection:
        return all(row is None or connection.execute(_same(query, row[0])).first() == row for query, row in last)


def _same(query: "Select[tuple[int, str, str]]", number: int) -> "Select[tuple[int, str, str]]":
    return query.where(query.selected_columns[0] == number)


def _mark(how: HowToRead, epoch: int) -> str:
    """What a scratch database was begun for: the same reading of the same ledger by the same version."""
    chosen = None if how.only is None else hashlib.sha256("\n".join(sorted(how.only)).encode()).hexdigest()
    return json.dumps([__version__, epoch, _reader_name(how), how.keep, chosen])


def _reader_name(how: HowToRead) -> str | None:
    return how.reader if how.reader is None or isinstance(how.reader, str) else how.reader.name.name
