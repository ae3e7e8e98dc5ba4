"""Mentions that the report itself says are one person: "the victim was identified as Ann Lee", "Lee was the driver".

In: the mentions of a report. Out: pairs of them. Names right behind a description ("her daughter, Ann Lee") are
already told by the mentions.
"""

from collections.abc import Iterator

from citydesk.model import Role
from citydesk.read.who.clauses import BE, Clauses
from citydesk.read.who.mentions import Article, Form, Mention

_CALLED = frozenset("identified named described identify identifies identifying known names naming released".split())
_FAR = 16
"""Words between "identified" and "as"."""
_BETWEEN = frozenset("also still only just believed thought to be said a the".split())


def find_equations(clauses: Clauses) -> list[tuple[int, int]]:
    """Pairs of mentions of one person, or of a group and the first of its names."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(clauses.mentions.words.all):
        if word.lower == "as":
            found.extend(_called(clauses, at))
        elif word.lower in BE:
            found.extend(_is(clauses, at))
    return found


def _called(clauses: Clauses, at: int) -> Iterator[tuple[int, int]]:
    """As in "the victim was identified as Ann Lee", "police identified Lee as the driver"."""
    words = clauses.mentions.words
    target = clauses.by_first.get(at + 1)
    first, _ = words.bounds[words.sentence_of(at)]
    verb = next((n for n in range(at - 1, max(first, at - _FAR) - 1, -1) if words.all[n].lower in _CALLED), None)
    if target is None or verb is None:
        return
    for mention in _meant(clauses, verb):
        if mention.first < at and mention is not target and _may_equal(mention, target):
            yield mention.index, target.index


def _meant(clauses: Clauses, verb: int) -> tuple[Mention, ...]:
    """Whom a verb such as "identified" is about."""
    if clauses.helpers(verb) & BE:
        return clauses.subjects(verb)
    before = clauses.before(verb)
    return clauses.objects(verb)[:1] or ((before,) if before else ())


def _is(clauses: Clauses, at: int) -> Iterator[tuple[int, int]]:
    """As in "Lee was the driver", "the victim is believed to be a 25-year-old man"."""
    words = clauses.mentions.words
    start = clauses.group_start(at)
    behind = (n for n in range(at + 1, at + 5) if n in clauses.by_first or not _is_between(clauses, n))
    target = clauses.by_first.get(next(behind, at))
    before = clauses.before(start)
    if target is None or before is None or target.sentence != before.sentence or not _may_equal(before, target):
        return
    if target.form is Form.PRONOUN or target.form is before.form is Form.NAME or _is_kin_list(clauses, target):
        return
    aside = words.all[start - 1].text == "," and before.form is not Form.NAME
    if target.many == before.many == 1 and target.article is not Article.OTHER and not aside:
        yield before.index, target.index


def _is_between(clauses: Clauses, at: int) -> bool:
    words = clauses.mentions.words.all
    return at < len(words) and words[at].lower in _BETWEEN


def _is_kin_list(clauses: Clauses, target: Mention) -> bool:
    """Whether kin are listed ("was his mother and")."""
    words = clauses.mentions.words.all
    following = words[target.last].lower if target.last < len(words) else ""
    return following in ("and", "'s") and target.noun is not None and target.noun.kin


def _may_equal(one: Mention, other: Mention) -> bool:
    if one.sex is not None and other.sex is not None and one.sex is not other.sex:
        return False
    if one.age is not None and other.age is not None and one.age.value != other.age.value:
        return False
    roles = {m.noun.role for m in (one, other) if m.noun is not None and m.noun.role in (Role.VICTIM, Role.SUSPECT)}
    return len(roles) < 2
