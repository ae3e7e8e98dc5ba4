"""Which value of a property stands, by the property's rule, and what agrees with it and contradicts it.

In: all that is said of one property of one subject. Out: its `Standing`. The rules, in order (`properties.py` tells
which properties they are for):

1. What is denied does not stand, nor does what cannot be (`fitting.py`). A correction stands over everything said
   before it that differs, and what a page says since it was changed over what it said before.
2. What is stated stands over what is only believed, that over what is alleged, that over what is called unclear; but a
   word of which the reader is not sure stands over nothing that it is sure of.
3. What does not change (names, ages, dates, places …) stands as most say it. Each independent report counts by how
   probable it is that the reader has it right; copies of one text count once, further reports of one outlet half. A
   value that says more is backed by those that say less. Of two that are backed alike, the one that says more stands;
   then the one with more sources; then the one said first.
4. Of two days that are backed nearly alike, the earlier one stands: what follows a shooting is taken for it more easily
   than what went before.
5. Counts are as in 3, but of two backed alike the later one; and since nobody comes back to life, a later
   report that surely tells of more dead than all before it stands over them.
6. What becomes of a person stands as last told; the dead stay dead, if the reader is sure of the death or
   of nothing else more.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log

from pydantic import JsonValue

from citydesk.model import Basis, Certainty, Claim, ClaimId, Standing, Subject
from citydesk.settle.claims import Said
from citydesk.settle.properties import Rule, rule_of
from citydesk.settle.values import Match, compare_values

_FINAL = {("outcome", "killed"), ("custody", "dead")}
"""Values that nothing later takes back but a correction."""
_SURE = 0.8
"""Confidence from which one later report of more dead is believed. Of the development incidents with several reports,
the count of dead is right in 0.80 with this rule or without it, in 0.75 by the last count alone."""
_HEARD = 0.7
"""Confidence from which a stated value stands over one that is only believed or alleged."""
_SURENESS = (Certainty.STATED, Certainty.BELIEVED, Certainty.ALLEGED, Certainty.UNKNOWN)
_WRONG_VALUES = 5
"""Over how many wrong values misreadings spread: two that agree are seldom both wrong."""
_LOWEST, _HIGHEST = 0.2, 0.99
"""Bounds of the confidence that counts: no word speaks against its own value, and none outweighs everybody."""
_FURTHER_SHARE = 0.5
"""What a further report of one outlet counts."""
_EARLIER_DAY = 100
"""How much more, in hundredths of log odds, a later day must be backed to stand over an earlier one."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A value that may stand, and who says it."""

    value: JsonValue
    sayers: tuple[Said, ...]
    """In order of publication."""
    backers: int
    """Independent reports that say it, or less."""
    backing: int
    """How much speaks for it, in hundredths of log odds."""
    says_more: int
    """How many other values it includes."""
    sources: int
    """How many different sources say it."""

    @property
    def latest(self) -> tuple[int, int]:
        return max((said.day, said.turn) for said in self.sayers)


def stand(subject: Subject, said: Sequence[Said], unfit: Collection[ClaimId] = frozenset()) -> Standing | None:
    """The value that stands of all that is said, in order of publication; None where everything is denied.

    Claims that are `unfit` stand only where nothing else is said.
    """
    asserted = [one for one in said if one.claim.certainty is not Certainty.DENIED]
    if not asserted:
        return None
    if len(said) == 1:
        return Standing(subject=subject, value=said[0].claim.value, claim=said[0].claim.id, basis=Basis.ONLY)
    lasting = _not_replaced(said, asserted)
    if not lasting:
        return None
    fit = [one for one in lasting if one.claim.id not in unfit] or lasting
    current = _not_corrected(fit)
    choices = _choices(subject.property, _surest(current))
    best, basis = _best(subject.property, choices)
    if len(choices) == 1:
        basis = _basis_alone(subject.property, (asserted, lasting, fit, current))
    return _standing(subject, best, said, basis)


def _basis_alone(name: str, left: Sequence[Sequence[Said]]) -> Basis:
    """Why one value is left: of what was asserted, of what no page took back, what fits, and what was not corrected."""
    for before, basis in zip(left, (Basis.ONLY, Basis.UPDATED, Basis.FITTING, Basis.CORRECTED), strict=True):
        if len(_choices(name, before)) == 1:
            return basis
    return Basis.SURER


