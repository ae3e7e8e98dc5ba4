"""Which incident each group of tellings is, after the groups have changed. Pure.

Groups come from linking and know nothing of ids. The rules: an incident goes where most of its tellings go; where
several come to one group, the oldest stays; a group to which none comes takes back the oldest incident that was first
made for a telling of its own and has no group, else it is a new one. So the older id stays on a merge, and the larger
part keeps it on a split. An incident that ends without a group leads to the one that has the telling it was made for.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Tellings = tuple[int, ...]
"""Numbers of the tellings of a group, sorted."""


@dataclass(frozen=True, slots=True)
class Heirs:
    """What becomes of the incidents of a component."""

    groups: dict[Tellings, int | None]
    """The incident that each group is now; None for a new one."""
    redirects: dict[int, Tellings]
    """Incidents without a group, and the group that each leads to."""


def find_heirs(
    groups: Sequence[Tellings], holders: Mapping[int, int], founders: Mapping[int, int], restore: Collection[int] = ()
) -> Heirs:
    """Which incident each group is.

    `holders` has the incident of each telling that had one; `founders` the telling that each incident was first made
    for, of all incidents ever made for one of these tellings. A lesser number is older. A group with a telling of
    `restore` is the oldest incident that was made for one of its tellings, before anything else is asked: what a
    decision joined or tore apart, and does no longer, is then again what it was.
    """
    group_of = {telling: group for group in groups for telling in group}
    made_for = _made_for(founders, group_of)
    named: dict[Tellings, int | None] = dict.fromkeys(groups)
    taken: set[int] = set()
    for group in dict.fromkeys(group_of[telling] for telling in sorted(restore) if telling in group_of):
        _take_back(group, made_for, named, taken)
    for incident, group in _most_of(holders, group_of).items():
        if incident not in taken and named[group] is None:
            named[group] = incident
            taken.add(incident)
    for group in groups:
        if named[group] is None:
            _take_back(group, made_for, named, taken)
    ended = sorted(founders.keys() - taken)
    return Heirs(named, {incident: group_of[founders[incident]] for incident in ended})


def _take_back(
    group: Tellings,
    made_for: Mapping[Tellings, Sequence[int]],
    named: dict[Tellings, int | None],
    taken: set[int],
) -> None:
    """Let a group be the oldest incident without a group that was first made for a telling of it."""
    incident = next((one for one in made_for.get(group, ()) if one not in taken), None)
    named[group] = incident
    if incident is not None:
        taken.add(incident)


def _most_of(holders: Mapping[int, int], group_of: Mapping[int, Tellings]) -> dict[int, Tellings]:
    """The group that has most of each incident's tellings; of equals, the one with the oldest. In their order."""
    held: dict[int, dict[Tellings, list[int]]] = {}
    for telling in sorted(holders):
        if telling in group_of:
            held.setdefault(holders[telling], {}).setdefault(group_of[telling], []).append(telling)
    return {
        incident: max(shares, key=lambda group: (len(shares[group]), -shares[group][0]))
        for incident, shares in sorted(held.items())
    }


def _made_for(founders: Mapping[int, int], group_of: Mapping[int, Tellings]) -> dict[Tellings, list[int]]:
    made: dict[Tellings, list[int]] = {}
    for incident in sorted(founders):
        if founders[incident] in group_of:
            made.setdefault(group_of[founders[incident]], []).append(incident)
    return made
