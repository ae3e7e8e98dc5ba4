"""Features of a pair of tellings."""

from typing import Any

import pytest
from hypothesis import given, settings

from citydesk.link import Telling, ToldPerson, features
from citydesk.link.features import FEATURES
from tests.link.made import DAY, make_person, make_telling, tellings

_UNSAID = {"first_day": None, "last_day": None}


@pytest.mark.parametrize(
    ("name", "a", "b", "level"),
    [
        ("day", {}, {}, "the same"),
        ("day", {}, {"first_day": DAY + 1, "last_day": DAY + 1}, "a day apart"),
        ("day", {}, {"first_day": DAY - 3, "last_day": DAY + 3}, "perhaps the same"),
        ("day", {}, {"first_day": DAY + 2, "last_day": DAY + 3}, "two or three days apart"),
        ("day", {}, {"first_day": DAY + 40, "last_day": DAY + 40}, "further apart"),
        ("day", {}, _UNSAID, None),
        ("told", {}, {**_UNSAID, "published": DAY + 6}, "about a week apart"),
        ("told", {}, {**_UNSAID, "published": DAY - 1}, "before it"),
        ("told", {}, {}, None),
        ("foretold", {}, {"published": DAY - 2}, "before it"),
        ("published", {}, {"published": DAY + 31}, "weeks apart"),
        ("clock", {"minute": 10}, {"minute": 1435}, "the same"),
        ("area", {}, {}, "the same city"),
        ("area", {}, {"state": "MN"}, "different states"),
        ("area", {}, {"city": "moorhead", "lat": 46.87, "lon": -96.76}, "cities nearby"),
        ("area", {}, {"city": "minot", "lat": 48.2, "lon": -101.3}, "different cities"),
        ("area", {}, {"city": None}, "the same state"),
        ("area", {"city": None}, {"city": None, "state": None}, None),
        ("spot", {}, {"street": "larimore"}, "a street in common"),
        ("spot", {"street": "elm", "block": 400}, {"street": "elm", "block": 400}, "the same block"),
        ("spot", {}, {"street": "elm"}, "different streets"),
        ("spot", {"street": None}, {}, None),
        ("killed", {"killed": 0}, {"killed": 1}, "one more"),
        ("hit", {"killed": 0, "injured": 3}, {"killed": 1, "injured": 2}, "the same"),
        ("officer_shot", {"flags": (True,) * 5}, {"flags": (None,) * 5}, "only one says so"),
        ("domestic", {"flags": (False,) * 5}, {"flags": (None,) * 5}, None),
        ("weapons", {"weapons": ("firearm",)}, {"weapons": ("firearm",)}, None),
        ("ordinal", {"ordinal": 1}, {"ordinal": 2}, "different"),
        ("background", {}, {"main": False}, "one"),
        ("copy", {}, {}, 1.0),
        ("wording", {"words": frozenset()}, {}, None),
        ("mentioned", {}, {"people": ()}, "one person"),
        ("mentioned", {"people": (make_person(name="ines calloway"),)}, {"people": ()}, "nobody"),
        ("mentioned", {"people": ()}, {"people": (make_person(name="marsh"),)}, None),
        ("proper_names", {}, {"names": frozenset()}, None),
        ("proper_names", {"names": frozenset([1])}, {"names": frozenset([2])}, 0.0),
    ],
)
def test_a_feature_gives_its_level(name: str, a: dict[str, Any], b: dict[str, Any], level: object) -> None:
    """Each feature says in words, or as a share, what two tellings have in common."""
    assert getattr(features, name)(make_telling("r1", **a), make_telling("r2", **b)) == level


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ([make_person()], [make_person(name="odel marsh")], "one name"),
        ([make_person()], [make_person(name="marsh")], "a last name"),
        ([make_person()], [make_person(name="rufus tane")], "other victims"),
        ([make_person()], [make_person(name="rufus tane", role="suspect")], "other people"),
        ([make_person()], [make_person(name=None)], None),
        (
            [make_person(), make_person(name="ines calloway")],
            [make_person(name="ines calloway"), make_person()],
            "two names or more",
        ),
    ],
    ids=["misspelt", "last name", "other victim", "suspect and victim", "unnamed", "both"],
)
def test_names_are_compared(a: list[ToldPerson], b: list[ToldPerson], level: str | None) -> None:
    """Names weigh by how many and how fully they agree, and by whose they are."""
    assert features.names(make_telling("r1", people=tuple(a)), make_telling("r2", people=tuple(b))) == level


@settings(max_examples=40)
@given(tellings(), tellings())
def test_every_feature_is_the_same_in_either_order(a: Telling, b: Telling) -> None:
    """Which report came first does not matter."""
    assert [compare(a, b) for compare in FEATURES] == [compare(b, a) for compare in FEATURES]


@settings(max_examples=40)
@given(tellings(), tellings())
def test_shares_lie_between_nothing_and_all(a: Telling, b: Telling) -> None:
    """A feature that is not a level in words is a share."""
    levels = [compare(a, b) for compare in FEATURES]
    assert all(0.0 <= level <= 1.0 for level in levels if isinstance(level, float))
