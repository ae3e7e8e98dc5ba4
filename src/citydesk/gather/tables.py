"""Reports from tables: CSV with a head line, as Media Cloud and spreadsheets export it.

In: the bytes of a table. Out: one mapping a row, by the names of the columns. Bounded by row; a row too long is none.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from citydesk.gather.decode import decode
from citydesk.gather.exports import under_our_names
from citydesk.gather.streams import MAX_LINE_BYTES, NumberedLine
from citydesk.model import InputError

_MAX_COLUMNS = 500
NumberedRow = tuple[int, dict[str, str] | None]
"""A row's line number, and its values by column; None for one that cannot be read."""


def read_rows(lines: Iterable[NumberedLine]) -> Iterator[NumberedRow]:
    """The rows of a table.

    Raises InputError where its first line names no column that a report has.
    """
    csv.field_size_limit(MAX_LINE_BYTES)
    rows = csv.reader(_texts(lines))
    try:
        names = [name.strip() for name in next(rows, [])][:_MAX_COLUMNS]
    except csv.Error as error:
        raise InputError(f"is no table: {error}") from None
    if not any(under_our_names(dict.fromkeys(names, "x")).get(ours) for ours in ("text", "title", "url")):
        raise InputError('has no column called "text", "title" or "url" in its first line')
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield rows.line_num, None
            continue
        if any(row):
            yield rows.line_num, {name: value for name, value in zip(names, row, strict=False) if name and value}


def _texts(lines: Iterable[NumberedLine]) -> Iterator[str]:
    for _, line in lines:
        if line is None:
            raise InputError(f"is longer than {MAX_LINE_BYTES // 1_000_000} MB in one line: no report is that long")
        text = decode(line) if line.strip() else "\n"
        yield from io.StringIO(text.replace("\0", "\ufffd"), newline="")
