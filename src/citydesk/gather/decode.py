"""From bytes to text: the encoding found, what is no text told.

In: the bytes of a file (never UTF-16 or UTF-32: `streams` has turned these to UTF-8). Out: its text. Characters that
no database and no terminal can hold (NUL, lone surrogates) become U+FFFD, one for one, so that offsets stay.
"""

import re

from citydesk.gather.streams import WIDE
from citydesk.model import InputError

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_NO_CHARSET = re.compile(
    r"^(?:.{0,1}|.{41,})$|[^\w.:-]|idna|punycode|escape|undefined|mbcs|oem", re.IGNORECASE | re.DOTALL
)
"""Codecs of Python that are no page's, some of which take time that grows with the square of what they are given."""
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_FEW, _CONTROL_SHARE = 4, 0.02
"""More control bytes than a few, and more than this share, is no text: programs and images have 10% and more."""
_SIGN = re.compile(r"[^\x00-\x7f\ufffd]")
_GARBLED_SHARE = 0.2
"""Of the characters beyond ASCII, how many may be broken in a text that still counts as UTF-8, garbled in places."""
_SAMPLE_BYTES = 65_536


def decode(given: bytes) -> str:
    """The text of some bytes, in the encoding that they are in. Raises InputError for what is no text."""
    sample = given[:_SAMPLE_BYTES]
    if len(_CONTROL.findall(sample)) > max(_CONTROL_FEW, _CONTROL_SHARE * len(sample)):
        raise InputError("is not text but binary: give .txt, .html, .json or .jsonl, or these as .gz")
    try:
        return holdable(given.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return holdable(_decode_garbled(given) or _decode_other(given))


def decode_as(given: bytes, charset: str | None) -> str:
    """The text of bytes of which a server or a message says in what encoding they are.

    That they are UTF-8, or begin with the mark of UTF-16 or UTF-32, goes before what is said. Raises InputError for
    what is no text.
    """
    for mark, encoding in WIDE:
        if given.startswith(mark):
            return holdable(given.decode(encoding, "replace").removeprefix("\ufeff"))
    try:
        return decode(given) if charset is None else holdable(given.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return holdable(_decode_named(given, charset or "") or decode(given))


def holdable(text: str) -> str:
    """The text with U+FFFD for each NUL and lone surrogate."""
    return _UNHOLDABLE.sub("\ufffd", text)


def _decode_garbled(given: bytes) -> str | None:
    """A text that is UTF-8 but for a few bytes, as one cut off in the middle of a character."""
    text = given.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    return text if broken <= _GARBLED_SHARE * (broken + len(_SIGN.findall(text))) else None


def _decode_named(given: bytes, charset: str) -> str | None:
    """The text in an encoding of that name; None where there is none, or it is another."""
    if _NO_CHARSET.search(charset):
        return None
    try:
        return given.decode(charset)
    except (LookupError, UnicodeError, ValueError):
        return None


def _decode_other(given: bytes) -> str:
    """Text in an older encoding: the declared one, else Windows-1252 as American sites have it, else the likeliest."""
    declared = _DECLARED.search(given[:4096])
    told = _decode_named(given, declared[1].decode("ascii")) if declared else None
    if told is not None:
        return told
    try:
        return given.decode("cp1252")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # rarely needed, and slow to load

        best = from_bytes(given[:_SAMPLE_BYTES]).best()
        return given.decode(best.encoding if best else "latin-1", errors="replace")
