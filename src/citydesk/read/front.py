"""What the room does for others, importing its parts only when called, so that the command line starts at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from citydesk.model import ReaderName, Reading, Report
    from citydesk.read.triage.triage import Triage


class Reader(Protocol):
    """What makes readings. Has a name and a version, and the same answer for the same report."""

    name: ReaderName

    def read(self, report: Report) -> Reading:
        """The reading of one report."""


def read(report: Report | str, *, published: date | datetime | str | None = None) -> Reading:
    """The reading of one report, by the built-in reader.

    `report` is a Report, or a text as it was published (a "date YYYY-MM-DD" or a dateline at its head is
    understood). `published` (a day, a time with its zone, or either in ISO form) sets the publication time of a text
    and of a report that has none. Raises InputError for a text without words or a `published` that is no date.
    """
    from citydesk.gather import parse_published, report_from_text

    if isinstance(report, str):
        report = report_from_text(report, published=published)
    elif published is not None and report.published is None:
        report = report.model_copy(update={"published": parse_published(published)})
    return open_reader().read(report)


def open_reader() -> Reader:
    """The built-in reader."""
    from citydesk.read.reader import RulesReader

    return RulesReader()


def triage_report(report: Report) -> Triage:
    """Whether a report tells of a violent incident in a language that we read, quickly, from its text alone."""
    from citydesk.read.triage.triage import triage

    return triage(report)
