"""How many were killed and wounded, where no report states a total: it follows from the participants.

In: the participants of a record. Out: a `Standing` counted from them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citydesk.model import Basis, Outcome, RecordPerson, Standing, Subject

COUNTED = {"killed": Outcome.KILLED, "injured": Outcome.INJURED}
"""Counts of an incident and the outcome of those who are counted."""


class _Hit(NamedTuple):
    person: RecordPerson
    outcome: Standing
    size: int
    group: bool


def count_people(name: str, people: Sequence[RecordPerson]) -> Standing | None:
    """The number of participants with an outcome, resting on what is said of each; None where there are none.

    A group ("three others") is left out where as many of its role and outcome are told apart by other reports.
    """
    hit = list(_hit(COUNTED[name], people))
    if not hit:
        return None
    counted = [one for one in hit if not one.group or not _told_apart(one, hit)]
    return Standing(
        subject=Subject(property=name),
        value=sum(one.size for one in counted),
        claim=counted[0].outcome.claim,
        basis=Basis.COUNTED,
        agree=tuple(one.outcome.claim for one in counted[1:] if one.outcome.claim is not None),
    )


def _hit(outcome: Outcome, people: Sequence[RecordPerson]) -> Iterator[_Hit]:
    for person in people:
        standing = next((v for v in person.values if v.subject.property == "outcome"), None)
        if standing is not None and standing.value == outcome.value:
            count = person.get("count")
            number = count if isinstance(count, int) else 1
            yield _Hit(person, standing, number, number > 1)


def _told_apart(group: _Hit, hit: Sequence[_Hit]) -> bool:
    """Whether individuals that the group's own reports do not have make up for it."""
    own = _reports_of(group)
    role = group.person.get("role")
    alone = [one for one in hit if not one.group and one.person.get("role") == role and not own & _reports_of(one)]
    return len(alone) >= group.size


def _reports_of(hit: _Hit) -> set[str]:
    """Reports and tellings that say the outcome: the beginning of its claims' ids."""
    claims = (hit.outcome.claim, *hit.outcome.agree, *hit.outcome.against)
    return {claim.rsplit("/", 1)[0] for claim in claims if claim is not None}
