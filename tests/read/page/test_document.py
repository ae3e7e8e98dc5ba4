"""Reports laid out for reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.model import FieldName, Report, ReportId, evidence_holds
from citydesk.read.page.document import Document, open_document

_PIECES = st.one_of(
    st.text(max_size=15),
    st.sampled_from(["â€œ", "donâ€™t", "Ã©", "\x00", "\x9d", "\n\n", "Police said. ", "\u00a0", "ðŸ˜€"]),
)
_TEXTS = st.lists(_PIECES, max_size=8).map("".join)


def _open(text: str, title: str = "") -> Document:
    return open_document(Report(id=ReportId("r1"), text=text, title=title))


def test_lays_title_and_body_out_as_one_text() -> None:
    """The title's sentences come first, and no sentence runs from the title into the body."""
    document = _open("A man was shot. He died.", "Man shot")
    assert [document.words((s.start, s.end)) for s in document.sentences] == [
        "Man shot",
        "A man was shot.",
        "He died.",
    ]
    assert [s.index for s in document.sentences] == [0, 1, 2]
    assert document.in_title(0)
    assert not document.in_title(document.body_start)


def test_evidence_stands_in_the_field_that_it_came_from() -> None:
    """Words of the title give evidence in the title, words of the body in the text, as they were given."""
    document = _open("He didnâ€™t run.", "Man shot")
    heading = document.evidence(0, 3)
    assert (heading.field, heading.start, heading.end, heading.text) == (FieldName.TITLE, 0, 3, "Man")
    at = document.text.index("didn’t")
    words = document.evidence(at, at + 6)
    assert (words.field, words.text) == (FieldName.TEXT, "didnâ€™t")


def test_a_span_across_title_and_body_is_cut_to_where_it_begins() -> None:
    """No evidence reaches over the break between title and body."""
    document = _open("A man ran.", "Man shot")
    assert document.evidence(4, len(document.text)).text == "shot"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 4), (0, 0)], ids=["empty", "turned round", "empty at the head"])
def test_refuses_a_span_without_words(start: int, end: int) -> None:
    """A fact without words cannot be made."""
    with pytest.raises(ValueError, match="is not in the text of report 'r1'"):
        _open("A man ran.").evidence(start + 2, end + 2)


def test_finds_the_sentence_of_an_offset() -> None:
    """An offset between two sentences belongs to the one before it; before the first there is none."""
    document = _open("  One. Two.")
    first, second = document.sentences
    assert document.sentence_at(first.start) == first
    assert document.sentence_at(first.end) == first
    assert document.sentence_at(second.start + 1) == second
    assert document.sentence_at(0) is None


def test_a_fact_names_each_piece_of_evidence_once() -> None:
    """Spans given twice stand once, the telling one first."""
    document = _open("A man ran.")
    at = document.body_start
    fact = document.fact(True, [(at + 2, at + 5), (at, at + 1), (at + 2, at + 5)])
    assert [piece.text for piece in fact.evidence] == ["man", "A"]


@given(_TEXTS, _TEXTS, st.data())
def test_all_evidence_is_there_in_the_given_text(title: str, text: str, data: st.DataObject) -> None:
    """Whatever the text, mojibake and control characters included, evidence is the given text's own slice."""
    document = _open(text, title)
    for sentence in document.sentences:
        fact = document.fact(True, [(sentence.start, sentence.end)])
        assert evidence_holds(fact, title, text)
    if document.title.text or document.body.text:
        field_start, length = (
            (0, len(document.title.text)) if document.title.text else (document.body_start, len(document.body.text))
        )
        start = data.draw(st.integers(0, length - 1))
        end = data.draw(st.integers(start + 1, length))
        assert evidence_holds(document.fact(True, [(field_start + start, field_start + end)]), title, text)


@pytest.mark.parametrize(
    ("title", "text", "body"),
    [
        (
            "Man shot in Tulsa",
            "Man shot in TulsaTULSA, Okla. - Police came.",
            "Man shot in Tulsa\n\nTULSA, Okla. - Police came.",
        ),
        ("Man shot in Tulsa | KXYZ", "Man shot in Tulsa“Help!” he cried.", "Man shot in Tulsa\n\n“Help!” he cried."),
        ("Man shot in Spring", "Man shot in Springfield.", "Man shot in Springfield."),
        ("Man shot in Tulsa", "Man shot in Tulsa, police say.", "Man shot in Tulsa, police say."),
        ("Shooting", "ShootingA man died.", "ShootingA man died."),
    ],
    ids=["glued", "without the site's name", "the word goes on", "the sentence goes on", "too short to tell"],
)
def test_a_title_stuck_to_the_first_word_is_parted_from_it(title: str, text: str, body: str) -> None:
    """Scraping leaves the headline in the text without a break."""
    document = _open(text, title)
    assert document.text[document.body_start :] == body
    if body != text:
        at = document.text.index("\n\n", document.body_start) + 2
        assert document.evidence(at, at + 4).text == text[len(title.split(" | ", maxsplit=1)[0]) :][:4]


@given(_TEXTS)
def test_small_letters_stand_where_the_given_ones_do(text: str) -> None:
    """What is found in the small letters is found at the same place in the text."""
    document = _open(text + "İstanbul, ATF")
    assert len(document.lower) == len(document.text)
    assert document.lower.endswith("istanbul, atf")
