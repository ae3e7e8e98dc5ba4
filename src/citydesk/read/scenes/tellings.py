"""Words that tell of another incident than the main one, and which of them tell of the same.

In: tellings, as `earlier` and `another` found them. Out: one telling for each incident, with the sentences that go on
with it.
"""

import re
from dataclasses import dataclass, replace

from citydesk.read.page.document import Document, Span

_HELD = re.compile(
    r"[\"“]?(?:he|she|they|it|his|her|that|in that|one|both|two"
    r"|the (?:boy|girl|man|woman|teen|child|victims?|suspects?|gunm[ae]n|couple|officers?|shooter))\b",
    re.IGNORECASE,
)
_HELD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that tell of another incident."""

    first: int
    """Number of the sentence that they stand in, and of the last that goes on with it."""
    last: int
    value: str | None
    """The day or stretch of the incident, where it is told by it."""
    span: Span
    cue: Span
    apart: bool = False
    """Whether it is told apart from the one before it, though no time parts them ("in Salina and in Larkin")."""
    counts: bool = False
    """Whether it only says that there was another ("the second time in a week"), which may follow in its own words."""


def told_once(document: Document, found: list[Telling]) -> list[Telling]:
    """The tellings, each with the sentences that go on with it, and those of one incident as one."""
    told: list[Telling] = []
    for telling in found:
        if told and _is_same(told[-1], telling):
            before = told.pop()
            joined = replace(before, last=telling.last, span=Span(before.span.start, telling.span.end))
            told.append(_with_rest(document, joined, found))
        else:
            told.append(_with_rest(document, telling, found))
    return told


def _is_same(one: Telling, other: Telling) -> bool:
    if other.apart:
        return False
    if one.value is not None and one.value == other.value:
        return one.last + 1 >= other.first
    return other.value is None and one.last + 1 >= other.first


def _with_rest(document: Document, telling: Telling, found: list[Telling]) -> Telling:
    """The telling with the sentences of its paragraph that go on with it ("She was doing her homework …")."""
    others = {other.first for other in found}
    last = document.sentences[telling.last]
    for sentence in document.sentences[telling.last + 1 : telling.last + 1 + _HELD_SENTENCES]:
        if (
            sentence.paragraph != last.paragraph
            or sentence.index in others
            or not _HELD.match(document.text, sentence.start)
        ):
            break
        last = sentence
    if last.index == telling.last:
        return telling
    return replace(telling, last=last.index, span=Span(telling.span.start, last.end))
