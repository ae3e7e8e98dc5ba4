"""When an incident happened."""

from dataclasses import dataclass
from datetime import date

from citydesk.model import Fact
from citydesk.read.document import Document
from citydesk.read.setting import Scene, Setting, TimeMention


@dataclass(frozen=True, slots=True)
class When:
    """When a scene took place, as facts."""

    date: Fact[str] | None = None
    time: Fact[str] | None = None
    time_approximate: bool | None = None


def find_times(document: Document, today: date | None) -> tuple[TimeMention, ...]:
    """Every time expression of a report, in order, resolved against the day of publication."""
    return ()


def when_of(setting: Setting, scene: Scene) -> When:
    """When a scene took place."""
    return When()
