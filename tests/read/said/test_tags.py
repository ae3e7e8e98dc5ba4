"""Verbs beside quotations."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import Span, open_document
from citydesk.read.said.quoted import find_quoted
from citydesk.read.said.tags import in_quote, is_tag, quote_before


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
