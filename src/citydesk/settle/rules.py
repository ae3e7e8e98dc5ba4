"""Which value of a property stands, by the property's rule, and what agrees with it and contradicts it.

In: all that is said of one property of one subject. Out: its `Standing`. The rules, in order:

1. What is denied does not stand. A correction stands over everything said before it that differs.
2. What is stated stands over what is only believed, that over what is alleged, that over what is called unclear.
3. Of what changes (`CHANGING`), the latest word stands; the dead stay dead. Of what does not change, the value that
   most independent reports say, where one that says more counts for what it includes; then the one that says more;
   then the latest.

Copies of one text count once, as of the day of the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from citydesk.model import Basis, Certainty, Claim, ClaimId, Standing, Subject
from citydesk.settle.claims import Said
from citydesk.settle.values import Match, compare_values

CHANGING = frozenset({"killed", "injured", "outcome", "condition", "custody"})
"""Properties that change while a story develops."""
_FINAL = {("outcome", "killed"), ("custody", "dead")}
"""Values that nothing later takes back but a correction."""
_SURENESS = (Certainty.STATED, Certainty.BELIEVED, Certainty.ALLEGED, Certainty.UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A value that may stand, and who says it."""

    value: JsonValue
    sayers: tuple[Said, ...]
    """In order of publication."""
    backers: frozenset[int]
    """Families that say it, or less."""
    says_more: int
    """How many other values it includes."""

    @property
    def latest(self) -> int:
        return max(said.family for said in self.sayers)


def stand(subject: Subject, said: Sequence[Said]) -> Standing | None:
    """The value that stands of all that is said, in order of publication; None where everything is denied."""
    asserted = [one for one in said if one.claim.certainty is not Certainty.DENIED]
    if not asserted:
        return None
    if len(said) == 1:
        return Standing(subject=subject, value=said[0].claim.value, claim=said[0].claim.id, basis=Basis.ONLY)
    current = _not_corrected(asserted)
    surest = _surest(current)
    choices = _choices(subject.property, surest)
    best = _last_word(subject.property, choices) if subject.property in CHANGING else _most_agreed(choices)
    if len(_choices(subject.property, asserted)) == 1:
        basis = Basis.ONLY
    elif len(choices) > 1:
        basis = _basis(subject.property, best, choices)
    else:
        basis = Basis.CORRECTED if len(_choices(subject.property, current)) == 1 else Basis.SURER
    return _standing(subject, best, said, basis)


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
    backers = frozenset(one.family for group in (own, *included) for one in group)
    return _Choice(value, tuple(own), backers, len(included))


def _most_agreed(choices: Sequence[_Choice]) -> _Choice:
    return max(choices, key=lambda choice: (len(choice.backers), choice.says_more, choice.latest))


def _last_word(name: str, choices: Sequence[_Choice]) -> _Choice:
    """The value said last; of several in one report, the one that others say too."""
    final = [choice for choice in choices if (name, choice.value) in _FINAL]
    return max(final or choices, key=lambda choice: (choice.latest, len(choice.backers), choice.says_more))


def _basis(name: str, best: _Choice, choices: Sequence[_Choice]) -> Basis:
    """Why the best of several equally sure values stands."""
    if best.says_more == len(choices) - 1:
        return Basis.SPECIFIC
    if name not in CHANGING and all(len(c.backers) < len(best.backers) for c in choices if c is not best):
        return Basis.AGREED
    return Basis.LATEST


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
