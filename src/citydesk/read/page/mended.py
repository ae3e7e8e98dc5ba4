"""A text as a reader wants it (mojibake mended, odd spaces evened out), with the way back to the text as given.

In: a text as it was given. Out: a `Mended` whose every character knows the span of the given text that it came from.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import ftfy

_FIX = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)
_SUSPICIOUS = re.compile("[\u0080-\u009f\u00c2-\u00c3\u00e2\u00f0\u00ef\ufffd]")
"""Characters that mojibake of UTF-8 is made with; a line without any is left alone, which keeps reading fast."""
_EVENED = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u200b": " "})
_MAX_LINE = 20_000
"""Longer lines are not mended: alignment takes time that grows faster than the line."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended text and, for each of its characters and its end, where it starts in the text as given."""

    text: str
    starts: tuple[int, ...] | None
    """None where nothing moved."""

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text as given that the mended characters [start:end] came from."""
        if self.starts is None:
            return start, end
        given_end = end
        while given_end < len(self.starts) - 1 and self.starts[given_end] == self.starts[end - 1]:
            given_end += 1  # a character that came of several takes all of them
        return self.starts[start], self.starts[given_end]


def mend(given: str) -> Mended:
    """The text without mojibake and with plain spaces, and the way back.

    Every line is mended by itself. Where ftfy changed a stretch, each of its characters maps to the whole stretch.
    """
    evened = given.translate(_EVENED)
    if not _SUSPICIOUS.search(evened):
        return Mended(evened, None)
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for line in evened.splitlines(keepends=True):
        fixed = _fix(line) if _SUSPICIOUS.search(line) and len(line) <= _MAX_LINE else line
        pieces.append(fixed)
        starts.extend(at + offset for offset in _offsets(line, fixed))
        at += len(line)
    starts.append(at)
    return Mended("".join(pieces), tuple(starts))


@lru_cache(maxsize=256)
def _fix(line: str) -> str:
    return ftfy.fix_text(line, _FIX)


def _offsets(line: str, fixed: str) -> list[int]:
    """For each character of the fixed line, the offset in the line where what it came from starts."""
    if line == fixed:
        return list(range(len(line)))
    offsets: list[int] = []
    for tag, i1, _i2, j1, j2 in SequenceMatcher(None, line, fixed, autojunk=False).get_opcodes():
        if tag == "equal":
            offsets.extend(range(i1, i1 + j2 - j1))
        else:
            offsets.extend([i1] * (j2 - j1))
    return offsets
