"""The day of an incident of which reports give the hour alone."""

from datetime import UTC, datetime

import pytest

from citydesk.model import Basis
from citydesk.settle import Told
from tests.settle.told import settle_all, standing_of, tell


def test_the_hour_is_of_the_day_of_publication() -> None:
    """The record says why, and the words of the hour are what it rests on."""
    standing = standing_of(settle_all(tell("a", "2021-03-06", time="18:30")), "date")
    assert (standing.value, standing.basis, standing.claim) == ("2021-03-06", Basis.PUBLISHED, "a/0/time")


@pytest.mark.parametrize(
    ("clock", "day"), [("01:50", "2021-03-06"), ("23:15", "2021-03-05")], ids=["this morning", "last night"]
)
def test_an_hour_that_had_not_come_is_of_the_day_before(clock: str, day: str) -> None:
    """A report of 9 in the morning that says "around 11:15 p.m." means the evening before."""
    told = tell("a", None, time=clock)
    morning = told.report.model_copy(update={"published": datetime(2021, 3, 6, 9, tzinfo=UTC)})
    assert standing_of(settle_all(Told(morning, told.reading, 0)), "date").value == day


def test_a_day_that_some_report_names_goes_before() -> None:
    """However late it names it."""
    told = (tell("a", "2021-03-06", time="18:30"), tell("b", "2021-03-09", date="2021-03-05"))
    assert standing_of(settle_all(*told), "date").value == "2021-03-05"


@pytest.mark.parametrize(("published", "facts"), [("2021-03-06", {}), (None, {"time": "18:30"})])
def test_without_an_hour_or_a_publication_no_day_is_known(published: str | None, facts: dict[str, str]) -> None:
    """Nothing is guessed."""
    assert settle_all(tell("a", published, **facts)).record.get("date") is None
