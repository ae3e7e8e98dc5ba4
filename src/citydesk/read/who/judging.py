"""What is decided of each person by all that is known: what the rules found, weighed with what the encoder makes of it.

In: the persons of a report, what words tell of them, and the encoder's opinions. Out: tellings again, in the form in
which the rules hand them on, so that what comes after need not know of any encoder. Weights are fitted by
`training/reader/judges.py` on held-out reports; each is a log odd for a feature named here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from citydesk.model import Custody, Outcome, Role, Sex
from citydesk.read.encoder.questions import CUSTODIES, ROLES, SCENES
from citydesk.read.page.weights import Weights, open_weights
from citydesk.read.who.cast import Cast, Person
from citydesk.read.who.mention_opinions import MentionOpinions
from citydesk.read.who.mentions import Form, Mention
from citydesk.read.who.parts import role_of
from citydesk.read.who.told import Slot, Telling

JUDGED = "judged"
"""The cue of a telling that rests on the judgement, and not on one rule."""
PARTS = (None, Role.VICTIM, Role.SUSPECT, Role.OFFICER, Role.WITNESS)
"""The parts that somebody may have; None for none."""
ENDS = (None, Outcome.KILLED, Outcome.INJURED, Outcome.UNHARMED)
STATES = (None, *(Custody(name) for name in CUSTODIES[1:]))
SEXED = (None, Sex.MALE, Sex.FEMALE)
_MOST_VOTES = 8.0
_SURE = 5.0
"""Weight of a judged part: more than any rule's."""


@dataclass(frozen=True, slots=True)
class Judges:
    """The fitted weights of every question about persons."""

    role: Weights
    outcome: Weights
    custody: Weights
    sex: Weights
    same: Weights
    keep: Weights


def open_judges() -> Judges:
    """The judges with the weights that are shipped with the package."""
    weights = open_weights()
    return Judges(**{field.name: weights[field.name] for field in fields(Judges)})


def judge_people(
    cast: Cast, tellings: Sequence[Telling], opinions: MentionOpinions, judges: Judges
) -> tuple[Telling, ...]:
    """The tellings of a report with part, outcome, custody and sex of each person decided."""
    mine: dict[int, list[Telling]] = {person.number: [] for person in cast.persons}
    kept: list[Telling] = []
    for telling in tellings:
        person = cast.of.get(telling.mention) if telling.mention is not None else None
        if person is None:
            kept.append(telling)
        else:
            mine[person.number].append(telling)
    for person in cast.persons:
        told = mine[person.number]
        if not is_judged(person):
            kept.extend(told)
            continue
        for slot, question, answers, weights, features in (
            (Slot.ROLE, "role", PARTS, judges.role, role_features(person, told, opinions)),
            (Slot.OUTCOME, "outcome", ENDS, judges.outcome, outcome_features(person, told, opinions)),
            (Slot.CUSTODY, "custody", STATES, judges.custody, custody_features(person, told, opinions)),
            (Slot.SEX, "sex", SEXED, judges.sex, sex_features(person, opinions)),
        ):
            given = weights.shares(features)
            best = int(given.argmax())
            mention = opinions.best_mention(question, best, person.mentions)
            told = _decide(told, slot, answers[best], mention, float(given[best]))
        kept.extend(told)
    return tuple(kept)


def is_judged(person: Person) -> bool:
    """Whether a person is told by more than pronouns, and speaks for itself."""
    return not person.members and any(m.form is not Form.PRONOUN for m in person.mentions)


def _decide(told: list[Telling], slot: Slot, value: object, mention: Mention, share: float) -> list[Telling]:
    """The tellings with those of a slot that say otherwise left out, and one that says what was decided."""
    kept = [t for t in told if t.slot is not slot or t.value == value]
    if value is not None:
        said = [t for t in kept if t.slot is slot]
        at = max(said, key=lambda t: t.weight, default=None)
        span, index = (at.span, at.mention) if at is not None else (mention.span, mention.index)
        kept.append(Telling(index, slot, value, span, _SURE, JUDGED, share))
    return kept


