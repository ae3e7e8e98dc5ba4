"""The body of an archived answer as a page: put together and unpacked, within bounds. Pure.

In: the bytes behind the head of an answer, and that head. Out: the page's bytes. Archives keep answers as they came, or
already unpacked with the old head; so what is not packed as the head says is taken as it is.
"""

from collections.abc import Mapping

import brotli

from citydesk.gather.fetching.answers import FetchLimits
from citydesk.gather.fetching.unpacking import unpack
from citydesk.model import InputError

_GZIP = b"\x1f\x8b"
_PIECE_BYTES = 65_536
_RATIO = 200


def unpacked_body(given: bytes, head: Mapping[str, str], most_bytes: int) -> bytes:
    """The page's bytes. Raises InputError where they are more than `most_bytes`, a bomb, or packed unknown to us."""
    told = {name.lower(): value.strip().lower() for name, value in head.items()}
    body = _joined(given) if "chunked" in told.get("transfer-encoding", "") else given
    encoding = told.get("content-encoding", "")
    if encoding == "br":
        return _from_brotli(body, most_bytes)
    if encoding in ("gzip", "x-gzip") and not body.startswith(_GZIP):
        return body
    if encoding == "deflate" and body.lstrip()[:1] == b"<":
        return body
    return unpack([body], encoding, FetchLimits(size_bytes=most_bytes))


def _joined(given: bytes) -> bytes:
    """A body that was sent in chunks (RFC 9112, 7.1), each behind its size in hexadecimal; as it is if it was not."""
    joined, at = bytearray(), 0
    while at < len(given):
        end = given.find(b"\r\n", at, at + 400)
        try:
            size = int(given[at:end].partition(b";")[0].strip()[:16], 16) if end > 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return bytes(joined) if joined else given
        if size == 0:
            break
        joined += given[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
    return bytes(joined)


def _from_brotli(body: bytes, most_bytes: int) -> bytes:
    """The body unpacked; as it is if it is not packed."""
    unpacker, unpacked = brotli.Decompressor(), bytearray()
    try:
        waiting = body
        while not unpacker.is_finished():
            piece = unpacker.process(waiting, output_buffer_limit=_PIECE_BYTES)
            unpacked += piece
            if len(unpacked) > min(most_bytes, max(1_000_000, _RATIO * len(body))):
                raise InputError(f"unpacks to more than {most_bytes // 1_000_000} MB, or {_RATIO} times its size")
            if not piece and unpacker.can_accept_more_data():
                break  # cut off: what there is, is a page's beginning
            waiting = b""
    except brotli.error:
        return body
    return bytes(unpacked) or body
