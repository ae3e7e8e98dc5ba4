"""Characters that must not be shown or cannot be sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.desk.clean import REPLACEMENT, clean, sendable

ANY_TEXT = st.text(st.characters(), max_size=200) | st.text(st.characters(categories=["Cs", "Cc", "Cf"]), max_size=20)


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x1b", "\x7f", "\x85", "\u200f", "\u202e", "\u2066", "\u2028", "\ufeff", "\ud800"],
    ids=ascii,
)
def test_steering_characters_become_visible(character: str) -> None:
    """A character that steers the display or cannot be sent is shown as a mark."""
    assert clean(f"a{character}b") == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("text", ["tab\tand\nline", "naïve “quotes” — é", "שלום", "👮‍♀️"], ids=ascii)
def test_letters_of_any_language_stay(text: str) -> None:
    """Line feeds, tabs, letters and emoji are left alone."""
    assert clean(text) == text


@given(ANY_TEXT)
def test_length_stays_and_result_can_be_sent(text: str) -> None:
    """Offsets stay true, and the result is always UTF-8."""
    for made in (clean(text), sendable(text)):
        assert len(made) == len(text)
        made.encode()
