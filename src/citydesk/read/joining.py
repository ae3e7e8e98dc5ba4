"""Which mentions are one person: names, "the 25-year-old", "the suspect", "he".

In: the mentions of a report and what words say of each. Out: persons, each with its mentions in order, and groups that
are not told apart. Two mentions that differ in age, sex or surname are never joined. Merging what is told twice is
left to `retold.py`, counts to `groups.py`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from citydesk.model import Role, Sex
from citydesk.read.mentions import Article, Form, Mention, Mentions
from citydesk.read.names import Name
from citydesk.read.told import Slot, Telling
from citydesk.read.words import Words


@dataclass(slots=True, eq=False)
class Person:
    """A person of a report, or a group not told apart, while its mentions are gathered."""

    mentions: list[Mention] = field(default_factory=list)
    parts: tuple[str, ...] = ()
    """Of the name, in lower case."""
    ages: set[int] = field(default_factory=set)
    sexes: Counter[Sex] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    """Numbers of the persons that it is told by ("his wife")."""
    young: bool = False
    officer: bool = False
    official: bool = False
    """Has a rank or title and is heard."""
    speaks: int = 0
    victim: float = 0.0
    suspect: float = 0.0
    witness: float = 0.0
    count: int | None = 1
    """None for a plural without a number."""
    number: int = 0
    members: list["Person"] = field(default_factory=list)
    """Of a group: the persons it speaks of, where the report tells who they are."""
    general: bool = False
    """Of a group: "the victims", "they": speaks of persons told elsewhere and is none by itself."""

    @property
    def sex(self) -> Sex | None:
        """The sex that most of its words say."""
        if not self.sexes:
            return None
        male, female = self.sexes[Sex.MALE], self.sexes[Sex.FEMALE]
        return None if male == female else Sex.MALE if male > female else Sex.FEMALE

    @property
    def group(self) -> bool:
        """Whether it is more than one person."""
        return self.count != 1


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in a report, and who each mention is."""

    persons: tuple[Person, ...]
    of: dict[int, Person]
    """By mention."""
    unsure: frozenset[int]
    """Pronouns that may as well be somebody else."""


def join_mentions(mentions: Mentions, tellings: Sequence[Telling], pairs: Sequence[tuple[int, int]]) -> Cast:
    """The persons that a report's mentions stand for. `pairs` are mentions that the report says are one."""
    joiner = _Joiner(mentions, tellings)
    for first, second in pairs:
        joiner.link(first, second)
    body = [mention for mention in mentions.all if not mention.headline]
    head = [mention for mention in mentions.all if mention.headline]
    joiner.name_everybody()
    for mention in (*body, *head):
        joiner.place(mention)
    joiner.refer()
    persons = tuple(dict.fromkeys(joiner.of[m.index] for m in mentions.all if m.index in joiner.of))
    return Cast(persons, joiner.of, frozenset(joiner.unsure))


_SURE = 0.5
"""By how much the likeliest person must lead for a pronoun to tell the person's sex."""


