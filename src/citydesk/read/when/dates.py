"""What day words come to, on a given day: a day where it can be, else an EDTF month, year or interval, else nothing.

In: `DayWords` and the days that they are reckoned from. Out: `Resolved`. Weeks begin on Sunday. Finding the words is
left to `days`, and which of them are the incident's to `when`.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from citydesk.read.when.day_words import DayWords, Sort


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The days that words are reckoned from; None where not known."""

    today: date | None
    """The day the report is from."""
    story: date | None = None
    """The day last told of, which "that night" and "two days earlier" go back to."""
    ahead: bool = False
    """Whether the words stand in a clause about what is still to come ("will appear in court Monday")."""


class Resolved(NamedTuple):
    """A day, or else an EDTF month, year or interval; neither where the words stay words."""

    day: date | None = None
    edtf: str | None = None


_NOTHING = Resolved()
_SOON = timedelta(30)
_LONGEST_AGO = 10
"""Years: "a decade ago" and more is too rough to be put as a year."""


def resolve_day(words: DayWords, reckoning: Reckoning) -> Resolved:
    """What the words come to; nothing where the day they are reckoned from is not known, or there is no such day."""
    try:
        return _RESOLVERS[words.sort](words, reckoning)
    except (OverflowError, ValueError):  # "30 Feb", or a day before the year 1
        return _NOTHING


def days_in(value: str) -> tuple[date, date] | None:
    """The first and last day of an ISO day or EDTF month, year or interval; None where it is none of these.

    >>> days_in("2016-02")
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    """
    start, _, end = value.partition("/")
    try:
        return _ends_of(start)[0], _ends_of(end or start)[1]
    except ValueError:
        return None


def _ends_of(value: str) -> tuple[date, date]:
    """The first and last day of an ISO day, month or year."""
    numbers = [int(part) for part in value.split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    if len(numbers) == 2:
        return date(numbers[0], numbers[1], 1), date(numbers[0], numbers[1], monthrange(numbers[0], numbers[1])[1])
    return date.fromisoformat(value), date.fromisoformat(value)


def _weekday(words: DayWords, reckoning: Reckoning) -> Resolved:
    told = words.weekday or 0
    if "that" in words.lead and reckoning.story is not None:
        return Resolved(_last(told, reckoning.story))
    if reckoning.today is None:
        return _NOTHING
    if reckoning.ahead or "next" in words.lead or "coming" in words.lead:
        return Resolved(reckoning.today + timedelta((told - reckoning.today.weekday()) % 7))
    day = _last(told, reckoning.today)
    if "last" in words.lead and day == reckoning.today:
        day -= timedelta(7)
    return Resolved(day)


def _last(weekday: int, today: date) -> date:
    """The last such weekday up to a day, that day included."""
    return today - timedelta((today.weekday() - weekday) % 7)


def _calendar(words: DayWords, reckoning: Reckoning) -> Resolved:
    month, day = words.month or 1, words.day or 1
    if words.year is not None:
        return Resolved(date(words.year, month, day))
    if reckoning.today is None:
        return _NOTHING
    if reckoning.ahead:
        days = _in_years(month, day, range(reckoning.today.year, reckoning.today.year + 3))
        return Resolved(next((found for found in days if found >= reckoning.today), None))
    # A date without a year is of the year at hand (AP Stylebook, "dates"): one soon to come was not a year ago.
    latest = reckoning.today + _SOON
    days = [found for found in _in_years(month, day, range(latest.year, latest.year - 10, -1)) if found <= latest]
    fitting = (found for found in days if words.weekday is None or found.weekday() == words.weekday)
    return Resolved(next(fitting, days[0] if days else None))


def _in_years(month: int, day: int, years: range) -> list[date]:
    return [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]


def _holiday(words: DayWords, reckoning: Reckoning) -> Resolved:
    name = (words.name or "").removeprefix("the ")
    rule = next((rule for told, rule in HOLIDAYS if name.startswith(told)), None)
    if rule is None:
        return _NOTHING
    if words.year is not None:
        return Resolved(rule(words.year))
    if reckoning.today is None:
        return _NOTHING
    years = range(reckoning.today.year + 1, reckoning.today.year - 2, -1)
    if reckoning.ahead:
        return Resolved(min(day for day in map(rule, years) if day >= reckoning.today))
    return Resolved(next(day for day in map(rule, years) if day <= reckoning.today))


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    """The rule for the n-th such weekday of a month; -1 for the last."""

    def rule(year: int) -> date:
        if n < 0:
            return _last(weekday, date(year, month, monthrange(year, month)[1]))
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))

    return rule


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


HOLIDAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    ("christmas eve", _fixed(12, 24)),
    ("christmas", _fixed(12, 25)),
    ("new year's eve", _fixed(12, 31)),
    ("new years eve", _fixed(12, 31)),
    ("new year", _fixed(1, 1)),
    ("fourth of july", _fixed(7, 4)),
    ("july fourth", _fixed(7, 4)),
    ("independence", _fixed(7, 4)),
    ("halloween", _fixed(10, 31)),
    ("valentine", _fixed(2, 14)),
    ("st patrick", _fixed(3, 17)),
    ("saint patrick", _fixed(3, 17)),
    ("veterans", _fixed(11, 11)),
    ("cinco de mayo", _fixed(5, 5)),
    ("juneteenth", _fixed(6, 19)),
    ("thanksgiving", _nth(11, 3, 4)),
    ("black friday", lambda year: _nth(11, 3, 4)(year) + timedelta(1)),
    ("memorial", _nth(5, 0, -1)),
    ("labor", _nth(9, 0, 1)),
    ("columbus", _nth(10, 0, 2)),
    ("mlk", _nth(1, 0, 3)),
    ("martin luther king", _nth(1, 0, 3)),
    ("mother", _nth(5, 6, 2)),
    ("father", _nth(6, 6, 3)),
    ("easter", _easter),
    ("good friday", lambda year: _easter(year) - timedelta(2)),
)
"""The beginnings of holidays' names and the day they fall on in a year; the longer name first."""


