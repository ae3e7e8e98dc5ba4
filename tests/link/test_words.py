"""Words, their hashes, and signatures of wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.link.words import SLOTS, hash_name, hash_names, hash_words, plain_words, share_of_wording, sign_words

_STORY = (
    "Officers were called to a laundromat on Verano Street shortly after nine and found two men with gunshot wounds. "
    "One was taken to a hospital, where he was listed in stable condition; the other refused to be treated. Nobody "
    "has been arrested and the police ask everyone who saw a green van leave the car park to come forward."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Driver’s brother", ["the", "driver", "brother"]),
        ("José Peña, 31", ["jose", "pena", "31"]),
        ("9-year-old", ["9", "year", "old"]),
        ("—…!", []),
    ],
    ids=["possessive", "accents", "hyphens", "marks alone"],
)
def test_words_are_made_plain(text: str, words: list[str]) -> None:
    """Case, accents, possessives and marks do not matter."""
    assert plain_words(text) == words


def test_hashes_are_the_same_on_every_machine() -> None:
    """The ledger keeps hashes and signatures, so that they may never change."""
    assert sorted(hash_words(["the", "laundromat", "a"])) == [1153638181]
    assert sign_words(["green", "van", "left"])[:2] == (3619456273, 965020512)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was Ines Calloway, 31, police said.", [("ines", "calloway")]),
        ("near 31st and Van Brunt Boulevard", [("van", "brunt"), ("brunt", "boulevard")]),
        ("Odell J. O’Hara-Marsh’s brother", [("odell", "hara"), ("hara", "marsh")]),
        ("Police said she ran.", []),
    ],
    ids=["name", "street", "initial and hyphen", "none"],
)
def test_proper_names_are_two_capitals_in_a_row(text: str, names: list[tuple[str, str]]) -> None:
    """Names of people and places are found by how they are written, whatever was read of them."""
    assert hash_names(text) == {hash_name(*two) for two in names}


def test_a_signature_tells_how_much_wording_is_shared() -> None:
    """The estimate from signatures is near the true share of runs of three words."""
    words = plain_words(_STORY)
    longer = [*words, *(f"more{n}" for n in range(len(words) // 2))]
    assert share_of_wording(sign_words(words), sign_words(words)) == 1.0
    assert share_of_wording(sign_words(words), sign_words(longer)) == pytest.approx(2 / 3, abs=0.15)
    assert share_of_wording(sign_words(words), sign_words(plain_words("A storm closed schools."))) < 0.1


def test_a_text_without_words_has_no_signature() -> None:
    """Two empty texts are no copies of each other."""
    assert sign_words([]) == ()
    assert share_of_wording((), ()) == 0.0


@given(st.lists(st.text(max_size=8), max_size=20).map(lambda parts: plain_words(" ".join(parts))))
def test_every_text_with_words_has_a_full_signature(words: list[str]) -> None:
    """Even one word fills all slots with 32-bit numbers."""
    signature = sign_words(words)
    assert len(signature) == (SLOTS if words else 0)
    assert all(0 <= number < 2**32 for number in signature)
