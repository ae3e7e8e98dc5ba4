"""The persons of a report while their mentions are gathered, and afterwards.

In: mentions, one after the other. Out: persons and groups with what their own words tell. Who a mention is, is decided
by `joining.py` and its helpers `namesakes.py`, `antecedents.py` and `pronouns.py`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from citydesk.model import Role, Sex
from citydesk.read.who.mention_opinions import MentionOpinions
from citydesk.read.who.mentions import Form, Mention, Mentions
from citydesk.read.who.told import Slot, Telling

_SAID_SEX = 3
"""Votes of a word such as "man" for a sex; a pronoun, which may be somebody else's, has one."""
_NEAREST = 6
_MOST_ODDS = 4.0
"""How many of a person's mentions the encoder compares with one, and how much it may say."""


def count_sex(votes: Counter[Sex], mention: Mention) -> None:
    """Add what a mention says of the sex."""
    if mention.sex is not None:
        votes[mention.sex] += 1 if mention.form is Form.PRONOUN else _SAID_SEX


def sex_of(votes: Counter[Sex]) -> Sex | None:
    """The sex that most words say; None where none or as many do."""
    male, female = votes[Sex.MALE], votes[Sex.FEMALE]
    return None if male == female else Sex.MALE if male > female else Sex.FEMALE


@dataclass(slots=True, eq=False)
class Person:
    """A person of a report, or a group not told apart."""

    number: int
    count: int | None
    """1, a stated number, or None for a plural without one."""
    mentions: list[Mention] = field(default_factory=list)
    parts: tuple[str, ...] = ()
    """Of the name, in lower case."""
    suffix: str | None = None
    sexes: Counter[Sex] = field(default_factory=Counter)
    ages: set[int] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    """Numbers of the persons that it is told by ("his wife")."""
    young: bool = False
    officer: bool = False
    official: bool = False
    """Has a rank or title."""
    speaks: bool = False
    votes: dict[Role, float] = field(default_factory=lambda: dict.fromkeys(Role, 0.0))
    members: list["Person"] = field(default_factory=list)
    """Of a group: the persons it speaks of, where the report tells who they are."""
    general: bool = False
    """Of a group: "the victims", "they": speaks of persons told elsewhere and is none by itself."""

    @property
    def sex(self) -> Sex | None:
        """The sex that most of its words say."""
        return sex_of(self.sexes)

    @property
    def group(self) -> bool:
        """Whether it is more than one person."""
        return self.count != 1

    @property
    def leaning(self) -> float:
        """Above 0 for a victim, below for a suspect, 0 for who is neither so far."""
        return self.votes[Role.VICTIM] - self.votes[Role.SUSPECT]

    @property
    def aside(self) -> bool:
        """Whether nothing says that the person is victim or suspect."""
        return not self.votes[Role.VICTIM] and not self.votes[Role.SUSPECT]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in a report, and who each mention is."""

    persons: tuple[Person, ...]
    of: dict[int, Person]
    """By mention."""
    unsure: frozenset[int]
    """Pronouns that may as well be somebody else."""


class Gathering:
    """Held open while the mentions of a report are given to persons."""

    def __init__(
        self,
        mentions: Mentions,
        tellings: Sequence[Telling],
        pairs: Iterable[tuple[int, int]],
        opinions: MentionOpinions | None = None,
    ) -> None:
        """Start with nobody; `pairs` are mentions that the report says are one person's."""
        self.opinions = opinions
        self.mentions = mentions
        self.persons: list[Person] = []
        self.of: dict[int, Person] = {}
        self.unsure: set[int] = set()
        self.last_speaker: Person | None = None
        self.told: dict[int, list[Telling]] = {}
        self.linked: dict[int, list[int]] = {}
        for telling in tellings:
            if telling.mention is not None:
                self.told.setdefault(telling.mention, []).append(telling)
        beside = ((m.index, m.partner) for m in mentions.all if m.partner is not None)
        for first, second in (*beside, *pairs):
            self.linked.setdefault(first, []).append(second)
            self.linked.setdefault(second, []).append(first)

    def leaning_at(self, mention: Mention) -> float:
        """Whether words at a mention say a victim (above 0) or a suspect (below)."""
        leaning = 0.0
        for telling in self.told.get(mention.index, ()):
            if telling.slot is Slot.ROLE:
                leaning += telling.weight * ((telling.value is Role.VICTIM) - (telling.value is Role.SUSPECT))
        return leaning

    def linked_odds(self, person: Person, mention: Mention) -> float:
        """Log odds, by the encoder, that a mention is a person's: of the nearest few; 0 where it was not asked."""
        if self.opinions is None or not person.mentions:
            return 0.0
        near = sorted(person.mentions, key=lambda m: abs(m.index - mention.index))[:_NEAREST]
        odds = [self.opinions.link(other, mention) for other in near]
        return max(-_MOST_ODDS, min(_MOST_ODDS, sum(odds) / len(odds)))

    def speaks_at(self, mention: Mention) -> bool:
        """Whether words at a mention say that the person says something."""
        return any(telling.slot is Slot.SPEAKS for telling in self.told.get(mention.index, ()))

    def begin(self, mention: Mention) -> Person:
        """A person, or group, who is not told before."""
        person = Person(len(self.persons), mention.many)
        self.persons.append(person)
        return person

    def add(self, person: Person, mention: Mention) -> None:
        """Give a mention to a person."""
        self.of[mention.index] = person
        person.mentions.append(mention)
        if mention.index not in self.unsure:
            count_sex(person.sexes, mention)
        if mention.name is not None:
            person.suffix = person.suffix or mention.name.suffix
            person.parts = max(person.parts, mention.name.parts, key=len)
            person.official |= mention.name.title is not None
        if mention.age is not None and len(mention.ages) < 2:
            person.ages.add(mention.age.value)
        if mention.noun is not None:
            person.nouns.add(mention.noun.word)
            person.young |= mention.noun.young
        person.officer |= mention.officer
        if mention.owner is not None and mention.owner in self.of:
            person.owners.add(self.of[mention.owner].number)
        person.speaks |= self.speaks_at(mention)
        for telling in self.told.get(mention.index, ()):
            if telling.slot is Slot.ROLE and isinstance(telling.value, Role):
                person.votes[telling.value] += telling.weight

    def close(self) -> Cast:
        """Everybody, in the order in which they are first told."""
        placed = (self.of[mention.index] for mention in self.mentions.all if mention.index in self.of)
        return Cast(tuple(dict.fromkeys(placed)), self.of, frozenset(self.unsure))
