"""What day words come to, on one given day: Thursday, July 2, 2020."""

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.when import dates
from citydesk.read.when.dates import HOLIDAYS, Reckoning, days_in, resolve_day
from citydesk.read.when.days import find_days
from tests.read.timed import THURSDAY

SAME_ANSWER = {
    "2020-07-02": ["today", "tonight", "this morning", "early this morning", "Thursday", "on Thursday night", "July 2"],
    "2020-07-01": ["yesterday", "last night", "late Wednesday", "Wednesday's", "1 July", "July 1st", "Wed. night"],
    "2020-06-25": ["last Thursday", "June 25", "6/25/2020", "2020-06-25", "25 June 2020"],
    "2020-06-27": ["Saturday night", "early Saturday", "last Saturday", "this past Saturday", "the night of June 27"],
    "2020-06-28/2020-07-02": ["earlier this week", "this week"],
    "2020-06-21/2020-06-27": ["last week", "a week ago", "late last week"],
    "2020-06-27/2020-06-28": ["over the weekend", "last weekend", "this past weekend", "during the weekend"],
    "2020-07-01/2020-07-02": ["overnight"],
    "2020-06": ["last month", "in June", "a month ago", "about a month ago", "June 2020"],
    "2020-05": ["two months ago", "in May", "last May", "a couple of months ago"],
    "2019-11": ["last November", "in November", "November 2019", "in November of 2019"],
    "2020": ["this year", "earlier this year", "in 2020"],
    "2019": ["last year", "a year ago", "in 2019"],
    "2019-12-02": ["Dec. 2", "December 2", "Dec. 2, 2019", "2 Dec", "12/2/2019", "12-02-19"],
    "2015-12-02": ["December 2, 2015", "Dec. 2, 2015", "12/2/2015", "2 Dec 2015", "2nd of December 2015"],
    "2019-07-04": ["the Fourth of July", "on Independence Day", "July Fourth"],
    "2019-12-25": ["Christmas", "Christmas Day", "last Christmas", "Christmas night"],
    "2020-04-12": ["Easter Sunday", "Easter"],
    "2019-11-28": ["Thanksgiving", "Thanksgiving Day"],
    "2020-05-25": ["Memorial Day"],
    "2020-07-20": ["July 20"],
    "2020-06-30": ["two days ago", "Tuesday", "June 30"],
    "2019-12/2020-02": ["last winter", "this winter"],
    "words": ["a decade ago", "several years ago", "next week", "in recent months", "more than three days ago"],
}
ROWS = [(words, value) for value, phrasings in SAME_ANSWER.items() for words in phrasings]


@pytest.mark.parametrize(("words", "value"), ROWS, ids=[words for words, _ in ROWS])
def test_resolves_to_a_day_or_a_stretch(words: str, value: str) -> None:
    """Many phrasings of one answer; what is too rough stays words."""
    found = find_days(f"It was told {words}, she said.")
    resolved = [resolve_day(day, Reckoning(THURSDAY)) for day in found]
    told = [day.isoformat() if day is not None else edtf for day, edtf in resolved]
    assert (told or [None])[0] == (None if value == "words" else value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("that night", "2020-06-20"),
        ("the next morning", "2020-06-21"),
        ("the following day", "2020-06-21"),
        ("the previous evening", "2020-06-19"),
        ("two days earlier", "2020-06-18"),
        ("three days later", "2020-06-23"),
        ("a week earlier", "2020-06-13"),
        ("that Saturday", "2020-06-20"),
    ],
)
def test_goes_back_to_the_day_told_before(words: str, value: str) -> None:
    """Words such as "that night" and "two days earlier" are reckoned from the story's own day."""
    (found,) = find_days(f"It was {words} when he left.")
    assert resolve_day(found, Reckoning(THURSDAY, story=date(2020, 6, 20))).day == date.fromisoformat(value)


@pytest.mark.parametrize(
    "words", ["Thursday", "yesterday", "June 25", "last week", "last November", "Christmas", "that night"]
)
def test_stays_words_without_a_day_to_reckon_from(words: str) -> None:
    """A report without a publication day keeps the words and no day."""
    (found,) = find_days(f"It happened {words}.")
    assert resolve_day(found, Reckoning(None)) == (None, None)


def test_a_full_date_needs_no_publication_day() -> None:
    """A date with its year says the day by itself."""
    (found,) = find_days("It happened June 5, 2014.")
    assert resolve_day(found, Reckoning(None)).day == date(2014, 6, 5)


@pytest.mark.parametrize(
    ("words", "value"),
    [("Monday", "2020-07-06"), ("Thursday", "2020-07-02"), ("Aug. 3", "2020-08-03"), ("June 30", "2021-06-30")],
)
def test_looks_ahead_in_what_is_still_to_come(words: str, value: str) -> None:
    """The Monday of "will appear in court Monday" is the one after the report."""
    (found,) = find_days(f"He will appear in court {words}.")
    assert resolve_day(found, Reckoning(THURSDAY, ahead=True)).day == date.fromisoformat(value)


def test_a_weekday_beside_a_date_says_its_year() -> None:
    """Saturday, June 20 was in 2020, but Friday, June 20 last was in 2014."""
    (found,) = (words for words in find_days("It was June 20 then.") if words.month)
    friday = type(found)(**{name: getattr(found, name) for name in found.__slots__} | {"weekday": 4})
    assert resolve_day(friday, Reckoning(THURSDAY)).day == date(2014, 6, 20)


@pytest.mark.parametrize("words", ["Feb. 30, 2019", "13/45/2019", "June 31"])
def test_there_is_no_such_day(words: str) -> None:
    """A day that is in no calendar resolves to nothing and raises nothing."""
    assert all(resolve_day(found, Reckoning(THURSDAY)).day is None for found in find_days(f"It was {words}."))


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2020-02", (date(2020, 2, 1), date(2020, 2, 29))),
        ("2019", (date(2019, 1, 1), date(2019, 12, 31))),
        ("2020-06-28/2020-07-02", (date(2020, 6, 28), date(2020, 7, 2))),
        ("2019-12/2020-02", (date(2019, 12, 1), date(2020, 2, 29))),
        ("2020-13", None),
        ("earlier", None),
    ],
)
def test_extent_of_a_value(value: str, days: tuple[date, date] | None) -> None:
    """The first and last day of an EDTF value; None for what is none."""
    assert days_in(value) == days


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from("Monday Wednesday Saturday Sunday".split()))
def test_a_weekday_is_within_the_last_seven_days(today: date, weekday: str) -> None:
    """Whatever the day of the report, a weekday is that day or one of the six before it."""
    (found,) = find_days(f"It happened {weekday}.")
    day = resolve_day(found, Reckoning(today)).day
    assert day is not None
    assert timedelta(0) <= today - day < timedelta(7)
    assert f"{day:%A}" == weekday


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from([name for name, _ in HOLIDAYS]))
def test_a_holiday_is_within_the_last_year_or_so(today: date, name: str) -> None:
    """Every holiday of the table has a day up to the report's, not more than a year and a few days before it."""
    rule = next(rule for told, rule in HOLIDAYS if told == name)
    days = [rule(year) for year in (today.year, today.year - 1)]
    assert any(timedelta(0) <= today - day < timedelta(400) for day in days)


def test_examples_in_the_docstrings_run() -> None:
    """What a docstring shows is what happens."""
    assert doctest.testmod(dates).failed == 0
