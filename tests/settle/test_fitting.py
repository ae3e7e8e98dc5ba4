"""What cannot be, given the rest of the record, does not stand where something else is said."""

from citydesk.model import Basis
from tests.link.made import make_participant
from tests.settle.told import reports_in, settle_all, standing_of, tell


def test_no_day_stands_that_is_later_than_the_first_report() -> None:
    """A report of the 6th was about it: two later ones mistake the day of a vigil for that of the shooting."""
    told = (
        tell("a", "2021-03-06", date="2021-03-05"),
        tell("b", "2021-03-15", date="2021-03-12"),
        tell("c", "2021-03-16", date="2021-03-12"),
    )
    standing = standing_of(settle_all(*told), "date")
    assert (standing.value, standing.basis) == ("2021-03-05", Basis.FITTING)
    assert reports_in(standing.against) == ["b", "c"]


def test_a_first_report_without_a_day_bounds_it_too() -> None:
    """What it does not say, its own day of publication does."""
    told = (
        tell("a", "2021-03-06", killed=0),
        tell("b", "2021-03-15", date="2021-03-12"),
        tell("c", "2021-04-01", date="2021-03-05"),
    )
    assert standing_of(settle_all(*told), "date").value == "2021-03-05"


def test_a_day_that_cannot_be_stands_where_nothing_else_is_said() -> None:
    """A record leaves no word out."""
    told = (tell("a", "2021-03-06", killed=0), tell("b", "2021-03-15", date="2021-03-12"))
    assert standing_of(settle_all(*told), "date").value == "2021-03-12"


def test_the_street_is_that_of_a_report_that_has_the_city() -> None:
    """Two reports have it in Moorhead; the street and the state of the one that has it in Fargo do not go with that."""
    fargo = {"city": "Fargo", "state": "ND", "address": "12th Street", "county": "Cass County"}
    moorhead = {"city": "Moorhead", "state": "MN", "address": "Larimore Avenue"}
    told = (
        tell("a", "2021-03-06", place=fargo),
        tell("b", "2021-03-06", place=moorhead),
        tell("c", "2021-03-07", place={"city": "Moorhead"}),
    )
    settled = settle_all(*told)
    address, state = (standing_of(settled, f"place.{level}") for level in ("address", "state"))
    assert (address.value, address.basis) == ("Larimore Avenue", Basis.FITTING)
    assert (state.value, reports_in(state.against)) == ("MN", ["a"])
    assert standing_of(settled, "place.county").value == "Cass County"


def test_the_dead_by_name_are_counted_in() -> None:
    """Three reports say that nobody died; two people are dead by name, and one report reckons with them."""
    dead = [make_participant(name=name, outcome="killed") for name in ("Odell Marsh", "Ines Calloway")]
    told = [tell(f"r{n}", "2021-03-06", killed=0) for n in range(3)]
    standing = standing_of(settle_all(*told, tell("late", "2021-03-06", *dead, killed=2)), "killed")
    assert (standing.value, standing.basis) == (2, Basis.FITTING)
