"""Medical states in the report's words."""

import pytest

from citydesk.read.who.told import Slot
from tests.read.people import only, people_in, told
from tests.read.who.tellings import told_of


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("A man was shot and is in critical condition.", "in critical condition"),
        ("A man was shot. He is listed in serious but stable condition.", "in serious but stable condition"),
        ("A man was shot and is expected to survive.", "expected to survive"),
        ("A man was shot and suffered non-life-threatening injuries.", "non-life-threatening injuries"),
        ("A man was shot. His injuries are not considered life-threatening.", "are not considered life-threatening"),
        ("A man was shot. The man was treated and released.", "treated and released"),
        ("A man was shot. He underwent surgery.", "underwent surgery"),
        ("A man was shot and is in emergency surgery.", "in emergency surgery"),
        ("A man was critically wounded.", "critically wounded"),
        ("A man was shot and is recovering.", "recovering"),
        ("A man was shot Monday. He is on life support.", "on life support"),
        ("A man was shot. His wounds don't appear to be life-threatening.", "don't appear to be life-threatening"),
        ("A man was shot and will be okay.", "will be okay"),
        ("A man was shot. He is stable at a hospital.", "stable"),
        ("A man was shot. He was listed as critical but stable.", "as critical but stable"),
        ("A man was shot. He was taken to a clinic, where his condition stabilized.", "condition stabilized"),
        ("A man was shot. He refused treatment.", "refused treatment"),
        ("A man was shot. He was conscious and breathing.", "conscious and breathing"),
        ("A man was shot and remains hospitalized.", "remains hospitalized"),
        ("A man was shot. He has since been released.", "released"),
        ("A man was shot. He was not seriously injured.", "not seriously injured"),
        ("A man was shot. He was taken to a clinic for treatment and later released.", "later released"),
        ("A man was shot. His wounds did not appear to be severe.", "did not appear to be severe"),
        ("A man was shot and taken to Grant Palmer hospital in stable condition.", "in stable condition"),
    ],
)
def test_the_state_of_one_wounded_person_is_told(text: str, condition: str) -> None:
    """The words for the state are those of the report, told of the one who was hurt."""
    assert told(only(text).condition) == condition


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot. He is expected to survive.",
        "A man was shot. He is expected to be released from the hospital Monday.",
        "A man was shot. He was booked into jail and has been released on bond.",
        "A man was shot at a hotel that is stable and critical to the town.",
    ],
    ids=["expected", "to come", "from jail", "of a thing"],
)
def test_a_release_to_come_or_from_jail_is_no_state(text: str) -> None:
    """Only who has left the hospital is released."""
    assert not [words for _, words in told_of(text, Slot.CONDITION) if "released" in words or words == "stable"]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("A man was shot and underwent surgery. He is in stable condition.", "in stable condition"),
        ("A man was shot. He is in critical condition but is expected to survive.", "in critical condition"),
        ("A man was critically wounded. He is recovering.", "critically wounded"),
        ("A man was shot and was in critical condition. He is now in stable condition.", "in stable condition"),
    ],
    ids=["state before care", "state before prospect", "hurt before recovering", "the last"],
)
def test_of_several_states_that_of_the_highest_rank_stands(text: str, condition: str) -> None:
    """What a hospital calls the state comes before what is expected and what was done; of equals the last."""
    assert told(only(text).condition) == condition


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A 30-year-old man was shot about 6:30 p.m. and was taken to a hospital with minor injuries.",
            [("A 30-year-old man", "minor injuries")],
        ),
        (
            "Lena Ford was taken to a hospital with what police described as life-threatening injuries.",
            [("Lena Ford", "life-threatening injuries")],
        ),
        (
            "Lena Ford was taken to a hospital with injuries that police believe are not life-threatening.",
            [("Lena Ford", "are not life-threatening")],
        ),
        (
            "The girl died of her injuries, while Omar Vance is in fair condition.",
            [("Omar Vance", "in fair condition")],
        ),
        ("A gunman opened fire, critically wounding two others.", [("two others", "critically wounding")]),
        ("Police believe the wound is life-threatening.", [("", "life-threatening")]),
        ("All of the victims are expected to survive.", [("", "expected to survive")]),
        ("None of the injuries was life-threatening.", [("", "None of the injuries was life-threatening")]),
        ("Omar Vance, also shot, is in good condition.", [("Omar Vance", "in good condition")]),
    ],
)
def test_a_state_is_told_of_its_person(text: str, found: list[tuple[str, str]]) -> None:
    """Not of police who describe it, nor of another who is hurt; of everybody where all are meant."""
    assert told_of(text, Slot.CONDITION) == found


def test_the_dead_are_in_no_condition() -> None:
    """A state that death has overtaken is left out."""
    person = only("A man was shot. He was taken to a hospital in critical condition, where he died.")
    assert told(person.outcome) == "killed"
    assert person.condition is None


def test_words_about_everybody_are_told_of_each() -> None:
    """What is said of all injuries is said of each of the wounded."""
    people = people_in("Lena Ford, 20, and Omar Vance, 31, were wounded. None of the injuries is life-threatening.")
    assert [told(p.condition) for p in people] == ["None of the injuries is life-threatening"] * 2


def test_the_injuries_of_all_whom_a_sentence_lists_are_told_of_each() -> None:
    """What "their injuries" are is told of the whole list, not of its first alone."""
    text = "Two students and a 67-year-old woman were shot, but their injuries are not considered life-threatening."
    assert [told(person.condition) for person in people_in(text)] == ["are not considered life-threatening"] * 2


def test_a_dash_behind_a_list_ends_no_sentence() -> None:
    """Both of "Ann Lee, 29, and Bo Diaz, 22 — were seriously injured" were."""
    people = people_in("Ann Lee, 29, and Bo Diaz, 22 — were seriously injured in the shooting.")
    assert [told(person.condition) for person in people] == ["seriously injured", "seriously injured"]
