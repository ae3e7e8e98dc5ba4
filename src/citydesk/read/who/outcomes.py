"""How the hurt are: taken to hospital, in what condition, and where they were hit.

In: the mentions of a report, and what verbs of harm say of them. Out: tellings of condition, wound and outcome. Which
of several conditions stands is left to `participants.py`.
"""

from collections.abc import Sequence

from citydesk.model import Outcome, Role
from citydesk.read.who import votes
from citydesk.read.who.clauses import Clauses
from citydesk.read.who.conditions import find_conditions
from citydesk.read.who.mentions import Mention
from citydesk.read.who.told import Slot, Telling
from citydesk.read.who.wounds import find_wounds

_MOVED = frozenset(
    """taken rushed airlifted flown transported driven brought admitted transferred carried life-flighted walked
    drove""".split()
)
_SUFFERED = frozenset("suffered sustained suffering suffers received receiving sustaining".split())
_HOSPITAL = frozenset("hospital center hospitals medical surgery er trauma".split())
_WOUND = frozenset("wound wounds injuries injury gunshot shot gunshots".split())


def find_health(clauses: Clauses, parts: Sequence[Telling]) -> list[Telling]:
    """What a report says of wounds, hospitals and conditions; `parts` is what verbs of harm say."""
    found: list[Telling] = []
    for at in range(len(clauses.mentions.words.all)):
        for mention in _hurt(clauses, at):
            span = clauses.mentions.words.span(at, at + 1)
            found.append(Telling(mention.index, Slot.ROLE, Role.VICTIM, span, votes.IN_HOSPITAL, "hospital"))
            found.append(Telling(mention.index, Slot.OUTCOME, Outcome.INJURED, span, votes.IN_HOSPITAL, "hospital"))
    found.extend(find_conditions(clauses))
    found.extend(find_wounds(clauses, parts))
    return found


def _hurt(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Whom a word for hospitals or wounds tells of: "was taken to a hospital", "suffered a gunshot wound"."""
    word = clauses.mentions.words.all[at].lower
    if word in _MOVED and _follows(clauses, at, 13, _HOSPITAL):
        return clauses.subjects(at, near=True) if clauses.helpers(at) else clauses.objects(at)
    if word in _SUFFERED and _follows(clauses, at, 8, _WOUND):
        beside = clauses.by_last.get(at)
        return (beside,) if beside else clauses.subjects(at, near=True)
    if word in ("wound", "wounds"):
        return clauses.beside(at)
    return clauses.subjects(at, near=True) if word in ("hospitalized", "treated") else ()


def _follows(clauses: Clauses, at: int, count: int, expected: frozenset[str]) -> bool:
    return any(word.lower in expected for word in clauses.mentions.words.all[at + 1 : at + 1 + count])
