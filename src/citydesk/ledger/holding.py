"""The decisions that hold, as linking and settling want them: by the numbers of the tellings that they are about.

In: the decisions of a ledger. Out: what must be one incident, what cannot be, and which decisions about values go with
which group. Tellings may have been made anew since a decision was made, so each is found by what it was when it was
seen: its report, then names, day, city and place in the reading.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from citydesk.ledger.heirs import Tellings
from citydesk.ledger.rows import decision_of
from citydesk.ledger.rulings import LINKING, Placed, bonds_of, in_force
from citydesk.ledger.tables import decisions, reports, tellings
from citydesk.link import Telling
from citydesk.model import Decision, ReportId, SeenTelling

_CHUNK = 5_000
_LAST = select(func.max(decisions.c.id))
_LATER = select(decisions).where(decisions.c.id > bindparam("known")).order_by(decisions.c.id)
_TOLD = (
    select(reports.c.id, tellings.c.number, tellings.c.place, tellings.c.main, tellings.c.telling)
    .join(tellings, tellings.c.report == reports.c.arrival)
    .where(reports.c.id.in_(bindparam("sought", expanding=True)))
    .order_by(tellings.c.number)
)


class Holdings:
    """What decisions that hold say of tellings."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self._linking = tuple(one for one in placed if one.decision.what in LINKING)
        bonds = bonds_of(self._linking)
        self._values = tuple(one for one in placed if one.decision.what not in LINKING)
        self._together = _neighbours(bonds.together)
        self._apart = _neighbours(bonds.apart)
        self._valued: dict[int, list[int]] = defaultdict(list)
        for n, one in enumerate(self._values):
            for telling in one.tellings:
                self._valued[telling].append(n)

    def tied(self, telling: int) -> set[int]:
        """Tellings that have to be looked at together with this one."""
        found = set(self._together.get(telling, ()))
        for n in self._valued.get(telling, ()):
            found.update(self._values[n].tellings)
        return found

    def valued(self, group: Tellings) -> bool:
        """Whether some decision about a value, or about scope, touches a group."""
        return bool(self._valued) and any(telling in self._valued for telling in group)

    def together(self, among: Iterable[int]) -> list[tuple[int, int]]:
        """Pairs that are one incident."""
        return _pairs(self._together, among)

    def apart(self, among: Iterable[int]) -> list[tuple[int, int]]:
        """Pairs that are not one incident."""
        return _pairs(self._apart, among)

    def ruled(self, among: Collection[int]) -> list[Placed]:
        """The decisions about links that name any of some tellings, the oldest first."""
        return [one for one in self._linking if any(t in among for t in (*one.tellings, *one.rest))]

    def about(self, groups: Sequence[Tellings]) -> dict[Tellings, tuple[Decision, ...]]:
        """The decisions about values and scope that go with each group, the oldest first.

        One goes where most of its tellings are; of groups that have as many, with the telling that it names first.
        """
        group_of = {telling: group for group in groups for telling in group}
        touched = sorted({n for telling in group_of for n in self._valued.get(telling, ())})
        gone: dict[Tellings, list[Decision]] = defaultdict(list)
        for n in touched:
            counted = Counter(group_of[t] for t in self._values[n].tellings if t in group_of)
            gone[counted.most_common(1)[0][0]].append(self._values[n].decision)
        return {group: tuple(found) for group, found in gone.items()}


class Holder:
    """Remembers a ledger's decisions; asks the ledger only for those that came since."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Know nothing: what was remembered may be gone."""
        self._known = 0
        self._placed: list[Placed] = []
        self._holdings = Holdings(())

    def holdings(self, connection: Connection) -> Holdings:
        """What the decisions that hold now say."""
        last = connection.execute(_LAST).scalar() or 0
        if last != self._known:
            new = [decision_of(row) for row in connection.execute(_LATER, {"known": self._known})]
            self._placed += place_decisions(connection, new)
            self._known = last
            holding = {one.id for one in in_force(one.decision for one in self._placed)}
            self._holdings = Holdings([one for one in self._placed if one.decision.id in holding])
        return self._holdings


def place_decisions(connection: Connection, made: Sequence[Decision]) -> list[Placed]:
    """Decisions with the numbers of their tellings as the ledger has them."""
    sought = {seen.report for one in made for seen in (*one.tellings, *one.rest)}
    told = _candidates(connection, sorted(sought))
    return [Placed(one, _numbers(one.tellings, told), _numbers(one.rest, told)) for one in made]


def seen_telling(report: ReportId, place: int, telling: Telling) -> SeenTelling:
    """A telling as a decision holds on to it."""
    return SeenTelling(
        report=report,
        telling=place,
        main=telling.main,
        date=None if telling.first_day is None else date.fromordinal(telling.first_day).isoformat(),
        city=telling.city,
        names=tuple(sorted({person.name for person in telling.people if person.name is not None})),
    )


Candidate = tuple[int, SeenTelling]
"""A telling that may be the one seen, with its number."""


def _candidates(connection: Connection, ids: Sequence[ReportId]) -> Mapping[ReportId, list[Candidate]]:
    told: dict[ReportId, list[Candidate]] = defaultdict(list)
    for start in range(0, len(ids), _CHUNK):
        for row in connection.execute(_TOLD, {"sought": ids[start : start + _CHUNK]}):
            id_ = ReportId(row.id)
            told[id_].append((row.number, seen_telling(id_, row.place, Telling.from_json(row.telling))))
    return told


def _numbers(seen: Sequence[SeenTelling], told: Mapping[ReportId, Sequence[Candidate]]) -> tuple[int, ...]:
    found = (most_alike(one, told.get(one.report, ())) for one in seen)
    return tuple(dict.fromkeys(number for number in found if number is not None))


def most_alike(seen: SeenTelling, candidates: Sequence[Candidate]) -> int | None:
    """The number of the telling of the report that is most like the one seen; None where it tells of nothing."""

    def likeness(one: Candidate) -> tuple[int, int, int, int, int, int]:
        number, other = one
        return (
            len(set(seen.names) & set(other.names)),
            seen.date is not None and seen.date == other.date,
            seen.city is not None and seen.city == other.city,
            seen.main == other.main,
            seen.telling == other.telling,
            -number,
        )

    return max(candidates, key=likeness)[0] if candidates else None


def _neighbours(links: Sequence[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for a, b in links:
        found[a].add(b)
        found[b].add(a)
    return dict(found)


def _pairs(neighbours: Mapping[int, set[int]], among: Iterable[int]) -> list[tuple[int, int]]:
    if not neighbours:
        return []
    inside = set(among)
    return sorted((a, b) for a in inside & neighbours.keys() for b in neighbours[a] if a < b and b in inside)
