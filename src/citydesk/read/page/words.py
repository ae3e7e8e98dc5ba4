"""The words of a report, for modules that look at one word after the other instead of at patterns.

In: a laid-out report. Out: its words and marks in order with their offsets, and which of them each sentence holds.
What the words mean is left to others.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from citydesk.read.page.document import Document, Span

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\w+(?:-\w+|['’](?!s\b)\w+)*|['’]s\b|[^\w\s]")
_ABBREVIATED = frozenset(
    """Jr Sr Sgt Sgts Lt Capt Cpl Det Dep Ofc Mr Mrs Ms Dr Rev Gov Sen St Maj Col Insp Supt Cmdr Pfc Tpr Cst Hon Prof
    Asst Pct Spc Atty Dist""".split()
)
_MAX_WORDS = 6_000
"""Of a longer text (5 reports of 3,416) only the beginning is laid out, so that the time of reading has a bound."""


class Word(NamedTuple):
    """A word, number or mark, with its half-open offsets into `Document.text`."""

    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report and where its sentences begin among them."""

    document: Document
    all: tuple[Word, ...]
    bounds: tuple[tuple[int, int], ...]
    """For each sentence, the half-open range of its words."""
    starts: tuple[int, ...]
    """Where each word begins in the text."""
    firsts: tuple[int, ...]
    """For each sentence, the number of its first word."""

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from word `first` up to, not including, word `last`."""
        return Span(self.all[first].start, self.all[last - 1].end)

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that a word stands in."""
        return bisect_right(self.firsts, at) - 1

    def at(self, offset: int) -> int:
        """The number of the word that begins at an offset, or else of the next one."""
        return bisect_left(self.starts, offset)


def find_words(document: Document) -> Words:
    """The words of all sentences of a report."""
    found: list[Word] = []
    bounds: list[tuple[int, int]] = []
    for sentence in document.sentences:
        first = len(found)
        _read_words(document.text, sentence.start, sentence.end, found)
        bounds.append((first, len(found)))
    starts, firsts = tuple(word.start for word in found), tuple(first for first, _ in bounds)
    return Words(document, tuple(found), tuple(bounds), starts, firsts)


def _read_words(text: str, start: int, end: int, found: list[Word]) -> None:
    for mark in _WORD.finditer(text, start, end):
        if len(found) >= _MAX_WORDS:
            return
        word, begin, behind = mark.group(), mark.start(), mark.end()
        if word == "." and found and found[-1].end == begin and _is_abbreviated(found[-1]):
            before = found.pop()
            if len(before.text) == 1 and found and found[-1].end == before.start and found[-1].text[-1] == ".":
                before = Word(found[-1].text + before.text, "", found.pop().start, before.end)  # "J." and "J"
            found.append(Word(before.text + ".", before.text.lower() + ".", before.start, behind))
        else:
            word = word.replace("’", "'")
            found.append(Word(word, word.lower(), begin, behind))


def _is_abbreviated(word: Word) -> bool:
    """Whether a full stop behind a word is part of it."""
    return word.text in _ABBREVIATED or (len(word.text) == 1 and word.text.isupper())
