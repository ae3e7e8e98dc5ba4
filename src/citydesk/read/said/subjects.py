"""Who says it: the subject of a verb of saying, before or behind it, and whether it can be one of this verb.

In: a document, its quotations, a cue and its sentence. Out: the `Source`, or None. Who the source is in the whole
report is left to `speakers.py`.
"""

import re
from collections.abc import Sequence

from citydesk.model import Certainty
from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.said.behind import source_after
from citydesk.read.said.cues import Cue, CueSort
from citydesk.read.said.namings import Source
from citydesk.read.said.officials import are_official
from citydesk.read.said.sources import source_before
from citydesk.read.said.speech import COMMON_SOURCES, DOCUMENT_NOUNS
from citydesk.read.said.tags import quote_before

_BEFORE_INVERTED = ",”\"’'?!—-"
_ASIDE = re.compile(r",\s(?:however|though|meanwhile|too|in\s+turn),\s$")
_CLOSING = frozenset("”\"'’")
_DETERMINED = re.compile(r"(?:an?|the|one|another)\s|the\s[A-Z]")
_NEVER_INVERTED = frozenset("told tell saying believed thought heard saw telling".split())
_CITED = frozenset("cites cited quoted quotes".split())
_PERCEIVED = frozenset("heard saw".split())
"""Verbs by which a source tells nothing to anybody."""
_ALSO_NOUNS = frozenset(
    """state note claim post estimate suspect release rule report notes posts claims states estimates suspects releases
    rules reports""".split()
)
"""Forms that are as often nouns; as verbs they need an official source right before them that agrees in number."""
_SEVERAL = re.compile(r"(?:[^s]s|police|who|they|cops)$", re.IGNORECASE)
_ONE = re.compile(r"(?:he|she|it)$", re.IGNORECASE)
_THEY = re.compile(r"they$", re.IGNORECASE)
_THINKERS = re.compile(r"^(?:they|he|she)$|neighbo|famil|witness", re.IGNORECASE)
_COMMON = re.compile(rf"\b(?:{COMMON_SOURCES}|{DOCUMENT_NOUNS})\b")
_SPEAKER = re.compile(rf"\b(?:{COMMON_SOURCES}|they|he|she)\b")
_VERB = re.compile(r"\b(?:\w{3,12}ed|was|were|is|are|had|has|came|went|took|got|fought|shot|received)\b")
_BEHIND = re.compile(
    r"\s*(?:$|[.,;:!?\"”’)—–-]|(?:in|on|at|during|of|after|when|who|as|about|outside|following|through|via|with|early|late"
    r"|today|\w+day|from|before|while|to\s+\w+)\b)"
)


def subject_of(document: Document, quoted: Sequence[Span], cue: Cue, sentence: Sentence, *, tag: bool) -> Source | None:
    """The subject of a verb of saying; None where it has none that could say so. `tag`: the verb is by a quotation."""
    found = _cited(document, cue, sentence) or _inverted(document, cue, sentence)
    if found is not None:
        return found
    source = subject_before(document, quoted, cue, sentence)
    return source if source is not None and _may_say(document, cue, source, tag=tag) else None


def subject_before(document: Document, quoted: Sequence[Span], cue: Cue, sentence: Sentence) -> Source | None:
    """The subject before a verb, in its own sentence and not inside a quotation."""
    n = quote_before(quoted, cue.span.start)
    floor = max(sentence.start, quoted[n].end) if n >= 0 else sentence.start
    return source_before(document.text, floor, cue.span.start)


def could_speak(document: Document, source: Source) -> bool:
    """Whether a source is a person by name or one of those who usually say things."""
    return source.name is not None or _SPEAKER.search(document.words(source.core).lower()) is not None


def speaks_by_office(document: Document, source: Source) -> bool:
    """Whether the words that name a source show an official, a body, a document or an outlet."""
    return source.title is not None or are_official(document.words(source.span))


def _cited(document: Document, cue: Cue, sentence: Sentence) -> Source | None:
    """The source in "cites police as saying"."""
    if document.words(cue.span).lower() not in _CITED:
        return None
    source = source_after(document.text, cue.span.end, sentence.end)
    return source if source is not None and document.text.startswith(" as saying", source.span.end) else None


def _inverted(document: Document, cue: Cue, sentence: Sentence) -> Source | None:
    """The source behind the verb: ", said Marlow." and not ", who said police came"."""
    text = document.text
    if cue.sort not in (CueSort.SAY, CueSort.QUOTE) or document.words(cue.span).lower() in _NEVER_INVERTED:
        return None
    before = text[max(sentence.start, cue.span.start - 3) : cue.span.start].rstrip()
    if before and (before[-1] not in _BEFORE_INVERTED or _ASIDE.search(text, sentence.start, cue.span.start)):
        return None
    source = source_after(text, cue.span.end, sentence.end)
    if source is None:
        return None
    words = document.words(source.core)
    if source.name is None and _VERB.search(words):
        return None
    behind_quote = before[-1:] in _CLOSING and _DETERMINED.match(words) is not None
    if source.name is None and not (words[0].isupper() or behind_quote or _COMMON.search(words.lower())):
        return None
    if source.name is None and before.endswith(",") and _has_named_subject(document, cue, sentence):
        return None  # "Marlow, who lives nearby, says the man who died"
    return source if _BEHIND.match(text, source.span.end, sentence.end) else None


def _has_named_subject(document: Document, cue: Cue, sentence: Sentence) -> bool:
    source = source_before(document.text, sentence.start, cue.span.start)
    return source is not None and source.name is not None and source.span.end >= cue.span.start - 2


def _may_say(document: Document, cue: Cue, source: Source, *, tag: bool) -> bool:
    """Whether a verb that also has other meanings is one of saying in this source's mouth."""
    word, words = document.words(cue.span).lower(), document.words(source.core)
    if cue.sort is CueSort.CLAIM:
        return tag or _THEY.match(words) is not None or speaks_by_office(document, source)
    if word in _PERCEIVED:
        return False
    if word in _ALSO_NOUNS:
        official = speaks_by_office(document, source)
        agrees = (_SEVERAL.search(words) is not None) != word.endswith("s") or (official and word == "reports")
        return agrees and (official or _ONE.match(words) is not None) and not _VERB.search(words)
    if cue.certainty is Certainty.BELIEVED and source.name is None:
        return speaks_by_office(document, source) or _THINKERS.search(words) is not None
    return True
