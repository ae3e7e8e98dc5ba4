"""Medical states in the report's words."""

import pytest

from tests.read.people import only, people_in, told


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
    ],
)
def test_the_state_of_one_wounded_person_is_told(text: str, condition: str) -> None:
    """The words for the state are those of the report, told of the one who was hurt."""
    assert told(only(text).condition) == condition


def test_of_several_states_the_furthest_stands() -> None:
    """Who was first in critical condition and then stable is told as stable."""
    person = only("A man was shot and was in critical condition. On Friday he was in stable condition.")
    assert told(person.condition) == "in stable condition"


def test_the_dead_are_in_no_condition() -> None:
    """A state that death has overtaken is left out."""
    person = only("A man was shot. He was taken to a hospital in critical condition, where he died.")
    assert told(person.outcome) == "killed"
    assert person.condition is None


def test_words_about_everybody_are_told_of_each() -> None:
    """What is said of all injuries is said of each of the wounded."""
    people = people_in("Lena Ford, 20, and Omar Vance, 31, were wounded. None of the injuries is life-threatening.")
    assert [told(p.condition) for p in people] == ["None of the injuries is life-threatening"] * 2
