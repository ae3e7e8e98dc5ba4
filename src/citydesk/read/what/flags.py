"""The five yes/no questions of an incident: was an officer shot, did an officer shoot, self-inflicted, an accident,
between family or partners.

In: a setting, a scene and its participants. Out: an answer for each question that the report answers, on the words
that answer it. "Yes" needs one plain cue; "no" needs words that rule it out. Silence is no answer, and neither is what
is only possible, or only what somebody accused says.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from citydesk.model import Fact, Participant, Role, Sex
from citydesk.read.page.document import Span
from citydesk.read.page.patterns import WordPattern
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.what.flag_cues import CASED, YES, compiled
from citydesk.read.what.flag_people import answers_of_people, harm_of
from citydesk.read.what.flag_provisos import ALONE, FOUGHT, NO, NOT_OWN
from citydesk.read.what.flag_words import KIN
from citydesk.read.what.passing import Telling, find_telling

_YES, _NO = compiled(YES), compiled(NO)
_ALONE, _NOT_OWN, _FOUGHT = compiled(ALONE), compiled(NOT_OWN), compiled(FOUGHT)
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no(?! (?:charges?|one|arrests?|suspects?|criminal|foul))|nor|denied|ruled out|whether|if|"
    r"unclear|unknown|threaten(?:ed|ing)? to|tried to|attempt(?:ed|ing) to|rather than|instead of|prevent|"
    r"contemplat\w+|talk(?:ed|ing) (?:about|of))(?:,? [\w’'-]+){0,5} ?$",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:possibl[ey]|suspect(?:ed)?|investigat\w+ (?:it |this |the \w+ )?as|could (?:possibly )?be"
    r"|may (?:have been|be)|might be|potential|whether|if)\b[^.;]{0,40}$",
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
_FRAGMENT = 80
"""Characters: a quotation as short is a source's own word for what happened, and no opinion."""

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
    _answer(answers, telling, _YES, people)
    for flag, evidence in answers_of_people(setting.document, people, answers.keys()):
        answers.setdefault(flag, Fact(value=True, evidence=evidence, confidence=CONFIDENCE[flag]))
    if all(person.role.value is not Role.SUSPECT for person in people):
        _answer(answers, telling, _ALONE, people)
    if "self_inflicted" not in answers:
        _answer(answers, telling, _NOT_OWN, people)
        if "officer_shot" in answers and any(harm_of(person) for person in people if person.role.value is Role.SUSPECT):
            _answer(answers, telling, _FOUGHT, people)
    for flag, pattern in _NO.items():
        if flag not in answers and (told := next(_cues(telling, flag, pattern), None)) is not None:
            answers[flag] = setting.document.fact(False, [told], confidence=NO_CONFIDENCE)
    return answers


def _answer(
    answers: dict[str, Fact[bool]],
    telling: Telling,
    table: dict[str, WordPattern],
    people: tuple[Participant, ...],
) -> None:
    """Answer with yes where a table has a cue, and nothing has answered before."""
    document = telling.setting.document
    for flag, pattern in table.items():
        cues = () if flag in answers else _cues(telling, flag, pattern)
        told = next((s for s in cues if flag != "domestic" or _is_kin_of(document.words(s), people)), None)
        if told is not None:
            answers[flag] = document.fact(True, [told], confidence=CONFIDENCE[flag])


def _cues(telling: Telling, flag: str, pattern: WordPattern) -> Iterator[Span]:
    """The scene's words that match, but for denied ones, and for those that only pass by the incident."""
    document = telling.setting.document
    text = document.text
    for mark in pattern.finditer(text if flag in CASED else document.lower):
        sentence = document.sentence_at(mark.start())
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
    n = bisect_left(setting.quoted, offset + 1, key=lambda span: span.start) - 1
    return n >= 0 and offset < setting.quoted[n].end and setting.quoted[n].end - setting.quoted[n].start <= _FRAGMENT


def _is_kin_of(words: str, people: tuple[Participant, ...]) -> bool:
    """Whether "his" or "her" in a cue can mean whoever fired: not "her son" of a man's deed."""
    owner = _HERS.search(words)
    sexes = {p.sex.value for p in people if p.role.value is Role.SUSPECT and p.sex is not None}
    if owner is None or not sexes or " by " in words:
        return True
    return (Sex.FEMALE if owner["she"] else Sex.MALE) in sexes
