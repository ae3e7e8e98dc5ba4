"""From sources to the ledger, day after day: each visited in its time, each page that it names fetched and taken in."""

from citydesk.watch.lists import SourceList, WatchSettings, load_sources
from citydesk.watch.watching import WatchOptions, WatchProgress, WatchSummary, watch

__all__ = [
    "SourceList",
    "WatchOptions",
    "WatchProgress",
    "WatchSettings",
    "WatchSummary",
    "load_sources",
    "watch",
]
