"""What happened: the dead and the wounded, the five flags, weapons, shots."""

from dataclasses import dataclass

from citydesk.model import Fact, Participant, Weapon
from citydesk.read.setting import Scene, Setting


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were killed and wounded."""

    killed: Fact[int] | None = None
    injured: Fact[int] | None = None


def counts_of(setting: Setting, scene: Scene, people: tuple[Participant, ...]) -> Counts:
    """How many were killed and wounded in a scene, from stated totals and from its participants."""
    return Counts()


def flags_of(setting: Setting, scene: Scene, people: tuple[Participant, ...]) -> dict[str, Fact[bool]]:
    """The answers to the five yes/no questions (`citydesk.model.FLAGS`) that the report gives."""
    return {}


def weapons_of(setting: Setting, scene: Scene) -> tuple[Weapon, ...]:
    """The weapons of a scene."""
    return ()


def shots_of(setting: Setting, scene: Scene) -> Fact[int] | None:
    """How many shots were fired."""
    return None
