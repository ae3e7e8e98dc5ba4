"""How many of a scene's participants were killed or wounded, as they are told one by one.

In: participants. Out: a number, the words of each, and how many of them are named. Nobody is counted whom another
participant may be over again.
"""

from dataclasses import dataclass

from citydesk.model import Evidence, Outcome, Participant, Role


@dataclass(frozen=True, slots=True)
class ToldSingly:
    """What the participants with one outcome come to."""

    number: int
    suspects: int
    """How many of them are suspects."""
    named: int
    """How many have names that are not the same."""
    evidence: tuple[Evidence, ...]


def count_told(people: tuple[Participant, ...], outcome: Outcome) -> ToldSingly:
    """How many of the participants had an outcome."""
    told = [person for person in people if _had(person, outcome) and not _may_be_another(person, people)]
    names = {person.name.value.lower() for person in told if person.name is not None}
    suspects = [person for person in told if person.role.value is Role.SUSPECT]
    evidence = (words for person in told if person.outcome is not None for words in person.outcome.evidence)
    return ToldSingly(_number(told), _number(suspects), len(names), tuple(dict.fromkeys(evidence)))


def _had(person: Participant, outcome: Outcome) -> bool:
    if person.outcome is None or person.outcome.value is not outcome or person.role.value is Role.WITNESS:
        return False
    return not person.text.isdecimal()  # a bare number ("16 and 18") is an age more often than a group


def _number(people: list[Participant]) -> int:
    return sum(1 if person.count is None else person.count.value for person in people)


def _may_be_another(person: Participant, people: tuple[Participant, ...]) -> bool:
    """Whether someone half described ("the girl", "a 16-year-old") may be one of those told apart."""
    if person.name is not None or person.count is not None:
        return False
    return any(
        other is not person
        and other.role.value is person.role.value
        and other.outcome is not None
        and other.outcome.value in (Outcome.KILLED, Outcome.INJURED)
        and (other.sex is None or person.sex is None or other.sex.value is person.sex.value)
        and _tells_more(other, person)
        for other in people
    )


def _tells_more(other: Participant, person: Participant) -> bool:
    """Whether one is told apart in a way that the other is not: an age for someone bare, a name for someone aged."""
    if person.age is not None:
        return other.name is not None and other.age is None
    member = other.count is not None and _same_outcome(other, person)
    return other.name is not None or other.age is not None or member


def _same_outcome(one: Participant, other: Participant) -> bool:
    return one.outcome is not None and other.outcome is not None and one.outcome.value is other.outcome.value
