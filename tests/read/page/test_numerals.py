"""Numbers as news writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.page.numerals import NUMBER, resolve_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("Twelve", 12),
        ("twenty-five", 25),
        ("thirty two", 32),
        ("14", 14),
        ("1,200", 1200),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a hundred", 100),
        ("another", 1),
        ("several", None),
        ("", None),
    ],
)
def test_resolves_numbers(words: str, number: int | None) -> None:
    """Digits, words, dozens; what names no number gives none."""
    assert resolve_number(words) == number


@given(st.integers(min_value=0, max_value=999_999))
def test_digits_come_back(number: int) -> None:
    """Any number in digits, with or without commas, is itself."""
    assert resolve_number(str(number)) == resolve_number(f"{number:,}") == number


@given(st.sampled_from("one seven eleven nineteen twenty forty-two ninety-nine dozen".split()))
def test_every_word_that_is_found_resolves(word: str) -> None:
    """What the pattern finds, the resolver knows."""
    found = re.search(NUMBER, word, re.IGNORECASE)
    assert found is not None
    assert resolve_number(found.group()) is not None
