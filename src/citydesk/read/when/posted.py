"""Dates that belong to the page and not to the story: of posting lines, copyright notices, tweets and datelines.

In: a document and the time expressions found in it. Out: which of them are the page's, and the day that the report is
from. A posting line may help to reckon with, but an incident never happened "Posted: Jun 5, 2014".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from citydesk.read.page.document import Document
from citydesk.read.page.teasers import find_films
from citydesk.read.when.dates import Reckoning, resolve_day
from citydesk.read.when.expressions import Expression

_LABEL = re.compile(
    r"(?:\b(?:(?:Last |First |Originally |Story |Date |Article )?"
    r"(?:Posted|Updated|Published|Created|Modified|Aired|updated|published|modified)"
    r"|Last [Uu]pdate|Update(?: \d{1,2})?|UPDATE(?: \d{1,2})?|POSTED|UPDATED|PUBLISHED|CREATED|LAST UPDATED"
    r"|Copyright|Pub(?:lished)? Date|Date|DATE)\b"
    r"|issued|expiring|in effect until|©|\(c\))[\s:|,@(-]{0,4}(?:(?:on|at|by) )?\Z|^\s*date\s+\Z"
)
_BROADCAST = re.compile(
    r"\b(?:(?:[Nn]ews|NEWS|[Rr]eports live|airs?) (?:at|on)|[Tt]une in (?:[\w-]+ ){0,4})\s*"
    r"(?:\d{1,2}(?::\d\d)?(?:,| and| &) )*\Z"
)
_BROADCAST_BEHIND = re.compile(r"\s*(?:o[’']clock )?(?:newscast|news\b|update\b)", re.IGNORECASE)
"""The news that is on at a time: "reports for the Channel 4 News at noon Wednesday", "our 10 o'clock newscast"."""
_TWEET = re.compile(r"\(@\w{1,20}\)\s*\Z")
_DATELINE = re.compile(r"[A-Z]{3,}[A-Za-z., ]{0,30}\(\Z")
_RUN_ON = re.compile(
    r"[\s:,|@()/.–—-]{0,4}(?:at |on |and )?(?:(?:[ECMP][SD]?T|GMT|BST|UTC)\b)?[\s:,|@()/.–—-]{0,4}"
    r"(?:Updated|Published|UPDATED)?[\s:]{0,2}"
)
_FURNITURE_LINE = re.compile(
    r"[\s:,|@()/.–—-]*(?:(?:by|at|on|[ECMP][SD]?T|am|pm|edition|local time)\b[\s:,|@()/.–—-]*)*", re.IGNORECASE
)
_LOOK_BACK = 40
"""Characters before an expression in which a label ("Last updated on ") may stand."""
_NEAR_TOP = 800
"""Characters of the body in which a posting line of the report itself, and not of a related item, stands."""
_NEAR_FOOT = 120
"""Characters at the end of a report in which its posting line stands, where it has none at its head."""
_ARCHIVED = timedelta(3)
"""A page given as published so much later than its own posting line is an archive's copy."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The page's own dates."""

    indexes: frozenset[int]
    """Which of the expressions they are."""
    posted: tuple[date, ...]
    """The full dates of the report's own posting lines, in order."""
    below: tuple[date, ...] = ()
    """Those of posting lines at its foot."""


def find_furniture(document: Document, expressions: Sequence[Expression]) -> Furniture:
    """Which expressions are the page's own, and the days that its posting lines give."""
    films = find_films(document)
    indexes: set[int] = set()
    posted: list[date] = []
    below: list[date] = []
    for index, expression in enumerate(expressions):
        before = document.text[max(0, expression.span.start - _LOOK_BACK) : expression.span.start]
        runs_on = index - 1 in indexes and _runs_on(document, expressions[index - 1], expression)
        label = bool(_LABEL.search(before)) or bool(_DATELINE.search(before)) or _alone_on_line(document, expression)
        behind = document.text[expression.span.end : expression.span.end + _LOOK_BACK]
        newscast = expression.clock is not None and _BROADCAST_BEHIND.match(behind)
        broadcast = bool(_BROADCAST.search(before) or newscast)
        teased = any(start <= expression.span.start < end for start, end in films)
        if runs_on or label or broadcast or teased or _TWEET.search(before):
            indexes.add(index)
        if (
            label
            and expression.span.start < document.body_start + _NEAR_TOP
            and not before.rstrip().endswith("(Published")
        ):
            posted.extend(_full_dates(expression))
        elif label and expression.span.start > len(document.text) - _NEAR_FOOT:
            below.extend(_full_dates(expression))
    return Furniture(frozenset(indexes), tuple(posted), tuple(below))


def reference_day(furniture: Furniture, today: date | None) -> date | None:
    """The day that "today" in the report means: its publication day, but its own posting line where that is known
    better — no publication day is given, or one that is days later, as of an archive.
    """
    if not furniture.posted:
        return today if today is not None else min(furniture.below, default=None)
    earliest = min(furniture.posted)
    if today is None or timedelta(0) < today - earliest <= timedelta(1) or today - earliest > _ARCHIVED:
        return earliest
    return today


def _runs_on(document: Document, before: Expression, expression: Expression) -> bool:
    return bool(_RUN_ON.fullmatch(document.text[before.span.end : expression.span.start]))


def _alone_on_line(document: Document, expression: Expression) -> bool:
    """Whether the line says nothing but the time, as under a headline: "January 26, 2015 10:24 PM"."""
    if expression.day is None and expression.clock is None:
        return False
    text, (start, end) = document.text, expression.span
    before = text[max(0, start - _LOOK_BACK) : start].rpartition("\n")
    behind = text[end : end + _LOOK_BACK].partition("\n")
    begins = bool(before[1]) or start <= _LOOK_BACK
    ends = bool(behind[1]) or end + _LOOK_BACK >= len(text)
    return begins and ends and bool(_FURNITURE_LINE.fullmatch(f"{before[2]} {behind[0]}"))


def _full_dates(expression: Expression) -> list[date]:
    found = (resolve_day(words, Reckoning(None)).day for words in expression.days)
    return [day for day in found if day is not None]
