"""The words that name a source, taken from before a verb of saying.

In: a text and where a verb of saying begins. Out: a `Source`: the stretch that names who says it, with the person's
name, title and body found inside it. What follows a verb is left to `behind.py`, which person or body a source is in
the whole report to `speakers.py`.
"""

import re
from typing import NamedTuple

from citydesk.read.page.document import Span
from citydesk.read.said.appositions import with_apposition
from citydesk.read.said.namings import BEGINS, DETERMINER, LAST_NOUN, SHORT_NOUN, Source, describe
from citydesk.read.said.openings import FINITE, GERUND, LEADING, SUBJECT, source_at, trim_end
from citydesk.read.said.speech import COMMON_SOURCES, TITLE_NOUNS

_NEAR = 4_000
"""Characters around a surname in which the full name is looked for."""
_MAX_BEFORE = 240
"""Characters before a verb that are looked at for its subject."""
_TRAILING = re.compile(
    r"\s+(?:also|later|then|previously|earlier|initially|originally|reportedly|allegedly|only|still|now|already|quickly"
    r"|specifically|simply|tearfully|further|recently|both|all|just|even|immediately|repeatedly|reluctantly"
    r"|subsequently"
    r"|would|could|did|does|do|not|has|have|had|is|are|was|were|will|may|might|can|cannot|didn[’']t|don[’']t"
    r"|haven[’']t|hasn[’']t|(?:can|could|was|were|is)\s+(?:then\s+)?(?:be\s+)?(?:heard|seen|quoted\s+as)"
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
    r"|told|added|reports(?=\s(?:police|authorities|officials|prosecutors|investigators|deputies|witnesses)))(?![\w-])"
)
_CLAUSE_INSIDE = re.compile(r"\b(?:was|were|is|are|had|has|opened|went|ran|\w{3,12}ed|took|came|got|fought|shot)\b")
"""Verbs that show that words before a verb of saying are a clause and not its subject."""
_PREPOSITION = re.compile(
    r"(?:in|on|at(?!\s+least)|inside|outside|near|after|during|as\s+of|by|for|with|from|under|upon|within|about|around|over"
    r"|until|of)\s",
    re.IGNORECASE,
)
_PRONOUN_AND = re.compile(r"(?:he|she|they|it|we|i)(?:[’']\w{1,2})?\s", re.IGNORECASE)
_PRONOUN_LAST = re.compile(r"(?<![\w’'-])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)$")
_PARTICIPLE = re.compile(r"[a-z]{3,10}ing\b")
_CAPITAL_LAST = re.compile(r"(?<!^)(?<!\.\s)\b[A-Z][\w’'-]{1,30}\s$")
_ASIDE = re.compile(r"\s\([^()\n]{1,60}\)$|,\s(?:however|though|meanwhile|too|in\s+turn|for\s+(?:his|her)\s+part),$")
"""What may stand between a subject and its verb: "(pictured)", ", however,"."""
_STATE = re.compile(r",\s(?:[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.|[A-Z]{2}|Iowa|Ohio|Utah|Texas|Maine)$")
_RELATIVES = frozenset(("who", "that", "which", "whom"))
_OPENS_CLAUSE = frozenset(("as", "after", "when", "while", "before"))
_SAID = re.compile(r"\b(?:said|says|explained|told\s(?:\w+\s?){1,3})$")
_SPOKE = re.compile(r"\b(?:spoke|talked|met|chatted)\s(?:with|to)\s|\b(?:interviewed|questioned)\s")
_BREAK = re.compile(r"[;:“”\"\n|]|\s[–—-]{1,2}\s|—|\b(?:but|when|while|because|that|if|although)\b")
"""What no apposition reaches across."""
_OF_SOMEBODY = re.compile(r"(?:an?|the|his|her)\b")
_CALLED = re.compile(rf"\b(?:{COMMON_SOURCES})$")
_GOES_ON = re.compile(r"(?:\d|who\b|whose\b|which\b|of\b|from\b|age\b|(?:Jr|Sr)\.?$)")
_PLACE_TAIL = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}$")
_HALF = re.compile(r"[a-z]{1,14}")
_HALF_OPENS = frozenset(("a", "an", "the")) | (TITLE_NOUNS - frozenset(("police", "deputies", "officers", "homicide")))
_QUOTED_BEHIND = frozenset(('"', "”"))
_HEAD_BEHIND = frozenset(("", ",", '"', "”"))
"""What a name with such an apposition may follow: nothing, a comma, the end of a quotation."""
_IN_PLACE = re.compile(r"\b(?:in|of|from)\s(?:[A-Z][\w.]+\s?){1,3}$")
_WHOLE_NAME = re.compile(r"\s*(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+$")
_PAIR = re.compile(
    rf"(?:(?<=^)|(?<=[,.;:—–\n“\"]\s)|(?<=\n)|(?<=[.!?]\s))(?:{DETERMINER}|\w+)?\s?(?:{COMMON_SOURCES})\s$",
    re.IGNORECASE,
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
    if aside := _ASIDE.search(text, max(floor, end - 70), end):
        return source_before(text, floor, aside.start())
    if pronoun := _PRONOUN_LAST.search(text, max(floor, end - 4), end):
        span = Span(*pronoun.span())
        return Source(span, span)
    if end - 2 > floor and text[end - 2 : end] in (',"', ",”"):
        end -= 1  # 'a writer named "Block Life," said'
    if text[end - 1] in ",)–—-" and (found := _apposed(text, floor, end)):
        return found
    here = _last_boundary(text, floor, end)
    if here.mark in _RELATIVES and not _is_phrase(text, here.start, end):
        return _relative(text, floor, here.at, end)
    if here.start >= end or not text[here.start : end].strip():
        return _said_before(text, floor, here)
    if here.mark.lower() in _OPENS_CLAUSE and _CLAUSE_INSIDE.search(text, here.start, end):
        # "The sister of a driver hit when a wall came down says"; "As he ran police said"
        before = here.mark.islower()
        return source_at(text, floor, here.at) if before else _tail(text, here.start, end, SHORT_NOUN)
    found = _in_clause(text, floor, here, end)
    if found is not None and _PARTICIPLE.match(text, verb) and (first := _verb_in(text, found.core)):
        # "Marlow ran to the officers saying"
        subject = Span(found.core.start, trim_end(text, found.core.start, first.start()))
        return describe(text, subject, subject) or source_at(text, found.core.start, end)
    return found


def _said_before(text: str, floor: int, here: "_Boundary") -> Source | None:
    """The subject of a verb that has none in its own clause: "Marlow said, adding", "Marlow ran and said"."""
    if here.mark in ("said", "says"):  # "Marlow wrote on her page said said:"
        return source_before(text, floor, here.at)
    if here.mark == ",":
        if said := _SAID.search(text, max(floor, here.at - 24), here.at):
            return source_before(text, floor, said.start())
        if alone := _name_alone(text, floor, here.at):
            return alone
    return _subject(text, floor, here.at) if here.mark in ("and", "but", "then", ",") else None


def _in_clause(text: str, floor: int, here: "_Boundary", end: int) -> Source | None:
    """The source that the words between the last boundary and a verb name, past a comma that is its own."""
    start, mark, at = here
    if mark == "," and (state := _STATE.search(text, max(floor, at - 12), at)):
        start, mark, at = _last_boundary(text, floor, state.start())  # "the Alton, Ohio, police department"
    if mark == "," and _is_place_tail(text, floor, at, Span(start, end)):
        start, mark, at = _last_boundary(text, floor, at)
    if mark == "," and (found := _half_apposed(text, floor, at, Span(start, end))):
        return found
    if mark == "and" and (longer := _one_body(text, floor, at, end)) is not None:
        start = longer
    elif mark in ("and", "or") and (pair := _PAIR.search(text, floor, at)) and not FINITE.search(text, start, end):
        start = pair.start()  # "Neighbors and friends said"
    return _phrase(text, start, end)


def _is_place_tail(text: str, floor: int, comma: int, tail: Span) -> bool:
    """Whether capitals behind a comma are of the place before it: "a man from Alton, Ohio", not "…, Marlow"."""
    after_place = _PLACE_TAIL.match(text, *tail) and _IN_PLACE.search(text[floor:comma])
    return after_place is not None and not _is_surname(text, *tail)


def _name_alone(text: str, floor: int, comma: int) -> Source | None:
    """A name behind a quotation that a stray comma parts from its verb: '"…," brother Bo Roe Jr., said'."""
    start, mark, _ = _last_boundary(text, floor, comma)
    found = describe(text, Span(start, comma), Span(start, comma)) if mark in _QUOTED_BEHIND else None
    return found if found is not None and found.name is not None and found.name.end == comma else None


def _one_body(text: str, floor: int, at: int, end: int) -> int | None:
    """Where a name with "and" in it begins: "[the owner of Pike Bar] and Grill"; None where two are named."""
    behind = describe(text, Span(at + 4, end), Span(at + 4, end))
    ahead = _CAPITAL_LAST.search(text, floor, at)
    if behind is None or behind.name is not None or ahead is None or not text[at + 4].isupper():
        return None
    start = _last_boundary(text, floor, at).start
    return start if not FINITE.search(text, start, end) else None


def _is_surname(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word is somebody's surname: it stands behind a first name or a title not far from here."""
    named = re.compile(rf"\b(?:[A-Z][a-z]+|[A-Z]\.) {re.escape(text[start:end])}\b(?! (?:County|[Pp]olice))")
    return named.search(text, max(0, start - _NEAR), end + _NEAR) is not None


def _verb_in(text: str, span: Span) -> re.Match[str] | None:
    return _CLAUSE_INSIDE.search(text, *span) or _SPOKE.search(text, *span)


def _strip_trailing(text: str, floor: int, end: int) -> int:
    """The end of what stands before a verb, without white space, adverbs and auxiliaries."""
    while True:
        end = trim_end(text, floor, end)
        found = _TRAILING.search(text, max(floor, end - 40), end)
        if found is None:
            return end
        end = found.start()


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
    if lead := LEADING.match(text, start, end):
        start = lead.end()
    if not _is_phrase(text, start, end) or end - start > 110 or _is_more(text, start, end):
        return _tail(text, start, end, SHORT_NOUN if _is_more(text, start, end) else LAST_NOUN)
    if FINITE.search(text, start, end):
        return None
    return describe(text, Span(start, end), Span(start, end))


def _tail(text: str, start: int, end: int, shape: re.Pattern[str]) -> Source | None:
    """A source that more words than its own stand before."""
    tail = shape.search(text, max(start, end - 60), end)
    if tail is None:
        return None
    start = tail.start()
    while opening := _PREPOSITION.match(text, start, end):
        start = opening.end()
    if FINITE.search(text, start, end):
        return None
    return describe(text, Span(start, end), Span(start, end))


def _is_more(text: str, start: int, end: int) -> bool:
    """Whether words before a verb are more than its subject: "Inside the house police", "they came for two more"."""
    return any(opens.match(text, start, end) for opens in (_PREPOSITION, _PRONOUN_AND, GERUND))


def _relative(text: str, floor: int, end: int, verb: int) -> Source | None:
    """A source with a relative clause: "A witness who did not want to be named said"."""
    end = _strip_trailing(text, floor, end)
    if end <= floor:
        return None
    if text[end - 1] == ",":
        end -= 1
    start = _last_boundary(text, floor, end).start
    spoke = None
    for spoke in _SPOKE.finditer(text, start, end):
        start = spoke.end()  # "Officers spoke with a witness who said"
    if (finite := FINITE.search(text, start, end)) is not None:
        start = finite.end() + 1  # "Among them was Ann Roe, who said"
    found = _phrase(text, start, end)
    return found and Source(Span(found.span.start, verb), found.core, found.name, found.title, found.body)


def _subject(text: str, floor: int, end: int) -> Source | None:
    """The subject of a clause whose second verb is the verb of saying: "The father ran out and told officers"."""
    comma = text.find(", ", floor, min(end, floor + 60))
    start = comma + 2 if comma >= 0 else floor
    opens = _PREPOSITION.match(text, floor, end) or _BOUNDARY.match(text, floor, end)
    for first in (start, floor) if opens else (floor, start):
        at = first
        if lead := LEADING.match(text, at, end):
            at = lead.end()
        found = SUBJECT.match(text, at, end)
        span = Span(at, trim_end(text, at, found.end())) if found else Span(at, at)
        if span.end > at and (source := describe(text, span, span)) is not None:
            return source
    return None


def _half_apposed(text: str, floor: int, comma: int, apposed: Span) -> Source | None:
    """A source whose apposition no comma closes: "Dr. Ann Roe, superintendent of Pike County Schools said"."""
    opens = _HALF.match(text, apposed.start, apposed.end)
    if opens is None or opens.group().lower() not in _HALF_OPENS or _verb_in(text, apposed):
        return None
    start, mark, _ = _last_boundary(text, floor, comma)
    head = describe(text, Span(start, comma), Span(start, comma))
    if head is None or head.name is None or head.name.end != comma or mark not in _HEAD_BEHIND:
        return None
    first = head.title.start if head.title is not None else head.name.start
    if first != start or " " not in text[head.name.start : comma] or (mark == "," and opens.group() == "the"):
        return None
    return with_apposition(text, head, apposed)


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
        if BEGINS.match(ahead) and _CALLED.search(ahead) and not FINITE.search(ahead):
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
