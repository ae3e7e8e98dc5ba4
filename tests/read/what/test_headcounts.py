"""Groups of people, and how many they are."""

import pytest

from citydesk.read.what.headcounts import find_lists, is_title_case, read_group
from tests.read.what.tolled import words_of


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("A man slept.", [("A man", 1)]),
        ("Two teenage girls and a boy slept.", [("Two teenage girls", 2), ("a boy", 1)]),
        ("Six others slept.", [("Six others", 6)]),
        ("A couple slept.", [("A couple", 2)]),
        ("Ann Lowell, 25, and her 3-year-old son slept.", [("Ann Lowell, 25", 1), ("her 3-year-old son", 1)]),
        ("A 9 year old boy slept.", [("A 9 year old boy", 1)]),
        ("A 26-year-old Long Creek woman slept.", [("A 26-year-old Long Creek woman", 1)]),
        ("Three members of the same family slept.", [("Three members of the same family", 3)]),
        ("The man's two daughters slept.", [("The man's two daughters", 2)]),
        ("Several teens slept.", [("Several teens", None)]),
        ("She met her husband, a clerk.", [("her husband", 1), ("a clerk", 1)]),
        ("They said the father of 3 slept.", [("the father", 1)]),
        ("He was there for two days in 2014.", []),
        ("The man's car was found.", []),
        ("Lowell, 61, slept at 10:30.", [("Lowell, 61,", 1)]),
    ],
)
def test_reads_groups_and_their_numbers(text: str, groups: list[tuple[str, int | None]]) -> None:
    """A number where one is said, 1 for a single person, None for a plural without one; ages and times are none."""
    words = words_of(text)
    found = [g for some in find_lists(words, *words.bounds[0]) for g in some]
    assert [(words.document.words(words.span(g.first, g.last)), g.number) for g in found] == groups


def test_knows_of_whom_a_part_is() -> None:
    """Of "one of the three men", one is counted, of three."""
    words = words_of("One of the three men slept.")
    group = read_group(words, *words.bounds[0])
    assert group is not None
    assert (group.number, group.of) == (1, 3)


def test_knows_which_of_several() -> None:
    """Of several, "a third victim" is one person, and the third."""
    words = words_of("A third victim slept.")
    group = read_group(words, *words.bounds[0])
    assert group is not None
    assert (group.number, group.ordinal) == (1, 3)


def test_takes_names_without_ages_only_where_they_are_expected() -> None:
    """Behind "killed", capitals are a person's name; elsewhere they may be a town's."""
    words = words_of("Then Lowell slept there.")
    assert read_group(words, 1, 5) is None
    assert read_group(words, 1, 5, named=True) is not None


def test_takes_no_capitals_for_names_in_a_headline() -> None:
    """Where most words are capitalized, capitals tell nothing."""
    words = words_of("Police Say Lowell Slept Near Salina Market.")
    assert is_title_case(words, 2)
    assert read_group(words, 2, 7, named=True) is None
