"""Each kind of fact has its names, and the model's needs are known."""

import pytest

from citydesk.model import Kind, Role
from citydesk.read.confidence.fact_kinds import ALL, NEEDED, kind_of_fact, names_of
from tests.read.confidence.made import fact_paths


@pytest.mark.parametrize(
    ("path", "value", "names"),
    [
        ("kind", Kind.FOLLOW_UP, ("kind.follow_up", "kind", ALL)),
        ("people.role", Role.SUSPECT, ("people.role.suspect", "people.role", ALL)),
        ("domestic", True, ("domestic.yes", ALL)),
        ("domestic", False, ("domestic.no", ALL)),
        ("killed", 0, ("killed.none", "killed", ALL)),
        ("killed", 3, ("killed.some", "killed", ALL)),
        ("people.age", 0, ("people.age", ALL)),
        ("place.city", "Alton", ("place.city", ALL)),
    ],
)
def test_names_go_from_fine_to_coarse(path: str, value: object, names: tuple[str, ...]) -> None:
    """The finest first, that of all kinds last."""
    assert names_of(path, value, main=True) == names


def test_a_background_fact_has_names_of_its_own_before_those_of_a_main_one() -> None:
    """So that it takes the main incident's scale where there is none for background incidents."""
    names = names_of("killed", 0, main=False)
    assert names == ("background.killed.none", "background.killed", "killed.none", "killed", ALL)


def test_the_kind_is_among_the_names() -> None:
    """What is judged as one kind is looked up under it."""
    assert kind_of_fact("domestic", False) in names_of("domestic", False, main=True)


def test_what_the_model_needs_is_never_left_out() -> None:
    """Every member of a reading that must be there, and that is a fact."""
    paths = fact_paths()
    assert {path for path, can_go in paths if not can_go} <= NEEDED
    assert {path for path, _ in paths} >= NEEDED
