"""What a report states of how many were killed, wounded or hit: "three dead", "killing his wife and two sons".

In: the words of a report. Out: tolls, each on its words; none is weighed against another here. `candidates.py` says
what they come to, `counts.py` decides which holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from citydesk.read.page.document import Span
from citydesk.read.page.numerals import resolve_number
from citydesk.read.page.words import Words
from citydesk.read.what import toll_words as table
from citydesk.read.what.fates import Clause, Fate, find_fate, may_be_bare
from citydesk.read.what.headcounts import Group, find_lists, read_group, read_list


class Form(Enum):
    """How a toll is worded."""

    SUBJECT = "subject"
    """As in "two men were killed", "3 dead"."""
    OBJECT = "object"
    """As in "killing two", "shot three people"."""
    OF = "of"
    """As in "the deaths of two men"."""
    COMPOUND = "compound"
    """As in "double homicide"."""
    OWN = "own"
    """As in "killed himself"."""
    ORDINAL = "ordinal"
    """As in "a third victim has died"."""
    CHARGE = "charge"
    """As in "two counts of murder"."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A statement of how many were killed, wounded or hit."""

    number: int
    fate: Fate
    form: Form
    span: Span
    sentence: int
    stated: bool
    """Whether a number is said, and not only "a man"."""
    more: bool = False
    """Comes to those told before: "and wounding three others"."""
    apart: bool = False
    """Leaves out whoever did it: "killed two men", "were shot by a gunman"."""


class _Told(NamedTuple):
    """What is told of a list of groups, and by which words."""

    fate: Fate
    form: Form
    first: int
    last: int
    apart: bool = False


_ABOUT = re.compile(r"(?:at least|more than|as many as|up to|about|around|a total of|some|nearly|over) ")
_MOST_COUNTS = 100
"""Counts of a charge; no indictment has more for one incident that local news tells of."""


def find_tolls(words: Words) -> tuple[Toll, ...]:
    """Every toll of a report, in order."""
    found: list[Toll] = []
    for number, bounds in enumerate(words.bounds):
        clause = Clause(words, number, *bounds)
        tolls = [*_find_subjects(clause), *_find_objects(clause), *_find_compounds(clause), *_find_charges(clause)]
        found.extend(sorted(tolls, key=lambda toll: (toll.span, toll.fate.value)))
    return tuple(found)


def _find_subjects(clause: Clause) -> Iterator[Toll]:
    """Groups with what became of them behind: "two men were killed", "3 dead"."""
    if not any(word.lower in table.TELLING for word in clause.words.all[clause.first : clause.last]):
        return  # most sentences: reading their groups would be half of the time
    end = clause.first
    for groups in find_lists(clause.words, clause.first, clause.last, named=True):
        told = find_fate(clause, groups[-1]) if groups[0].first >= end else None
        if told is None or not _is_told_of(clause, groups):
            continue
        fate, end = told
        start, whole = _whole(clause, groups)
        by_whom = clause.word(end) == "by" and read_group(clause.words, end + 1, clause.last) is not None
        yield from _tolls(clause, whole, _Told(fate, Form.SUBJECT, start, end, by_whom))


def _is_told_of(clause: Clause, groups: tuple[Group, ...]) -> bool:
    """Whether it is the groups that the words behind tell of."""
    before, behind = clause.word(groups[0].first - 1), clause.word(groups[-1].last)
    if before in table.DEEDS and behind in ("dies", "died", "die"):
        return False  # "man suspected of slaying wife and son dies"
    if groups[0].named and before in table.PLACING:
        return False  # "heading to a party in Gary was shot"
    return before not in table.DENYING


def _whole(clause: Clause, groups: tuple[Group, ...]) -> tuple[int, tuple[Group, ...]]:
    """The groups with all whom the words count with them, and where they begin."""
    start, whole = groups[0].first, groups[0].of
    if whole is not None and len(groups) == 1 and clause.word(groups[0].last) not in table.BE:
        return start, (replace(groups[0], number=whole),)  # "one of the three men killed": three were
    if clause.word(start - 1) == "and" and clause.word(start - 2) in ("him", "her", "he", "she"):
        return start - 2, (Group(1, start - 2, start - 1), *groups)  # "left him and his two daughters dead"
    return start, groups


def _find_objects(clause: Clause) -> Iterator[Toll]:
    """Groups behind a verb or noun of killing or wounding: "killing two", "the deaths of two men"."""
    for at in range(clause.first, clause.last):
        told = _verb_at(clause, at)
        if told is None:
            continue
        fate, form, behind = told
        groups = read_list(clause.words, _past_about(clause, behind), clause.last, named=True)
        if not groups or not _are_done_to(clause, groups, form):
            continue
        end = groups[-1].last
        if fate is Fate.HIT and (clause.word(end) == "dead" or clause.ahead(end, 2) == ["to", "death"]):
            fate = Fate.DEAD
        by_things = any(clause.word(n) in table.THINGS for n in range(at - 5, at))
        yield from _tolls(clause, groups, _Told(fate, form, at, end, form is Form.OBJECT and not by_things))


