"""Whom sentences begin with."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.said.openings import is_pronoun, pronoun_at, source_at, subject_of_sentence, trim_end


def _subject(text: str) -> str | None:
    document = open_document(Report(id=ReportId("r1"), text=text))
    source = subject_of_sentence(document.text, document.sentences[0])
    return document.words(source.name or source.core) if source is not None else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ann Roe ran off.", "Ann Roe"),
        ("In the call to 911, Roe wept.", "Roe"),
        ("His mother, Ann Roe, came.", "Ann Roe"),
        ("Ann Roe's house is far.", "Ann Roe"),
        ("Roe's attorney came.", "Roe's attorney"),
        ("Members of the club came.", "Members"),
        ("Another resident came.", "Another resident"),
        ("Using a dog, officers came.", None),
        ("It was late.", None),
    ],
    ids=["name", "lead", "apposed", "owner", "kin", "group", "another", "gerund", "it"],
)
def test_finds_whom_a_sentence_begins_with(text: str, subject: str | None) -> None:
    """Behind a lead and its comma too; "Roe's house" begins with Roe, "Roe's attorney" with the attorney."""
    assert _subject(text) == subject


def test_pronouns_are_told_apart() -> None:
    """A pronoun is no subject of its own, and is known where a sentence begins with it."""
    assert source_at("He ran off.", 0, 11) is None
    assert pronoun_at("On Friday she ran.", 0, 18)
    assert not pronoun_at("Sheriff Roe ran.", 0, 16)
    assert is_pronoun("They")
    assert not is_pronoun("Theo")
    assert trim_end("so  ", 0, 4) == 2
