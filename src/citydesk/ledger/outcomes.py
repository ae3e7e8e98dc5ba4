"""What becomes of a report before it is stored: left out, or read and its incidents told for linking.

In: a report and a reader. Out: an outcome that can travel between processes.
"""

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from citydesk.engines import Crew, Failure, work_through
from citydesk.link import keys_of, tellings_of
from citydesk.model import ReaderName, Reading, Report
from citydesk.read import Reader, read_with, triage_report

MAX_WORKERS = 4
"""Linking and settling, which one process does, are then what takes the time; each worker takes some 150 MiB."""


@dataclass(frozen=True, slots=True)
class ToldThing:
    """One incident of a reading, as linking wants it; JSON."""

    main: bool
    telling: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report in reading: a reading, or a reason to leave it out."""

    left_out: str | None = None
    reader: ReaderName | None = None
    reading: str = ""
    tellings: tuple[ToldThing, ...] = ()


def read_all(
    reports: Iterable[Report], *, reader: Reader | str | None = None, workers: int | None = None
) -> Generator[tuple[Report, Outcome | Failure], None, None]:
    """Each report with what became of it, in order; see `engines.work_through`."""
    return work_through(reports, read_one, Crew(reader, workers, MAX_WORKERS))


def read_one(report: Report, reader: Reader) -> Outcome:
    """What becomes of one report."""
    verdict = triage_report(report)
    if not verdict.keep and report.put_in is None:
        return Outcome(left_out=verdict.reason or "tells of no violent incident")
    reading = read_with(reader, report)
    return Outcome(reader=reading.reader, reading=reading.to_json(), tellings=told_things(report, reading))


def told_things(report: Report, reading: Reading) -> tuple[ToldThing, ...]:
    """The incidents of a reading, in its order, as linking wants them."""
    return tuple(ToldThing(t.main, t.to_json(), keys_of(t)) for t in tellings_of(report, reading))
