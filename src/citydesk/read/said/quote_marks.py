"""Which quotation marks belong together.

In: a text. Out: every stretch between matching marks, marks excluded, in order, none inside another. Marks are matched
paragraph by paragraph, with what scraped news does to them in mind: straight and curly ones mixed, a closing mark where
an opening one is meant, marks doubled from two single ones, quotations never closed, paragraphs that each open one,
apostrophes, inches and feet. Whether somebody said the words is left to `quoted.py`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from citydesk.read.page.document import Span
from citydesk.read.said.speech import SAY_FORMS

_MARK = re.compile(r"[“”„\"]|''|``|[‘’'](?!')|\n\s*")
_SINGLE = ("'", "‘", "’")
_OPENING = ("“", "„")
_SPACE_BEFORE = frozenset(" \n\t([{—–-/:;,…“‘\"'*•|>")
_INNER = re.compile(r"(?<=\s)\"\w[^\"“”\n]{0,80}\"")
"""Straight marks inside curly ones: '“I heard him say "drop it" and ran.”'."""
_NO_QUOTATION = re.compile(r"(?:em|til|till|cause|n|bout|round|tis|twas|nuff|\d\ds?)\b", re.IGNORECASE)
"""What an apostrophe begins that opens no quotation."""
_CLOSES_SINGLE = re.compile(r"(?<=\S)['’](?=[ \n\t.,;:!?)\]}—–\-/…”’\"'|<*]|\Z)")
_MAX_SINGLE = 1_500
"""Characters between single marks; apostrophes further apart belong to different words."""
_TAG = re.compile(
    rf",(?=\s(?:(?:{SAY_FORMS})\s|(?:he|she|they|police|(?:[A-Z][\w.’'-]{{0,20}}\s){{1,4}})\s?(?:{SAY_FORMS})\b"
    r"|according\sto\b))"
)


def match_marks(text: str) -> list[Span]:
    """Every stretch between quotation marks, whether somebody said it or not.

    One that is never closed ends with its paragraph or, where a verb of saying follows a comma in it, before that.
    """
    return _Matching(text).run()


@dataclass(slots=True)
class _Matching:
    """One pass over the marks of a text."""

    text: str
    found: list[Span] = field(default_factory=list)
    opened: int | None = None
    """Where the words of the open quotation begin."""
    closing: list[int] | None = None
    """Where single marks stand that may close; None until one is opened."""

    def run(self) -> list[Span]:
        """The matched stretches."""
        at = 0
        for mark in _MARK.finditer(self.text):
            if mark.start() >= at:
                at = self._take(mark)
        self._close(len(self.text), unclosed=True)
        return self.found

    def _take(self, mark: re.Match[str]) -> int:
        """Take in one mark; gives where to go on."""
        sign = mark.group()
        if sign[0] == "\n":
            if self.opened is None or not self._stays_open(mark):
                self._close(mark.start(), unclosed=True)
        elif sign in _SINGLE:
            return self._take_single(mark)
        elif self.opened is None:
            if self._may_open(mark):
                self.opened = mark.end()
        elif sign == '"' and self.text[self.opened - 1] == "“" and (inner := _INNER.match(self.text, mark.start())):
            return inner.end()
        else:
            reopens = self._reopens(mark)
            self._close(mark.start(), unclosed=reopens)
            self.opened = mark.end() if reopens else None
        return mark.end()

    def _take_single(self, mark: re.Match[str]) -> int:
        if self.opened is not None or not self._opens_single(mark):
            return mark.end()
        end = self._single_end(mark.end())
        if end is None:
            return mark.end()
        self.opened = mark.end()
        self._close(end, unclosed=False)
        return end + 1

    def _close(self, end: int, *, unclosed: bool) -> None:
        """Add what was opened; where its closing mark is missing, only up to "…, said Somebody"."""
        start, self.opened = self.opened, None
        if start is None:
            return
        if unclosed and (tag := _TAG.search(self.text, start, end)):
            end = tag.end()
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end and any(map(str.isalnum, self.text[start:end])):
            self.found.append(Span(start, end))

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at else "\n"

    def _after(self, at: int) -> str:
        return self.text[at] if at < len(self.text) else "\n"

    def _may_open(self, mark: re.Match[str]) -> bool:
        """Whether a mark can open a quotation: not where it follows a figure (inches) or ends a word."""
        before, after = self._before(mark.start()), self._after(mark.end())
        if mark.group() in _OPENING:
            return True
        if mark.group() == "''" and before.isdigit():
            return False
        if before in _SPACE_BEFORE:
            return not after.isspace() or mark.group() != "”"
        # 'then."I saw it' lacks a space; '6 feet 2"' and 'word"' close or measure
        return before in ".!?," and after.isupper()

    def _reopens(self, mark: re.Match[str]) -> bool:
        """Whether a mark opens a quotation although the last one was never closed."""
        before, after = self._before(mark.start()), self._after(mark.end())
        if mark.group() in _OPENING:
            return before.isspace() or before in _SPACE_BEFORE
        if mark.group() == "”":
            return False
        return before.isspace() and after.isalnum() and self.text[mark.start() - 2 : mark.start() - 1] in ".,!?"

    def _stays_open(self, mark: re.Match[str]) -> bool:
        """Whether a quotation goes on over a line break: the next line must close it and not open one of its own."""
        if "\n" in mark.group()[1:]:
            return False
        rest = _MARK.search(self.text, mark.end())
        while rest is not None and rest.group() in _SINGLE:
            rest = _MARK.search(self.text, rest.end())
        if rest is None or rest.group()[0] == "\n" or rest.start() == mark.end():
            return False
        return not (rest.group() in _OPENING or self._reopens(rest))

    def _opens_single(self, mark: re.Match[str]) -> bool:
        if mark.group() == "’" or self._before(mark.start()) not in _SPACE_BEFORE:
            return False
        return self._after(mark.end()).isalnum() and not _NO_QUOTATION.match(self.text, mark.end())

    def _single_end(self, start: int) -> int | None:
        """Where a single-quoted stretch ends: at a mark behind punctuation or, failing that, behind a word.

        Failing both, the paragraph's end serves for one that opens its paragraph with a curly mark.
        """
        if self.closing is None:
            self.closing = [mark.start() for mark in _CLOSES_SINGLE.finditer(self.text)]
        stop = self.text.find("\n", start, start + _MAX_SINGLE)
        stop = stop if stop >= 0 else min(len(self.text), start + _MAX_SINGLE)
        loose = None
        for at in self.closing[bisect_left(self.closing, start + 1) : bisect_left(self.closing, stop)]:
            if self.text[at - 1] in ",.!?":
                return at
            possessive = self.text[at - 1] in "sS" and self._after(at + 2).islower()
            if loose is None and not possessive:
                loose = at
        if loose is None and self.text[start - 1] == "‘" and self._before(start - 1) == "\n":
            return stop
        return loose
