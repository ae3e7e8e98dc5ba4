"""Quotation marks that belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.said.quote_marks import match_marks
from tests.tagged import parse_tagged


@pytest.mark.parametrize(
    "example",
    [
        'He said, "<q>I ran.</q>" Then he left.',
        "He said, “<q>I ran.</q>”",
        "He said, ”<q>I ran,</q>” and left.",
        'He said, “<q>I ran.</q>"',
        "He said, ``<q>I ran.</q>''",
        "“<q>He said, ‘Stop,’ and ran,</q>” she said.",
        '“<q>I heard him say "drop it" and ran,</q>” she said.',
        "“<q>It was loud.</q>\n\n“<q>Then it was quiet.</q>”",
        "“<q>It was loud,</q> said Jo Marlow.\n\nPolice came.",
        "“<q>It was loud.</q>\n\nPolice came.",
        '"<q>It was\nloud,</q>" he said.',
        '"<q>It was loud,</q>" he said. "<q>Very loud.</q>"',
        "'<q>He was kind</q>': mother",
        "‘<q>It’s quiet here,</q>’ he said.",
        "‘<q>It was loud.</q>\n\n‘<q>It was quiet.</q>’",
        'They knew him."<q>He was kind,</q>" she said.',
        "nothing: It's the boys' house, and he wasn't 6'2\" tall.",
        "nothing: Rock 'n roll of the '90s.",
        "nothing: He was 6 feet 2'' tall.",
    ],
    ids=lambda example: example[:30],
)
def test_matches_marks_as_they_are_meant(example: str) -> None:
    """Straight, curly, mixed, doubled, nested and unclosed marks; apostrophes and inches are none."""
    text, tags = parse_tagged(example)
    assert [(tag.start, tag.end) for tag in tags] == match_marks(text)


@given(st.text(alphabet=st.sampled_from("ab .,\n\"'“”‘’S"), max_size=80))
def test_stretches_are_in_order_and_hold_words(text: str) -> None:
    """Stretches do not overlap, are trimmed, and hold at least a letter or figure."""
    at = 0
    for start, end in match_marks(text):
        assert at <= start < end <= len(text)
        assert any(map(str.isalnum, text[start:end]))
        assert text[start:end] == text[start:end].strip()
        at = end
