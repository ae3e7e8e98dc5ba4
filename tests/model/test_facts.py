"""Facts and their evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from citydesk.model import Certainty, Evidence, Fact, FieldName, evidence_holds

HERE = Evidence(field=FieldName.TEXT, start=2, end=5, text="man")


def test_a_fact_without_evidence_cannot_be_made() -> None:
    """Not with none, not with an empty one, not from JSON."""
    with pytest.raises(ValidationError):
        Fact[int](value=1)  # type: ignore[call-arg]
    with pytest.raises(ValidationError, match="at least 1 item"):
        Fact[int](value=1, evidence=())
    with pytest.raises(ValidationError):
        Fact[int].model_validate_json('{"value": 1, "evidence": []}')


@pytest.mark.parametrize(
    "fields",
    [
        {"start": 2, "end": 5, "text": ""},
        {"start": -1, "end": 5, "text": "man"},
        {"start": 0, "end": 0, "text": "man"},
        {"start": 2, "end": 5, "text": "man", "field": "byline"},
        {"start": 2, "end": 5, "text": "man", "page": 1},
    ],
    ids=["no words", "before the text", "no length", "another field", "unknown member"],
)
def test_evidence_that_cannot_be_is_refused(fields: dict[str, object]) -> None:
    """Evidence has words, at a place, in the title or the text."""
    with pytest.raises(ValidationError):
        Evidence.model_validate({"field": "text", **fields})


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_is_a_share(confidence: float) -> None:
    """From 0 to 1."""
    with pytest.raises(ValidationError):
        Fact[int](value=1, evidence=(HERE,), confidence=confidence)


def test_a_fact_is_stated_by_the_report_itself_unless_it_says_otherwise() -> None:
    """No source, stated, sure."""
    fact = Fact[int](value=0, evidence=(HERE,))
    assert (fact.source, fact.certainty, fact.confidence) == (None, Certainty.STATED, 1.0)


@pytest.mark.parametrize(
    ("title", "text", "holds"),
    [("", "A man was shot.", True), ("A man", "Shot.", False), ("", "A men was shot.", False), ("", "", False)],
)
def test_evidence_is_checked_against_the_report(title: str, text: str, holds: bool) -> None:
    """The very words, at the very place, in the very field."""
    assert evidence_holds(Fact[int](value=1, evidence=(HERE,)), title, text) is holds


def test_every_piece_of_evidence_counts() -> None:
    """One that is not there is enough to fail."""
    elsewhere = Evidence(field=FieldName.TITLE, start=0, end=3, text="man")
    fact = Fact[int](value=1, evidence=(HERE, elsewhere))
    assert evidence_holds(fact, "man", "A man")
    assert not evidence_holds(fact, "Man", "A man")


@given(st.text(min_size=1, max_size=30), st.data())
def test_words_cut_from_a_text_hold(text: str, data: st.DataObject) -> None:
    """Offsets count code points, whatever the characters."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = Evidence(field=FieldName.TEXT, start=start, end=end, text=text[start:end])
    assert evidence_holds(Fact[int](value=1, evidence=(evidence,)), "", text)
