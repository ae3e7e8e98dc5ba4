"""The order of reports in time.

In: tellings in any order. Out: the earliest published first, so that nothing rests on the order in which they came.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from citydesk.model import Published
from citydesk.settle.settled import Told

_NEVER = 10**7
"""An ordinal after every day: a report that does not say when it was published comes last."""


def in_order(told: Iterable[Told]) -> tuple[Told, ...]:
    """The earliest published first, those of one day by time where it is known, then by id."""
    return tuple(sorted(told, key=lambda one: (*_moment(one.report.published), one.report.id, one.telling)))


def day_of(published: Published | None) -> int | None:
    """Ordinal of the day of publication (in UTC, where a time is known)."""
    return None if published is None else _moment(published)[0]


def _moment(published: Published | None) -> tuple[int, float]:
    if published is None:
        return _NEVER, 0.0
    if isinstance(published, datetime):
        there = published.astimezone(UTC)
        return there.toordinal(), there.hour * 3600 + there.minute * 60 + there.second + there.microsecond / 1e6
    return published.toordinal(), 0.0
