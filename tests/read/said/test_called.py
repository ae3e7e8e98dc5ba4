"""Whom words call that are no name."""

import pytest

from tests.read.heard import speakers_in


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Det. Bo Roe said he ran. The detective said so.", ["Bo Roe", "Bo Roe"]),
        ("District Attorney Bo Roe came. The prosecutor said so.", ["Bo Roe"]),
        ("Police spokesman Bo Roe came. The Alton police spokesman said so.", ["Bo Roe"]),
        ("A friend of both men said he ran. The friend said so.", ["a friend of both men"] * 2),
        ("Ann Roe, 53, came. The 53-year-old said so.", ["Ann Roe"]),
        ("A man came. The 12-year-old said so.", ["the 12-year-old"]),
        ("Ohio State University was closed. The university said so.", ["Ohio State University"]),
        ("His mother, Ann Roe, came. His mother said so.", ["Ann Roe"]),
        ("Bo Poe, Ann's attorney, came. Her attorney said so.", ["Bo Poe"]),
        ("Bo's mother, Ann Roe, came. Sue's mother said so.", ["Sue's mother"]),
        ("His mother, Ann Roe, came with her mother, Sue Poe. Her mother said so.", ["her mother"]),
    ],
    ids=["title", "office", "no place", "unnamed", "age", "no such age", "body", "kin", "lawyer", "other's", "two"],
)
def test_finds_who_is_called_so(text: str, speakers: list[str]) -> None:
    """By title, age, kin or body, where the report has one that fits; else the words themselves."""
    assert speakers_in(text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ann Roe issued a statement. The statement said he ran.", "Ann Roe"),
        ("Alton County Schools posted on Facebook. The statement said he ran.", "Alton County Schools"),
        ("The motion, signed by attorney Bo Roe, came. The motion says he ran.", "Bo Roe"),
        ("Pike County Schools closed. The district's statement said he ran.", "Pike County Schools"),
        ("A storm came. The letter said he ran.", "the letter"),
    ],
    ids=["issued", "posted", "signed", "owner", "nobody's"],
)
def test_a_statement_is_its_issuers_word(text: str, speaker: str) -> None:
    """Who issued, posted or signed it says it; where nobody did, it speaks for itself."""
    assert speakers_in(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A man was shot, a police lieutenant said. It was late, Lt. Bo Roe added.", "Bo Roe"),
        ("A man was shot, a police spokeswoman said. Spokeswoman Officer Ann Roe left.", "Ann Roe"),
        ("A man was shot, a police lieutenant said. Lt. Bo Roe and Lt. Ann Poe left.", "a police lieutenant"),
        ("A man was shot, a neighbor said. Bo Roe left.", "a neighbor"),
    ],
    ids=["lieutenant", "rank between", "two of them", "no office"],
)
def test_an_official_at_the_head_is_named_further_down(text: str, speaker: str) -> None:
    """News leads say "a police lieutenant said" and name the one lieutenant later."""
    assert speakers_in(text)[0] == speaker


def test_another_office_is_not_meant() -> None:
    """The fire chief is not the police chief, nor the deputy chief the chief."""
    text = "Police Chief Bo Roe said he ran. The Alton fire chief said so. The deputy chief said so."
    assert speakers_in(text)[1:] == ["The Alton fire chief", "the deputy chief"]
