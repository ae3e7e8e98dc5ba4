"""With which characters the matches of a pattern can begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.page.beginnings import opening

PATTERNS = (
    r"shot|shots? fired",
    r"(?:badly |then )?hurt",
    r"\d{1,2}(?:st|nd) (?:man|boy)",
    r"(?i:sheriff|KNIFE) said",
    r"(?<!un)armed (?:man|boy)",
    r"(?P<who>[A-Z]\w+) was (?P=who)?shot",
    r"[^a-m]unshot",
    r"a(?: |-)?man|o[’']clock",
    r"(?:(?:a|the) ){0,2}gun",
)
PIECES = (
    *("shot", "shots fired", "badly ", "then ", "hurt", "21st ", "2nd ", "man", "boy", "Sheriff said", "ſheriff said"),
    *("knife said", "armed ", "un", "Ann was ", "gunshot", "nunshot", "a", "-", " ", "o’clock", "the gun", "é", ""),
)


@pytest.mark.parametrize(
    ("pattern", "lookahead"),
    [
        ("shot|gun", "(?=[g][u]|[s][h])"),
        ("shot|stab|gun|hurt", "(?=[gh][u]|[s][ht])"),
        (r"(?:a )?\bgun", "(?=[a][^0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz]|[g][u])"),
        ("(?i:gun)", "(?=[Gg][Uu])"),
        (r"[A-C]\w+", "(?=[ABC])"),
        ("x|yes", "(?=[x]|[y][e])"),
    ],
)
def test_the_first_two_characters(pattern: str, lookahead: str) -> None:
    """What stands before and around them does not count, and what may be anything is left open."""
    assert opening(pattern) == lookahead


@pytest.mark.parametrize("pattern", [r"\w+ was shot", "(?:gun)?", r".{3}gun", r"\b", r"(?:a|)\S"])
def test_nothing_for_what_may_begin_with_anything(pattern: str) -> None:
    """Where any word may begin a match, none is left out."""
    assert opening(pattern) == ""


def test_flags_are_regarded() -> None:
    """In a pattern that disregards case both cases open it, and what is another case of "k" beyond ASCII."""
    assert opening("gun", re.IGNORECASE) == "(?=[Gg][Uu])"
    assert re.match(opening("knife", re.IGNORECASE), "\N{KELVIN SIGN}nife")


@given(st.sampled_from(PATTERNS), st.lists(st.sampled_from(PIECES), max_size=8))
def test_it_holds_wherever_a_match_begins(pattern: str, pieces: list[str]) -> None:
    """So no match is lost where a pattern is tried only where its opening holds."""
    text, gate = "".join(pieces), re.compile(opening(pattern))
    assert all(gate.match(text, mark.start()) for mark in re.finditer(pattern, text))
