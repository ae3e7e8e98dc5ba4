"""What becomes of a report before it is stored: left out, or read and its incidents told for linking.

In: a report, or a page of an archive, and a reader. Out: an outcome that can travel between processes. Of an archive's
pages, most are left out after a glance; only the others are taken apart with care.
"""

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from citydesk.engines import Crew, Failure, attempt, work_through
from citydesk.gather import ArchivedPage, glance_at, take_archived
from citydesk.link import keys_of, tellings_of
from citydesk.model import InputError, Problem, ReaderName, Reading, Report
from citydesk.read import Reader, read_with, triage_report

NO_INCIDENT = "tells of no violent incident"
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


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of a page of an archive: its reports, as JSON, each with its outcome, and what is wrong with it."""

    reports: tuple[tuple[str, Outcome | Failure], ...] = ()
    problems: tuple[Problem, ...] = ()


Item = Report | ArchivedPage


def read_all(
    reports: Iterable[Report], *, reader: Reader | str | None = None, workers: int | None = None
) -> Generator[tuple[Report, Outcome | Failure], None, None]:
    """Each report with what became of it, in order; see `engines.work_through`."""
    return work_through(reports, read_one, Crew(reader, workers, MAX_WORKERS))


def read_items(
    items: Iterable[Item], *, reader: Reader | str | None = None, workers: int | None = None
) -> Generator[tuple[Item, Outcome | PageOutcome | Failure], None, None]:
    """Each report or page with what became of it, in order."""
    return work_through(items, read_item, Crew(reader, workers, MAX_WORKERS))


def read_item(item: Item, reader: Reader) -> Outcome | PageOutcome:
    """What becomes of one report or page."""
    return read_page(item, reader) if isinstance(item, ArchivedPage) else read_one(item, reader)


def read_page(page: ArchivedPage, reader: Reader) -> PageOutcome:
    """What becomes of one page of an archive."""
    try:
        glanced = glance_at(page)
    except InputError as error:
        return PageOutcome(problems=(Problem(page.where, str(error)),))
    if glanced is not None:
        verdict = triage_report(glanced)
        if not verdict.keep:
            left_out = Outcome(left_out=verdict.reason or NO_INCIDENT)
            return PageOutcome(((glanced.model_dump_json(), left_out),))
    found = take_archived(page)
    read = tuple((report.model_dump_json(), attempt(read_one, report, reader)) for report in found.reports)
    return PageOutcome(read, found.problems)


def read_one(report: Report, reader: Reader) -> Outcome:
    """What becomes of one report."""
    verdict = triage_report(report)
    if not verdict.keep and report.put_in is None:
        return Outcome(left_out=verdict.reason or NO_INCIDENT)
    reading = read_with(reader, report)
    return Outcome(reader=reading.reader, reading=reading.to_json(), tellings=told_things(report, reading))


def told_things(report: Report, reading: Reading) -> tuple[ToldThing, ...]:
    """The incidents of a reading, in its order, as linking wants them."""
    return tuple(ToldThing(t.main, t.to_json(), keys_of(t)) for t in tellings_of(report, reading))
