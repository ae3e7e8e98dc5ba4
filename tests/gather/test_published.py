"""Publication times as feeds, pages and spreadsheets write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather import parse_published
from citydesk.model import InputError

_CDT = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("given_as", "published"),
    [
        ("2020-07-02", date(2020, 7, 2)),
        (" 2020-07-02 ", date(2020, 7, 2)),
        ("20200702", date(2020, 7, 2)),
        ("2020-07-02T16:45:00Z", datetime(2020, 7, 2, 16, 45, tzinfo=UTC)),
        ("2020-07-02T16:45:00-05:00", datetime(2020, 7, 2, 16, 45, tzinfo=_CDT)),
        ("2020-07-02T16:45:00", date(2020, 7, 2)),
        ("2020-07-02 16:45", date(2020, 7, 2)),
        ("Thu, 02 Jul 2020 16:45:00 -0500", datetime(2020, 7, 2, 16, 45, tzinfo=_CDT)),
        ("Thu, 02 Jul 2020 16:45:00 GMT", datetime(2020, 7, 2, 16, 45, tzinfo=UTC)),
        ("July 2, 2020", date(2020, 7, 2)),
        ("Jul. 2, 2020", date(2020, 7, 2)),
        ("7/2/2020", date(2020, 7, 2)),
        ("2020/07/02", date(2020, 7, 2)),
        ("2 July 2020", date(2020, 7, 2)),
        (date(2020, 7, 2), date(2020, 7, 2)),
        (datetime(2020, 7, 2, 16, 45), date(2020, 7, 2)),
        (datetime(2020, 7, 2, 16, 45, tzinfo=UTC), datetime(2020, 7, 2, 16, 45, tzinfo=UTC)),
    ],
)
def test_dates_in_their_usual_forms(given_as: str | date, published: date) -> None:
    """A time with its zone stays a time; one without counts as its day."""
    found = parse_published(given_as)
    assert (type(found), found) == (type(published), published)


@pytest.mark.parametrize(
    "given_as",
    ["0000-00-00", "2020-02-30", "yesterday", "", "1", "0001-01-01", "9999-12-31", "1969", "12:45", "x" * 9999],
)
def test_what_is_no_date_is_named(given_as: str) -> None:
    """The error shows what was found, shortened, and what to give instead."""
    with pytest.raises(InputError, match="is no date: give it as YYYY-MM-DD") as caught:
        parse_published(given_as)
    assert repr(given_as[:40]) in str(caught.value)
    assert len(str(caught.value)) < 200


@given(st.text(max_size=80))
def test_any_words_give_a_date_or_an_input_error(words: str) -> None:
    """Nothing else comes out, whatever is given."""
    try:
        found = parse_published(words)
    except InputError:
        return
    assert 1900 <= found.year <= 2200


@given(st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1), timezones=st.just(_CDT)))
def test_iso_times_come_back(moment: datetime) -> None:
    """A time written in ISO 8601 is read as itself."""
    assert parse_published(moment.isoformat()) == moment
