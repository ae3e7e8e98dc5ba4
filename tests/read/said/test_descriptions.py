"""Descriptions of those who are not named."""

import pytest

from citydesk.read.said.descriptions import is_own_name, is_person, is_several, is_thing, wants_no_name, worded


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Police", "police"),
        ("A neighbor", "a neighbor"),
        ("Court documents", "court documents"),
        ("KXYZ", "KXYZ"),
        ("Alton Courier", "Alton Courier"),
    ],
)
def test_a_description_is_in_lower_case_unless_it_is_a_name(words: str, value: str) -> None:
    """A capital at the head of a sentence is dropped, a name's is kept."""
    assert worded(words) == value


@pytest.mark.parametrize(
    ("words", "person", "several", "thing"),
    [
        ("a neighbor", True, False, False),
        ("one of the teens", True, True, False),
        ("family members", False, True, False),
        ("the affidavit", False, False, True),
        ("KXYZ", False, False, False),
        ("a police investigation", False, False, True),
        ("the teens' father", True, False, False),
        ("at least one owner", True, False, False),
    ],
)
def test_tells_persons_groups_and_things(words: str, person: bool, several: bool, thing: bool) -> None:
    """What "he", "they" and "it" can go back to."""
    assert (is_person(words), is_several(words), is_thing(words)) == (person, several, thing)


def test_tells_own_names_and_who_wants_none() -> None:
    """Capitals are a name; who declined to be named has none."""
    assert is_own_name("Alton Courier")
    assert not is_own_name("a neighbor")
    assert wants_no_name("a woman who asked not to be identified")
    assert not wants_no_name("a woman who ran")