def _are_done_to(clause: Clause, groups: tuple[Group, ...], form: Form) -> bool:
    """Whether groups behind a verb are those to whom it was done."""
    first = groups[0]
    if first.bare and not may_be_bare(clause, first):
        return False
    if first.last - first.first == 1 and clause.word(first.first) in table.ROLES:
        return False  # "a shooting victim"
    # "shooting; 2 dead": the number belongs to what follows
    return not (form is Form.OBJECT and groups[-1].bare and find_fate(clause, groups[-1]) is not None)


def _past_about(clause: Clause, at: int) -> int:
    """Past "at least", "as many as" and the like."""
    mark = _ABOUT.match(" ".join(clause.ahead(at, 4)))
    return at + len(mark.group().split()) if mark else at


def _verb_at(clause: Clause, at: int) -> tuple[Fate, Form, int] | None:
    """What a verb or noun at a word says of those behind it, and where they begin."""
    word, behind = clause.word(at), clause.word(at + 1)
    if behind == "of":
        return _noun_at(clause, at)
    if word not in table.DEEDS:
        return None
    before = clause.word(at - 1)
    if word in table.PASSIVE and any(clause.word(n) in table.BE for n in range(at - 3, at)):
        return None
    if word in table.KILLS:
        return None if word == "kill" and before != "to" else (Fate.DEAD, Form.OBJECT, at + 1)
    if word in table.WOUNDS:
        return (Fate.DEAD if before in table.FATAL else Fate.HURT), Form.OBJECT, at + 1
    if behind == "and":
        return None
    if behind == "dead":
        return Fate.DEAD, Form.OBJECT, at + 2
    return (Fate.DEAD if before in table.FATAL else Fate.HIT), Form.OBJECT, at + 1


def _noun_at(clause: Clause, at: int) -> tuple[Fate, Form, int] | None:
    """What "death of", "fatal shooting of", "claimed the lives of" says."""
    word, before = clause.word(at), clause.word(at - 1)
    if word in table.OF_THE_DEAD and before != "attempted":
        return Fate.DEAD, Form.OF, at + 2
    if word in table.OF_THE_HIT:
        return (Fate.DEAD if before in ("fatal", "deadly") else Fate.HIT), Form.OF, at + 2
    if word in ("life", "lives") and any(clause.word(n) in table.CLAIM for n in range(at - 3, at)):
        return Fate.DEAD, Form.OF, at + 2
    return None


def _find_compounds(clause: Clause) -> Iterator[Toll]:
    """As in "a double homicide", "triple shooting"."""
    for at in range(clause.first, clause.last):
        word, _, rest = clause.word(at).partition("-")
        if word not in table.TIMES:
            continue
        follows = rest or clause.word(at + 1)
        fate = Fate.DEAD if follows in table.COMPOUND_DEAD else Fate.HIT if follows in table.COMPOUND_HIT else None
        if fate is not None:
            span = clause.words.span(at, at + (1 if rest else 2))
            yield Toll(table.TIMES[word], fate, Form.COMPOUND, span, clause.number, stated=True)


def _find_charges(clause: Clause) -> Iterator[Toll]:
    """As in "two counts of second-degree murder", but for attempts."""
    for at in range(clause.first + 1, clause.last):
        if clause.word(at) != "counts" or clause.word(at + 1) != "of":
            continue
        number = resolve_number(clause.word(at - 1))
        named = clause.ahead(at + 2, 4)
        what = next((n for n, word in enumerate(named, 3) if word in table.CHARGED_DEAD), None)
        if number is not None and number < _MOST_COUNTS and what is not None and "attempted" not in named:
            span = clause.words.span(at - 1, at + what)
            yield Toll(number, Fate.DEAD, Form.CHARGE, span, clause.number, stated=True, apart=True)


def _tolls(clause: Clause, groups: tuple[Group, ...], told: _Told) -> Iterator[Toll]:
    """The toll of a list of groups, and apart from it that of "himself"; none where a group has no number."""
    others = [group for group in groups if not group.own]
    numbers = [group.number for group in others if group.number is not None]
    if len(numbers) < len(others):
        return
    if len(numbers) > 2 and numbers[0] == sum(numbers[1:]):
        numbers = numbers[:1]  # "six people, three men and three women,"
    span = clause.words.span(told.first, told.last)
    ordinal = others[0].ordinal if len(others) == 1 else None
    if ordinal is not None:
        yield Toll(ordinal, told.fate, Form.ORDINAL, span, clause.number, stated=True)
    elif others:
        stated, more = any(group.stated for group in others), others[0].more
        yield Toll(sum(numbers), told.fate, told.form, span, clause.number, stated, more, told.apart)
    for group in groups:
        if group.own:
            yield Toll(1, told.fate, Form.OWN, clause.words.span(group.first, group.last), clause.number, False, True)
