"""What acronyms stand for."""

import pytest

from citydesk.read.said.acronyms import spelled_out


@pytest.mark.parametrize(
    ("text", "letters", "words"),
    [
        ("Northern Ohio University closed.", "NOU", "Northern Ohio University"),
        ("The University of Ohio closed.", "UO", "University of Ohio"),
        ("Northern Ohio closed.", "NOU", None),
        ("Northern Ohio University closed.", "nou", None),
        ("A Very Long Name With Many Words Here closed.", "AVLNWMWH", None),
    ],
    ids=["plain", "of", "too short", "small letters", "too long"],
)
def test_finds_the_words_that_letters_begin(text: str, letters: str, words: str | None) -> None:
    """Capitalised words one after the other, "of" and "and" left out."""
    span = spelled_out(text, letters)
    assert (text[span.start : span.end] if span is not None else None) == words
