"""From bytes to text: the encoding found, what is no text told.

In: the bytes of a file. Out: its text. Characters that no database and no terminal can hold (NUL, lone surrogates)
become U+FFFD, one for one, so that offsets stay.
"""

import codecs
import re

from charset_normalizer import from_bytes

from citydesk.model import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.02
"""More control bytes than this is no text: programs, images and archives have 10% and more."""
_SAMPLE_BYTES = 65_536


def decode(given: bytes) -> str:
    """The text of some bytes, in the encoding that they are in. Raises InputError for what is no text."""
    for mark, encoding in _BOMS:
        if given.startswith(mark):
            return holdable(given.decode(encoding, errors="replace"))
    if len(_CONTROL.findall(given[:_SAMPLE_BYTES])) > _CONTROL_SHARE * len(given[:_SAMPLE_BYTES]):
        raise InputError("is not text but binary: give .txt, .html, .json or .jsonl, or these as .gz")
    try:
        return holdable(given.decode("utf-8"))
    except UnicodeDecodeError:
        return holdable(_decode_other(given))


def holdable(text: str) -> str:
    """The text with U+FFFD for each NUL and lone surrogate."""
    return _UNHOLDABLE.sub("\ufffd", text)


def _decode_other(given: bytes) -> str:
    """Text in an older encoding: the declared one, else the likeliest, else Windows-1252 as American sites have it."""
    declared = _DECLARED.search(given[:4096])
    if declared:
        try:
            return given.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return given.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(given[:_SAMPLE_BYTES]).best()
        return given.decode(best.encoding if best else "latin-1", errors="replace")
