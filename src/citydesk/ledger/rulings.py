"""Which decisions hold, and what they hold together and apart. Pure.

In: decisions, and the numbers of the tellings that they are about. A later decision goes before an earlier one, so that
what a person joins today is not kept apart by what somebody said last year.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from citydesk.model import Decision, Ruling

LINKING = frozenset({Ruling.MERGE, Ruling.SPLIT, Ruling.LINK, Ruling.UNLINK})
"""Rulings about which tellings are of one incident."""
SCOPE = frozenset({Ruling.OUT_OF_SCOPE, Ruling.IN_SCOPE})
VALUES = frozenset({Ruling.ACCEPT, Ruling.CORRECT, Ruling.REJECT})

Link = tuple[int, int]


class Placed(NamedTuple):
    """A decision, and the numbers of its tellings now; those that no reading has any more are missing."""

    decision: Decision
    tellings: tuple[int, ...]
    rest: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bonds:
    """Tellings that people hold together and apart."""

    together: tuple[Link, ...]
    apart: tuple[Link, ...]


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody has undone, the oldest first. Who undoes an undoing lets the first one hold again."""
    undone: set[int | None] = set()
    kept: list[Decision] = []
    for decision in sorted(decisions, key=lambda one: one.id, reverse=True):
        if decision.id in undone:
            continue
        if decision.what is Ruling.UNDO:
            undone.add(decision.undoes)
        else:
            kept.append(decision)
    return tuple(reversed(kept))


def is_out_of_scope(decisions: Iterable[Decision]) -> bool:
    """Whether the last of these decisions about scope, the oldest first, puts an incident out of it."""
    about = [one.what for one in decisions if one.what in SCOPE]
    return bool(about) and about[-1] is Ruling.OUT_OF_SCOPE


def bonds_of(placed: Sequence[Placed]) -> Bonds:
    """What the decisions, the oldest first, hold together and apart; never both."""
    bonds = _Bonding()
    for one in reversed(placed):
        if one.decision.what is Ruling.MERGE:
            bonds.hold_all((*one.tellings, *one.rest))
        elif one.decision.what is Ruling.LINK:
            for telling in one.tellings:
                bonds.hold_to_any(telling, one.rest)
        elif one.decision.what in (Ruling.SPLIT, Ruling.UNLINK):
            if one.decision.what is Ruling.SPLIT:
                bonds.hold_all(one.tellings)
            bonds.bar(one.tellings, one.rest)
    return Bonds(tuple(bonds.together), tuple(bonds.apart))


class _Bonding:
    """What is held together and apart so far; what contradicts it is passed over."""

    def __init__(self) -> None:
        self.together: list[Link] = []
        self.apart: list[Link] = []
        self._home: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._barred: dict[int, set[int]] = {}

    def hold_all(self, tellings: Sequence[int]) -> None:
        for n, telling in enumerate(tellings):
            self.hold_to_any(telling, tellings[:n])

    def hold_to_any(self, telling: int, others: Sequence[int]) -> None:
        """Hold a telling together with the first of the others that nothing bars it from."""
        for other in others:
            if self._hold(telling, other):
                return

    def bar(self, tellings: Sequence[int], others: Sequence[int]) -> None:
        for a in tellings:
            for b in others:
                first, second = self._find(a), self._find(b)
                if first != second:
                    self._barred[first].add(second)
                    self._barred[second].add(first)
                    self.apart.append((a, b))

    def _find(self, telling: int) -> int:
        if telling not in self._home:
            self._home[telling] = telling
            self._members[telling] = [telling]
            self._barred[telling] = set()
        return self._home[telling]

    def _hold(self, a: int, b: int) -> bool:
        first, second = self._find(a), self._find(b)
        if first == second:
            return True
        if second in self._barred[first]:
            return False
        self.together.append((a, b))
        for member in self._members.pop(second):
            self._home[member] = first
            self._members[first].append(member)
        for other in self._barred.pop(second):
            self._barred[other].discard(second)
            self._barred[other].add(first)
            self._barred[first].add(other)
        return True
