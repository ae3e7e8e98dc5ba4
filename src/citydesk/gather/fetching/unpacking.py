"""The body of an answer, put together and unpacked within bounds. Pure.

In: pieces as they come from the network. Out: bytes. A bomb is never unpacked further than the bound.
"""

import zlib
from collections.abc import Iterable

from citydesk.gather.fetching.answers import FetchLimits
from citydesk.model import InputError

ENCODINGS = "gzip, deflate"
"""What is asked for; an answer that is packed otherwise was not."""
_PIECE_BYTES = 262_144
_UNSUSPICIOUS_BYTES = 1_000_000
"""A body up to this size may be packed as tightly as it likes."""
_EITHER, _RAW = 47, -15
"""zlib's window: gzip or zlib told by the first bytes, or deflate without a head, as some servers send it."""
_GZIP = b"\x1f\x8b"
_HEADS = b"\x1f\x08\x18\x28\x38\x48\x58\x68\x78"
_MAX_PARTS = 100


def unpack(pieces: Iterable[bytes], encoding: str, limits: FetchLimits) -> bytes:
    """The body that the pieces are of. Raises InputError where it is too large, a bomb, or broken."""
    kind = encoding.strip().lower()
    if kind in ("", "identity"):
        return _joined(pieces, limits)
    if kind not in ("gzip", "x-gzip", "deflate"):
        raise InputError(f"answers packed as {kind[:40]!r}, which was not asked for")
    try:
        return _inflated(pieces, limits)
    except zlib.error:
        raise InputError("answers with a body that is packed wrongly") from None


def _joined(pieces: Iterable[bytes], limits: FetchLimits) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limits.size_bytes:
            raise _too_large(limits)
    return bytes(body)


def _inflated(pieces: Iterable[bytes], limits: FetchLimits) -> bytes:
    body, taken, parts = bytearray(), 0, 0
    unpacker = None
    for piece in pieces:
        taken += len(piece)
        if taken > limits.size_bytes:
            raise _too_large(limits)
        waiting = piece
        while waiting and (parts == 0 or unpacker is not None or waiting.startswith(_GZIP)):
            if unpacker is None:
                parts += 1
                unpacker = zlib.decompressobj(_EITHER if waiting[0] in _HEADS else _RAW)
            body += unpacker.decompress(waiting, _PIECE_BYTES)
            _check(len(body), taken, limits)
            waiting = unpacker.unconsumed_tail
            if unpacker.eof:  # gzip may have several parts; anything else behind one is padding
                waiting = unpacker.unused_data if parts < _MAX_PARTS else b""
                unpacker = None
    if unpacker is not None:
        body += unpacker.flush()
        if not unpacker.eof:
            raise zlib.error("cut off")
    return bytes(body)


def _check(unpacked: int, taken: int, limits: FetchLimits) -> None:
    if unpacked > limits.size_bytes:
        raise _too_large(limits)
    if unpacked > max(_UNSUSPICIOUS_BYTES, limits.ratio * taken):
        raise InputError(f"answers with a body that unpacks to more than {limits.ratio} times its size, as bombs do")


def _too_large(limits: FetchLimits) -> InputError:
    return InputError(f"answers with more than {limits.size_bytes // 1_000_000 or limits.size_bytes / 1e6:g} MB")
