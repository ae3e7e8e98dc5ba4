"""A scale is a rising line between 0 and 1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.confidence.fact_kinds import ALL
from citydesk.read.confidence.scales import Scale, dump_scales, open_scales, parse_scales
from tests.read.confidence.made import scale_of_any_form

STEPS = Scale((0.4, 0.8), (0.3, 0.9))


@pytest.mark.parametrize(("raw", "share"), [(0.0, 0.3), (0.4, 0.3), (0.6, 0.6), (0.7, 0.75), (0.8, 0.9), (1.0, 0.9)])
def test_a_scale_is_straight_between_its_points_and_level_outside(raw: float, share: float) -> None:
    """Nothing is surer than the surest that was measured."""
    assert STEPS.of(raw) == share


@given(scale_of_any_form(), st.floats(0, 1), st.floats(0, 1))
def test_a_surer_reader_never_makes_a_less_likely_fact(scale: Scale, one: float, other: float) -> None:
    """Of two raw confidences, the greater has no smaller share, and both lie within 0 and 1, to two decimals."""
    low, high = scale.of(min(one, other)), scale.of(max(one, other))
    assert 0 <= low <= high <= 1
    assert (low, high) == (round(low, 2), round(high, 2))


@pytest.mark.parametrize(
    ("raw", "share", "floor"),
    [
        ((), (), 0.0),
        ((0.5,), (0.5, 0.6), 0.0),
        ((0.5, 0.5), (0.5, 0.6), 0.0),
        ((0.5, 0.6), (0.7, 0.6), 0.0),
        ((0.5,), (1.1,), 0.0),
        ((0.5,), (0.5,), 1.5),
    ],
    ids=["no points", "a share too many", "two points at one place", "falling", "above 1", "floor above 1"],
)
def test_what_is_no_rising_line_is_refused(raw: tuple[float, ...], share: tuple[float, ...], floor: float) -> None:
    """A table that was made wrongly is not read with."""
    with pytest.raises(ValueError, match=r"scale needs|within 0 and 1"):
        Scale(raw, share, floor)


@given(st.dictionaries(st.text(min_size=1, max_size=8), scale_of_any_form(), max_size=4))
def test_scales_come_back_as_they_were_written(scales: dict[str, Scale]) -> None:
    """Through the JSON that is shipped."""
    assert parse_scales(dump_scales(scales)) == scales


def test_the_shipped_scales_have_one_for_every_fact() -> None:
    """That of all kinds together, without a floor: of a kind that nobody measured nothing is left out."""
    assert open_scales()[ALL].floor == 0
