"""Patterns that are run over whole reports."""

import re

from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.page.patterns import WordPattern, at_words

_CHOICES = (r"\b(?:shot|shots? fired)\b", r"(?<!un)armed\b", r"\d+ dead", "shot dead man")
_WORDS = "|".join(_CHOICES)
_PIECES = ("shot", "shots", "fired", "unarmed", "armed", "12", "dead", " man", "Shot", ".", "-", " ", "é")
_FILLER = "The council spoke of roads. " * 20
"""So that a text is long enough for its words to be found beforehand."""


def _spans(pattern: re.Pattern[str] | WordPattern, text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [mark.span() for mark in pattern.finditer(text, start, end)]


@given(st.lists(st.sampled_from(_PIECES), max_size=12), st.booleans(), st.data())
def test_the_same_matches_as_those_of_re_that_begin_at_words(
    pieces: list[str], long: bool, data: st.DataObject
) -> None:
    """In all of a text and in any part of it: none is lost, none added."""
    text = (_FILLER if long else "") + "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    plain = re.compile(rf"\b(?=\w)(?:{_WORDS})")
    for pattern in (at_words(_WORDS), at_words(*_CHOICES)):
        assert _spans(pattern, text, start, end) == _spans(plain, text, start, end)
        first, expected = pattern.search(text, start, end), plain.search(text, start, end)
        assert (first and first.span()) == (expected and expected.span())


def test_matches_begin_where_words_do() -> None:
    """The "armed" of "unarmed" is no word."""
    assert at_words("armed").search("an unarmed man") is None


def test_one_text_after_another() -> None:
    """What was found in a text is not taken for the next one's."""
    pattern = at_words("shot")
    texts = (_FILLER + "He was shot.", _FILLER + "Two were shot, and shot again.", _FILLER)
    assert [len(list(pattern.finditer(text))) for text in texts] == [1, 2, 0]


def test_case_is_disregarded_where_it_is_asked_for() -> None:
    """At a word that begins with either case."""
    found = at_words("shot", flags=re.IGNORECASE).finditer(_FILLER + "SHOT, Shot, shot")
    assert [mark.group() for mark in found] == ["SHOT", "Shot", "shot"]


def test_the_whole_of_a_word() -> None:
    """As with a pattern of `re`, the match must be all of it."""
    pattern = at_words("shot|shots")
    assert pattern.fullmatch("shots") is not None
    assert pattern.fullmatch("shotgun") is None


def test_words_that_may_begin_with_anything() -> None:
    """Then every word is tried."""
    assert [mark.group() for mark in at_words(r"\w+gun").finditer(_FILLER + "a handgun, a shotgun")] == [
        "handgun",
        "shotgun",
    ]
