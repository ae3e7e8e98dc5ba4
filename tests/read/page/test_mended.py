"""Texts mended, with the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.page.mended import mend

_MOJIBAKE = ["â€œgoâ€\x9d", "donâ€™t", "cafÃ©", "â€”", "\ufffd", "Â\xa0", "ðŸ˜€", "&amp;", "&#8217;", "&#1;"]


@pytest.mark.parametrize(
    ("given_text", "mended"),
    [
        ("It was quiet.", "It was quiet."),
        ("â€œGoâ€\x9d he said", "“Go” he said"),
        ("He didnâ€™t go", "He didn’t go"),
        ("a\u00a0man\tin\u200bside", "a man in side"),
        ("line one\ncafÃ©\nline three", "line one\ncafé\nline three"),
        ("Tom &amp; Ann&#8217;s caf&eacute;&nbsp;bar", "Tom & Ann’s café bar"),
        ("AT&T; R&D &unheard;", "AT&T; R&D &unheard;"),
        ("tail \ud800 and \x07 bell", "tail \ud800 and \x07 bell"),
    ],
    ids=[
        "nothing to mend",
        "quotation marks",
        "apostrophe",
        "odd spaces",
        "one line of three",
        "entities",
        "no entities",
        "surrogate and bell",
    ],
)
def test_mends_mojibake_and_odd_spaces(given_text: str, mended: str) -> None:
    """UTF-8 read as Windows-1252 comes right; spaces become plain ones; all else stays."""
    assert mend(given_text).text == mended


def test_a_mended_character_takes_all_that_it_came_from() -> None:
    """The span of one mended mark is the whole stretch of mojibake."""
    given_text = "He didnâ€™t go"
    mended = mend(given_text)
    at = mended.text.index("’")
    start, end = mended.given_span(at, at + 1)
    assert given_text[start:end] == "â€™"
    start, end = mended.given_span(0, len(mended.text))
    assert given_text[start:end] == given_text


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(_MOJIBAKE)), max_size=8).map("".join), st.data())
def test_every_span_leads_back_to_words_of_the_given_text(given_text: str, data: st.DataObject) -> None:
    """Any stretch of a mended text has a stretch of the given text, in the same order, never out of it."""
    mended = mend(given_text)
    if not mended.text:
        return
    start = data.draw(st.integers(0, len(mended.text) - 1))
    end = data.draw(st.integers(start + 1, len(mended.text)))
    first, last = mended.given_span(start, end)
    assert 0 <= first < last <= len(given_text)
    if given_text[first:last] == given_text:
        return
    later = mended.given_span(start, len(mended.text))
    assert later[0] == first
    assert later[1] >= last


def test_a_break_moves_no_word() -> None:
    """What stands behind an inserted blank line still leads to its own words."""
    broken = mend("Man shotA man was shot &amp; robbed").broken_at(8)
    assert broken.text == "Man shot\n\nA man was shot & robbed"
    given_text = "Man shotA man was shot &amp; robbed"
    for words, led_to in [("Man shot", "Man shot"), ("A man", "A man"), ("&", "&amp;"), ("robbed", "robbed")]:
        at = broken.text.index(words)
        start, end = broken.given_span(at, at + len(words))
        assert given_text[start:end] == led_to
