"""What words say of a mention, as values: the common form in which roles, outcomes and custody are handed on.

Whatever finds them (the rules here, or a trained reader in their place) hands on the same `Telling`s; joining and
assembling people does not know where they come from.
"""

from enum import Enum
from typing import NamedTuple

from citydesk.read.page.document import Span


class Slot(Enum):
    """What a telling is about."""

    ROLE = "role"
    OUTCOME = "outcome"
    CONDITION = "condition"
    WOUND = "wound"
    CUSTODY = "custody"
    CHARGE = "charge"
    SEX = "sex"
    SPEAKS = "speaks"
    """Is only heard of as one who says something."""


class Telling(NamedTuple):
    """That words say something of a mention."""

    mention: int | None
    """None for everybody who was hurt ("none of the injuries is life-threatening")."""
    slot: Slot
    value: object
    """A `Role`, `Outcome` or `Custody`, or words."""
    span: Span
    weight: float = 1.0
    cue: str = ""
    """Which rule found it: the same rule counts once for a person."""
    share: float | None = None
    """Of what a judge decided: how likely it is."""
