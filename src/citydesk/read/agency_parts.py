"""The parts that law enforcement bodies had in an incident."""

from citydesk.model import AgencyPart, Attribution, Participant
from citydesk.read.setting import Scene, Setting


def agencies_of(
    setting: Setting, scene: Scene, people: tuple[Participant, ...], attributions: tuple[Attribution, ...]
) -> tuple[AgencyPart, ...]:
    """The bodies that had a part in a scene, one entry for each body and part."""
    return ()
