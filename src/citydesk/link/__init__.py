"""From readings to groups: which tellings, of which reports, are of one incident. Pure, whatever the order."""

from citydesk.link.clusters import Group, Pair, cluster, components
from citydesk.link.copies import is_copy
from citydesk.link.days import days_of
from citydesk.link.keys import keys_of
from citydesk.link.scores import EDGE, Feature, PairScore, score_pair, sentence_for
from citydesk.link.telling import Telling, TellingId, ToldPerson
from citydesk.link.tellings import tellings_of

__all__ = [
    "EDGE",
    "Feature",
    "Group",
    "Pair",
    "PairScore",
    "Telling",
    "TellingId",
    "ToldPerson",
    "cluster",
    "components",
    "days_of",
    "is_copy",
    "keys_of",
    "score_pair",
    "sentence_for",
    "tellings_of",
]
