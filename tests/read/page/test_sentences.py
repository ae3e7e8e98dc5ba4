"""Sentences of news text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.page.sentences import find_sentences


def _split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "Sgt. Jo Marlow spoke. | He left.",
        "It was 4 p.m. Thursday when he fell.",
        "He fell at 4 p.m. | Neighbors came.",
        "It closed at 4:45 p.m. | Police came at 5 a.m. Eastern time.",
        "He lives on Main St. | The house is white.",
        "St. Louis and Ft. Worth are cities.",
        "ST. LOUIS COUNTY (KXYZ) - Two men were shot.",
        "SGT. JO MARLOW SPOKE. | HE LEFT.",
        "Sgt. Marlow, Stl. County PD, said so. | He left.",
        "Plant No. 3 was closed. | It opened later.",
        "Did he know? | No. | He did not.",
        "Dr. J.R. Marlow and D.Z. Roe came.",
        "He came to the U.S. | The family followed.",
        "The D.C. Police Department came.",
        "He was from Lacey, Wash. | Police said so.",
        'Olaf "K.R." Marlow came.',
        "“It was loud.” | He ran.",
        '"It was loud." | "I ran," she said.',
        "• One man was shot. | • Another fled.",
        "The post is at www.alton.Example and not elsewhere.",
        "He paid $5. | $6 was asked.",
        "Really?! | Yes.",
        "He said … nothing. | She left.",
        "The gun, a .22, was found.",
    ],
    ids=lambda marked: marked[:28],
)
def test_ends_sentences_where_a_reader_would(marked: str) -> None:
    """A full stop ends a sentence unless it belongs to an abbreviation, an initial or a clock time."""
    assert _split(marked.replace(" | ", " ")) == marked.split(" | ")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He saw it.The man ran.", ["He saw it.", "The man ran."]),
        ('She knew."I saw it," he said.', ["She knew.", '"I saw it," he said.']),
        ("They knew him.“I saw it,” he said.", ["They knew him.", "“I saw it,” he said."]),
        ('"He told me to stop.""I saw it," he said.', ['"He told me to stop."', '"I saw it," he said.']),
        ("He was stable.A 31-year-old died.", ["He was stable.", "A 31-year-old died."]),
    ],
    ids=["word", "straight mark", "curly mark", "two marks", "article"],
)
def test_ends_sentences_that_lack_a_space(text: str, parts: list[str]) -> None:
    """Where paragraphs were glued together, a mark belongs to the quotation that it opens or closes."""
    assert _split(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Two men were shot\nin a park on Friday.", ["Two men were shot\nin a park on Friday."]),
        ("A man of\nAlton was shot.", ["A man of\nAlton was shot."]),
        ("Shots fired\nPolice came.", ["Shots fired", "Police came."]),
        ("It was one of\n\nthem, he thought.", ["It was one of\n\nthem, he thought."]),
        ("First paragraph\n\nsecond one", ["First paragraph", "second one"]),
    ],
    ids=["wrapped", "unfinished", "headline", "wrapped by blank lines", "paragraphs"],
)
def test_ends_a_line_only_where_it_is_finished(text: str, parts: list[str]) -> None:
    """Scraped pages break lines anywhere: a line that runs on in lower case is one sentence."""
    assert _split(text) == parts


def test_numbers_sentences_and_paragraphs_on_from_those_before() -> None:
    """Index and paragraph go on from what the caller says, and a paragraph ends with its line."""
    found = find_sentences("A b. C d.\n\nE f.", 0, 3, 7)
    assert [(s.index, s.paragraph) for s in found] == [(3, 7), (4, 7), (5, 8)]


@given(st.text(alphabet=st.sampled_from("aB .!?\n\"'“”…Sgt1"), max_size=120))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    """Sentences are in order, do not overlap, are trimmed, and leave nothing out but white space."""
    left, at = [], 0
    for sentence in find_sentences(text):
        assert at <= sentence.start < sentence.end
        assert not text[sentence.start].isspace()
        assert not text[sentence.end - 1].isspace()
        left.append(text[at : sentence.start])
        at = sentence.end
    assert not "".join([*left, text[at:]]).strip()
