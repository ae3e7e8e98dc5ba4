"""Whom the sentences before a place speak of."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.said.introductions import Introductions
from citydesk.read.said.quoted import find_quoted
from citydesk.read.said.spoken_of import find_spoken_of


def _spoken_of(text: str) -> list[tuple[str, bool]]:
    document = open_document(Report(id=ReportId("r1"), text=text))
    introductions = Introductions(document, ())
    found = find_spoken_of(document, find_quoted(document), introductions, document.text.rindex("she"))
    return [(document.words(spoken.source.core), spoken.new) for spoken in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Roe ran. Now she left.", [("Ann Roe", True)]),
        ("Ann Roe ran. Ann Roe fell. Then she left.", [("Ann Roe", False), ("Ann Roe", True)]),
        ("It was Ann Roe and a woman. Then she left.", [("Ann Roe", True), ("a woman", False)]),
        ("It was on Pingree Avenue. Then she left.", []),
        ("Ann Roe ran. She fell. She rose. She left. Then she left.", [("Ann Roe", True)]),
        ('Ann Roe ran. "Bo Poe ran from us all," he said. Then she left.', [("Ann Roe", True)]),
        ("A woman wept as she left.", [("A woman", False)]),
    ],
    ids=["new", "known", "others", "street", "pronouns between", "quoted", "own sentence"],
)
def test_finds_persons_of_the_last_sentences(text: str, found: list[tuple[str, bool]]) -> None:
    """Subjects before others, the nearest sentence first; streets, quotations and "she" speak of nobody new."""
    assert _spoken_of(text) == found
