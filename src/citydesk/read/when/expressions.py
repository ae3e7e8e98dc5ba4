"""Time expressions: clock times and day words that stand side by side and say one time ("9:30 p.m. Tuesday").

In: a text. Out: `Expression`s in order, unresolved. Their parts are found by `clock` and `days`; what they come to is
left to `when`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.read.page.document import Span
from citydesk.read.when.clock import ClockWords, find_clocks
from citydesk.read.when.day_words import DayWords, Sort
from citydesk.read.when.days import find_days


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that say one time: at most one clock time, and the day words beside it."""

    span: Span
    clock: ClockWords | None
    days: tuple[DayWords, ...]

    @property
    def day(self) -> DayWords | None:
        """The words that say the day most exactly; None where there is only a clock time or a part of the day."""
        named = [words for words in self.days if words.sort is not Sort.PART]
        return min(named, key=lambda words: _EXACTNESS.index(words.sort), default=None)

    @property
    def part(self) -> str | None:
        """The part of the day said in it."""
        return next((words.part for words in self.days if words.part is not None), None)


_EXACTNESS = (
    Sort.CALENDAR,
    Sort.HOLIDAY,
    Sort.WEEKDAY,
    Sort.OFFSET,
    Sort.STORY,
    Sort.AGO,
    Sort.STRETCH,
    Sort.MONTH,
    Sort.YEAR,
    Sort.PART,
)
_GAP = re.compile(
    r"\)?[ ,]{0,2}\(?(?:(?:on|at|of|in|around|about|the|sometime|late|early|during) ){0,2}", re.IGNORECASE
)
_THE = re.compile(r"\A the \Z", re.IGNORECASE)
_LONGEST_GAP = 24
"""Characters between a clock time and its day: "p.m. sometime during the ". """
_AFTER_BARE = re.compile(
    r"[,.;]?(?:\s*$|\s+(?:when|as|police|officers|deputies|and|after|in)\b|(?<=[,.;])\s)", re.IGNORECASE
)


def find_expressions(text: str) -> list[Expression]:
    """Every time expression of a text, in order and without overlaps."""
    return [found for found in _joined(text, _pieces(text)) if _says_time(text, found)]


def _pieces(text: str) -> list[Expression]:
    """Clock times and day words, each by itself, in order; where the two overlap the day words win."""
    days = [Expression(words.span, None, (words,)) for words in find_days(text)]
    taken = bytearray(len(text))
    for piece in days:
        taken[piece.span.start : piece.span.end] = b"\1" * (piece.span.end - piece.span.start)
    clocks = [
        Expression(clock.span, clock, ())
        for clock in find_clocks(text)
        if 1 not in taken[clock.span.start : clock.span.end]
    ]
    return sorted([*days, *clocks], key=lambda piece: piece.span)


def _joined(text: str, pieces: list[Expression]) -> Iterator[Expression]:
    held: Expression | None = None
    for piece in pieces:
        if held is not None and _belong(text, held, piece):
            held = Expression(
                Span(held.span.start, piece.span.end), held.clock or piece.clock, (*held.days, *piece.days)
            )
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _says_time(text: str, found: Expression) -> bool:
    """Whether the words say a time at all: "around 11" does before a comma or "when", and not in "about 11 people"."""
    if found.clock is None or not found.clock.bare or found.days:
        return True
    return bool(_AFTER_BARE.match(text, found.span.end))


def _belong(text: str, held: Expression, piece: Expression) -> bool:
    """Whether two neighbours say one time: "Tuesday night", "about 11:30"."""
    gap = text[held.span.end : piece.span.start]
    if len(gap) > _LONGEST_GAP or not _GAP.fullmatch(gap):
        return False
    if held.clock is not None and piece.clock is not None:
        return False
    if held.days and piece.days and _THE.search(gap):
        return False  # "Police said Thursday the July 15 death …" are two days
    return not (held.days and piece.days) or _fit(held.days[-1], piece.days[0])


def _fit(one: DayWords, other: DayWords) -> bool:
    """Whether two day expressions side by side say one day: "Saturday, in the early hours", "Friday (April 10)"."""
    sorts = {one.sort, other.sort}
    if Sort.PART in sorts:
        return one.part is None or other.part is None or one.part == other.part
    if sorts == {Sort.WEEKDAY, Sort.CALENDAR}:
        return True
    return Sort.OFFSET in sorts and Sort.WEEKDAY in sorts and one.sort is Sort.WEEKDAY
