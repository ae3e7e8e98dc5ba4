"""Files opened as bounded streams: plain or gzipped, line by line or whole, never more in memory than a limit.

In: a path or standard input. Out: bytes. Limits are errors of the one file or line, not of the run.
"""

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from citydesk.model import InputError

MAX_LINE_BYTES = 8_000_000
"""A line of an archive: the longest news reports are under 200 kB."""
MAX_FILE_BYTES = 24_000_000
"""A file that has to be read whole (a page, a text, a JSON array)."""
_CHUNK_BYTES = 1_000_000


@contextmanager
def open_stream(path: Path | None) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked if its name ends in .gz; of standard input for None.

    Raises InputError, in words for a person, for what cannot be opened, read or unpacked.
    """
    try:
        if path is None:
            yield sys.stdin.buffer
        elif path.suffix.lower() == ".gz":
            with gzip.open(path, "rb") as packed:
                yield packed  # type: ignore[misc]  # a GzipFile reads as bytes do
        else:
            with path.open("rb") as stream:
                yield stream
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise InputError("is a broken .gz file: fetch or pack it again") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from None


def read_whole(stream: IO[bytes]) -> bytes:
    """All bytes of a stream. Raises InputError if they are more than MAX_FILE_BYTES."""
    given = stream.read(MAX_FILE_BYTES + 1)
    if len(given) > MAX_FILE_BYTES:
        raise InputError(f"is larger than {MAX_FILE_BYTES // 1_000_000} MB: split it, or give it as .jsonl")
    return given


def numbered_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a stream with their numbers, from 1; None for one longer than MAX_LINE_BYTES (it is skipped)."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES):
        number += 1
        if len(line) < MAX_LINE_BYTES or line.endswith(b"\n"):
            yield number, line
            continue
        yield number, None
        while (rest := stream.readline(_CHUNK_BYTES)) and not rest.endswith(b"\n"):
            pass
