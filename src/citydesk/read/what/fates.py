"""What became of a group of people, by the words behind it: "two men were killed", "3 dead", "a boy taken to hospital".

In: the words of a sentence and a group. Out: its fate, and where the words that tell it end. Which groups there are is
left to `headcounts.py`; what their numbers come to, to `tolls.py`.
"""

from dataclasses import dataclass
from enum import Enum

from citydesk.read.page.words import Words
from citydesk.read.what import toll_words as table
from citydesk.read.what.headcounts import Group, read_group

_FAR = 7
"""Words between people and what became of them."""
_ASIDE, _PLACED = 14, 9
"""Words of ", including a police officer," and of "inside a car in the lot"."""


class Fate(Enum):
    """What became of those whom words count."""

    DEAD = "dead"
    HURT = "hurt"
    HIT = "hit"
    """Shot, struck or stabbed, or taken to hospital; whether they live is not said."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one sentence."""

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


def find_fate(clause: Clause, group: Group) -> tuple[Fate, int] | None:
    """What became of a group, by the words behind it, and where these end."""
    at = _past_aside(clause, group.last)
    fatal = passive = False
    for place in range(at, min(at + _FAR, clause.last)):
        word = clause.word(place)
        passive = passive or word in table.BE
        if word in ("is", "was", "has") and group.stated and (group.number or 0) > 1:
            return None  # "teen who shot four, including two agents, is killed"
        if word in table.PASSIVE and not passive and _has_object(clause, place + 1):
            return None  # "her father shot her"
        if word in table.FATAL:
            fatal = True
            if group.bare and place == at and clause.word(place + 1) not in table.HIT | table.HURT:
                return Fate.DEAD, place + 1  # "two fatally"
        elif word not in table.SKIPPED:
            return _fate_at(clause, place, fatal=fatal)
    return None


def may_be_bare(clause: Clause, group: Group) -> bool:
    """Whether a number behind a verb counts people: "killing two in a bar", not "shot two times"."""
    word = clause.word(group.last)
    return word in table.AFTER_BARE or not word or not word[0].isalnum()


def _fate_at(clause: Clause, at: int, *, fatal: bool) -> tuple[Fate, int] | None:
    """What the word at a place tells of those before it."""
    word = clause.word(at)
    if word in table.DEAD:
        return Fate.DEAD, at + 1
    if word in table.HURT:
        return (Fate.DEAD if fatal else Fate.HURT), at + 1
    if word in table.HIT:
        return (Fate.DEAD, at + 1) if fatal else _after_hit(clause, at + 1)
    if word == "in" and any(later in table.IN_CARE for later in clause.ahead(at + 1, 3)):
        return Fate.HURT, at + 2
    if word == "treated" and clause.word(at + 1) in ("for", "and"):
        return Fate.HURT, at + 1
    if word in table.TAKEN or word in table.SUFFERED:
        wanted = table.CARE if word in table.TAKEN else table.SUFFERING
        ends = (at + n for n, later in enumerate(clause.ahead(at, _FAR), 1) if later in wanted)
        return next(((Fate.HIT, end) for end in ends), None)
    return None


def _past_aside(clause: Clause, at: int) -> int:
    """Past what is told of a group before what became of it: ", including an officer,", "heading to a party"."""
    word, follows = clause.word(at), clause.word(at + 1)
    if word == ",":
        return at + 1 if follows in table.BE else _past_commas(clause, at)
    if word not in table.PLACING and not word.endswith("ing"):
        return at
    for place in range(at + 1, min(at + _PLACED, clause.last)):
        if clause.word(place) in ("was", "were"):
            return place
        if clause.word(place) in (",", ";", "and", "who", "that"):
            break
    return at


def _past_commas(clause: Clause, at: int) -> int:
    """Past an aside between commas, where "was" or "have" goes on behind it."""
    for place in range(at + 1, min(at + _ASIDE, clause.last)):
        if clause.word(place) == "," and clause.word(place + 1) in table.BE | {"have", "had", "has", "remain"}:
            return place + 1
        if clause.word(place) in (";", "who", "that"):
            break
    return at


def _after_hit(clause: Clause, at: int) -> tuple[Fate, int]:
    """Whether those who were shot are dead: "shot and killed", "shot dead", "shot to death", "shot and wounded"."""
    ahead = [*clause.ahead(at, 4), "", ""]
    if ahead[0] in ("dead", "fatally"):
        return Fate.DEAD, at + 1
    if ahead[:2] == ["to", "death"]:
        return Fate.DEAD, at + 2
    for n, word in enumerate(ahead[1 : 2 if ahead[0] == "," else 4], 1):
        if ahead[0] in ("and", ",") and word in table.KILLS | table.WOUNDS:
            return (Fate.DEAD if word in table.KILLS else Fate.HURT), at + n + 1
    return Fate.HIT, at


def _has_object(clause: Clause, at: int) -> bool:
    """Whether somebody follows to whom it was done: "shot her", "killed a man", "shot and killed three people"."""
    while clause.word(at) in table.BEFORE_WHOM:
        at += 1
    if clause.word(at) in table.WHOM:
        return True
    group = read_group(clause.words, at, clause.last, named=True)
    return group is not None and not (group.bare and not may_be_bare(clause, group))
