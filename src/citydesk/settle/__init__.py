"""From a group's claims to its record: what stands, why, what contradicts it, as of when. Pure, whatever the order."""

from citydesk.settle.decided import SEVERAL, mention_of
from citydesk.settle.history import history_of, settle_as_of
from citydesk.settle.properties import Rule, rule_of
from citydesk.settle.record import settle
from citydesk.settle.settled import Settled, Told

__all__ = [
    "SEVERAL",
    "Rule",
    "Settled",
    "Told",
    "history_of",
    "mention_of",
    "rule_of",
    "settle",
    "settle_as_of",
]
