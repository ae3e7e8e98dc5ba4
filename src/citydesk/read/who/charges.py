"""The charges that words name: "with murder and two counts of aggravated assault", "a manslaughter charge".

In: the words of a report and a place behind "charged", or at the word "charge". Out: the spans of the charges, each as
worded. What somebody is charged with is no charge where it only retells the deed ("charged with killing his wife").
"""

import re
from collections.abc import Iterator

from citydesk.read.page.document import Span
from citydesk.read.page.words import Words

_OFFENCE = re.compile(
    r"\b(?:murder|manslaughter|homicide|assault|battery|robber(?:y|ies)|burglar|kidnapping|wounding|possess|endanger|"
    r"reckless|careless|discharg|tampering|attempted|conspiracy|child abuse|cruelty|domestic violence|weapon|firearm|"
    r"shooting (?:at|into|from|in|within)|unlawful|carrying|resisting|evading|eluding|fleeing|felon|home invasion|"
    r"negligen|terror|arson|riot|stalking|menacing|contributing|violat|armed criminal|obstruct|disorderly|criminal|"
    r"stolen|theft|larceny|use of|injury to|abuse|feticide|trespass|harass|intimidat|threat|wanton|malicious|drug|"
    r"marijuana|heroin|cocaine|gang|rape|sexual|sex assault|aggravated|permitting|storing|storage|hindering|accessory|"
    r"neglect|false|failure|failing|participat|acting in a manner|engaging|enhanc|disturbing|preventing|interfering|"
    r"desertion|delinquency|mayhem|escape|extortion|misconduct|culpable|brandishing|pointing|receiving|hit-and-run|"
    r"driving|offen[sc]e|misdemeanor|solicitation|complicity|parole|probation|injuring|counts?\b|crimes?\b)",
    re.IGNORECASE,
)
"""Begins a word of every charge."""
_START = re.compile(
    r"\s*,?\s*(?:(?:also|now|formally|initially|originally|each|both|all|as an adult|as a juvenile|as adults|"
    r"in (?:adult|juvenile|federal) court|by complaint|(?:on |late |early |this )?[A-Z][a-z]{2,8}day|"
    r"(?:Sunday |Monday |Tuesday |Wednesday |Thursday |Friday |Saturday )?(?:morning|afternoon|night|evening)),? ){0,4}"
    r"(?:(?:with|of|on|for|to|including)\s*|(?=(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|multiple|several"
    r"|numerous) (?:[\w-]+ )?counts?\b))(?:suspicion of |investigation of )?"
    r"(?:(?:(?:an?|the|multiple|several|numerous|related|\d+) )?(?:[\w-]+ ){0,2}?charges? "
    r"(?:of|that include|which include|including|for|related to)\s*)?"
)
_NEXT = re.compile(r",\s*and\s+|,\s*|;\s*|\s+and\s+|\s+as well as\s+|\s+along with\s+|\s+plus\s+")
_TOGETHER = re.compile(
    r"(?:assault and battery|breaking and entering|abuse and neglect|possession and \w+ing|use and display|"
    r"receiving and concealing|careless, reckless)\b",
    re.IGNORECASE,
)
"""One charge, though "and" stands in it."""
_GOES_ON = (
    r"(?:is|was|are|were|has|have|had|held|booked|taken|remains?|could|faces|will|he|she|they|jailed|ordered|released|"
    r"placed|posted|sentenced|then|other|transported|lodged)\b"
)
_SPEAKS = (
    r"(?:police|according|officials|authorities|court|who|she|he|the|they|after|both|all|in|said|investigators|"
    r"deputies|prosecutors|records|jail|with bond|sheriff|saying|but|which|where|a (?:first|second|third)-?\s?degree "
    r"felony|[A-Z][\w.]+ said|[A-Z][\w.]+ County)\b"
)
_END = re.compile(
    r"[.\n:”\"(]|\s+in (?!(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|commission|possession|furtherance"
    r"|presence)\b|an? (?:occupied|inhabited|public|manner|vehicle|building|dwelling|crime|felony)|public|city limits)"
    r"|\s+for\b|\s+by (?!an? |certain|mob|force)"
    r"|\s+(?:after|following|stemming|according|police|when|because|saying|although|but|while|since|before|against|"
    r"related to|relating|charges?\b(?! of)|that)\b"
    rf"|\s+and {_GOES_ON}|\s+(?:on|from|late|early|this)? ?(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|,\s+{_SPEAKS}"
    r"|\s+of (?=(?:his|her|their|the|an?|(?:[A-Z][a-z]+ ){2}|\d|two|three|four)\b)"
    r"(?:(?<=murder of )|(?<=killing of )|(?<=icide of )|(?<=slaughter of ))"
)
_LEAD = re.compile(
    r"(?:(?:a charge of|charges of|charges?|with|of|on|for|an|a|the|also|including|that include|suspicion of) ){1,6}"
)
_DEED = re.compile(
    r"(?:fatally |accidentally |allegedly |apparently |intentionally |deliberately ){0,3}"
    r"(?:shooting(?! (?:at|into|from|within|in)\b)|killing|stabbing|murdering|slaying|gunning|opening fire|firing at"
    r"|causing the)\b|connection\b|"
    r"(?:the |his |her )?(?:fatal|deadly|accidental|double|triple|quadruple|shooting death|death of)\b",
    re.IGNORECASE,
)
"""Begins what retells the deed and is no charge."""
_BEFORE_NAMED = frozenset(
    """on for face faces facing faced with to his her their multiple several two three four five pending federal state
    other additional filed file filing dropped more any no""".split()
)
"""Words before "manslaughter charge" that are no part of it."""
_ARTICLES = frozenset(("a", "an", "the"))
_INSIDE = frozenset("of by into in with from".split())
"""Words that stand inside a charge: "possession of a firearm by a felon charge"."""
_MAX_LIST = 500
_MAX_CHARGE = 120
"""Characters of a list of charges, and of one."""
_MAX_NAMED = 10
"""Words of a charge that stands before "charge"."""


