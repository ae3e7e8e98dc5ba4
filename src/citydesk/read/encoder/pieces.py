"""A report cut into word pieces and overlapping windows, as the encoder takes it.

In: a text with its title's end, and a tokenizer. Out: word pieces with their offsets and looks, and the windows that
cover them, so that no report is cut. The vocabulary is lower-case: how a piece is written is handed on as its look.
"""

from dataclasses import dataclass
from typing import NamedTuple

from tokenizers import Tokenizer

WINDOW = 256
"""Word pieces of a window without its two marks; attention costs the square, and a lead rarely has more."""
STRIDE = 224
"""From one window's beginning to the next one's: each piece is taken from the window in which it stands deepest."""
CLS, SEP, PAD = 101, 102, 0
_CONTINUED = "##"
LOOKS = 10
"""Five ways of writing, in the body and in the title."""
_MARK_LOOK = 0
MAX_PIECES = 6_000
"""Of a longer text only the beginning is looked at, so that the time of reading has a bound."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text, in order, at most `MAX_PIECES`."""

    ids: tuple[int, ...]
    looks: tuple[int, ...]
    starts: tuple[int, ...]
    """Offsets into the text, in code points."""
    ends: tuple[int, ...]


class Window(NamedTuple):
    """A stretch of pieces that the encoder looks at together, and the part of it that is taken from here."""

    first: int
    last: int
    taken_first: int
    taken_last: int


def cut_pieces(tokenizer: Tokenizer, text: str, body_start: int) -> Pieces:
    """The word pieces of a text; those before `body_start` are the title's."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = encoding.offsets[:MAX_PIECES]
    ids = encoding.ids[:MAX_PIECES]
    tokens = encoding.tokens[:MAX_PIECES]
    looks = tuple(
        _look(text[start:end], continued=token.startswith(_CONTINUED)) + (LOOKS // 2 if start < body_start else 0)
        for token, (start, end) in zip(tokens, offsets, strict=True)
    )
    return Pieces(tuple(ids), looks, tuple(start for start, _ in offsets), tuple(end for _, end in offsets))


def cut_windows(pieces: int) -> tuple[Window, ...]:
    """The windows over so many pieces; together they take each piece once."""
    windows: list[Window] = []
    for first in range(0, max(1, pieces - WINDOW + STRIDE), STRIDE):
        last = min(pieces, first + WINDOW)
        taken_last = last if last == pieces else last - (WINDOW - STRIDE) // 2
        windows.append(Window(first, last, windows[-1].taken_last if windows else 0, taken_last))
    return tuple(windows)


def _look(word: str, *, continued: bool) -> int:
    """How a piece is written: 0 small, 1 capitalised, 2 in capitals, 3 digits, 4 the rest of a word begun before."""
    if continued:
        return 4
    if word[:1].isdigit():
        return 3
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[:1].isupper() else 0
