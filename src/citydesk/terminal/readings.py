"""`citydesk read`: reports in, readings out, in the order of the reports, never all in memory."""

import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain

from citydesk.engines import Crew, Failure, work_through
from citydesk.gather import Fetcher, gather, parse_published
from citydesk.model import Problem, Published, Reading, Report
from citydesk.read import DEFAULT_READER, Reader, find_reader, read_with, triage_report
from citydesk.terminal.page import render_page
from citydesk.terminal.showing import console, put, set_page, tell

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # the whole story of a failure, for a handler of the keeper's


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How readings are made and written."""

    form: str
    """One of page, json, jsonl."""
    published: str | None = None
    """The publication date of reports that give none."""
    with_text: bool = False
    reader: str = DEFAULT_READER
    """The name of an installed reader."""
    workers: int | None = None
    """Processes that read; None for as many as there are cores, and none for a few reports."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A reading as it travels between processes."""

    written: str
    """JSON; indented where the output is."""
    left_out: str | None
    """Why a ledger would leave the report out; None where it would not."""


@dataclass(slots=True)
class _Tally:
    problems: int = 0
    readings: int = 0

    def tell(self, where: str, message: str) -> None:
        self.problems += 1
        tell(f"{where}: {message}")


_Written = tuple[str, Report]


def print_readings(paths: list[str], options: ReadingOptions, fetcher: Fetcher | None = None) -> int:
    """Read reports and write their readings; problems go to standard error as they come.

    Returns the exit status: 2 if nothing could be read, else 0. Raises InputError for a path that does not exist and
    for a `published` that is no date, ReaderError for a reader that is not there or cannot be opened, WorkersError
    where processes cannot be started.
    """
    given = parse_published(options.published) if options.published is not None else None
    tally = _Tally()
    reports = _dated(gather(paths, fetcher=fetcher), given, tally)
    with closing(_readings(reports, options, tally)) as readings:
        for piece in _PIECES[options.form](readings):
            put(piece)
    return 2 if tally.problems and not tally.readings else 0


def _dated(found: Iterable[Report | Problem], given: Published | None, tally: _Tally) -> Iterator[Report]:
    """The reports, those without a publication date with the one given; problems are told."""
    for item in found:
        if isinstance(item, Problem):
            tally.tell(item.where, item.message)
        elif item.published is None and given is not None:
            yield item.model_copy(update={"published": given})
        else:
            yield item


def _readings(reports: Iterable[Report], options: ReadingOptions, tally: _Tally) -> Generator[_Written, None, None]:
    work = partial(_read_one, indent=1 if options.form == "json" else None, with_text=options.with_text)
    advice = _advice(options.reader)
    with closing(work_through(reports, work, Crew(options.reader, options.workers))) as done:
        for report, result in done:
            name = report.file or report.id
            if isinstance(result, Failure):
                _log.error("report %r\n%s", report.id, result.trace)
                tally.tell(name, f"could not be read ({result.message}): {advice}")
                continue
            tally.readings += 1
            if result.left_out is not None:
                tell(f"{name}: a ledger would leave this out, since it {result.left_out}")
            yield result.written, report


def _advice(reader: str) -> str:
    maker = find_reader(reader).maker
    return f"please report this{'' if maker == 'citydesk' else f' to the makers of {maker}'}, with the text"


def _read_one(report: Report, reader: Reader, *, indent: int | None, with_text: bool) -> _Read:
    verdict = triage_report(report)
    reading = read_with(reader, report)
    if with_text:
        heading = reading.report.model_copy(update={"text": report.text})
        reading = reading.model_copy(update={"report": heading})
    return _Read(reading.to_json(indent=indent), None if verdict.keep else verdict.reason)


def _as_lines(readings: Iterator[_Written]) -> Iterator[str]:
    yield from (written + "\n" for written, _ in readings)


def _as_json(readings: Iterator[_Written]) -> Iterator[str]:
    """One reading as an object, several as an array of objects; indented."""
    written = (one for one, _ in readings)
    first, second = next(written, None), next(written, None)
    if first is None:
        return
    if second is None:
        yield first + "\n"
        return
    yield f"[{first}"
    yield from (",\n" + one for one in chain([second], written))
    yield "]\n"


def _as_pages(readings: Iterator[_Written]) -> Iterator[str]:
    paper = console()
    for written, report in readings:
        yield set_page(paper, render_page(Reading.from_json(written), width=paper.width, name=report.file))


_PIECES: dict[str, Callable[[Iterator[_Written]], Iterator[str]]] = {
    "jsonl": _as_lines,
    "json": _as_json,
    "page": _as_pages,
}
