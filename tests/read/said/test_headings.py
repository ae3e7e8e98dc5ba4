"""Sources apart from what they say."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.said.headings import find_headings
from citydesk.read.said.quoted import find_quoted


def _headings(text: str, title: str) -> list[str]:
    document = open_document(Report(id=ReportId("r1"), text=text, title=title))
    quoted = find_quoted(document)
    found = [heading for s in document.sentences for heading in find_headings(document, (), quoted, s)]
    return [document.words(heading.source.core) for heading in found]


@pytest.mark.parametrize(
    ("title", "text", "sources"),
    [
        ("Police: Man shot", "", ["Police"]),
        ("UPDATE: Sheriff: Man shot", "", ["Sheriff"]),
        ("Man shot: police", "", ["police"]),
        ("Man shot - police | KXYZ News", "", ["police"]),
        ("Related: Man shot", "", []),
        ("Location: Alton", "", []),
        ("Shots: A long night", "", []),
        ("", "“We mourn them all.” — Mayor Ann Roe", ["Mayor Ann Roe"]),
        ("", "Mayor Roe's statement:", ["Mayor Roe"]),
        ("", "Family: Girl shot by stray bullet", ["Family"]),
        ("", "“The boy ran from us,” Sgt. Ann Roe.", ["Sgt. Ann Roe"]),
        ("", "“The boy ran from us,” Ann Roe, who lives here.", ["Ann Roe"]),
        ("", "“The boy ran from us.” Ann Roe.", []),
        ("", "The mayor issued a statement:\n\n“We mourn them all.”", ["The mayor"]),
        ("", "This is a release issued by the city of Alton:\n\n“We mourn them all.”", ["the city of Alton"]),
        ("", "The mayor came to the house.\n\n“We mourn them all.”", []),
        ("", "Read More:\n\n“We mourn them all today.”", []),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_finds_sources_apart_from_their_words(title: str, text: str, sources: list[str]) -> None:
    """Before a colon, behind a dash, below a quotation; labels and captions are none."""
    assert _headings(text, title) == sources
