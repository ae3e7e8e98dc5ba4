"""In what state the hurt are, in the report's words: "critical condition", "expected to survive", "in surgery".

In: the mentions of a report, and the wordings of `condition_words`. Out: tellings of condition, each with its rank as
weight: of several words for one person the highest rank stands, then the last. Words about everybody ("none of the
injuries is life-threatening") and those whose person is not found are told of no mention.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citydesk.model import Outcome, Role
from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.who import votes
from citydesk.read.who.clauses import BE, Clauses
from citydesk.read.who.condition_words import RELEASED, Compiled, Wording, compiled
from citydesk.read.who.mentions import Article, Mention
from citydesk.read.who.told import Slot, Telling

_ALL_INJURIES = re.compile(
    r"\b(?:none of (?:the|their|those)|all (?:of )?(?:the |their )?|no)\b[^,;]{0,30}?\b(?:injur|wound|victims)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:(?:to|will|would|could|should|may|might|can) be(?: \w+)?"
    r"|(?:once|when|until|if|before) (?:\S+ ){0,3}?\S+)\s$",
    re.IGNORECASE,
)
"""Before "released": it is still to come."""
_NOT_HOME = re.compile(
    r"\b(?:identit(?:y|ies)|names?|information|details|statement|bail|bond|jail|custody|prison|questioning|parole)\b",
    re.IGNORECASE,
)
"""In a sentence on a release that is not from hospital."""
_INJURIES = frozenset("injuries wounds injury wound condition conditions".split())
_WITH = frozenset(
    """with for suffered sustained received suffering sustaining receiving having has have had suffers as was were are
    is""".split()
)
_SAID_TO_BE = frozenset(
    """police officers officials authorities deputies investigators paramedics doctors they he she what which that
    appear appears appeared to be are were was is not n't described describe describes as believe believed considered
    consider call called calling said say injuries wounds injury wound gunshot a an the serious but multiple his her
    their any minor non superficial apparent of were being listed characterized deemed reported several both very
    one single treatment seeking these those child's boy's """.split()
)
"""Words between "with" and the state: "with what police described as life-threatening injuries"."""
_MAX_BACK = 14
_VERBS = frozenset("injured wounded hurt wounding injuring".split())


class _State(NamedTuple):
    """Words that tell a state."""

    wording: Wording
    span: Span


def find_conditions(clauses: Clauses) -> Iterator[Telling]:
    """What a report says of the medical state of its mentions."""
    document = clauses.mentions.words.document
    wordings = [told for told in compiled() if _may_stand(told[1], document.lower)]  # most stand nowhere in a report
    for sentence in document.sentences:
        for state in _find_states(document, sentence, wordings):
            yield from _tell(clauses, state)


def _may_stand(needs: tuple[str, ...], lower: str) -> bool:
    """Whether words in small letters have one of those that a wording needs."""
    return any(word in lower for word in needs)


def _find_states(document: Document, sentence: Sentence, wordings: Sequence[Compiled]) -> list[_State]:
    """The states that a sentence tells: where wordings overlap, the longest."""
    lower = document.lower[sentence.start : sentence.end]
    found: list[_State] = []
    for wording, needs, pattern in wordings:
        if _may_stand(needs, lower):
            marks = pattern.finditer(document.text, sentence.start, sentence.end)
            found.extend(_State(wording, Span(*mark.span())) for mark in marks)
    found.sort(key=lambda s: (s.span.start - s.span.end, -s.wording.rank, s.span.start))
    kept: list[_State] = []
    for state in found:
        if all(state.span.end <= other.span.start or other.span.end <= state.span.start for other in kept):
            kept.append(state)
    return sorted(kept, key=lambda s: s.span)


def _tell(clauses: Clauses, state: _State) -> Iterator[Telling]:
    words = clauses.mentions.words
    span, at = state.span, words.at(state.span.start)
    if at >= len(words.all):
        return
    first, end = words.bounds[words.sentence_of(at)]
    sentence = (words.all[first].start, words.all[end - 1].end)
    if state.wording.rank == RELEASED and (
        _NOT_YET.search(words.document.text, sentence[0], span.start)
        or _NOT_HOME.search(words.document.text, *sentence)
    ):
        return
    said, rank = words.document.words(span), float(state.wording.rank)
    whom = _patients(clauses, at, span)
    if not whom and (not state.wording.personal or at == first):
        whom = (None,)
    for mention in whom:
        yield Telling(mention.index if mention else None, Slot.CONDITION, said, span, rank, "condition")
        if mention is not None:
            yield Telling(mention.index, Slot.ROLE, Role.VICTIM, span, votes.CONDITION, "condition")
            yield Telling(mention.index, Slot.OUTCOME, Outcome.INJURED, span, votes.CONDITION, "condition")


def _patients(clauses: Clauses, at: int, span: Span) -> tuple[Mention | None, ...]:
    """Whose condition the words at a place tell: (None,) for everybody who was hurt, () where nobody is found."""
    words = clauses.mentions.words
    first, _ = words.bounds[words.sentence_of(at)]
    if _ALL_INJURIES.search(words.document.text, words.all[first].start, span.end):
        return (None,)
    if owners := _owners_of_injuries(clauses, at, first):
        return owners
    found = _struck(clauses, words.at(span.end) - 1) or clauses.beside(at) or _with_injuries(clauses, at, first)
    return tuple(m for m in found or clauses.subjects(at) if not _is_force(m))


def _is_force(mention: Mention) -> bool:
    """Whether a mention is police in general, who say what state others are in."""
    return mention.officer and mention.many is None and mention.article is Article.BARE


def _struck(clauses: Clauses, verb: int) -> tuple[Mention, ...]:
    """Whom the verb hit in "critically wounding two others", "seriously injured a clerk"."""
    if clauses.mentions.words.all[verb].lower not in _VERBS or clauses.helpers(verb) & BE:
        return ()
    return clauses.objects(verb)


def _with_injuries(clauses: Clauses, at: int, first: int) -> tuple[Mention, ...]:
    """Who "was taken to a hospital with injuries that police described as" so."""
    words = clauses.mentions.words
    for n in range(at - 1, max(first, at - _MAX_BACK) - 1, -1):
        word = words.all[n].lower
        if word in ("with", "for", "suffered", "sustained", "received", "suffering"):
            return clauses.beside(n) or clauses.subjects(n)
        if word not in _SAID_TO_BE:
            break
    return ()


def _owners_of_injuries(clauses: Clauses, at: int, first: int) -> tuple[Mention, ...]:
    """Whose they are, in "his injuries are", "Lee's condition"; "their" are those of all whom the sentence lists."""
    words = clauses.mentions.words
    injuries = next((n for n in range(at - 1, max(first, at - 10) - 1, -1) if words.all[n].lower in _INJURIES), None)
    if injuries is None:
        return ()
    sentence = clauses.mentions.by_sentence[words.sentence_of(at)]
    if any(not m.inside and injuries < m.first < at and not _is_force(m) for m in sentence):
        return ()
    owner = next((m for m in sentence if m.inside and 0 <= injuries - m.last <= 1), None)
    if owner is None:
        return ()
    before = [m for m in sentence if not m.inside and m.last <= owner.first]
    listed = clauses.together(before[-1]) if before and words.all[owner.first].lower == "their" else ()
    return listed if len(listed) > 1 else (owner,)
