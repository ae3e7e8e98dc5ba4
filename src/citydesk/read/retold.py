"""Merging parts that are one person told twice: "a 26-year-old woman is dead … officers found a woman".

In: the parts of a scene. Out: fewer parts. Parts are merged where nothing sets them apart (age, sex, name, outcome,
wound, "another", the same sentence) and where the number of people that the report states leaves no room for both.
"""

from collections.abc import Sequence

from citydesk.model import Outcome, Role
from citydesk.read.mentions import Article, Form, Mention
from citydesk.read.parts import Part
from citydesk.read.told import Slot, Telling

_VAGUE_ENOUGH = 3


def merge_retold(parts: Sequence[Part]) -> list[Part]:
    """The parts with those merged that are one person."""
    merged = list(parts)
    _settle_presumed(merged)
    for role in (Role.VICTIM, Role.SUSPECT, Role.OFFICER):
        room = stated_number(merged, role)
        while 1 < len(singles := [p for p in merged if p.role is role and p.count == 1]) <= _MOST:
            best = _best_pair(singles, full=room is not None and len(singles) <= room)
            if best is None:
                break
            kept, gone = best
            _absorb(kept, gone)
            merged.remove(gone)
    return merged


def _settle_presumed(parts: list[Part]) -> None:
    """Merge those whose part is only presumed, and unnamed officers, with a like person of another part."""
    for part in list(parts):
        if part.count != 1 or not (_is_presumed(part) or (part.role is Role.OFFICER and not part.parts)):
            continue
        others = [
            p
            for p in parts
            if p is not part and p.count == 1 and p.role is not part.role and p.role is not Role.WITNESS
        ]
        if part.role is Role.OFFICER:
            others = [p for p in others if p.officer and p.role is Role.VICTIM]
        else:
            others = [p for p in others if p.ages & part.ages]
        fitting = [p for p in others if _likeness(p, part) is not None]
        if len(fitting) == 1:
            kept = fitting[0]
            _absorb(kept, part)
            parts.remove(part)


def _is_presumed(part: Part) -> bool:
    return all(t.cue == "listed" for t in part.tellings if t.slot is Slot.ROLE)


def stated_number(parts: Sequence[Part], role: Role) -> int | None:
    """How many people of a role the report says there are ("four people were shot"), if it does."""
    said = [
        part.count
        for part in parts
        if part.role is role and (part.count or 1) > 1 and any(_counts_all(mention) for mention in part.mentions)
    ]
    return max((count for count in said if count is not None), default=None)


def _counts_all(mention: Mention) -> bool:
    """Whether a group's words fit everybody of a part, and not some others besides."""
    noun = mention.noun
    if noun is None or mention.article is Article.OTHER or mention.modifiers & {"other", "more", "additional"}:
        return False
    return noun.word != "other" and (noun.vague or noun.role is not None)


def _best_pair(singles: Sequence[Part], *, full: bool) -> tuple[Part, Part] | None:
    """The two parts that are most likely one person: the one to keep, the one to merge into it.

    Where all may be different people by the number stated (`full`), only words that tell nothing of their own merge.
    """
    best: tuple[float, int, int] | None = None
    for n, one in enumerate(singles):
        for m in range(n + 1, len(singles)):
            if full and not (_is_vague(one) or _is_vague(singles[m]) or _is_aged_alike(one, singles[m])):
                continue
            likeness = _likeness(one, singles[m])
            if likeness is not None and (best is None or (likeness, -n, -m) > best):
                best = (likeness, -n, -m)
    if best is None:
        return None
    one, other = singles[-best[1]], singles[-best[2]]
    return (one, other) if _telling(one) >= _telling(other) else (other, one)


def _is_aged_alike(one: Part, other: Part) -> bool:
    """Whether a name and a description have the same age."""
    return bool(one.ages & other.ages) and bool(one.parts) != bool(other.parts)


def _is_vague(part: Part) -> bool:
    """Whether a part has nothing that would tell it from others: "one person", "a victim"."""
    if part.parts or part.ages or any(t.slot is Slot.WOUND for t in part.tellings):
        return False
    return not any(m.owner is not None or m.article is Article.OTHER for m in part.mentions)


