"""The sentences of a report that say a value, with the very words marked.

In: a report and pieces of evidence in it. Out: passages: sentences cut into pieces, each marked or not. How a text is
split into sentences is the reader's knowledge; of a very long text only the neighbourhood of the evidence is split, so
that a report of a megabyte costs no more than a short one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from citydesk.desk.names import find_names
from citydesk.desk.segments import Span, cut
from citydesk.model import Evidence, FieldName, Report
from citydesk.publish import WITHHELD, NameCover
from citydesk.read import find_sentences

_REACH = 600
"""Characters on each side of the evidence that are shown at most."""
_LONG_TEXT = 20_000
"""Characters; in a longer text only what lies within reach of the evidence is split into sentences."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style."""

    text: str
    marked: bool = False
    withheld: bool = False
    """Whether words stand here in place of a name that the policy keeps back."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the words of the evidence marked."""

    pieces: tuple[Piece, ...]
    anchor: str
    """Where the report page shows these words: the part of its address after "#"."""


def passages_of(report: Report, evidence: Sequence[Evidence], cover: NameCover) -> tuple[Passage, ...]:
    """The sentences that the evidence stands in, in order of the report, the title first."""
    told = sorted(evidence, key=lambda e: (e.field != FieldName.TITLE, e.start, e.end))
    placed = [(e.field, _sentence_around(_field(report, e.field), e), e) for e in told]
    passages = []
    for (field, sentence), group in groupby(placed, key=lambda p: (p[0], p[1])):
        spans = [(e.start, e.end) for _, _, e in group]
        pieces = mark(_field(report, field), sentence, spans, cover)
        passages.append(Passage(pieces, anchor_of(field, spans[0][0])))
    return tuple(passages)


def anchor_of(field: FieldName, start: int) -> str:
    """The name of the place on the report page where the words that start at an offset are shown."""
    return f"{field}-{start}"


def mark(text: str, window: Span, spans: Sequence[Span], cover: NameCover) -> tuple[Piece, ...]:
    """The text of a window in pieces: the spans marked, names that are withheld replaced."""
    start, end = window
    names = [(s + start, e + start) for s, e in find_names(cover, text[start:end])]
    pieces = []
    for segment in cut(start, end, [*spans, *names]):
        name = next((n for n in segment.spans if n >= len(spans)), None)
        marked = any(n < len(spans) for n in segment.spans)
        if name is None:
            pieces.append(Piece(text[segment.start : segment.end], marked))
        elif segment.start == names[name - len(spans)][0]:
            pieces.append(Piece(WITHHELD, marked, withheld=True))
    return tuple(pieces)


def _field(report: Report, field: FieldName) -> str:
    return report.title if field == FieldName.TITLE else report.text


def _sentence_around(text: str, evidence: Evidence) -> Span:
    """The sentence, or the run of sentences, that holds the evidence."""
    low, high = 0, len(text)
    if high > _LONG_TEXT:
        low, high = max(0, evidence.start - _REACH), min(high, evidence.end + _REACH)
    holding = [(low + s, low + e) for s, e in _sentences(text[low:high]) if low + s < evidence.end]
    holding = [(s, e) for s, e in holding if evidence.start < e]
    if not holding:
        return evidence.start, evidence.end
    start, end = holding[0][0], holding[-1][1]
    return max(start, evidence.start - _REACH), min(end, evidence.end + _REACH)


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, kept for the many values that rest on the same report."""
    return tuple((sentence.start, sentence.end) for sentence in find_sentences(text))
