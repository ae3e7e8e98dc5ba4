"""What the words that call somebody tell: a person's name, the title, the body that the person is of.

In: a text and a phrase in it ("Alton Police Chief John Marlow with …"). Out: a `Source`, with the stretches that are
the name, the title and the body. Where such phrases stand is left to `sources.py`, whom they mean to `speakers.py`.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from citydesk.read.page.document import Span
from citydesk.read.said.speech import COMMON_SOURCES, DOCUMENT_NOUNS, OUTLET_WORDS, TITLE_NOUNS, TITLE_PARTS

DETERMINER = (
    r"the|a|an|one|at\s+least|his|her|their|its|our|my|another|other|some|several|many|most|both|two|three|four|five|every|each"
    r"|these|those|all|no|local|state|county|city|federal|initial|preliminary|family|school|hospital|court|law|homicide"
    r"|metro|fire|town|area|nearby|newly|online|police|sheriff[’']s|medical|emergency|church|community|military|campus"
    r"|university|village|authorities|multiple|numerous|early|close|next-door|long-time|longtime|additional|new|official"
    r"|arriving|responding|concerned|surviving|investigating|charging|arrest|search|indictment|\d+-year-old"
)
"""Words that a source begins with where it does not begin with its own name."""
BEGINS = re.compile(rf"(?:{DETERMINER}|{COMMON_SOURCES}|{DOCUMENT_NOUNS}|he|she|they|it|we|i)\b", re.IGNORECASE)
LAST_NOUN = re.compile(
    rf"(?:(?:{DETERMINER}|\w+[’']s?)\s+)?(?:[\w’'-]{{1,30}}\s+){{0,2}}\b(?:{COMMON_SOURCES}|{DOCUMENT_NOUNS})$"
    rf"|(?:(?:{TITLE_PARTS})\.?\s+)?(?:[A-Z][\w.’'-]{{0,30}}\s+){{0,3}}[A-Z][\w’'-]{{1,30}}$|(?:he|she|they)$",
)
SHORT_NOUN = re.compile(
    rf"(?:(?:{DETERMINER}|\w+[’']s?)\s+)?\b(?:{COMMON_SOURCES}|{DOCUMENT_NOUNS})$"
    rf"|(?:(?:{TITLE_PARTS})\.?\s+)?(?:[A-Z][\w.’'-]{{0,30}}\s+){{0,3}}[A-Z][\w’'-]{{1,30}}$|(?:he|she|they)$",
)
"""The shortest source that words can end with, for those that begin as something else."""
_TOKEN = re.compile(r"[A-Za-z0-9&][\w’'.&/-]*|[“\"(][^“”\"()\n]{1,24}[”\")]|[,;]")
_OPEN_END = re.compile(r"\b(?:the|a|an|his|her|their|its|of|and|to)$", re.IGNORECASE)
_PRONOUN_AND = re.compile(r"(?:he|she|they|it|we|i|you|there|here)\s", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,;:()“”\"\n]|\s[–—-]\s|—|\b(?:that|and|but|when|said|says|told|by|to|as|from"
    r"|with|is|was)\b"
)
_PARTICLES = frozenset("de la del van von der den da dos al bin st st. le du".split())
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_BODY_WORDS = frozenset(
    """department dept office county city town township village parish patrol bureau hospital school college university
    schools center centre clinic association court family authority commission agency service services division unit
    team church ministries foundation company corporation corp inc llc group network union police sheriff sheriff's
    sheriffs district board club bar restaurant hotel motel inn store shop apartments state pd rescue ems academy
    institute council coalition crimestoppers stoppers crime media associated homicide detectives investigators
    deputies officers troopers officials authorities fbi atf dea va records documents street avenue road
    coroner's examiner's attorney's prosecutor's metro residents neighbors witnesses prosecutors parents relatives
    students friends monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december task force squad cops lounge grill cafe market mall park""".split()
)
"""Words that a body or a thing is called by: capitals before them are no person's."""
_OF_PLACES = frozenset("county city state district town".split())
_NO_TITLE_ALONE = _OF_PLACES | frozenset(
    """first public information affairs relations media homicide police medical school elementary high fire battalion
    division section patrol council board forensic defense special u.s us member""".split()
)
"""Words of titles that make none by themselves: "County Schools" is no Schools who holds the title County."""
_AGED = re.compile(r"\d{1,3}-year-old$")
_COMMON = re.compile(COMMON_SOURCES)
_DESCRIBED = re.compile(rf"\s(?:{COMMON_SOURCES})\b(?![’'-])")
"""A common noun right behind capitals that qualify it: "Middle Ohio dad"."""
_ATTORNEYS = frozenset(("attorney", "prosecutor"))
_OF_ATTORNEYS = frozenset(("state's", "commonwealth's", "people's"))
_NOT_NAMES = frozenset(
    """i he she they it we who one another several both but and when while after before on in at as the a an this that
    these those there no not his her their its our my another some many most all if so because although meanwhile
    however according police officers investigators authorities detectives deputies prosecutors witnesses neighbors
    residents family families friends relatives officials court records documents two three four five six seven
    eight ten nine update updated breaking related video photo photos initial initially later
    earlier then now""".split()
)


_POSSESSIVE = re.compile(r"(?:[’']s|s[’'])$")
_SUFFIX_AFTER = re.compile(r"\s(?:Jr|Sr|I{2,3}|IV)\b")
_AFTER_SURNAME = re.compile(r"$|\s(?:of|with|from|in|at)\b")
_LONGER_THAN_ACRONYM = 7
_MAX_BEFORE = 80
"""Characters before a name in which its title and body may stand."""


