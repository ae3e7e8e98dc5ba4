"""What a file holds: plain text, a page, JSON, a table, a message or an archive.

In: a file's name, or its first lines. Out: its form.
"""

import io
from collections.abc import Iterator
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import IO, cast

from citydesk.gather.streams import NumberedLine


class Form(Enum):
    """The forms in which reports come."""

    TEXT = "text"
    PAGE = "page"
    JSON = "json"
    LINES = "lines"
    TABLE = "table"
    MESSAGE = "message"
    ARCHIVE = "archive"


FORMS = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".html": Form.PAGE,
    ".htm": Form.PAGE,
    ".xhtml": Form.PAGE,
    ".json": Form.JSON,
    ".jsonl": Form.LINES,
    ".ndjson": Form.LINES,
    ".csv": Form.TABLE,
    ".eml": Form.MESSAGE,
    ".mhtml": Form.MESSAGE,
    ".mht": Form.MESSAGE,
    ".warc": Form.ARCHIVE,
}
"""By the ending of a file's name; each may have .gz behind it."""
_LINES_LOOKED_AT = 20
_PAGE_STARTS = ("<!doctype", "<html", "<?xml", "<head", "<body", "<!--")


def form_of(path: Path) -> Form | None:
    """The form that a file's name tells; None for an unknown ending."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return FORMS.get(name.suffix.lower())


def begins_archive(stream: IO[bytes]) -> bool:
    """Whether a stream that `open_stream` gave begins as an archive of pages does; nothing is taken from it."""
    return cast("io.BufferedReader", stream).peek(5).startswith(b"WARC/")


def look_at(lines: Iterator[NumberedLine], form: Form | None) -> tuple[list[NumberedLine], Form | None]:
    """The first lines, taken from `lines`, and LINES if they are JSON objects, one a line; else the form given."""
    start: list[NumberedLine] = []
    told: list[bytes] = []
    for number, line in islice(lines, _LINES_LOOKED_AT):
        start.append((number, line))
        if line is None:
            break
        if line.strip():
            told.append(line.removeprefix(b"\xef\xbb\xbf").strip())
        if len(told) == 2:
            break
    if not told or not told[0].startswith(b"{"):
        return start, form
    whole = told[0].endswith(b"}")
    another = len(told) == 2 and told[1].startswith(b"{")
    return start, Form.LINES if whole or another else form


def sniff(text: str) -> Form:
    """What a text is by its first characters: JSON, a page, or plain text."""
    start = text[:1000].lstrip().lower()
    if start.startswith(("{", "[")):
        return Form.JSON
    return Form.PAGE if start.startswith(_PAGE_STARTS) else Form.TEXT
