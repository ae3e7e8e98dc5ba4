"""Whom police look for, and who got away."""

import pytest

from citydesk.read.who.told import Slot
from tests.read.who.tellings import tagged_of, told_of

_SOUGHT = [
    "Police are looking for <sought>a gunman</sought>.",
    "The search continues for <sought>two men</sought>.",
    "A manhunt is on for <sought>the shooter</sought>.",
    "Detectives are trying to identify <sought>the gunmen</sought>.",
    "Police are tracking down <sought>a suspect</sought>.",
    "<sought>Omar Vance</sought> is wanted for murder.",
    "A warrant was issued for <sought>Omar Vance</sought>.",
    "<at_large>The gunman</at_large> drove away.",
    "<at_large>The shooter</at_large> left the scene.",
    "<at_large>The suspect</at_large> has not been caught.",
    "<at_large>Two suspects</at_large> have not been found.",
    "nothing: Police are looking for a witness.",
    "nothing: The boy ran to a store.",
    "nothing: Police track crime.",
    "nothing: Omar Vance is not wanted.",
    "nothing: The gun has not been found.",
]


@pytest.mark.parametrize("example", _SOUGHT)
def test_a_search_is_told_of_whom_it_is_for(example: str) -> None:
    """Sought or at large; not witnesses, things, or what is denied."""
    found, tagged = tagged_of(example, Slot.CUSTODY)
    assert found == tagged


def test_a_search_for_a_car_is_for_those_who_fired_from_it() -> None:
    """A search that names nobody is told of whoever did it."""
    found = told_of("A gunman opened fire. Police are looking for a white sedan.", Slot.CUSTODY)
    assert found == [("A gunman", "sought")]


def test_a_reward_shows_that_nobody_is_caught() -> None:
    """So does a reward; a search alone, where nobody is known to have fired, tells of nobody."""
    assert told_of("A gunman opened fire. A reward of $500 is offered.", Slot.CUSTODY) == [("A gunman", "sought")]
    assert told_of("A girl was found. A reward of $500 was paid.", Slot.CUSTODY) == []
