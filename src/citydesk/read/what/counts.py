"""How many were killed and wounded: stated totals, and what the participants come to.

In: a setting, a scene and its participants. Out: the two numbers, each on the words that it rests on. A total that
the report states in its title or lead is taken; else the participants are counted; where everyone hit is accounted
for on one side ("two men were wounded"), the other is 0 on the same words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.model import Evidence, Fact, Outcome, Participant, Role
from citydesk.read.page.document import Span
from citydesk.read.page.numerals import NUMBER, resolve_number
from citydesk.read.page.setting import Scene, Setting

_WHO = (
    r"(?:(?:other|young|teenage|teen|unidentified|more|adult|innocent|local|armed|different|additional) )?"
    r"(?:people|persons?|men|women|man|woman|boys?|girls?|teens?|teenagers?|children|child|kids?|toddlers?|victims?|"
    r"adults?|others?|students?|officers?|deput(?:y|ies)|juveniles?|males?|females?|brothers|sisters|friends|"
    r"relatives|family members|youths|individuals|bystanders|suspects?|more)"
)
_N = rf"(?P<n>(?<![\d-])(?:{NUMBER})(?![-\d]|:\d| ?(?:years?|months?|-year)))"
_AUX = r"(?:(?:was|were|are|is|had been|have been|has been|being) )?"
_MOD = (
    r"(?:reported |fatally |critically |seriously |also |all |both |reportedly |later |confirmed |left |severely |"
    r"slightly |found )?"
)
_DEAD = (
    r"(?:dead|killed|slain|die[sd]?|shot (?:and killed|to death|dead|fatally)|"
    r"fatally (?:shot|wounded|injured|stabbed)|murdered)"
)
_HURT = (
    r"(?:wounded|injured|hurt|hospitali[sz]ed|recovering|(?:in )?critical(?:ly)? (?:condition|wounded|injured)|"
    r"in (?:the )?hospital|survived|grazed)"
)
_SHOT = r"(?:(?:were |was |been )?shot|(?:were |was )?(?:struck|hit|gunned down))"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were killed and wounded."""

    killed: Fact[int] | None = None
    injured: Fact[int] | None = None


@dataclass(frozen=True, slots=True)
class _Total:
    number: int
    span: Span


_KILLED = re.compile(
    rf"\b{_N} (?:of (?:them|whom) )?(?:{_WHO} )?(?:(?:\w+ )?in \w+ )?{_AUX}{_MOD}{_DEAD}\b"
    r"|\b(?:kill(?:s|ed|ing)|claim(?:s|ed|ing) the li(?:fe|ves) of|death of|deaths of|murders? of) (?:at least )?"
    rf"(?P<n2>{NUMBER})\b(?! ?(?:-year|years?|months?|-month|injured|wounded|hurt|hospitali[sz]ed|"
    rf"others? (?:injured|wounded|hurt)|{_WHO} (?:injured|wounded|hurt|in (?:critical|the hospital|hospital)|with|"
    r"shot\b(?! dead))))"
    r"|\b(?P<double>double|triple|quadruple)[- ](?:homicide|murder|killing|fatal)",
    re.IGNORECASE,
)
_INJURED = re.compile(
    rf"\b{_N} (?:of (?:them|whom) )?(?:{_WHO} )?(?:(?:\w+ )?in \w+ )?{_AUX}{_MOD}{_HURT}\b"
    rf"|\b(?:wound(?:s|ed|ing)|injur(?:es|ed|ing)|hurt(?:s|ing)?) (?:at least )?(?P<n2>{NUMBER})"
    rf"\b(?! ?(?:-year|years?|months?|dead|killed|fatally|-month|{_WHO} (?:dead|killed|fatally)))(?: {_WHO})?",
    re.IGNORECASE,
)
_HIT = re.compile(
    rf"(?<!fired )(?<!with )\b{_N} (?:{_WHO} )?(?:(?:\w+ )?in \w+ )?{_AUX}(?:also )?{_SHOT}\b"
    r"(?! (?:and killed|dead|to death|fatally|by police|was fired|rang))"
    rf"|\b(?:shoots?|shot|shooting(?: of)?) (?:at least )?(?P<n2>{NUMBER})\b"
    r"(?! ?(?:-year|years?|months?|times|shots|rounds|-month|bullets|dead|killed|fatally))"
    r"|\b(?P<double>double|triple|quadruple)[- ]shooting",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"(?<![\d-])\b(?P<n>{NUMBER}|an?) {_WHO}(?:,| and|, and) (?:an? )?$", re.IGNORECASE)
_LONGEST_ITEM = 40
_MORE = re.compile(r"\b(?:others?|more|another|additional)\b", re.IGNORECASE)
_TIMES = {"double": 2, "triple": 3, "quadruple": 4}
_EARLIER = re.compile(
    r"\b(?:this year|last year|so far|since|year to date|statistics|in \d{4}|each year|nationwide|"
    r"homicides? (?:in|this))\b",
    re.IGNORECASE,
)
_MOST = 200
"""More were never shot in one incident that local news tells of; larger numbers are of other things."""
_LEAD_SENTENCES = 8
"""Totals are stated in the title or early on; later numbers are more often of other incidents."""

STATED_CONFIDENCE = 0.85
COUNTED_CONFIDENCE = 0.75
NONE_CONFIDENCE = 0.8


