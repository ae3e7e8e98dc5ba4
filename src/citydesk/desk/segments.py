"""A text cut at the edges of spans that may overlap, so that each piece lies in known spans from end to end.

In: a text and half-open spans into it. Out: segments in order that cover the text without gap or overlap.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]


class Segment(NamedTuple):
    """A stretch of a text and the numbers of the spans that it lies in, the shortest span first."""

    start: int
    end: int
    spans: tuple[int, ...]


def cut(start: int, end: int, spans: Sequence[Span], edges: Iterable[int] = ()) -> list[Segment]:
    """Segments of [start:end], cut at every edge of a span and at `edges` besides.

    Spans or parts of them that lie outside are left out; numbers count `spans` from 0.
    """
    inside = [(max(s, start), min(e, end), n) for n, (s, e) in enumerate(spans)]
    inside = [(s, e, n) for s, e, n in inside if s < e]
    cuts = {start, end, *(edge for edge in edges if start < edge < end)}
    cuts.update(s for s, _, _ in inside)
    cuts.update(e for _, e, _ in inside)
    waiting = sorted(inside, reverse=True)
    active: list[tuple[int, int, int]] = []
    segments = []
    for s, e in pairwise(sorted(cuts)):
        while waiting and waiting[-1][0] <= s:
            active.append(waiting.pop())
        active = [span for span in active if span[1] > s]
        shortest_first = sorted(active, key=lambda span: (span[1] - span[0], span[2]))
        segments.append(Segment(s, e, tuple(n for _, _, n in shortest_first)))
    return segments


def lines_of(text: str) -> list[Span]:
    """The lines of a text that hold more than white space, as spans without the white space around them."""
    found, at = [], 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            start = at + line.index(inner)
            found.append((start, start + len(inner)))
        at += len(line) + 1
    return found
