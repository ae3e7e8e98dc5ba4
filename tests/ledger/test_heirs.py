"""Which incident each group is after the groups have changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.ledger.heirs import Tellings, find_heirs


@pytest.mark.parametrize(
    ("groups", "holders", "founders", "expected", "redirects"),
    [
        pytest.param([(1,)], {}, {}, {(1,): None}, {}, id="a first telling makes an incident"),
        pytest.param([(1, 2)], {1: 7}, {7: 1}, {(1, 2): 7}, {}, id="an incident keeps its id as it grows"),
        pytest.param([(1, 2, 3)], {1: 7, 2: 8}, {7: 1, 8: 2}, {(1, 2, 3): 7}, {8: (1, 2, 3)}, id="the older id stays"),
        pytest.param(
            [(1,), (2, 3, 4)],
            {1: 7, 2: 7, 3: 7},
            {7: 1},
            {(1,): None, (2, 3, 4): 7},
            {},
            id="on a split the larger part keeps the id",
        ),
        pytest.param(
            [(1, 3), (2, 4)],
            {1: 7, 2: 7},
            {7: 1},
            {(1, 3): 7, (2, 4): None},
            {},
            id="of equal parts the older keeps it",
        ),
        pytest.param(
            [(1, 3), (2,)],
            {1: 7, 2: 7, 3: 7},
            {7: 1, 8: 2},
            {(1, 3): 7, (2,): 8},
            {},
            id="an id that led elsewhere comes back with its telling",
        ),
        pytest.param(
            [(1, 2, 4), (3, 5)],
            {1: 7, 2: 8, 4: 8, 3: 8, 5: 9},
            {7: 1, 8: 2, 9: 5},
            {(1, 2, 4): 7, (3, 5): 9},
            {8: (1, 2, 4)},
            id="who loses to an older one leads to where it was made",
        ),
    ],
)
def test_each_group_gets_its_incident(
    groups: list[Tellings],
    holders: dict[int, int],
    founders: dict[int, int],
    expected: dict[Tellings, int | None],
    redirects: dict[int, Tellings],
) -> None:
    """Ids are kept, joined and parted by the rules."""
    heirs = find_heirs(groups, holders, founders)
    assert heirs.groups == expected
    assert heirs.redirects == redirects


@given(
    before=st.lists(st.integers(0, 3), min_size=1, max_size=8),
    after=st.lists(st.integers(0, 3), min_size=8, max_size=8),
)
def test_no_id_is_lost_or_doubled(before: list[int], after: list[int]) -> None:
    """Whatever changes, every incident that stood is one group's, or leads to a group; no two groups share one."""
    holders = {telling: 100 + incident for telling, incident in enumerate(before)}
    founders = {i: min(t for t, held in holders.items() if held == i) for i in holders.values()}
    groups = sorted({tuple(t for t in holders if after[t] == after[telling]) for telling in holders})
    heirs = find_heirs(groups, holders, founders)
    kept = [incident for incident in heirs.groups.values() if incident is not None]
    assert len(kept) == len(set(kept))
    assert {*kept, *heirs.redirects} == set(founders)
    assert not {*kept} & {*heirs.redirects}
    assert all(group in groups for group in heirs.redirects.values())
