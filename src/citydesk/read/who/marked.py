"""Conditions and wounds as the encoder marks them, squared with those that the rules found.

In: the rules' tellings and the encoder's opinions. Out: tellings: a rule's words stay unless the encoder sees nothing
of the kind there; words that only the encoder marks are told of the mention that it says they are about.
"""

from collections.abc import Iterator, Sequence

from citydesk.read.encoder.opinions import Found
from citydesk.read.page.document import Document, Span
from citydesk.read.who.condition_words import names_state
from citydesk.read.who.mention_opinions import MentionOpinions
from citydesk.read.who.mentions import Mention, Mentions
from citydesk.read.who.told import Slot, Telling
from citydesk.read.who.wounds import names_part

SORTS = {Slot.CONDITION: "CONDITION", Slot.WOUND: "WOUND"}
_NAMES = {Slot.CONDITION: names_state, Slot.WOUND: names_part}
"""What marked words must name, so that "in the" and "condition" alone are not taken."""
MARKED = 0.5
"""Share at which words are taken that no rule found."""
MARKED_ONLY = "marked"
"""The cue of a telling that rests on the encoder alone."""
DOUBTED = 0.0
"""Share below which a rule's words are left out."""
_NEAR = 2
"""Sentences back to which words may be about somebody."""
_LONGEST = 80
"""Characters."""
_LOOSE = ' \t\n,.;:—–-"“”'


def weigh_marked(tellings: Sequence[Telling], mentions: Mentions, opinions: MentionOpinions) -> tuple[Telling, ...]:
    """The tellings with conditions and wounds as rules and encoder together have them."""
    kept = [t for t in tellings if t.slot not in SORTS or _is_seen(t, opinions)]
    for slot, sort in SORTS.items():
        known = [t.span for t in tellings if t.slot is slot]
        for found in opinions.opinions.marked(sort, MARKED):
            span = _trimmed(mentions.words.document, found)
            if span is None or not _NAMES[slot](mentions.words.document.words(span)):
                continue
            if any(span.start < k.end and k.start < span.end for k in known):
                continue
            mention = _whose(span, mentions, opinions)
            if mention is not None:
                kept.append(Telling(mention.index, slot, mentions.words.document.words(span), span, 1.0, MARKED_ONLY))
    return tuple(kept)


def _is_seen(telling: Telling, opinions: MentionOpinions) -> bool:
    return opinions.opinions.share_marked(SORTS[telling.slot], *telling.span) >= DOUBTED


def _trimmed(document: Document, found: Found) -> Span | None:
    """Marked words without the marks around them; None for what is no phrase of one sentence."""
    words = document.text[found.start : found.end]
    start = found.start + len(words) - len(words.lstrip(_LOOSE))
    end = found.end - (len(words) - len(words.rstrip(_LOOSE)))
    sentence = document.sentence_at(start)
    if not 2 < end - start <= _LONGEST or sentence is None or end > sentence.end:
        return None
    return Span(start, end)


def _whose(span: Span, mentions: Mentions, opinions: MentionOpinions) -> Mention | None:
    """The mention that words are most likely about, of those in their sentence and just before."""
    sentence = mentions.words.document.sentence_at(span.start)
    if sentence is None:
        return None
    vector = opinions.opinions.vector(*span)
    near = list(_near(mentions, sentence.index))
    scored = [(opinions.about(vector, m), -m.index) for m in near]
    return mentions.all[-max(scored)[1]] if scored else None


def _near(mentions: Mentions, sentence: int) -> Iterator[Mention]:
    for number in range(max(0, sentence - _NEAR), sentence + 1):
        yield from mentions.by_sentence[number]
