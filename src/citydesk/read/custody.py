"""Where people stand with the law: arrested, charged, sought, at large, convicted, and with what they are charged.

In: the mentions of a report. Out: tellings of custody and charges, each also a telling of being the suspect. That a
dead suspect is "dead" follows from the outcome and is added when people are assembled.
"""

import re
from collections.abc import Iterator

from citydesk.model import Custody, Role
from citydesk.read.clauses import BE, Clauses
from citydesk.read.document import Span
from citydesk.read.mentions import Mention
from citydesk.read.told import Slot, Telling
from citydesk.read.words import Words

ARRESTED = 2.0
CHARGED = 2.5
SOUGHT = 2.0

_NOT = frozenset("not no never n't wasn't isn't hasn't haven't aren't weren't".split())
_LAW = frozenset("police officers deputies detectives authorities investigators prosecutors they who officials".split())


_AFTER_WANTED = frozenset("for in by on as".split())


def find_custody(clauses: Clauses) -> list[Telling]:
    """What a report says of arrests, searches, charges and verdicts."""
    found: list[Telling] = []
    for at, word in enumerate(clauses.mentions.words.all):
        if finder := _FINDERS.get(word.lower):
            found.extend(finder(clauses, at))
    return found


def _is(mention: Mention, custody: Custody, span: Span, weight: float) -> Iterator[Telling]:
    yield Telling(mention.index, Slot.CUSTODY, custody, span, weight, str(custody))
    yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, weight, f"custody {custody}")


def _arrested(clauses: Clauses, at: int) -> Iterator[Telling]:
    words = clauses.mentions.words
    if clauses.helpers(at) & _NOT:
        return
    objects = clauses.objects(at) if not clauses.helpers(at) & BE else ()
    targets = objects or clauses.subjects(at, near=True)
    for mention in targets:
        if not _is_law(mention):
            yield from _is(mention, Custody.ARRESTED, words.span(at, at + 1), ARRESTED)


def _is_law(mention: Mention) -> bool:
    return (mention.officer and mention.many is None) or (mention.noun is not None and mention.noun.word == "authorities")


def _in_custody(clauses: Clauses, at: int) -> Iterator[Telling]:
    """ "Is in custody", "was taken into custody", "has a man in custody", "in jail"."""
    words = clauses.mentions.words
    before = words.all[at - 1].lower if at else ""
    if before in ("police", "protective", "his", "her", "their", "child"):
        before = words.all[at - 2].lower
    if before not in ("in", "into", "county", "the"):
        return
    at -= 1
    first, _ = words.bounds[words.sentence_of(at)]
    back = {word.lower for word in words.all[max(first, at - 6) : at]}
    if back & _NOT:
        return
    beside = clauses.by_last.get(at)
    targets: tuple[Mention, ...] = (beside,) if beside else clauses.subjects(_verb_before(clauses, at, first))
    for mention in targets:
        if not _is_law(mention):
            yield from _is(mention, Custody.ARRESTED, words.span(at, at + 2), ARRESTED)


def _verb_before(clauses: Clauses, at: int, first: int) -> int:
    """The verb that "into custody" hangs on, if one is near."""
    for n in range(at - 1, max(first, at - 5), -1):
        if clauses.mentions.words.all[n].lower in (
            "taken",
            "took",
            "is",
            "was",
            "are",
            "were",
            "remains",
            "remained",
            "held",
            "being",
        ):
            return n
    return at


def _charged(clauses: Clauses, at: int) -> Iterator[Telling]:
    words = clauses.mentions.words
    if clauses.helpers(at) & (_NOT | {"if", "could", "would"}):
        return
    word = words.all[at].lower
    objects = clauses.objects(at) if not clauses.helpers(at) & BE and word != "indicted" else ()
    if word in ("charges", "charging") and not objects:
        return
    targets = objects or clauses.subjects(at, near=True)
    span = words.span(at, at + 1)
    charges = tuple(find_charges(words, objects[-1].last if objects else at + 1))
    for mention in targets:
        if _is_law(mention):
            continue
        yield from _is(mention, Custody.CHARGED, span, CHARGED)
        for charge in charges:
            yield Telling(mention.index, Slot.CHARGE, words.document.words(charge), charge, 1.0, "charge")


