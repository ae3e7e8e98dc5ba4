"""From one report to its reading. Pure: no files, no network, no clock."""

from citydesk.read.front import Reader, open_reader, read, triage

__all__ = ["Reader", "open_reader", "read", "triage"]
