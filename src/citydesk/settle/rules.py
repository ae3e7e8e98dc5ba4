"""Which value of a property stands, by the property's rule, and what agrees with it and contradicts it.

In: all that is said of one property of one subject. Out: its `Standing`. The rules, in order:

1. What is denied does not stand. A correction stands over everything said before it that differs, and what a page says
   since it was changed over what it said before.
2. What is stated stands over what is only believed, that over what is alleged, that over what is called unclear.
3. What does not change (names, ages, dates, places …) stands as most say it: each independent report counts as much as
   the reader is sure of it, copies of one text count once, and a value that says more is backed by those that say less.
   Of two that are backed alike, the one that says more stands; then the one said first.
4. Counts (`COUNTS`) too, but of two backed alike the later one; and since nobody comes back to life, a later report
   that surely tells of more dead than all before it stands over them.
5. What becomes of a person (`CHANGING`) stands as last told; the dead stay dead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from citydesk.model import Basis, Certainty, Claim, ClaimId, Standing, Subject
from citydesk.settle.claims import Said
from citydesk.settle.values import Match, compare_values

CHANGING = frozenset({"outcome", "condition", "custody"})
"""Properties that change while a story develops."""
COUNTS = frozenset({"killed", "injured"})
_FINAL = {("outcome", "killed"), ("custody", "dead")}
"""Values that nothing later takes back but a correction."""
_SURE = 0.8
"""Confidence from which one later report of more dead is believed. Of the development incidents with several reports,
the count of dead is right in 0.80 with this rule or without it, in 0.75 by the last count alone."""
_SURENESS = (Certainty.STATED, Certainty.BELIEVED, Certainty.ALLEGED, Certainty.UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A value that may stand, and who says it."""

    value: JsonValue
    sayers: tuple[Said, ...]
    """In order of publication."""
    backers: int
    """Independent reports that say it, or less."""
    backing: int
    """How sure the reader is of each of them, added up, in hundredths."""
    says_more: int
    """How many other values it includes."""

    @property
    def latest(self) -> tuple[int, int]:
        return max((said.day, said.turn) for said in self.sayers)


def stand(subject: Subject, said: Sequence[Said]) -> Standing | None:
    """The value that stands of all that is said, in order of publication; None where everything is denied."""
    asserted = [one for one in said if one.claim.certainty is not Certainty.DENIED]
    if not asserted:
        return None
    if len(said) == 1:
        return Standing(subject=subject, value=said[0].claim.value, claim=said[0].claim.id, basis=Basis.ONLY)
    lasting = _not_replaced(said, asserted)
    if not lasting:
        return None
    current = _not_corrected(lasting)
    choices = _choices(subject.property, _surest(current))
    best, basis = _best(subject.property, choices)
    if len(choices) == 1:
        if len(_choices(subject.property, asserted)) == 1:
            basis = Basis.ONLY
        else:
            basis = _basis_of_rest(subject.property, lasting, current)
    return _standing(subject, best, said, basis)


def _basis_of_rest(name: str, lasting: Sequence[Said], current: Sequence[Said]) -> Basis:
    """Why one value is left of several."""
    if len(_choices(name, lasting)) == 1:
        return Basis.UPDATED
    return Basis.CORRECTED if len(_choices(name, current)) == 1 else Basis.SURER


def _not_replaced(said: Sequence[Said], asserted: Sequence[Said]) -> list[Said]:
    """What is asserted, without what a later version of the same page says otherwise, or denies."""
    latest = {one.page: one.claim.report for one in said}  # in order of publication, so that the last one stays
    return [one for one in asserted if latest[one.page] == one.claim.report]


def _not_corrected(said: Sequence[Said]) -> list[Said]:
    """What the last correction leaves: itself, and what is said after it."""
    last = max((n for n, one in enumerate(said) if one.corrects), default=0)
    return list(said[last:])


def _surest(said: Sequence[Said]) -> list[Said]:
    first = min(_SURENESS.index(one.claim.certainty) for one in said)
    return [one for one in said if one.claim.certainty is _SURENESS[first]]


def _choices(name: str, said: Sequence[Said]) -> list[_Choice]:
    """The different values, in the order in which they were first said."""
    sayers: list[list[Said]] = []
    for one in said:
        own = (s for s in sayers if compare_values(name, one.claim.value, s[0].claim.value) is Match.SAME)
        group = next(own, None)
        if group is None:
            sayers.append([one])
        else:
            group.append(one)
    return [_choice(name, group, sayers) for group in sayers]


def _choice(name: str, own: Sequence[Said], groups: Sequence[Sequence[Said]]) -> _Choice:
    value = own[0].claim.value
    included = [g for g in groups if g is not own and compare_values(name, value, g[0].claim.value) is Match.MORE]
    sure: dict[int, int] = {}
    for one in (one for group in (own, *included) for one in group):
        sure[one.family] = max(sure.get(one.family, 0), round(100 * one.claim.confidence))
    return _Choice(value, tuple(own), len(sure), sum(sure.values()), len(included))


def _best(name: str, choices: Sequence[_Choice]) -> tuple[_Choice, Basis]:
    """The value that stands of several equally sure ones, and by which rule."""
    if name in CHANGING:
        return _last_word(name, choices), Basis.LATEST
    ties = sorted(choices, key=lambda c: c.latest, reverse=True) if name in COUNTS else choices
    best, *others = sorted(ties, key=lambda c: (c.backing, c.says_more), reverse=True)
    if name == "killed" and (risen := _risen(best, others)) is not None:
        return risen, Basis.LATEST
    if best.says_more == len(others):
        return best, Basis.SPECIFIC
    if all(best.backers > other.backers for other in others):
        return best, Basis.AGREED
    if best.backing > others[0].backing:
        return best, Basis.CLEARER
    return best, Basis.LATEST if name in COUNTS else Basis.FIRST


def _last_word(name: str, choices: Sequence[_Choice]) -> _Choice:
    """The value said last; of several in one report, the one that others say too."""
    final = [choice for choice in choices if (name, choice.value) in _FINAL]
    return max(final or choices, key=lambda choice: (choice.latest, choice.backing, choice.says_more))


def _risen(best: _Choice, others: Sequence[_Choice]) -> _Choice | None:
    """The last greater count that is surely told on a later day than the best one."""
    higher = [c for c in others if _number(c) > _number(best) and c.latest[0] > best.latest[0]]
    surely = [c for c in higher if any(one.claim.confidence >= _SURE for one in c.sayers)]
    return max(surely, key=lambda choice: choice.latest, default=None)


def _number(choice: _Choice) -> float:
    return choice.value if isinstance(choice.value, int | float) else 0


def _standing(subject: Subject, best: _Choice, said: Sequence[Said], basis: Basis) -> Standing:
    """The standing of a value. Its claim is the surest of those that say exactly it, the first of several."""
    words = max(best.sayers, key=lambda one: one.claim.confidence).claim
    agree: list[ClaimId] = []
    against: list[ClaimId] = []
    for one in said:
        if one.claim.id != words.id:
            (agree if _agrees(subject.property, best.value, one.claim) else against).append(one.claim.id)
    return Standing(
        subject=subject,
        value=words.value,
        claim=words.id,
        basis=basis,
        agree=tuple(agree),
        against=tuple(against),
    )


def _agrees(name: str, value: JsonValue, claim: Claim) -> bool:
    """Whether a claim says the value or what goes with it; to deny it is to contradict it."""
    match = compare_values(name, value, claim.value)
    denied = claim.certainty is Certainty.DENIED
    return (match is Match.OTHER) if denied else (match is not Match.OTHER)
