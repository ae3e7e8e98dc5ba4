"""Days and times as a newspaper writes them, from the ISO and EDTF texts of the ledger.

In: "2020-07-02", "2020-06-28/2020-07-02", "16:45", "2020-07-02T21:45:00Z". Out: words. A text in another form is
given back as it is, since a value is never hidden because it is odd.
"""

import re
from datetime import UTC, date, datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\Z")
_DOUBT = re.compile(r"[~?%]\Z")


def day_words(edtf: str) -> str:
    """A day or interval in full: "Thursday, July 2, 2020", "between June 28 and July 2, 2020", "July 2020"."""
    if _DOUBT.search(edtf):
        return f"about {day_words(edtf[:-1])}"
    if "/" in edtf:
        return _interval_words(*edtf.split("/", 1))
    day = _day(edtf)
    if day is not None:
        return f"{_WEEKDAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}, {day.year}"
    return _month_words(edtf)


def short_day_words(edtf: str) -> str:
    """The same in little room: "July 2, 2020", "June 28 – July 2, 2020"."""
    if _DOUBT.search(edtf):
        return f"about {short_day_words(edtf[:-1])}"
    if "/" in edtf:
        first, last = (_day(end) for end in edtf.split("/", 1))
        if first is None or last is None:
            return _interval_words(*edtf.split("/", 1))
        return f"{_short(first, year=first.year != last.year)} – {_short(last, year=True)}"
    day = _day(edtf)
    return _short(day, year=True) if day is not None else _month_words(edtf)


def month_words(edtf: str | None) -> str:
    """The month that a day or interval begins in, as a heading: "July 2020"; "Date not told" for None."""
    if edtf is None:
        return "Date not told"
    first, _, last = edtf.partition("/")
    return _month_words((last if first in ("", "..") else first).rstrip("~?%")[:7])


def clock_words(clock: str) -> str:
    """A clock time: "4:45 p.m.", "midnight", "noon"."""
    match = _CLOCK.match(clock)
    if not match:
        return clock
    hour, minute = int(match[1]), match[2]
    if minute == "00" and hour % 12 == 0:
        return "noon" if hour else "midnight"
    return f"{hour % 12 or 12}:{minute} {'p.m.' if hour >= 12 else 'a.m.'}"


def published_words(published: str | None) -> str:
    """A publication day or time: "July 2, 2020", "July 2, 2020, 9:45 p.m. UTC"; "no date given" for None."""
    if published is None:
        return "no date given"
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    if len(published) <= len("2020-07-02"):
        return _short(moment.date(), year=True)
    zone = "UTC" if moment.utcoffset() in (None, UTC.utcoffset(None)) else moment.tzname()
    return f"{_short(moment.date(), year=True)}, {clock_words(f'{moment:%H:%M}')} {zone}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2020-07-02") else None
    except ValueError:
        return None


def _short(day: date, *, year: bool) -> str:
    told = f"{_SHORT_MONTHS[day.month - 1]} {day.day}"
    return f"{told}, {day.year}" if year else told


def _month_words(text: str) -> str:
    match = _MONTH.match(text)
    if match and 1 <= int(match[2]) <= 12:
        return f"{_MONTHS[int(match[2]) - 1]} {match[1]}"
    return text


def _interval_words(first: str, last: str) -> str:
    start, end = _day(first), _day(last)
    if last in ("", ".."):
        return f"{day_words(first)} or later"
    if first in ("", ".."):
        return f"{day_words(last)} or earlier"
    if start is None or end is None:
        return f"between {day_words(first)} and {day_words(last)}"
    began = f"{_MONTHS[start.month - 1]} {start.day}" + (f", {start.year}" if start.year != end.year else "")
    return f"between {began} and {_MONTHS[end.month - 1]} {end.day}, {end.year}"