def _offset(words: DayWords, reckoning: Reckoning) -> Resolved:
    if reckoning.today is None:
        return _NOTHING
    if words.part == "overnight":  # the evening before or the morning: a clock time, where there is one, says which
        return _interval(reckoning.today - timedelta(1), reckoning.today)
    return Resolved(reckoning.today + timedelta(words.number or 0))


def _ago(words: DayWords, reckoning: Reckoning) -> Resolved:
    if reckoning.today is None or words.number is None:
        return _NOTHING
    if words.name == "day":
        return Resolved(reckoning.today - timedelta(words.number)) if words.lead in ("", "just ", "only ") else _NOTHING
    if words.name == "week":
        return _week_of(reckoning.today - timedelta(7 * words.number), reckoning.today)
    if words.name == "month":
        return Resolved(edtf=_month_back(reckoning.today, words.number))
    if words.number < _LONGEST_AGO:
        return Resolved(edtf=f"{reckoning.today.year - words.number:04}")
    return _NOTHING


def _story(words: DayWords, reckoning: Reckoning) -> Resolved:
    if reckoning.story is None or words.number is None:
        return _NOTHING
    if words.name in ("day", "week"):
        days = words.number * (7 if words.name == "week" else 1)
        return Resolved(reckoning.story + timedelta(days))
    if words.name == "month":
        return Resolved(edtf=_month_back(reckoning.story, -words.number))
    return Resolved(edtf=f"{reckoning.story.year + words.number:04}")


def _stretch(words: DayWords, reckoning: Reckoning) -> Resolved:
    today, unit = reckoning.today, words.name
    if today is None or "next" in words.lead or (reckoning.ahead and "last" not in words.lead):
        return _NOTHING
    back = 0 if "this" in words.lead and "past" not in words.lead else 1
    if unit == "week":
        return _week_of(today - timedelta(7 * back), today)
    if unit == "weekend":
        return _weekend(today, earlier=words.lead == "last" and today.weekday() >= 5)
    if "past" in words.lead and "this past" not in words.lead:
        return _NOTHING  # "over the past month" is a stretch of counting, no time of an event
    if unit == "month":
        return Resolved(edtf=_month_back(today, back))
    if unit == "year":
        return Resolved(edtf=f"{today.year - back:04}")
    return _season(unit or "", today, back)


def _week_of(day: date, today: date) -> Resolved:
    """The week of a day, from Sunday to Saturday, as far as it has come."""
    start = day - timedelta((day.weekday() + 1) % 7)
    return _interval(start, min(start + timedelta(6), today))


def _weekend(today: date, *, earlier: bool) -> Resolved:
    """The last weekend that has begun, as far as it has come; the one before it where `earlier`."""
    start = _last(5, today) - timedelta(7 if earlier else 0)
    return _interval(start, min(start + timedelta(1), today))


def _season(name: str, today: date, back: int) -> Resolved:
    """The last such season that has begun, by months (winter is December to February)."""
    first = {"spring": 3, "summer": 6, "fall": 9, "winter": 12}[name]
    year = today.year if today.month >= first else today.year - 1
    last_month = first + 2
    still = (today.year, today.month) <= (year + (last_month > 12), (last_month - 1) % 12 + 1)
    year -= 1 if back and still else 0
    end = f"{year + 1:04}-02" if name == "winter" else f"{year:04}-{last_month:02}"
    return Resolved(edtf=f"{year:04}-{first:02}/{end}")


def _interval(start: date, end: date) -> Resolved:
    return Resolved(start) if start == end else Resolved(edtf=f"{start.isoformat()}/{end.isoformat()}")


def _month_back(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1).isoformat()[:7]


def _month(words: DayWords, reckoning: Reckoning) -> Resolved:
    month, year = words.month or 1, words.year
    if year is None:
        if reckoning.today is None or reckoning.ahead:
            return _NOTHING
        this_year = month < reckoning.today.month or (month == reckoning.today.month and "last" not in words.lead)
        year = reckoning.today.year if this_year else reckoning.today.year - 1
    return Resolved(edtf=date(year, month, 1).isoformat()[:7])


def _year(words: DayWords, reckoning: Reckoning) -> Resolved:
    return Resolved(edtf=f"{words.year:04}")


def _part(words: DayWords, reckoning: Reckoning) -> Resolved:
    return _NOTHING


_RESOLVERS: dict[Sort, Callable[[DayWords, Reckoning], Resolved]] = {
    Sort.WEEKDAY: _weekday,
    Sort.CALENDAR: _calendar,
    Sort.HOLIDAY: _holiday,
    Sort.OFFSET: _offset,
    Sort.AGO: _ago,
    Sort.STORY: _story,
    Sort.STRETCH: _stretch,
    Sort.MONTH: _month,
    Sort.YEAR: _year,
    Sort.PART: _part,
}
