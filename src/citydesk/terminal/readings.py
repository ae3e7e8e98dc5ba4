"""`citydesk read`: reports in, readings out, one after another, never all in memory."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from citydesk.gather import gather, parse_published
from citydesk.model import Problem, Published, Reading, Report
from citydesk.read import Reader, open_reader, triage_report
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


@dataclass(slots=True)
class _Tally:
    problems: int = 0
    readings: int = 0

    def tell(self, where: str, message: str) -> None:
        self.problems += 1
        tell(f"{where}: {message}")


_Read = tuple[Reading, Report]


def print_readings(paths: list[str], options: ReadingOptions) -> int:
    """Read reports and write their readings; problems go to standard error as they come.

    Returns the exit status: 2 if nothing could be read, else 0. Raises InputError for a path that does not exist and
    for a `published` that is no date.
    """
    given = parse_published(options.published) if options.published is not None else None
    tally = _Tally()
    reports = _dated(gather(paths), given, tally)
    for piece in _PIECES[options.form](_readings(reports, options, tally)):
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


def _readings(reports: Iterable[Report], options: ReadingOptions, tally: _Tally) -> Iterator[_Read]:
    reader = open_reader()
    for report in reports:
        reading = _read_one(reader, report, tally)
        if reading is None:
            continue
        tally.readings += 1
        if options.with_text:
            heading = reading.report.model_copy(update={"text": report.text})
            reading = reading.model_copy(update={"report": heading})
        yield reading, report


def _read_one(reader: Reader, report: Report, tally: _Tally) -> Reading | None:
    name = report.file or report.id
    try:
        verdict = triage_report(report)
        reading = reader.read(report)
    except Exception as error:  # the edge: one report that cannot be read stops nothing
        _log.exception("report %r", report.id)
        tally.tell(name, f"could not be read ({type(error).__name__}: {error}): please report this, with the text")
        return None
    if not verdict.keep:
        tell(f"{name}: a ledger would leave this out, since it {verdict.reason}")
    return reading


def _as_lines(readings: Iterator[_Read]) -> Iterator[str]:
    yield from (reading.to_json() + "\n" for reading, _ in readings)


def _as_json(readings: Iterator[_Read]) -> Iterator[str]:
    """One reading as an object, several as an array of objects; indented."""
    written = (reading.to_json(indent=1) for reading, _ in readings)
    first, second = next(written, None), next(written, None)
    if first is None:
        return
    if second is None:
        yield first + "\n"
        return
    yield f"[{first},\n{second}"
    yield from (",\n" + one for one in written)
    yield "]\n"


def _as_pages(readings: Iterator[_Read]) -> Iterator[str]:
    paper = console()
    for reading, report in readings:
        yield set_page(paper, render_page(reading, width=paper.width, name=report.file))


_PIECES: dict[str, Callable[[Iterator[_Read]], Iterator[str]]] = {
    "jsonl": _as_lines,
    "json": _as_json,
    "page": _as_pages,
}
