"""Sources that stand apart from what they say: "Police: Man shot", "4 shot: police", '"We mourn." — Mayor Marlow'.

In: a sentence of a document with its bodies and quotations. Out: `Heading`s: the words that name the source, and the
mark that shows it. Who the source is, is left to `sayings.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import AgencyMention
from citydesk.read.said.behind import source_after
from citydesk.read.said.namings import Source, describe
from citydesk.read.said.openings import subject_of_sentence
from citydesk.read.said.speech import SAY_FORMS
from citydesk.read.said.tags import in_quote, quote_before

_SOURCES = (
    r"police|sheriff(?:[’']s\s(?:office|department))?|cops|officials?|authorities|deputies|prosecutors?|coroner"
    r"|medical\s+examiner|family|witness(?:es)?|mother|father|mom|dad|parents|neighbors?|relatives|friends?|chief|mayor"
    r"|attorney|lawyer|reports?|records|documents|docs|affidavit|complaint|warrant|troopers|investigators|detectives"
    r"|dispatch|sources?|lawsuit|doctors?|hospital|patrol|fbi|atf|dea|pd|da|study|suspect|gunman|teen|man|woman|victim"
)
_BEFORE_COLON = re.compile(
    r"(?:(?:UPDATED?|BREAKING|VIDEO|WATCH|Related|RELATED|LATEST|Update)\s*[:|-]\s*)?"
    r"(?P<source>[A-Z@][\w’'.&/ -]{1,60}?):\s+(?=[\"“‘']?[A-Z0-9])"
)
_AT_END = re.compile(rf"(?P<mark>\s[–—-]{{1,2}}|\s\||:)\s(?P<source>(?:[A-Z][\w’'.]+ ){{0,3}}(?i:{_SOURCES}))$")
_OUTLET = re.compile(
    r"\s(?:[–—-]{1,2}|\|)\s(?=[^|–—]{0,60}(?:[A-Z]{4}|News|TV|Channel|\.com|Times|Post|Tribune|Herald|Online)).*$"
)
_SOURCE = re.compile(rf"\b(?:{_SOURCES})$|\b[A-Z]{{1,4}}PD$|\b[A-Z]{{2,3}}(?:SO|BI)$", re.IGNORECASE)
_NO_SOURCE = re.compile(
    r"\b(?:by|posted|updated|published|photo|video|image|related|update|story|file|source|watch|read|more|contact"
    r"|location|date|caption|follow|breaking|victims?|address|name|age|live|editor|reporter|statement|warning|note|first"
    r"|second|news|family\s+photo)\b",
    re.IGNORECASE,
)
_MAX_WORDS = 6
_MAX_GAP = 6
"""Characters between a sentence and the quotation that its colon introduces."""
_SIGNED = re.compile(
    r"[”\"’']{1,2}\s{0,3}(?P<dash>[—–]|--?)\s?(?P<name>(?:[A-Z][\w.’'-]{0,24}\s){1,5}[A-Z][\w’'-]{1,24})"
    r"(?=\s*(?:[,(\n.]|$))"
)
_STATEMENT = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]{0,24}\s){0,4}[A-Z][\w’-]{1,24})[’']s?\s(?:\w+\s){0,2}?(?P<cue>statement|post|tweet|letter)"
    r"(?:\s\w+){0,4}:$"
)


_UNVERBED = re.compile(
    r"[”\"]\s(?P<name>(?:[A-Z][\w.’'-]{0,24}\s){1,4}[A-Z][\w’'-]{1,24})"
    r"(?=\.?\s*(?:\n|$)|,\s(?:who|an?|the)\s(?P<rest>[^.!?\n\"“]{3,140})[.!?](?:\s|$))"
)
"""A name behind a quotation that ends with a comma, where the verb is missing: '"He ran," Sgt. Jo Marlow.'."""
_COLON = re.compile(r":\s*[“\"‘']\s?$")
_ISSUED_BY = re.compile(
    r"\b(?P<cue>statement|release|letter|post|e-?mail|message|note|response)(?:\s\w+){0,3}?\s(?:by|from)\s"
)
_SAYS = re.compile(rf"\b(?:{SAY_FORMS}|according|reading)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """A source that stands apart from its words."""

    source: Source
    cue: Span
    """The mark or word that shows it."""
    quotes: bool
    """Whether it belongs to a direct quotation."""


def find_headings(
    document: Document, agencies: Sequence[AgencyMention], quoted: Sequence[Span], sentence: Sentence
) -> Iterator[Heading]:
    """The sources that stand apart from their words in a sentence, title or line."""
    bodies = frozenset(mention.span for mention in agencies) if document.in_title(sentence.start) else frozenset()
    yield from _before_colon(document, bodies, quoted, sentence)
    if document.in_title(sentence.start):
        yield from _at_end(document, sentence)
    yield from _signed(document, quoted, sentence)


def _before_colon(
    document: Document, bodies: frozenset[Span], quoted: Sequence[Span], sentence: Sentence
) -> Iterator[Heading]:
    """Sources like "Police: Man shot officer"."""
    found = _BEFORE_COLON.match(document.text, sentence.start, sentence.end)
    if found is None or in_quote(quoted, found.start()):
        return
    span, words = Span(*found.span("source")), found["source"]
    if len(words.split()) > _MAX_WORDS or _NO_SOURCE.search(words):
        return
    source = describe(document.text, span, span)
    if source is not None and (_SOURCE.search(words) or span in bodies):
        yield Heading(source, Span(span.end, span.end + 1), False)


def _at_end(document: Document, sentence: Sentence) -> Iterator[Heading]:
    """Sources like "Man shot at party - police | KCTX News", "4 wounded: authorities"."""
    title = document.text[: sentence.end]
    if outlet := _OUTLET.search(title, sentence.start):
        title = title[: outlet.start()]
    found = _AT_END.search(title, max(sentence.start, len(title) - 80))
    if found is None:
        return
    span = Span(*found.span("source"))
    source = describe(document.text, span, span)
    if source is not None:
        yield Heading(source, Span(*found.span("mark")), False)


def _signed(document: Document, quoted: Sequence[Span], sentence: Sentence) -> Iterator[Heading]:
    """A name behind a quotation and a dash, and a heading over one: "Mayor Marlow's full statement:"."""
    text = document.text
    n = quote_before(quoted, sentence.end)
    dash = _SIGNED.match(text, quoted[n].end) if n >= 0 and quoted[n].end >= sentence.start else None
    if dash is not None:
        span = Span(*dash.span("name"))
        source = describe(text, span, span)
        if source is not None and source.name is not None:
            yield Heading(source, Span(*dash.span("dash")), True)
    unverbed = _UNVERBED.match(text, quoted[n].end) if n >= 0 and text[quoted[n].end - 1] == "," else None
    if unverbed is not None and quoted[n].end >= sentence.start and not _SAYS.search(unverbed["rest"] or ""):
        span = Span(*unverbed.span("name"))
        source = describe(text, span, span)
        if source is not None and source.name is not None and source.name.end == span.end:
            yield Heading(source, span, True)
    heading = _STATEMENT.search(text, max(sentence.start, sentence.end - 120), sentence.end)
    if heading is not None:
        source = source_after(text, heading.start("name"), heading.end("name"))
        if source is not None:
            yield Heading(source, Span(*heading.span("cue")), True)
            return
    yield from _before_quotation(document, quoted, sentence)


def _before_quotation(document: Document, quoted: Sequence[Span], sentence: Sentence) -> Iterator[Heading]:
    """Whoever a sentence without a verb of saying tells of that ends with a colon: "The mayor issued a statement:"."""
    text = document.text
    n = quote_before(quoted, sentence.start) + 1
    if n >= len(quoted) or quoted[n].start > sentence.end + _MAX_GAP:
        return
    colon = _COLON.search(text, max(sentence.start, quoted[n].start - 8), quoted[n].start)
    if colon is None or _SAYS.search(text, sentence.start, colon.start()):
        return
    issued = _ISSUED_BY.search(text, sentence.start, colon.start())
    source = source_after(text, issued.end(), colon.start()) if issued is not None else None
    source = source or subject_of_sentence(text, sentence)
    if source is None or _NO_SOURCE.match(text, source.core.start):
        return
    if source.span.end <= colon.start():
        yield Heading(source, Span(colon.start(), colon.start() + 1), True)
