"""From sources to the ledger, day after day: each visited in its time, each page that it names fetched and taken in."""

from citydesk.watch.lists import SourceList, WatchSettings, load_sources
from citydesk.watch.putting import PutIn, put_in
from citydesk.watch.watching import WatchOptions, WatchProgress, WatchSummary, watch

__all__ = [
    "PutIn",
    "SourceList",
    "WatchOptions",
    "WatchProgress",
    "WatchSettings",
    "WatchSummary",
    "load_sources",
    "put_in",
    "watch",
]
