"""Whom pronouns, titles, descriptions and statements go back to."""

import pytest

from citydesk.read.said.quotes import find_quotes
from tests.read.heard import make_heard, speakers_in


def _quoted_speaker(text: str) -> str | None:
    (quote,) = find_quotes(make_heard(text))
    return quote.speaker.value if quote.speaker is not None else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('His mother, Ann Roe, spoke to us.\n\n"I ran from there," she said.', "Ann Roe"),
        ('By noon, 13-year-old Ann Roe was home. She told of it.\n\n"I ran off," she said.', "Ann Roe"),
        ('The news left Ann Roe in doubt.\n\n"I ran from there," she said.', "Ann Roe"),
        ('Mary Poe fell. Ann Roe said it was late. Mary Poe was a sister.\n\n"I ran off," she said.', "Ann Roe"),
        ('Sgt. Carl Poe said so.\n\nIn a call to 911, Roe wept.\n\n"I ran," he said. Bo Roe left.', "Bo Roe"),
        ('Carl Roe said so.\n\nAnother resident is sad. He wants no name.\n\n"I ran," he said.', "another resident"),
        ('Carl Roe said so. He and Mayor Bo Poe left.\n\n"I ran from there," he said.', "Carl Roe"),
        ('Carl Roe said Bo Poe admitted it.\n\n"I ran from there," he said.', "Carl Roe"),
        ('Pingree Ave is long. Carl Roe said so. It is near Old Redford.\n\n"I ran," he said.', "Carl Roe"),
    ],
    ids=["apposed", "behind a lead", "inside", "not who is spoken of", "caller", "unnamed", "pair", "cited", "places"],
)
def test_he_and_she_go_back_to_whoever_speaks_or_is_brought_in(text: str, speaker: str) -> None:
    """The last speaker of that sex goes on, unless somebody is brought in since; streets and victims are not meant."""
    assert _quoted_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ann Roe said it was late.\n\n"I ran from there," the mother said.', "Ann Roe"),
        ('Carl Roe said it was late.\n\n"I ran," the 53-year-old said.', "Carl Roe"),
        ('Ann Roe said it was late.\n\n"I ran off," the man said.', "the man"),
        ('Lt. Carl Roe said it was late.\n\n"I ran off," the man said.', "the man"),
        ('Ann Roe came.\n\n"I ran off," said the woman, who asked not to be identified.', None),
    ],
    ids=["mother", "age", "other sex", "official", "wants no name"],
)
def test_the_woman_by_a_quotation_is_who_spoke_before(text: str, speaker: str | None) -> None:
    """A word for a person of one sex stands for the last private speaker of it, by a quotation only."""
    unnamed = "the woman, who asked not to be identified"
    assert _quoted_speaker(text) == (speaker or unnamed)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"I ran," said a man who identified himself as an uncle.', "a man who identified himself as an uncle"),
        ('One man, who identified himself as a poet named "Red Roe," said he ran.', "Red Roe"),
        ("A neighbor who did not want to be named said he ran.", "a neighbor who did not want to be named"),
        ("A neighbor who identified the man said he ran.", "a neighbor"),
    ],
    ids=["as an uncle", "by a name", "wants no name", "identified another"],
)
def test_who_tells_who_he_is_is_called_so(text: str, speaker: str) -> None:
    """What somebody says of himself is the fullest description there is."""
    assert speakers_in(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Carl Marlow said he ran. Marlowe said it was late.", ["Carl Marlow", "Carl Marlow"]),
        ("Carl Marlow said he ran. Harlow said it was late.", ["Carl Marlow", "Harlow"]),
        ("Pike County detectives have held a man who they say ran.", ["Pike County detectives"]),
    ],
    ids=["one slip", "another name", "they in the sentence"],
)
def test_names_are_known_with_a_slip(text: str, speakers: list[str]) -> None:
    """A surname one letter off goes to the one that the report has in full, unless its first letter differs."""
    assert speakers_in(text) == speakers
