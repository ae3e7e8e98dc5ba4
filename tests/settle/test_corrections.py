"""Where reports say that they correct."""

import pytest

from citydesk.settle.corrections import find_corrections
from tests.link.made import make_evidence, make_report
from tests.tagged import parse_tagged


@pytest.mark.parametrize(
    "example",
    [
        "Two died. CORRECTION: An earlier version of this story gave a wrong age. Mr. Marsh was <c>44</c>.",
        "Police <c>now say</c> the man was 44.",
        "The man was <c>44</c>, not 34 as first reported.",
        "He died at a hospital. His age was incorrectly reported on Friday. He was <c>44</c>.",
        "(Clarification: the shooting was on <c>Elm Street</c>.)",
    ],
    ids=["notice", "police now say", "as first reported", "incorrectly", "clarification"],
)
def test_corrections_are_found(example: str) -> None:
    """A cue covers its sentence and the next one."""
    text, (tag,) = parse_tagged(example)
    corrections = find_corrections(make_report(text=text))
    assert corrections.cover(make_evidence(tag.start, text[tag.start : tag.end]))


@pytest.mark.parametrize(
    "example",
    [
        "<c>Two died</c>. CORRECTION: An earlier version gave the wrong day. It was Friday.",
        "He works for the department of <c>corrections</c>, police said.",
        "The correction officer, <c>44</c>, was not hurt.",
        "It was not clear on <c>Friday</c> whether he was armed.",
    ],
    ids=["before the notice", "department", "officer", "not clear"],
)
def test_other_words_correct_nothing(example: str) -> None:
    """Prisons and denials are no corrections."""
    text, (tag,) = parse_tagged(example)
    corrections = find_corrections(make_report(text=text))
    assert not corrections.cover(make_evidence(tag.start, text[tag.start : tag.end]))


def test_a_hostile_text_takes_no_time() -> None:
    """A megabyte of words that begin like cues is looked through at once."""
    assert find_corrections(make_report(text="earlier report not corrected, " * 40_000)).spans == ()
