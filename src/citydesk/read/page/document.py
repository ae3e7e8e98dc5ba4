"""A report laid out for reading: title and body as one text, its sentences, and the way back to the report's words.

All modules of this room speak in offsets of `Document.text` (mended, the title first); only `Document.evidence`
knows how these lie in the report as given. That is what makes a fact without true evidence impossible.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from citydesk.model import Certainty, Evidence, Fact, FieldName, Report
from citydesk.read.page.mended import Mended, mend
from citydesk.read.page.sentences import Sentence, find_sentences

V = TypeVar("V")

_BREAK = "\n\n"
"""Between title and body, so that no sentence and no pattern runs across."""
_SITE_FOLLOWS = re.compile(r" [|«»–—-] ")
_BEGINS = re.compile(r"[A-Z“\"(]|(?<!\d)\d")
"""What a text begins with, and no word goes on with: "in Spring" and "in Springfield"."""
_FEWEST_SPACES = 2
"""In a headline that a body may begin with by accident there are fewer: "Shooting" and "Shootings have risen"."""


class Span(NamedTuple):
    """Half-open offsets into `Document.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A report laid out for reading."""

    report: Report
    text: str
    """The mended title, a blank line, and the mended body."""
    lower: str
    """The same in small letters, character for character: what `at_words` patterns are run over."""
    body_start: int
    """Where the body begins in `text`."""
    sentences: tuple[Sentence, ...]
    """In order; those of the title come first."""
    starts: tuple[int, ...]
    """Where each of them begins."""
    title: Mended
    body: Mended

    def in_title(self, offset: int) -> bool:
        """Whether an offset lies in the title."""
        return offset < self.body_start

    def words(self, span: tuple[int, int]) -> str:
        """The (mended) words of a span."""
        return self.text[span[0] : span[1]]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset lies in, or the last one before it; None before the first."""
        n = bisect_right(self.starts, offset) - 1
        return self.sentences[n] if n >= 0 else None

    def evidence(self, start: int, end: int) -> Evidence:
        """The words [start:end] of `text` as they stand in the report given.

        A span across title and body is cut to the part in which it begins. Raises ValueError for an empty span.
        """
        if self.in_title(start):
            field, given, mended = FieldName.TITLE, self.report.title, self.title
            end = min(end, len(mended.text))
        else:
            field, given, mended = FieldName.TEXT, self.report.text, self.body
            start, end = start - self.body_start, end - self.body_start
        if not 0 <= start < end <= len(mended.text):
            raise ValueError(f"span {start}:{end} is not in the {field} of report {self.report.id!r}")
        start, end = mended.given_span(start, end)
        return Evidence(field=field, start=start, end=end, text=given[start:end])

    def fact(
        self,
        value: V,
        spans: Iterable[tuple[int, int]],
        *,
        source: str | None = None,
        certainty: Certainty = Certainty.STATED,
        confidence: float = 0.8,
    ) -> Fact[V]:
        """A fact whose evidence is the words of the spans, doubles left out, the telling one first."""
        evidence = tuple(dict.fromkeys(self.evidence(start, end) for start, end in spans))
        return Fact(value=value, evidence=evidence, source=source, certainty=certainty, confidence=confidence)


def open_document(report: Report) -> Document:
    """Lay a report out for reading."""
    title, body = mend(report.title), mend(report.text)
    glued = _glued_title(title.text, body.text)
    if glued:
        body = body.broken_at(glued)
    body_start = len(title.text) + len(_BREAK)
    text = title.text + _BREAK + body.text
    heading = find_sentences(title.text)
    paragraph = heading[-1].paragraph + 1 if heading else 0
    rest = find_sentences(text, body_start, len(heading), paragraph)
    sentences = (*heading, *rest)
    starts = tuple(sentence.start for sentence in sentences)
    return Document(report, text, _lowered(text), body_start, sentences, starts, title, body)


def _lowered(text: str) -> str:
    """A text in small letters, as long as before: "İ", the only letter that grows, as if it had no dot."""
    return text.replace("İ", "I").lower()


def _glued_title(title: str, body: str) -> int:
    """How much of the body is the title with the first word stuck to it, as scraping leaves it; 0 where it is not so.

    The body may have left away what stands behind a dash or a bar of the title: the name of the site.
    """
    for end in (len(title), *(mark.start() for mark in reversed(list(_SITE_FOLLOWS.finditer(title))))):
        headline = title[:end]
        if headline.count(" ") >= _FEWEST_SPACES and body.startswith(headline) and _BEGINS.match(body, end):
            return end
    return 0
