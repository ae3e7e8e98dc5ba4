"""Dates of a reading as spans of days.

In: an ISO day or an EDTF month, year or interval. Out: ordinals of its first and last day.
"""

from calendar import monthrange
from datetime import date


def days_of(written: str) -> tuple[int, int] | None:
    """First and last day of an EDTF date, as proleptic ordinals; None for an open or a faulty one.

    "2020-07-02" is one day, "2020-07" a month, "2020" a year, "2020-06-28/2020-07-02" what lies between.
    """
    first, slash, last = written.partition("/")
    begin, end = _days_of_one(first), _days_of_one(last if slash else first)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    return begin[0], end[1]


def _days_of_one(written: str) -> tuple[int, int] | None:
    """First and last day of a year, month or day, its marks of doubt ("2020-07~") left aside."""
    parts = written.strip().rstrip("~?%").split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 1:
            return date(numbers[0], 1, 1).toordinal(), date(numbers[0], 12, 31).toordinal()
        if len(numbers) == 2:
            days = monthrange(numbers[0], numbers[1])[1]
            first = date(numbers[0], numbers[1], 1).toordinal()
            return first, first + days - 1
        year, month, day = numbers
        ordinal = date(year, month, day).toordinal()
    except (ValueError, TypeError, OverflowError):  # "2020-13", "2020-02-30", "..", four parts, year 0
        return None
    return ordinal, ordinal
