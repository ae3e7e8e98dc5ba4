"""Who died: "died", "was pronounced dead", "the death of Lee", "Lee's murder".

In: a word for a death among the words of a report. Out: tellings that a mention is a victim and was killed.
"""

from collections.abc import Iterator

from citydesk.model import Outcome
from citydesk.read.who import votes
from citydesk.read.who.clauses import BE, HAVE, Clauses
from citydesk.read.who.harm import NOT, UNREAL, harmed
from citydesk.read.who.mentions import Mention
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.told import Telling

_PRONOUNCED = frozenset("pronounced found declared left".split())
_WOUNDING = ("shooting", "stabbing", "wounding")


def _died(clauses: Clauses, at: int) -> Iterator[Telling]:
    if clauses.helpers(at) & (UNREAL - {"will"} | NOT):
        return
    span = clauses.mentions.words.span(at, at + 1)
    for mention in clauses.subjects(at):
        yield from harmed(mention, Outcome.KILLED, span, "died", votes.DIED)


def _dead(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is dead", "was pronounced dead", "left two dead", "found him dead"."""
    words = clauses.mentions.words
    helpers = clauses.helpers(at)
    pronounced = next((n for n in range(at - 1, max(at - 5, -1), -1) if words.all[n].lower in _PRONOUNCED), None)
    beside = clauses.by_last.get(at)
    if helpers & NOT or not (beside or helpers & BE or helpers & HAVE or pronounced is not None):
        return
    targets = clauses.together(beside) if beside else clauses.subjects(at if pronounced is None else pronounced)
    for mention in targets:
        yield from harmed(mention, Outcome.KILLED, words.span(at, at + 1), "died", votes.DIED)


def _death_of(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "the death of Lee", "Lee's death", "the shooting of an officer"."""
    words = clauses.mentions.words
    following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
    if following in ("death", "deaths"):
        return
    wounding = words.all[at].lower.startswith(_WOUNDING)
    target = clauses.objects(at + 1) if following == "of" else ()
    for mention in target or _owner(clauses, at):
        outcome = Outcome.INJURED if wounding else Outcome.KILLED
        yield from harmed(mention, outcome, words.span(at, at + 1), "death of")


def _owner(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Whose death it is, in "Lee's fatal shooting"."""
    words = clauses.mentions.words
    if at < 2 or all(word.lower != "'s" for word in words.all[at - 2 : at]):
        return ()
    sentence = clauses.mentions.by_sentence[words.sentence_of(at)]
    return tuple(m for m in sentence if at - 3 <= m.last <= at - 1 and m.inside)[:1]


DEATHS: dict[str, Rule] = (
    rules_for("died dies succumbed perished", _died)
    | rules_for("dead", _dead)
    | rules_for(
        "death deaths murder slaying killing shooting stabbing killings murders homicide suicide wounding", _death_of
    )
)
"""What to ask of each word for a death."""
