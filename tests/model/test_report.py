"""Reports, their ids and their days."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from pydantic import ValidationError

from citydesk.model import Published, Report, ReportId, make_report_id, published_day
from tests.model.made import published

CHICAGO = ZoneInfo("America/Chicago")


def test_an_id_is_made_from_the_url_or_the_text() -> None:
    """Sixteen hex digits, the same every time; the url goes before the text."""
    of_text = make_report_id(None, "A man was shot.")
    assert of_text == make_report_id("", "A man was shot.") == make_report_id(None, "A man was shot.")
    assert len(of_text) == 16
    assert int(of_text, 16) >= 0
    assert make_report_id("https://tribune.example/a", "x") == make_report_id("https://tribune.example/a", "y")
    assert make_report_id(None, "A man was stabbed.") != of_text


def test_an_id_is_pinned() -> None:
    """Ledgers hold these: another way of making them would take every report in twice."""
    assert make_report_id(None, "A man was shot.") == "68a7449c7cdc5079"
    assert make_report_id(None, "\ud800") == make_report_id(None, "\ud800")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (date(2020, 7, 2), date(2020, 7, 2)),
        (datetime(2020, 7, 3, 2, 0, tzinfo=UTC), date(2020, 7, 2)),
        (datetime(2020, 7, 3, 5, 0, tzinfo=UTC), date(2020, 7, 3)),
        (datetime(2020, 1, 3, 5, 30, tzinfo=UTC), date(2020, 1, 2)),
        (datetime(2020, 7, 2, 23, 0, tzinfo=CHICAGO), date(2020, 7, 2)),
        (None, None),
    ],
    ids=["a day", "evening before", "after midnight", "winter time", "own zone", "unknown"],
)
def test_the_day_of_publication_is_that_of_the_place(moment: Published | None, day: date | None) -> None:
    """An hour past midnight UTC is still the evening before in Chicago; a day is a day everywhere."""
    assert published_day(moment, CHICAGO) == day


def test_without_a_zone_the_day_is_that_of_utc() -> None:
    """Where the place is not known."""
    assert published_day(datetime(2020, 7, 2, 23, 0, tzinfo=CHICAGO)) == date(2020, 7, 3)


@given(published)
def test_a_publication_time_comes_back_from_json(moment: Published) -> None:
    """A day as a day, a time as a time, midnight too."""
    report = Report(id=ReportId("r1"), text="A", published=moment)
    again = Report.model_validate_json(report.model_dump_json())
    assert again == report
    assert type(again.published) is type(moment)


def test_a_time_without_its_zone_is_refused() -> None:
    """Nobody can say when that was."""
    with pytest.raises(ValidationError):
        Report(id=ReportId("r1"), text="A", published=datetime(2020, 7, 2, 16, 45))


def test_a_report_never_changes() -> None:
    """It was published once."""
    with pytest.raises(ValidationError, match="frozen"):
        Report(id=ReportId("r1"), text="A").text = "B"  # type: ignore[misc]
