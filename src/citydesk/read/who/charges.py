"""The charges that words name: "with murder and two counts of aggravated assault".

In: the words of a report and a place behind "charged". Out: the spans of the charges, each as worded.
"""

import re
from collections.abc import Iterator

from citydesk.read.page.document import Span
from citydesk.read.page.words import Words

_OFFENCE = re.compile(
    r"\b(?:murder|manslaughter|homicide|assault|battery|robbery|burglary|kidnapping|wounding|possession|endanger|"
    r"reckless|discharg|tampering|attempt|conspiracy|child abuse|cruelty|domestic|weapon|firearm|shooting|unlawful|"
    r"carrying|resisting|evading|fleeing|felon|home invasion|negligen|terroris|arson|riot|stalking|menacing|"
    r"contributing|violat|armed criminal|obstruct|disorderly|criminal|stolen|theft|use of|injury to|abuse|feticide|"
    r"trespass|harassment|intimidation|threat|wanton|malicious|drug|marijuana|gang|rape|sexual|aggravated|permitting|"
    r"storing|hindering|accessory|neglect)",
    re.IGNORECASE,
)
"""Begins a word of every charge."""
_START = re.compile(
    r"\s*,?\s*(?:(?:also|now|formally|each|both|as an adult|as a juvenile|(?:on )?[A-Z][a-z]{2,8}day) ){0,4}"
    r"(?:with|of|on|for|to|in)?\s*"
    r"(?:(?:an? |the |multiple |several )?(?:[\w-]+ )?charges? (?:of|that include|including|are)\s*)?"
)
_NEXT = re.compile(r",\s*and\s+|,\s*|;\s*|\s+and\s+|\s+as well as\s+")
_GOES_ON = r"(?:is|was|are|were|has|have|held|booked|taken|remains|could|faces|will|he|she|they|jailed|ordered)\b"
_SPEAKS = (
    r"(?:police|according|officials|authorities|court|who|she|he|the|they|after|both|all|in|said|investigators|"
    r"deputies|prosecutors|records|jail|with bond|sheriff|a (?:first|second|third)-?\s?degree felony)\b"
)
_END = re.compile(
    r"[.\n;:”\"]|\s+in (?:the|connection|relation|what|her|his|that|a)\b"
    r"|\s+for (?:the|his|her|allegedly|shooting|killing)\b"
    r"|\s+(?:after|following|stemming|according|police|when)\b"
    rf"|\s+and {_GOES_ON}|\s+on (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|,\s+{_SPEAKS}"
)
_LEAD = re.compile(r"(?:(?:a charge of|charges of|with|of|on|an|a|the|also) ){1,6}")
_MAX_LIST = 300
_MAX_CHARGE = 120
"""Characters of a list of charges, and of one."""


def find_charges(words: Words, at: int) -> Iterator[Span]:
    """The charges named from a word on."""
    if not 1 <= at < len(words.all):
        return
    text = words.document.text
    begun = _START.match(text, words.all[at - 1].end)
    start = begun.end() if begun else words.all[at - 1].end
    stop = _END.search(text, start, start + _MAX_LIST)
    end = stop.start() if stop else min(len(text), start + _MAX_LIST)
    for piece in _pieces(text, start, end):
        if _OFFENCE.search(text, *piece) and piece.end - piece.start < _MAX_CHARGE:
            yield piece


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A list of charges, cut where a new one begins."""
    at = start
    for mark in _NEXT.finditer(text, start, end):
        if mark.start() > at and _OFFENCE.search(text, mark.end(), min(end, mark.end() + _MAX_CHARGE // 2)):
            yield _trim(text, at, mark.start())
            at = mark.end()
    if at < end:
        yield _trim(text, at, end)


def _trim(text: str, start: int, end: int) -> Span:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1] in " ,;":
        end -= 1
    return Span(start, max(end, start + 1))
