"""From the outside world to reports."""

from citydesk.gather.plain import report_from_text

__all__ = ["report_from_text"]
