"""Which links a person should look at, among tellings that hang together. Pure.

In: the groups, the probabilities of their pairs, and what people ruled. Out: `LinkDoubt`s: two groups that are perhaps
one, a telling that is perhaps of another group, a ruling that a later report speaks against.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from citydesk.ledger.doubts import Doubt, ReviewKind
from citydesk.ledger.heirs import Tellings
from citydesk.ledger.rulings import LINKING, Placed
from citydesk.link import TellingId
from citydesk.model import Ruling

LINK_WEIGHT = 4.0
"""What a wrong link costs, as `doubts.WEIGHTS` has it for values: it makes a whole record wrong."""
PERHAPS_ONE = 0.15
"""From this probability on, two groups are perhaps one; `link.JOIN` is where they are."""
SURELY_ONE = 0.6
"""From this probability on, a telling belongs to its group without doubt."""
_LIKE = 0.5
"""Probability from which a later report is like one that was ruled on."""
_CONTRADICTED = 4.0
MOST = 20
"""Doubts kept of tellings that hang together; where there are more, those that gain most."""

Scores = Mapping[tuple[int, int], float]


class Seen(NamedTuple):
    """A telling, as far as doubts go."""

    id: TellingId
    main: bool
    arrival: int


class LinkDoubt(NamedTuple):
    """A doubt about one group, or about two."""

    group: Tellings
    other: Tellings | None
    doubt: Doubt


def find_link_doubts(
    groups: Sequence[Tellings], scores: Scores, members: Mapping[int, Seen], ruled: Sequence[Placed]
) -> tuple[LinkDoubt, ...]:
    """What is doubtful among some groups. `ruled` are the decisions about links that hold, the oldest first."""
    linking = [one for one in ruled if one.decision.what in LINKING]
    found = [
        *_perhaps_one(groups, scores, members, linking),
        *(doubt for group in groups for doubt in _perhaps_others(group, scores, members, linking)),
        *_contradicted(groups, scores, members, linking),
    ]
    found.sort(key=lambda one: (-one.doubt.gain, one.doubt.key))
    return tuple(found[:MOST])


def _perhaps_one(
    groups: Sequence[Tellings], scores: Scores, members: Mapping[int, Seen], ruled: Sequence[Placed]
) -> Iterator[LinkDoubt]:
    group_of = {telling: group for group in groups for telling in group}
    crossing: dict[tuple[Tellings, Tellings], list[tuple[float, int, int]]] = {}
    for (a, b), probability in scores.items():
        if a in group_of and b in group_of and group_of[a] != group_of[b]:
            first, second = sorted((group_of[a], group_of[b]))
            ends = (a, b) if group_of[a] == first else (b, a)
            crossing.setdefault((first, second), []).append((probability, *ends))
    for (first, second), pairs in sorted(crossing.items()):
        best, a, b = max(pairs, key=lambda one: (one[0], -one[1], -one[2]))
        average = sum(one[0] for one in pairs) / (len(first) * len(second))
        perhaps = (best + average) / 2
        barred = any(one[0] == 0.0 for one in pairs) or _ruled_between(first, second, ruled)
        if perhaps >= PERHAPS_ONE and not barred:
            yield LinkDoubt(first, second, _doubt(ReviewKind.LINK, perhaps, perhaps, (a, b), members))


def _perhaps_others(
    group: Tellings, scores: Scores, members: Mapping[int, Seen], ruled: Sequence[Placed]
) -> Iterator[LinkDoubt]:
    """Tellings that are hardly like the rest of their group. Of two, only the later is asked about."""
    mains = [one for one in group if members[one].main]
    for one in mains if len(group) > 2 else mains[1:]:
        rest = tuple(other for other in group if other != one)
        alike = [scores.get((min(one, other), max(one, other)), 0.0) for other in rest]
        together = (max(alike) + sum(alike) / len(alike)) / 2
        fits = any(members[other].main for other in rest)
        if fits and together < SURELY_ONE and not _ruled_between((one,), rest, ruled):
            best = rest[alike.index(max(alike))]
            yield LinkDoubt(group, None, _doubt(ReviewKind.BELONGS, 1.0 - together, together, (one, best), members))


def _contradicted(
    groups: Sequence[Tellings], scores: Scores, members: Mapping[int, Seen], ruled: Sequence[Placed]
) -> Iterator[LinkDoubt]:
    group_of = {telling: group for group in groups for telling in group}
    for n, one in enumerate(ruled):
        ours, theirs = ([t for t in side if t in group_of] for side in (one.tellings, one.rest))
        if not ours or not theirs or _ruled_between(ours, theirs, ruled[n + 1 :]):
            continue
        later = sorted(t for t in members if members[t].arrival > one.decision.after and t in group_of)
        speaks = next((t for t in later if _speaks_against(t, one, ours, theirs, scores)), None)
        if speaks is not None:
            first, second = group_of[ours[0]], group_of[theirs[0]]
            doubt = Doubt(
                f"link-decision|{one.decision.id}",
                ReviewKind.CONTRADICTED,
                _CONTRADICTED,
                decision=one.decision.id,
                tellings=(members[speaks].id, members[ours[0]].id, members[theirs[0]].id),
            )
            yield LinkDoubt(first, second if second != first else None, doubt)


def _speaks_against(telling: int, one: Placed, ours: Sequence[int], theirs: Sequence[int], scores: Scores) -> bool:
    """A later report is like both of what was parted; or like one and never the other of what was joined."""
    alike = [[scores.get((min(telling, t), max(telling, t))) for t in side] for side in (ours, theirs)]
    like = [any(p is not None and p >= _LIKE for p in side) for side in alike]
    if one.decision.what in (Ruling.SPLIT, Ruling.UNLINK):
        return all(like)
    never = [any(p == 0.0 for p in side) for side in alike]
    return (like[0] and never[1]) or (like[1] and never[0])


def _ruled_between(first: Sequence[int], second: Sequence[int], ruled: Sequence[Placed]) -> bool:
    """Whether somebody ruled on both, so that they need not be asked about again."""
    named = ({*one.tellings, *one.rest} for one in ruled)
    return any(not one.isdisjoint(first) and not one.isdisjoint(second) for one in named)


def _doubt(
    kind: ReviewKind, wrong: float, together: float, ends: tuple[int, ...], members: Mapping[int, Seen]
) -> Doubt:
    told = tuple(members[end].id for end in ends)
    named = sorted(told) if kind is ReviewKind.LINK else told[:1]
    key = "|".join(f"{report}/{place}" for report, place in named)
    return Doubt(f"{kind.value}|{key}", kind, wrong * LINK_WEIGHT, tellings=told, probability=together)
