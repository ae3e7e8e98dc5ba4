"""Ages as news words them."""

import pytest

from citydesk.read.page.words import find_words
from citydesk.read.who.ages import find_age_before, find_age_behind, find_ages_listed
from tests.read.settings import make_setting


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("25-year-old man", (25,)),
        ("four-year-old girl", (4,)),
        ("sixteen year old boy", (16,)),
        ("22-year old man", (22,)),
        ("19 year-old woman", (19,)),
        ("6-month-old baby", (0,)),
        ("21-month-old boy", (1,)),
        ("two-week-old infant", (0,)),
        ("14- and 15-year-old boys", (14, 15)),
        ("17-year-olds", (17,)),
    ],
)
def test_an_age_before_a_person_is_read(text: str, ages: tuple[int, ...]) -> None:
    """Every form that stands before a person gives full years."""
    found = find_age_before(find_words(make_setting(text).document), 0)
    assert found is not None
    assert found.values == ages


@pytest.mark.parametrize("text", ["25 years ago", "9-1-1 call", "old man", "a year later", "999-year-old tree"])
def test_other_numbers_are_no_ages(text: str) -> None:
    """Durations, telephone numbers and bare adjectives give nothing."""
    assert find_age_before(find_words(make_setting(text).document), 0) is None


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        (", 25, was shot", (25,)),
        (", 25.", (25,)),
        ("(25) was shot", (25,)),
        (", age 25, of Gary", (25,)),
        (", ages 5 and 7, were hurt", (5, 7)),
        (", both 21, were hurt", (21,)),
        (", 16 and 17, were hurt", (16, 17)),
        (", four, shot himself", (4,)),
        (", 8 months, died", (0,)),
        ("aged 30 was shot", (30,)),
    ],
)
def test_an_age_behind_a_person_is_read(text: str, ages: tuple[int, ...]) -> None:
    """Ages behind a comma, in brackets, or in a list are read."""
    found = find_age_behind(find_words(make_setting(text).document), 0)
    assert found is not None
    assert found.values == ages


@pytest.mark.parametrize(
    "text", [", two others", ", one of them", ", 2014, police", ", 25 people", "- 7 p.m.", ", three men"]
)
def test_a_count_behind_a_comma_is_no_age(text: str) -> None:
    """What goes on counting, or is a year or a time, gives nothing."""
    assert find_age_behind(find_words(make_setting(text).document), 0) is None


def test_a_bare_list_of_ages_is_read() -> None:
    """Ages that are said of a sentence's subject come as a list."""
    found = find_ages_listed(find_words(make_setting("14, 16 and 17 years old").document), 0)
    assert found is not None
    assert found.values == (14, 16, 17)
