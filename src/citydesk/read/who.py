"""Who took part in an incident."""

from dataclasses import dataclass

from citydesk.model import Participant
from citydesk.read.setting import Scene, Setting


@dataclass(frozen=True, slots=True)
class People:
    """All persons found in a report, before they are given to scenes."""


def find_people(setting: Setting) -> People:
    """Every person of a report who may be a participant, mentions of one person joined."""
    return People()


def people_of(setting: Setting, scene: Scene, people: People) -> tuple[Participant, ...]:
    """The participants of one scene."""
    return ()
