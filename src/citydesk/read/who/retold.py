"""Merging parts that are one person told twice: "a 26-year-old woman is dead … officers found a woman".

In: the parts of a scene. Out: fewer parts. Parts are merged where nothing sets them apart (`apart.py`) and where the
number of people that the report states leaves no room for both.
"""

from collections.abc import Sequence

from citydesk.model import Role
from citydesk.read.page.weights import Weights
from citydesk.read.who.apart import are_apart
from citydesk.read.who.mention_opinions import MentionOpinions
from citydesk.read.who.mentions import Article, Mention
from citydesk.read.who.parts import Part
from citydesk.read.who.sameness import Room, same_share
from citydesk.read.who.told import Slot

_MOST = 40
"""Above it, a report lists the people of many incidents, and no two are merged."""
SAME = 0.42
"""The least share at which two parts are taken for one person: of 0.35, 0.42, 0.5 and 0.6 the best for people and their
parts on the gold of 2026-11."""
_MORE = frozenset(("other", "more", "additional"))
_NAMED, _AGED = 0.6, 0.3
_SAME_AGE, _SAME_SEX, _SAME_OUTCOME, _SAME_NOUN = 3.0, 1.0, 0.8, 1.0
_PER_SENTENCE, _FAR = -0.02, 30
"""What makes two parts likely to be one person; of all pairs the likeliest is merged first."""


def merge_judged(parts: Sequence[Part], opinions: MentionOpinions, weights: Weights) -> list[Part]:
    """The parts with those merged that are more likely one person than two, the likeliest first."""
    merged = list(parts)
    _settle_unsure_roles(merged)
    for role in Role:
        stated = _stated_number(merged, role)
        while 1 < len(singles := [p for p in merged if p.role is role and p.count == 1]) <= _MOST:
            room = Room(stated, len(singles))
            shares = [
                (same_share(one, other, room, opinions, weights), -n, -n - 1 - m)
                for n, one in enumerate(singles)
                for m, other in enumerate(singles[n + 1 :])
            ]
            share, n, m = max(shares)
            if share < SAME:
                break
            one, other = singles[-n], singles[-m]
            kept, gone = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
            _absorb(kept, gone)
            merged.remove(gone)
    return merged


def merge_retold(parts: Sequence[Part]) -> list[Part]:
    """The parts with those merged that are one person."""
    merged = list(parts)
    _settle_unsure_roles(merged)
    for role in (Role.VICTIM, Role.SUSPECT, Role.OFFICER):
        room = _stated_number(merged, role)
        while 1 < len(singles := [p for p in merged if p.role is role and p.count == 1]) <= _MOST:
            pair = _best_pair(singles, full=room is not None and len(singles) <= room)
            if pair is None:
                break
            _absorb(*pair)
            merged.remove(pair[1])
    return merged


def _settle_unsure_roles(parts: list[Part]) -> None:
    """Merge those whose part is only presumed, and unnamed officers, with the one like person of another part."""
    for part in list(parts):
        fitting = [p for p in parts if _may_take(p, part) and not are_apart(p, part)]
        if part.count == 1 and len(fitting) == 1:
            _absorb(fitting[0], part)
            parts.remove(part)


def _may_take(taker: Part, part: Part) -> bool:
    """Whether a part is surer of its role than another, and may be the same person."""
    if taker.count != 1 or taker.role in (part.role, Role.WITNESS):
        return False
    if part.role is Role.OFFICER:
        return not part.name and taker.officer and taker.role is Role.VICTIM
    presumed = all(t.cue == "listed" for t in part.tellings if t.slot is Slot.ROLE)
    return presumed and bool(taker.ages & part.ages)


def _stated_number(parts: Sequence[Part], role: Role) -> int | None:
    """How many people of a role the report says there are ("four people were shot"), if it does."""
    said = [
        part.count
        for part in parts
        if part.role is role and part.count is not None and part.count > 1 and any(map(_counts_all, part.mentions))
    ]
    return max(said, default=None)


def _counts_all(mention: Mention) -> bool:
    """Whether a group's words fit everybody of a part, and not some others besides."""
    noun = mention.noun
    if noun is None or mention.article is Article.OTHER or mention.modifiers & _MORE:
        return False
    return noun.word != "other" and (noun.vague or noun.role is not None)


def _best_pair(singles: Sequence[Part], *, full: bool) -> tuple[Part, Part] | None:
    """The two parts that are most likely one person: the one to keep, the one to merge into it.

    Where all may be different people by the number stated (`full`), only words that tell nothing of their own merge.
    """
    best: tuple[float, int, int] | None = None
    for n, one in enumerate(singles):
        for m in range(n + 1, len(singles)):
            if full and not _may_share(one, singles[m]):
                continue
            likeness = _likeness(one, singles[m])
            if (best is None or (likeness, -n, -m) > best) and not are_apart(one, singles[m]):
                best = (likeness, -n, -m)
    if best is None:
        return None
    one, other = singles[-best[1]], singles[-best[2]]
    return (one, other) if _fullness(one) >= _fullness(other) else (other, one)


def _may_share(one: Part, other: Part) -> bool:
    """Whether two parts may be one person although the report states enough people for both."""
    aged_alike = bool(one.ages & other.ages) and bool(one.name) != bool(other.name)
    return aged_alike or _is_vague(one) or _is_vague(other)


def _is_vague(part: Part) -> bool:
    """Whether a part has nothing that would tell it from others: "one person", "a victim"."""
    if part.name or part.ages or any(t.slot is Slot.WOUND for t in part.tellings):
        return False
    return not any(m.owner is not None or m.article is Article.OTHER for m in part.mentions)


def _fullness(part: Part) -> tuple[int, int, bool, int]:
    """Sorts the part that tells more, or is told first, behind."""
    return (len(part.name), len(part.ages), part.sex is not None, -part.first)


def _likeness(one: Part, other: Part) -> float:
    score = _NAMED * bool(one.name or other.name) + _AGED * bool(one.ages or other.ages)
    score += _SAME_AGE * bool(one.ages & other.ages)
    score += _SAME_SEX * (one.sex is not None and one.sex is other.sex)
    score += _SAME_OUTCOME * (one.outcome is other.outcome)
    score += _SAME_NOUN * bool(_nouns(one) & _nouns(other))
    return score + _PER_SENTENCE * min(_FAR, abs(one.mentions[0].sentence - other.mentions[0].sentence))


def _nouns(part: Part) -> frozenset[str]:
    return frozenset(m.noun.word for m in part.mentions if m.noun is not None and not m.noun.vague)


def _absorb(kept: Part, gone: Part) -> None:
    kept.mentions.extend(gone.mentions)
    kept.tellings.extend(gone.tellings)
    kept.name = kept.name or gone.name
