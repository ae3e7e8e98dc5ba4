"""From one report to its reading. Pure: no files, no network, no clock."""

from citydesk.read.front import Reader, open_reader, read, triage_report
from citydesk.read.page.sentences import find_sentences

__all__ = ["Reader", "find_sentences", "open_reader", "read", "triage_report"]