def _telling(part: Part) -> tuple[int, int, int, int]:
    return (len(part.parts), len(part.ages), part.sex is not None, -part.first)


def _likeness(one: Part, other: Part) -> float | None:
    """How likely two parts are one person; None if something sets them apart."""
    if one.parts and other.parts:
        return None
    if one.sex is not None and other.sex is not None and one.sex is not other.sex:
        return None
    if one.ages and other.ages and not one.ages & other.ages:
        return None
    if one.officer != other.officer or _unlike_years(one, other) or _unlike_years(other, one):
        return None
    if _set_apart(one, other) or _unlike_ends(one, other) or _unlike_ends(other, one):
        return None
    score = 1.0 + 0.6 * bool(one.parts or other.parts) + 0.3 * bool(one.ages or other.ages)
    score += 3.0 * bool(one.ages & other.ages)
    score += 1.0 * (one.sex is not None and one.sex is other.sex)
    score += 0.8 * (one.outcome is other.outcome)
    score += 1.0 * bool(_nouns(one) & _nouns(other))
    score -= 0.02 * min(30, abs(one.mentions[0].sentence - other.mentions[0].sentence))
    return score


def _nouns(part: Part) -> set[str]:
    return {m.noun.word for m in part.mentions if m.noun is not None and not m.noun.vague}


def _unlike_years(one: Part, other: Part) -> bool:
    """Whether one is called a child and the other is none."""
    young = any(m.noun is not None and m.noun.young for m in one.mentions)
    grown = any(m.noun is not None and m.noun.word in ("man", "woman") for m in other.mentions)
    if young and (any(age >= 20 for age in other.ages) or (grown and not any(16 <= age < 20 for age in one.ages))):
        return True
    return any(m.noun is not None and m.noun.word in ("man", "woman") for m in one.mentions) and any(
        age < 15 for age in other.ages
    )


def _unlike_ends(one: Part, other: Part) -> bool:
    """Whether one died and the other is said to live."""
    lives = any(_is_good(t) for t in other.tellings) and other.outcome is not Outcome.KILLED
    if one.outcome is Outcome.KILLED and (lives or other.outcome is Outcome.UNHARMED):
        return True
    wounds, others = _wounds(one), _wounds(other)
    return bool(wounds and others and not wounds & others)


def _is_good(telling: Telling) -> bool:
    """Whether words for a condition say that the person lives."""
    said = str(telling.value).lower()
    return telling.slot is Slot.CONDITION and not any(word in said for word in _GRAVE)


_GRAVE = ("critical", "grave", "support", "serious", "coma", "surgery", "fighting", "clinging", "severe")


def _wounds(part: Part) -> set[str]:
    return {str(t.value).lower().split()[-1] for t in part.tellings if t.slot is Slot.WOUND}


def _set_apart(one: Part, other: Part) -> bool:
    """Whether the words tell two persons: side by side in a sentence, or "another" soon after the first."""
    for mention in one.mentions:
        for second in other.mentions:
            if _tells_two(mention, second):
                return True
    return False


def _tells_two(one: Mention, other: Mention) -> bool:
    if one.form is Form.PRONOUN or other.form is Form.PRONOUN:
        return False
    if one.sentence == other.sentence:
        return _side_by_side(one, other)
    first, second = (one, other) if one.first < other.first else (other, one)
    is_another = second.article is Article.OTHER or bool(
        second.modifiers & {"second", "third", "fourth", "fifth", "other"}
    )
    return is_another and second.sentence - first.sentence <= 4 and not first.headline


def _side_by_side(one: Mention, other: Mention) -> bool:
    """Whether a sentence brings in two people close to each other ("a man shot his brother")."""
    first, second = (one, other) if one.first < other.first else (other, one)
    if second.article is Article.KNOWN or first.inside or second.inside:
        return False
    return second.first - first.last <= _CLOSE


_MOST = 40
"""Above it, a report lists the people of many incidents, and no two are merged."""
_CLOSE = 12
"""Words between two mentions of a sentence up to which they are two people's; of 6, 12 and 25 the best on the gold."""


def _absorb(kept: Part, gone: Part) -> None:
    kept.mentions.extend(gone.mentions)
    kept.tellings.extend(gone.tellings)
    kept.numbers |= gone.numbers
    kept.parts = kept.parts or gone.parts
