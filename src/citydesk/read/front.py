"""What the room does for others, importing its parts only when called, so that the command line starts at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from citydesk.read.readers import DEFAULT_READER, Reader, open_reader, read_with

if TYPE_CHECKING:
    from citydesk.model import Reading, Report
    from citydesk.read.triage.triage import Triage


def read(
    report: Report | str,
    *,
    published: date | datetime | str | None = None,
    reader: Reader | str | None = None,
) -> Reading:
    """The reading of one report.

    `report` is a Report, or a text as it was published (a "date YYYY-MM-DD" or a dateline at its head is
    understood). `published` (a day, a time with its zone, or either in ISO form) sets the publication time of a text
    and of a report that has none. `reader` is a reader, or the name of one that is installed; DEFAULT_READER if not
    given. Raises InputError for a text without words or a `published` that is no date, ReaderError for a reader that is
    not there or gives no true reading.
    """
    from citydesk.gather import parse_published, report_from_text

    if isinstance(report, str):
        report = report_from_text(report, published=published)
    elif published is not None and report.published is None:
        report = report.model_copy(update={"published": parse_published(published)})
    return read_with(as_reader(reader), report)


def as_reader(reader: Reader | str | None) -> Reader:
    """The reader itself, or the one of that name, opened; the default one for None. Raises ReaderError."""
    if reader is None or isinstance(reader, str):
        return open_reader(DEFAULT_READER if reader is None else reader)
    return reader


def triage_report(report: Report) -> Triage:
    """Whether a report tells of a violent incident in a language that we read, quickly, from its text alone."""
    from citydesk.read.triage.triage import triage

    return triage(report)
