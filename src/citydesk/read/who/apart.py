"""What sets two parts apart: that they cannot be one person told twice.

In: two parts of a scene. Out: whether age, sex, name, end, wound or wording make them two people.
"""

from citydesk.model import Outcome
from citydesk.read.who.mentions import Article, Form, Mention
from citydesk.read.who.parts import Part
from citydesk.read.who.told import Slot, Telling

_GROWN = frozenset(("man", "woman"))
_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "other"))
_GRAVE = ("critical", "grave", "support", "serious", "coma", "surgery", "fighting", "clinging", "severe")
_CLOSE = 12
"""Words between two mentions of a sentence up to which they are two people's: of 6, 12 and 25 the best on the gold of
2026-07."""
_SOON = 4
"""Sentences within which "another man" is not the man told before."""


def are_apart(one: Part, other: Part) -> bool:
    """Whether two parts are surely two people."""
    if one.name and other.name:
        return True
    if one.sex is not None and other.sex is not None and one.sex is not other.sex:
        return True
    if one.ages and other.ages and not one.ages & other.ages:
        return True
    if one.officer != other.officer or _unlike_years(one, other) or _unlike_years(other, one):
        return True
    if _unlike_ends(one, other) or _unlike_ends(other, one) or _unlike_wounds(one, other):
        return True
    return any(_tells_two(mention, second) for mention in one.mentions for second in other.mentions)


def _unlike_years(one: Part, other: Part) -> bool:
    """Whether one is called a child or a man, and the other is none."""
    young = any(m.noun is not None and m.noun.young for m in one.mentions)
    if young and any(age >= 20 for age in other.ages):
        return True
    if young and _is_grown(other) and not any(16 <= age < 20 for age in one.ages):
        return True
    return _is_grown(one) and any(age < 15 for age in other.ages)


def _is_grown(part: Part) -> bool:
    return any(m.noun is not None and m.noun.word in _GROWN for m in part.mentions)


def _unlike_ends(one: Part, other: Part) -> bool:
    """Whether one died and the other is said to live."""
    if one.outcome is not Outcome.KILLED or other.outcome is Outcome.KILLED:
        return False
    return other.outcome is Outcome.UNHARMED or any(_says_life(telling) for telling in other.tellings)


def _says_life(telling: Telling) -> bool:
    """Whether words for a condition say that the person lives."""
    said = str(telling.value).lower()
    return telling.slot is Slot.CONDITION and not any(word in said for word in _GRAVE)


def _unlike_wounds(one: Part, other: Part) -> bool:
    wounds, others = _wounds(one), _wounds(other)
    return bool(wounds and others and not wounds & others)


def _wounds(part: Part) -> frozenset[str]:
    """The parts of the body that were hit."""
    return frozenset(str(t.value).lower().split()[-1] for t in part.tellings if t.slot is Slot.WOUND)


def _tells_two(one: Mention, other: Mention) -> bool:
    """Whether words tell two people: side by side in a sentence, or "another" soon after the first."""
    if one.form is Form.PRONOUN or other.form is Form.PRONOUN:
        return False
    first, second = (one, other) if one.first < other.first else (other, one)
    if first.sentence == second.sentence:
        owned = first.inside or second.inside
        return second.article is not Article.KNOWN and not owned and second.first - first.last <= _CLOSE
    is_another = second.article is Article.OTHER or bool(second.modifiers & _ORDINALS)
    return is_another and second.sentence - first.sentence <= _SOON and not first.headline
