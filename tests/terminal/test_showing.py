"""Words of reports made safe for a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.terminal.showing import counted, shown


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("A man was shot.", "A man was shot."),
        ("two\nlines\tand  more ", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("a\u202eb\u2066c\u200bd", "a\ufffdb\ufffdc\ufffdd"),
        ("bell\x07 nul\x00 del\x7f csi\x9b", "bell\ufffd nul\ufffd del\ufffd csi\ufffd"),
        ("José “Pepe” 撃", "José “Pepe” 撃"),
    ],
)
def test_words_are_shown_without_what_a_terminal_obeys(words: str, safe: str) -> None:
    """One line; escapes, controls and marks of direction become U+FFFD."""
    assert shown(words) == safe


def test_long_words_are_cut() -> None:
    """With a mark that something is missing."""
    assert shown("a man was shot", 6) == "a man…"
    assert shown("a man", 5) == "a man"


@given(st.text(alphabet=st.characters(codec=None), max_size=100), st.integers(2, 50))
def test_anything_can_be_shown(words: str, most: int) -> None:
    """On one line, no longer than asked, and in any encoding of Unicode."""
    line = shown(words, most)
    assert len(line) <= most
    assert "\n" not in line
    line.encode()


@pytest.mark.parametrize(("number", "words"), [(0, "0 reports"), (1, "1 report"), (3416, "3,416 reports")])
def test_things_are_counted_in_words(number: int, words: str) -> None:
    """One of a thing is not plural."""
    assert counted(number, "report") == words
