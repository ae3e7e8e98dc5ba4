"""Where direct quotations stand: the words between quotation marks that somebody said.

In: a document. Out: inner spans, marks excluded, in order, none inside another. Marks are matched paragraph by
paragraph, with what scraped news does to them in mind: straight and curly ones mixed, a closing mark where an opening
one is meant, marks doubled from two single ones, quotations never closed, paragraphs that each open one. Names of
works, nicknames and scare quotes are left out. Who says the words is left to `quotes.py`.
"""

import re
from typing import NamedTuple

from citydesk.read.document import Document, Span
from citydesk.read.speech import SAY_FORMS

_MARK = re.compile(r"[“”„\"]|''|``|[‘’'](?!')|\n\s*")
_SINGLE = ("'", "‘", "’")
_SPACE_BEFORE = frozenset(" \n\t([{—–-/:;,…“‘\"'*•|>")
_INNER = re.compile(r"(?<=\s)\"\w[^\"“”\n]{0,80}\"")
"""Straight marks inside curly ones: '“I heard him say "drop it" and ran.”'."""
_NO_QUOTATION = re.compile(r"(?:em|til|till|cause|n|bout|round|tis|twas|nuff|\d\ds?)\b", re.IGNORECASE)
_MAX_SINGLE = 1_500
"""Characters between single marks; apostrophes further apart belong to different words."""
_TAG = re.compile(
    rf",(?=\s(?:(?:{SAY_FORMS})\s|(?:he|she|they|police|(?:[A-Z][\w.’'-]{{0,20}}\s){{1,4}})\s?(?:{SAY_FORMS})\b"
    r"|according\sto\b))"
)
_CUE = re.compile(
    rf"\b(?:{SAY_FORMS}|according\sto|describ\w+|call(?:s|ed|ing)?|refer\w+|label\w+|term(?:s|ed)|quot\w+"
    rf"|testi\w+|claim\w*"
    r"|tweet\w*|shout\w*|yell\w*|scream\w*|words?|statement|complaint|affidavit|report(?:s|ed)?|ruled?|wrot?e|written"
    r"|convers\w+|heard|ask(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b(?:known\sas|nicknamed|named|a\.?k\.?a\.?,?|dubbed|titled|entitled|movie|film|song|album|book|novel|show|series"
    r"|program|magazine|single|play|game|video|hashtag|letters?|keyword|words?|(?:shirts?|signs?|banners?"
    r"|tattoos?|posters?)"
    r"[\w\s]{0,20}(?:reads?|reading|said|saying|with|that\ssay))\s*[,:]?\s*$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.’'-]*|III?|Jr\.)\s+$")
_NAME_AFTER = re.compile(r"[\"”’']?,?\s+[A-Z][\w’'-]*")
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,4},?$")
_WORD = re.compile(r"[\w’'@#$-]+")
_SINGLE_CLOSING = re.compile(r"(?<=\S)['’](?=[ \n\t.,;:!?)\]}—–\-/…”’\"'|<*]|$)")
_AROUND = 300
"""Characters before and behind quoted words in which a word of saying is looked for."""
_SENTENCE_LIKE = 4
"""Words from which quoted ones pass for speech without a word of saying near them."""


class _Open(NamedTuple):
    start: int
    """Where the quoted words begin."""
    single: bool


def find_quoted(document: Document) -> tuple[Span, ...]:
    """The inner spans of all direct quotations, without the marks, in order.

    A quotation over several paragraphs gives one span for each. What stands in the title counts only where the body
    does not quote the same words.
    """
    spans = [span for span in _matched(document.text) if _is_speech(document, span)]
    said = {_plain(document.words(span)) for span in spans if not document.in_title(span.start)}
    return tuple(
        span for span in spans if not document.in_title(span.start) or _plain(document.words(span)) not in said
    )


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.lower().replace("’", "'")))


def _matched(text: str) -> list[Span]:
    """Every stretch between quotation marks, speech or not."""
    found: list[Span] = []
    opened: _Open | None = None
    at = 0
    for mark in _MARK.finditer(text):
        if mark.start() < at:
            continue
        sign = mark.group()
        if sign[0] == "\n":
            if opened is not None and _stays_open(text, mark, opened):
                continue
            _close(found, text, opened, mark.start(), closed=False)
            opened = None
        elif sign in _SINGLE:
            if opened is None and _opens_single(text, mark):
                end = _single_end(text, mark.end())
                if end is not None:
                    _close(found, text, _Open(mark.end(), True), end, closed=True)
                    at = end + 1
        elif opened is None:
            if _may_open(text, mark):
                opened = _Open(mark.end(), False)
        elif sign == '"' and text[opened.start - 1] == "“" and (inner := _INNER.match(text, mark.start())):
            at = inner.end()
        elif _reopens(text, mark):
            _close(found, text, opened, mark.start(), closed=False)
            opened = _Open(mark.end(), False)
        else:
            _close(found, text, opened, mark.start(), closed=True)
            opened = None
    _close(found, text, opened, len(text), closed=False)
    return found


