"""From all that reports tell of one incident to its record."""

from collections.abc import Sequence

from citydesk.model import IncidentId
from citydesk.settle.settled import Settled, Told


def settle(incident: IncidentId, told: Sequence[Told]) -> Settled:
    """The record of an incident and the claims that it rests on. The same whatever the order of `told`."""
    raise NotImplementedError