def role_features(person: Person, told: Sequence[Telling], opinions: MentionOpinions) -> list[float]:
    """What speaks for a part: the rules' votes and verdict, the encoder's shares, and how the person is told."""
    sums = dict.fromkeys(Role, 0.0)
    for t in told:
        if t.slot is Slot.ROLE and isinstance(t.value, Role):
            sums[t.value] += t.weight
    verdict = role_of(told)
    heard = opinions.of_person("role", person.mentions)
    background = float(np.exp(opinions.of_person("scene", person.mentions))[SCENES.index("background")])
    own = [m for m in person.mentions if m.form is not Form.PRONOUN]
    outcome = {t.value for t in told if t.slot is Slot.OUTCOME}
    return [
        *(min(_MOST_VOTES, sums[role]) / 4 for role in Role),
        *(float(verdict is role) for role in PARTS),
        *(float(x) for x in heard),
        *(float(x) for x in np.exp(heard)),
        background,
        float(bool(person.parts)),
        float(len(person.parts) > 1),
        float(bool(person.ages)),
        float(person.group),
        float(person.count is None),
        float(person.general),
        float(person.speaks),
        float(person.official),
        float(person.officer),
        float(all(m.quoted for m in own)),
        float(all(m.headline for m in own)),
        float(all(m.inside for m in own)),
        min(4.0, float(len(own))) / 4,
        float(Outcome.KILLED in outcome),
        float(Outcome.INJURED in outcome),
        float(any(t.slot in (Slot.CUSTODY, Slot.CHARGE) for t in told)),
        float(any(t.slot in (Slot.CONDITION, Slot.WOUND) for t in told)),
    ]


def outcome_features(person: Person, told: Sequence[Telling], opinions: MentionOpinions) -> list[float]:
    """What speaks for an outcome."""
    said = [t.value for t in told if t.slot is Slot.OUTCOME]
    roles = np.exp(opinions.of_person("role", person.mentions))
    verdict = role_of(told)
    first = next((o for o in ENDS[1:] if o in said), None)
    return [
        *(float(o in said) for o in ENDS[1:]),
        *(float(first is o) for o in ENDS),
        *(float(x) for x in opinions.of_person("outcome", person.mentions)),
        *(float(x) for x in np.exp(opinions.of_person("outcome", person.mentions))),
        float(roles[ROLES.index("victim")]),
        float(roles[ROLES.index("suspect")]),
        *(float(verdict is role) for role in PARTS),
        float(any(t.slot is Slot.CONDITION for t in told)),
        float(any(t.slot is Slot.WOUND for t in told)),
        float(person.group),
        *(float(verdict is Role.SUSPECT and o in said) for o in ENDS[1:]),
    ]


def custody_features(person: Person, told: Sequence[Telling], opinions: MentionOpinions) -> list[float]:
    """What speaks for where somebody stands with the law."""
    said = [t.value for t in told if t.slot is Slot.CUSTODY]
    verdict = role_of(told)
    dead = any(t.slot is Slot.OUTCOME and t.value is Outcome.KILLED for t in told)
    return [
        *(float(state in said) for state in STATES[1:]),
        *(float(x) for x in opinions.of_person("custody", person.mentions)),
        *(float(x) for x in np.exp(opinions.of_person("custody", person.mentions))),
        float(any(t.slot is Slot.CHARGE for t in told)),
        float(dead),
        float(verdict is Role.SUSPECT),
        float(verdict is Role.SUSPECT and dead),
        float(bool(person.parts)),
    ]


def sex_features(person: Person, opinions: MentionOpinions) -> list[float]:
    """What speaks for a sex."""
    male, female = person.sexes[Sex.MALE], person.sexes[Sex.FEMALE]
    heard = opinions.of_person("sex", [m for m in person.mentions if m.form is not Form.PRONOUN])
    return [
        float(male > 0),
        float(female > 0),
        float(male > female),
        float(female > male),
        min(3.0, male) / 3,
        min(3.0, female) / 3,
        *(float(x) for x in heard),
        *(float(x) for x in np.exp(heard)),
        float(person.group),
        float(bool(person.parts)),
    ]
