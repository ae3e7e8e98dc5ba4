"""Publication times as pages write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather.page.moments import read_moment, utc_of

EVENING = datetime(2023, 6, 15, 21, 12, tzinfo=UTC)
MOMENTS = {
    "2023-06-15T16:12:00-05:00": EVENING,
    "2023-06-15T21:12:00.000Z": EVENING,
    "2023-06-15T21:12:00+0000": EVENING,
    "2023-06-15 21:12:00 UTC": EVENING,
    "15 Jun 2023 21:12 GMT": EVENING,
    "Thu Jun 15 2023 21:12:00 GMT+0000 (Coordinated Universal Time)": EVENING,
    "4:12 pm CDT, Thursday, June 15, 2023": EVENING,
    "June 15, 2023 at 5:12 p.m. ET": EVENING,
    "Jun 15, 2023 / 2:12 PM PT": EVENING,
    "Published 5:12 PM EDT Jun 15, 2023": EVENING,
    "1686863520": EVENING,
    "1686863520000": EVENING,
    "January 15, 2023 at 4:12 p.m. ET": datetime(2023, 1, 15, 21, 12, tzinfo=UTC),
    "Posted at 12:05 AM EDT on June 15, 2023": datetime(2023, 6, 15, 4, 5, tzinfo=UTC),
    "Thursday, June 15th, 2023": date(2023, 6, 15),
    "June 15, 2023 4:12 PM": date(2023, 6, 15),
    "2023/06/15": date(2023, 6, 15),
    "06/15/2023": date(2023, 6, 15),
    "15.06.2023": date(2023, 6, 15),
    "15 de junio de 2023": date(2023, 6, 15),
    "publiziert am 15. Juni 2023": date(2023, 6, 15),
    "20230615": date(2023, 6, 15),
}


@pytest.mark.parametrize(("words", "moment"), MOMENTS.items(), ids=MOMENTS)
def test_times_and_days_in_all_forms(words: str, moment: date) -> None:
    """A time where the zone is given, also by name, and else the day."""
    found = read_moment(words)
    assert found == moment
    assert isinstance(found, datetime) == isinstance(moment, datetime)


@pytest.mark.parametrize(
    "words", ["", None, "yesterday", "3 hours ago", "February 30, 2023", "31.31.2023", "0000-00-00"]
)
def test_what_gives_no_day_gives_none(words: str | None) -> None:
    """Nothing is guessed."""
    assert read_moment(words) is None


def test_a_day_counts_from_its_first_minute() -> None:
    """So that a day and a time can be compared."""
    assert utc_of(date(2023, 6, 15)) == datetime(2023, 6, 15, tzinfo=UTC)
    assert utc_of(datetime(2023, 6, 15, 1, tzinfo=timezone(timedelta(hours=2)))) == datetime(
        2023, 6, 14, 23, tzinfo=UTC
    )


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_any_time_in_iso_comes_back(moment: datetime) -> None:
    """To the microsecond."""
    assert read_moment(moment.isoformat()) == moment
