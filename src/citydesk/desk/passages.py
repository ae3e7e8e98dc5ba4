"""The sentences of a report that say a value, with the very words marked.

In: a report and pieces of evidence in it. Out: passages: sentences cut into pieces, each marked or not. How a text is
split into sentences is the reader's knowledge; only the neighbourhood of the evidence is split, so that a report of a
megabyte costs no more than a short one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from citydesk.desk.names import Cover
from citydesk.desk.segments import Span, cut
from citydesk.model import Evidence, FieldName, Report
from citydesk.read import find_sentences

_REACH = 600
"""Characters on each side of the evidence within which its sentence is looked for."""
_MOST_PASSAGES = 4
"""Sentences shown for one value; a count of people may rest on many."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style."""

    text: str
    marked: bool = False
    withheld: bool = False
    """Whether a name stands here that the policy on names keeps back; its characters are covered."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the words of the evidence marked."""

    pieces: tuple[Piece, ...]
    anchor: str
    """Where the report page shows these words: the part of its address after "#"."""


def passages_of(report: Report, evidence: Sequence[Evidence], cover: Cover) -> tuple[Passage, ...]:
    """The sentences that the evidence stands in, in order of the report, at most four."""
    told = sorted(evidence, key=lambda e: (e.field != FieldName.TITLE, e.start, e.end))
    placed = [(e.field, _sentence_around(_field(report, e.field), e), e) for e in told]
    passages = []
    for (field, sentence), group in groupby(placed, key=lambda p: (p[0], p[1])):
        spans = [(e.start, e.end) for _, _, e in group]
        pieces = mark(_field(report, field), sentence, spans, cover)
        passages.append(Passage(pieces, anchor_of(field, spans[0][0])))
    return tuple(passages[:_MOST_PASSAGES])


def anchor_of(field: FieldName, start: int) -> str:
    """The name of the place on the report page where the words that start at an offset are shown."""
    return f"{field}-{start}"


def mark(text: str, window: Span, spans: Sequence[Span], cover: Cover) -> tuple[Piece, ...]:
    """The text of a window in pieces: the spans marked, names that are withheld covered."""
    start, end = window
    withheld = [(s + start, e + start) for s, e in cover.spans(text[start:end])]
    every = [*spans, *withheld]
    pieces = []
    for segment in cut(start, end, every):
        hidden = any(n >= len(spans) for n in segment.spans)
        words = text[segment.start : segment.end]
        marked = any(n < len(spans) for n in segment.spans)
        pieces.append(Piece(cover.hide(words) if hidden else words, marked, hidden))
    return tuple(pieces)


def _field(report: Report, field: FieldName) -> str:
    return report.title if field == FieldName.TITLE else report.text


def _sentence_around(text: str, evidence: Evidence) -> Span:
    """The sentence, or the run of sentences, that holds the evidence."""
    low, high = max(0, evidence.start - _REACH), min(len(text), evidence.end + _REACH)
    near = find_sentences(text[low:high])
    holding = [s for s in near if low + s.start < evidence.end and evidence.start < low + s.end]
    if not holding:
        return evidence.start, evidence.end
    return low + min(s.start for s in holding), low + max(s.end for s in holding)
