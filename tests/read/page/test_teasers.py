"""Teasers of other stories that were scraped along with a report."""

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.page.teasers import find_films, find_teasers

_STORM = "A storm brought down trees over half of Larkin County"
_MAYOR = "The mayor of Millbrook will not stand again, she told the council"


def _teasers(text: str, title: str = "Man shot in Duluth") -> list[str]:
    document = open_document(Report(id=ReportId("r1"), text=text, title=title))
    return [document.words(span) for span in find_teasers(document)]


def test_films_stand_with_their_lengths() -> None:
    """A player's other films; a line that begins with a clock time tells of the day."""
    text = (
        "0:50 Trucker weeps in court Pause\n\n1:45 Larkin police warn of calls\n\n6:45 p.m. A man was shot.\n\nHe died."
    )
    assert _teasers(text) == ["0:50 Trucker weeps in court Pause", "1:45 Larkin police warn of calls"]


def test_films_alone_can_be_asked_for() -> None:
    """A line said twice is no film."""
    text = f"0:36 Fire at Larkin home Tuesday night\n\n{_STORM}.\n\n{_STORM}.\n\n{_MAYOR}.\n\n{_MAYOR}.\n\nHe died."
    document = open_document(Report(id=ReportId("r1"), text=text))
    assert [document.words(span) for span in find_films(document)] == ["0:36 Fire at Larkin home Tuesday night"]


def test_first_lines_said_twice_are_others_stories() -> None:
    """In short and in full, for two stories and more."""
    text = f"{_STORM}.\n\n{_STORM}.\n\n{_MAYOR}...\n\n{_MAYOR} on Monday.\n\nA man was shot in Duluth."
    assert _teasers(text) == [f"{_STORM}.", f"{_STORM}.", f"{_MAYOR}...", f"{_MAYOR} on Monday."]


def test_one_line_said_twice_may_be_the_reports_summary() -> None:
    """So it stays the report's own; and so does a line that shares a word with the title."""
    assert _teasers(f"{_STORM}.\n\n{_STORM}.\n\nA man was shot.") == []
    text = f"{_STORM}.\n\n{_STORM}.\n\n{_MAYOR}.\n\n{_MAYOR}."
    assert _teasers(text, "Millbrook mayor shot") == []
