"""Street addresses, made plain."""

import pytest

from citydesk.link import Street, plain_street


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("the 4100 block of West Potomac Avenue", Street("potomac", 4100)),
        ("4123 Potomac Ave.", Street("potomac", 4100)),
        ("31st and Van Brunt", Street("31st & van brunt", None)),
        ("Van Brunt Boulevard at 31st Street", Street("31st & van brunt", None)),
        ("31st Street", Street("31st", None)),
        ("North Avenue", Street("north avenue", None)),
        ("Highway 61", Street("61", None)),
    ],
    ids=["block", "house", "crossing", "crossing turned round", "numbered street", "only kinds", "highway"],
)
def test_streets_are_made_plain(address: str, street: Street) -> None:
    """Directions, kinds of street and the order of a crossing do not matter."""
    assert plain_street(address) == street


@pytest.mark.parametrize("address", ["", "1200", "block of the"], ids=["empty", "number alone", "no street"])
def test_no_street(address: str) -> None:
    """An address without words of a street gives None."""
    assert plain_street(address) is None
