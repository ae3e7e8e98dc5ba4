"""Counts that follow from the participants."""

from citydesk.model import Basis
from tests.link.made import make_participant
from tests.settle.told import settle_all, standing_of, tell


def test_participants_are_counted_where_no_total_is_stated() -> None:
    """Two dead and a wounded group of three give 2 and 3, resting on what is said of each."""
    dead = [make_participant(name=name, outcome="killed") for name in ("Odell Marsh", "Rufus Tane")]
    others = make_participant("three others", outcome="injured", count=3)
    settled = settle_all(tell("a", "2021-03-06", *dead, others))
    killed = standing_of(settled, "killed")
    assert (killed.value, killed.basis) == (2, Basis.COUNTED)
    assert (killed.claim, killed.agree) == ("a/0/people.0.outcome", ("a/0/people.1.outcome",))
    assert standing_of(settled, "injured").value == 3


def test_a_stated_total_is_not_counted_again() -> None:
    """What a report states stands, whatever the participants come to."""
    settled = settle_all(tell("a", "2021-03-06", make_participant(outcome="killed"), killed=4))
    assert (standing_of(settled, "killed").value, settled.record.get("injured")) == (4, None)


def test_a_group_is_not_counted_beside_those_whom_it_has() -> None:
    """Two men on Friday are the two whom Saturday's report names."""
    friday = tell("a", "2021-03-05", make_participant("two men", outcome="injured", count=2))
    named = [make_participant(name=name, outcome="injured") for name in ("Odell Marsh", "Rufus Tane")]
    settled = settle_all(friday, tell("b", "2021-03-06", *named))
    assert standing_of(settled, "injured").value == 2
