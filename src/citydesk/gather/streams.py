"""Files opened as bounded streams: plain or gzipped, line by line or whole, never more in memory than a limit.

In: a path or standard input. Out: bytes, those of UTF-16 and UTF-32 already turned to UTF-8, so that a line is a line
in every encoding. Limits are errors of the one file or line, not of the run.
"""

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from citydesk.model import InputError

MAX_LINE_BYTES = 8_000_000
"""A line of an archive: the longest news reports are under 200 kB."""
MAX_FILE_BYTES = 24_000_000
"""A file that has to be read whole (a page, a text, a JSON array)."""
_CHUNK_BYTES = 65_536
_GZIP_MAGIC = b"\x1f\x8b"
WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

NumberedLine = tuple[int, bytes | None]
"""A line's number, from 1, and its bytes; None for one that is too long to be read."""


@contextmanager
def open_stream(path: Path | None) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of standard input for None; unpacked if they are gzipped, whatever the name says.

    Raises InputError, in words for a person, for what cannot be opened, read or unpacked.
    """
    try:
        if path is None:
            given = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))  # any binary stream will do, and can peek
            try:
                yield _plain(given)
            finally:
                given.detach()  # standard input stays open
        else:
            with path.open("rb") as stream:
                yield _plain(stream)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise InputError("is a broken .gz file: fetch or pack it again") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from None


def _plain(stream: "io.BufferedReader[Any]") -> IO[bytes]:
    """The stream unpacked, and as UTF-8 where its first bytes say that it is UTF-16 or UTF-32."""
    unpacked: io.BufferedReader[Any] | gzip.GzipFile = stream
    if stream.peek(2).startswith(_GZIP_MAGIC):
        unpacked = gzip.GzipFile(fileobj=stream)
    start = unpacked.peek(4)
    for mark, encoding in WIDE:
        if start.startswith(mark):
            return io.BufferedReader(_Utf8(unpacked, encoding))
    return unpacked  # type: ignore[return-value]  # a GzipFile reads as a file does


class _Utf8(io.RawIOBase):
    """The bytes of a stream in another encoding, as UTF-8."""

    def __init__(self, stream: io.BufferedIOBase, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            given = self._stream.read(_CHUNK_BYTES)
            self._ready = self._decoder.decode(given, final=not given).encode("utf-8", "replace")
            if not given:
                break
        taken = min(len(buffer), len(self._ready))
        buffer[:taken] = self._ready[:taken]
        self._ready = self._ready[taken:]
        return taken


def read_whole(stream: IO[bytes]) -> bytes:
    """All bytes of a stream. Raises InputError if they are more than MAX_FILE_BYTES."""
    given = stream.read(MAX_FILE_BYTES + 1)
    if len(given) > MAX_FILE_BYTES:
        raise InputError(f"is larger than {MAX_FILE_BYTES // 1_000_000} MB: split it, or give it as .jsonl")
    return given


def numbered_lines(stream: IO[bytes]) -> Iterator[NumberedLine]:
    """The lines of a stream with their numbers; one longer than MAX_LINE_BYTES is passed over, never held."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES):
        number += 1
        if len(line) < MAX_LINE_BYTES or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(_CHUNK_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield number, None
