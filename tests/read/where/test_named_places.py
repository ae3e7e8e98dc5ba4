"""Places with names of their own, neighbourhoods, and sorts of places."""

import pytest

from citydesk.model import PlaceKind
from citydesk.read.where.named_places import find_named_places
from citydesk.read.where.place_kinds import find_kinds, kind_of_name
from tests.tagged import parse_tagged


@pytest.mark.parametrize(
    "example",
    [
        "It happened at <name kind=home>Cedar Bluff Apartments</name> on Sunday.",
        "It happened at the <name kind=home>Green Meadows apartment complex</name> on Sunday.",
        "It happened at the <name kind=home>Larkin Arms apartment complex</name> on Sunday.",
        "Shots were fired inside <name kind=business>Park Place Mall</name>.",
        "Shots were fired outside <name kind=bar_or_club>Club Onyx</name>.",
        "A fight began at <name kind=bar_or_club>Silver Spur Bar and Grill</name>.",
        "He was shot outside a <name kind=business>Walgreens</name>.",
        "Students of <name kind=school>Lincoln High School</name> were told.",
        "She died at <name kind=medical>Mercy Regional Medical Center</name>.",
        "He was taken to the <name kind=public_building>Polk County Jail</name>.",
        "It happened in the <name>Coney Island</name> neighborhood.",
        "It happened on the city's <name>East Side</name>.",
        "It happened in <name>southwest Houston</name>.",
        "It happened <name>downtown</name> on Sunday.",
        "nothing: He was shot on the east side of the house.",
        "nothing: Leaders of the Black community met.",
        "It happened in the <name>Mayberry</name> community.",
        "nothing: The Detroit community mourned outside a Detroit community hall.",
        "nothing: A man was shot at a bar.",
    ],
)
def test_finds_a_place_with_a_name(example: str) -> None:
    """The name as worded, with the sort of place that it says; quarters of a city have none."""
    text, tags = parse_tagged(example, {"kind"})
    found = [(p.span.start, p.name, p.kind.value if p.kind else None) for p in find_named_places(text)]
    assert found == [(t.start, text[t.start : t.end], t.attributes.get("kind")) for t in tags]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Elm Court Apartments", PlaceKind.HOME),
        ("Tin Lantern Tavern", PlaceKind.BAR_OR_CLUB),
        ("Sunset Inn", PlaceKind.HOTEL),
        ("Grace Church", PlaceKind.WORSHIP),
        ("Mercy Medical Center", PlaceKind.MEDICAL),
        ("Eastgate Shopping Center", PlaceKind.BUSINESS),
        ("Larkin", None),
        ("", None),
    ],
)
def test_a_name_says_its_sort_of_place(name: str, kind: PlaceKind | None) -> None:
    """The last words of a name tell."""
    assert kind_of_name(name) is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was shot inside a home.", [("home", "home", "inside")]),
        ("They met in the parking lot of a convenience store.", [("parking lot", "parking_lot", "in")]),
        (
            "He sat in a parked car outside the nightclub.",
            [("parked car", "vehicle", "in"), ("nightclub", "bar_or_club", "outside")],
        ),
        ("Two apartments were hit.", [("apartments", "home", None)]),
        ("He was placed under house arrest.", []),
        ("She drove home.", []),
        ("It was a home invasion.", []),
    ],
)
def test_finds_sorts_of_places(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """The words, the sort and the preposition that puts something there; not what only sounds like a place."""
    cues = [(text[c.span.start : c.span.end], c.kind.value, c.preposition) for c in find_kinds(text, 0, len(text))]
    assert cues[: len(found)] == found
    assert bool(cues) == bool(found)
