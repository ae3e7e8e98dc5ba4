"""Reports from files, folders, standard input and addresses on the web, streamed.

In: paths. Out: reports, and problems for what could not be used, in the order of the paths (folders by name). What a
path holds is told by its ending; without a known one, and on standard input, by its first lines. Addresses are left to
`web`.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from citydesk.gather.decode import decode, holdable
from citydesk.gather.fetching.fetcher import Fetcher
from citydesk.gather.fetching.web_address import is_address
from citydesk.gather.forms import FORMS, Form, form_of, look_at, sniff
from citydesk.gather.objects import parse_object, report_from_object
from citydesk.gather.pages import reports_from_markup
from citydesk.gather.plain import report_from_plain
from citydesk.gather.streams import MAX_LINE_BYTES, NumberedLine, numbered_lines, open_stream, read_whole
from citydesk.gather.web import gather_addresses
from citydesk.model import InputError, Problem, Report

STDIN = "-"
Gathered = Iterator[Report | Problem]


def gather(paths: Iterable[str | Path], *, fetcher: Fetcher | None = None) -> Gathered:
    """The reports in files, in folders (with all below them), on standard input ("-") and at addresses (https://…).

    Bad files and lines come as Problem values between the reports. Addresses are fetched by the fetcher, or by one of
    the usual manners. Raises InputError, before anything is read, for a path that does not exist.
    """
    named = list(paths)
    for path in named:
        if not is_address(str(path)) and str(path) != STDIN and not _exists(path):
            raise InputError(f"{path}: no such file or folder")
    return _gather(named, fetcher)


def _exists(path: str | Path) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError) as error:  # a name too long, a folder that may not be looked into, a NUL in the name
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _gather(paths: list[str | Path], fetcher: Fetcher | None) -> Gathered:
    with ExitStack() as opened:
        for path in paths:
            if is_address(str(path)):
                fetcher = fetcher or opened.enter_context(Fetcher())
                yield from gather_addresses([str(path)], fetcher)
            elif str(path) == STDIN:
                yield from _from_file(None)
            elif Path(path).is_dir():
                yield from _from_folder(Path(path))
            else:
                yield from _from_file(Path(path))


def _from_folder(folder: Path) -> Gathered:
    """The files of known endings below a folder, by name; hidden ones, links and devices are left alone."""
    waiting, found_any = [folder], False
    while waiting:
        entry = waiting.pop()
        try:
            if entry.is_dir():
                inside = sorted(entry.iterdir(), reverse=True)
                waiting += [one for one in inside if not one.name.startswith(".") and not one.is_symlink()]
            elif entry.is_file() and form_of(entry) is not None:
                found_any = True
                yield from _from_file(entry)
        except OSError as error:
            found_any = True
            yield Problem(str(entry), f"cannot be read: {error.strerror or error}")
    if not found_any:
        yield Problem(str(folder), f"holds no file that ends in {', '.join(FORMS)}, or in one of these and .gz")


def _from_file(path: Path | None) -> Gathered:
    where = str(path) if path is not None else "standard input"
    try:
        with open_stream(path) as stream:
            form = form_of(path) if path is not None else None
            lines = numbered_lines(stream)
            start: list[NumberedLine] = []
            if form is None or form is Form.JSON:  # many a .json file holds JSON lines
                start, form = look_at(lines, form)
            if form is Form.LINES:
                yield from _from_lines(chain(start, lines), where)
            elif any(line is None for _, line in start):
                raise InputError(_TOO_LONG)
            else:
                given = b"".join(line for _, line in start if line is not None) + read_whole(stream)
                yield from _from_whole(given, form, where)
    except InputError as error:
        yield Problem(where, str(error))


def _from_whole(given: bytes, form: Form | None, where: str) -> Gathered:
    """Reports of what is a text, a page or JSON; told by its first characters where `form` is None."""
    if not given.strip():
        raise InputError("is empty")
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


def _from_json(text: str, where: str) -> Gathered:
    """One report, or an array of them."""
    value = parse_object(text)
    if not isinstance(value, list):
        yield from _with_problem(*report_from_object(value, where=where, file=_file(where)))
        return
    for number, item in enumerate(value, 1):
        at = f"{where}, item {number}"
        try:
            yield from _with_problem(*report_from_object(item, where=at, file=_file(where)))
        except InputError as error:
            yield Problem(at, str(error))


def _from_lines(lines: Iterable[NumberedLine], where: str) -> Gathered:
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
            yield from _with_problem(*report_from_object(parse_object(decode(line)), where=at, file=_file(where)))
        except InputError as error:
            yield Problem(at, str(error))
    if empty:
        raise InputError("is empty")


_TOO_LONG = f"is longer than {MAX_LINE_BYTES // 1_000_000} MB in one line: left out; no report is that long"


def _file(where: str) -> str | None:
    """A file's name as a report may carry it; None for standard input."""
    return holdable(where) if where != "standard input" else None


def _with_problem(report: Report, problem: Problem | None) -> Gathered:
    if problem is not None:
        yield problem
    yield report
