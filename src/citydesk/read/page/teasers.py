"""Teasers of other stories that were scraped along: "1:45 Man held in Larkin", or a first line said twice.

In: a report laid out for reading. Out: where they stand. Video players list other films with their lengths; some news
sites set the first sentences of other stories above the report, each once short and once in full. What is told there
is no part of the report's own story.
"""

import re
from itertools import pairwise

from citydesk.read.page.document import Document, Span

_FILM = re.compile(r"\d{1,2}:\d\d (?![APap]\.?[Mm]\b)(?=[A-Z“\"'‘])")
"""A film's length before its title; no clock time ("6:45 p.m. Police say")."""
_SHORTEST = 40
"""Characters of a line that is not said twice by chance."""
_FEWEST = 2
"""So many lines are said twice where a site teases: one alone may be the report's own summary."""
_LONGEST_MARK = 9
_SHARED = 1
"""Long words in common with the title that make a line the report's own."""
_LONG_WORD = 5


def find_teasers(document: Document) -> tuple[Span, ...]:
    """Where a document's teasers of other stories stand, in order, a line each."""
    lines = _lines(document)
    twice = [
        pair for pair in pairwise(lines) if _is_told_again(document, *pair) and not _is_of_title(document, pair[1])
    ]
    told = {line for pair in twice for line in pair} if len(twice) >= _FEWEST else set()
    return tuple(line for line in lines if line in told or _FILM.match(document.text, line.start))


def find_films(document: Document) -> tuple[Span, ...]:
    """Where the titles of a video player's other films stand, in order, a line each."""
    return tuple(line for line in _lines(document) if _FILM.match(document.text, line.start))


def _lines(document: Document) -> list[Span]:
    """The body's lines that hold something."""
    lines, start, text = [], document.body_start, document.text
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > _LONGEST_MARK:
            lines.append(Span(start, end))
        start = end + 1
    return lines


def _is_told_again(document: Document, line: Span, following: Span) -> bool:
    """Whether the following line begins with all of a line, a last full stop or dots aside."""
    words = document.text[line.start : line.end].rstrip(" .…")
    return len(words) >= _SHORTEST and document.text.startswith(words, following.start)


def _is_of_title(document: Document, line: Span) -> bool:
    title = {word.lower() for word in re.findall(r"\w+", document.title.text) if len(word) >= _LONG_WORD}
    said = {word.lower() for word in re.findall(r"\w+", document.text[line.start : line.end])}
    return len(title & said) >= _SHARED
