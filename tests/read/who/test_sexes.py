"""What words and names tell of sex."""

import pytest

from citydesk.model import Sex
from citydesk.read.who.sexes import sex_of_first_name, sex_of_words


@pytest.mark.parametrize(
    ("words", "sex"),
    [("spokeswoman", Sex.FEMALE), ("his father", Sex.MALE), ("Ms", Sex.FEMALE), ("a neighbor", None), ("human", None)],
)
def test_tells_sex_from_words(words: str, sex: Sex | None) -> None:
    """Only whole words that mean men or women tell."""
    assert sex_of_words(words) is sex


@pytest.mark.parametrize(("name", "sex"), [("Carl", Sex.MALE), ("ANN", Sex.FEMALE), ("Jessie", None), ("Zzyx", None)])
def test_tells_sex_from_first_names(name: str, sex: Sex | None) -> None:
    """Names that both sexes have, and unknown ones, tell nothing."""
    assert sex_of_first_name(name) is sex
