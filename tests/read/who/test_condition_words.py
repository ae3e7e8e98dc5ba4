"""The table of words for medical states."""

import pytest

from citydesk.read.who.condition_words import WORDINGS, Wording, compiled, names_state


@pytest.mark.parametrize("wording", WORDINGS, ids=[wording.example for wording in WORDINGS])
def test_every_wording_matches_its_own_example(wording: Wording) -> None:
    """A table of patterns carries its own examples, and a quick look at them sees the words that are needed."""
    pattern = next(pattern for other, _, pattern in compiled() if other is wording)
    assert pattern.search(wording.example)
    assert any(word in wording.example.lower() for word in wording.needs.split("|"))


@pytest.mark.parametrize(
    "text",
    [
        "The market is in a corner of the county",
        "She was charged with assault inflicting serious injury",
        "The road was stable enough for a truck",
        "They will live on Oak Street",
    ],
)
def test_words_that_tell_no_state_match_nothing(text: str) -> None:
    """Near misses: a charge, a road, where people live."""
    assert not [wording for wording, _, pattern in compiled() if pattern.search(text)]


@pytest.mark.parametrize("words", ["in critical condition", "shaken up", "on crutches", "expected to recover"])
def test_words_that_name_a_state(words: str) -> None:
    """What the encoder marks is taken where it names a state."""
    assert names_state(words)


@pytest.mark.parametrize("words", ["expected", "condition", "is", "unknown", "the"])
def test_words_that_only_go_with_a_state_name_none(words: str) -> None:
    """Pieces of a phrase are left out."""
    assert not names_state(words)
