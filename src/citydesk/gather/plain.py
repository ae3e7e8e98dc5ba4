"""Reports from plain text, as it was published."""

from datetime import date, datetime

from citydesk.gather.decode import holdable
from citydesk.gather.heading import read_heading
from citydesk.gather.published import parse_published
from citydesk.model import InputError, Problem, Report, make_report_id


def report_from_text(text: str, *, published: date | datetime | str | None = None) -> Report:
    """A report from a text as it was published.

    A "date YYYY-MM-DD" line and a dateline at its head give publication date, place and outlet; `published` goes
    before them. Raises InputError for a text without words, and for a date that does not exist.
    """
    report, problem = report_from_plain(holdable(text), where="text")
    if published is not None:
        return report.model_copy(update={"published": parse_published(published)})
    if problem is not None:
        raise InputError(problem.message)
    return report


def report_from_plain(text: str, *, where: str, file: str | None = None) -> tuple[Report, Problem | None]:
    """A report from a text, with what is wrong with its date line, if anything (it is then read without a date).

    Raises InputError for a text without words.
    """
    if not text.strip():
        raise InputError("has no text")
    heading = read_heading(text)
    report = Report(
        id=make_report_id(None, text),
        text=text,
        publisher=heading.publisher,
        published=heading.published,
        dateline=heading.dateline,
        file=file,
    )
    return report, Problem(where, f"{heading.fault}; read without a date") if heading.fault else None
