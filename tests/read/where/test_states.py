"""States in the forms that news uses."""

import pytest

from citydesk.read.where.states import BEHIND_CITY, STATES, is_state_name, state_code


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.code)
def test_reads_a_state_in_every_form(state: tuple[str, str, tuple[str, ...]]) -> None:
    """Full name, postal code and each abbreviation give the two letters, and stand behind a city as such."""
    code, name, short = state
    for form in (name, name.upper(), code, *short):
        assert state_code(form) == code
    for form in (name, code):
        match = BEHIND_CITY.match(form)
        assert match is not None
        assert match.group() == form


@pytest.mark.parametrize("words", ["Ontario", "Puerto Nowhere", "", "X."])
def test_reads_nothing_else(words: str) -> None:
    """What is no state has no code."""
    assert state_code(words) is None


def test_a_name_in_full_is_told_from_an_abbreviation() -> None:
    """A state is no word: "Miss" and "Mass" are words; "Mississippi" and "D.C." are states."""
    assert is_state_name("Mississippi")
    assert is_state_name("D.C.")
    assert not is_state_name("Mass")
