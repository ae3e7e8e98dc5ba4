"""What a person should look at in an incident, and how much a look would gain. Pure.

In: a record with its claims and the decisions about it. Out: `Doubt`s. The expected gain of a look is the probability
that the value is wrong times what a wrong one costs: a wrong death toll is worse than a wrong hour.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from citydesk.link import same_name
from citydesk.model import Claim, ClaimId, Decision, Record, Ruling, Standing

WEIGHTS = {
    "killed": 3.0,
    "outcome": 3.0,
    "name": 2.5,
    "date": 2.0,
    "place.city": 2.0,
    "place.state": 2.0,
    "injured": 2.0,
    "role": 2.0,
    "officer_shot": 1.5,
    "shot_by_officer": 1.5,
    "custody": 1.0,
    "condition": 1.0,
    "age": 1.0,
    "place.address": 1.0,
}
"""What a wrong value costs, as guessed by us, not measured: what most databases are asked for costs most."""
OTHER_WEIGHT = 0.5
MATTERS = 1.5
"""From this weight on, low confidence alone is a reason to look."""
SURE = 0.7
"""A value that the reader is as sure of as this needs no look; of such facts seven in ten are right."""
DISPUTED_WEIGHT = 1.5
"""What a dispute costs that matters wholly (`Standing.matter` is 1.0): one in two that the dearest value is wrong."""
_CONTRADICTED = 2.0
"""On top for a decision that is contradicted: a person cared about it before."""
_OF_DECISION = 0.5
"""Probability that a person's decision does not hold once reports say otherwise; a guess."""


class ReviewKind(StrEnum):
    """Why something is to be looked at."""

    CONTRADICTED = "contradicted"
    """Reports that came since contradict what a person decided."""
    LINK = "link"
    """Two incidents are perhaps one."""
    BELONGS = "belongs"
    """A report is perhaps of another incident."""
    DISPUTED = "disputed"
    """Reports contradict each other."""
    UNSURE = "unsure"
    """The reader is not sure of a value that matters."""


class Doubt(NamedTuple):
    """Something in an incident to be looked at."""

    key: str
    """The same whenever it is found; no two of one incident share one."""
    kind: ReviewKind
    gain: float
    property: str | None = None
    person: int | None = None
    decision: int | None = None
    claims: tuple[ClaimId, ...] = ()
    """Of a decision about a value: the claims that contradict it."""
    tellings: tuple[tuple[str, int], ...] = ()
    """Of a link: report and place of the tellings that it is about."""
    probability: float | None = None
    """Of a link: that they are one incident."""


def weight_of(name: str) -> float:
    """What a wrong value of a property costs."""
    return WEIGHTS.get(name, OTHER_WEIGHT)


def doubts_of(record: Record, claims: Mapping[ClaimId, Claim], decisions: Sequence[Decision]) -> tuple[Doubt, ...]:
    """What is doubtful in a record. `decisions` are those that hold and are about it."""
    standing = (*record.values, *(value for person in record.people for value in person.values))
    by_id = {decision.id: decision for decision in decisions}
    found: dict[str, Doubt] = {}
    for value in standing:
        for doubt in _of_value(value, claims, by_id):
            found.setdefault(doubt.key, doubt)
    for decision in (one for one in decisions if one.what is Ruling.REJECT):
        again = _of_rejection(decision, standing, record, claims)
        if again is not None:
            found.setdefault(again.key, again)
    return tuple(found.values())


def _of_value(value: Standing, claims: Mapping[ClaimId, Claim], decisions: Mapping[int, Decision]) -> Iterator[Doubt]:
    name, person = value.subject.property, value.subject.person
    key, weight = f"{name}|{person or ''}|{value.claim if name in ('weapons', 'charges') else ''}", weight_of(name)
    if value.decision is not None:
        decision = decisions.get(value.decision)
        new = () if decision is None else _unseen(decision, value.against, claims)
        if new:
            gain = _CONTRADICTED + weight * _OF_DECISION
            yield Doubt(f"decision|{value.decision}", ReviewKind.CONTRADICTED, gain, name, person, value.decision, new)
        return
    if value.disputed:
        yield Doubt(f"value|{key}", ReviewKind.DISPUTED, value.matter * DISPUTED_WEIGHT, name, person)
        return
    surest = max((claims[one].confidence for one in _behind(value)), default=1.0)
    if weight >= MATTERS and surest < SURE:
        yield Doubt(f"value|{key}", ReviewKind.UNSURE, weight * (1.0 - surest), name, person)


def _of_rejection(
    decision: Decision, standing: Sequence[Standing], record: Record, claims: Mapping[ClaimId, Claim]
) -> Doubt | None:
    """Another report, which was not there when a value was rejected, says the same again, and it stands."""
    seen = {one.report for one in decision.seen}
    for value in standing:
        if value.subject.property == decision.property and value.value == decision.value:
            new = tuple(one for one in _behind(value) if claims[one].report not in seen)
            if new and _is_of(decision, value, record):
                gain = _CONTRADICTED + weight_of(value.subject.property) * _OF_DECISION
                subject = value.subject
                key = f"decision|{decision.id}"
                return Doubt(key, ReviewKind.CONTRADICTED, gain, subject.property, subject.person, decision.id, new)
    return None


def _is_of(decision: Decision, value: Standing, record: Record) -> bool:
    """Whether a standing value is one of the participant, or of the incident, that a decision was about."""
    number = value.subject.person
    if decision.person is None or number is None:
        return (decision.person is None) == (number is None)
    name = next((person.get("name") for person in record.people if person.number == number), None)
    if isinstance(name, str) and decision.person.name is not None:
        return same_name(name, decision.person.name)
    return number == decision.person.number


def _unseen(decision: Decision, against: Sequence[ClaimId], claims: Mapping[ClaimId, Claim]) -> tuple[ClaimId, ...]:
    """Claims that contradict a decision and were not there when it was made."""
    seen = {(one.report, repr(one.value)) for one in decision.seen}
    return tuple(id_ for id_ in against if (claims[id_].report, repr(claims[id_].value)) not in seen)


def _behind(value: Standing) -> tuple[ClaimId, ...]:
    return value.agree if value.claim is None else (value.claim, *value.agree)
