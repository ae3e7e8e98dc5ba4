"""Patterns that are run over whole reports, made so that most of a report costs them little.

In: a pattern's source. Out: what is used like a compiled one. What the patterns mean is left to those who use them.

Python tries a long alternation at every character, at the "h" of "shot" too. A `WordPattern` is tried at words alone,
and of these at those that begin as one of its matches can ("sh", "gu"): a tenth of them, and often none. The words of a
report, by their first characters, are found once for all patterns.
"""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from citydesk.read.page.beginnings import LENGTH, opening

_WORD = re.compile(r"\w+")
_KEPT = 4
"""Texts whose words are kept: those of one report as they are and in small letters, and its parts."""

_SHORT = 400
"""Characters: to find the words of a shorter text, which is a part of a report, costs as much as it spares."""


class WordPattern:
    """A pattern each of whose matches begins where a word does; its methods give what those of `re.Pattern` give."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """From a pattern's source and the flags of `re`."""
        gate = opening(pattern, flags)
        self._pattern = re.compile(rf"\b(?=\w){gate}(?:{pattern})", flags)
        self._gate = re.compile(gate) if gate else None
        self._seen: set[str] = set()
        self._openings: set[str] = set()
        self._last: tuple[str, list[int]] = ("", [])

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in text[start:end], in order, none overlapping another."""
        if self._gate is None or len(text) < _SHORT:
            yield from self._pattern.finditer(text, start, end)
            return
        match, places = self._pattern.match, self._places(text)
        behind = start
        for n in range(bisect_left(places, start), len(places)):
            at = places[n]
            if at >= end:
                return
            if at >= behind and (mark := match(text, at, end)) is not None:
                behind = mark.end()
                yield mark

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in text[start:end]; None where there is none."""
        return next(self.finditer(text, start, end), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is all of the text; None where there is none."""
        return self._pattern.fullmatch(text)

    def _places(self, text: str) -> list[int]:
        """Where words begin as a match can."""
        last, places = self._last
        if last is not text:
            words = _words_by_opening(text)
            self._learn(words.keys() - self._seen)
            places = sorted(chain.from_iterable(words[one] for one in self._openings & words.keys()))
            self._last = (text, places)
        return places

    def _learn(self, openings: set[str]) -> None:
        """Find out which of some openings of words, kept for all texts to come, are those of matches."""
        if openings and self._gate is not None:
            self._openings.update(filter(self._gate.match, openings))
            self._seen |= openings


def at_words(*choices: str, flags: int = 0) -> WordPattern:
    """A pattern of one or more choices, the first that matches, which must begin where a word does.

    Best written in small letters and run over `Document.lower`: to disregard case costs Python twice as much.
    """
    if len(choices) == 1:
        return WordPattern(choices[0], flags)
    return WordPattern("|".join(f"{opening(choice, flags)}(?:{choice})" for choice in choices), flags)


@lru_cache(maxsize=_KEPT)
def _words_by_opening(text: str) -> dict[str, list[int]]:
    """Where the words of a text begin, by their first characters, in order."""
    found: dict[str, list[int]] = {}
    for mark in _WORD.finditer(text):
        at = mark.start()
        begins = text[at : at + LENGTH]
        if not begins.isascii():  # all that are not are the same to an opening: so there are never many
            begins = begins.encode("ascii", "replace").decode("ascii")
        found.setdefault(begins, []).append(at)
    return found
