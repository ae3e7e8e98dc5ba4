"""Squaring groups ("four people were shot", "three others") with the people told singly.

In: the parts of a scene. Out: the parts, each group with the number of those not told otherwise, and left out where
everybody in it is. So nobody is counted twice.
"""

from collections.abc import Sequence
from enum import Enum

from citydesk.model import Outcome, Role
from citydesk.read.who.mentions import Article, Mention
from citydesk.read.who.parts import Part, take_sex
from citydesk.read.who.told import Slot, Telling

_HURTING = ("wounded", "injured", "hurt", "wounding", "injuring", "injures", "wounds", "hurting")
_HURT = frozenset(
    ("hospital", "condition", "modifier", *(f"was {verb}" for verb in _HURTING), *(f"object of {v}" for v in _HURTING))
)
"""Rules whose words say of a group that it was wounded and lives, as "was shot" does not."""
_MORE = frozenset(("other", "more", "additional"))


class _Fate(Enum):
    """Whom a group is of."""

    DEAD = "dead"
    WOUNDED = "wounded"
    HIT = "hit"
    """All who were shot, dead or not."""


def square_groups(parts: Sequence[Part], of_all: Sequence[Telling]) -> list[Part]:
    """The parts with every group cut down to those who are not told otherwise.

    What is said of a group is said of its members who have nothing said of them singly; `of_all` is said of all the
    wounded ("none of the injuries is life-threatening").
    """
    kept = [part for part in parts if part.count is not None and not part.general]
    loose = [part for part in parts if part.count is None or part.general]
    for role in Role:
        _square(kept, role)
    for group in loose:
        alike = [part for part in kept if part.role is group.role]
        for part in alike:
            _hand_down(group.tellings, part)
        if not alike and not group.general:
            kept.append(group)
    for part in kept:
        if part.role is Role.VICTIM and part.outcome is not Outcome.KILLED:
            _hand_down(of_all, part)
    return kept


def _square(kept: list[Part], role: Role) -> None:
    groups = sorted((p for p in kept if p.role is role and (p.count or 1) > 1), key=lambda p: (p.count or 0, p.first))
    for n, group in enumerate(groups):
        same = next((bigger for bigger in groups[n + 1 :] if _is_same(group, bigger)), None)
        if same is not None:
            same.mentions.extend(group.mentions)
            same.tellings.extend(group.tellings)
            kept.remove(group)
    for group in [g for g in groups if g in kept]:
        within = [part for part in kept if part is not group and part.role is role and _is_within(part, group)]
        for part in within:
            _hand_down(group.tellings, part)
        group.count = (group.count or 1) - sum(part.count or 1 for part in within)
        if group.count <= 0:
            kept.remove(group)
            for part in within:
                take_sex(part, group.mentions)


def _hand_down(tellings: Sequence[Telling], part: Part) -> None:
    """Let what is said of all be said of one of them, where nothing of the kind is said of that one."""
    for slot in (Slot.OUTCOME, Slot.CONDITION, Slot.WOUND, Slot.CUSTODY, Slot.CHARGE):
        dead = slot is Slot.CONDITION and part.outcome is Outcome.KILLED
        if not dead and not any(t.slot is slot for t in part.tellings):
            part.tellings.extend([t for t in tellings if t.slot is slot])


def _is_same(one: Part, other: Part) -> bool:
    """Whether two groups are the same people told twice."""
    if one.count != other.count or (one.sex is not None and other.sex is not None and one.sex is not other.sex):
        return False
    fates = (_fate(one), _fate(other))
    return fates[0] is fates[1] or _Fate.HIT in fates


def _fate(part: Part) -> _Fate:
    if part.outcome is Outcome.KILLED:
        return _Fate.DEAD
    said = (t.cue for t in part.tellings if t.slot in (Slot.OUTCOME, Slot.CONDITION))
    return _Fate.WOUNDED if any(cue in _HURT for cue in said) else _Fate.HIT


def _is_within(part: Part, group: Part) -> bool:
    """Whether a part is of those whom a group counts."""
    if (part.count or 1) > (group.count or 1) or part.officer != group.officer:
        return False
    if part.sex is not None and group.sex is not None and part.sex is not group.sex:
        return False
    fate, of = _fate(part), _fate(group)
    if of is not _Fate.HIT and fate is not of and not (fate is _Fate.HIT and of is _Fate.WOUNDED):
        return False
    return not any(_is_beside(one, other) for one in part.mentions for other in group.mentions)


def _is_beside(one: Mention, other: Mention) -> bool:
    """Whether a mention and a group stand side by side as different people ("a man and two others")."""
    if one.sentence != other.sentence:
        return False
    first, second = (one, other) if one.first < other.first else (other, one)
    if first is one and _is_other(other):
        return True
    return second.first - first.last == 1 and one.partner is None and other.partner is None


def _is_other(mention: Mention) -> bool:
    if mention.article is Article.OTHER or mention.modifiers & _MORE:
        return True
    return mention.noun is not None and mention.noun.word == "other"
