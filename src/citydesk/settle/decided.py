"""What people decided about the values of an incident. It always wins.

In: the decisions that hold, the latest last, and all that is said of the incident. Out: which claims are left aside,
and which values stand whatever is said. Reports may have been read anew since a decision was made, so that claims and
participants have other ids and numbers: each is found again by what it was when it was seen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from citydesk.link import plain_name, same_name
from citydesk.model import (
    Basis,
    Certainty,
    Claim,
    ClaimId,
    Decision,
    Ruling,
    SeenClaim,
    SeenPerson,
    Standing,
    Subject,
)
from citydesk.settle.claims import Said
from citydesk.settle.properties import Rule, of_rule
from citydesk.settle.values import Match, compare_values

SEVERAL = frozenset(of_rule(Rule.EACH))
"""Properties of which several values stand."""
_MENTIONED, _NAMED, _AGED, _OF_SEX, _IN_ROLE = 3, 4, 2, 1, 1
"""What speaks for two participants being one: the same mention, name, age, sex, role. Another one speaks against it."""
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Ruled:
    """What people decided about one incident."""

    rejected: frozenset[ClaimId] = frozenset()
    values: Mapping[tuple[str, int | None], Decision] = field(default_factory=dict)
    """The value that stands, by property and participant."""
    claims: Mapping[ClaimId, Decision] = field(default_factory=dict)
    """Of properties that have several values: what was decided of single claims."""
    homeless: tuple[int, ...] = ()
    """Decisions about a participant who is in no report of the incident any more."""


class _Found(NamedTuple):
    """Where a decision belongs now."""

    about: tuple[str, int | None]
    claims: tuple[Said, ...]


NOTHING = Ruled()


def find_rulings(decisions: Sequence[Decision], said: Sequence[Said]) -> Ruled:
    """What the decisions, the latest last, say of an incident of which all this is said."""
    if not decisions:
        return NOTHING
    rejected: set[ClaimId] = set()
    values: dict[tuple[str, int | None], Decision] = {}
    claims: dict[ClaimId, Decision] = {}
    homeless: list[int] = []
    for decision in decisions:
        found = _find(decision, said)
        if found is None:
            homeless.append(decision.id)
        elif decision.what is Ruling.REJECT:
            rejected.update(one.claim.id for one in found.claims)
            if found.about in values and values[found.about].value == decision.value:
                del values[found.about]
        elif found.about[0] in SEVERAL:
            rejected.difference_update(one.claim.id for one in found.claims)
            claims.update({one.claim.id: decision for one in found.claims})
        else:
            rejected.difference_update(one.claim.id for one in found.claims)
            values[found.about] = decision
    return Ruled(frozenset(rejected), values, claims, tuple(homeless))


def stand_decided(subject: Subject, decision: Decision, said: Sequence[Said]) -> Standing:
    """The standing of a value that a person decided; its claim is the surest of those that say exactly it."""
    own = [one.claim for one in said if _says(subject.property, decision, one.claim) is Match.SAME]
    chosen = next((claim for claim in own if claim.id == decision.claim), None)
    words = chosen or max(own, key=lambda claim: claim.confidence, default=None)
    agree: list[ClaimId] = []
    against: list[ClaimId] = []
    for claim in (one.claim for one in said):
        if words is None or claim.id != words.id:
            same = _says(subject.property, decision, claim) is not Match.OTHER
            (agree if same else against).append(claim.id)
    return Standing(
        subject=subject,
        value=decision.value,
        claim=words.id if words is not None else None,
        basis=Basis.DECIDED,
        agree=tuple(agree),
        against=tuple(against),
        decision=decision.id,
    )


def mark_decided(standing: Standing, ruled: Ruled) -> Standing:
    """One of several values of a property, as a person decided about one of its claims."""
    behind = [one for one in (standing.claim, *standing.agree) if one is not None]
    decision = max((ruled.claims[one] for one in behind if one in ruled.claims), key=lambda d: d.id, default=None)
    if decision is None:
        return standing
    value = decision.value if decision.what is Ruling.CORRECT else standing.value
    return standing.model_copy(update={"value": value, "basis": Basis.DECIDED, "decision": decision.id})


def _says(name: str, decision: Decision, claim: Claim) -> Match:
    """How a claim compares to the value decided; a claim that denies something says something else."""
    if claim.certainty is Certainty.DENIED:
        return Match.OTHER
    return compare_values(name, claim.value, decision.value)


def _find(decision: Decision, said: Sequence[Said]) -> _Found | None:
    """Where a decision belongs; None where its participant is not there any more."""
    if decision.property is None:
        return None
    if decision.claim is not None:
        seen = next((one for one in decision.seen if one.id == decision.claim), None)
        found = _claims_seen(seen, decision.property, said) if seen is not None else ()
        if found:
            about = found[0].claim.subject
            return _Found((about.property, about.person), found)
    if decision.person is None:
        return _Found((decision.property, None), ())
    number = _number_of(decision.person, said)
    return None if number is None else _Found((decision.property, number), ())


def _claims_seen(seen: SeenClaim, name: str, said: Sequence[Said]) -> tuple[Said, ...]:
    """The claims that are the one seen: itself or, read anew, what the same words say; and those of near copies."""
    same = [one for one in said if one.claim.subject.property == name and one.claim.value == seen.value]
    own = [one for one in same if one.claim.report == seen.report]
    exact = [one for one in own if one.claim.id == seen.id] or [one for one in own if _overlap(one.claim, seen)]
    found = exact or (own if len(own) == 1 else [])
    if not found:
        return ()
    first = found[0]
    copies = [one for one in same if one.family == first.family and one.claim.subject == first.claim.subject]
    return (first, *(one for one in copies if one is not first))


def _overlap(claim: Claim, seen: SeenClaim) -> bool:
    return any(
        a.field is b.field and a.start < b.end and b.start < a.end for a in claim.evidence for b in seen.evidence
    )


def mention_of(claim: ClaimId) -> str | None:
    """Where a report has the participant whom a claim is about: "b20fda21/0/people.1"; None for the incident's own."""
    head, _, path = claim.rpartition("/")
    parts = path.split(".")
    return f"{head}/people.{parts[1]}" if parts[0] == "people" else None


