"""Time expressions: clock times and day words side by side."""

import pytest

from citydesk.read.when.expressions import find_expressions
from tests.tagged import parse_tagged


@pytest.mark.parametrize(
    "example",
    [
        "He was shot <t>around 4:45 p.m. Tuesday</t> on Main Street.",
        "It happened <t>Tuesday night about 11:30</t> as they left.",
        "<t>Around 11 Monday night</t>, a man knocked.",
        "It was <t>last Friday (April 10), at about 7 p.m.</t> when he left.",
        "<t>Saturday, May 24, 2014</t> was cold.",
        "He was hurt at <t>2 a.m. on Sunday</t> and died <t>Monday</t>.",
        "He was hurt <t>Saturday</t> and <t>Sunday</t>.",
        "He was hurt <t>Thursday</t>; <t>Friday at 6 p.m.</t> he died.",
        "<t>Around 11</t>, a man knocked.",
        "nothing: Around 11 people fled.",
    ],
)
def test_joins_what_says_one_time(example: str) -> None:
    """A clock time and the day beside it are one expression; two days are two."""
    text, tags = parse_tagged(example)
    assert [found.span for found in find_expressions(text)] == [(tag.start, tag.end) for tag in tags]
