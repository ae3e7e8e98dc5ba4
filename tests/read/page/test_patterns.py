"""Patterns that are run over whole reports."""

import re

from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.page.patterns import at_words

_WORDS = r"\b(?:shot|shots? fired|(?<!un)armed|\d+ dead)\b"


@given(st.lists(st.sampled_from(["shot", "shots", "fired", "unarmed", "armed", "12", "dead", ".", "-", " ", "é"])))
def test_the_same_matches_as_without_it(pieces: list[str]) -> None:
    """Trying a pattern only where words begin loses none of its matches, and adds none."""
    text = "".join(pieces)
    spans = [mark.span() for mark in re.finditer(_WORDS, text)]
    assert [mark.span() for mark in at_words(_WORDS).finditer(text)] == spans


def test_matches_begin_where_words_do() -> None:
    """The "armed" of "unarmed" is no word."""
    assert at_words("armed").search("an unarmed man") is None