def _faces(clauses: Clauses, at: int) -> Iterator[Telling]:
    """ "Faces a charge of murder", "on charges of", "pleaded not guilty to two counts of"."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    ahead = [word.lower for word in words.all[at + 1 : min(end, at + 8)]]
    if (
        not {"charge", "charges", "count", "counts"} & set(ahead)
        or clauses.helpers(at) & (_NOT | {"could", "may", "might"})
        or "no" in ahead[:2]
        or "any" in ahead[:2]
    ):
        return
    where = at + 1 + min(n for n, word in enumerate(ahead) if word in ("charge", "charges", "count", "counts"))
    charges = tuple(find_charges(words, where))
    for mention in clauses.subjects(at, near=True):
        yield from _is(mention, Custody.CHARGED, words.span(at, at + 1), CHARGED)
        for charge in charges:
            yield Telling(mention.index, Slot.CHARGE, words.document.words(charge), charge, 1.0, "charge")


def _sought(clauses: Clauses, at: int) -> Iterator[Telling]:
    """ "Police are looking for two men", "are searching for the gunman", "is wanted", "is being sought"."""
    words = clauses.mentions.words
    word = words.all[at].lower
    span = words.span(at, at + 1)
    if word in ("sought", "wanted"):
        helpers = clauses.helpers(at)
        beside = clauses.by_last.get(at)
        following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
        if word == "wanted" and not helpers & BE and (beside is None or following not in _AFTER_WANTED):
            return
        targets = clauses.subjects(at, near=True) if helpers & BE else (beside,) if beside else clauses.objects(at)
    elif word in ("seek", "seeking", "seeks"):
        targets = clauses.objects(at)
    else:
        if at + 1 >= len(words.all) or (words.all[at + 1].lower != "for" and word not in ("identify", "locate", "find")):
            return
        targets = clauses.objects(at + (words.all[at + 1].lower == "for"))
    for mention in targets:
        if not mention.officer and not (mention.noun and mention.noun.role is Role.WITNESS) and mention.owner is None:
            yield Telling(mention.index, Slot.CUSTODY, Custody.SOUGHT, span, SOUGHT, "sought")
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, 1.5, "sought")


def _at_large(clauses: Clauses, at: int) -> Iterator[Telling]:
    words = clauses.mentions.words
    before = words.all[at - 1].lower if at else ""
    if not (
        (words.all[at].lower == "large" and before == "at") or (words.all[at].lower in ("loose", "run") and before == "the")
    ):
        return
    start = at - 1 - (before == "the")
    beside = clauses.before(start)
    for mention in (beside,) if beside else clauses.subjects(start):
        yield Telling(mention.index, Slot.CUSTODY, Custody.AT_LARGE, words.span(start, at + 1), SOUGHT, "large")
        yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, words.span(start, at + 1), 1.5, "large")


def _convicted(clauses: Clauses, at: int) -> Iterator[Telling]:
    """ "Was convicted of", "was found guilty", "was sentenced to", "pleaded guilty to"."""
    words = clauses.mentions.words
    word = words.all[at].lower
    verb = at
    if word == "guilty":
        before = words.all[at - 1].lower
        if before not in ("found", "pleaded", "plead", "pled", "pleads", "pleading"):
            return
        verb = at - 1
    if clauses.helpers(verb) & (_NOT | {"if"}) or (verb and words.all[verb - 1].lower in ("if", "previously")):
        return
    active = word == "sentenced" and not clauses.helpers(verb) & BE
    for mention in clauses.objects(verb) if active else clauses.subjects(verb, near=True):
        yield from _is(mention, Custody.CONVICTED, words.span(at, at + 1), CHARGED)


def _accused(clauses: Clauses, at: int) -> Iterator[Telling]:
    """ "Is accused of shooting", "suspected of": a part, and no word of custody."""
    words = clauses.mentions.words
    if at + 1 < len(words.all) and words.all[at + 1].lower in ("of", "in") and not clauses.helpers(at) & _NOT:
        beside = clauses.by_last.get(clauses.group_start(at))
        for mention in (beside,) if beside else clauses.subjects(at, near=True):
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, words.span(at, at + 1), 2.5, "accused")


_OFFENCE = (
    r"murder|manslaughter|homicide|assault|battery|robbery|burglary|kidnapping|wounding|possession|endanger\w+|"
    r"reckless\w*|discharg\w+|tampering|attempt\w*|conspiracy|child abuse|cruelty|domestic|weapons?|firearms?|shooting|unlawful\w*|"
    r"carrying|resisting|evading|fleeing|felony|felon|home invasion|negligen\w+|terroris\w+|arson|riot\w*|stalking|menacing|"
    r"contributing|violat\w+|armed criminal|obstruct\w+|disorderly|criminal|stolen|theft|use of|injury to|abuse|"
    r"feticide|trespass\w*|harassment|intimidation|threat\w*|wanton|malicious|drug\w*|marijuana|gang|rape|sexual|aggravated|permitting|storing|hindering|accessory|neglect"
)
_CHARGE_START = re.compile(
    r"\s*,?\s*(?:(?:also |now |formally |each |both |[A-Z]\w+day |as an adult |as a juvenile |on \w+day )*)"
    r"(?:with|of|on|for|to|in)?\s*(?:(?:an? |the |multiple |several )?(?:[\w-]+ )?(?:charges?|counts?) (?:of|that include|including|are)\s*)?",
)
_CHARGE_PIECE = re.compile(r"\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s+as well as\s+)\s*")
_CHARGE_END = re.compile(
    r"[.\n;:”\"]|\s+(?:in (?:the|connection|relation|what|her|his|that|a)\b|after\b|for (?:the|his|her|allegedly|shooting|killing)\b|following\b|"
    r"stemming\b|and (?:is|was|are|were|has|have|held|booked|taken|remains|could|faces|will|he|she|they|jailed|ordered)\b|"
    r"according\b|police\b|on (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|when\b|, (?:police|according|officials|authorities|court|who|she|he|the|they|after|"
    r"both|all|a (?:first|second|third)-?\s?degree felony|in|said|investigators|prosecutors|records|jail|with bond)\b)|,\s+(?:police|according|officials|authorities|court|who|he|she|they|the|in|all|both|said|deputies|prosecutors|records|sheriff)\b"
)
_MAX_CHARGES = 300
_WITH = re.compile(
    r"\s*(?:also\s+|formally\s+|[A-Z][a-z]+day\s+(?:\w+\s+)?)?(?:with|of|on|for|in)\b|\s*,?\s*(?:as an adult|as a juvenile)"
)


def find_charges(words: Words, at: int) -> Iterator[Span]:
    """The charges named from a word on ("with murder and two counts of assault"), each as worded."""
    if at >= len(words.all) or at < 1:
        return
    text = words.document.text
    start = words.all[at - 1].end
    begun = _CHARGE_START.match(text, start)
    start = begun.end() if begun else start
    stop = _CHARGE_END.search(text, start, start + _MAX_CHARGES)
    end = stop.start() if stop else min(len(text), start + _MAX_CHARGES)
    for piece in _pieces(text, start, end):
        if _IS_OFFENCE.search(text, *piece) and piece.end - piece.start < 120:
            yield piece


_IS_OFFENCE = re.compile(rf"\b(?:{_OFFENCE})", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:a charge of |charges of |a count of |with |of |on |an |a |the |also |single counts of charges of |single counts of )+"
)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A list of charges cut where a new one begins."""
    at = start
    for mark in _CHARGE_PIECE.finditer(text, start, end):
        if mark.start() > at and _IS_OFFENCE.search(text, mark.end(), min(end, mark.end() + 60)):
            yield _trimmed(text, at, mark.start())
            at = mark.end()
    if at < end:
        yield _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1] in " ,;":
        end -= 1
    return Span(start, max(end, start + 1))


_FINDERS = (
    dict.fromkeys("arrested arrests arrest apprehended captured detained jailed booked arresting custody_".split(), _arrested)
    | dict.fromkeys(("custody", "jail"), _in_custody)
    | dict.fromkeys("charged charges charging indicted".split(), _charged)
    | dict.fromkeys("faces facing face pleaded held arraigned booked_".split(), _faces)
    | dict.fromkeys("looking searching hunting search looks searches hunt sought wanted seek seeking seeks identify locate find".split(), _sought)
    | dict.fromkeys(("large", "loose", "run"), _at_large)
    | dict.fromkeys(("convicted", "sentenced", "guilty"), _convicted)
    | dict.fromkeys(("accused", "suspected"), _accused)
)
"""By the word that sets a rule going."""
