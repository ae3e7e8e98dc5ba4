"""From parts to participants: what is known of each person of a scene, as facts with their words.

In: the cast of a report and what is told of its mentions. Out: the participants of a scene. Each fact's confidence is
the share of its kind that was right on all 444 reports of the development gold in 2026-07, rounded to 0.05: a fact of
a person that the gold does not have counts as wrong.
"""

import re
from collections.abc import Sequence

from citydesk.model import Custody, Fact, Outcome, Participant, Role, Sex
from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.who.cast import Cast
from citydesk.read.who.groups import square_groups
from citydesk.read.who.judging import open_judges
from citydesk.read.who.keeping import keep_listed
from citydesk.read.who.marked import MARKED_ONLY
from citydesk.read.who.mention_opinions import MentionOpinions
from citydesk.read.who.mentions import Form, Mention
from citydesk.read.who.nouns import RACES
from citydesk.read.who.parts import Part, find_parts_of
from citydesk.read.who.retold import merge_judged, merge_retold
from citydesk.read.who.service import find_agency, find_rank, find_years_of_service
from citydesk.read.who.told import Slot, Telling

_ROLE = {1: 0.6, 2: 0.75, 3: 0.9}
"""By how many kinds of words tell it; the last for three and more."""
_ROLE_OF_GROUP = 0.55
_OFFICER, _NO_OFFICER = 0.65, 0.8
_COUNT = 0.4
_NAME = 0.85
_AGE = 0.85
_SEX_OF_NOUN, _SEX_OF_PRONOUN = 0.8, 0.75
_RACE = 0.7
_RACE_WORD = re.compile("|".join(rf"\b{word}\b" for word in RACES), re.IGNORECASE)
_OUTCOME = {Outcome.KILLED: 0.7, Outcome.INJURED: 0.7, Outcome.UNHARMED: 0.5}
_CONDITION = 0.65
_WOUND = 0.75
_CUSTODY = {
    Custody.CONVICTED: 0.85,
    Custody.CHARGED: 0.8,
    Custody.ARRESTED: 0.45,
    Custody.SOUGHT: 0.7,
    Custody.AT_LARGE: 0.5,
    Custody.DEAD: 0.65,
}
_CHARGE = 0.75
_ALIVE = (Custody.CONVICTED, Custody.CHARGED, Custody.ARRESTED, Custody.SOUGHT, Custody.AT_LARGE)
"""Of several that are told of a suspect, the first here is the furthest that things have come."""
_LEAD = 600
"""Characters of a report in which a verdict on this incident is told; further down it is one of old."""


def cast_scene(
    setting: Setting,
    scene: Scene,
    cast: Cast,
    tellings: Sequence[Telling],
    opinions: MentionOpinions | None = None,
) -> tuple[Participant, ...]:
    """The participants of one scene, in the order in which they are first told."""
    of_all = [t for t in tellings if t.mention is None and scene.covers(t.span.start)]
    parts = find_parts_of(scene, cast, tellings)
    if opinions is None:
        parts = square_groups(merge_retold(parts), of_all)
    else:
        judges = open_judges()
        parts = square_groups(merge_judged(parts, opinions, judges.same), of_all)
        if scene.main:  # of incidents only mentioned, little is told of anybody
            parts = keep_listed(parts, opinions, judges.same, judges.keep)
    return tuple(_participant(setting, part) for part in sorted(parts, key=lambda p: p.first))


def _participant(setting: Setting, part: Part) -> Participant:
    """What is known of a part; a fact is no surer than that the part is somebody of the incident."""
    participant = _known_of(setting, part)
    if part.share >= 1:
        return participant
    changes: dict[str, object] = {
        name: value.model_copy(update={"confidence": round(value.confidence * part.share, 4)})
        for name, value in participant
        if isinstance(value, Fact)
    }
    return participant.model_copy(update=changes)


def _known_of(setting: Setting, part: Part) -> Participant:
    document = setting.document
    return Participant(
        text=document.words(_fullest(part).span),
        role=_role(document, part),
        officer=_officer(document, part),
        count=_count(document, part),
        name=_name(document, part),
        age=_age(document, part),
        sex=_sex(document, part),
        race=_race(document, part),
        rank=find_rank(document, part),
        agency=find_agency(setting, part),
        years_of_service=find_years_of_service(document, part),
        outcome=_outcome(document, part),
        condition=_condition(document, part),
        wound=_wound(document, part),
        custody=_custody(document, part),
        charges=_charges(document, part),
    )


def _fullest(part: Part) -> Mention:
    """The mention that tells most of the person: a name before a description, then the one with an age."""
    forms = {Form.NAME: 0, Form.DESCRIPTION: 1, Form.PRONOUN: 2}
    return min(
        part.mentions,
        key=lambda m: (forms[m.form], -len(m.name.parts) if m.name else 0, m.age is None, m.headline, m.first),
    )


