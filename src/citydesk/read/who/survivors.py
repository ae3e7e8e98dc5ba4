"""Who came away whole: "escaped unharmed", "was uninjured", "were not harmed".

In: such a word among the words of a report. Out: tellings that a mention is unharmed, and so at least a witness.
"""

from collections.abc import Iterator

from citydesk.model import Outcome, Role
from citydesk.read.who import votes
from citydesk.read.who.clauses import Clauses
from citydesk.read.who.harm import NOT
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.told import Slot, Telling


def _unharmed(clauses: Clauses, at: int) -> Iterator[Telling]:
    words = clauses.mentions.words
    if any(m.first <= at < m.last for m in clauses.mentions.by_sentence[words.sentence_of(at)]):
        return  # "the uninjured child" says it by itself
    if clauses.helpers(at) & NOT:
        return
    yield from _spared(clauses, at)


def _not_harmed(clauses: Clauses, at: int) -> Iterator[Telling]:
    if clauses.helpers(at) & NOT:
        yield from _spared(clauses, at)


def _spared(clauses: Clauses, at: int) -> Iterator[Telling]:
    span = clauses.mentions.words.span(at, at + 1)
    for mention in clauses.beside(at) or clauses.subjects(at):
        yield Telling(mention.index, Slot.OUTCOME, Outcome.UNHARMED, span, 1.0, "spared")
        yield Telling(mention.index, Slot.ROLE, Role.WITNESS, span, votes.SAW, "spared")


SURVIVORS: dict[str, Rule] = rules_for("unharmed uninjured unhurt unscathed", _unharmed) | rules_for(
    "harmed", _not_harmed
)
"""What to ask of each word for somebody who was not hurt."""