def _not_replaced(said: Sequence[Said], asserted: Sequence[Said]) -> list[Said]:
    """What is asserted, without what a later version of the same page says otherwise, or denies."""
    latest = {one.page: one.claim.report for one in said}  # in order of publication, so that the last one stays
    return [one for one in asserted if latest[one.page] == one.claim.report]


def _not_corrected(said: Sequence[Said]) -> list[Said]:
    """What the last correction leaves: itself, and what is said after it."""
    last = max((n for n, one in enumerate(said) if one.corrects), default=0)
    return list(said[last:])


def _surest(said: Sequence[Said]) -> list[Said]:
    """What is said as surely as the surest word that the reader is sure of, or more surely."""
    heard = [one for one in said if one.claim.confidence >= _HEARD] or said
    most = min(_SURENESS.index(one.claim.certainty) for one in heard)
    return [one for one in said if _SURENESS.index(one.claim.certainty) <= most]


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
    behind = [one for group in (own, *included) for one in group]
    return _Choice(
        value=value,
        sayers=tuple(own),
        backers=len({one.family for one in behind}),
        backing=_backing(behind),
        says_more=len(included),
        sources=len({one.claim.source for one in behind}),
    )


def _backing(said: Sequence[Said]) -> int:
    """How much speaks for what is said: each text once, by its surest word; an outlet's further texts less."""
    texts: dict[int, Said] = {}
    for one in said:
        known = texts.get(one.family)
        if known is None or one.claim.confidence > known.claim.confidence:
            texts[one.family] = one
    total, outlets = 0, set()
    for one in sorted(texts.values(), key=lambda one: (-one.claim.confidence, one.family)):
        weight = _weight(one.claim.confidence)
        total += round(weight if one.outlet not in outlets else _FURTHER_SHARE * weight)
        outlets.add(one.outlet)
    return total


def _weight(confidence: float) -> float:
    """Hundredths of log odds that a word is right rather than one wrong value of several."""
    bounded = min(max(confidence, _LOWEST), _HIGHEST)
    return 100 * log(_WRONG_VALUES * bounded / (1 - bounded))


def _best(name: str, choices: Sequence[_Choice]) -> tuple[_Choice, Basis]:
    """The value that stands of several equally sure ones, and by which rule."""
    rule = rule_of(name)
    if rule is Rule.LATEST:
        return _last_word(name, choices), Basis.LATEST
    ties = sorted(choices, key=lambda c: c.latest, reverse=True) if rule is Rule.COUNT else choices
    best, *others = sorted(ties, key=lambda c: (c.backing, c.says_more, c.sources), reverse=True)
    if name == "killed" and (risen := _risen(best, others)) is not None:
        return risen, Basis.LATEST
    if rule is Rule.DAY and (earlier := _earlier(best, others)) is not None:
        return earlier, Basis.EARLIER
    if best.says_more == len(others):
        return best, Basis.SPECIFIC
    if all(best.backers > other.backers for other in others):
        return best, Basis.AGREED
    if best.backing > others[0].backing:
        return best, Basis.CLEARER
    return best, Basis.LATEST if rule is Rule.COUNT else Basis.FIRST


def _earlier(best: _Choice, others: Sequence[_Choice]) -> _Choice | None:
    """An earlier day that is backed nearly as well as the best one: the earliest of the best backed."""
    early = [c for c in others if _is_day(c) and str(c.value) < str(best.value) and c.says_more >= best.says_more]
    near = [c for c in early if best.backing - c.backing < _EARLIER_DAY]
    return max(near, key=lambda c: c.backing, default=None) if _is_day(best) else None


def _is_day(choice: _Choice) -> bool:
    return len(str(choice.value)) == len("2020-07-02")


def _last_word(name: str, choices: Sequence[_Choice]) -> _Choice:
    """The value said last; of several in one report, the one that others say too."""
    most = max(choice.backing for choice in choices)
    final = [c for c in choices if (name, c.value) in _FINAL and (_is_sure(c) or c.backing == most)]
    return max(final or choices, key=lambda choice: (choice.latest, choice.backing, choice.says_more))


def _is_sure(choice: _Choice) -> bool:
    """Whether one report at least tells it so that the reader is sure."""
    return any(one.claim.confidence >= _SURE for one in choice.sayers)


def _risen(best: _Choice, others: Sequence[_Choice]) -> _Choice | None:
    """The last greater count that is surely told on a later day than the best one."""
    higher = [c for c in others if _number(c) > _number(best) and c.latest[0] > best.latest[0]]
    return max(filter(_is_sure, higher), key=lambda choice: choice.latest, default=None)


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
