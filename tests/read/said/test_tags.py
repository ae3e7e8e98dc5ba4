"""Verbs beside quotations."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import Span, open_document
from citydesk.read.said.quoted import find_quoted
from citydesk.read.said.tags import in_quote, is_tag, leads_to_fragment, quote_before


@pytest.mark.parametrize(
    ("text", "verb", "tag"),
    [
        ('"I ran away from it," Marlow said.', "said", True),
        ('Marlow said, "I ran away from it."', "said", True),
        ('Marlow said:\n"I ran away from it."', "said", True),
        ('"I ran away from it." Marlow said.', "said", True),
        ('"I ran away from it." Marlow said he was 25.', "said", False),
        ('Marlow said he was "away from it all" then.', "said", False),
        ("Marlow said he ran.", "said", False),
        ('"I ran away from it." said Marlow of the council.', "said", True),
        ('"I ran away from it."Marlow said he was 25.', "said", False),
        ('"Why did I do it?"Police expect more.', "expect", False),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_tells_a_tag_from_a_verb_of_its_own(text: str, verb: str, tag: bool) -> None:
    """A verb right behind or before marks is a tag, unless it begins a sentence that says more."""
    document = open_document(Report(id=ReportId("r1"), text=text))
    at = document.text.index(verb)
    sentence = document.sentence_at(at)
    assert sentence is not None
    assert is_tag(document, find_quoted(document), Span(at, at + len(verb)), sentence) is tag


def test_finds_the_quotation_of_an_offset() -> None:
    """The last quotation that begins at or before an offset; half-open at its end."""
    quoted = (Span(2, 5), Span(8, 9))
    assert [quote_before(quoted, offset) for offset in (1, 2, 7, 8)] == [-1, 0, 0, 1]
    assert [in_quote(quoted, offset) for offset in (1, 2, 4, 5, 8, 9)] == [False, True, True, False, True, False]


@pytest.mark.parametrize(
    ("text", "verb", "leads"),
    [
        ('Marlow called it a "senseless act" then.', "called", True),
        ('Marlow called it late. It was "senseless" then.', "called", False),
        ('Marlow began with a "senseless act" then.', "began", False),
        ("Marlow called it a senseless act.", "called", False),
    ],
    ids=["object", "next sentence", "other verb", "no marks"],
)
def test_a_verb_that_judges_leads_to_a_fragment(text: str, verb: str, leads: bool) -> None:
    """Only verbs whose object can be quoted, in their own clause."""
    document = open_document(Report(id=ReportId("r1"), text=text))
    at = document.text.index(verb)
    sentence = document.sentence_at(at)
    assert sentence is not None
    assert leads_to_fragment(document, find_quoted(document), Span(at, at + len(verb)), sentence) is leads
