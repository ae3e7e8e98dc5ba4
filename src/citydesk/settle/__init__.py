"""From a group's claims to its record: what stands, why, what contradicts it. Pure, whatever the order."""

from citydesk.settle.decided import SEVERAL, mention_of
from citydesk.settle.record import settle
from citydesk.settle.settled import Settled, Told

__all__ = ["SEVERAL", "Settled", "Told", "mention_of", "settle"]
