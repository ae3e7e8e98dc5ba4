"""Groups of tellings that are of one incident."""

from collections.abc import Collection, Iterable, Mapping

from citydesk.link.telling import TellingId

Pair = tuple[TellingId, TellingId]
"""The lesser id first."""
Group = tuple[TellingId, ...]
"""Sorted."""


def components(
    ids: Iterable[TellingId], scores: Mapping[Pair, float], must: Collection[Pair] = ()
) -> tuple[Group, ...]:
    """What hangs together by pairs that count (probability of at least EDGE) and by `must`, sorted.

    Groups never run across components, so that each can be grouped alone: a new report changes only its own.
    """
    raise NotImplementedError


def cluster(
    ids: Iterable[TellingId],
    scores: Mapping[Pair, float],
    must: Collection[Pair] = (),
    cannot: Collection[Pair] = (),
) -> tuple[Group, ...]:
    """The tellings in groups, one an incident, sorted; every id stands in exactly one.

    `scores` has the probability of each pair that counts, the lesser id first; 0.0 bars the two from one
    group, as `cannot` does and as being of one report does. `must` holds two together whatever else is said.
    """
    raise NotImplementedError
