"""Groups of tellings that are of one incident.

In: the probabilities of pairs, and what a person decided. Out: groups, the same whatever the order of what goes in.

Groups grow by average linkage: the two groups whose pairs are most probable on average are joined, again and again,
while that average is at least `JOIN`; pairs that were never compared count as impossible. So a chain, in which each
telling is like the next and the ends have nothing in common, does not become one incident. Probabilities are added as
whole millionths, and ties go to the lesser ids, so that the result is exact.

What a person holds together counts as one telling, as like any other as the most alike of its tellings is. So a report
that a person adds to an incident, though it has little in common with the others, drives none of them out, and its
contradictions with them, perhaps misread, hold nothing apart; and what is like any part of a merged incident finds it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush

from citydesk.link.scores import EDGE
from citydesk.link.telling import TellingId

Pair = tuple[TellingId, TellingId]
"""The lesser id first."""
Group = tuple[TellingId, ...]
"""Sorted."""

JOIN = 0.25
"""Average probability from which two groups are one incident. The figures in `weights.json` are with this. On the same
halves, with weights of an earlier training, 0.2 took 0.004 to 0.019 of pair precision and gave up to 0.006 of recall,
and 0.3 gave 0.003 to 0.006 of precision and took 0.006 to 0.008 of recall.
"""
_WHOLE = 1_000_000


def components(
    ids: Iterable[TellingId], scores: Mapping[Pair, float], must: Collection[Pair] = ()
) -> tuple[Group, ...]:
    """What hangs together by pairs that count (probability of at least EDGE) and by `must`, sorted.

    Groups never run across components, so that each can be grouped alone: a new report changes only its own.
    """
    counted = (pair for pair, probability in scores.items() if probability >= EDGE)
    return _joined(ids, [*counted, *must])


def cluster(
    ids: Iterable[TellingId],
    scores: Mapping[Pair, float],
    must: Collection[Pair] = (),
    cannot: Collection[Pair] = (),
) -> tuple[Group, ...]:
    """The tellings in groups, one an incident, sorted; every id stands in exactly one.

    `scores` has the probability of each pair that counts, the lesser id first; 0.0 bars the two from one group, as
    being of one report does. Of a person's decisions, `must` holds two together whatever else is said, and `cannot`
    bars; pairs may have either id first. Where they contradict each other, `must` stands: which decision came last is
    for the caller to know. Pairs of other tellings than `ids` are passed over.
    """
    return _Groups(_joined(ids, must), scores, cannot).grown()


def _joined(ids: Iterable[TellingId], pairs: Collection[Pair]) -> tuple[Group, ...]:
    """The connected components of the pairs, sorted."""
    neighbours: dict[TellingId, list[TellingId]] = {telling: [] for telling in sorted(ids)}
    for a, b in pairs:
        if a in neighbours and b in neighbours:
            neighbours[a].append(b)
            neighbours[b].append(a)
    seen: set[TellingId] = set()
    found: list[Group] = []
    for start in neighbours:
        if start in seen:
            continue
        seen.add(start)
        reached = [start]
        for telling in reached:
            fresh = [other for other in neighbours[telling] if other not in seen]
            seen.update(fresh)
            reached.extend(dict.fromkeys(fresh))
        found.append(tuple(sorted(reached)))
    return tuple(found)


class _Groups:
    """Groups as they grow. Each is known by its least telling."""

    def __init__(self, start: Iterable[Group], scores: Mapping[Pair, float], cannot: Collection[Pair]) -> None:
        self.members = {group[0]: list(group) for group in start}
        self.sizes = dict.fromkeys(self.members, 1)
        """What is held together by a person is one."""
        self.reports = {group: {report for report, _ in told} for group, told in self.members.items()}
        self.links: dict[TellingId, dict[TellingId, int]] = {group: {} for group in self.members}
        """Between two groups, the sum of the probabilities of their pairs, in millionths."""
        self.barred: dict[TellingId, set[TellingId]] = {group: set() for group in self.members}
        home = {telling: group for group, told in self.members.items() for telling in told}
        between = _between(home, scores)
        for (a, b), millionths in between.items():
            if millionths:
                self.links[a][b] = self.links[b][a] = millionths
        decided = {(home[a], home[b]) for a, b in cannot if a in home and b in home and home[a] != home[b]}
        for a, b in (*decided, *(pair for pair, millionths in between.items() if not millionths)):
            self.barred[a].add(b)
            self.barred[b].add(a)
        self.queue = [entry for a, linked in self.links.items() for b in linked if a < b for entry in self._entry(a, b)]
        heapify(self.queue)

    def grown(self) -> tuple[Group, ...]:
        """The groups when no two are probable enough to be joined."""
        while self.queue:
            average, a, b = heappop(self.queue)
            if b in self.links.get(a, ()) and (average, a, b) in self._entry(a, b):
                self._join(a, b)
        return tuple(sorted(tuple(sorted(told)) for told in self.members.values()))

    def _average(self, a: TellingId, b: TellingId) -> float:
        return self.links[a][b] / (self.sizes[a] * self.sizes[b] * _WHOLE)

    def _entry(self, a: TellingId, b: TellingId) -> Iterator[tuple[float, TellingId, TellingId]]:
        """The queue's entry for two groups, if they may be joined at all."""
        average = self._average(a, b)
        if average >= JOIN and b not in self.barred[a] and self.reports[a].isdisjoint(self.reports[b]):
            yield -average, min(a, b), max(a, b)

    def _join(self, a: TellingId, b: TellingId) -> None:
        """Let group `b` be part of group `a`, whose least telling is the lesser."""
        self.members[a] += self.members.pop(b)
        self.sizes[a] += self.sizes.pop(b)
        self.reports[a] |= self.reports.pop(b)
        for other in self.barred.pop(b):
            self.barred[other].discard(b)
            self.barred[other].add(a)
            self.barred[a].add(other)
        del self.links[a][b]
        for other, millionths in self.links.pop(b).items():
            if other != a:
                del self.links[other][b]
                self.links[a][other] = self.links[other][a] = self.links[a].get(other, 0) + millionths
        for other in self.links[a]:
            for entry in self._entry(a, other):
                heappush(self.queue, entry)


def _between(home: Mapping[TellingId, TellingId], scores: Mapping[Pair, float]) -> dict[Pair, int]:
    """Between what a person holds together and what stands alone: the greatest probability, in millionths.

    0 where there is none that counts, and a contradiction.
    """
    between: dict[Pair, int] = {}
    for (a, b), probability in scores.items():
        if (probability >= EDGE or probability == 0.0) and a in home and b in home and home[a] != home[b]:
            pair = min(home[a], home[b]), max(home[a], home[b])
            between[pair] = max(between.get(pair, 0), round(probability * _WHOLE))
    return between
