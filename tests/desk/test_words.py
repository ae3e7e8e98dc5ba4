"""Values of the ledger in words."""

import pytest

from citydesk.desk.words import (
    basis_words,
    certainty_words,
    confidence_words,
    count_words,
    hedge_words,
    label_of,
    number_words,
    state_name,
    told_words,
    value_words,
    voice_words,
)
from citydesk.model import FLAGS, AgencyRole, Basis, Certainty, Custody, Incident, Participant, Place, Sequence


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(True, "yes", id="yes"),
        pytest.param(False, "no", id="no"),
        pytest.param(0, "0", id="zero is a value"),
        pytest.param(1200, "1,200", id="thousands"),
        pytest.param(2.5, "2.5", id="half a year"),
        pytest.param(3.0, "3", id="whole years"),
        pytest.param(None, "not said", id="none"),
        pytest.param("at_large", "at large", id="vocabulary"),
        pytest.param("in the leg", "in the leg", id="free words"),
        pytest.param({"name": "Elm Police", "role": "investigating"}, "Elm Police (investigating)", id="agency"),
        pytest.param(
            {"ordinal": 2, "of": "shooting", "period": "2024-05-02"},
            "the second shooting, Thursday, May 2, 2024",
            id="series",
        ),
        pytest.param(Sequence(ordinal=12, of="stabbing", period="2024"), "the 12th stabbing, 2024", id="model"),
        pytest.param({"ordinal": 21, "of": "shooting"}, "the 21st shooting", id="series without a period"),
        pytest.param(["a", "b"], "a, b", id="list"),
    ],
)
def test_value_in_words(value: object, words: str) -> None:
    """Every kind of value of the ledger has words."""
    assert value_words(value) == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("date", "2024-05-02", "Thursday, May 2, 2024"),
        ("time", "21:40", "9:40 p.m."),
        ("place.state", "MN", "Minnesota"),
        ("killed", 2, "2"),
        ("age", 0, "under one year"),
        ("age", 1, "1"),
    ],
)
def test_value_of_a_property_in_words(name: str, value: object, words: str) -> None:
    """Days, clock times and states are told as such, all else as plain values."""
    assert told_words(name, value) == words


def test_every_published_property_has_a_label() -> None:
    """No page shows the name of a field of the schema."""
    names = {*Incident.model_fields, *Participant.model_fields, *FLAGS} - {
        "main",
        "time_approximate",
        "place",
        "people",
        "text",
    }
    names |= {f"place.{name}" for name in Place.model_fields} - {
        "place.text",
        "place.lat",
        "place.lon",
        "place.precision",
    }
    labels = [label_of(name) for name in sorted(names)]
    assert all(label[0].isupper() and "_" not in label and "." not in label for label in labels)
    assert len(set(labels)) >= len(labels) - 1  # a participant's agency is called as the incident's are


@pytest.mark.parametrize("vocabulary", [Custody, AgencyRole], ids=lambda v: v.__name__)
def test_vocabulary_shows_no_underscore(vocabulary: type[Custody] | type[AgencyRole]) -> None:
    """Words of the closed vocabularies are written for people."""
    assert all("_" not in value_words(value) for value in vocabulary)


@pytest.mark.parametrize("basis", Basis)
def test_every_basis_is_a_sentence(basis: Basis) -> None:
    """Why a value stands is told in a sentence, whatever the rule."""
    assert basis_words(basis).endswith(".")


@pytest.mark.parametrize("certainty", Certainty)
def test_every_certainty_has_voice_and_meaning(certainty: Certainty) -> None:
    """Who says it is told for every certainty, with a source and without."""
    assert "the sheriff" in voice_words("the sheriff", certainty)
    assert voice_words(None, certainty)
    assert certainty_words(certainty).endswith(".")


def test_only_what_is_plainly_stated_stands_without_a_hedge() -> None:
    """An allegation never looks like a fact."""
    assert [certainty for certainty in Certainty if hedge_words(certainty) is None] == [Certainty.STATED]


def test_numbers_counts_and_states() -> None:
    """Small counts are letters in sentences and figures in lists."""
    assert [number_words(n) for n in (0, 1, 9, 10, 1200)] == ["no", "one", "nine", "10", "1,200"]
    assert [count_words(n, "report") for n in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]
    assert [state_name(code) for code in ("MO", "DC", "ZZ")] == ["Missouri", "District of Columbia", "ZZ"]


@pytest.mark.parametrize(("confidence", "words"), [(0.0, "1%"), (0.5, "50%"), (0.97, "97%"), (1.0, "99%")])
def test_no_reader_is_wholly_sure(confidence: float, words: str) -> None:
    """Confidence is shown in percent, never as none and never as all."""
    assert confidence_words(confidence) == words
