"""From readings to groups: which tellings, of which reports, are of one incident. Pure, whatever the order."""

from citydesk.link.clusters import JOIN, Group, Pair, cluster, components
from citydesk.link.copies import copy_families, is_copy
from citydesk.link.days import days_of
from citydesk.link.keys import keys_of
from citydesk.link.names import plain_name, same_name
from citydesk.link.scores import EDGE, Feature, PairScore, score_pair, sentence_for
from citydesk.link.streets import Street, plain_street
from citydesk.link.telling import Telling, TellingId, ToldPerson
from citydesk.link.tellings import outlet_of, tellings_of
from citydesk.link.words import plain_words

__all__ = [
    "EDGE",
    "JOIN",
    "Feature",
    "Group",
    "Pair",
    "PairScore",
    "Street",
    "Telling",
    "TellingId",
    "ToldPerson",
    "cluster",
    "components",
    "copy_families",
    "days_of",
    "is_copy",
    "keys_of",
    "outlet_of",
    "plain_name",
    "plain_street",
    "plain_words",
    "same_name",
    "score_pair",
    "sentence_for",
    "tellings_of",
]
