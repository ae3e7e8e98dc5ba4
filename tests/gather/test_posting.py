"""When a page was posted, from the lines above its story."""

import time
from datetime import UTC, date, datetime

import pytest

from citydesk.gather.posting import find_posting

POSTINGS = {
    "posted, with clock and zone": ("Posted: Jun 15, 2023 / 04:12 PM CDT", datetime(2023, 6, 15, 21, 12, tzinfo=UTC)),
    "clock before the day": ("Posted 9:05 AM EST, Fri January 6, 2023", datetime(2023, 1, 6, 14, 5, tzinfo=UTC)),
    "clock without a zone": ("Published 4:12 p.m. June 15, 2023", date(2023, 6, 15)),
    "day of the week": ("Published: Thursday, June 15th, 2023", date(2023, 6, 15)),
    "numbers": ("Created: 06/15/2023 4:12 PM", date(2023, 6, 15)),
    "the earliest of two": ("Updated: 6/17/2023 9:00 AM\nCreated: 6/15/2023 4:12 PM", date(2023, 6, 15)),
    "behind a byline": ("By Ada Quill | Posted: June 15, 2023", date(2023, 6, 15)),
    "in brackets": ("Ada Quill reports. (Published Thursday, June 15, 2023)", date(2023, 6, 15)),
    "small, at the head of a line": ("posted on June 15, 2023\nA man was shot.", date(2023, 6, 15)),
    "a day alone in its line": ("Man shot on Elm Street\nJune 15, 2023\nA man was shot.", date(2023, 6, 15)),
    "release date": ("RELEASE DATE: June 15, 2023", date(2023, 6, 15)),
    "dateline with the day": ("LUBBOCK, Texas, June 15, 2023 (KZQX) -- A man was shot.", date(2023, 6, 15)),
    "no-break spaces": ("Posted:\xa0Jun\xa015, 2023", date(2023, 6, 15)),
    "midnight": ("Posted: Jun 15, 2023 / 12:30 AM EDT", datetime(2023, 6, 15, 4, 30, tzinfo=UTC)),
    "noon": ("Posted: Jun 15, 2023 / 12:30 PM EDT", datetime(2023, 6, 15, 16, 30, tzinfo=UTC)),
}


@pytest.mark.parametrize(("text", "posted"), POSTINGS.values(), ids=POSTINGS.keys())
def test_posting_lines_give_the_time(text: str, posted: date) -> None:
    """A time where its zone is given, else the day."""
    assert find_posting(text) == posted


NO_POSTINGS = {
    "a day in prose": "A man was shot on June 15, 2023, near Elm Street.",
    "a court date": "He has a court date on June 15, 2023, in Tulsa.",
    "a video posted": "In a video posted June 15, 2023, he holds a gun.",
    "an order published": "The order, published June 15, 2023, bans it.",
    "no such day": "Posted: Feb 30, 2023",
    "no such month": "Created: 15/13/2023",
    "no year": "Posted: Thursday at 4:12 PM",
    "far below": "A man was shot. " * 60 + "\nPosted: June 15, 2023",
}


@pytest.mark.parametrize("text", NO_POSTINGS.values(), ids=NO_POSTINGS.keys())
def test_days_of_the_story_are_no_posting_lines(text: str) -> None:
    """What the story dates, and dates that do not exist, say nothing of its publication."""
    assert find_posting(text) is None


@pytest.mark.parametrize("hostile", ["Posted " * 100_000, "A " * 500_000, "1/" * 500_000, "\n\t " * 300_000])
def test_a_long_text_takes_no_time(hostile: str) -> None:
    """Only the head is looked at, whatever follows."""
    started = time.process_time()
    assert find_posting(hostile) is None
    assert time.process_time() - started < 0.5
