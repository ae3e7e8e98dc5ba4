"""A person's part in a scene, while participants are put together: the words for the person and what they tell.

In: a report's cast and tellings, and a scene. Out: parts, each with a role. `retold.py` merges parts that are told
twice, `groups.py` squares groups with those told singly, `participants.py` makes facts of what is left.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citydesk.model import Outcome, Role, Sex
from citydesk.read.page.document import Span
from citydesk.read.page.setting import Scene
from citydesk.read.who import votes
from citydesk.read.who.cast import Cast, Person, count_sex, sex_of
from citydesk.read.who.mentions import Form, Mention, Stated
from citydesk.read.who.told import Slot, Telling


@dataclass(slots=True, eq=False)
class Part:
    """One person, or a group not told apart, in one scene."""

    role: Role
    mentions: list[Mention]
    tellings: list[Telling]
    count: int | None = 1
    """None for a plural without a number."""
    name: tuple[str, ...] = ()
    """The words of the name in lower case."""
    age: Stated | None = None
    """Of one of a group whose ages are listed."""
    general: bool = False
    """Of a group: "the victims", "they": people told elsewhere."""
    unsure: frozenset[int] = frozenset()
    """Pronouns that may as well be somebody else."""
    share: float = 1.0
    """How likely the part is somebody of the incident; 1 where nobody judged it."""

    @property
    def ages(self) -> frozenset[int]:
        """The ages that its words say."""
        if self.age is not None:
            return frozenset({self.age.value})
        return frozenset(m.age.value for m in self.mentions if m.age is not None and len(m.ages) < 2)

    @property
    def sex(self) -> Sex | None:
        """The sex that most of its words say."""
        said: Counter[Sex] = Counter()
        for mention in self.mentions:
            if mention.index not in self.unsure:
                count_sex(said, mention)
        return sex_of(said)

    @property
    def outcome(self) -> Outcome | None:
        """What became of the person: death, once said, stands."""
        said = [t.value for t in self.tellings if t.slot is Slot.OUTCOME and self._counts(t)]
        return next((o for o in (Outcome.KILLED, Outcome.INJURED, Outcome.UNHARMED) if o in said), None)

    def _counts(self, telling: Telling) -> bool:
        """Whether words tell an outcome of this person: those that wound a suspect are mostly somebody else's."""
        wounds_suspect = self.role is Role.SUSPECT and telling.value is Outcome.INJURED
        return not wounds_suspect or telling.cue in _WOUNDS_SUSPECT

    @property
    def officer(self) -> bool:
        """Whether its words say a law enforcement officer."""
        return any(mention.officer for mention in self.mentions)

    @property
    def first(self) -> int:
        """The word where it is first told."""
        return min(mention.first for mention in self.mentions)

    def share_of(self, slot: Slot, value: object, otherwise: float) -> float:
        """How likely a value is: as it was judged, or else what its kind is worth."""
        shares = [t.share for t in self.tellings if t.slot is slot and t.value == value and t.share is not None]
        return max(shares) if shares else otherwise

    def spans(self, slot: Slot, value: object) -> list[Span]:
        """The words that tell a value, the weightiest first."""
        telling = sorted((t for t in self.tellings if t.slot is slot and t.value == value), key=lambda t: -t.weight)
        return [t.span for t in telling[:_MAX_EVIDENCE]]


_MAX_EVIDENCE = 3
_WOUNDS_SUSPECT = frozenset(("by police", "self", "condition", "judged"))
"""Rules whose word for a wounded suspect is taken: shot by police, shot himself, in critical condition. Of 382 suspects
of the gold 15 are wounded."""


def find_parts_of(scene: Scene, cast: Cast, tellings: Sequence[Telling]) -> list[Part]:
    """Everybody who takes part in a scene, groups and what is told twice still as told."""
    told = _told_in(scene, cast, tellings)
    parts: list[Part] = []
    for person in cast.persons:
        mine = told.get(person.number, [])
        role = role_of(mine)
        if role is None or _is_nobody(person) or (scene.main and _is_only_quoted(person)):
            continue
        part = Part(role, list(person.mentions), mine, person.count, person.parts, unsure=cast.unsure)
        part.general = person.general and person.count is None
        for group in cast.persons:
            if person in group.members:
                take_sex(part, group.mentions)
        parts.extend(_told_by_age(part))
    return parts if parts or scene.main else _presumed_victims(scene, cast)


