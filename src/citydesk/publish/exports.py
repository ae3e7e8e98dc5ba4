"""Writing a ledger out as open data: to a file, whole or not at all, or to standard output.

In: a ledger, a place, a format and whose names. What a line holds is left to `rows` and `flat`.
"""

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from citydesk.ledger import KeptIncident, Ledger
from citydesk.model import CitydeskError, InputError
from citydesk.publish.flat import HEADS, cells_of
from citydesk.publish.policy import PUBLIC, NamePolicy
from citydesk.publish.rows import row_of

MODE = 0o644
"""Of a file of open data, less what the umask takes."""
_BOM = "\ufeff".encode()
"""Tells a spreadsheet that the file is UTF-8."""


class ExportError(CitydeskError):
    """The file cannot be written."""


def export(ledger: Ledger, out: Path | None, form: str, *, names: str = PUBLIC) -> int:
    """Write all incidents of a ledger, by id, and give how many.

    `form` is "jsonl" or "csv"; `out` None is standard output. `names` is whose names are written: those that the
    policy allows ("public"), or "all". Raises InputError for an unknown format or policy, ExportError where the file
    cannot be written; what stood there before then still does.
    """
    if form not in FORMATS:
        raise InputError(f"format {form!r} is not known: give one of {', '.join(FORMATS)}")
    policy = NamePolicy(names)
    with _opened(out) as file:
        return FORMATS[form](file, ledger.kept_incidents(), policy)


def write_jsonl(file: BinaryIO, incidents: Iterable[KeptIncident], policy: NamePolicy) -> int:
    """One JSON object a line."""
    written = 0
    for kept in incidents:
        file.write(json.dumps(row_of(kept, policy), ensure_ascii=False).encode() + b"\n")
        written += 1
    return written


def write_csv(file: BinaryIO, incidents: Iterable[KeptIncident], policy: NamePolicy) -> int:
    """A table for spreadsheets: UTF-8 with its mark, one incident a row."""
    file.write(_BOM)
    written = 0
    with _as_text(file) as text:
        table = csv.writer(text)
        table.writerow([head.name for head in HEADS])
        for kept in incidents:
            table.writerow(cells_of(row_of(kept, policy)))
            written += 1
    return written


FORMATS: dict[str, Callable[[BinaryIO, Iterable[KeptIncident], NamePolicy], int]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
}
"""The formats, by the name under which they are asked for."""


@contextmanager
def _as_text(file: BinaryIO) -> Iterator[io.TextIOWrapper]:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    try:
        yield text
    finally:
        text.detach()  # closing it is left to who opened the file


@contextmanager
def _opened(out: Path | None) -> Iterator[BinaryIO]:
    """A file to write to, which takes its name only when all is written."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = out.resolve()
    try:
        if target.exists() and not target.is_file():  # a pipe or a device cannot be replaced
            with target.open("wb") as file:
                yield file
            return
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            try:
                yield file  # type: ignore[misc]
                file.flush()
                os.fsync(file.fileno())
                _give_mode(file.name)
                Path(file.name).replace(target)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise ExportError(f"{str(out)!r} cannot be written ({error.strerror}): name another file") from error


def _give_mode(name: str) -> None:
    """The mode that a plain new file gets; temporary ones are the owner's alone."""
    umask = os.umask(0)
    os.umask(umask)
    Path(name).chmod(MODE & ~umask)
