"""From persons to the participants of a scene: who takes part, in which role, and what is known of each.

In: the cast of a report and what is told of its mentions. Out: participants with their facts.
"""

from collections.abc import Sequence

from citydesk.model import Custody, Fact, Outcome, Participant, Role, Sex
from citydesk.read.cast import Cast
from citydesk.read.document import Document, Span
from citydesk.read.groups import square_groups
from citydesk.read.mentions import Form, Mention
from citydesk.read.parts import Part, find_parts_of
from citydesk.read.retold import merge_retold
from citydesk.read.service import find_agency, find_rank, find_years_of_service
from citydesk.read.setting import Scene, Setting
from citydesk.read.told import Slot, Telling


def cast_scene(setting: Setting, scene: Scene, cast: Cast, tellings: Sequence[Telling]) -> tuple[Participant, ...]:
    """The participants of one scene."""
    of_all = [t for t in tellings if t.mention is None and scene.covers(t.span.start)]
    parts = square_groups(merge_retold(find_parts_of(scene, cast, tellings)), of_all)
    return tuple(_participant(setting, part) for part in sorted(parts, key=lambda p: p.first))


def _participant(setting: Setting, part: Part) -> Participant:
    document = setting.document
    outcome = _outcome(document, part)
    return Participant(
        text=document.words(_fullest(part).span),
        role=document.fact(part.role, part.spans(Slot.ROLE, part.role) or [_fullest(part).span]),
        officer=_officer(document, part),
        count=_count(document, part),
        name=_name(document, part),
        age=_age(document, part),
        sex=_sex(document, part),
        rank=find_rank(document, part),
        agency=find_agency(setting, part),
        years_of_service=find_years_of_service(document, part),
        outcome=outcome,
        condition=None
        if outcome is not None and outcome.value is Outcome.KILLED
        else _words(document, part, Slot.CONDITION),
        wound=_words(document, part, Slot.WOUND),
        custody=_custody(document, part, outcome),
        charges=_charges(document, part),
    )


def _fullest(part: Part) -> Mention:
    kinds = {Form.NAME: 0, Form.DESCRIPTION: 1, Form.PRONOUN: 2}
    return min(
        part.mentions,
        key=lambda m: (kinds[m.form], -len(m.name.parts) if m.name else 0, m.age is None, m.headline, m.first),
    )


def _officer(document: Document, part: Part) -> Fact[bool]:
    """Whether the words for a person are an officer's: those of anybody else say that it is none."""
    mention = next((m for m in part.mentions if m.officer), None)
    return document.fact(mention is not None, [(mention or _fullest(part)).span])


def _count(document: Document, part: Part) -> Fact[int] | None:
    if part.count is None or part.count <= 1:
        return None
    stated = next((m.count for m in part.mentions if m.count), None)
    return None if stated is None else document.fact(part.count, [stated.span])


def _name(document: Document, part: Part) -> Fact[str] | None:
    named = [m for m in part.mentions if m.name is not None]
    if not named:
        return None
    best = max(
        named, key=lambda m: (len(m.name.parts) if m.name else 0, m.head.end - m.head.start, not m.headline, -m.first)
    )
    return document.fact(document.words(best.head), [best.head])


def _age(document: Document, part: Part) -> Fact[int] | None:
    stated = part.age or next((m.age for m in part.mentions if m.age is not None), None)
    return None if stated is None else document.fact(stated.value, [stated.span])


def _sex(document: Document, part: Part) -> Fact[Sex] | None:
    sex = part.sex
    if sex is None:
        return None
    said = sorted((m for m in part.mentions if m.sex is sex), key=lambda m: (m.form is Form.PRONOUN, m.first))
    return document.fact(sex, [m.head if m.name is None else m.span for m in said[:2]])


def _outcome(document: Document, part: Part) -> Fact[Outcome] | None:
    outcome = part.outcome
    return None if outcome is None else document.fact(outcome, part.spans(Slot.OUTCOME, outcome))


def _words(document: Document, part: Part, slot: Slot) -> Fact[str] | None:
    latest = -1 if slot is Slot.CONDITION else 1
    found = sorted((t for t in part.tellings if t.slot is slot), key=lambda t: (-t.weight, latest * t.span.start))
    return document.fact(str(found[0].value), [found[0].span]) if found else None


_LEAD = 600
"""Characters of a report in which a verdict on this incident is told; further down it is one of old."""
_CUSTODY = (Custody.CONVICTED, Custody.CHARGED, Custody.ARRESTED, Custody.SOUGHT, Custody.AT_LARGE)


def _custody(document: Document, part: Part, outcome: Fact[Outcome] | None) -> Fact[Custody] | None:
    if part.role is Role.SUSPECT and outcome is not None and outcome.value is Outcome.KILLED:
        return document.fact(Custody.DEAD, part.spans(Slot.OUTCOME, Outcome.KILLED))
    for custody in _CUSTODY:
        if part.role is not Role.SUSPECT or not (spans := part.spans(Slot.CUSTODY, custody)):
            continue
        if custody is not Custody.CONVICTED or min(span.start for span in spans) < document.body_start + _LEAD:
            return document.fact(custody, spans)
    return None


def _charges(document: Document, part: Part) -> tuple[Fact[str], ...]:
    found: dict[str, Span] = {}
    for telling in part.tellings:
        if telling.slot is Slot.CHARGE:
            found.setdefault(str(telling.value).lower(), telling.span)
    return tuple(document.fact(document.words(span), [span]) for span in found.values())
