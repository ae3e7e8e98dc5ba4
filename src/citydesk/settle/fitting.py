"""Which claims cannot be what an incident's record needs, given the rest of it.

In: all that is said of an incident. Out: ids of claims that stand only where nothing else is said: a day after the
first report of the incident came out; a street, a county or a state of a report that has it in another city; a count
of the dead that leaves out some who are dead by name.
"""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import JsonValue

from citydesk.link import days_of
from citydesk.model import Certainty, ClaimId, Outcome, RecordPerson
from citydesk.settle.claims import Said
from citydesk.settle.properties import Rule, of_rule
from citydesk.settle.values import Match, compare_values

_DEAD = Outcome.KILLED.value


def too_late(dates: Sequence[Said], first_published: int | None) -> frozenset[ClaimId]:
    """Days that had not begun when the first report of the incident came out (an ordinal; None where none says)."""
    if first_published is None:
        return frozenset()
    return frozenset(one.claim.id for one in dates if _first_day(one.claim.value) > first_published)


def elsewhere(said: Mapping[str, Sequence[Said]], city: JsonValue) -> frozenset[ClaimId]:
    """What tellings that have another city than the one that stands say of the place around it.

    `said` is by property, of the incident itself.
    """
    other = {
        _telling(one)
        for one in said.get("place.city", ())
        if one.claim.certainty is not Certainty.DENIED
        and compare_values("place.city", one.claim.value, city) is Match.OTHER
    }
    return frozenset(one.claim.id for one in _around(said) if _telling(one) in other)


def too_few(killed: Sequence[Said], people: Sequence[RecordPerson]) -> frozenset[ClaimId]:
    """Counts of the dead that are lower than the number of participants who are dead by name."""
    named = sum(1 for person in people if person.get("name") is not None and person.get("outcome") == _DEAD)
    return frozenset(one.claim.id for one in killed if _number(one.claim.value) < named)


def _around(said: Mapping[str, Sequence[Said]]) -> Iterator[Said]:
    for name in of_rule(Rule.AROUND):
        yield from said.get(name, ())


def _telling(said: Said) -> tuple[str, int]:
    return said.claim.report, said.claim.telling


def _number(value: JsonValue) -> float:
    return value if isinstance(value, int | float) else 0


def _first_day(value: JsonValue) -> int:
    days = days_of(value) if isinstance(value, str) else None
    return 0 if days is None else days[0]
