"""Whom a sentence or clause begins with: "[Jo Marlow] ran", "On Friday, [the boy's mother] came".

In: a text and a stretch of it. Out: the `Source` that could say something there, or None.
"""

import re

from citydesk.read.page.document import Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.said.appositions import with_name_behind
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
_GROUPS = (
    "Members|Residents|Friends|Neighbors|Witnesses|Police|Officers|Deputies|Investigators|Detectives|Authorities"
    "|Officials|Prosecutors|Relatives"
)
SUBJECT = re.compile(
    # "Members of a group", "Police have"
    rf"(?:{_GROUPS})\b(?![’'-])(?!\s(?i:{COMMON_SOURCES})\b)"
    # "Ann Roe's mother"
    rf"|(?:[A-Z][\w.-]{{1,30}}\s){{0,2}}[A-Z][\w.-]{{1,30}}[’']s?\s(?:[\w’'-]{{1,30}}\s){{0,3}}?(?:{COMMON_SOURCES})\b(?![’'-])"
    # "Sgt. Ann Roe"
    r"|(?!(?:The|A|An|His|Her|Their|One|Two|Three|Both|Some|Several|No|None|Any|All|Most|Many|Another|Other|Others"
    r"|Neither|Each|Every|Someone|Somebody|Everyone|Nobody)\b)"
    rf"(?:(?:{TITLE_PARTS})\.?\s+)?(?:[A-Z][\w.’'-]{{1,30}}(?:\s+|$)){{1,6}}"
    # "she"
    r"|(?:he|she|they|He|She|They)\b"
    # "the father of the boy"
    rf"|(?:(?:{DETERMINER}|[A-Z]\w+)\s+)?(?:[\w’'-]{{1,30}}\s+){{0,4}}?(?i:{COMMON_SOURCES})\b(?![’'-])"
)
_MAX_LEAD = 80
"""Characters of what may stand before the subject and its comma: "In the call to 911, Marlow …"."""
_LEADS = re.compile(
    r"(?:in|on|at|by|during|after|before|when|while|as|with|for|from|inside|outside|since|now|later|meanwhile"
    r"|also|like|just|according)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"[’']s?$")


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


def subject_of_sentence(text: str, sentence: Sentence) -> Source | None:
    """Whom a sentence begins with, also behind "In the call," and as the owner of what it begins with."""
    starts = [sentence.start]
    if _LEADS.match(text, sentence.start):
        comma = text.find(", ", sentence.start, min(sentence.end, sentence.start + _MAX_LEAD))
        starts = [comma + 2, sentence.start] if comma >= 0 else starts
    for start in starts:
        source = source_at(text, start, sentence.end)
        if source is not None:
            return with_name_behind(text, _owner(text, source), sentence.end)
    return None


def _owner(text: str, source: Source) -> Source:
    """Marlow, where a sentence begins "Marlow's house"."""
    words = text[source.core.start : source.core.end]
    mark = _POSSESSIVE.search(words)
    if mark is None:
        return source
    span = Span(source.core.start, source.core.start + mark.start())
    return describe(text, span, span) or source


def is_pronoun(words: str) -> bool:
    """Whether a source is named by a pronoun only."""
    return _PRONOUN.match(words) is not None


def trim_end(text: str, start: int, end: int) -> int:
    """The end of a stretch without the white space that it ends with."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
