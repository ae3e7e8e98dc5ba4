"""How scales are fitted and measured."""

import random

import pytest
from training.reader.fitted import (
    NAME_CASES,
    STEP_CASES,
    Point,
    bins_of,
    calibration_error,
    find_floor,
    fit_scales,
    share_of,
)
from training.reader.judged import Case, Wanted
from training.reader.reliability import BEGIN, END, replace_generated

from citydesk.read.confidence.fact_kinds import ALL

SEED = 20201


def cases(number: int, kind: str = "people.name", seed: int = SEED) -> list[Case]:
    """Facts of which the reader says more than is so: of those with 0.8, 0.64 are right."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    made = []
    for n in range(number):
        raw = chance.random()
        made.append(Case(f"r{n}", kind, (kind, ALL), raw, chance.random() < raw * raw))
    return made


def test_a_fitted_scale_says_what_is_so() -> None:
    """On facts that it was not fitted on."""
    scales = fit_scales(cases(4000))
    assert abs(scales["people.name"].of(0.8) - 0.64) < 0.05
    others = [Point(share_of(case, scales), case.right) for case in cases(4000, seed=SEED + 1)]
    assert calibration_error(others) < 0.03


def test_a_kind_with_few_facts_takes_the_scale_of_all() -> None:
    """Under the least number that a scale is fitted to."""
    few = cases(NAME_CASES - 1, "time")
    scales = fit_scales([*few, *cases(500)])
    assert sorted(scales) == [ALL, "people.name"]
    assert share_of(few[0], scales) == scales[ALL].of(few[0].raw)


def test_a_step_rests_on_enough_facts() -> None:
    """So a scale has no more points than that leaves room for, and says neither 0 nor 1."""
    scale = fit_scales(cases(STEP_CASES * 3))["people.name"]
    assert len(scale.raw) <= 3
    assert 0 < scale.share[0] <= scale.share[-1] < 1


def test_the_same_cases_give_the_same_scales() -> None:
    """In any order of reports."""
    some = cases(600)
    assert fit_scales(some) == fit_scales(sorted(some, key=lambda case: case.report))


def test_the_calibration_error_is_weighted_by_count() -> None:
    """Three in four right where 0.8 was said, and one wrong where 0.2 was."""
    points = [Point(0.8, True)] * 3 + [Point(0.8, False), Point(0.2, False)]
    assert calibration_error(points) == pytest.approx((4 * 0.05 + 1 * 0.2) / 5)
    assert [n for n, one in enumerate(bins_of(points)) if one is not None] == [2, 8]
    assert calibration_error([]) == 0


@pytest.mark.parametrize(("bad", "floor"), [(0.1, True), (0.7, False)], ids=["nearly all wrong", "mostly right"])
def test_facts_are_left_out_only_where_that_is_better(bad: float, floor: bool) -> None:
    """A hundred sure ones that are right, and a hundred unsure ones."""
    points = [(n % 5, Point(0.9, True)) for n in range(100)]
    points += [(n % 5, Point(bad, n % 10 < bad * 10)) for n in range(100)]
    wanted = [(n % 5, Wanted(f"r{n}", "time", 1)) for n in range(120)]
    assert (find_floor(points, wanted) > 0) is floor


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    """The rest of the page is a person's; a page without markers is refused."""
    page = f"# Title\n{BEGIN}\nold\n{END}\nmore\n"
    assert replace_generated(page, "new") == f"# Title\n{BEGIN}\n\nnew\n{END}\nmore\n"
    with pytest.raises(ValueError, match="no '<!--"):
        replace_generated("# Title\n", "new")
