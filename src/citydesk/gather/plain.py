"""Reports from plain text, as it was published."""

from datetime import date, datetime

from citydesk.model import Report, make_report_id


def report_from_text(text: str, *, published: date | datetime | str | None = None) -> Report:
    """A report from a text."""
    return Report.model_validate({"id": make_report_id(None, text), "text": text, "published": published})
