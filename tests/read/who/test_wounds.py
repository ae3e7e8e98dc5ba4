"""Where people were hit."""

import pytest

from citydesk.read.who.wounds import names_part
from tests.read.people import people_in, told


@pytest.mark.parametrize(
    ("text", "wound"),
    [
        ("A man was shot in the leg.", "in the leg"),
        ("A man was shot in the back of the head.", "in the back of the head"),
        ("Police found a man with a gunshot wound to the chest.", "to the chest"),
        ("A man was shot twice in his left arm and shoulder.", "in his left arm and shoulder"),
        ("A gunman shot a man in the face.", "in the face"),
        ("A man was stabbed in the neck, chest and back.", "in the neck, chest and back"),
        ("A man was shot. The bullet went through his foot.", "through his foot"),
        ("A man was shot. The bullet went through his door.", None),
        ("A man was shot twice in the chest and once in the side.", "in the chest and once in the side"),
        ("A man was shot. A bullet grazed the man's left arm.", "left arm"),
        ("A man was shot. His leg was grazed by a bullet.", "leg"),
        ("Police found a man with a head wound from a shooting; the man was shot.", "head wound"),
        ("A man was shot and was bleeding from the head.", "from the head"),
        ("A man shot a man in Temple.", None),
        ("A man was shot, and the gunman fled on foot.", None),
        ("A man was shot by a man who held a gun to her head.", None),
        ("A man was shot by two men who entered with their faces covered.", None),
        ("A man was shot in the back seat of a car.", None),
        ("A man was shot with a gun in his hand.", None),
        ("A man was shot in the back of the house.", None),
    ],
)
def test_a_wound_is_told_as_worded(text: str, wound: str | None) -> None:
    """Preposition and part of the body are kept; places and what is held are no wounds."""
    victim = next(p for p in people_in(text) if p.role.value == "victim")
    assert told(victim.wound) == wound


def test_each_wound_goes_to_its_person() -> None:
    """Two people hit in one sentence keep their own wounds."""
    people = people_in("Lena Ford was shot in the arm and Omar Vance was shot in the hip.")
    assert [(told(p.name), told(p.wound)) for p in people] == [
        ("Lena Ford", "in the arm"),
        ("Omar Vance", "in the hip"),
    ]


def test_words_name_a_part_of_the_body() -> None:
    """What the encoder marks is taken where it names a part of the body, whole."""
    assert names_part("to his left shoulder")
    assert not any(names_part(words) for words in ("in the", "wound", "above", "a headline"))
