"""Days and times as a newspaper writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.desk.days import clock_words, day_words, month_words, published_words, short_day_words


@pytest.mark.parametrize(
    ("edtf", "words", "short"),
    [
        pytest.param("2020-07-02", "Thursday, July 2, 2020", "July 2, 2020", id="day"),
        pytest.param("2020-09-09", "Wednesday, September 9, 2020", "Sept. 9, 2020", id="short month"),
        pytest.param("2020-06-28/2020-07-02", "between June 28 and July 2, 2020", "June 28 – July 2, 2020", id="days"),
        pytest.param(
            "2019-12-30/2020-01-02",
            "between December 30, 2019 and January 2, 2020",
            "Dec. 30, 2019 – Jan. 2, 2020",
            id="years",
        ),
        pytest.param("2020-07", "July 2020", "July 2020", id="month"),
        pytest.param("2020", "2020", "2020", id="year"),
        pytest.param("2020-07-02~", "about Thursday, July 2, 2020", "about July 2, 2020", id="roughly"),
        pytest.param("../2020-07", "July 2020 or earlier", "July 2020 or earlier", id="until"),
        pytest.param("2020-07-02/..", "Thursday, July 2, 2020 or later", "Thursday, July 2, 2020 or later", id="since"),
        pytest.param(
            "2020-01/2020-02",
            "between January 2020 and February 2020",
            "between January 2020 and February 2020",
            id="months",
        ),
        pytest.param("2020-99-99", "2020-99-99", "2020-99-99", id="no day"),
    ],
)
def test_day_in_words(edtf: str, words: str, short: str) -> None:
    """A day, an interval or a month, in full and in little room."""
    assert (day_words(edtf), short_day_words(edtf)) == (words, short)


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("2020-07-02", "July 2020"),
        ("2020-06-28/2020-07-02", "June 2020"),
        ("../2020-07-02", "July 2020"),
        ("2020", "2020"),
        (None, "Date not told"),
    ],
)
def test_month_heading(edtf: str | None, heading: str) -> None:
    """Lists stand under the month in which an incident begins."""
    assert month_words(edtf) == heading


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("16:45", "4:45 p.m."),
        ("00:00", "midnight"),
        ("12:00", "noon"),
        ("00:05", "12:05 a.m."),
        ("12:30", "12:30 p.m."),
        ("9:5", "9:5"),
        ("25:00", "25:00"),
    ],
)
def test_clock_in_words(clock: str, words: str) -> None:
    """Midnight is a time, and what is no time is left as it is."""
    assert clock_words(clock) == words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, "no date given"),
        ("2020-07-02", "July 2, 2020"),
        ("2020-07-02T21:45:00Z", "July 2, 2020, 9:45 p.m. UTC"),
        ("2020-07-02T21:45:00+00:00", "July 2, 2020, 9:45 p.m. UTC"),
        ("2020-07-02T16:45:00-05:00", "July 2, 2020, 4:45 p.m. UTC-05:00"),
        ("yesterday", "yesterday"),
    ],
)
def test_publication_in_words(published: str | None, words: str) -> None:
    """A publication time keeps the zone that it was given with."""
    assert published_words(published) == words


@given(st.text(max_size=30))
def test_any_text_is_told(text: str) -> None:
    """What is no day is shown as it is; nothing fails."""
    assert isinstance(day_words(text), str)
    assert isinstance(short_day_words(text), str)
    assert isinstance(month_words(text), str)
    assert isinstance(clock_words(text), str)
    assert isinstance(published_words(text), str)
