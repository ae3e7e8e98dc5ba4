"""Which incident each group of tellings is, after a new report has changed the groups. Pure.

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
    restored = set(restore)
    named: dict[Tellings, int | None] = dict.fromkeys(groups)
    for group in groups:
        if not restored.isdisjoint(group):
            named[group] = _made_for(group, founders, named.values())
    for incident in sorted(set(holders.values()) - set(named.values())):
        group = _most_of(incident, groups, holders)
        if named[group] is None:
            named[group] = incident
    for group in groups:
        if named[group] is None:
            named[group] = _made_for(group, founders, named.values())
    group_of = {telling: group for group in groups for telling in group}
    ended = sorted(founders.keys() - named.values())
    return Heirs(named, {incident: group_of[founders[incident]] for incident in ended})


def _most_of(incident: int, groups: Sequence[Tellings], holders: Mapping[int, int]) -> Tellings:
    """The group that has most of an incident's tellings; of equals, the one with the oldest of them."""

    def share(group: Tellings) -> tuple[int, int]:
        held = [telling for telling in group if holders.get(telling) == incident]
        return len(held), -min(held, default=0)

    return max(groups, key=share)


def _made_for(group: Tellings, founders: Mapping[int, int], taken: Collection[int | None]) -> int | None:
    return min((i for i, telling in founders.items() if telling in group and i not in taken), default=None)
