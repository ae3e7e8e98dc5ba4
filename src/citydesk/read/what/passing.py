"""Which words of a scene tell of its incident, and which only pass by it: statistics, other stories, quotations.

In: a setting and a scene. Out: the sentences that tell, asked by offset. Other incidents that the report tells of at
any length are other scenes already.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.read.page.document import Document
from citydesk.read.page.patterns import WordPattern, at_words
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import Passing, Scene, Setting

_STATISTICS = at_words(
    r"\b(?:(?<!earlier )this year|(?:than|from|same (?:time|period)|compared (?:to|with)) last year|so far|"
    r"year[- ]to[- ]date|statistics|each year|every year|per year|a year ago"
    r"|nationwide|nationally|homicides? (?:in|this|of the year)|of the year|compared (?:to|with)|average\w*|percent"
    r"|since (?:jan|the (?:start|beginning))\w*|more than in|in the past (?:\w+ )?(?:days|weeks|months|years?)"
    r"|over the past (?:\w+ )?(?:days?|weeks?|months?|years?)|study|coalition|hotline|awareness|statewide"
    r"|every day|each day|annually|an epidemic|crisis)\b"
)
"""For small letters."""
_SEVERAL = at_words(
    r"\b(?:(?:separate|unrelated|different|other|multiple|several|three|four|five|six|seven|\d{1,2}) (?:\w+ )?"
    r"(?:shootings|incidents|homicides)"
    r"|(?:shootings|gunfire|violence|incidents) (?:across|around|throughout|over|citywide|in the city|this weekend)"
    r"|(?:weekend|holiday|overnight|citywide|city|recent|day|july|chicago|detroit) (?:shootings|violence|gunfire)"
    r"|weekend incidents|(?:string|spate|rash|wave|series) of (?:\w+ )?(?:shootings|violence|homicides))\b"
)
"""For small letters."""
_TIMECODE = re.compile(r"(?<![\d:])\d{1,2}:\d\d (?=[A-Z‘“\"'])(?![AP]\.?M)")
_LABEL = re.compile(
    r"\b(?:RELATED(?: \w+)?|Related(?: \w+)?|ALSO|READ MORE|Read more|MORE(?: \w+){0,4}|WATCH(?: \w+)?|PHOTOS?|VIDEO"
    r"|OTHER NEWS|TRENDING|SEE ALSO|MOST READ|FULL COVERAGE|DON'T MISS)\s?:"
    r"|\bRelated (?:Coverage|Stories|Articles|Content)\b|\bMore stories\b|\bMORE FROM\b",
)
_ALSO = re.compile(r"\bALSO ?:")
_LABELLED, _LISTED = 120, 300
"""Characters behind a label that are another story's headline; behind "ALSO:" several."""
_MANY_TIMECODES = 3
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    "with from after before over that this have been were dead shot shooting killed police news video when they".split()
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A scene's words, and which of them pass by its incident."""

    setting: Setting
    scene: Scene
    passing: Passing

    def holds(self, offset: int, *, quoted: bool = False) -> bool:
        """Whether the words at an offset tell of the incident; those of a quotation only if `quoted`."""
        document = self.setting.document
        sentence = document.sentence_at(offset)
        if sentence is None or sentence.index in self.passing.by or not self.scene.covers(offset):
            return False
        if not quoted and self.setting.in_quote(offset):
            return False
        return _last_label(document, offset) is None

    def counts(self, offset: int, *, quoted: bool = False) -> bool:
        """Whether a number at an offset is one of the incident alone, and not of several incidents together."""
        sentence = self.setting.document.sentence_at(offset)
        return sentence is not None and sentence.index not in self.passing.several and self.holds(offset, quoted=quoted)


def find_telling(setting: Setting, scene: Scene) -> Telling:
    """What of a scene tells of its incident."""
    return Telling(setting, scene, find_passing(setting.document) if setting.passing is None else setting.passing)


def find_passing(document: Document) -> Passing:
    """What of a report tells of no incident alone: found once, and asked of every scene."""
    by = frozenset((*_find_teasers(document), *_sentences_with(document, _STATISTICS)))
    return Passing(by, frozenset(_sentences_with(document, _SEVERAL)))


def _sentences_with(document: Document, pattern: WordPattern) -> Iterator[int]:
    """The numbers of the sentences in which a pattern for small letters begins."""
    for mark in pattern.finditer(document.lower):
        sentence = document.sentence_at(mark.start())
        if sentence is not None:
            yield sentence.index


def _last_label(document: Document, offset: int) -> re.Match[str] | None:
    """The label of another story's headline that stands just before an offset."""
    start, further = max(document.body_start, offset - _LABELLED), max(document.body_start, offset - _LISTED)
    if offset <= start:
        return None
    return _LABEL.search(document.text, start, offset) or _ALSO.search(document.text, further, offset)


def _find_teasers(document: Document) -> list[int]:
    """Sentences that are lists of other stories: "0:47 Driver shot … 1:22 Fire on Elm Street", or told twice over."""
    body = [s for s in document.sentences if s.start >= document.body_start]
    listing = len(_TIMECODE.findall(document.text, document.body_start)) >= _MANY_TIMECODES
    title = _content(document.text[: document.body_start])
    timed = [n for n, s in enumerate(body) if listing and _TIMECODE.search(document.text, s.start, s.end)]
    found: list[int] = []
    for n, sentence in enumerate(body):
        words = document.words((sentence.start, sentence.end))
        if (timed and timed[0] <= n <= timed[-1]) or (_is_repeated(document, body, n) and not _content(words) & title):
            found.append(sentence.index)
    return found


def _is_repeated(document: Document, body: list[Sentence], n: int) -> bool:
    """Whether a sentence stands twice, one beside the other, as in a page's list of other stories."""
    words = document.words((body[n].start, body[n].end))
    return any(
        0 <= other < len(body) and document.words((body[other].start, body[other].end)) == words
        for other in (n - 1, n + 1)
    )


def _content(words: str) -> set[str]:
    return set(_WORD.findall(words.lower())) - _COMMON
