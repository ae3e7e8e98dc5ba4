"""Reports from files, folders and standard input, streamed.

In: paths. Out: reports, and problems for what could not be used, in the order of the paths (folders by name). What a
path holds is told by its ending; without a known one, and on standard input, by its first characters.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from citydesk.gather.decode import decode
from citydesk.gather.objects import parse_object, report_from_object
from citydesk.gather.pages import report_from_page
from citydesk.gather.plain import report_from_plain
from citydesk.gather.streams import MAX_LINE_BYTES, numbered_lines, open_stream, read_whole
from citydesk.model import InputError, Problem, Report

STDIN = "-"
_FORMS = {
    ".txt": "text",
    ".text": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
Gathered = Iterator[Report | Problem]


def gather(paths: Iterable[str | Path]) -> Gathered:
    """The reports in files, in folders (with all below them) and on standard input ("-").

    Bad files and lines come as Problem values between the reports. Raises InputError, before anything is read, for a
    path that does not exist.
    """
    named = list(paths)
    for path in named:
        if str(path) != STDIN and not Path(path).exists():
            raise InputError(f"{path}: no such file or folder")
    return _gather(named)


def _gather(paths: list[str | Path]) -> Gathered:
    for path in paths:
        if str(path) == STDIN:
            yield from _from_file(None)
        elif Path(path).is_dir():
            yield from _from_folder(Path(path))
        else:
            yield from _from_file(Path(path))


def _from_folder(folder: Path) -> Gathered:
    """The files of known endings below a folder, by name; hidden ones and links out of it are left alone."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Problem(str(folder), f"cannot be read: {error.strerror or error}")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _from_folder(entry)
        elif _form_of(entry) is not None:
            yield from _from_file(entry)


def _form_of(path: Path) -> str | None:
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return _FORMS.get(name.suffix.lower())


def _from_file(path: Path | None) -> Gathered:
    where = str(path) if path is not None else "standard input"
    try:
        with open_stream(path) as stream:
            form = _form_of(path) if path is not None else None
            if form == "lines":
                yield from _from_lines(numbered_lines(stream), where)
            else:
                yield from _from_whole(stream, form, where)
    except InputError as error:
        yield Problem(where, str(error))


def _from_whole(stream: IO[bytes], form: str | None, where: str) -> Gathered:
    """Reports of a stream that is a text, a page or JSON; told by its first characters where `form` is None."""
    if form is None:
        lines = numbered_lines(stream)
        first = next(lines, (1, b""))
        if first[1] is not None and _is_object(first[1]):
            yield from _from_lines(_chain(first, lines), where)
            return
        if first[1] is None:
            raise InputError(_too_long(1))
        given = first[1] + read_whole(stream)
        form = _sniff(given)
    else:
        given = read_whole(stream)
    if not given.strip():
        raise InputError("is empty")
    text = decode(given)
    file = where if where != "standard input" else None
    if form == "page":
        yield report_from_page(text, file=file)
    elif form == "json":
        yield from _from_json(text, where, file)
    else:
        report, problem = report_from_plain(text, where=where, file=file)
        yield from _with_problem(report, problem)


def _is_object(line: bytes) -> bool:
    plain = line.strip()
    return plain.startswith(b"{") and plain.endswith(b"}")


def _chain(
    first: tuple[int, bytes | None], rest: Iterator[tuple[int, bytes | None]]
) -> Iterator[tuple[int, bytes | None]]:
    yield first
    yield from rest


def _sniff(given: bytes) -> str:
    start = given[:1000].lstrip().lower()
    if start.startswith((b"{", b"[")):
        return "json"
    return "page" if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")) else "text"


def _from_json(text: str, where: str, file: str | None) -> Gathered:
    """One report, or an array of them."""
    value = parse_object(text)
    if not isinstance(value, list):
        yield from _with_problem(*report_from_object(value, where=where, file=file))
        return
    for number, item in enumerate(value, 1):
        at = f"{where}, item {number}"
        try:
            yield from _with_problem(*report_from_object(item, where=at, file=file))
        except InputError as error:
            yield Problem(at, str(error))


def _from_lines(lines: Iterator[tuple[int, bytes | None]], where: str) -> Gathered:
    """One JSON object a line; a bad line is named and the others are read."""
    file = where if where != "standard input" else None
    empty = True
    for number, line in lines:
        at = f"{where}, line {number}"
        if line is not None and not line.strip():
            continue
        empty = False
        try:
            if line is None:
                raise InputError(_too_long(number))
            yield from _with_problem(*report_from_object(parse_object(decode(line)), where=at, file=file))
        except InputError as error:
            yield Problem(at, str(error))
    if empty:
        raise InputError("is empty")


def _too_long(number: int) -> str:
    return f"line {number} is longer than {MAX_LINE_BYTES // 1_000_000} MB: left out"


def _with_problem(report: Report, problem: Problem | None) -> Gathered:
    if problem is not None:
        yield problem
    yield report
