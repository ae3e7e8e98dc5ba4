"""Where direct quotations stand: the words between quotation marks that somebody said.

In: a document. Out: inner spans, marks excluded, in order, none inside another. Names of works, nicknames and scare
quotes are left out; fragments count where a word of saying stands near. Which marks belong together is left to
`quote_marks.py`, who says the words to `quotes.py`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from citydesk.read.page.document import Document, Span
from citydesk.read.page.patterns import at_words
from citydesk.read.said.quote_marks import match_marks
from citydesk.read.said.speech import SAY_FORMS

_CUE = at_words(
    rf"\b(?:{SAY_FORMS}|according\sto|describ\w+|call(?:s|ed|ing)?|refer\w+|label\w+|term(?:s|ed)|quot\w+|testi\w+"
    r"|claim\w*|tweet\w*|shout\w*|yell\w*|scream\w*|words?|statement|complaint|affidavit|report(?:s|ed)?|ruled?|wrot?e"
    r"|written|convers\w+|heard|ask(?:s|ed|ing)?)\b",
    flags=re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b(?:known\sas|nicknamed|named|a\.?k\.?a\.?,?|dubbed|titled|entitled|movie|film|song|album|book|novel|show|series"
    r"|program|magazine|single|play|game|video|hashtag|letters?|keyword|words?|(?:shirts?|signs?|banners?|tattoos?"
    r"|posters?)[\w\s]{0,20}(?:reads?|reading|said|saying|with|that\ssay))\s*[,:]?\s*$",
    re.IGNORECASE,
)
"""What stands before the name of a work or person, or before what is written on a thing."""
_LINK = re.compile(r"(?:^|\n|\s)\d{1,2}:\d\d\s+$")
"""A film's running time before its headline: "1:47 'I miss her,' says mother"."""
_CALLED_BEFORE = re.compile(r"\bcall(?:s|ed|ing)?\s(?:him\s|her\s|it\s|them\s)?$")
_SO_CALLED = re.compile(r"\b(?:is|are|what[’']s|so-)\s?(?:also\s)?called\s(?:an?\s|the\s)?$")
_SPEAKER_LINE = re.compile(r"(?:^|\n)(?!\w+\s+\w+:\d)[A-Z][\w’'.-]{2,20}(?:\s[\w’'.-]{1,20}){0,3}:\s*$")
"""Who speaks in a conversation that is given line by line: 'Dispatcher: "Yes?"'."""
_SAID_BEFORE = re.compile(
    rf"\b(?:{SAY_FORMS}|saying|shouting|yelling|screaming|reading|words?)[,:]?\s*$", re.IGNORECASE
)
_NOUN_BEHIND = re.compile(r"[\"”’']\s[a-z]")
_SMALL = frozenset("a an the of in on at to for and or it by with from is".split())
_MAX_TITLE = 5
"""Words of a name or title in quotation marks."""
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.’'-]*|III?|Jr\.)\s+$")
_NAME_AFTER = re.compile(r"[\"”’']?,?\s+[A-Z][\w’'-]*")
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,4},?$")
_WORD = re.compile(r"[\w’'@#$-]+")
_SENTENCE_LIKE = 4
"""Words from which quoted ones pass for speech without a word of saying near them."""
_BEFORE, _BEHIND, _JUST_BEHIND = 300, 300, 60
"""Characters in the sentence before and behind quoted words, and behind its end, in which that word may stand."""


@dataclass(slots=True)
class _Cues:
    """Where a text has words of saying; looked for once, when a fragment first needs them."""

    text: str
    starts: list[int] | None = None

    def has(self, start: int, end: int) -> bool:
        """Whether one begins between two offsets."""
        if self.starts is None:
            self.starts = [cue.start() for cue in _CUE.finditer(self.text)]
        n = bisect_left(self.starts, start)
        return n < len(self.starts) and self.starts[n] < end


def find_quoted(document: Document) -> tuple[Span, ...]:
    """The inner spans of all direct quotations, without the marks, in order.

    A quotation over several paragraphs gives one span for each. What stands in the title counts only where the body
    does not quote the same words.
    """
    matched = match_marks(document.text)
    near = _Cues(document.text)
    spans = [span for span in matched if _is_speech(document, span, near)]
    said = {plain_words(document.words(span)) for span in spans if not document.in_title(span.start)}
    return tuple(
        span for span in spans if not document.in_title(span.start) or plain_words(document.words(span)) not in said
    )


def plain_words(words: str) -> str:
    """Words in lower case without what stands between them, for telling whether two quotations are one."""
    return " ".join(_WORD.findall(words.lower().replace("’", "'")))


def _is_speech(document: Document, span: Span, cues: _Cues) -> bool:
    """Whether words between marks are somebody's, and no name, title of a work or figure of speech."""
    text, (start, end) = document.text, span
    words = document.words(span)
    count = len(_WORD.findall(words))
    before = text[max(0, start - 40) : start - 1]
    opens_line = before.endswith("\n")
    if not opens_line and _NAMED_BEFORE.search(before):
        return False
    single = text[start - 1] in "'‘"
    if _LINK.search(before) or _is_title(document, span, before):
        return False
    heads_line = opens_line and text[end + 1 : end + 2] != ":"
    if (count >= _SENTENCE_LIKE and (heads_line or not single)) or _SPEAKER_LINE.search(before):
        return True
    if _INITIALS.match(words) or (_NAME_BEFORE.search(before) and _NAME_AFTER.match(text, end) and words.istitle()):
        return False
    if document.in_title(start):
        return count > 1
    return (not single and _is_sentence(document, span, count)) or _has_cue(document, span, cues)


def _is_title(document: Document, span: Span, before: str) -> bool:
    """Whether a few quoted words are what somebody or something is called: 'a "Riders of Ohio" jacket'."""
    words = _WORD.findall(document.words(span))
    if document.in_title(span.start) or not 0 < len(words) <= _MAX_TITLE or _SAID_BEFORE.search(before):
        return False
    last = document.words(span)[-1]
    if last in "!?" or _SO_CALLED.search(before):
        return last not in "!?"
    main = [word for word in words if word.lower() not in _SMALL]
    if not main or not words[0][0].isupper() or not all(word[0].isupper() for word in main):
        return False
    if _CALLED_BEFORE.search(before):
        return True
    return last not in ",." and len(words) > 1 and _NOUN_BEHIND.match(document.text, span.end) is not None


def _is_sentence(document: Document, span: Span, count: int) -> bool:
    """Whether a few quoted words are a sentence of their own, or begin one: "It is my home."."""
    sentence = document.sentence_at(span.start)
    words = document.words(span).lstrip("([")
    opens = sentence is not None and sentence.start >= span.start - 2
    return opens and count > 1 and words[-1] in ".!?," and words[0].isupper()


def _has_cue(document: Document, span: Span, cues: _Cues) -> bool:
    """Whether a word of saying stands in a quoted fragment's sentence, outside of it."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return False
    limit = min(max(sentence.end, span.end + _JUST_BEHIND), span.end + _BEHIND)
    before = cues.has(max(sentence.start, span.start - _BEFORE), span.start)
    return before or cues.has(span.end, limit)
