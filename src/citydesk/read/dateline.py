"""The dateline: where a report is filed from ("KANSAS CITY, MO (KCTV) --")."""

from citydesk.model import DatelineValue, Fact
from citydesk.read.document import Document


def find_dateline(document: Document) -> Fact[DatelineValue] | None:
    """The place that a report is filed from, where it begins with one."""
    return document.report.dateline
