"""The words of a report, for modules that look at one word after the other instead of at patterns.

In: a laid-out report. Out: its words and marks in order with their offsets, and which of them each sentence holds.
What the words mean is left to others.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from citydesk.read.document import Document, Span

_WORD = re.compile(
    r"(?:[A-Z]\.){1,5}(?!\w)|\b(?:Jr|Sr|Sgt|Sgts|Lt|Capt|Cpl|Det|Dep|Ofc|Mr|Mrs|Ms|Dr|Rev|Gov|Sen|St|Maj|Col|Insp"
    r"|Supt|Cmdr|Pfc|Tpr|Cst|Hon|Prof|Asst|Pct|Spc|Atty|Dist)\.|['’]s\b"
    r"|\d{1,3}(?:,\d{3})+|\w+(?:-\w+|['’](?!s\b)\w+)*|[^\w\s]"
)


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

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from word `first` up to, not including, word `last`."""
        return Span(self.all[first].start, self.all[last - 1].end)

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that a word stands in."""
        return bisect_right(self.bounds, at, key=lambda bound: bound[0]) - 1

    def at(self, offset: int) -> int:
        """The number of the word that begins at an offset, or else of the next one."""
        return bisect_left(self.all, offset, key=lambda word: word.start)


def find_words(document: Document) -> Words:
    """The words of all sentences of a report."""
    found: list[Word] = []
    bounds: list[tuple[int, int]] = []
    text = document.text
    for sentence in document.sentences:
        first = len(found)
        for mark in _WORD.finditer(text, sentence.start, sentence.end):
            word = mark.group().replace("’", "'")
            found.append(Word(word, word.lower(), mark.start(), mark.end()))
        bounds.append((first, len(found)))
    return Words(document, tuple(found), tuple(bounds))
