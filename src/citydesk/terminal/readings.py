"""`citydesk read`: reports in, readings out, one after another, never all in memory."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citydesk.gather import gather, parse_published
from citydesk.model import Problem, Reading, Report
from citydesk.read import open_reader, triage_report
from citydesk.terminal.page import render_page
from citydesk.terminal.showing import console, tell


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How readings are made and written."""

    form: str
    """One of page, json, jsonl."""
    published: str | None = None
    """The publication date of reports that give none."""
    with_text: bool = False


def print_readings(paths: list[str], options: ReadingOptions) -> int:
    """Read reports and write their readings; problems go to standard error as they come.

    Returns the exit status: 2 if nothing could be read, else 0. Raises InputError for a path that does not exist and
    for a `published` that is no date.
    """
    problems = 0
    written = 0

    def reports() -> Iterator[Report]:
        nonlocal problems
        for found in gather(paths):
            if isinstance(found, Problem):
                problems += 1
                tell(f"{found.where}: {found.message}")
            else:
                yield found

    readings = _readings(reports(), options)
    for piece in _PIECES[options.form](readings):
        written += 1
        sys.stdout.write(piece)
    return 2 if problems and not written else 0


def _readings(reports: Iterable[Report], options: ReadingOptions) -> Iterator[Reading]:
    reader = open_reader()
    given = parse_published(options.published) if options.published is not None else None
    for report in reports:
        dated = report if report.published or given is None else report.model_copy(update={"published": given})
        verdict = triage_report(dated)
        if not verdict.keep:
            tell(f"{report.file or report.id}: a ledger would leave this out, since it {verdict.reason}")
        reading = reader.read(dated)
        if options.with_text:
            heading = reading.report.model_copy(update={"text": report.text})
            reading = reading.model_copy(update={"report": heading})
        yield reading


def _as_lines(readings: Iterator[Reading]) -> Iterator[str]:
    yield from (reading.to_json() + "\n" for reading in readings)


def _as_json(readings: Iterator[Reading]) -> Iterator[str]:
    """One reading as an object, several as an array of objects; indented."""
    first = next(readings, None)
    if first is None:
        return
    second = next(readings, None)
    if second is None:
        yield first.to_json(indent=1) + "\n"
        return
    yield "[" + first.to_json(indent=1)
    yield ",\n" + second.to_json(indent=1)
    yield from (",\n" + reading.to_json(indent=1) for reading in readings)
    yield "]\n"


def _as_pages(readings: Iterator[Reading]) -> Iterator[str]:
    paper = console()
    for reading in readings:
        with paper.capture() as page:
            paper.print(render_page(reading))
        yield page.get()


_PIECES = {"jsonl": _as_lines, "json": _as_json, "page": _as_pages}