def take_sex(part: Part, group: Sequence[Mention]) -> None:
    """Let a part that tells no sex have that of the group it is one of: "two men, Ann's brothers Bo and Cal"."""
    said = next((m for m in group if m.sex is not None and m.form is not Form.PRONOUN), None)
    if said is None or part.sex is not None or any(t.slot is Slot.SEX for t in part.tellings):
        return
    first = min(part.mentions, key=lambda m: m.first)
    part.tellings.append(Telling(first.index, Slot.SEX, said.sex, said.head, 1.0, "group"))


def _presumed_victims(scene: Scene, cast: Cast) -> list[Part]:
    """Whom a passing word on another incident brings in, where it says no more ("we also lost a six-year-old")."""
    parts: list[Part] = []
    for person in cast.persons:
        told = [m for m in person.mentions if scene.covers(m.span.start) and not m.inside and not m.officer]
        if told and person.count == 1 and person.ages and not person.speaks:
            telling = Telling(told[0].index, Slot.ROLE, Role.VICTIM, told[0].span, votes.PRESUMED, "background")
            parts.append(Part(Role.VICTIM, told, [telling], 1, person.parts, unsure=cast.unsure))
    return parts


def _is_only_quoted(person: Person) -> bool:
    """Whether only quoted speech tells of a person without a name, whom the report may have told otherwise."""
    return not person.parts and all(mention.quoted for mention in person.mentions)


def _told_in(scene: Scene, cast: Cast, tellings: Sequence[Telling]) -> dict[int, list[Telling]]:
    """By person, what the scene's words tell; what is told of a group whose members are known is told of each."""
    told: dict[int, list[Telling]] = {}
    for telling in tellings:
        person = cast.of.get(telling.mention) if telling.mention is not None else None
        if person is None or not scene.covers(telling.span.start):
            continue
        if telling.share is not None and telling.slot is Slot.OUTCOME and not scene.main:
            continue  # judged by what the whole report tells, which is of another incident
        for one in person.members or (person,):
            told.setdefault(one.number, []).append(telling)
    return told


def _is_nobody(person: Person) -> bool:
    """Whether a person is none of the scene: a group whose members are told, police in general, a spokesman."""
    if person.group and person.members:
        return True
    return (person.officer and person.count is None) or (person.official and person.speaks)


def _told_by_age(part: Part) -> list[Part]:
    """A group whose ages are listed ("two boys, 14 and 15") as so many persons."""
    listed = next((m.ages for m in part.mentions if len(m.ages) > 1), ())
    if len(listed) < 2 or part.count != len(listed):
        return [part]
    return [
        replace(part, mentions=list(part.mentions), tellings=list(part.tellings), count=1, age=age) for age in listed
    ]


def role_of(tellings: Sequence[Telling]) -> Role | None:
    """The part that tellings add up to; None for somebody who takes none."""
    sums: dict[Role, float] = dict.fromkeys(Role, 0.0)
    seen: set[tuple[Role, str]] = set()
    for telling in tellings:
        if telling.slot is Slot.ROLE and isinstance(telling.value, Role):
            again = (telling.value, telling.cue) in seen
            seen.add((telling.value, telling.cue))
            sums[telling.value] += telling.weight * (votes.AGAIN if again else 1.0)
    suspect, victim, officer = sums[Role.SUSPECT], sums[Role.VICTIM], sums[Role.OFFICER]
    if max(suspect, victim, officer) < votes.ENOUGH:
        return Role.WITNESS if sums[Role.WITNESS] >= votes.ENOUGH else None
    if suspect >= max(victim, officer):
        return Role.SUSPECT
    return Role.VICTIM if victim >= votes.ENOUGH else Role.OFFICER
