"""The five yes/no questions of an incident: was an officer shot, did an officer shoot, self-inflicted, an accident,
between family or partners.

In: a setting, a scene and its participants. Out: an answer for each question that the report answers, on the words
that answer it. "Yes" needs one plain cue; "no" needs words that rule it out. Silence is no answer, and neither is what
is only possible, or only what somebody accused says.
"""

import re
from collections.abc import Collection, Iterator

from citydesk.model import Evidence, Fact, FieldName, Outcome, Participant, Role, Sex
from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.what.flag_cues import ALONE, NO, NOT_OWN, YES, compiled
from citydesk.read.what.flag_words import KIN, OWNER, RELATED
from citydesk.read.what.passing import Telling, find_telling

_YES, _ALONE, _NOT_OWN, _NO = compiled(YES), compiled(ALONE), compiled(NOT_OWN), compiled(NO)
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no(?! (?:charges?|one|arrests?|suspects?|criminal|foul))|nor|denied|ruled out|whether|if|"
    r"unclear|unknown|threaten(?:ed|ing)? to|tried to|attempt(?:ed|ing) to|rather than|instead of|prevent|"
    r"contemplat\w+|talk(?:ed|ing) (?:about|of))(?:,? [\w’'-]+){0,5} ?$",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:possibl[ey]|suspect(?:ed)?|investigat\w+ (?:it |this |the \w+ )?as|could (?:possibly )?be"
    r"|may (?:have been|be)"
    r"|might be|potential|whether|if)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_POSSIBLY_AFTER = re.compile(
    r"[ -]*(?:is |was )?(?:suspected|is a possibility|was a possibility|possible)\b", re.IGNORECASE
)
_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|allegedly told|told (?:police|investigators|officers|detectives|deputies|authorities)"
    r"|insist\w*|initially)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
