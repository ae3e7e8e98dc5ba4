"""Keys, by which tellings are found that are worth comparing."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from citydesk.link import Telling, keys_of
from citydesk.link.words import hash_names
from citydesk.model import ReportId
from tests.link.made import DAY, make_person, make_telling, tellings


def _share_a_key(a: Telling, b: Telling) -> bool:
    return bool(set(keys_of(a)) & set(keys_of(b)))


def _bare(report: str, **given: Any) -> Telling:
    """A telling that says only what is given."""
    nothing: dict[str, Any] = {"street": None, "people": (), "city": None, "state": None, "title_words": frozenset()}
    return make_telling(report, text="", **{**nothing, **given})


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"people": (make_person(),), "state": "ND"}, {"people": (make_person(),), "state": "ND", "first_day": None}),
        ({"people": (make_person(),)}, {"people": (make_person(name="odell james marsh"),), "published": DAY + 90}),
        ({"city": "fargo"}, {"city": "fargo", "first_day": DAY + 4, "last_day": DAY + 4}),
        ({"city": "fargo"}, {"city": "fargo", "first_day": None, "last_day": None, "published": DAY + 3}),
        ({"city": "fargo"}, {"city": "fargo", "first_day": DAY - 8, "last_day": DAY}),
        ({"street": "larimore"}, {"street": "larimore", "first_day": DAY + 28, "last_day": DAY + 28}),
        ({"site": "island park"}, {"site": "island park"}),
        (
            {"state": "ND", "people": (make_person(name=None),)},
            {"state": "ND", "city": "fargo", "people": (make_person(name=None, sex=None),)},
        ),
    ],
    ids=["name, state", "name, season", "city, days", "city, published", "city, interval", "street", "site", "age"],
)
def test_tellings_that_may_be_one_share_a_key(a: dict[str, Any], b: dict[str, Any]) -> None:
    """One thing in common at about one time is enough to be compared."""
    assert _share_a_key(_bare("r1", **a), _bare("r2", **b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"city": "fargo", "state": "ND"}, {"city": "fargo", "state": "GA"}),
        ({"city": "fargo"}, {"city": "fargo", "first_day": DAY + 8, "last_day": DAY + 8}),
        ({"people": (make_person(name="marsh", age=None),)}, {"people": (make_person(name="marsh", age=None),)}),
        ({}, {}),
    ],
    ids=["a city of that name elsewhere", "a week later", "a last name alone", "nothing in common"],
)
def test_tellings_that_are_not_compared(a: dict[str, Any], b: dict[str, Any]) -> None:
    """What many have in common makes no key: cost would grow with the square of the reports."""
    assert not _share_a_key(_bare("r1", **a), _bare("r2", **b))


def test_a_name_that_was_not_read_finds_its_incident() -> None:
    """A trial names the victim months later, in words that the reader took for nobody."""
    a = _bare("r1", state="ND", names=hash_names("Zebulon Quillfeather"))
    later = {"first_day": DAY + 150, "last_day": DAY + 150, "published": DAY + 150}
    assert _share_a_key(a, _bare("r2", state="ND", names=hash_names("the death of Zebulon Quillfeather"), **later))
    assert not _share_a_key(a, _bare("r2", state="GA", names=hash_names("Zebulon Quillfeather"), **later))


@pytest.mark.parametrize(
    "rare",
    [{"people": (make_person(name=None, age=4),)}, {"killed": 2, "injured": 3}],
    ids=["a child of four", "five hit"],
)
def test_what_is_rare_finds_its_incident_where_the_place_was_misread(rare: dict[str, Any]) -> None:
    """Few shootings in the country have such victims on such a day."""
    assert _share_a_key(_bare("r1", state="ND", **rare), _bare("r2", state="MN", **rare))
    assert not _share_a_key(_bare("r1", state="ND"), _bare("r2", state="MN"))


def test_copies_share_a_key_whatever_was_read() -> None:
    """The wording alone finds a copy."""
    a = make_telling("r1", people=(), city=None, state=None, street=None, first_day=None, published=None)
    assert _share_a_key(a, replace(a, id=(ReportId("r2"), 0)))


@settings(max_examples=40)
@given(tellings())
def test_keys_are_sorted_and_each_stands_once(telling: Telling) -> None:
    """The ledger stores keys as they come."""
    assert list(keys_of(telling)) == sorted(set(keys_of(telling)))
