"""Which lines of a page's text are its story's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather.page.trimmed import trim_lines

STORY = [f"Police found {n} shell casings on Elm Street, and nobody who had seen anything." for n in range(2, 9)]
LEFT_OUT_ABOVE = [
    "Baker shot in Tulsa",
    "By Ada Quill",
    "Posted: March 5, 2021 / 9:40 PM CST",
    "Share this story",
    "March 5, 2021",
]
LEFT_OUT_ANYWHERE = [
    "Advertisement", "Related: Two shot in Tulsa last week", "READ MORE: Who is the baker?", "Story continues below",
    "Click here for more", "Copyright 2021 Tulsa Tribune. All rights reserved.",
]  # fmt: skip
LEFT_OUT_BELOW = [
    "Follow Ada Quill on Twitter", "Sign up for our newsletter", "Ada Quill can be reached at ada@tribune.example",
    "Have a tip? Send us a note.", "This story first appeared in the Tribune.",
]  # fmt: skip
KEPT_BELOW = [
    "Anyone with information is asked to contact Detective Ash Bell at 555-0100.",
    "Have a tip? Call Crime Stoppers at 555-0101.",
    "Ben Roe contributed to this report.",
    "For more information, call the sheriff's office.",
]


@pytest.mark.parametrize("line", LEFT_OUT_ABOVE)
def test_lines_above_the_story_are_left_out(line: str) -> None:
    """Title, byline and posting line stand in fields of their own."""
    assert trim_lines([line, *STORY], titles=["Baker shot in Tulsa!"], posts=()) == STORY


@pytest.mark.parametrize("line", LEFT_OUT_ANYWHERE)
def test_lines_between_are_left_out(line: str) -> None:
    """The page's machinery."""
    assert trim_lines([*STORY[:4], line, *STORY[4:]], titles=(), posts=()) == STORY


@pytest.mark.parametrize("line", LEFT_OUT_BELOW)
def test_calls_below_are_left_out(line: str) -> None:
    """Whom to follow is no news."""
    assert trim_lines([*STORY, line], titles=(), posts=()) == STORY


@pytest.mark.parametrize("line", KEPT_BELOW)
def test_calls_that_belong_to_a_crime_stay(line: str) -> None:
    """Whom to tell is."""
    assert trim_lines([*STORY, line], titles=(), posts=()) == [*STORY, line]


def test_posts_stay_whatever_they_say() -> None:
    """They are quotations."""
    post = "Follow us for more. — Alton Police (@AltonPolice) May 3, 2016"
    assert trim_lines([*STORY, post], titles=(), posts=[post]) == [*STORY, post]


@given(st.lists(st.text(max_size=40)), st.lists(st.text(max_size=10)))
def test_what_stays_stands_in_order(lines: list[str], titles: list[str]) -> None:
    """Nothing is changed, added or moved."""
    kept = trim_lines(lines, titles=titles, posts=())
    rest = iter(lines)
    assert all(line in rest for line in kept)
