"""Who is heard, and who was there: "Lee said", "heard shots", "was asleep in the house at the time".

In: a word for saying or seeing among the words of a report. Out: tellings of witnesses, and of who speaks, so that
"he said" is not taken for the victim.
"""

import re
from collections.abc import Iterator

from citydesk.model import Role
from citydesk.read.page.document import Span
from citydesk.read.who import votes
from citydesk.read.who.clauses import Clauses
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.told import Slot, Telling

_SAW = re.compile(
    r"\b(?:I|we|We) (?:just |then |actually )?"
    r"(?:heard|saw|seen|ran|looked|witnessed|watched|woke|hit the floor|ducked|came out|went out)\b"
)
"""Words of one who was there, in a quotation."""
_MEANWHILE = frozenset("time when during with".split())


def _says(clauses: Clauses, at: int) -> Iterator[Telling]:
    words = clauses.mentions.words
    speaker = clauses.before(at) or clauses.by_first.get(at + 1)
    if words.all[at].lower == "according":
        speaker = clauses.by_first.get(at + 2)
    if speaker is None or speaker.many != 1:
        return
    yield Telling(speaker.index, Slot.SPEAKS, True, words.span(at, at + 1), 1.0, "says")
    first, end = words.bounds[words.sentence_of(at)]
    told = _SAW.search(words.document.text, words.all[first].start, words.all[end - 1].end)
    if told and not speaker.officer:
        yield Telling(speaker.index, Slot.ROLE, Role.WITNESS, Span(*told.span()), votes.SAW, "saw")


def _witnessed(clauses: Clauses, at: int) -> Iterator[Telling]:
    span = clauses.mentions.words.span(at, at + 1)
    for mention in clauses.subjects(at, near=True):
        if not mention.officer:
            yield Telling(mention.index, Slot.ROLE, Role.WITNESS, span, votes.SAW, "witnessed")


def _was_there(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "her two sisters were in the house at the time", "was asleep when"."""
    words = clauses.mentions.words
    first, end = words.bounds[words.sentence_of(at)]
    verb = next((n for n in range(at - 1, max(first, at - 4) - 1, -1) if words.all[n].lower in ("was", "were")), None)
    ahead = {word.lower for word in words.all[at + 1 : min(end, at + 5)]}
    if verb is None or not ahead & _MEANWHILE:
        return
    for mention in clauses.subjects(verb, near=True):
        if not mention.officer:
            yield Telling(mention.index, Slot.ROLE, Role.WITNESS, words.span(verb, at + 1), votes.SAW, "was there")


SEEN: dict[str, Rule] = (
    rules_for("witnessed heard saw watched awoke woke", _witnessed)
    | rules_for("home inside asleep house apartment", _was_there)
    | rules_for("said says told added noted explained stated according recalled announced", _says)
)
"""What to ask of each word for saying, seeing and being there."""
