"""Finding words that say a day."""

import pytest

from citydesk.read.when.days import find_days
from tests.tagged import parse_tagged


@pytest.mark.parametrize(
    "example",
    [
        "A man was shot <day>early Sunday morning</day> near a bar.",
        "A man was shot <day>late on Thursday</day> near a bar.",
        "A man was shot on <day>Saturday night</day> near a bar.",
        "<day>In the very early hours of June 19, 2015</day>, he left.",
        "He died on <day>the night of May 10</day> at home.",
        "It was a few days after <day>Christmas Eve</day>.",
        "Police found him <day>late last night</day>.",
        "The <day>Oct. 3</day> shooting is unsolved.",
        "He was a suspect in <day>the July</day> shooting.",
        "It is <day>the 2014</day> case all over.",
        "She was hurt <day>a couple of months ago</day>.",
        "It began <day>over the holiday weekend</day>.",
        "<day>That same night</day> a second man was hurt.",
        "Shots woke him <day>in the early morning hours</day>.",
        "He drank <day>at night</day>.",
        "<day>THURSDAY NIGHT</day> POLICE FOUND HIM.",
        "It was <day>Sept. 7</day> at 10:20 p.m.",
    ],
)
def test_finds_the_words_that_say_a_day(example: str) -> None:
    """The words belong together: the part of the day and "early", "late", "last" with the day."""
    text, tags = parse_tagged(example)
    assert [words.span for words in find_days(text)] == [(tag.start, tag.end) for tag in tags]


@pytest.mark.parametrize(
    "text",
    [
        "It may 10 times be said.",
        "They march on City Hall.",
        "He was 15 years old and 2 months along.",
        "The store is open Sundays and Mondays.",
        "He lives at 12 March Street.",
        "Officer April Dawn Hall arrived.",
        "The Sun reported it; he sat down.",
        "It is a 2015 Ford Fusion.",
        "The 24/7 store was closed.",
        "May God help them.",
    ],
)
def test_finds_no_day_in_other_words(text: str) -> None:
    """Names, verbs, ages, streets and habits are no days."""
    assert [text[words.span.start : words.span.end] for words in find_days(text)] == []


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Sunday morning", "morning"),
        ("early Sunday", "morning"),
        ("late Sunday", "night"),
        ("late Sunday afternoon", "afternoon"),
        ("early Sunday evening", "evening"),
        ("overnight Sunday", "overnight"),
        ("tonight", "night"),
        ("the afternoon of June 3", "afternoon"),
        ("earlier Sunday", None),
        ("Sunday", None),
    ],
)
def test_says_the_part_of_the_day(words: str, part: str | None) -> None:
    """The part of the day that words say, the exacter one where two are said; None where none is."""
    (found,) = find_days(f"It happened {words}.")
    assert found.part == part
