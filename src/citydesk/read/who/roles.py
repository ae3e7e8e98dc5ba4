"""Who is victim, suspect, officer or witness, by all that verbs and nouns say of each mention.

In: the mentions of a report. Out: tellings of part and outcome, gathered word by word: a word that sets a rule going
is looked up, and its rule asked. How tellings add up to a part is left to `parts.py`.
"""

from collections.abc import Iterator

from citydesk.model import Outcome, Role
from citydesk.read.who import votes
from citydesk.read.who.clauses import Clauses
from citydesk.read.who.deaths import DEATHS
from citydesk.read.who.deeds import DEEDS
from citydesk.read.who.harm import HARMS, find_harm, harmed
from citydesk.read.who.mentions import Mention
from citydesk.read.who.rules import joined
from citydesk.read.who.seen import SEEN
from citydesk.read.who.survivors import SURVIVORS
from citydesk.read.who.told import Slot, Telling

_RULES = joined(DEATHS, DEEDS, SEEN, SURVIVORS)
_DEAD = frozenset("dead deceased slain fallen".split())
_HURT = frozenset("wounded injured".split())
_ACCUSED = frozenset("suspected accused suspect".split())


def find_parts(clauses: Clauses) -> list[Telling]:
    """What a report's words say of the parts and outcomes of its mentions."""
    found: list[Telling] = []
    for mention in clauses.mentions.all:
        found.extend(_told_by_words(mention))
    for at, word in enumerate(clauses.mentions.words.all):
        if word.lower in HARMS:
            found.extend(find_harm(clauses, at))
        for rule in _RULES.get(word.lower, ()):
            found.extend(rule(clauses, at))
    return found


def _told_by_words(mention: Mention) -> Iterator[Telling]:
    """What a mention's own words say: "the gunman", "the slain officer"."""
    if mention.noun is not None and mention.noun.role is not None:
        weight = votes.WITNESS_NOUN if mention.noun.role is Role.WITNESS else votes.ROLE_NOUN
        yield Telling(mention.index, Slot.ROLE, mention.noun.role, mention.head, weight, "noun")
    if mention.modifiers & _DEAD:
        yield from harmed(mention, Outcome.KILLED, mention.span, "modifier")
    elif mention.modifiers & _HURT:
        yield from harmed(mention, Outcome.INJURED, mention.span, "modifier")
    if mention.modifiers & _ACCUSED:
        yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, mention.span, votes.ROLE_NOUN, "noun")
