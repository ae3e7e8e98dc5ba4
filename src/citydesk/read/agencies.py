"""Law enforcement bodies: their mentions, full names, and the parts that they had."""

from citydesk.model import AgencyPart, Attribution, Participant
from citydesk.read.document import Document
from citydesk.read.setting import AgencyMention, PlaceMention, Scene, Setting


def find_agencies(document: Document, places: tuple[PlaceMention, ...]) -> tuple[AgencyMention, ...]:
    """Every mention of a law enforcement body that can be told by name, in order."""
    return ()


def agencies_of(
    setting: Setting, scene: Scene, people: tuple[Participant, ...], attributions: tuple[Attribution, ...]
) -> tuple[AgencyPart, ...]:
    """The bodies that had a part in a scene, one entry for each body and part."""
    return ()
