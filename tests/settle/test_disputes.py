"""How much a contradiction matters."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests.link.made import make_participant
from tests.settle.test_record import tellings
from tests.settle.told import settle_all, standing_of, tell


def _matter(name: str, *values: Any, days: tuple[str, ...] = ("2021-03-06",) * 9) -> float:
    """How much it matters that reports say the values of a property, one each."""
    told = (tell(f"r{n}", day, **{name: value}) for n, (value, day) in enumerate(zip(values, days, strict=False)))
    return standing_of(settle_all(*told), name).matter


def test_what_nobody_contradicts_matters_nothing() -> None:
    """A month agrees with a day in it."""
    assert _matter("date", "2021-03-05", "2021-03") == 0


def test_deaths_matter_more_than_hours() -> None:
    """One report against another, as far apart as can be."""
    assert _matter("killed", 0, 1) == 1.0
    assert _matter("time", "09:00", "21:00") == 0.3


@pytest.mark.parametrize(
    ("name", "near", "far"),
    [
        ("date", ("2021-03-05", "2021-03-04"), ("2021-03-05", "2021-02-05")),
        ("injured", (9, 8), (9, 1)),
        ("time", ("21:00", "21:30"), ("21:00", "03:00")),
    ],
)
def test_values_far_apart_matter_more(name: str, near: tuple[Any, ...], far: tuple[Any, ...]) -> None:
    """A day is little, a month is much."""
    assert 0 < _matter(name, *near) < _matter(name, *far)


def test_one_voice_against_many_matters_less() -> None:
    """The more evenly reports are divided, the more there is to look at."""
    assert 0 < _matter("killed", 1, 1, 1, 1, 0) < _matter("killed", 1, 0)


def test_what_has_changed_since_is_no_dispute() -> None:
    """He was wounded on the 6th and dead on the 8th; a report of the 9th that has him wounded contradicts that."""
    told = [
        tell(f"r{n}", day, make_participant(name="Odell Marsh", outcome=outcome))
        for n, (day, outcome) in enumerate(
            [("2021-03-06", "injured"), ("2021-03-08", "killed"), ("2021-03-09", "injured")]
        )
    ]
    changed, disputed = (standing_of(settle_all(*told[:n]), "outcome", 1) for n in (2, 3))
    assert (changed.value, changed.disputed, len(changed.against)) == ("killed", False, 1)
    assert (disputed.value, disputed.disputed) == ("killed", True)


def test_a_count_that_rose_is_no_dispute() -> None:
    """One that fell is."""
    days = ("2021-03-06", "2021-03-08")
    assert _matter("killed", 1, 2, days=days) == 0
    assert _matter("injured", 1, 3, days=days) == 0
    assert _matter("injured", 3, 1, days=days) > 0


@settings(max_examples=40)
@given(tellings())
def test_it_is_a_share_and_only_of_what_is_contradicted(told: list[Any]) -> None:
    """From 0 to 1, and 0 where nothing speaks against a value."""
    record = settle_all(*told).record
    for standing in (*record.values, *(value for person in record.people for value in person.values)):
        assert 0 <= standing.matter <= 1
        assert standing.against or standing.matter == 0