class _Kind(Enum):
    """What a word of a phrase may be to a name."""

    NAME = "name"
    INNER = "inner"
    """Stands inside a name: "de la"."""
    NICKNAME = "nickname"
    SUFFIX = "suffix"
    COMMA = "comma"
    TITLE = "title"
    BODY = "body"
    """Shows that capitals before it are not a person's."""
    OTHER = "other"


class _Run(NamedTuple):
    """Neighbouring capitalised words that may be a name."""

    start: int
    end: int
    words: int
    titled: bool
    """Whether a title stands right before."""

    def with_word(self, end: int) -> "_Run":
        return self._replace(end=end, words=self.words + 1)

    def with_end(self, end: int) -> "_Run":
        return self._replace(end=end)

    def without_stop(self, text: str) -> "_Run":
        """Without the full stop of the sentence, which is none of the name's unless it is "Jr."."""
        last = text[self.start : self.end].rsplit(None, 1)[-1].lower()
        return self._replace(end=self.end - 1) if last[-1] in ".," and last not in _SUFFIXES else self


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


def title_and_body(text: str, name: Span, floor: int) -> tuple[Span | None, Span | None]:
    """The title right before a name and the body before that: "[Alton Police] [Chief] John Marlow".

    Nothing before `floor`, where the sentence begins, is looked at.
    """
    floor = max(floor, name.start - _MAX_BEFORE)
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


def describe(text: str, span: Span, core: Span) -> Source | None:
    """The source that a phrase names; None where it cannot be one."""
    words = text[core.start : core.end]
    if _PRONOUN_AND.match(words) or _OPEN_END.search(words):
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
    titled = next((run for run in runs if run.titled and run.start > core.start), None)
    if titled is not None:
        return titled
    long = next((run for run in runs if run.words > 1 or run.titled), None)
    if long is not None:
        return long
    if len(runs) == 1 and runs[0].start == core.start and _AFTER_SURNAME.match(text, runs[0].end, core.end):
        return runs[0] if not _COMMON.fullmatch(text[runs[0].start : runs[0].end].lower()) else None
    return None


def _runs(text: str, core: Span) -> list[_Run]:
    """The runs of capitalised words in a phrase that may be names: no title, no body, no possessive."""
    words = text[core.start : core.end]
    shouted = words.isupper() and " " in words
    runs: list[_Run] = []
    run: _Run | None = None
    titled = False
    for token in _TOKEN.finditer(text, core.start, core.end):
        kind = _kind(token.group(), shouted=shouted)
        if kind is _Kind.COMMA and _SUFFIX_AFTER.match(text, token.end()):
            kind = _Kind.INNER
        if kind is _Kind.NAME:
            run = run.with_word(token.end()) if run is not None else _Run(token.start(), token.end(), 1, titled)
        elif run is not None and kind is _Kind.SUFFIX:
            run = run.with_end(token.end())
        elif run is None or kind not in (_Kind.INNER, _Kind.NICKNAME):
            # "Alton City Police", "Pike Sheriff": the capitals were the body's
            bodys = kind in (_Kind.TITLE, _Kind.BODY) and run is not None and text[run.end : token.start()].isspace()
            if run is not None and not bodys and not (run.end < core.end and _DESCRIBED.match(text, run.end, core.end)):
                runs.append(run)
            run = None
            titled = _is_titling(kind, token.group()) or (titled and kind is _Kind.NICKNAME)
    if run is not None:
        runs.append(run)
    return [found.without_stop(text) for found in runs]


def _is_titling(kind: _Kind, word: str) -> bool:
    """Whether capitals right behind a word are a name: behind "Chief" and "10-year-old", not behind "County"."""
    return (kind is _Kind.TITLE and _plain(word) not in _NO_TITLE_ALONE) or _AGED.match(word) is not None


def _kind(word: str, *, shouted: bool) -> _Kind:
    plain = _plain(word)
    if word[0] in '“"(':
        return _Kind.NICKNAME
    if word in (",", ";"):
        return _Kind.COMMA
    if word.lower() in _SUFFIXES:
        return _Kind.SUFFIX
    if plain in TITLE_NOUNS:
        return _Kind.TITLE
    if plain in _BODY_WORDS or plain in OUTLET_WORDS or _POSSESSIVE.search(word):
        return _Kind.BODY
    if word.lower() in _PARTICLES:
        return _Kind.INNER
    acronym = word.isalpha() and word.isupper() and 1 < len(word) < _LONGER_THAN_ACRONYM and not shouted
    if not word[0].isupper() or plain in _NOT_NAMES or acronym or any(map(str.isdigit, word)):
        return _Kind.OTHER
    return _Kind.NAME


def _title_before(text: str, floor: int, name: int) -> tuple[Span | None, Span | None]:
    """The title right before a name, and the body that stands before the title."""
    tokens = list(_TOKEN.finditer(text, floor, name))
    at = len(tokens)
    while at > 0 and _is_titles(tokens[at - 1].group()):
        at -= 1
    if at == len(tokens):
        return None, None
    while at and at < len(tokens) - 1 and _plain(tokens[at].group()) in _OF_PLACES:
        if _plain(tokens[at + 1].group()) in _ATTORNEYS:
            break  # "District Attorney"
        at += 1  # "Alton County Sheriff": the county is of the body
    title = Span(tokens[at].start(), tokens[-1].end())
    body_end = tokens[at - 1].end() if at else floor
    if _plain(tokens[at].group()) == "police" and at:
        body_end = tokens[at].end()  # "Alton Police Chief": Police is of the body and of the title
    return title, Span(floor, body_end) if body_end > floor else None


def _is_titles(word: str) -> bool:
    """Whether a word can be of a title: "State's" in "State's Attorney", but not "Roe's" before "mother"."""
    plain = word.lower().replace("’", "'")
    return plain in _OF_ATTORNEYS or (_plain(word) in TITLE_NOUNS and not plain.endswith("'s"))