"""Before what somebody accused says for himself."""
_DELIBERATE = re.compile(r"\b(?:robb\w+|scuffle|struggl\w+|wrestl\w+|(?:attempt|tri)ed to shoot)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|latest|\d{1,2}(?:st|nd|rd|th)) $", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:convict\w+|arrest\w+|charged?|charges|record|history|prior|previous\w*|probation|pleaded|guilty|restraining"
    r"|protecti(?:on|ve) order|court records)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
"""Before what somebody did another time."""
_HERS = re.compile(rf"\b(?:(?P<she>her)|(?P<he>his)) ?{KIN}", re.IGNORECASE)
_KIN_OF_VICTIM = re.compile(rf"(?:his|her|their|{OWNER}) ?{RELATED}", re.IGNORECASE)
_CHILD = re.compile(r"\b(?:sons?|daughters?|nephews|son-in-law|partner)\b", re.IGNORECASE)
"""Suspects who are oftener told by a mother who speaks than by their victim."""
_KIN_OF_SUSPECT = re.compile(rf"(?:(?P<she>her)|(?P<he>his)) ?{KIN}", re.IGNORECASE)
_ADULT = 18
_FRAGMENT = 80
"""Characters: a quotation as short is a source's own word for what happened, and no opinion."""
_NEAR = 60
"""Characters between an officer and what became of him."""
_SAID = re.compile(
    r"[.;!?\n]|\b(?:said|says|told|arriv\w+|respond\w+|according|investigat\w+|found|heard|describ\w+|alleg\w+|spoke"
    r"|fatally shot|shot (?:and killed )?(?:a|the|his|her|him)|who shot|fired|returned)\b|^['’]s\b|, (?:the|an?"
    r"|his|her) ",
    re.IGNORECASE,
)
_NOUNS = frozenset(("homicide", "murder", "shooting", "death", "killing", "murders", "deaths"))
"""Outcome words that as often belong to somebody else, or to a body's name."""

CONFIDENCE = {
    "officer_shot": 0.85,
    "shot_by_officer": 0.8,
    "self_inflicted": 0.85,
    "unintentional": 0.9,
    "domestic": 0.8,
}
NO_CONFIDENCE = 0.9


def flags_of(setting: Setting, scene: Scene, people: tuple[Participant, ...]) -> dict[str, Fact[bool]]:
    """The answers to the five yes/no questions (`citydesk.model.FLAGS`) that the report gives."""
    answers: dict[str, Fact[bool]] = {}
    telling = find_telling(setting, scene)
    for flag, pattern in _YES.items():
        told = next(
            (s for s in _cues(telling, flag, pattern) if flag != "domestic" or _is_kin_of(setting, s, people)), None
        )
        if told is not None:
            answers[flag] = setting.document.fact(True, [told], confidence=CONFIDENCE[flag])
    for flag, evidence in _told_by_people(setting.document, people, answers.keys()):
        answers.setdefault(flag, Fact(value=True, evidence=evidence, confidence=CONFIDENCE[flag]))
    alone = all(person.role.value is not Role.SUSPECT for person in people)
    for table, holds in ((_ALONE, alone), (_NOT_OWN, "self_inflicted" not in answers)):
        for flag, pattern in table.items():
            told = next(_cues(telling, flag, pattern), None) if holds and flag not in answers else None
            if told is not None:
                answers[flag] = setting.document.fact(True, [told], confidence=CONFIDENCE[flag])
    for flag, pattern in _NO.items():
        if flag not in answers and (told := next(_cues(telling, flag, pattern), None)) is not None:
            answers[flag] = setting.document.fact(False, [told], confidence=NO_CONFIDENCE)
    return answers


def _cues(telling: Telling, flag: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The scene's words that match, but for denied ones, and for those that only pass by the incident."""
    text = telling.setting.document.text
    for mark in pattern.finditer(text):
        sentence = telling.setting.document.sentence_at(mark.start())
        if sentence is None or not telling.holds(mark.start(), quoted=_is_fragment(telling.setting, mark.start())):
            continue
        start = max(sentence.start, mark.start() - 120)
        if _DENIED.search(text, start, mark.start()) or _ORDINAL.search(text, start, mark.start()):
            continue  # "the second officer-involved shooting today" does not say who shot whom
        if not _is_only_possible(flag, text, start, mark):
            yield Span(*mark.span())


def _is_only_possible(flag: str, text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether words say what may be, what the accused says, or what somebody did another time."""
    words = mark.group().lower()
    if flag == "self_inflicted" and "suicide" in words and "murder" in words:
        return bool(_POSSIBLE.search(text, start, mark.start()) or _POSSIBLY_AFTER.match(text, mark.end()))
    if flag == "unintentional":
        return bool(_CLAIMED.search(text, start, mark.start()) or _DELIBERATE.search(text, start, mark.end() + 40))
    return flag == "domestic" and words.startswith("domestic") and _PAST.search(text, start, mark.start()) is not None


def _is_fragment(setting: Setting, offset: int) -> bool:
    """Whether an offset lies in a short quotation, a fragment within a sentence of the report's own."""
    return any(start <= offset < end and end - start <= _FRAGMENT for start, end in setting.quoted)


def _is_kin_of(setting: Setting, span: Span, people: tuple[Participant, ...]) -> bool:
    """Whether "his" or "her" in a cue can mean whoever fired: not "her son" of a man's deed."""
    owner = _HERS.search(setting.document.words(span))
    sexes = {p.sex.value for p in people if p.role.value is Role.SUSPECT and p.sex is not None}
    if owner is None or not sexes or " by " in setting.document.words(span):
        return True
    return (Sex.FEMALE if owner["she"] else Sex.MALE) in sexes


def _told_by_people(
    document: Document, people: tuple[Participant, ...], told: Collection[str]
) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The questions that participants answer: an officer came to harm, kin stand on both sides."""
    hurt = _hurt_officer(document, people)
    if hurt is not None:
        yield "officer_shot", hurt
    kin = None if "self_inflicted" in told else _kin_told(people)  # a parent charged since a child shot itself
    if kin is not None:
        yield "domestic", (*(kin.sex.evidence if kin.sex is not None else ()), *kin.role.evidence)


def _kin_told(people: tuple[Participant, ...]) -> Participant | None:
    """A suspect told by a victim ("her father"), or a victim told by a suspect of that sex ("his wife")."""
    suspects = [person for person in people if person.role.value is Role.SUSPECT]
    sexes = {person.sex.value for person in suspects if person.sex is not None}
    for person in people:
        if person.role.value is Role.SUSPECT and _KIN_OF_VICTIM.match(person.text) and not _CHILD.search(person.text):
            return person
        owned = _KIN_OF_SUSPECT.match(person.text)
        told = owned is not None and person.role.value is Role.VICTIM and _is_hurt(person)
        if told and owned is not None and (Sex.FEMALE if owned["she"] else Sex.MALE) in sexes:
            return person
    return None


def _is_hurt(person: Participant) -> bool:
    return person.outcome is not None and person.outcome.value in (Outcome.KILLED, Outcome.INJURED)


def _hurt_officer(document: Document, people: tuple[Participant, ...]) -> tuple[Evidence, ...] | None:
    """The words by which a victim who is an officer came to harm, where they stand close behind the officer's."""
    for person in people:
        if person.officer is None or not person.officer.value or person.role.value is not Role.VICTIM:
            continue
        if person.outcome is None or not _is_hurt(person) or (person.age is not None and person.age.value < _ADULT):
            continue
        for harm in person.outcome.evidence:
            if any(_is_harmed(document, officer, harm) for officer in person.officer.evidence):
                return (*person.outcome.evidence, *person.officer.evidence)
    return None


def _is_harmed(document: Document, officer: Evidence, harm: Evidence) -> bool:
    """Whether words of harm can be said of the officer named just before them."""
    if officer.field is not harm.field or not 0 <= harm.start - officer.end <= _NEAR or harm.text.lower() in _NOUNS:
        return False
    given = document.report.title if officer.field is FieldName.TITLE else document.report.text
    return _SAID.search(given[officer.end : harm.start]) is None
