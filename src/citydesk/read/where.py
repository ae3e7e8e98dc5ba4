"""Where an incident happened."""

from datetime import tzinfo
from zoneinfo import ZoneInfo

from citydesk.model import DatelineValue, Fact, Place
from citydesk.read.document import Document
from citydesk.read.setting import PlaceMention, Scene, Setting


def zone_of(dateline: Fact[DatelineValue] | None) -> tzinfo:
    """The time zone that a report is filed from; US Central where that is not known."""
    return ZoneInfo("America/Chicago")


def find_places(document: Document, dateline: Fact[DatelineValue] | None) -> tuple[PlaceMention, ...]:
    """Every mention of a place, in order of where it stands, at every level."""
    return ()


def place_of(setting: Setting, scene: Scene) -> Place:
    """Where a scene took place."""
    return Place()
