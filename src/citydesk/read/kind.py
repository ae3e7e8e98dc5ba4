"""What sort of report it is."""

from citydesk.model import Fact, Kind
from citydesk.read.setting import Scene, Setting


def kind_of(setting: Setting, scenes: tuple[Scene, ...]) -> Fact[Kind] | None:
    """The report's kind; None only for a report without words."""
    if not scenes:
        return None
    return setting.document.fact(Kind.INCIDENT, [scenes[0].cue])
