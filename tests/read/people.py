"""Participants of made-up reports, for tests of who took part."""

from typing import TypeVar

from citydesk.model import Fact, Participant
from citydesk.read.who.who import find_people, people_of
from tests.read.heard import make_heard
from tests.read.settings import whole_scene

V = TypeVar("V")


def people_in(text: str, *, title: str = "") -> tuple[Participant, ...]:
    """Everybody who takes part in a report that tells of one incident."""
    setting = make_heard(text, title=title)
    return people_of(setting, whole_scene(setting), find_people(setting))


def only(text: str, *, title: str = "") -> Participant:
    """The only participant of a report."""
    (participant,) = people_in(text, title=title)
    return participant


def told(fact: Fact[V] | None) -> V | None:
    """A fact's value; None where the report does not say."""
    return None if fact is None else fact.value


def parts_in(text: str, *, title: str = "") -> list[tuple[str, str, int]]:
    """The role, the words and the number of each participant, in order."""
    return [(str(p.role.value), p.text, p.count.value if p.count else 1) for p in people_in(text, title=title)]
