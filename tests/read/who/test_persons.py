"""Mentions of persons."""

import pytest

from citydesk.read.who.mentions import Mention, Mentions
from citydesk.read.who.persons import find_mentions
from tests.read.settings import make_setting
from tests.tagged import parse_tagged

_EXAMPLES = [
    "<p sex=male many=1>A man</p> was shot.",
    "<p age=14 sex=female many=1>a 14-year-old girl</p> was hurt.",
    "There were <p sex=male many=2>two men</p> and <p sex=female many=1>a woman</p>.",
    "<p many=3>Three others</p> were wounded.",
    "The blast left <p many=1>one</p> dead, killing <p many=2>two</p>.",
    "<p age=25 many=1>The 25-year-old</p> died.",
    "<p many=1>one of their officers</p> has been shot.",
    "<p many=2>At least two gunmen</p> fled.",
    "<p age=31 many=1>Omar Vance, 31</p>, ran.",
    "Police say <p many=1>the driver in this case</p> ran.",
    "<p many=2>Two children, ages 5 and 7</p>, were home.",
    "<p sex=male many=1>He</p> shot <p sex=female many=1>her</p>.",
    "<p sex=female many=1>her boyfriend's mother</p> called.",
    "<p many=4>As many as four people</p> were hit.",
    "nothing: Police department records show the gun was stolen.",
    "nothing: No suspects are known and anyone with information may call.",
    "nothing: The shooting began at 3 p.m. and 15 shots were fired.",
]


def _outer(mentions: Mentions) -> list[Mention]:
    return [m for m in mentions.all if not m.inside]


@pytest.mark.parametrize("example", _EXAMPLES)
def test_mentions_carry_what_their_own_words_say(example: str) -> None:
    """Age, sex and number are those of the words; nothing else is taken for a person."""
    plain, tags = parse_tagged(example, ("age", "sex", "many"))
    setting = make_setting(plain)
    found = {setting.document.words(m.span): m for m in _outer(find_mentions(setting))}
    assert list(found) == [plain[tag.start : tag.end] for tag in tags]
    for tag in tags:
        mention = found[plain[tag.start : tag.end]]
        said = {"age": mention.age and mention.age.value, "sex": mention.sex, "many": mention.many}
        for name, value in tag.attributes.items():
            assert str(said[name]) == value


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Her daughter, Lena Ford, was shot.", ("Her daughter", "Lena Ford")),
        ("Lena Ford, a 37-year-old nurse, was shot.", ("Lena Ford", "a 37-year-old nurse")),
        ("Police charged suspect Omar Vance.", ("suspect", "Omar Vance")),
        ("A man identified as Omar Vance fled.", ("A man", "Omar Vance")),
        ("The boy, Omar Vance, 9, lived.", ("The boy", "Omar Vance, 9")),
    ],
)
def test_words_side_by_side_for_one_person_are_partners(text: str, pair: tuple[str, str]) -> None:
    """A description added to a name, or a name to a description, is marked as the same person's."""
    setting = make_setting(text)
    mentions = find_mentions(setting).all
    told = {m.index: setting.document.words(m.span) for m in mentions}
    partners = [(told[m.partner], told[m.index]) for m in mentions if m.partner is not None]
    assert partners == [pair]


@pytest.mark.parametrize("text", ["Omar Vance, a woman and two boys were shot.", "A man and Omar Vance were shot."])
def test_people_in_a_list_are_no_partners(text: str) -> None:
    """In a list everybody is somebody else."""
    assert all(m.partner is None for m in find_mentions(make_setting(text)).all)
