"""How far archives of pages have been taken in, so that the next run goes on there.

In: archives, and their pages as they are done with. Out: marks in the ledger, each behind the last page of which all is
stored. A mark may lag behind what is stored, never run ahead of it: what is met again is known by its id.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from citydesk.gather import Archive, ArchivedPage
from citydesk.ledger.summary import ArchiveProgress
from citydesk.ledger.tables import archives
from citydesk.ledger.writer import Writer
from citydesk.ledger.written import written_time

_PAGES_A_MARK = 50
"""So many are looked at again at most after a `kill -9`: a second of work."""


@dataclass(slots=True)
class _Reading:
    """An archive that is being taken in."""

    archive: Archive
    first: int
    """Where this run began, in bytes."""
    offset: int
    pages: int
    """Of all runs."""
    begun: float
    unmarked: int = 0
    done: int = 0
    """Pages of this run."""


class ArchiveMarks:
    """The marks of a ledger, kept while reports are added."""

    def __init__(self, writer: Writer, clock: Callable[[], datetime]) -> None:
        self._writer, self._clock = writer, clock
        self._readings: dict[str, _Reading] = {}
        self._last: _Reading | None = None

    def begin(self, archive: Archive) -> tuple[int, int]:
        """Where to begin in an archive, and how many of its pages were taken in before."""
        with self._writer.glance() as connection:
            offset, pages = _find_mark(connection, archive)
        reading = _Reading(archive, offset, offset, pages, time.perf_counter())
        self._readings[archive.name] = self._last = reading
        return offset, pages

    def passed(self, page: ArchivedPage) -> None:
        """All that a page brought is stored."""
        reading = self._last = self._readings[page.archive]
        reading.offset = max(reading.offset, page.after)
        reading.pages, reading.done, reading.unmarked = reading.pages + 1, reading.done + 1, reading.unmarked + 1
        if reading.unmarked >= _PAGES_A_MARK:
            self.keep()

    def keep(self) -> None:
        """Write the marks down."""
        waiting = [one for one in self._readings.values() if one.unmarked]
        if not waiting:
            return
        with self._writer.transaction() as connection:
            for reading in waiting:
                _keep_mark(connection, reading, written_time(self._clock()))
                reading.unmarked = 0

    def progress(self) -> ArchiveProgress | None:
        """How far the archive that is being taken in has come; None before there is one."""
        one = self._last
        if one is None:
            return None
        seconds = time.perf_counter() - one.begun
        return ArchiveProgress(one.archive.name, one.first, one.offset, one.archive.size_bytes, one.done, seconds)


def _find_mark(connection: Connection, archive: Archive) -> tuple[int, int]:
    row = connection.execute(
        select(archives.c.offset, archives.c.pages).where(archives.c.digest == archive.digest)
    ).first()
    return (row.offset, row.pages) if row is not None else (0, 0)


def _keep_mark(connection: Connection, reading: _Reading, now: str) -> None:
    row = {"name": reading.archive.name, "offset": reading.offset, "pages": reading.pages, "marked_at": now}
    own = archives.c.digest == reading.archive.digest
    if not connection.execute(update(archives).where(own).values(**row)).rowcount:
        size = reading.archive.size_bytes
        connection.execute(insert(archives), {"digest": reading.archive.digest, "size_bytes": size, **row})
