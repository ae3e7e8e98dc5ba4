"""Following sources: each visited when its time has come, each page that waits fetched when its host may be asked.

In: a ledger, a fetcher, and how. Out: a ledger that has what is new. What is to be done next is asked of the ledger
each time, and what came of it is noted there before the next begins: killed at any moment, it goes on where it was.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from citydesk.gather import Fetcher, host_of
from citydesk.ledger import Following, Ledger, PageDue, SourceDue
from citydesk.read import Reader
from citydesk.watch.pages import Kept, PageTaker, Shelf
from citydesk.watch.visits import visit

PATIENCE_SECONDS = 600
"""How long `once` waits for a host's turn; what would take longer is left to the next run."""
_LONGEST_SLEEP_SECONDS = 60
"""So that what another process puts in the queue is seen soon."""


@dataclass(slots=True)
class WatchSummary:
    """What following did."""

    visits: int = 0
    """To sources, whatever came of them."""
    faults: list[tuple[str, str]] = field(default_factory=list)
    """Sources that could not be visited, and why."""
    found: int = 0
    """Pages that sources named for the first time."""
    fetched: int = 0
    taken: int = 0
    """Reports that are new in the ledger."""
    updated: int = 0
    """Reports of which the ledger has a new version."""
    left_out: int = 0
    put_off: int = 0
    """Pages that could not be had now and are tried again."""
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class WatchProgress:
    """What is being done: for a line in the terminal."""

    doing: str
    summary: WatchSummary


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """How sources are followed."""

    once: bool = False
    """Whether to end when nothing is due; else it goes on until it is interrupted."""
    reader: Reader | str | None = None
    progress: Callable[[WatchProgress], None] | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep


def watch(ledger: Ledger, following: Following, fetcher: Fetcher, options: WatchOptions) -> WatchSummary:
    """Follow the sources of a ledger; Ctrl-C ends it with a summary.

    Raises LedgerError where the database fails, LedgerBusy where another program does it already,
    ReaderError where the reader cannot be opened.
    """
    watcher = _Watcher(ledger, following, fetcher, options)
    try:
        with following.alone():  # or a host would be asked twice at a time
            watcher.run()
    except KeyboardInterrupt:
        watcher.summary.interrupted = True
    return watcher.summary


class _Watcher:
    """What is held while sources are followed."""

    def __init__(self, ledger: Ledger, following: Following, fetcher: Fetcher, options: WatchOptions) -> None:
        self._following, self._fetcher, self._options = following, fetcher, options
        self._pages = PageTaker(Shelf(ledger, following, options.clock), fetcher, options.reader)
        self.summary = WatchSummary()

    def run(self) -> None:
        """Do what is due, in the order in which hosts may be asked, and wait in between."""
        while True:
            due = self._due(self._options.clock())
            now = self._options.clock()  # after hosts were asked when they are ready, or none ever would be
            ready = [one for at, one in due if at <= now]
            if ready:
                self._work_through(ready)
            elif self._options.once and not (due and due[0][0] - now <= timedelta(seconds=PATIENCE_SECONDS)):
                return
            else:
                self._rest(due[0][0] if due else self._following.next_due(), now)

    def _due(self, now: datetime) -> list[tuple[datetime, SourceDue | PageDue]]:
        """What is due, with the time when its host may be asked; sources before pages where that is the same."""
        due: tuple[SourceDue | PageDue, ...] = (*self._following.due_sources(now), *self._following.due_pages(now))
        timed = [(self._fetcher.ready_at(one.address), one) for one in due]
        return sorted(timed, key=lambda item: item[0])

    def _rest(self, until: datetime | None, now: datetime) -> None:
        self._tell("waiting")
        seconds = (until - now).total_seconds() if until is not None else _LONGEST_SLEEP_SECONDS
        self._options.sleep(min(max(seconds, 0.01), _LONGEST_SLEEP_SECONDS))

    def _work_through(self, due: list[SourceDue | PageDue]) -> None:
        """Each of what is due now, one of a host at most: then hosts are looked at anew."""
        asked: set[str] = set()
        for one in due:
            host = host_of(one.address)
            if host in asked:
                continue
            asked.add(host)
            if isinstance(one, SourceDue):
                self._visit(one)
            else:
                self._fetch(one)

    def _visit(self, source: SourceDue) -> None:
        self._tell(f"visiting {source.address}")
        self.summary.visits += 1
        came = visit(source, self._following, self._fetcher, self._options.clock)
        self.summary.found += came.found
        if came.fault is not None:
            self.summary.faults.append((source.address, came.fault))

    def _fetch(self, page: PageDue) -> None:
        self._tell(f"fetching {page.address}")
        kept = self._pages.take(page)
        self._following.note_page(page, kept.outcome)
        self._count(kept)
        if kept.interrupted:
            raise KeyboardInterrupt

    def _count(self, kept: Kept) -> None:
        self.summary.fetched += kept.fetched
        self.summary.taken += kept.added
        self.summary.updated += kept.updated
        self.summary.left_out += kept.left_out
        self.summary.put_off += kept.put_off

    def _tell(self, doing: str) -> None:
        if self._options.progress is not None:
            self._options.progress(WatchProgress(doing, self.summary))