def counts_of(setting: Setting, scene: Scene, people: tuple[Participant, ...]) -> Counts:
    """How many were killed and wounded in a scene, from stated totals and from its participants."""
    dead, hurt = _told_of(people, Outcome.KILLED), _told_of(people, Outcome.INJURED)
    killed = _total(setting, scene, _KILLED, dead)
    injured = _injured(setting, scene, hurt, killed)
    return Counts(
        killed=killed if killed is not None else _none_of(injured),
        injured=injured if injured is not None else _none_of(killed),
    )


def _injured(setting: Setting, scene: Scene, hurt: Fact[int] | None, killed: Fact[int] | None) -> Fact[int] | None:
    """The wounded: stated, or what remains of those shot when the dead are taken away, or counted."""
    stated, shot = _stated(setting, scene, _INJURED), _stated(setting, scene, _HIT)
    rest = -1 if shot is None else shot.number - (killed.value if killed is not None else 0)
    if shot is not None and rest >= 0 and (stated is None or stated.number < rest):
        fact = setting.document.fact(rest, [shot.span], confidence=STATED_CONFIDENCE)
        return fact if killed is None else fact.model_copy(update={"evidence": _join(fact.evidence, killed.evidence)})
    return _total(setting, scene, _INJURED, hurt)


def _total(setting: Setting, scene: Scene, pattern: re.Pattern[str], counted: Fact[int] | None) -> Fact[int] | None:
    """The stated total; what the participants come to, where none is stated."""
    stated = _stated(setting, scene, pattern)
    if stated is None:
        return counted
    return setting.document.fact(stated.number, [stated.span], confidence=STATED_CONFIDENCE)


def _stated(setting: Setting, scene: Scene, pattern: re.Pattern[str]) -> _Total | None:
    """The largest total that the title or one of the first sentences states."""
    by_sentence: dict[int, _Total] = {}
    for index, found in _totals(setting, scene, pattern):
        before, total = by_sentence.get(index), found
        if before is not None and _MORE.search(setting.document.words(found.span)):
            # "one person in critical condition, three others injured"
            total = _Total(before.number + found.number, Span(before.span.start, found.span.end))
        if before is None or total.number > before.number:
            by_sentence[index] = total
    return min(by_sentence.values(), key=lambda total: (-total.number, total.span), default=None)


def _totals(setting: Setting, scene: Scene, pattern: re.Pattern[str]) -> Iterator[tuple[int, _Total]]:
    """Each total in title and lead, with the number of its sentence."""
    document = setting.document
    for mark in pattern.finditer(document.text):
        sentence = document.sentence_at(mark.start())
        if sentence is None or sentence.index >= _LEAD_SENTENCES:
            return
        if not scene.covers(mark.start()) or setting.in_quote(mark.start()):
            continue
        if _EARLIER.search(document.text, sentence.start, sentence.end):
            continue
        groups = mark.groupdict()
        words = groups["n"] or groups["n2"]
        number = resolve_number(words) if words else _TIMES[groups["double"].lower()]
        if number is not None and number < _MOST:
            listed, start = _listed_before(document.text, mark.start(), sentence.start)
            yield sentence.index, _Total(number + listed, Span(start, mark.end()))


def _listed_before(text: str, start: int, earliest: int) -> tuple[int, int]:
    """What stands before in one list ("three teen girls, one man shot"): how many, and where the list begins."""
    listed = 0
    while item := _LISTED.search(text, max(earliest, start - _LONGEST_ITEM), start):
        listed += resolve_number(item["n"]) or 0
        start = item.start()
    return listed, start


def _told_of(people: tuple[Participant, ...], outcome: Outcome) -> Fact[int] | None:
    """How many of the participants had an outcome, on the words of each; None where none had."""
    number, evidence = 0, tuple[Evidence, ...]()
    for person in people:
        if person.outcome is None or person.outcome.value is not outcome or person.role.value is Role.WITNESS:
            continue
        if person.text.isdecimal() or _may_be_another(person, people):
            continue  # a bare number ("16 and 18") is an age more often than a group
        number += 1 if person.count is None else person.count.value
        evidence = _join(evidence, person.outcome.evidence)
    return Fact(value=number, evidence=evidence, confidence=COUNTED_CONFIDENCE) if number else None


def _may_be_another(person: Participant, people: tuple[Participant, ...]) -> bool:
    """Whether someone half described ("the girl", "a 16-year-old") may be one of those told apart: then not counted."""
    if person.name is not None or person.count is not None:
        return False
    return any(
        other is not person
        and other.role.value is person.role.value
        and other.outcome is not None
        and other.outcome.value in (Outcome.KILLED, Outcome.INJURED)
        and (other.sex is None or person.sex is None or other.sex.value is person.sex.value)
        and _tells_more(other, person)
        for other in people
    )


def _tells_more(other: Participant, person: Participant) -> bool:
    """Whether one is told apart in a way that the other is not: an age for someone bare, a name for someone aged."""
    if person.age is not None:
        return other.name is not None and other.age is None
    member = other.count is not None and _same_outcome(other, person)
    return other.name is not None or other.age is not None or member


def _same_outcome(one: Participant, other: Participant) -> bool:
    return one.outcome is not None and other.outcome is not None and one.outcome.value is other.outcome.value


def _none_of(other: Fact[int] | None) -> Fact[int] | None:
    """0, where the other side accounts for everyone hit."""
    if other is None:
        return None
    return other.model_copy(update={"value": 0, "confidence": NONE_CONFIDENCE})


def _join(first: tuple[Evidence, ...], second: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*first, *second)))
