"""Mentions that the report itself says are one person: "the victim was identified as Ann Lee", "Lee was the driver".

In: the mentions of a report. Out: pairs of them. Names right behind a description ("her daughter, Ann Lee") are
already told by the mentions.
"""

from collections.abc import Iterator

from citydesk.model import Role
from citydesk.read.clauses import BE, Clauses
from citydesk.read.mentions import Article, Form, Mention

_CALLED = frozenset("identified named described identify identifies identifying known names naming released".split())
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
    words = clauses.mentions.words
    target = clauses.by_first.get(at + 1)
    if target is None:
        return
    first, _ = words.bounds[words.sentence_of(at)]
    for n in range(at - 1, max(first, at - 16) - 1, -1):
        if words.all[n].lower in _CALLED:
            if clauses.helpers(n) & BE:
                meant = clauses.subjects(n)
            else:
                meant = clauses.objects(n)[:1] or tuple(m for m in (clauses.before(n),) if m)
            for mention in meant:
                if mention.first < at and mention is not target and _may_equal(mention, target):
                    yield mention.index, target.index
            return


def _is(clauses: Clauses, at: int) -> Iterator[tuple[int, int]]:
    words = clauses.mentions.words
    following = at + 1
    while (
        following < len(words.all)
        and following - at < 4
        and clauses.by_first.get(following) is None
        and words.all[following].lower in _BETWEEN
    ):
        following += 1
    target = clauses.by_first.get(following)
    before = clauses.before(clauses.group_start(at))
    if target is None or before is None or target.sentence != before.sentence or target.form is Form.PRONOUN:
        return
    if words.all[clauses.group_start(at) - 1].text == "," and before.form is not Form.NAME:
        return
    if target.many != 1 or before.many != 1 or not _may_equal(before, target) or target.article is Article.OTHER:
        return
    if before.form is Form.NAME and target.form is Form.NAME:
        return
    if _goes_on(clauses, target):
        return
    yield before.index, target.index


def _goes_on(clauses: Clauses, target: Mention) -> bool:
    """Whether the second mention begins a clause of its own ("it was the man who")."""
    words = clauses.mentions.words.all
    following = words[target.last].lower if target.last < len(words) else ""
    return following in ("and", "'s") and bool(target.noun and target.noun.kin)


def _may_equal(one: Mention, other: Mention) -> bool:
    if one.sex is not None and other.sex is not None and one.sex is not other.sex:
        return False
    if one.age is not None and other.age is not None and one.age.value != other.age.value:
        return False
    roles = {m.noun.role for m in (one, other) if m.noun is not None and m.noun.role in (Role.VICTIM, Role.SUSPECT)}
    return len(roles) < 2
