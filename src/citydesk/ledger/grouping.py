"""Which incidents a new report or a decision changes: its component grouped anew, and each group given its incident.

In: the numbers of the tellings that are new, or decided about. Out: the incidents that are no longer the same, and
those that ended. Groups never run across components, so nothing outside the touched one is looked at.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import BindParameter, bindparam, or_, select, update

from citydesk.ledger.heirs import Tellings, find_heirs
from citydesk.ledger.holding import Holdings
from citydesk.ledger.link_doubts import LinkDoubt, Seen, find_link_doubts
from citydesk.ledger.tables import incidents, pairs, reports, tellings
from citydesk.ledger.writer import Writer
from citydesk.link import EDGE, TellingId, cluster
from citydesk.model import Decision, ReportId

_SOUGHT: BindParameter[int] = bindparam("sought", expanding=True)
_PAIRS = select(pairs).where(or_(pairs.c.first.in_(_SOUGHT), pairs.c.second.in_(_SOUGHT)))
_MEMBERS = (
    select(tellings.c.number, tellings.c.place, tellings.c.main, tellings.c.incident, reports.c.id, reports.c.arrival)
    .join(reports, reports.c.arrival == tellings.c.report)
    .where(tellings.c.number.in_(_SOUGHT))
)
_FOUNDERS = select(incidents.c.number, incidents.c.founder).where(incidents.c.founder.in_(_SOUGHT))
_RELEASE = update(tellings).where(tellings.c.number.in_(_SOUGHT)).values(incident=None)


class Member(NamedTuple):
    """A telling of a component."""

    id: TellingId
    main: bool
    incident: int | None
    arrival: int
    """Of its report."""


class Change(NamedTuple):
    """A group whose tellings are not what they were."""

    tellings: Tellings
    founder: int
    """The oldest telling that is its report's main part."""
    incident: int | None
    """None for a new one."""


class Regrouped(NamedTuple):
    """What a new report changes among the incidents."""

    changes: tuple[Change, ...]
    unchanged: dict[Tellings, int]
    """Groups of the same component that are what they were, and their incidents."""
    redirects: dict[int, Tellings]
    """Incidents without a group, those that had none before included, and the group that each leads to."""
    decisions: dict[Tellings, tuple[Decision, ...]]
    """What people decided about the values and the scope of each group, the oldest first."""
    doubts: tuple[LinkDoubt, ...]
    """Links of the component that a person should look at."""


def regroup(writer: Writer, touched: Sequence[int], *, restore: bool = False) -> Regrouped:
    """Group the component of some tellings anew, and let go of the tellings that are in no incident any more.

    `restore`, for a decision that is undone, gives back to each group the incident that was made for it.
    """
    holdings = writer.holdings()
    component = _component(writer, holdings, touched)
    members = _members(writer, sorted(component.tellings))
    groups = _groups(holdings, component, members)
    standing = sorted(group for group in groups if any(members[n].main for n in group))
    holders = {number: m.incident for number, m in members.items() if m.incident is not None}
    rows = writer.connection.execute(_FOUNDERS, {"sought": list(members)}).all()
    heirs = find_heirs(standing, holders, {row.number: row.founder for row in rows}, touched if restore else ())
    _release(writer, holders.keys() - {number for group in standing for number in group})
    before, anew = _before(holders), set(touched)
    unchanged = {
        group: i
        for group, i in heirs.groups.items()
        if i is not None and before.get(i) == group and anew.isdisjoint(group) and not holdings.valued(group)
    }
    changes = tuple(
        Change(group, min(n for n in group if members[n].main), incident)
        for group, incident in heirs.groups.items()
        if group not in unchanged
    )
    seen = {number: Seen(m.id, m.main, m.arrival) for number, m in members.items()}
    doubts = find_link_doubts(standing, component.scores, seen, holdings.ruled(members))
    return Regrouped(changes, unchanged, heirs.redirects, holdings.about(standing), doubts)


class _Component(NamedTuple):
    """Tellings that hang together by pairs that count and by decisions, and the pairs among them."""

    tellings: set[int]
    scores: dict[tuple[int, int], float]


def _component(writer: Writer, holdings: Holdings, touched: Sequence[int]) -> _Component:
    found: dict[tuple[int, int], float] = {}
    reached, edge = set(touched), set(touched)
    while edge:
        rows = writer.connection.execute(_PAIRS, {"sought": sorted(edge)}).all()
        found.update({(row.first, row.second): row.probability for row in rows})
        near = {n for row in rows if row.probability >= EDGE for n in (row.first, row.second)}
        edge = near.union(*(holdings.tied(n) for n in edge)) - reached
        reached |= edge
    return _Component(reached, {pair: found[pair] for pair in sorted(found) if reached.issuperset(pair)})


def _groups(holdings: Holdings, component: _Component, members: Mapping[int, Member]) -> list[Tellings]:
    number_of = {member.id: number for number, member in members.items()}
    scores = _by_id(component.scores, members)
    must = [(members[a].id, members[b].id) for a, b in holdings.together(members)]
    cannot = [(members[a].id, members[b].id) for a, b in holdings.apart(members)]
    return [tuple(sorted(number_of[id_] for id_ in group)) for group in cluster(number_of, scores, must, cannot)]


def _members(writer: Writer, numbers: Sequence[int]) -> dict[int, Member]:
    rows = writer.connection.execute(_MEMBERS, {"sought": numbers}).all()
    return {row.number: Member((ReportId(row.id), row.place), row.main, row.incident, row.arrival) for row in rows}


def _by_id(
    scores: Mapping[tuple[int, int], float], members: Mapping[int, Member]
) -> dict[tuple[TellingId, TellingId], float]:
    """Scores by id, the lesser first: numbers follow the order of arrival, on which no group may depend."""
    by_id: dict[tuple[TellingId, TellingId], float] = {}
    for (first, second), probability in scores.items():
        a, b = sorted((members[first].id, members[second].id))
        by_id[a, b] = probability
    return dict(sorted(by_id.items()))


def _before(holders: Mapping[int, int]) -> dict[int, Tellings]:
    before: dict[int, list[int]] = {}
    for number in sorted(holders):
        before.setdefault(holders[number], []).append(number)
    return {incident: tuple(held) for incident, held in before.items()}


def _release(writer: Writer, numbers: set[int]) -> None:
    if numbers:
        writer.connection.execute(_RELEASE, {"sought": sorted(numbers)})