def _number_of(person: SeenPerson, said: Sequence[Said]) -> int | None:
    """The number of the participant who is most surely the one seen; None where nobody surely is."""
    told: dict[int, list[Claim]] = defaultdict(list)
    for one in said:
        if one.claim.subject.person is not None:
            told[one.claim.subject.person].append(one.claim)
    likeness = {number: sum(_likeness(person, claims)) for number, claims in told.items()}
    best = max(sorted(likeness), key=lambda number: likeness[number], default=None)
    return best if best is not None and likeness[best] >= _ENOUGH else None


def _likeness(person: SeenPerson, claims: Sequence[Claim]) -> Iterator[int]:
    """What speaks for and against the claims being about the participant seen."""
    if any(mention_of(claim.id) in person.mentions for claim in claims):
        yield _MENTIONED
    if person.name is not None and (names := list(_values("name", claims))):
        yield _NAMED if any(_one_name(person.name, str(name)) for name in names) else -_NAMED
    for name, mine, weight in (
        ("age", person.age, _AGED),
        ("sex", person.sex, _OF_SEX),
        ("role", person.role, _IN_ROLE),
    ):
        if mine is not None and (told := list(_values(name, claims))):
            yield weight if mine in told else -weight


def _values(name: str, claims: Iterable[Claim]) -> Iterator[object]:
    return (claim.value for claim in claims if claim.subject.property == name)


def _one_name(a: str, b: str) -> bool:
    first, second = plain_name(a), plain_name(b)
    return first is not None and second is not None and same_name(first, second)
