"""One visit to a source, and when the next one is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from citydesk.gather import Fetcher, Miss, visit_source
from citydesk.ledger import Following, SourceDue

MOST_FAILURES = 8
"""In a row, after which a source is paused: for one visited every half hour, some three days."""
_LONGEST_DELAY = timedelta(days=1)
_SHORTEST_DELAY = timedelta(seconds=1)


class Visited(NamedTuple):
    """What came of a visit."""

    found: int
    """Pages that are new."""
    fault: str | None = None
    """Why it was in vain."""


def visit(source: SourceDue, following: Following, fetcher: Fetcher, clock: Callable[[], datetime]) -> Visited:
    """Visit a source and note what it names, or what was wrong.

    After a visit in vain the next one waits twice as long, up to a day; a host that asks to be left alone is no fault.
    """
    came = visit_source(source.kind, source.address, fetcher, source.known)
    now = clock()
    every = timedelta(minutes=source.every_minutes)
    if not isinstance(came, Miss):
        return Visited(following.note_visit(source, came.pages, came.known, now, now + every))
    if came.waits:
        following.note_delay(source, max(came.not_before or now, now + _SHORTEST_DELAY))
        return Visited(0, came.message)
    delay = min(every * 2 ** (min(source.failures, 10) + 1), max(_LONGEST_DELAY, every))
    failures = source.failures + 1
    paused = f"failed {failures} times in a row" if failures >= MOST_FAILURES else None
    following.note_failure(source, came.message, now, now + delay, paused=paused)
    return Visited(0, came.message)
