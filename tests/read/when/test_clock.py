"""Clock times."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.when.clock import find_clocks, resolve_clock
from tests.tagged import parse_tagged

EXAMPLES = [
    "A man was shot <time is=16:45 about=yes>around 4:45 p.m.</time> outside a diner.",
    "A man was shot at <time is=16:45>4:45pm</time> outside a diner.",
    "Deputies were called at <time is=01:00>1 a.m.</time> to the lot.",
    "Deputies were called at <time is=01:00>1 AM</time> to the lot.",
    "It happened <time is=00:00 about=yes>just before midnight</time> on Oak Street.",
    "It happened <time is=12:00 about=yes>shortly after noon</time> on Oak Street.",
    "The call came at <time is=12:00>12 noon</time>.",
    "He was hit <time is=02:00 about=yes>between 2 and 3 a.m.</time> at the park.",
    "He was hit <time is=23:00 about=yes>between 11 and 1 a.m.</time> at the park.",
    "He was hit <time is=23:30 about=yes>from 11:30 p.m. to 1 a.m.</time> at the park.",
    "The store was robbed <time is=21:15 about=yes>a little after 9:15 p.m.</time>",
    "At <time is=15:45>1545 hours</time> officers arrived.",
    "At <time is=21:05>21:05</time> officers arrived.",
    "The shots came at <time is=05:30 about=yes>approximately 5:30 a.m.</time> and woke her.",
]
NOTHING = [
    "nothing: Three men, 25, 31 and 40, were hurt.",
    "nothing: The Hawks won 98-90 in front of 4,000.",
    "nothing: About 40 shots were fired by at least 2 people.",
    "nothing: The bullet was a 9 mm round.",
    "nothing: A video of 0:47 shows the street.",
    "nothing: He lives in the 1200 block of Elm Street.",
]


@pytest.mark.parametrize("example", EXAMPLES + NOTHING)
def test_finds_and_resolves_clock_times(example: str) -> None:
    """Each phrasing gives its time, whether it is approximate, and just its own words."""
    text, tags = parse_tagged(example, known=("is", "about"))
    clocks = [clock for clock in find_clocks(text) if not clock.bare]
    assert [(c.span, resolve_clock(c, None), c.approximate) for c in clocks] == [
        ((tag.start, tag.end), tag.attributes["is"], "about" in tag.attributes) for tag in tags
    ]


@pytest.mark.parametrize(
    ("hour", "part", "time"),
    [
        ("9:30", "night", "21:30"),
        ("9:30", "morning", "09:30"),
        ("12:30", "morning", "00:30"),
        ("12:30", "afternoon", "12:30"),
        ("12:30", "night", "00:30"),
        ("1:15", "night", "01:15"),
        ("11:50", "overnight", "23:50"),
        ("3:20", "overnight", "03:20"),
        ("6:10", "evening", "18:10"),
        ("6:10", None, None),
    ],
)
def test_part_of_day_says_which_half_of_the_day_is_meant(hour: str, part: str | None, time: str | None) -> None:
    """A time without a.m. or p.m. is read by the part of the day beside it, and left open without one."""
    (clock,) = find_clocks(f"It was {hour} then")
    assert resolve_clock(clock, part) == time


def test_bare_hour_needs_a_word_of_time_before_it() -> None:
    """The words "around 11" may be a time and says so; "those 11" is no time."""
    assert [clock.bare for clock in find_clocks("It was around 11 that night.")] == [True]
    assert find_clocks("He was with those 11 that night.") == []


@given(st.text(alphabet="0123456789:.-apm oclkno'between and\n", max_size=60))
def test_every_clock_time_is_a_time_of_day(text: str) -> None:
    """Whatever digits a page holds, a resolved time lies between 00:00 and 23:59, and spans do not overlap."""
    clocks = find_clocks(text)
    for clock in clocks:
        resolved = resolve_clock(clock, "night")
        assert resolved is not None
        assert "00:00" <= resolved <= "23:59"
    assert all(one.span.end <= other.span.start for one, other in pairwise(clocks))
