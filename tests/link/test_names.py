"""Names of people, made plain and compared."""

import pytest

from citydesk.link import plain_name, same_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Odell J. Marsh Jr.", "odell marsh"),
        ("Inés Calloway-Ruiz", "ines calloway ruiz"),
        ("D'Andre O’Neal", "andre neal"),
        ("J.", None),
    ],
    ids=["initial and suffix", "accent and hyphen", "apostrophes", "only an initial"],
)
def test_names_are_made_plain(name: str, plain: str | None) -> None:
    """Initials, suffixes, accents and marks do not matter."""
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("odell marsh", "odell marsh"),
        ("odell marsh", "marsh"),
        ("daniel whitcomb", "dan whitcomb"),
        ("daniel whitcomb", "daniel whitcombe"),
        ("catherine orlova", "katherine orlova"),
        ("maria ines calloway", "ines calloway"),
    ],
    ids=["alike", "last name alone", "short form", "misspelt last name", "misspelt first name", "middle name used"],
)
def test_names_that_can_be_one_persons(a: str, b: str) -> None:
    """Short, misspelt and partial forms are of one person, in either order."""
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("odell marsh", "rufus marsh"),
        ("odell marsh", "odell crane"),
        ("marsh", "marks"),
        ("li wei", "li wen"),
    ],
    ids=["other first name", "other last name", "short names alike", "one letter of three"],
)
def test_names_of_two_people(a: str, b: str) -> None:
    """Another first or last name is another person."""
    assert not same_name(a, b)
    assert not same_name(b, a)
