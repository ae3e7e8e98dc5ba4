"""Direct quotations, told from other words between marks."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.said.quoted import find_quoted
from tests.tagged import parse_tagged


def _quoted(text: str, title: str = "") -> list[str]:
    document = open_document(Report(id=ReportId("r1"), text=text, title=title))
    return [document.words(span) for span in find_quoted(document)]


@pytest.mark.parametrize(
    "example",
    [
        '"<q>I saw two cars and left,</q>" one man said.',
        'Police called the shooting "<q>targeted.</q>"',
        "The roads were “<q>bumpy</q>” and dark, according to Marlow.",
        'Neighbors gathered. "<q>It is my home.</q>"',
        "'<q>He ran off and left us here,</q>' she said.",
        'nothing: John "Red" Marlow was shot.',
        'nothing: James Robert "J.R." Marlow was shot.',
        'nothing: The man, known as "Tiny," was shot, police said.',
        'nothing: They sang "Up the Hill" from the movie "Winter Road" then.',
        'nothing: Mourners wore shirts reading "Rest in peace, our brother."',
        'nothing: It was a picture with his "signature" in it.',
        "nothing: He carried the 'Saturday' model.",
        "‘<q>He ran off and left us.</q>’",
        '"<q>(It is) senseless. So sad.</q>"',
        'Dispatcher: "<q>Hurry up!</q>"',
        'He called it "<q>black on black</q>" crime.',
        'nothing: A man in a "Riders of Ohio" jacket was shot, police said.',
        'nothing: The girl, whom they called "Smiley," was shot, police said.',
        'nothing: It began at what is called an "eviction party" there, police said.',
        "nothing: 1:47 'I miss him,' says mother",
        '"<q>Everyone Is Safe,</q>" said Marlow.',
    ],
    ids=lambda example: example[:30],
)
def test_takes_words_that_somebody_said(example: str) -> None:
    """Sentences and sourced fragments count; nicknames, works, writings and scare quotes do not."""
    text, tags = parse_tagged(example)
    assert _quoted(text) == [text[tag.start : tag.end] for tag in tags]


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("'He was my light': mother", "A mother grieves.", ["He was my light"]),
        ("Police: 'horrible accident'", 'Police called it a "horrible accident."', ["horrible accident."]),
        ("'Accidental' shooting", "A man was shot.", []),
    ],
    ids=["title alone", "body says it too", "one word"],
)
def test_quotes_the_title_only_where_the_body_does_not(title: str, text: str, found: list[str]) -> None:
    """A headline's quotation is one unless it repeats the body's or is a scare quote."""
    assert _quoted(text, title) == found
