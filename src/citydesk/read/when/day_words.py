"""What words can say about a day: a weekday, a date, "two weeks ago", "that night" — said, and not yet resolved.

The words are found by `days`, and what they come to is worked out by `dates`.
"""

from dataclasses import dataclass
from enum import Enum

from citydesk.read.page.document import Span


class Sort(Enum):
    """By what sort of words a day is said."""

    WEEKDAY = "weekday"
    CALENDAR = "calendar"
    HOLIDAY = "holiday"
    OFFSET = "offset"
    """So many days from the day of the report ("yesterday")."""
    AGO = "ago"
    """So many units before the day of the report ("two weeks ago")."""
    STORY = "story"
    """So many days from the day last told of ("the next morning", "two days earlier")."""
    STRETCH = "stretch"
    """A week, weekend, month or year near the day of the report ("last month")."""
    MONTH = "month"
    YEAR = "year"
    PART = "part"
    """Only a part of the day ("in the early morning hours")."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day expression as worded. What the words do not say is None."""

    span: Span
    sort: Sort
    part: str | None = None
    """morning, afternoon, evening, night or overnight."""
    weekday: int | None = None
    """0 for Monday."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    name: str | None = None
    """Of a holiday, in small letters; of a stretch, its unit."""
    number: int | None = None
    """Of an offset in days, or of units."""
    lead: str = ""
    """Words before it that change it ("last", "next", "that", "earlier")."""


def part_of(words: str) -> str | None:
    """The part of the day that words say: "late Saturday" is at night, "early Sunday" in the morning."""
    words = words.lower()
    return next((part for told, part in _PARTS if told in words), None)


_PARTS = (
    ("overnight", "overnight"),
    ("tonight", "night"),
    ("night", "night"),
    ("evening", "evening"),
    ("afternoon", "afternoon"),
    ("midday", "afternoon"),
    ("morning", "morning"),
    ("dawn", "morning"),
    ("wee hours", "morning"),
    ("dusk", "evening"),
    ("sunset", "evening"),
    ("late", "night"),
    ("early", "morning"),
)
"""Looked for in this order: in "late Sunday afternoon" the afternoon says more than the late."""