def _close(found: list[Span], text: str, opened: _Open | None, end: int, *, closed: bool) -> None:
    """Add what was opened; where its closing mark is missing, only up to "…, said Somebody"."""
    if opened is None:
        return
    start = opened.start
    if not closed and (tag := _TAG.search(text, start, end)):
        end = tag.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and any(map(str.isalnum, text[start:end])):
        found.append(Span(start, end))


def _before(text: str, at: int) -> str:
    return text[at - 1] if at else "\n"


def _after(text: str, at: int) -> str:
    return text[at] if at < len(text) else "\n"


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark can open a quotation: not where it follows a figure (inches) or ends a word."""
    before, after = _before(text, mark.start()), _after(text, mark.end())
    if mark.group() in "“„":
        return True
    if mark.group() == "''" and before.isdigit():
        return False
    if before in _SPACE_BEFORE:
        return not after.isspace() or mark.group() != "”"
    # 'years."I still see it' lacks a space; '6 feet 2"' and 'word"' close or measure
    return before in ".!?," and after.isupper()


def _reopens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens a quotation although the last one was never closed."""
    before, after = _before(text, mark.start()), _after(text, mark.end())
    if mark.group() in "“„":
        return before.isspace() or before in _SPACE_BEFORE
    if mark.group() == "”":
        return False
    return before.isspace() and after.isalnum() and text[mark.start() - 2 : mark.start() - 1] in ".,!?"


def _stays_open(text: str, mark: re.Match[str], opened: _Open) -> bool:
    """Whether a quotation goes on over a line break: the next line must close it and not open one of its own."""
    if "\n" in mark.group()[1:]:
        return False
    rest = _MARK.search(text, mark.end())
    while rest is not None and rest.group() in _SINGLE:
        rest = _MARK.search(text, rest.end())
    if rest is None or rest.group()[0] == "\n" or rest.start() == mark.end():
        return False
    return not (rest.group() in "“„" or _reopens(text, rest))


def _opens_single(text: str, mark: re.Match[str]) -> bool:
    if _before(text, mark.start()) not in _SPACE_BEFORE or not _after(text, mark.end()).isalnum():
        return False
    return mark.group() != "’" and not _NO_QUOTATION.match(text, mark.end())


def _single_end(text: str, start: int) -> int | None:
    """Where a single-quoted stretch ends: at a mark behind punctuation or, failing that, behind a word.

    Failing both, the paragraph's end serves for one that opens its paragraph with a curly mark.
    """
    stop = text.find("\n", start, start + _MAX_SINGLE)
    stop = stop if stop >= 0 else min(len(text), start + _MAX_SINGLE)
    loose = None
    for mark in _SINGLE_CLOSING.finditer(text, start + 1, stop):
        if text[mark.start() - 1] in ",.!?":
            return mark.start()
        possessive = text[mark.start() - 1] in "sS" and _after(text, mark.end() + 1).islower()
        if loose is None and not possessive:
            loose = mark.start()
    if loose is None and text[start - 1] == "‘" and _before(text, start - 1) == "\n":
        return stop
    return loose


def _is_speech(document: Document, span: Span) -> bool:
    """Whether words between marks are somebody's, and no name, title of a work or figure of speech."""
    text, (start, end) = document.text, span
    words = document.words(span)
    count = len(_WORD.findall(words))
    before = text[max(0, start - 40) : start - 1]
    if _NAMED_BEFORE.search(before):
        return False
    single = text[start - 1] in "'‘"
    if count >= _SENTENCE_LIKE and not single:
        return True
    if _INITIALS.match(words) or (_NAME_BEFORE.search(before) and _NAME_AFTER.match(text, end) and words.istitle()):
        return False
    if document.in_title(start):
        return count > 1
    sentence = document.sentence_at(start)
    if sentence is None:
        return False
    if not single and sentence.start >= start - 2 and words[-1] in ".!?" and words[0].isupper() and count > 1:
        return True
    before = text[max(sentence.start, start - _AROUND) : start]
    behind = text[end : min(max(sentence.end, end + 60), end + _AROUND)]
    return _CUE.search(before + " " + behind) is not None
