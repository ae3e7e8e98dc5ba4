"""How those are called who say something and are not named: "a neighbor", "family members", "court documents".

In: the words of a description. Out: what they are as a value, and whether they mean one person, several, or a thing.
Whether somebody named is meant is left to `speakers.py`.
"""

import re

from citydesk.read.page.document import Span
from citydesk.read.said.speech import COMMON_SOURCES, DOCUMENT_NOUNS

_PLURAL = re.compile(
    r"\b(?:police|cops|authorities|officials|officers|investigators|detectives|deputies|troopers|prosecutors|witnesses"
    r"|neighbou?rs|relatives|family|families|friends|residents|doctors|parents|men|women|students|children|teens|people"
    r"|department|office|agency|they|and)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    rf"\b(?:{DOCUMENT_NOUNS}|accounts?|photos?|profile|obituary|note|manifesto|song|sign)\b", re.IGNORECASE
)
_THING_HEAD = re.compile(
    rf"^(?:[\w-]+\s){{1,4}}(?:{DOCUMENT_NOUNS}|accounts?|photos?|profile|obituary|note|sign)(?:$|\s(?:of|for|from|in|by|on|filed)\b)",
    re.IGNORECASE,
)
"""A document, a recording or an inquiry that a description is of, whatever else is told of it."""
_OWNER = re.compile(r"^.*\w[’']s?\s")
"""Whose somebody is: "[the teens'] father"."""
_OPENING = re.compile(
    rf"(?:at\s+least|{COMMON_SOURCES}|{DOCUMENT_NOUNS}|the|a|an|his|her|their|one|another|some|several|many|two|three|initial|local"
    r"|court|other|preliminary)\b",
    re.IGNORECASE,
)
_PROPER = re.compile(r"[A-Z]\w+ [A-Z]")
_ONE = re.compile(r"(?:one\sof|one|a|an|another)\s", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:neighbou?r|witness|resident|friend|cousin|caller|driver|owner|manager|employee|student|teen|teenager|chief"
    r"|sheriff|mayor|judge|coroner)\b"
)
_UNNAMED = re.compile(
    r"\bwho\s.{0,30}(?:not|n[’']t|declined|refused|asked).{0,20}\b(?:named|identified|name|anonymous|identity)\b"
    r"|\bwho\s(?:only\s)?(?:identified|described)\s(?:him|her|them)sel(?:f|ves)\s(?:only\s)?as\b"
)
_PARTICIPLE = re.compile(
    r"(?<=\w)\s(?:conducted|released|filed|obtained|issued|serving|regarding|about|dated|published|posted|prepared"
    r"|provided|performed|working|killed|caught)\s"
)


def worded(words: str) -> str:
    """A description as a value: "Police" at the head of a sentence is "police"."""
    common = _OPENING.match(words) and not _PROPER.match(words) and not words.isupper()
    return words[0].lower() + words[1:] if common else words


def without_participle(words: str, span: Span) -> Span:
    """The stretch of a description without what is told of it besides: "an autopsy [done on Tuesday]"."""
    found = _PARTICIPLE.search(words)
    return Span(span.start, span.start + found.start()) if found else span


def is_one(words: str) -> bool:
    """Whether a description begins as one of an unnamed one person or thing ("a", "one of")."""
    return _ONE.match(words) is not None


def is_person(words: str) -> bool:
    """Whether a description means one person, as far as it tells, and not several, a thing or something's own name."""
    if is_one(words):
        return _THING_HEAD.search(_OWNER.sub("", words)) is None
    return not (is_several(words) or is_thing(words) or is_own_name(words))


def is_several(words: str) -> bool:
    """Whether a description means several, or a body that is spoken of as "they"."""
    head = _OWNER.sub("", words)
    return _PLURAL.search(head) is not None and not (is_one(words) and _THING_HEAD.search(head))


def is_thing(words: str) -> bool:
    """Whether a description is of a document, a recording or an inquiry."""
    return _THING.search(words) is not None


def is_own_name(words: str) -> bool:
    """Whether a description is something's own name in capitals ("Casper Tribune", "KCTX")."""
    return not is_one(words) and (_PROPER.match(words) is not None or (words[0].isupper() and " " not in words))


def tells_somebody(words: str) -> bool:
    """Whether a description has a word for one person that tells no sex ("a resident")."""
    return _SOMEBODY.search(words) is not None


def wants_no_name(words: str) -> bool:
    """Whether a description says that the person did not want to be named."""
    return _UNNAMED.search(words) is not None
