"""An incident in one plain sentence."""

from typing import Any

import pytest

from citydesk.desk.blotter import describe, place_of, sentence_of, spot_of, tally_of
from citydesk.ledger import IncidentLine
from citydesk.model import Basis, ClaimId, IncidentId, Record, RecordPerson, ReportId, Standing, Subject


def make_line(**more: Any) -> IncidentLine:
    """A line of which nothing is told but what is given."""
    told: dict[str, Any] = {
        **dict.fromkeys(("date", "time", "city", "state", "place_text", "killed", "injured"), None),
        **dict.fromkeys(("officer_shot", "shot_by_officer"), None),
    }
    return IncidentLine(**{"id": IncidentId("x"), **told, "reports": 1, "headline": "", "disputed": 0, **more})


def make_person(number: int = 1, **values: Any) -> RecordPerson:
    """A participant of whom these values stand."""
    standing = tuple(
        Standing(subject=Subject(property=name, person=number), value=value, claim=ClaimId("c"), basis=Basis.ONLY)
        for name, value in values.items()
    )
    return RecordPerson(number=number, text="somebody", values=standing)


def make_record(*people: RecordPerson) -> Record:
    """A record of these participants."""
    return Record(incident=IncidentId("x"), people=people, reports=(ReportId("r"),))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        pytest.param({}, "The reports give no count of people killed or injured.", id="nothing"),
        pytest.param({"killed": 1, "injured": 3}, "One person was killed and three were injured.", id="both"),
        pytest.param({"killed": 2, "injured": 1}, "Two people were killed and one was injured.", id="two and one"),
        pytest.param({"killed": 1}, "One person was killed.", id="killed alone"),
        pytest.param({"injured": 12}, "12 people were injured.", id="figures from ten"),
        pytest.param({"killed": 0, "injured": 2}, "Two people were injured; nobody was killed.", id="nobody killed"),
        pytest.param({"killed": 1, "injured": 0}, "One person was killed.", id="nobody injured"),
        pytest.param({"killed": 0, "injured": 0}, "Nobody was killed or injured.", id="nobody at all"),
        pytest.param({"killed": 0}, "Nobody was killed.", id="only that nobody died"),
        pytest.param({"injured": 0}, "Nobody was injured.", id="only that nobody was hurt"),
        pytest.param(
            {"officer_shot": True, "injured": 1}, "An officer was shot; one person was injured.", id="officer shot"
        ),
        pytest.param(
            {"shot_by_officer": True, "killed": 1}, "An officer shot someone; one person was killed.", id="by police"
        ),
        pytest.param(
            {"officer_shot": True, "shot_by_officer": True},
            "An officer was shot and police opened fire.",
            id="both ways",
        ),
        pytest.param({"officer_shot": False, "killed": 1}, "One person was killed.", id="no officer"),
    ],
)
def test_sentence_from_counts(told: dict[str, Any], sentence: str) -> None:
    """Counts and flags make a sentence; zero is told and None is not."""
    assert sentence_of(make_line(**told)) == sentence


@pytest.mark.parametrize(
    ("told", "people", "sentence"),
    [
        pytest.param(
            {"killed": 1, "injured": 3},
            [{"age": 27, "sex": "male", "outcome": "killed"}],
            "A 27-year-old man was killed and three people were injured.",
            id="one described",
        ),
        pytest.param(
            {"killed": 1, "injured": 1, "officer_shot": True},
            [{"role": "suspect", "outcome": "killed"}, {"officer": True, "outcome": "injured"}],
            "The suspect was killed and an officer was injured.",
            id="the officer is told once",
        ),
        pytest.param(
            {"killed": 2},
            [{"age": 4, "sex": "female", "outcome": "killed"}, {"age": 30, "sex": "female", "outcome": "killed"}],
            "A 4-year-old girl and a 30-year-old woman were killed.",
            id="two described",
        ),
        pytest.param(
            {"killed": 2},
            [{"sex": "male", "outcome": "killed"}, {"sex": "male", "outcome": "killed"}],
            "Two people were killed.",
            id="not twice the same words",
        ),
        pytest.param(
            {"injured": 3},
            [{"sex": "male", "outcome": "injured"}, {"count": 2, "outcome": "injured"}],
            "Three people were injured.",
            id="a group is counted",
        ),
        pytest.param(
            {"killed": 2}, [{"age": 9, "outcome": "killed"}], "Two people were killed.", id="not all told apart"
        ),
    ],
)
def test_sentence_from_people(told: dict[str, Any], people: list[dict[str, Any]], sentence: str) -> None:
    """Where the record tells everybody apart, they are described and not counted."""
    record = make_record(*(make_person(n, **values) for n, values in enumerate(people, 1)))
    assert sentence_of(make_line(**told), record) == sentence


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"officer": True, "age": 30}, "an officer"),
        ({"age": 8, "sex": "male"}, "an 8-year-old boy"),
        ({"age": 17, "sex": "female"}, "a 17-year-old girl"),
        ({"age": 18, "sex": "male"}, "an 18-year-old man"),
        ({"age": 85}, "an 85-year-old"),
        ({"age": 0, "sex": "male"}, "a baby boy"),
        ({"age": 0}, "a baby"),
        ({"sex": "female"}, "a woman"),
        ({"role": "suspect"}, "the suspect"),
        ({}, "one person"),
    ],
)
def test_person_without_name(values: dict[str, Any], words: str) -> None:
    """A participant is described by what is known, never by name."""
    assert describe(make_person(**values)) == words


def test_places_and_tally() -> None:
    """Places are told as far as they are known, and counts only where somebody is counted."""
    assert place_of(make_line(city="Tulsa", state="OK")) == "Tulsa, Oklahoma"
    assert place_of(make_line(state="OK")) == "Oklahoma"
    assert place_of(make_line()) == "Place not told"
    assert spot_of(make_line(city="Tulsa", place_text="Tulsa")) is None
    assert spot_of(make_line(city="Tulsa", place_text="near Main Street")) == "near Main Street"
    assert tally_of(make_line(killed=1, injured=3)) == "1 killed, 3 injured"
    assert tally_of(make_line(killed=0)) == ""
