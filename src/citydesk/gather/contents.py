"""Reports from what one file holds, whatever its form.

In: the unpacked bytes of a file or of standard input, and its form, where its name tells one. Out: reports, problems
and leads, as they are read. What a form is told by stands in `forms`; each form has a module of its own.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO

from citydesk.gather.archive.taking import reports_in_stream
from citydesk.gather.decode import decode, holdable
from citydesk.gather.exports import EXCERPT, items_of, under_our_names
from citydesk.gather.forms import Form, begins_archive, look_at, sniff
from citydesk.gather.leads import Lead, lead
from citydesk.gather.messages import from_message, is_message
from citydesk.gather.objects import parse_object, report_from_object
from citydesk.gather.page.addresses import article_address
from citydesk.gather.pages import reports_from_markup
from citydesk.gather.plain import report_from_plain
from citydesk.gather.streams import MAX_LINE_BYTES, NumberedLine, numbered_lines, read_whole
from citydesk.gather.tables import read_rows
from citydesk.model import InputError, Problem, Report

_Found = Iterator[Report | Problem]
_TOO_LONG = f"is longer than {MAX_LINE_BYTES // 1_000_000} MB in one line: left out; no report is that long"

_NO_ITEMS = "holds no reports: its list is empty"


def reports_in(stream: IO[bytes], form: Form | None, where: str) -> _Found:
    """The reports in a file. Raises InputError where none of it can be used, or no more of it."""
    if form is None and begins_archive(stream):
        yield from reports_in_stream(stream, where)
        return
    lines = numbered_lines(stream)
    start: list[NumberedLine] = []
    if form is None or form is Form.JSON:  # many a .json file holds JSON lines
        start, form = look_at(lines, form)
    if form is Form.LINES:
        yield from _from_lines(chain(start, lines), where)
    elif form is Form.TABLE:
        yield from _from_table(chain(start, lines), where)
    elif any(line is None for _, line in start):
        raise InputError(_TOO_LONG)
    else:
        given = b"".join(line for _, line in start if line is not None) + read_whole(stream)
        yield from _from_whole(given, form, where)


def _from_whole(given: bytes, form: Form | None, where: str) -> _Found:
    """Reports of what is a text, a page, JSON or a message; told by its first characters where `form` is None."""
    if not given.strip():
        raise InputError("is empty")
    if form is Form.MESSAGE or (form is None and is_message(given[:4000])):
        yield from from_message(given, where=where, file=_file(where))
        return
    text = decode(given)
    form = form or sniff(text)
    if form is Form.PAGE:
        found = reports_from_markup(text, where=where, file=_file(where))
        yield from found.problems
        yield from found.reports
    elif form is Form.JSON:
        yield from _from_json(text, where)
    else:
        yield from _with_problem(*report_from_plain(text, where=where, file=_file(where)))


def _from_json(text: str, where: str) -> _Found:
    """One report, an array of them, or an export that wraps such an array."""
    value = parse_object(text)
    items = value if isinstance(value, list) else items_of(value)
    if items is None:
        yield from _from_object(value, where, where)
        return
    if not items:
        raise InputError(_NO_ITEMS)
    yield from _from_items(items, where, where)


def _from_items(items: Iterable[object], at: str, where: str) -> _Found:
    for number, item in enumerate(items, 1):
        yield from _or_problem(item, f"{at}, item {number}", where)


def _from_lines(lines: Iterable[NumberedLine], where: str) -> _Found:
    """One JSON object a line; a bad line is named and the others are read."""
    empty = True
    for number, line in lines:
        at = f"{where}, line {number}"
        if line is not None and not line.strip():
            continue
        empty = False
        try:
            if line is None:
                raise InputError(_TOO_LONG)
            value = parse_object(decode(line))
            items = items_of(value)  # an export may stand in one line
            if items is not None and not items:
                raise InputError(_NO_ITEMS)
        except InputError as error:
            yield Problem(at, str(error))
        else:
            yield from _from_items(items, at, where) if items else _or_problem(value, at, where)
    if empty:
        raise InputError("is empty")


def _from_table(lines: Iterable[NumberedLine], where: str) -> _Found:
    """One report a row."""
    empty = True
    for number, row in read_rows(lines):
        empty = False
        at = f"{where}, line {number}"
        if row is None:
            yield Problem(at, "is no row of a table that can be read: left out")
        else:
            yield from _or_problem(row, at, where)
    if empty:
        raise InputError("is empty")


def _or_problem(value: object, at: str, where: str) -> _Found:
    try:
        yield from _from_object(value, at, where)
    except InputError as error:
        yield Problem(at, str(error))


def _from_object(value: object, at: str, where: str) -> _Found:
    """The report of one object; a lead for one that only names a report, and beside one that gives an excerpt."""
    ours = under_our_names(value) if isinstance(value, dict) else {}
    text, title, url = (ours.get(name) for name in ("text", "title", "url"))
    address = article_address(url) if isinstance(url, str) else None
    if isinstance(value, dict) and address is not None and text in (None, ""):
        yield lead(at, holdable(address), holdable(title) if isinstance(title, str) else "")
        return
    report, problem = report_from_object(value, where=at, file=_file(where))
    yield from _with_problem(report, problem)
    if report.partial == EXCERPT and address is not None:
        yield Lead(at, f"gives an excerpt, which is read as it is: the whole stands at {address}", holdable(address))


def _file(where: str) -> str | None:
    """A file's name as a report may carry it; None for standard input."""
    return holdable(where) if where != "standard input" else None


def _with_problem(report: Report, problem: Problem | None) -> _Found:
    if problem is not None:
        yield problem
    yield report
