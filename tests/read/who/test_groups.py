"""People told twice, and groups squared with people told singly."""

import pytest

from tests.read.people import parts_in, people_in, told


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "A 26-year-old woman is dead. Officers found a woman with a gunshot wound.",
            [("victim", "A 26-year-old woman", 1)],
        ),
        (
            "A man was killed and three others were wounded.",
            [("victim", "A man", 1), ("victim", "three others", 3)],
        ),
        (
            "Four people were shot. Omar Vance, 31, was hit in the leg.",
            [("victim", "Four people", 3), ("victim", "Omar Vance, 31", 1)],
        ),
        (
            "Two people were shot. Omar Vance, 31, and Lena Ford, 20, were hit.",
            [("victim", "Omar Vance, 31", 1), ("victim", "Lena Ford, 20", 1)],
        ),
        (
            "Two boys, 14 and 15, were shot.",
            [("victim", "Two boys, 14 and 15", 1), ("victim", "Two boys, 14 and 15", 1)],
        ),
        (
            "A man was shot Monday. Another man was shot Tuesday.",
            [("victim", "A man", 1), ("victim", "Another man", 1)],
        ),
        (
            "Three people were killed. The three victims were found at home.",
            [("victim", "Three people", 3)],
        ),
    ],
)
def test_nobody_is_counted_twice(text: str, parts: list[tuple[str, str, int]]) -> None:
    """What is told again is one person; a group keeps only those who are not told singly."""
    assert parts_in(text) == parts


def test_listed_ages_make_as_many_persons() -> None:
    """A group with an age for each is told as so many persons."""
    assert [told(p.age) for p in people_in("Two boys, 14 and 15, were shot.")] == [14, 15]


def test_what_is_said_of_a_group_is_said_of_its_members() -> None:
    """The state of all is the state of each who has no other."""
    people = people_in("Omar Vance, 31, and Lena Ford, 20, were shot. Both are in stable condition.")
    assert [told(p.condition) for p in people] == ["in stable condition"] * 2


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Three Salina men, Casey Oster; Riley Lumen; and Quinn Farrow, were shot and killed, police said.", "male"),
        ("Two women, Casey Lowe and Riley Marsh, were shot and killed on Friday, police said.", "female"),
        ("Two people, Casey Lowe and Riley Marsh, were shot and killed on Friday, police said.", None),
    ],
)
def test_named_members_have_the_sex_of_their_group(text: str, sex: str | None) -> None:
    """Of names that women and men have alike, the group tells."""
    people = people_in(text)
    assert len(people) > 1
    assert {None if told(person.sex) is None else str(told(person.sex)) for person in people} == {sex}
