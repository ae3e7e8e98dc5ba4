"""Groups of tellings."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from citydesk.link import EDGE, Group, Pair, TellingId, cluster, components
from citydesk.link.clusters import JOIN
from citydesk.model import ReportId


def _ids(count: int) -> list[TellingId]:
    return [(ReportId(f"r{n}"), 0) for n in range(count)]


A, B, C, D, E = _ids(5)

_pool = [(ReportId(f"r{n // 2}"), n % 2) for n in range(14)]
_pairs = st.sampled_from(list(combinations(_pool, 2)))
_scores = st.dictionaries(_pairs, st.sampled_from([0.0, 0.05, 0.1, 0.3, 0.4, 0.5, 0.7, 0.9, 0.95]), max_size=40)
_decided = st.lists(_pairs, max_size=3)


def test_probable_pairs_make_groups() -> None:
    """Tellings that are probably one stand together, the rest alone, all sorted."""
    assert cluster([C, B, A, D], {(A, C): 0.9, (B, D): 0.2}) == ((A, C), (B,), (D,))


def test_a_chain_is_not_one_incident() -> None:
    """A is like B, B like C, C like D: the ends were never alike, so the chain breaks in its middle."""
    assert cluster([A, B, C, D], {(A, B): 0.9, (B, C): 0.6, (C, D): 0.9}) == ((A, B), (C, D))


def test_two_tellings_of_one_report_stay_apart() -> None:
    """A report that tells of two incidents keeps them apart, though both are like a third."""
    first, second = (ReportId("r1"), 0), (ReportId("r1"), 1)
    assert cluster([first, second, A], {(A, first): 0.9, (A, second): 0.8}) == ((A, first), (second,))


def test_what_a_person_decided_holds() -> None:
    """`must` joins what nothing else does, `cannot` parts what is alike, and a contradiction bars."""
    scores = {(A, B): 0.99, (B, C): 0.99, (A, C): 0.99}
    assert cluster([A, B, C], scores, cannot=[(A, B)]) == ((A, C), (B,))
    assert cluster([A, B, C, D], scores, must=[(C, D)], cannot=[(D, A), (B, D)]) == ((A, B), (C, D))
    assert cluster([A, B], {(A, B): 0.0}, must=[(A, B)]) == ((A, B),)
    assert cluster([A, B, C], {**scores, (A, C): 0.0}) == ((A, B), (C,))


def test_what_a_person_adds_drives_nothing_out() -> None:
    """B has nothing in common with C, or even contradicts it: A, to which a person linked it, still holds C."""
    assert cluster([A, B, C], {(A, C): 0.5}, must=[(A, B)]) == ((A, B, C),)
    assert cluster([A, B, C], {(A, C): 0.5, (B, C): 0.0}, must=[(B, A)]) == ((A, B, C),)
    assert cluster([A, B, C], {(A, C): 0.5}, must=[(A, B)], cannot=[(C, B)]) == ((A, B), (C,))


def test_a_merged_incident_is_found_by_either_half() -> None:
    """A and B are merged with C and D, which are nothing like them; E is like C and D alone, and belongs to all."""
    scores = {(A, B): 0.9, (C, D): 0.9, (C, E): 0.6, (D, E): 0.4}
    merged = [(A, B), (B, C), (C, D)]
    assert cluster([A, B, C, D, E], scores, must=merged) == ((A, B, C, D, E),)
    assert components([A, B, C, D, E], {}, must=merged) == ((A, B, C, D), (E,))


def test_of_two_decisions_that_contradict_the_holding_one_stands() -> None:
    """The caller leaves out the one that was undone; given both, nothing fails."""
    assert cluster([A, B], {}, must=[(A, B)], cannot=[(A, B)]) == ((A, B),)


def test_one_report_may_be_held_to_tell_of_one_incident_twice() -> None:
    """A person says that its two tellings are of one incident."""
    first, second = (ReportId("r1"), 0), (ReportId("r1"), 1)
    assert cluster([first, second, A], {(A, first): 0.9}, must=[(first, second)]) == ((A, first, second),)


def test_nothing_makes_no_groups() -> None:
    """No tellings, no groups; scores of others are passed over."""
    assert cluster([], {(A, B): 0.9}) == ()
    assert components([], {(A, B): 0.9}) == ()


@given(_scores, _decided, _decided, st.randoms(use_true_random=False))
def test_order_does_not_matter(
    scores: dict[Pair, float], must: list[Pair], cannot: list[Pair], shuffle: st.DataObject
) -> None:
    """Any order of ids, scores and decisions gives the same groups."""
    mixed_ids, mixed_scores = list(_pool), list(scores.items())
    for mixed in (mixed_ids, mixed_scores):
        shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    again = cluster(mixed_ids, dict(mixed_scores), must[::-1], cannot[::-1])
    assert again == cluster(_pool, scores, must, cannot)


@given(_scores, _decided, _decided)
def test_components_can_be_grouped_alone(scores: dict[Pair, float], must: list[Pair], cannot: list[Pair]) -> None:
    """Grouping each component by itself gives what grouping everything at once does."""
    alone = [cluster(part, scores, must, cannot) for part in components(_pool, scores, must)]
    assert tuple(sorted(group for groups in alone for group in groups)) == cluster(_pool, scores, must, cannot)


@given(_scores, _decided, _decided, st.permutations(_pool), st.integers(1, 5))
def test_one_at_a_time_equals_all_at_once(
    scores: dict[Pair, float], must: list[Pair], cannot: list[Pair], arrival: list[TellingId], batch: int
) -> None:
    """Regrouping only what each batch touches ends where grouping everything at once does, decisions included."""
    groups: tuple[Group, ...] = ()
    known: list[TellingId] = []
    for start in range(0, len(arrival), batch):
        new = arrival[start : start + batch]
        known += new
        touched = {id_ for part in components(known, scores, must) if not set(new).isdisjoint(part) for id_ in part}
        kept = tuple(group for group in groups if touched.isdisjoint(group))
        groups = tuple(sorted((*kept, *cluster(touched, scores, must, cannot))))
    assert groups == cluster(_pool, scores, must, cannot)


@given(_scores, _decided)
def test_groups_hold_what_they_promise(scores: dict[Pair, float], cannot: list[Pair]) -> None:
    """Every id stands in one group; barred pairs and tellings of one report never share one; averages reach JOIN."""
    groups = cluster(_pool, scores, cannot=cannot)
    assert sorted(id_ for group in groups for id_ in group) == sorted(_pool)
    barred = {*cannot, *(pair for pair, probability in scores.items() if probability == 0.0)}
    for group in groups:
        inside = list(combinations(group, 2))
        assert not barred & set(inside)
        assert len({report for report, _ in group}) == len(group)
        counted = [scores.get(pair, 0.0) if scores.get(pair, 0.0) >= EDGE else 0.0 for pair in inside]
        assert not inside or max(counted) >= JOIN


@given(_scores, _decided, _decided)
def test_decisions_hold(scores: dict[Pair, float], must: list[Pair], cannot: list[Pair]) -> None:
    """What must stands together; what cannot stands apart, unless what must holds it."""
    groups = cluster(_pool, scores, must, cannot)
    home = {id_: group for group in groups for id_ in group}
    assert all(home[a] == home[b] for a, b in must)
    held = {id_: group for group in components(_pool, {}, must) for id_ in group}
    assert all(home[a] != home[b] for a, b in cannot if held[a] != held[b])


@given(_scores)
def test_the_answer_is_that_of_slow_obvious_code(scores: dict[Pair, float]) -> None:
    """The queue of joins gives what looking at all groups again after each join gives."""
    assert cluster(_pool, scores) == _slowly(scores)


def _slowly(scores: dict[Pair, float]) -> tuple[Group, ...]:
    groups: list[Group] = sorted((id_,) for id_ in _pool)
    while joins := [
        (-average, a, b) for a, b in combinations(groups, 2) if (average := _average(a, b, scores)) >= JOIN
    ]:
        _, a, b = min(joins)
        groups = sorted([group for group in groups if group not in (a, b)] + [tuple(sorted((*a, *b)))])
    return tuple(groups)


def _average(a: Group, b: Group, scores: dict[Pair, float]) -> float:
    pairs = [(min(x, y), max(x, y)) for x in a for y in b]
    if any(scores.get(pair) == 0.0 or pair[0][0] == pair[1][0] for pair in pairs):
        return 0.0
    total = sum(round(p * 1_000_000) for pair in pairs if (p := scores.get(pair, 0.0)) >= EDGE)
    return total / (len(pairs) * 1_000_000)
