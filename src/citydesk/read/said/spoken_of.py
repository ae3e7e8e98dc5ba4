"""Whom the sentences before a place speak of: those that "he", "she" and "the woman" there may go back to.

In: a document, its quotations, the persons it names in full, and an offset. Out: `SpokenOf`s, the nearest sentence
first, its subject before others that it names. Whether one of them is meant is left to `speakers.py`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.said.descriptions import is_one
from citydesk.read.said.introductions import Introductions
from citydesk.read.said.namings import Source, describe
from citydesk.read.said.openings import pronoun_at, subject_of_sentence
from citydesk.read.who.names import is_first_name, is_surname

_BACK = 2
"""Sentences before a pronoun, quotations not counted, in which somebody may be spoken of that it goes back to."""
_BACK_AT_ALL = 6
"""The same with quotations."""
_SPEAKS = re.compile(
    r"\b(?:spoke|speaks|talked|talks|sounded|stuttered|addressed|tears|cried|crying|sobb\w+|wept|interview\w*|lives|lived"
    r"|recalls?|recalled|reflected|testified|911)\b"
)
"""Words for somebody who is about to be quoted."""
_SOMEBODY = re.compile(
    r"\b(?:an?|another|one)\s(?:[\w’'-]{1,20}\s){0,2}?(?:woman|man|girl|boy|mother|father|neighbor)\b"
)


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Somebody whom a sentence speaks of."""

    source: Source
    sentence: Sentence
    new: bool
    """Whether it names, for the first time in full, somebody who is likely a person, or tells of one that speaks."""
    subject: bool = False
    """Whether the sentence begins with the person."""


def find_spoken_of(
    document: Document, quoted: tuple[Span, ...], introductions: Introductions, at: int
) -> Iterator[SpokenOf]:
    """Those whom the last sentences before an offset speak of, the nearest first."""
    own = document.sentence_at(at)
    if own is not None and not document.text[max(0, at - 3) : at].rstrip().endswith((",", '"', "”")):
        yield from _opening(document, introductions, own, at)
    for sentence in sentences_before(document, quoted, at):
        subject = subject_of_sentence(document.text, sentence)
        if subject is not None and _may_be_person(introductions, subject):
            new = _is_new(introductions, subject) or _SPEAKS.search(document.text, sentence.start, sentence.end)
            yield SpokenOf(subject, sentence, bool(new), subject=True)
        taken = subject.span if subject is not None else Span(sentence.start, sentence.start)
        for span in _others(document, introductions, sentence):
            source = describe(document.text, span, span)
            if source is not None and not taken.start <= span.start < taken.end:
                yield SpokenOf(source, sentence, _is_surely_new(introductions, source))


def _opening(document: Document, introductions: Introductions, own: Sentence, at: int) -> Iterator[SpokenOf]:
    """Whom a sentence has brought in before a pronoun in it: "A woman screams as she tells the dispatcher"."""
    subject = subject_of_sentence(document.text, own)
    if subject is None or subject.span.end >= at or not _may_be_person(introductions, subject):
        return
    if subject.name is not None or is_one(document.words(subject.core)):
        yield SpokenOf(subject, own, _is_new(introductions, subject), subject=True)


def sentences_before(
    document: Document, quoted: tuple[Span, ...], at: int, *, with_own: bool = False
) -> list[Sentence]:
    """The last sentences before an offset that are the report's own, the nearest first.

    One that begins with "he" or "she" goes on about somebody of whom the one before it speaks.
    """
    own = document.sentence_at(at)
    if own is None:
        return []
    found = [own] if with_own else []
    for index in range(own.index - 1, max(-1, own.index - 1 - _BACK_AT_ALL), -1):
        before = document.sentences[index]
        if document.in_title(before.start) and not document.in_title(at):
            break
        if not opens_quoted(quoted, before.start) and not pronoun_at(document.text, before.start, before.end):
            found.append(before)
    return found[: _BACK + with_own]


def opens_quoted(quoted: tuple[Span, ...], offset: int) -> bool:
    """Whether an offset lies in a direct quotation or at the mark before one."""
    n = bisect_right(quoted, offset + 1, key=lambda span: span.start) - 1
    return n >= 0 and offset < quoted[n].end


def _others(document: Document, introductions: Introductions, sentence: Sentence) -> list[Span]:
    """The names in a sentence and the words in it that bring in somebody: "a woman"."""
    names = introductions.names_in(sentence.start, sentence.end)
    unnamed = [Span(*found.span()) for found in _SOMEBODY.finditer(document.text, sentence.start, sentence.end)]
    return sorted((*names, *unnamed))


def _is_new(introductions: Introductions, source: Source) -> bool:
    return source.name is not None and introductions.known(source.name).span.start >= source.name.start


def _is_surely_new(introductions: Introductions, source: Source) -> bool:
    if source.name is None or not _is_new(introductions, source):
        return False
    return is_first_name(introductions.document.words(source.name).split()[0])


def _may_be_person(introductions: Introductions, source: Source) -> bool:
    """Whether capitals are likely a person's name: by a title, a first name, or two words of which one is a surname."""
    if source.name is None or source.title is not None:
        return True
    known = introductions.known(source.name)
    words = known.name.split()
    if len(words) == 1 or known.name.isupper():
        return False
    if known.span != source.name and " " not in introductions.document.words(source.name):
        return True  # a surname alone, of somebody named in full elsewhere
    return is_first_name(words[0]) or (len(words) == 2 and is_surname(words[1].replace("’", "'")))
