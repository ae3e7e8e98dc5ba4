"""Sentences with the words of the evidence marked."""

import re

from hypothesis import given
from hypothesis import strategies as st

from citydesk.desk.names import NO_COVER
from citydesk.desk.passages import Piece, mark, passages_of
from citydesk.model import Evidence, FieldName
from citydesk.publish import cover_names
from tests.desk.factories import evidence, make_report

REPORT = make_report(
    title="Man shot on Elm Street",
    text="Police came at 4:45 p.m. to Elm Street. A man was shot in the leg. He is 31.\n\nNo one else was hurt.",
)


def test_sentence_with_its_words_marked() -> None:
    """The whole sentence is shown, and only it."""
    (passage,) = passages_of(REPORT, [evidence(REPORT, "shot in the leg")], NO_COVER)
    assert passage.pieces == (Piece("A man was "), Piece("shot in the leg", marked=True), Piece("."))
    assert passage.anchor == "text-50"


def test_two_words_of_one_sentence_are_marked_together() -> None:
    """Evidence in one sentence makes one passage, in others one each; the title comes first."""
    told = [
        evidence(REPORT, "He"),
        evidence(REPORT, "leg"),
        evidence(REPORT, "A man"),
        evidence(REPORT, "Man", title=True),
    ]
    passages = passages_of(REPORT, told, NO_COVER)
    marked = [[piece.text for piece in passage.pieces if piece.marked] for passage in passages]
    assert marked == [["Man"], ["A man", "leg"], ["He"]]
    assert [passage.anchor for passage in passages] == ["title-0", "text-40", "text-67"]


def test_withheld_name_is_replaced_once_however_it_is_cut() -> None:
    """A name that evidence cuts through is replaced once, and marked where it is evidence."""
    text = "Ann Lee Moore was hurt."
    pieces = mark(text, (0, len(text)), [(4, 7)], cover_names(["Ann Lee Moore"], []))
    assert "".join(piece.text for piece in pieces) == "[name withheld] was hurt."


def test_evidence_in_a_megabyte_is_found_at_once() -> None:
    """A long text without sentence ends gives a bounded passage."""
    report = make_report(text="word " * 100_000 + "shot " + "word " * 100_000)
    start = report.text.index("shot")
    (passage,) = passages_of(
        report, [Evidence(field=FieldName.TEXT, start=start, end=start + 4, text="shot")], NO_COVER
    )
    assert sum(len(piece.text) for piece in passage.pieces) < 2_000


@given(st.text("ab. \nA", min_size=1, max_size=80), st.data())
def test_pieces_join_to_words_of_the_report(text: str, data: st.DataObject) -> None:
    """Whatever the text, a passage is a stretch of it that holds the evidence, marked."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    report = make_report(text=text)
    told = Evidence(field=FieldName.TEXT, start=start, end=end, text=text[start:end])
    (passage,) = passages_of(report, [told], NO_COVER)
    joined = "".join(piece.text for piece in passage.pieces)
    assert joined in text
    marked = "".join(piece.text for piece in passage.pieces if piece.marked)
    assert re.sub(r"\s", "", marked) in re.sub(r"\s", "", told.text)
