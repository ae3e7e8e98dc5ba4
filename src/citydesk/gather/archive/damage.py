"""Archives that are broken, or made to keep a program busy: how far a reader may run, and where it can go on.

In: the stream of an archive. Out: the same stream with a guard, or the offset of the next record behind a place.
"""

import io
from typing import IO

_SLACK_BYTES, _PIECE_BYTES = 262_144, 16_384
"""Read ahead (fastwarc takes 150,000), heads, and what stands between records; as packed. A bomb unpacks to a thousand
times as much, and blank lines take six seconds for 100 MB."""
_PACKED, _PLAIN = b"\x1f\x8b\x08", b"WARC/1."
_WINDOW_BYTES = 1_048_576


class NoRecordError(OSError):
    """Much was read without a record being found."""


class GuardedStream(io.RawIOBase):
    """A stream that ends with a NoRecordError where much is read without a record being found in it."""

    def __init__(self, stream: IO[bytes], *, can_seek: bool) -> None:
        self._stream, self._can_seek = stream, can_seek
        self._left = _SLACK_BYTES

    def allow(self, record_bytes: int) -> None:
        """A record was found: as many bytes may be read as it says that it has."""
        self._left = max(record_bytes, 0) + _SLACK_BYTES

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """Whether it can be sought in."""
        return self._can_seek

    def tell(self) -> int:
        """Where it stands."""
        return self._stream.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to an offset."""
        return self._stream.seek(offset, whence)

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises NoRecordError where none of the last 260,000 held a record."""
        given = self._stream.read(min(size, _PIECE_BYTES) if size > 0 else _PIECE_BYTES)
        self._left -= len(given)
        if self._left < 0:
            raise NoRecordError("no record for a long way")
        return given


def next_record(stream: IO[bytes], start: int) -> int | None:
    """Where the next record may begin, from an offset on; None where there is none."""
    stream.seek(start)
    before, at = b"", start
    while piece := stream.read(_WINDOW_BYTES):
        window = before + piece
        marks = [found for mark in (_PACKED, _PLAIN) if (found := window.find(mark)) >= 0]
        if marks:
            return at - len(before) + min(marks)
        at += len(piece)
        before = window[-len(_PLAIN) :]
    return None
