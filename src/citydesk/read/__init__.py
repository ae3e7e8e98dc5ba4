"""From one report to its reading. Pure: no files, no network, no clock."""

from citydesk.read.front import as_reader, read, triage_report
from citydesk.read.page.sentences import find_sentences
from citydesk.read.readers import (
    DEFAULT_READER,
    InstalledReader,
    Reader,
    find_reader,
    find_readers,
    open_reader,
    read_with,
)

__all__ = [
    "DEFAULT_READER",
    "InstalledReader",
    "Reader",
    "as_reader",
    "find_reader",
    "find_readers",
    "find_sentences",
    "open_reader",
    "read",
    "read_with",
    "triage_report",
]