def find_charges(words: Words, at: int) -> Iterator[Span]:
    """The charges named from a word on: those behind "with", "of", "on", "for" or "to"."""
    if not 1 <= at < len(words.all):
        return
    text = words.document.text
    begun = _START.match(text, words.all[at - 1].end)
    if begun is None:
        return
    start = begun.end()
    stop = _END.search(text, start, start + _MAX_LIST)
    end = stop.start() if stop else min(len(text), start + _MAX_LIST)
    for piece in _pieces(text, start, end):
        if _is_charge(text, piece):
            yield piece


def find_charge_before(words: Words, at: int) -> Iterator[Span]:
    """The charges named before the word "charge" at a place: "a manslaughter charge", "murder and robbery charges"."""
    begin = _begin_named(words, at)
    if begin == at:
        return
    text = words.document.text
    for piece in _pieces(text, words.all[begin].start, words.all[at - 1].end):
        if _is_charge(text, piece):
            yield piece


def _begin_named(words: Words, at: int) -> int:
    """The word at which a charge that ends before a place begins."""
    first, _ = words.bounds[words.sentence_of(at)]
    begin = at
    while begin > max(first, at - _MAX_NAMED):
        word, before = words.all[begin - 1].lower, words.all[begin - 2].lower if begin - 2 >= first else ""
        if word in _BEFORE_NAMED or (word in _ARTICLES and before not in _INSIDE):
            return begin
        if not word[0].isalnum() and word != ",":
            break
        begin -= 1
    return at


def _is_charge(text: str, piece: Span) -> bool:
    short = 0 < piece.end - piece.start < _MAX_CHARGE
    return short and _OFFENCE.search(text, *piece) is not None and not _DEED.match(text, *piece)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A list of charges, cut where a new one begins."""
    at = start
    for mark in _NEXT.finditer(text, start, end):
        if mark.start() <= at or _is_together(text, mark):
            continue
        if "," in mark.group() or _OFFENCE.search(text, mark.end(), min(end, mark.end() + _MAX_CHARGE // 2)):
            yield _trim(text, at, mark.start())
            at = mark.end()
    if at < end:
        yield _trim(text, at, end)


def _is_together(text: str, mark: re.Match[str]) -> bool:
    before = text.rfind(" ", 0, mark.start()) + 1
    return _TOGETHER.match(text, before) is not None


def _trim(text: str, start: int, end: int) -> Span:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1] in " ,;":
        end -= 1
    return Span(start, max(end, start + 1))