def _role(document: Document, part: Part) -> Fact[Role]:
    cues = {t.cue for t in part.tellings if t.slot is Slot.ROLE and t.value is part.role}
    confidence = _ROLE_OF_GROUP if part.count != 1 else _ROLE[max(1, min(3, len(cues)))]
    confidence = part.share_of(Slot.ROLE, part.role, confidence)
    return document.fact(part.role, part.spans(Slot.ROLE, part.role), confidence=confidence)


def _officer(document: Document, part: Part) -> Fact[bool]:
    """Whether the words for a person are an officer's: those of anybody else say that it is none."""
    mention = next((m for m in part.mentions if m.officer), None)
    if mention is None:
        return document.fact(False, [_fullest(part).span], confidence=_NO_OFFICER)
    return document.fact(True, [mention.span], confidence=_OFFICER)


def _count(document: Document, part: Part) -> Fact[int] | None:
    stated = next((m.count for m in part.mentions if m.count), None)
    if stated is None or part.count is None or part.count <= 1:
        return None
    return document.fact(part.count, [stated.span], confidence=_COUNT)


def _name(document: Document, part: Part) -> Fact[str] | None:
    named = [m for m in part.mentions if m.name is not None]
    fullest = max(
        named,
        key=lambda m: (len(m.name.parts) if m.name else 0, m.head.end - m.head.start, not m.headline, -m.first),
        default=None,
    )
    return None if fullest is None else document.fact(document.words(fullest.head), [fullest.head], confidence=_NAME)


def _age(document: Document, part: Part) -> Fact[int] | None:
    stated = part.age or next((m.age for m in part.mentions if m.age is not None), None)
    return None if stated is None else document.fact(stated.value, [stated.span], confidence=_AGE)


def _sex(document: Document, part: Part) -> Fact[Sex] | None:
    for telling in part.tellings:
        if isinstance(telling.value, Sex):
            confidence = part.share_of(Slot.SEX, telling.value, _SEX_OF_NOUN)
            return document.fact(telling.value, [telling.span], confidence=confidence)
    said = sorted((m for m in part.mentions if m.sex is part.sex), key=lambda m: (m.form is Form.PRONOUN, m.first))
    if part.sex is None:
        return None
    confidence = _SEX_OF_PRONOUN if said[0].form is Form.PRONOUN else _SEX_OF_NOUN
    return document.fact(part.sex, [m.head if m.name is None else m.span for m in said[:2]], confidence=confidence)


def _race(document: Document, part: Part) -> Fact[str] | None:
    for mention in part.mentions:
        mark = _RACE_WORD.search(document.text, *mention.span) if mention.modifiers & RACES.keys() else None
        if mark is not None:
            return document.fact(RACES[mark.group().lower()], [mark.span()], confidence=_RACE)
    return None


def _outcome(document: Document, part: Part) -> Fact[Outcome] | None:
    outcome = part.outcome
    if outcome is None:
        return None
    confidence = part.share_of(Slot.OUTCOME, outcome, _OUTCOME[outcome])
    return document.fact(outcome, part.spans(Slot.OUTCOME, outcome), confidence=confidence)


def _condition(document: Document, part: Part) -> Fact[str] | None:
    """The latest of the weightiest words; the dead are in no condition."""
    told = [t for t in part.tellings if t.slot is Slot.CONDITION]
    if not told or part.outcome is Outcome.KILLED:
        return None
    last = max(told, key=lambda t: (t.weight, t.span.start))
    return document.fact(document.words(last.span), [last.span], confidence=_CONDITION)


def _wound(document: Document, part: Part) -> Fact[str] | None:
    """The first that the body tells; a headline, and what only the encoder marks, where nothing else does."""
    told = [t for t in part.tellings if t.slot is Slot.WOUND]
    if not told:
        return None
    first = min(told, key=lambda t: (t.cue == MARKED_ONLY, document.in_title(t.span.start), t.span)).span
    return document.fact(document.words(first), [first], confidence=_WOUND)


def _custody(document: Document, part: Part) -> Fact[Custody] | None:
    if part.role is not Role.SUSPECT:
        return None
    if part.outcome is Outcome.KILLED:
        dead = part.spans(Slot.OUTCOME, Outcome.KILLED)
        return document.fact(Custody.DEAD, dead, confidence=_CUSTODY[Custody.DEAD])
    for custody in _ALIVE:
        spans = part.spans(Slot.CUSTODY, custody)
        old = custody is Custody.CONVICTED and all(span.start > document.body_start + _LEAD for span in spans)
        if spans and not old:
            confidence = part.share_of(Slot.CUSTODY, custody, _CUSTODY[custody])
            return document.fact(custody, spans, confidence=confidence)
    return None


def _charges(document: Document, part: Part) -> tuple[Fact[str], ...]:
    spans: dict[str, Span] = {}
    for telling in part.tellings:
        if telling.slot is Slot.CHARGE and part.role is Role.SUSPECT:
            spans.setdefault(document.words(telling.span).lower(), telling.span)
    return tuple(document.fact(document.words(span), [span], confidence=_CHARGE) for span in spans.values())
