"""Dates of readings as spans of days."""

from datetime import date

import pytest

from citydesk.link import days_of


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2020-07-02", "2020-07-02", "2020-07-02"),
        ("2020-06-28/2020-07-02", "2020-06-28", "2020-07-02"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-07~", "2020-07-01", "2020-07-31"),
        ("2020-06/2020-07-02", "2020-06-01", "2020-07-02"),
    ],
    ids=["a day", "an interval", "a month of a leap year", "a year", "about a month", "from a month on"],
)
def test_gives_the_first_and_last_day(written: str, first: str, last: str) -> None:
    """An EDTF date spans from the first day that it can mean to the last."""
    assert days_of(written) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize(
    "written", ["", "soon", "2020-13", "2020-02-30", "2020-07-02/..", "2020-07-02/2020-07-01", "0000-00-00", "1-2-3-4"]
)
def test_gives_nothing_for_what_is_no_span(written: str) -> None:
    """Open, faulty and backward intervals give None."""
    assert days_of(written) is None
