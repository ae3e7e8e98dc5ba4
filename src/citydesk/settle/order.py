"""The order of reports in time, and which of them had come out by a given one.

In: tellings in any order. Out: the earliest published first, so that nothing rests on the order in which they came.
A report that gives only the day of its publication stands at the end of that day, in UTC: by then it had come out for
sure, and nobody could have known it before for sure.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from citydesk.model import Published
from citydesk.settle.settled import Told

Moment = tuple[int, float]
"""Ordinal of a day in UTC, and seconds since it began."""

_NEVER = (10**7, 0.0)
"""After every day: a report that does not say when it was published comes last."""
_DAY_SECONDS = 86_400.0


def in_order(told: Iterable[Told]) -> tuple[Told, ...]:
    """The earliest published first, those of one moment by id."""
    return tuple(sorted(told, key=lambda one: (moment_of(one.report.came_out), one.report.id, one.telling)))


def told_by(told: Iterable[Told], when: Published) -> tuple[Told, ...]:
    """Those that had come out by a moment, or by the end of a day, in order; none that does not say when it did."""
    return tuple(one for one in in_order(told) if moment_of(one.report.came_out) <= moment_of(when))


def day_of(published: Published | None) -> int | None:
    """Ordinal of the day of publication (in UTC, where a time is known)."""
    return None if published is None else moment_of(published)[0]


def first_day(told: Iterable[Told]) -> int | None:
    """Ordinal of the day on which the first of them came out; None where none of them says."""
    return min((day for one in told if (day := day_of(one.report.came_out)) is not None), default=None)


def moment_of(published: Published | None) -> Moment:
    """When a report had come out for sure; after every day where it does not say."""
    if published is None:
        return _NEVER
    if isinstance(published, datetime):
        there = published.astimezone(UTC)
        return there.toordinal(), there.hour * 3600 + there.minute * 60 + there.second + there.microsecond / 1e6
    return published.toordinal(), _DAY_SECONDS
