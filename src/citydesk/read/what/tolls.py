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
from citydesk.read.what.headcounts import Group, find_lists, read_group, read_list


class Fate(Enum):
    """What became of those whom a toll counts."""

    DEAD = "dead"
    HURT = "hurt"
    HIT = "hit"
    """Shot, struck or stabbed, or taken to hospital; whether they live is not said."""


class Form(Enum):
    """How a toll is worded."""

    SUBJECT = "subject"
    """ "two men were killed", "3 dead"."""
    OBJECT = "object"
    """ "killing two", "shot three people"."""
    OF = "of"
    """ "the deaths of two men"."""
    COMPOUND = "compound"
    """ "double homicide"."""
    OWN = "own"
    """ "killed himself"."""
    CHARGE = "charge"
    """ "two counts of murder"."""


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


_ABOUT = re.compile(r"(?:at least|more than|as many as|up to|about|around|a total of|some|nearly|over) ")
_FAR = 7
"""Words between people and what became of them."""


class _Told(NamedTuple):
    """What is told of a list of groups, and by which words."""

    fate: Fate
    form: Form
    first: int
    last: int
    apart: bool = False


def find_tolls(words: Words) -> tuple[Toll, ...]:
    """Every toll of a report, in order."""
    found: list[Toll] = []
    for number in range(len(words.bounds)):
        sentence = _Sentence(words, number, *words.bounds[number])
        tolls = [*sentence.subjects(), *sentence.objects(), *sentence.compounds(), *sentence.charges()]
        found.extend(sorted(tolls, key=lambda toll: (toll.span, toll.fate.value)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of one sentence while its tolls are found."""

    words: Words
    number: int
    first: int
    last: int

    def word(self, at: int) -> str:
        """The word at a place in lower case; empty outside the sentence."""
        return self.words.all[at].lower if self.first <= at < self.last else ""

    def ahead(self, at: int, number: int) -> list[str]:
        """The next words from a place on, in lower case."""
        return [word.lower for word in self.words.all[at : min(at + number, self.last)]]

    def subjects(self) -> Iterator[Toll]:
        """Groups with what became of them behind: "two men were killed", "3 dead"."""
        if not any(word.lower in table.TELLING for word in self.words.all[self.first : self.last]):
            return  # most sentences: reading their groups would be half of the time
        for listed in find_lists(self.words, self.first, self.last, named=True):
            groups, start = listed, listed[0].first
            told = self._fate_behind(groups[-1])
            if told is None or self.word(start - 1) in table.DENYING or self._is_done_to(groups):
                continue
            if groups[0].named and self.word(start - 1) in table.PLACING:
                continue  # "a party in Gary was shot up"
            fate, end = told
            whole = groups[0].of
            if whole is not None and len(groups) == 1 and self.word(groups[0].last) not in table.BE:
                groups = (replace(groups[0], number=whole),)  # "one of the three men killed": three were
            if self.word(start - 1) == "and" and self.word(start - 2) in ("him", "her", "he", "she"):
                start -= 2
                groups = (Group(1, start, start + 1), *groups)  # "left him and his two daughters dead"
            yield from self._tolls(groups, _Told(fate, Form.SUBJECT, start, end, self._is_by_person(end)))

    def _is_done_to(self, groups: tuple[Group, ...]) -> bool:
        """Whether somebody else is told of by the verb behind: "suspected of slaying wife and son dies"."""
        before = self.word(groups[0].first - 1)
        verbs = table.KILLS | table.SHOOTS | table.WOUNDS
        return before in verbs and self.word(groups[-1].last) in ("dies", "died", "die")

    def _is_by_person(self, at: int) -> bool:
        """Whether it says by whom, so that the number leaves him out: "were killed by a gunman"."""
        return self.word(at) == "by" and read_group(self.words, at + 1, self.last) is not None

    def _fate_behind(self, group: Group) -> tuple[Fate, int] | None:
        """What became of a group, by the words behind it, and where these end."""
        at = self._past_aside(group.last)
        fatal = passive = False
        for place in range(at, min(at + _FAR, self.last)):
            word = self.word(place)
            passive = passive or word in table.BE
            if word in ("is", "was", "has") and group.stated and (group.number or 0) > 1:
                return None  # "teen who shot four, including two agents, is killed"
            if word in table.PASSIVE and not passive and self._has_object(place + 1):
                return None  # "her father shot her"
            if word in table.FATAL:
                fatal = True
                if group.bare and place == at and self.word(place + 1) not in table.HIT | table.HURT:
                    return Fate.DEAD, place + 1
            elif word not in table.SKIPPED or word == "found":
                if word == "found":
                    continue
                return self._fate_at(place, fatal=fatal)
        return None

    def _fate_at(self, at: int, *, fatal: bool) -> tuple[Fate, int] | None:
        """What the word at a place tells of those before it."""
        word = self.word(at)
        if word in table.DEAD:
            return Fate.DEAD, at + 1
        if word in table.HURT:
            return (Fate.DEAD if fatal else Fate.HURT), at + 1
        if word in table.HIT:
            return (Fate.DEAD, at + 1) if fatal else self._after_hit(at + 1)
        if word == "in" and any(word in table.IN_CARE for word in self.ahead(at + 1, 3)):
            return Fate.HURT, at + 2
        if word == "treated" and self.word(at + 1) in ("for", "and"):
            return Fate.HURT, at + 1
        if word in table.TAKEN or word in table.SUFFERED:
            wanted = table.CARE if word in table.TAKEN else table.SUFFERING
            ends = (at + n for n, later in enumerate(self.ahead(at, _FAR), 1) if later in wanted)
            return next(((Fate.HIT, end) for end in ends), None)
        return None

    def _past_aside(self, at: int) -> int:
        """Past what is told of a group before what became of it: ", including an officer,", "heading to a party"."""
        aside = self.word(at) == ","
        if aside and self.word(at + 1) in table.BE:
            return at + 1
        if not aside and self.word(at) not in table.PLACING and not self.word(at).endswith("ing"):
            return at
        for place in range(at + 1, min(at + (14 if aside else 9), self.last)):
            word = self.word(place)
            if aside and word == "," and self.word(place + 1) in table.BE | {"have", "had", "has", "remain"}:
                return place + 1
            if not aside and word in ("was", "were"):
                return place
            if word in (";", "who", "that") or (not aside and word in (",", "and")):
                break
        return at

    def _after_hit(self, at: int) -> tuple[Fate, int]:
        """Whether those who were shot are dead: "shot and killed", "shot dead", "shot to death", "shot and wounded"."""
        ahead = [*self.ahead(at, 4), "", ""]
        if ahead[0] in ("dead", "fatally"):
            return Fate.DEAD, at + 1
        if ahead[:2] == ["to", "death"]:
            return Fate.DEAD, at + 2
        for n, word in enumerate(ahead[1 : 2 if ahead[0] == "," else 4], 1):
            if ahead[0] in ("and", ",") and word in table.KILLS:
                return Fate.DEAD, at + n + 1
            if ahead[0] in ("and", ",") and word in table.WOUNDS:
                return Fate.HURT, at + n + 1
        return Fate.HIT, at

    def _has_object(self, at: int) -> bool:
        """Whether somebody follows to whom it was done: "shot her", "killed a man", "shot and killed three people"."""
        passed = ("and", "killed", "wounded", "injured", "critically", "fatally", "at", "least", "dead")
        while self.word(at) in passed:
            at += 1
        if self.word(at) in table.WHOM:
            return True
        group = read_group(self.words, at, self.last, named=True)
        return group is not None and not (group.bare and not self._may_be_bare(group))

    def _may_be_bare(self, group: Group) -> bool:
        """Whether a number behind a verb counts people: "killing two in a bar", not "shot two times"."""
        word = self.word(group.last)
        return word in table.AFTER_BARE or not word or not word[0].isalnum()

    def objects(self) -> Iterator[Toll]:
        """Groups behind a verb or noun of killing or wounding: "killing two", "the deaths of two men"."""
        for at in range(self.first, self.last):
            told = self._verb_at(at)
            if told is None:
                continue
            fate, form, behind = told
            groups = read_list(self.words, self._past_about(behind), self.last, named=True)
            if not groups or not self._are_done_to(groups, form):
                continue
            end = groups[-1].last
            if fate is Fate.HIT and (self.word(end) == "dead" or self.ahead(end, 2) == ["to", "death"]):
                fate = Fate.DEAD
            apart = form is Form.OBJECT and not any(
                self.word(n) in table.THINGS for n in range(max(self.first, at - 5), at)
            )
            yield from self._tolls(groups, _Told(fate, form, at, end, apart))

    def _are_done_to(self, groups: tuple[Group, ...], form: Form) -> bool:
        """Whether groups behind a verb are those to whom it was done."""
        first = groups[0]
        if first.bare and not self._may_be_bare(first):
            return False
        if first.last - first.first == 1 and self.word(first.first) in table.ROLES:
            return False  # "a shooting victim"
        # "shooting; 2 dead": the number belongs to what follows
        return not (form is Form.OBJECT and groups[-1].bare and self._fate_behind(groups[-1]) is not None)

    def _past_about(self, at: int) -> int:
        """Past "at least", "as many as" and the like."""
        mark = _ABOUT.match(" ".join(self.ahead(at, 4)))
        return at + len(mark.group().split()) if mark else at

    def _verb_at(self, at: int) -> tuple[Fate, Form, int] | None:
        """What a verb or noun at a word says of those behind it, and where they begin."""
        word, before, behind = self.word(at), self.word(at - 1), self.word(at + 1)
        if behind == "of":
            return self._noun_at(at)
        if word in table.PASSIVE and any(self.word(n) in table.BE for n in range(at - 3, at)):
            return None
        if word in table.KILLS:
            return None if word == "kill" and before != "to" else (Fate.DEAD, Form.OBJECT, at + 1)
        if word in table.WOUNDS:
            return (Fate.DEAD if before in table.FATAL else Fate.HURT), Form.OBJECT, at + 1
        if word not in table.SHOOTS or behind == "and":
            return None
        if behind == "dead":
            return Fate.DEAD, Form.OBJECT, at + 2
        return (Fate.DEAD if before in table.FATAL else Fate.HIT), Form.OBJECT, at + 1

    def _noun_at(self, at: int) -> tuple[Fate, Form, int] | None:
        """What "death of", "fatal shooting of", "claimed the lives of" says."""
        word, before = self.word(at), self.word(at - 1)
        if word in table.OF_THE_DEAD and before != "attempted":
            return Fate.DEAD, Form.OF, at + 2
        if word in table.OF_THE_HIT:
            return (Fate.DEAD if before in ("fatal", "deadly") else Fate.HIT), Form.OF, at + 2
        if word in ("life", "lives") and any(self.word(n) in table.CLAIM for n in range(at - 3, at)):
            return Fate.DEAD, Form.OF, at + 2
        return None

    def compounds(self) -> Iterator[Toll]:
        """As in "a double homicide", "triple shooting"."""
        for at in range(self.first, self.last):
            word, _, rest = self.word(at).partition("-")
            if word not in table.TIMES:
                continue
            follows = rest or self.word(at + 1)
            fate = Fate.DEAD if follows in table.COMPOUND_DEAD else Fate.HIT if follows in table.COMPOUND_HIT else None
            if fate is not None:
                span = self.words.span(at, at + (1 if rest else 2))
                yield Toll(table.TIMES[word], fate, Form.COMPOUND, span, self.number, stated=True)

    def charges(self) -> Iterator[Toll]:
        """As in "two counts of second-degree murder"."""
        for at in range(self.first + 1, self.last):
            number = resolve_number(self.word(at - 1)) if self.ahead(at, 2) == ["counts", "of"] else None
            for n, word in enumerate(self.ahead(at + 2, 4) if number is not None else (), at + 3):
                if word == "attempted":
                    break
                if word in table.CHARGED_DEAD and number is not None and number < 100:
                    span = self.words.span(at - 1, n)
                    yield Toll(number, Fate.DEAD, Form.CHARGE, span, self.number, stated=True, apart=True)
                    break

    def _tolls(self, groups: tuple[Group, ...], told: _Told) -> Iterator[Toll]:
        """The toll of a list of groups, and apart from it that of "himself"; none where a group has no number."""
        others = [group for group in groups if not group.own]
        numbers = [group.number for group in others if group.number is not None]
        if len(numbers) < len(others):
            return
        if len(numbers) > 2 and numbers[0] == sum(numbers[1:]):
            numbers = numbers[:1]  # "six people, three men and three women,"
        if others:
            yield Toll(
                sum(numbers),
                told.fate,
                told.form,
                self.words.span(told.first, told.last),
                self.number,
                stated=any(group.stated for group in others),
                more=others[0].more,
                apart=told.apart,
            )
        for group in groups:
            if group.own:
                span = self.words.span(group.first, group.last)
                yield Toll(1, told.fate, Form.OWN, span, self.number, stated=False, more=True)
