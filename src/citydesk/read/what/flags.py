"""The five yes/no questions of an incident: was an officer shot, did an officer shoot, self-inflicted, an accident,
between family or partners.

In: a setting, a scene and its participants. Out: an answer for each question that the report answers, on the words
that answer it. "Yes" needs one plain cue; "no" needs words that rule it out. Silence is no answer.
"""

import re
from collections.abc import Iterator

from citydesk.model import Evidence, Fact, Outcome, Participant, Role
from citydesk.read.page.document import Span
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.what.flag_cues import NO, YES, compiled

_YES, _NO = compiled(YES), compiled(NO)
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|nor|denied|ruled out|whether|if|unclear|unknown|threaten(?:ed|ing)? to|tried to|"
    r"attempt(?:ed|ing) to|rather than|instead of|prevent)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|latest|\d{1,2}(?:st|nd|rd|th)) $", re.IGNORECASE)
_TOLD_OF_OTHERS = re.compile(
    r"\b(?:statistics|nationwide|national|each year|every year|per year|crisis|hotline|if you or|prevention|"
    r"coalition|awareness|resources)\b",
    re.IGNORECASE,
)

CONFIDENCE = {
    "officer_shot": 0.8,
    "shot_by_officer": 0.8,
    "self_inflicted": 0.85,
    "unintentional": 0.85,
    "domestic": 0.75,
}
NO_CONFIDENCE = 0.8


def flags_of(setting: Setting, scene: Scene, people: tuple[Participant, ...]) -> dict[str, Fact[bool]]:
    """The answers to the five yes/no questions (`citydesk.model.FLAGS`) that the report gives."""
    answers: dict[str, Fact[bool]] = {}
    document = setting.document
    for flag, pattern in _YES.items():
        told = next(_cues(setting, scene, pattern), None)
        if told is not None:
            answers[flag] = document.fact(True, [told], confidence=CONFIDENCE[flag])
    if (hurt := _hurt_officer(people)) is not None:
        answers.setdefault("officer_shot", Fact(value=True, evidence=hurt, confidence=CONFIDENCE["officer_shot"]))
    for flag, pattern in _NO.items():
        if flag not in answers and (told := next(_cues(setting, scene, pattern), None)) is not None:
            answers[flag] = document.fact(False, [told], confidence=NO_CONFIDENCE)
    return answers


def _cues(setting: Setting, scene: Scene, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The scene's words that match, but for denied ones, and for those that only name another incident."""
    document = setting.document
    for mark in pattern.finditer(document.text):
        sentence = document.sentence_at(mark.start())
        if sentence is None or not scene.covers(mark.start()) or setting.in_quote(mark.start()):
            continue
        if _DENIED.search(document.text, sentence.start, mark.start()):
            continue
        if _TOLD_OF_OTHERS.search(document.text, sentence.start, sentence.end):
            continue
        if _ORDINAL.search(document.text, sentence.start, mark.start()):
            continue  # "the second officer-involved shooting today" does not say who shot whom
        yield Span(*mark.span())


def _hurt_officer(people: tuple[Participant, ...]) -> tuple[Evidence, ...] | None:
    """The words by which a participant who is an officer came to harm."""
    for person in people:
        if person.officer is None or not person.officer.value:
            continue
        if person.role.value is Role.SUSPECT or person.outcome is None:
            continue
        if person.outcome.value in (Outcome.KILLED, Outcome.INJURED):
            return (*person.outcome.evidence, *person.officer.evidence)
    return None
