"""Whom a sentence or clause begins with: "[Jo Marlow] ran", "On Friday, [the boy's mother] came".

In: a text and a stretch of it. Out: the `Source` that could say something there, or None.
"""

import re

from citydesk.read.page.document import Span
from citydesk.read.said.namings import DETERMINER, Source, describe
from citydesk.read.said.speech import COMMON_SOURCES, TITLE_PARTS

FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|did|does|said|says|say)\b")
_PRONOUN = re.compile(r"(?:he|she|they|it|we|i)$", re.IGNORECASE)
GERUND = re.compile(r"[A-Z][a-z]{1,12}ing\s[a-z]")
"""How an aside opens that goes before a subject: "Using a dog police say"."""
_HE_OR_SHE = re.compile(r"(?:s?he)\b", re.IGNORECASE)
LEADING = re.compile(
    r"(?:(?:in\s+(?:a|an|the|his|her|their)\s+(?:\w+\s+){0,2}?(?:statement|release|interview|affidavit"
    r"|complaint|report|email|conference|tweet"
    r"|post|letter|order)|on|in|at(?!\s+least)|by|early|late|earlier|later|during|just|about|around|shortly|meanwhile|but"
    r"|and|so|also|now|still|initially"
    r"|previously|at\s+the\s+time|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:the\s+)?(?:next|same|following)\s+day"
    r"|morning|afternoon|evening|night|today|yesterday|UPDATE|update|video|VIDEO)\s+)+",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    rf"(?:[A-Z][\w.-]{{1,30}}\s){{0,2}}[A-Z][\w.-]{{1,30}}[’']s?\s(?:[\w’'-]{{1,30}}\s){{0,3}}?(?:{COMMON_SOURCES})\b(?![’'-])|(?!(?:The|A|An|His|Her|Their|One|Two|Three|Both|Some|Several|No|None|Any|All|Most"
    rf"|Many)\b)(?:(?:{TITLE_PARTS})\.?\s+)?(?:[A-Z][\w.’'-]{{1,30}}(?:\s+|$)){{1,6}}|(?:he|she|they|He|She|They)\b"
    rf"|(?:(?:{DETERMINER}|[A-Z]\w+)\s+)?(?:[\w’'-]{{1,30}}\s+){{0,4}}?(?i:{COMMON_SOURCES})\b(?![’'-])"
)


def source_at(text: str, start: int, end: int) -> Source | None:
    """The person or thing that a sentence or clause begins with; None if it begins otherwise."""
    if lead := LEADING.match(text, start, end):
        start = lead.end()
    found = SUBJECT.match(text, start, min(end, start + 160)) if not GERUND.match(text, start, end) else None
    if found is None or is_pronoun(found.group().strip()):
        return None
    span = Span(start, trim_end(text, start, found.end()))
    if span.end <= span.start or FINITE.search(text, span.start, span.end):
        return None
    return describe(text, span, span)


def pronoun_at(text: str, start: int, end: int) -> bool:
    """Whether a sentence or clause begins with "he" or "she"."""
    if lead := LEADING.match(text, start, end):
        start = lead.end()
    return _HE_OR_SHE.match(text, start, end) is not None


def is_pronoun(words: str) -> bool:
    """Whether a source is named by a pronoun only."""
    return _PRONOUN.match(words) is not None


def trim_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


