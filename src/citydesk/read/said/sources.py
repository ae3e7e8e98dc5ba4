"""The words that name a source, taken from beside a verb of saying.

In: a text and where a verb of saying begins or ends. Out: a `Source`: the stretch that names who says it, with the
person's name, title and body found inside it. Which person or body that is in the whole report is left to
`speakers.py`.
"""

import re
from typing import NamedTuple

from citydesk.read.page.document import Span
from citydesk.read.said.appositions import apposition_after, with_apposition
from citydesk.read.said.namings import BEGINS, DETERMINER, LAST_NOUN, SHORT_NOUN, Source, describe
from citydesk.read.said.speech import COMMON_SOURCES, DOCUMENT_NOUNS, TITLE_PARTS

_MAX_BEFORE = 240
"""Characters before a verb that are looked at for its subject."""
_TRAILING = re.compile(
    r"\s+(?:also|later|then|previously|earlier|initially|originally|reportedly|allegedly|only|still|now|already|quickly"
    r"|specifically|simply|tearfully|further|recently|both|all|just|even|immediately|repeatedly|reluctantly"
    r"|subsequently"
    r"|would|could|did|does|do|not|has|have|had|is|are|was|were|will|may|might|can|cannot|didn[’']t|don[’']t"
    r"|haven[’']t|hasn[’']t"
    r"|wouldn[’']t|couldn[’']t|won[’']t|aren[’']t|isn[’']t|been|being|yet|first|again|once|never|really"
    r"|publicly|officially"
    r"|(?:(?:early|late|on)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening"
    r"|night))?|today)$"
)
_BOUNDARY = re.compile(
    r"[,;:()\[\]“”„\"\n|•]|\s[–—-]{1,2}\s|--|—|(?<![\w-])(?:[Tt]hat|[Aa]nd|[Bb]ut|[Ww]hen|[Ww]hile|[Aa]s"
    r"|[Bb]ecause|[Aa]fter|[Bb]efore|[Ii]f|whether|[Ww]here"
    r"|[Ww]hat|how|why|[Ss]ince|[Aa]lthough|[Tt]hough|than|or|until|[Ss]o|then|yet|[Hh]owever|unless|noting"
    r"|saying|who|whom|which|said|says|say"
    r"|told|added)(?![\w-])"
)
_CLAUSE_INSIDE = re.compile(r"\b(?:was|were|is|are|had|has|opened|went|ran|\w{3,12}ed|took|came|got|fought|shot)\b")
"""Verbs that show that words before a verb of saying are a clause and not its subject."""
_FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|did|does|said|says|say)\b")
_PREPOSITION = re.compile(
    r"(?:in|on|at|inside|outside|near|after|during|as\s+of|by|for|with|from|under|upon|within|about|around|over"
    r"|until|of)\s",
    re.IGNORECASE,
)
_PRONOUN_AND = re.compile(r"(?:he|she|they|it|we|i)\s", re.IGNORECASE)
_BREAK = re.compile(r"[;:“”\"\n|]|\s[–—-]{1,2}\s|—|\b(?:but|when|while|because|that|if|although)\b")
"""What no apposition reaches across."""
_OF_SOMEBODY = re.compile(r"(?:an?|the|his|her)\b")
_CALLED = re.compile(rf"\b(?:{COMMON_SOURCES})$")
_GOES_ON = re.compile(r"(?:\d|who\b|whose\b|which\b|of\b|from\b|age\b|(?:Jr|Sr)\.?$)")
_PLACE_TAIL = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}$")
_NAME_AFTER = re.compile(r"\s[A-Z][\w’'-]+\.?(?:\s[A-Z][\w’'-]*\.?){1,3}(?=[,.;\"”]|\s(?:who|of|from|in)\s|$)")
_IN_PLACE = re.compile(r"\b(?:in|of|from)\s(?:[A-Z][\w.]+\s?){1,3}$")
_WHOLE_NAME = re.compile(r"\s*(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+$")
_END_AFTER = re.compile(
    r"[,;:()\[\]“”„\"\n|•]|\s[–—-]{1,2}\s|--|—|[.!?]$|(?<![\w-])(?:who|that|as|in|on|at|during|after|before"
    r"|when|while|because|about|but"
    r"|and|to|from|outside|following|through|via|early|late|today|earlier|whose|by|says|said|told|was|were|is"
    r"|are|had|has"
    r"|into|upon|regarding|released|filed|obtained|issued|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\w-])"
)
_PAIR = re.compile(
    rf"(?:(?<=^)|(?<=[,.;:—–\n“\"]\s)|(?<=\n)|(?<=[.!?]\s))(?:{DETERMINER}|\w+)?\s?(?:{COMMON_SOURCES})\s$",
    re.IGNORECASE,
)
_FRESH = re.compile(r"(?:(?:newly|recently|just)\s+)?(?:released|filed|obtained|published|unsealed)\s+(?=[A-Za-z])")
_OF_DOCUMENT = re.compile(
    r"\s*(?:(?:released|issued|sent|posted|provided|given|made|written)\s+)?(?:(?:\w+day|today)\s+)?(?:from|by)\s+"
)
_A_DOCUMENT = re.compile(rf"\b(?:{DOCUMENT_NOUNS})$", re.IGNORECASE)
_ISSUER = re.compile(
    r"[Pp]olice|[Ss]heriff|Department|[Oo]ffice|Patrol|Bureau|[Aa]uthorit|[Oo]fficials|Attorney|\b[A-Z]{2,5}\b"
)
_PRONOUN = re.compile(r"(?:he|she|they|it|we|i)$", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:(?:in\s+(?:a|an|the|his|her|their)\s+(?:\w+\s+){0,2}?(?:statement|release|interview|affidavit"
    r"|complaint|report|email|conference|tweet"
    r"|post|letter|order)|on|in|at|by|early|late|earlier|later|during|just|about|around|shortly|meanwhile|but"
    r"|and|so|also|now|still|initially"
    r"|previously|at\s+the\s+time|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:the\s+)?(?:next|same|following)\s+day"
    r"|morning|afternoon|evening|night|today|yesterday|UPDATE|update|video|VIDEO)\s+)+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?!(?:The|A|An|His|Her|Their|One|Two|Three|Both|Some|Several|No|None|Any|All|Most"
    rf"|Many)\b)(?:(?:{TITLE_PARTS})\.?\s+)?(?:[A-Z][\w.’'-]{{1,30}}(?:\s+|$)){{1,6}}|(?:he|she|they|He|She|They)\b"
    rf"|(?:(?:{DETERMINER}|[A-Z]\w+)\s+)?(?:[\w’'-]{{1,30}}\s+){{0,4}}?(?:{COMMON_SOURCES})\b(?![’'-])"
)
_APPOSITIVE = re.compile(
    rf"\s*(?:a|an|the|who|whose|which|also|his|her|their|of|another|one|age|aged|from|\d|Jr|Sr|II|III|IV"
    rf"|(?:{DETERMINER}|{COMMON_SOURCES})\b|[A-Z])",
)


def source_before(text: str, floor: int, verb: int) -> Source | None:
    """The subject of a verb of saying that begins at `verb`, not reaching back beyond `floor`; None without one."""
    floor = max(floor, verb - _MAX_BEFORE)
    end = _strip_trailing(text, floor, verb)
    if end <= floor:
        return None
    if text[end - 1] in ",)–—-" and (found := _apposed(text, floor, end)):
        return found
    start, mark, at = _last_boundary(text, floor, end)
    if mark in ("who", "that", "which", "whom") and not _is_phrase(text, start, end):
        return _relative(text, floor, at, end)
    if start >= end or not text[start:end].strip():
        if mark in ("said", "says"):  # "Marlow wrote on her page said said:"
            return source_before(text, floor, at)
        return _subject(text, floor, at) if mark in ("and", "but", "then", ",") else None
    if mark in ("as", "after", "when", "while", "before") and _CLAUSE_INSIDE.search(text, start, end):
        # "The sister of a driver hit when a wall came down says"
        return source_at(text, floor, at)
    if mark == "," and _PLACE_TAIL.match(text, start, end) and _IN_PLACE.search(text[floor:at]):
        start, mark, at = _last_boundary(text, floor, at)
    if mark in ("and", "or") and (pair := _PAIR.search(text, floor, at)) and not _FINITE.search(text, start, end):
        start = pair.start()  # "Neighbors and friends said"
    return _phrase(text, start, end)


def source_after(text: str, start: int, ceiling: int, *, apposed: bool = True) -> Source | None:
    """The subject that follows a verb of saying ("…, said Marlow of the Alton police."); None if there is none.

    Where a document of somebody is named ("a statement from Sgt. Marlow"), that is the source. `apposed` says whether
    what follows a comma may belong to it; behind "According to …," at the head of a sentence it does not.
    """
    while start < ceiling and text[start] == " ":
        start += 1
    if lead := _FRESH.match(text, start, ceiling):
        start = lead.end()
    stop = min(ceiling, start + 160)
    mark = _END_AFTER.search(text, start, stop)
    end = _trim_end(text, start, mark.start() if mark else stop)
    if end <= start:
        return None
    core = Span(start, end)
    found = describe(text, core, core)
    if found is None or mark is None:
        return found
    if of := _OF_DOCUMENT.match(text, end, stop):
        if (
            _A_DOCUMENT.search(text, start, end)
            and (owner := source_after(text, of.end(), ceiling))
            and _owns(text, owner)
        ):
            return owner
        return found
    if mark.group() != "," or not apposed:
        return found
    if found.name is None and (called := _NAME_AFTER.match(text, mark.end(), stop)):
        return with_apposition(text, found, Span(mark.end(), called.end()))
    if beside := apposition_after(text, mark.end(), ceiling):
        return with_apposition(text, found, beside)
    return found


def _owns(text: str, owner: Source) -> bool:
    return owner.name is not None or _ISSUER.search(text, owner.core.start, owner.core.end) is not None


def source_at(text: str, start: int, end: int) -> Source | None:
    """The person or thing that a sentence or clause begins with; None if it begins otherwise."""
    if lead := _LEADING.match(text, start, end):
        start = lead.end()
    found = _SUBJECT.match(text, start, min(end, start + 160))
    if found is None or is_pronoun(found.group().strip()):
        return None
    span = Span(start, _trim_end(text, start, found.end()))
    if span.end <= span.start or _FINITE.search(text, span.start, span.end):
        return None
    return describe(text, span, span)


def is_pronoun(words: str) -> bool:
    """Whether a source is named by a pronoun only."""
    return _PRONOUN.match(words) is not None


def _strip_trailing(text: str, floor: int, end: int) -> int:
    """The end of what stands before a verb, without white space, adverbs and auxiliaries."""
    while True:
        end = _trim_end(text, floor, end)
        found = _TRAILING.search(text, max(floor, end - 40), end)
        if found is None:
            return end
        end = found.start()


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


class _Boundary(NamedTuple):
    """Where a clause begins: the word or mark before it, and where both stand."""

    start: int
    mark: str
    at: int


def _last_boundary(text: str, floor: int, end: int) -> _Boundary:
    """Where the last clause before `end` begins."""
    start, mark, at = floor, "", floor
    for found in _BOUNDARY.finditer(text, floor, end):
        start, mark, at = found.end(), found.group().strip(), found.start()
    while start < end and text[start] in " '‘’”\"":
        start += 1
    return _Boundary(start, mark, at)


def _is_phrase(text: str, start: int, end: int) -> bool:
    return start < end and (text[start].isupper() or BEGINS.match(text, start, end) is not None)


def _phrase(text: str, start: int, end: int) -> Source | None:
    """A source from the words of one clause before the verb."""
    if lead := _LEADING.match(text, start, end):
        start = lead.end()
    if not _is_phrase(text, start, end) or end - start > 110 or _is_more(text, start, end):
        shape = SHORT_NOUN if _is_more(text, start, end) else LAST_NOUN
        tail = shape.search(text, max(start, end - 60), end)
        if tail is None:
            return None
        start = tail.start()
        while opening := _PREPOSITION.match(text, start, end):
            start = opening.end()
    if _FINITE.search(text, start, end):
        return None
    return describe(text, Span(start, end), Span(start, end))


def _is_more(text: str, start: int, end: int) -> bool:
    """Whether words before a verb are more than its subject: "Inside the house police", "they came for two more"."""
    opens = _PREPOSITION.match(text, start, end) is not None
    return opens or _PRONOUN_AND.match(text, start, end) is not None


def _relative(text: str, floor: int, end: int, verb: int) -> Source | None:
    """A source with a relative clause: "A witness who did not want to be named said"."""
    end = _strip_trailing(text, floor, end)
    if end <= floor:
        return None
    if text[end - 1] == ",":
        end -= 1
    start = _last_boundary(text, floor, end).start
    found = _phrase(text, start, end)
    return found and Source(Span(found.span.start, verb), found.core, found.name, found.title, found.body)


def _subject(text: str, floor: int, end: int) -> Source | None:
    """The subject of a clause whose second verb is the verb of saying: "The father ran out and told officers"."""
    comma = text.find(", ", floor, min(end, floor + 60))
    start = comma + 2 if comma >= 0 else floor
    opens = _PREPOSITION.match(text, floor, end) or _BOUNDARY.match(text, floor, end)
    for first in (start, floor) if opens else (floor, start):
        at = first
        if lead := _LEADING.match(text, at, end):
            at = lead.end()
        found = _SUBJECT.match(text, at, end)
        span = Span(at, _trim_end(text, at, found.end())) if found else Span(at, at)
        if span.end > at and (source := describe(text, span, span)) is not None:
            return source
    return None


def _apposed(text: str, floor: int, end: int) -> Source | None:
    """A source with appositions: "The chief, John Marlow, 51, of Alton, said"."""
    limit, stop = floor, end - 1
    for found in _BREAK.finditer(text, floor, stop):
        if found.end() < stop:
            limit = found.end()
    at = stop
    for _ in range(5):
        comma = max(
            text.rfind(",", limit, at),
            text.rfind("(", limit, at),
            text.rfind(" –", limit, at),
            text.rfind("—", limit, at),
        )
        if comma < 0:
            return None if at == stop else _joined(text, limit, at, stop)
        if not _APPOSITIVE.match(text, comma + 1, at):
            return None
        at = comma
        before = max(text.rfind(",", limit, at), limit - 1) + 1
        if not _continues(text, limit, before, at) and (found_source := _joined(text, before, at, stop)):
            return found_source
    return None


def _continues(text: str, limit: int, start: int, end: int) -> bool:
    """Whether a piece between commas is itself an apposition to what stands before it."""
    piece = text[start:end].strip()
    if start > limit and _OF_SOMEBODY.match(piece):
        ahead = text[max(text.rfind(",", limit, start - 1) + 1, limit) : start - 1]
        if _WHOLE_NAME.match(ahead):
            return True  # "Jo Marlow, a cousin of the boy's mother, Ann Roe, told"
    if start > limit and _WHOLE_NAME.match(text, start, end):
        ahead = text[max(text.rfind(",", limit, start - 1) + 1, limit) : start - 1].strip()
        if BEGINS.match(ahead) and _CALLED.search(ahead) and not _FINITE.search(ahead):
            return True  # "The chief, Jo Marlow, 51, said"
    return not piece or _GOES_ON.match(piece) is not None


def _joined(text: str, start: int, at: int, stop: int) -> Source | None:
    """Head [start:at] and apposition [at:stop] as one source."""
    start = next((n for n in range(start, at) if not text[n].isspace() and text[n] not in "'‘’”\""), at)
    begin, mark, _ = _last_boundary(text, start, at)
    if mark in ("and", "or") and text[start : start + 1].isupper():
        begin = start
    head = _phrase(text, begin, at)
    if head is None:
        return None
    return with_apposition(text, head, Span(at + 1, stop))