class _Joiner:
    """Holds the persons found so far."""

    def __init__(self, mentions: Mentions, tellings: Sequence[Telling]) -> None:
        self.mentions = mentions
        self.words: Words = mentions.words
        self.of: dict[int, Person] = {}
        self.persons: list[Person] = []
        self.linked: dict[int, list[int]] = {}
        self.told: dict[int, list[Telling]] = {}
        self.unsure: set[int] = set()
        """Pronouns that may as well be somebody else."""
        self.last_speaker: Person | None = None
        for telling in tellings:
            if telling.mention is not None:
                self.told.setdefault(telling.mention, []).append(telling)
        for mention in mentions.all:
            if mention.partner is not None:
                self.link(mention.index, mention.partner)

    def link(self, first: int, second: int) -> None:
        """Take two mentions for one person."""
        self.linked.setdefault(first, []).append(second)
        self.linked.setdefault(second, []).append(first)

    def name_everybody(self) -> None:
        """Make the persons that have names, so that what comes before a name can be joined to it."""
        for mention in self.mentions.all:
            if mention.name is not None and len(mention.name.parts) > 1:
                self._add(self._named(mention, mention.name) or self._new(mention), mention)
        for mention in self.mentions.all:
            if mention.name is not None and mention.index not in self.of:
                self._add(self._named(mention, mention.name) or self._new(mention), mention)

    def place(self, mention: Mention) -> None:
        """Give a mention to the person that it stands for."""
        if mention.index in self.of:
            self._note_speaker(mention)
            return
        person = self._by_link(mention)
        if person is None:
            if mention.form is Form.PRONOUN:
                person = self._by_pronoun(mention)
                if person is None:
                    return
            elif mention.many != 1:
                person = self._group(mention)
            else:
                person = self._described(mention)
        self._add(person, mention)
        self._note_speaker(mention)

    def _by_link(self, mention: Mention) -> Person | None:
        for other in self.linked.get(mention.index, ()):
            person = self.of.get(other)
            if person is not None and mention.many == 1 and not person.group:
                return person
            if person is not None and mention.many != 1 and not person.group:
                return None
        return None

    def _note_speaker(self, mention: Mention) -> None:
        person = self.of[mention.index]
        if any(telling.slot is Slot.SPEAKS for telling in self.told.get(mention.index, ())):
            self.last_speaker = person

    def _new(self, mention: Mention) -> Person:
        person = Person(number=len(self.persons), count=mention.many)
        self.persons.append(person)
        return person

    def _add(self, person: Person, mention: Mention) -> None:
        self.of[mention.index] = person
        person.mentions.append(mention)
        if mention.name is not None and len(mention.name.parts) > len(person.parts):
            person.parts = mention.name.parts
        if mention.age is not None and len(mention.ages) < 2:
            person.ages.add(mention.age.value)
        if mention.sex is not None and mention.index not in self.unsure:
            person.sexes[mention.sex] += 1 if mention.form is Form.PRONOUN else 3
        if mention.noun is not None:
            person.nouns.add(mention.noun.word)
            person.young |= mention.noun.young
        person.officer |= mention.officer
        person.official |= bool(mention.name and mention.name.title)
        if mention.owner is not None and mention.owner in self.of:
            person.owners.add(self.of[mention.owner].number)
        for telling in self.told.get(mention.index, ()):
            if telling.slot is Slot.ROLE:
                if telling.value is Role.VICTIM:
                    person.victim += telling.weight
                elif telling.value is Role.SUSPECT:
                    person.suspect += telling.weight
                else:
                    person.witness += telling.weight
            person.speaks += telling.slot is Slot.SPEAKS

    # Names

    def _named(self, mention: Mention, name: Name) -> Person | None:
        """The person with a name, of those told so far: the latest of several."""
        age = mention.age.value if mention.age else None
        order = list(reversed(self.persons))
        if len(name.parts) == 1:
            order.sort(key=lambda person: self._nearness_of_surname(person, mention))
        for person in order:
            if not person.parts or (age is not None and person.ages and age not in person.ages):
                continue
            if (
                (_same_name(person.parts, name.parts)
                and self._suffix(person) in (None, name.suffix))
                or (_same_name(person.parts, name.parts)
                and name.suffix is None)
            ):
                return person
        return None

    def _nearness_of_surname(self, person: Person, mention: Mention) -> tuple[bool, int]:
        """Sorts those who may be meant by a surname alone: people in the incident first, then the last told."""
        speaks = any(telling.slot is Slot.SPEAKS for telling in self.told.get(mention.index, ()))
        aside = bool(person.speaks) != speaks if speaks else not (person.victim or person.suspect)
        before = [mention.first - m.first for m in person.mentions if m.first < mention.first]
        return (aside, min(before, default=1 << 30))

    def _suffix(self, person: Person) -> str | None:
        return next((m.name.suffix for m in person.mentions if m.name and m.name.suffix), None)

    # Descriptions

    def _described(self, mention: Mention) -> Person:
        if mention.article in (Article.KNOWN, Article.BARE, Article.OWNED) or mention.headline or mention.quoted:
            person = self._antecedent(mention)
            if person is not None:
                return person
        return self._new(mention)

    def _antecedent(self, mention: Mention) -> Person | None:
        best: tuple[float, int] | None = None
        for person in self.persons:
            if person.group or not person.mentions or not self._agrees(person, mention):
                continue
            score = self._likeness(person, mention)
            if score > 0 and (best is None or (score, person.number) > best):
                best = (score, person.number)
        return None if best is None else self.persons[best[1]]

    def _agrees(self, person: Person, mention: Mention) -> bool:
        """Whether nothing in a mention's words contradicts a person."""
        if mention.sex is not None and person.sex is not None and mention.sex is not person.sex:
            return False
        if mention.age is not None and person.ages and mention.age.value not in person.ages:
            return False
        noun = mention.noun
        if noun is not None:
            if noun.young and any(age >= 20 for age in person.ages):
                return False
            if noun.word in ("man", "woman") and any(age < 15 for age in person.ages):
                return False
            if noun.word in ("man", "woman") and person.young and not any(age > 15 for age in person.ages):
                return False
            if (
                (noun.officer
                and not person.officer)
                or (person.officer
                and noun.word in ("suspect", "gunman", "boy", "girl"))
            ):
                return False
            if noun.kin and mention.owner is not None and self._owner(mention) is person:
                return False
        return not self._apart(person, mention)

    def _owner(self, mention: Mention) -> Person | None:
        return self.of.get(mention.owner) if mention.owner is not None else None

    def _apart(self, person: Person, mention: Mention) -> bool:
        """Whether the same sentence tells a person and a mention side by side ("a man shot another man")."""
        return any(
            other.sentence == mention.sentence
            and other.form is not Form.PRONOUN
            and (not other.inside)
            and abs(other.first - mention.first) < 12
            and mention.article is not Article.KNOWN
            and mention.index not in self.linked.get(other.index, ())
            for other in person.mentions
        )

    def _likeness(self, person: Person, mention: Mention) -> float:
        score = 1.0 - 0.12 * min(12, self._distance(person, mention))
        noun = mention.noun
        if mention.age is not None:
            score += 4.0 if person.ages else -1.5
        if mention.sex is not None and person.sex is mention.sex:
            score += 0.7
        if noun is not None:
            score += 1.5 * (noun.word in person.nouns and not noun.vague)
            score += self._part_likeness(person, noun.role)
            if noun.kin:
                score += self._kin_likeness(person, mention)
            elif noun.young and person.young:
                score += 0.7
            elif noun.sex is None and noun.role is None and not noun.vague and noun.word not in person.nouns:
                score -= 1.6  # "the driver" is a new person unless the report says that someone drove
        score += self._role_likeness(person, mention)
        if person.speaks and not person.victim and not person.suspect:
            score -= 2.0
        if person.official and not person.victim and not person.suspect:
            score -= 2.0
        return score

    def _distance(self, person: Person, mention: Mention) -> int:
        return min(abs(mention.sentence - other.sentence) for other in person.mentions)

    def _part_likeness(self, person: Person, role: Role | None) -> float:
        if role is Role.VICTIM:
            return 2.0 if person.victim > person.suspect else -2.0
        if role is Role.SUSPECT:
            return 2.0 if person.suspect > person.victim or "suspect" in person.nouns else -2.0
        return 0.0

    def _kin_likeness(self, person: Person, mention: Mention) -> float:
        owner = self._owner(mention)
        if mention.noun and mention.noun.word in person.nouns:
            same = owner is None or not person.owners or owner.number in person.owners
            return 2.0 if same else -1.0
        return -2.0

    def _role_likeness(self, person: Person, mention: Mention) -> float:
        """Whether what is said at the mention is of the same part as what is said of the person elsewhere."""
        victim = suspect = 0.0
        for telling in self.told.get(mention.index, ()):
            if telling.slot is Slot.ROLE:
                victim += telling.weight * (telling.value is Role.VICTIM)
                suspect += telling.weight * (telling.value is Role.SUSPECT)
        said, known = victim - suspect, person.victim - person.suspect
        if not said or not known:
            return 0.0
        return 1.0 if (said > 0) == (known > 0) else -1.5

    # Pronouns

    def _by_pronoun(self, mention: Mention) -> Person | None:
        if mention.plural:
            return self._by_they(mention)
        if mention.quoted:
            return None
        if any(t.slot is Slot.SPEAKS for t in self.told.get(mention.index, ())) and self.last_speaker is not None:
            if self.last_speaker.sex in (None, mention.sex):
                return self.last_speaker
        scored: list[tuple[float, int]] = []
        for person in self.persons:
            if person.group or person.sex not in (None, mention.sex):
                continue
            score = self._nearness(person, mention)
            if score is not None:
                scored.append((score, person.number))
        if not scored:
            return None
        scored.sort()
        if len(scored) > 1 and scored[-1][0] - scored[-2][0] < _SURE:
            self.unsure.add(mention.index)
        return self.persons[scored[-1][1]]

    def _nearness(self, person: Person, mention: Mention) -> float | None:
        before = [
            m
            for m in person.mentions
            if m.first < mention.first
            and mention.sentence - m.sentence <= 3
            and not m.quoted
            and m.headline == mention.headline
        ]
        if not before:
            return None
        last = max(before, key=lambda m: m.first)
        if last.last > mention.first or (last.owner is not None and last.first == mention.first):
            return None
        score = -1.0 * (mention.sentence - last.sentence)
        opening = self._opening(last.sentence)
        score += 0.6 * (opening is not None and self.of.get(opening.index) is person)
        score -= 0.01 * (mention.first - last.first)
        score -= 1.2 * bool(person.speaks and not person.victim and not person.suspect)
        score -= 0.8 * bool(person.official and not person.victim and not person.suspect)
        score += 0.4 * (person.sex is mention.sex)
        return score + 0.6 * self._role_likeness(person, mention)

    def _opening(self, sentence: int) -> Mention | None:
        return next(
            (m for m in self.mentions.by_sentence[sentence] if not m.inside and m.form is not Form.PRONOUN), None
        )

    def _by_they(self, mention: Mention) -> Person | None:
        """The group told last, or else those who are told together in the sentence before."""
        for person in reversed(self.persons):
            if person.group and not person.officer and not person.members and any(
                0 <= mention.sentence - m.sentence <= 1 and m.first < mention.first for m in person.mentions
            ):
                return person
        together = self._told_together(mention)
        if len(together) < 2:
            return None
        group = self._new(mention)
        group.general, group.members = True, together
        return group

    def _told_together(self, mention: Mention) -> list[Person]:
        found: list[Person] = []
        for sentence in (mention.sentence, mention.sentence - 1):
            for other in self.mentions.by_sentence[sentence] if sentence >= 0 else ():
                person = self.of.get(other.index)
                fits = person is not None and not person.group and not person.officer and not person.speaks
                if fits and other.first < mention.first and not other.inside and person not in found:
                    found.append(person)
            if len(found) > 1:
                break
        return found

    # Groups

    def _group(self, mention: Mention) -> Person:
        for person in reversed(self.persons):
            if person.group and self._same_group(person, mention):
                return person
        group = self._new(mention)
        group.general = mention.article is Article.KNOWN or mention.many is None
        return group

    def _same_group(self, person: Person, mention: Mention) -> bool:
        if person.sex is not None and mention.sex is not None and person.sex is not mention.sex:
            return False
        if person.officer != mention.officer or not person.mentions:
            return False
        if mention.article is Article.OTHER or any(
            word in mention.modifiers for word in ("other", "more", "additional")
        ):
            if not any(
                m.article is mention.article or m.modifiers & {"other", "more", "additional"} for m in person.mentions
            ):
                return False
        noun = mention.noun.word if mention.noun else ""
        alike = (
            noun in person.nouns
            or (mention.noun is not None and (mention.noun.vague or mention.noun.role is not None))
            or bool(person.nouns & {"person", "other", "one", "victim"})
        )
        if person.count == mention.many and alike:
            return person.count is not None or noun in person.nouns
        return (
            mention.many is None
            and alike
            and mention.article is Article.KNOWN
            and self._distance(person, mention) <= 2
            and person.count is not None
        )

    def refer(self) -> None:
        """Find whom general groups ("both men", "the two") speak of: as many persons as they say, told just before."""
        for group in self.persons:
            if not group.group or not group.count or not group.mentions:
                continue
            first = min(group.mentions, key=lambda m: m.first)
            listed = [
                self.of[i]
                for m in group.mentions
                for i in self.linked.get(m.index, ())
                if i in self.of and not self.of[i].group
            ]
            if listed:
                follow = self._listed_after(listed[0], first, group.count)
                group.members = follow
                continue
            if first.article is not Article.KNOWN:
                continue
            near = [
                p
                for p in self.persons
                if not p.group
                and any(0 <= first.sentence - m.sentence <= 2 and m.first < first.first for m in p.mentions)
                and (first.sex is None or p.sex in (None, first.sex))
                and (p.victim or p.suspect)
            ]
            if len(near) == group.count:
                group.members = near

    def _listed_after(self, person: Person, start: Mention, count: int) -> list[Person]:
        """The persons named one after the other behind "two men, identified as"."""
        found: list[Person] = []
        for mention in self.mentions.by_sentence[start.sentence]:
            other = self.of.get(mention.index)
            if (
                mention.first > start.first
                and mention.name is not None
                and other is not None
                and not other.group
                and other not in found
            ):
                found.append(other)
        return found[:count] if person in found else [person]


def _same_name(known: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the same surname, and first names that do not differ."""
    if len(parts) == 1 or len(known) == 1:
        one, many = (parts[0], known) if len(parts) == 1 else (known[0], parts)
        return one in (many[-1], many[0])
    if known[-1] == parts[-1]:
        first, other = known[0], parts[0]
        return (
            first == other
            or (first.startswith(other[:3])
            and other.startswith(first[:3]))
            or fuzz.ratio(first, other) >= 80
        )
    return known[0] == parts[0] and fuzz.ratio(known[-1], parts[-1]) >= 80
