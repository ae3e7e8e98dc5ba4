"""Cities by other names than their own."""

import pytest

from citydesk.read.where.nicknames import city_nicknamed


@pytest.mark.parametrize(
    ("words", "city", "police"),
    [
        ("Philly", "Philadelphia", False),
        ("D.C.", "Washington", False),
        ("NYPD", "New York City", True),
        ("Charlotte-Mecklenburg", "Charlotte", True),
        ("Savannah-Chatham", "Savannah", True),
    ],
)
def test_knows_a_city_by_another_name(words: str, city: str, police: bool) -> None:
    """Short names, initials of its police, and those of city and county police in one."""
    named = city_nicknamed(words)
    assert named is not None
    assert (named.city.name, named.police) == (city, police)


@pytest.mark.parametrize("words", ["Springfield", "APD", "KC", "Winston-Salem", "Smith-Jones", "Dallas-area"])
def test_takes_nothing_else_for_one(words: str) -> None:
    """Initials of several cities, a city's own hyphen, two surnames."""
    assert city_nicknamed(words) is None
