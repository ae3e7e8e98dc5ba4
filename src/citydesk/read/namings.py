"""What the words that call somebody tell: a person's name, the title, the body that the person is of.

In: a text and a phrase in it ("Alton Police Chief John Marlow with …"). Out: a `Source`, with the stretches that are
the name, the title and the body. Where such phrases stand is left to `sources.py`, whom they mean to `speakers.py`.
"""

import re
from dataclasses import dataclass

from citydesk.read.document import Span
from citydesk.read.speech import COMMON_SOURCES, DOCUMENT_NOUNS, OUTLET_WORDS, TITLE_NOUNS, TITLE_PARTS

DETERMINER = (
    r"the|a|an|one|his|her|their|its|our|my|another|other|some|several|many|most|both|two|three|four|five|every|each|these|those"
    r"|all|no|local|state|county|city|federal|initial|preliminary|family|school|hospital|court|law|homicide|metro|fire|town"
    r"|area|nearby|newly|online|police|sheriff[’']s|medical|emergency|church|community|military|campus|university|village"
    r"|authorities|multiple|numerous|early|close|next-door|long-time|longtime|additional|new|official|arriving|responding"
    r"|concerned|surviving|investigating|charging|arrest|search|indictment|\d+-year-old"
)
BEGINS = re.compile(rf"(?:{DETERMINER}|{COMMON_SOURCES}|{DOCUMENT_NOUNS}|he|she|they|it|we|i)\b", re.IGNORECASE)
LAST_NOUN = re.compile(
    rf"(?:(?:{DETERMINER}|\w+[’']s?)\s+)?(?:[\w’'-]{{1,30}}\s+){{0,2}}\b(?:{COMMON_SOURCES}|{DOCUMENT_NOUNS})$"
    rf"|(?:(?:{TITLE_PARTS})\.?\s+)?(?:[A-Z][\w.’'-]{{0,30}}\s+){{0,3}}[A-Z][\w’'-]{{1,30}}$|(?:he|she|they)$",
)
_TOKEN = re.compile(r"[A-Za-z0-9&][\w’'.&/-]*|[“\"(][^“”\"()\n]{1,24}[”\")]|[,;]")
_PRONOUN_AND = re.compile(r"(?:he|she|they|it|we|i|you|there|here)\s", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()“”\"\n]|[.!?]\s(?=[A-Z][a-z]+\s)|\s[–—-]\s|—|\b(?:that|and|but|when|said|says|told|by|to|as|from|with|is|was)\b")
_PARTICLES = frozenset("de la del van von der den da dos al bin st st. le du".split())
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_BODY_WORDS = frozenset(
    """department dept office county city town township village parish patrol bureau hospital school college university center
    centre clinic association court family authority commission agency service services division unit team church ministries
    foundation company corporation corp inc llc group network union police sheriff sheriff's sheriffs district board club bar
    restaurant hotel motel inn store shop apartments state pd rescue ems academy institute council coalition crimestoppers
    stoppers crime media associated homicide detectives investigators deputies officers troopers officials authorities
    the fbi atf dea va records documents street avenue road coroner's examiner's attorney's prosecutor's metro
    residents neighbors witnesses prosecutors parents relatives students friends residents monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december
    task force squad cops lounge grill cafe market mall park""".split()
)
_OF_PLACES = frozenset("county city state district town".split())
_NOT_NAMES = frozenset(
    """i he she they it we who one another several both but and when while after before on in at as the a an this that
    these those there no not his her their its our my another some many most all if so because although meanwhile
    however according police officers investigators authorities detectives deputies prosecutors witnesses neighbors
    residents family families friends relatives officials court records documents two three four five six seven
    eight ten nine update updated breaking related video photo photos initial initially later earlier then now""".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """Words that name who says something."""

    span: Span
    """The whole phrase as worded, appositions included."""
    core: Span
    """The phrase without apposition and without what goes before it ("On Friday")."""
    name: Span | None = None
    """The words that are a person's name, or part of one."""
    title: Span | None = None
    """The person's title as worded ("Police Chief")."""
    body: Span | None = None
    """Words before the title or in apposition that say which body the person is of."""


def name_parts(text: str, span: Span) -> list[Span]:
    """The persons' names of two or more words in a run of capitalised words."""
    return [Span(run.start, run.end) for run in _runs(text, span) if run.words > 1]


def title_and_body(text: str, name: Span) -> tuple[Span | None, Span | None]:
    """The title right before a name and the body before that: "[Alton Police] [Chief] John Marlow"."""
    floor = max(0, name.start - 80)
    for mark in _CLAUSE.finditer(text, floor, name.start):
        floor = mark.end()
    while floor < name.start and text[floor].isspace():
        floor += 1
    return _title_before(text, floor, name.start)


def title_in(text: str, span: Span) -> Span | None:
    """A title among the words of an apposition: "a [spokesman] for the county"."""
    first: int | None = None
    last = span.start
    for token in _TOKEN.finditer(text, span.start, span.end):
        plain = _plain(token.group())
        if plain in TITLE_NOUNS:
            first, last = (token.start() if first is None else first), token.end()
        elif first is not None or plain in ("for", "with", "of", "at", "in", "who"):
            break
    return Span(first, last) if first is not None else None


def _plain(word: str) -> str:
    word = word.lower().replace("’", "'").rstrip(".")
    return word.removesuffix("'s") if word not in ("sheriff's", "coroner's", "attorney's") else word


@dataclass(slots=True)
class _Run:
    """Neighbouring capitalised words that may be a name."""

    start: int
    end: int
    words: int
    titled: bool
    opens: bool


def describe(text: str, span: Span, core: Span) -> Source | None:
    """The source that a phrase names; None where it cannot be one."""
    words = text[core.start : core.end]
    if _PRONOUN_AND.match(words):
        return None
    if not words or not (words[0].isalnum() or words[0] in "“\"'‘#@"):
        return None
    run = _name_in(text, core)
    if run is not None:
        name = Span(run.start, run.end)
        title, body = _title_before(text, core.start, run.start)
        if run.end < core.end:
            body = body or Span(run.end, core.end)
        return Source(span, core, name, title, body)
    first = words.split()[0]
    fit = words[0].isupper() or BEGINS.match(words) or LAST_NOUN.search(words[-60:])
    if not fit or (_plain(first) in _NOT_NAMES and len(words.split()) == 1 and not BEGINS.match(words)):
        return None
    return Source(span, core)


def _name_in(text: str, core: Span) -> _Run | None:
    """The person's name in a phrase: the words behind a title or, without one, a capitalised pair or a lone surname."""
    runs = _runs(text, core)
    for run in runs:
        if run.titled and not run.opens:
            return run
    for run in runs:
        if run.words > 1 or run.titled:
            return run
    if (
        len(runs) == 1
        and runs[0].start == core.start
        and (runs[0].end == core.end or re.match(r"\s(?:of|with|from|in|at)\b", text[runs[0].end : core.end]))
    ):
        return runs[0]
    return None


def _runs(text: str, core: Span) -> list[_Run]:
    """The runs of capitalised words in a phrase that may be names: no title, no body, no possessive."""
    runs: list[_Run] = []
    run: _Run | None = None
    titled = False
    shouted = text[core.start : core.end].isupper() and " " in text[core.start : core.end]
    for token in _TOKEN.finditer(text, core.start, core.end):
        word = token.group()
        plain = _plain(word)
        if run is not None and word[0] in '“"(':
            continue
        if run is not None and (plain in _SUFFIXES or word.lower() in _SUFFIXES):
            run.end = token.end()
            continue
        if (
            word == ","
            and run is not None
            and re.match(r"\s(?:Jr|Sr|I{2,3}|IV)\b", text[token.end() : token.end() + 4])
        ):
            continue
        possessive = re.search(r"(?:[’']s|s[’'])$", word) is not None
        is_title = plain in TITLE_NOUNS
        fits = (
            word[0].isupper()
            and not is_title
            and plain not in _BODY_WORDS
            and plain not in _NOT_NAMES
            and plain not in OUTLET_WORDS
        )
        fits = fits and not any(map(str.isdigit, word)) and not (_is_acronym(word) and not shouted)
        if fits and not possessive:
            if run is None:
                run = _Run(token.start(), token.end(), 1, titled, token.start() == core.start)
            else:
                run.end, run.words = token.end(), run.words + 1
            continue
        if run is not None and word.lower() in _PARTICLES:
            continue
        if run is not None:
            # "Kansas City Police", "Alton Sheriff": the capitals were the body's
            if not (
                (plain in _BODY_WORDS or is_title or plain in OUTLET_WORDS or possessive)
                and text[run.end : token.start()].isspace()
            ):
                runs.append(run)
            run = None
        titled = is_title or (titled and word[0] in '“"(')
    if run is not None:
        runs.append(run)
    for found in runs:
        if text[found.end - 1] in ".,":
            tail = text[found.start : found.end].rsplit(None, 1)[-1].lower()
            if tail not in _SUFFIXES:
                found.end -= 1
    return runs


def _is_acronym(word: str) -> bool:
    return word.isalpha() and word.isupper() and 1 < len(word) < 7


def _title_before(text: str, floor: int, name: int) -> tuple[Span | None, Span | None]:
    """The title right before a name, and the body that stands before the title."""
    tokens = [token for token in _TOKEN.finditer(text, floor, name)]
    at = len(tokens)
    while at > 0 and _plain(tokens[at - 1].group()) in TITLE_NOUNS and not _is_possessive(tokens[at - 1].group()):
        at -= 1
    if at == len(tokens):
        return None, None
    while at and at < len(tokens) - 1 and _plain(tokens[at].group()) in _OF_PLACES:
        at += 1  # "Alton County Sheriff": the county is of the body
    title = Span(tokens[at].start(), tokens[-1].end())
    body_end = tokens[at - 1].end() if at else floor
    if _plain(tokens[at].group()) == "police" and at:
        body_end = tokens[at].end()  # "Alton Police Chief": Police is of the body and of the title
    return title, Span(floor, body_end) if body_end > floor else None


def _is_possessive(word: str) -> bool:
    return word.endswith(("’s", "'s"))
