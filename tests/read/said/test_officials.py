"""Who speaks by office."""

import pytest

from citydesk.read.page.document import Span
from citydesk.read.page.setting import Named, Voice
from citydesk.read.said.officials import are_official, is_official, is_outlet

_SPAN = Span(0, 1)


@pytest.mark.parametrize(
    ("voice", "official", "outlet"),
    [
        (Voice("police", (_SPAN,)), True, False),
        (Voice("Ann Roe", (_SPAN,), person=True, named=True), False, False),
        (Voice("Ann Roe", (_SPAN,), title=Named("Sgt.", _SPAN), person=True, named=True), True, False),
        (Voice("Ann Police", (_SPAN,), person=True, named=True), False, False),
        (Voice("a neighbor", (_SPAN,), person=True), False, False),
        (Voice("court records", (_SPAN,)), True, False),
        (Voice("the Alton Courier", (_SPAN,)), True, True),
        (Voice("WXYZ-TV", (_SPAN,), named=True), True, True),
        (
            Voice("Ann Roe", (_SPAN,), organization=Named("Pike County Sheriff", _SPAN), person=True, named=True),
            True,
            False,
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Voice) else "",
)
def test_tells_officials_and_outlets(voice: Voice, official: bool, outlet: bool) -> None:
    """By title, body or description, but not by a surname."""
    assert (is_official(voice), is_outlet(voice)) == (official, outlet)


@pytest.mark.parametrize(("words", "official"), [("the sheriff's office", True), ("KXYZ", True), ("a neighbor", False)])
def test_tells_official_words(words: str, official: bool) -> None:
    """Words of an office, and capitals alone, speak by office."""
    assert are_official(words) is official
