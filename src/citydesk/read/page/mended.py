"""A text as a reader wants it (mojibake, entities and odd spaces mended), with the way back to the text as given.

In: a text as it was given. Out: a `Mended` whose every character knows the span of the given text that it came from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from html import unescape
from itertools import chain

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
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_EVENED = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u200b": " "})
_BLANK_LINE = "\n\n"
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

    def broken_at(self, offset: int) -> "Mended":
        """The same with a blank line before the character at `offset`, which the blank line leads back to."""
        starts: Sequence[int] = self.starts or range(len(self.text) + 1)
        text = self.text[:offset] + _BLANK_LINE + self.text[offset:]
        before, here = starts[:offset], [starts[offset]] * len(_BLANK_LINE)
        return Mended(text, tuple(chain(before, here, starts[offset:])))


def mend(given: str) -> Mended:
    """The text without mojibake and entities, with plain spaces, and the way back.

    Every line is mended by itself. Where a stretch was changed, each of its characters maps to the whole stretch.
    """
    evened = given.translate(_EVENED)
    if not _SUSPICIOUS.search(evened) and not _ENTITY.search(evened):
        return Mended(evened, None)
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for line in evened.splitlines(keepends=True):
        fixed = _fix(line) if _SUSPICIOUS.search(line) and len(line) <= _MAX_LINE else line
        for piece, offset in _unescaped(fixed, _offsets(line, fixed)):
            pieces.append(piece)
            starts.extend([at + offset] * len(piece))
        at += len(line)
    starts.append(at)
    return Mended("".join(pieces), tuple(starts))


@lru_cache(maxsize=256)
def _fix(line: str) -> str:
    return ftfy.fix_text(line, _FIX)


def _unescaped(line: str, offsets: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The characters of a line with where each came from; those of an entity come from its beginning."""
    at = 0
    for entity in _ENTITY.finditer(line):
        yield from zip(line[at : entity.start()], offsets[at : entity.start()], strict=True)
        yield unescape(entity[0]).translate(_EVENED), offsets[entity.start()]
        at = entity.end()
    yield from zip(line[at:], offsets[at:], strict=True)


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
