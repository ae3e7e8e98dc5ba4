"""Who was there."""

import pytest

from citydesk.read.who.told import Slot
from tests.read.who.tellings import tagged_of

_THERE = [
    "<witness>A neighbor</witness> called 911.",
    "<witness>Ann Roe</witness> told police that it was dark.",
    "<witness>A friend</witness> drove the boy to a hospital.",
    "The boy was taken to a hospital by <witness>his mother</witness>.",
    "<witness>A passenger</witness> performed CPR.",
    "<witness>Her father</witness> found the girl shot.",
    "<witness>Two guests</witness> ran outside.",
    "<witness>The homeowner</witness> hid in a closet.",
    "Police questioned <witness>three students</witness>.",
    "<witness>Two children</witness> were in the house at the time.",
    "There were <witness>two children</witness> in the car when it happened.",
    "The boy was home with <witness>his sister</witness>.",
    "It happened in front of <witness>his sister</witness>.",
    "<witness>A resident</witness>, who declined to be named, lives nearby.",
    "Police got a call from <witness>his mother</witness>.",
    "<witness>Ann Roe</witness> said <witness>she</witness> heard shots.",
    "<witness>Her parents</witness> came home to a dark house.",
    "<witness>The passenger</witness> was not injured.",
    "“I saw a man with a gun. I ran,” <witness>Ann Roe</witness> said.",
    "<witness>Ann Roe</witness> said: “It was late. I heard a shot.”",
]
_NOT_THERE = [
    "nothing: The mother was not home at the time.",
    "nothing: Nobody called 911.",
    "nothing: Ann Roe called her lawyer.",
    "nothing: Officers found the girl shot.",
    "nothing: Ann Roe was taken home.",
    "nothing: Ann Roe would have heard shots.",
    "nothing: Ann Roe was with the company for years.",
    "nothing: Ann Roe asked for a raise.",
    "nothing: “It is sad,” Ann Roe said.",
]


@pytest.mark.parametrize("example", _THERE)
def test_who_was_there_is_a_witness(example: str) -> None:
    """Who heard, called, helped, hid, was questioned or spared."""
    found, tagged = tagged_of(example, Slot.ROLE)
    assert [told for told in found if told[1] == "witness"] == tagged


@pytest.mark.parametrize("example", _NOT_THERE)
def test_who_was_elsewhere_is_none(example: str) -> None:
    """Near misses: denied, police, other calls and company."""
    found, tagged = tagged_of(example, Slot.ROLE)
    assert [told for told in found if told[1] == "witness"] == tagged
