"""Which incident of the old state each one of a new state is, so that no id is lost when all is made anew. Pure.

In: the tellings and incidents of both states. Out: for each incident of the new state its number and id, and for each
old one that is no more, where it leads. Where nothing but the order of things made the new state, both are the same,
and so is the outcome; where reports were read anew, the rules are those of `heirs`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from citydesk.ledger.heirs import Tellings, find_heirs
from citydesk.model import IncidentId


class OldIncident(NamedTuple):
    """An incident of the old state, ended ones included."""

    id: IncidentId
    name: str
    turn: int
    founder: int | None
    """The telling of the new state that it was first made for; None where that is no more."""
    report: int
    """Arrival of the report that it was first made for."""
    redirect_to: int | None


class Naming(NamedTuple):
    """What an incident of the new state is called."""

    number: int
    id: IncidentId
    name: str
    turn: int
    founder: int


@dataclass(frozen=True, slots=True)
class Successors:
    """Who is who."""

    standing: dict[int, Naming]
    """By the number in the new state."""
    ended: dict[int, tuple[int | None, int]]
    """By the number in the old state: the incident that it leads to, by its final number, and its founder. Where no
    report tells of it any more, it leads to None, and its report's arrival, less than 0, stands for the founder."""


def find_successors(
    groups: Mapping[Tellings, tuple[int, str]],
    mains: frozenset[int],
    holders: Mapping[int, int],
    old: Mapping[int, OldIncident],
) -> Successors:
    """Who is who.

    `groups` has the tellings of each incident of the new state, its number and its name there; `mains` the tellings
    that are their reports' subject; `holders` the old incident of each telling of the new state.
    """
    ordered = sorted(groups, key=lambda group: groups[group][0])
    group_of = {telling: group for group in ordered for telling in group}
    founders = {n: one.founder for n, one in old.items() if one.founder is not None and one.founder in group_of}
    heirs = find_heirs(ordered, holders, founders)
    namer = _Namer(old)
    standing: dict[int, Naming] = {}
    number_of: dict[Tellings, int] = {}
    for group in ordered:
        number, name = groups[group]
        kept = heirs.groups[group]
        first = min(telling for telling in group if telling in mains)
        naming = namer.new(name, first) if kept is None else _kept(kept, old[kept], founders.get(kept, first))
        standing[number] = naming
        number_of[group] = naming.number
    taken = {naming.number for naming in standing.values()}
    leads = _leads(heirs.redirects, holders, group_of)
    ended = _Ended(old, leads, number_of, mains, founders)
    return Successors(standing, {n: ended.of(n) for n in sorted(old.keys() - taken)})


def _kept(number: int, one: OldIncident, founder: int) -> Naming:
    return Naming(number, one.id, one.name, one.turn, founder)


def _leads(
    redirects: Mapping[int, Tellings], holders: Mapping[int, int], group_of: Mapping[int, Tellings]
) -> Callable[[int], Tellings | None]:
    """Where an incident leads: to the telling that it was made for, else to any telling that it had."""
    had: dict[int, Tellings] = {}
    for telling in sorted(holders):
        if telling in group_of:
            had.setdefault(holders[telling], group_of[telling])
    return lambda number: redirects.get(number) or had.get(number)


class _Ended:
    """Where the incidents lead that stand no more."""

    def __init__(
        self,
        old: Mapping[int, OldIncident],
        leads: Callable[[int], Tellings | None],
        number_of: Mapping[Tellings, int],
        mains: Iterable[int],
        founders: Mapping[int, int],
    ) -> None:
        self._old, self._leads, self._number_of = old, leads, number_of
        self._mains, self._founders = frozenset(mains), founders
        self._group_of = {number: group for group, number in number_of.items()}

    def of(self, number: int) -> tuple[int | None, int]:
        group = self._group(number)
        if group is None:
            return None, -self._old[number].report  # no telling has such a number; a later rebuild looks there
        first = min(telling for telling in group if telling in self._mains)
        return self._number_of[group], self._founders.get(number, first)

    def _group(self, number: int) -> Tellings | None:
        """The group that an ended incident leads to; what led to it before leads on."""
        group = self._leads(number)
        target = self._old[number].redirect_to
        if group is None and target is not None:
            return self._group_of.get(target) or self._leads(target)
        return group


class _Namer:
    """Gives numbers and ids that nobody ever had."""

    def __init__(self, old: Mapping[int, OldIncident]) -> None:
        self._number = max(old, default=0)
        self._ids = {str(one.id) for one in old.values()}
        self._turns: dict[str, int] = {}
        for one in old.values():
            self._turns[one.name] = max(self._turns.get(one.name, 0), one.turn)

    def new(self, name: str, founder: int) -> Naming:
        self._number += 1
        turn = self._turns.get(name, 0) + 1
        while (id_ := numbered(name, turn)) in self._ids:
            turn += 1
        self._turns[name] = turn
        self._ids.add(id_)
        return Naming(self._number, IncidentId(id_), name, turn, founder)


def numbered(name: str, turn: int) -> str:
    """The id of the first, second, third … incident of a name."""
    return name if turn == 1 else f"{name}-{turn}"
