"""What the encoder makes of a report: answers about any span of its words, and about the report.

In: the arrays that the network gives for each word piece. Out: shares between 0 and 1, averaged over the pieces of a
span. Nothing here knows what the rules found; who weighs both is the judges of each question.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from citydesk.read.encoder.pieces import Pieces
from citydesk.read.encoder.questions import LINK, MARKS, MENTION_ANSWERS, REPORT_ANSWERS

Array = npt.NDArray[np.float32]
_SLICES: dict[str, slice] = {}
_at = 0
for _name, _values in MENTION_ANSWERS:
    _SLICES[_name] = slice(_at, _at + len(_values))
    _at += len(_values)
_REPORT_SLICES: dict[str, slice] = {}
_at = 0
for _name, _number in REPORT_ANSWERS:
    _REPORT_SLICES[_name] = slice(_at, _at + _number)
    _at += _number


@dataclass(frozen=True, slots=True)
class Found:
    """Words that the encoder marks, with how sure it is."""

    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class Opinions:
    """The encoder's answers for one report."""

    pieces: Pieces
    marks: Array
    """[pieces, 2 * len(MARKS)], log odds."""
    mention: Array
    """[pieces, answers about a mention], scores."""
    vectors: Array
    """[pieces, 4 * LINK]."""
    report: Array
    """[answers about the report], scores from its first window."""
    gaze: Array
    """[pieces of the first window, questions about the report]."""
    bias: tuple[float, float]
    """Of the comparison of two mentions, and of words with whom they are about."""

    def scores(self, question: str, start: int, end: int) -> Array:
        """Scores (log of shares up to a constant) of the answers to a question about the mention at [start:end]."""
        first, last = self._range(start, end)
        mean: Array = self.mention[first:last, _SLICES[question]].mean(axis=0)
        return mean

    def pooled(self, spans: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
        """Scores of all answers about mentions, and vectors, of many spans at once: [spans, …]."""
        ranges = [self._range(start, end) for start, end in spans]
        first, last = (np.array([r[n] for r in ranges], dtype=np.int64) for n in (0, 1))
        return _means(self.mention, first, last), _means(self.vectors, first, last)

    def vector(self, start: int, end: int) -> Array:
        """What a span is compared by."""
        first, last = self._range(start, end)
        mean: Array = self.vectors[first:last].mean(axis=0)
        return mean

    def same(self, earlier: Array, later: Array) -> float:
        """Log odds that two mentions, given by their vectors in the order of the text, are one person."""
        return float(earlier[:LINK] @ later[LINK : 2 * LINK]) / math.sqrt(LINK) + self.bias[0]

    def about(self, words: Array, person: Array) -> float:
        """Log odds that words tell of the person of a mention, both given by their vectors."""
        return float(words[3 * LINK :] @ person[2 * LINK : 3 * LINK]) / math.sqrt(LINK) + self.bias[1]

    def answer(self, question: str) -> Array:
        """Shares of the answers to a question about the report."""
        return softmax(self.report[_REPORT_SLICES[question]])

    def looked_at(self, question: str) -> int | None:
        """The offset of the piece that had most to do with an answer about the report; None for an empty one."""
        if not len(self.gaze):
            return None
        number = [name for name, _ in REPORT_ANSWERS].index(question)
        return self.pieces.starts[int(self.gaze[:, number].argmax())]

    def share_marked(self, sort: str, start: int, end: int) -> float:
        """How likely the words at [start:end] are of a sort, on average."""
        first, last = self._range(start, end)
        return float(sigmoid(self.marks[first:last, 2 * MARKS.index(sort)]).mean())

    def marked(self, sort: str, least: float = 0.5) -> tuple[Found, ...]:
        """The stretches that are of a sort, in order: pieces with at least a share, split where one begins anew."""
        column = 2 * MARKS.index(sort)
        within, begins = sigmoid(self.marks[:, column]), sigmoid(self.marks[:, column + 1])
        found: list[Found] = []
        first: int | None = None
        for n in range(len(within) + 1):
            inside = n < len(within) and within[n] >= least
            if first is not None and (not inside or begins[n] >= least):
                share = float(within[first:n].mean())
                found.append(Found(self.pieces.starts[first], self.pieces.ends[n - 1], round(share, 4)))
                first = None
            if inside and first is None:
                first = n
        return tuple(found)

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """The pieces that [start:end] touches; at least one, the nearest, where it touches none."""
        first, last = bisect_right(self.pieces.ends, start), bisect_left(self.pieces.starts, end)
        first = min(first, len(self.pieces.ids) - 1)
        return first, max(first + 1, last)


def _means(rows: Array, first: npt.NDArray[np.int64], last: npt.NDArray[np.int64]) -> Array:
    """The means of rows [first:last], for many ranges."""
    if not len(first):
        return rows[:0]
    bounds = np.column_stack((first, last)).ravel()
    padded = np.vstack((rows, rows[:1]))  # so that a range may end with the last row
    sums = np.add.reduceat(padded, bounds, axis=0, dtype=np.float64)[::2]
    return np.asarray(sums / (last - first)[:, None], dtype=np.float32)


def softmax(scores: Array) -> Array:
    """Shares that add up to 1, along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Array = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def sigmoid(scores: Array) -> Array:
    """Shares between 0 and 1 from log odds."""
    odds = np.exp(-np.clip(scores, -30, 30))
    return np.asarray(1.0 / (1.0 + odds), dtype=np.float32)
