"""Places where somebody is said to say something, and who that is."""

import pytest

from citydesk.model import Certainty
from citydesk.read.page.setting import Manner
from tests.read.heard import make_heard, name_of, speakers_in


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Police said the man was 25.", ["police"]),
        ("The man was 25, police said.", ["police"]),
        ("The man was 25, according to police.", ["police"]),
        ("According to Jo Marlow, the man was 25.", ["Jo Marlow"]),
        ("The man was 25, said Sgt. Jo Marlow of Alton.", ["Jo Marlow"]),
        ("Lt. Jo Marlow, a spokesman for the city, said it was late.", ["Jo Marlow"]),
        ("The boy's mother, Ann Roe, told officers he ran.", ["Ann Roe"]),
        ("Ann Roe, a cousin of the boy's mother, Sue Poe, told police he ran.", ["Ann Roe"]),
        ("Tess Poe, neighbor, said he ran.", ["Tess Poe"]),
        ("Jo Marlow said he ran. Marlow said it was late.", ["Jo Marlow", "Jo Marlow"]),
        ("Carl Marlow said he ran. He added that it was late.", ["Carl Marlow", "Carl Marlow"]),
        ("Police said he ran. They say it was late.", ["police", "police"]),
        ("The affidavit states that he ran. It states he fell.", ["the affidavit", "the affidavit"]),
        ("Alton Police Department officers came. APD says he ran.", ["Alton Police Department"]),
        ("Northern Ohio University was closed. NOU said he ran.", ["Northern Ohio University"]),
        ("Alton Police Chief Jo Marlow came. The chief said he ran.", ["Jo Marlow"]),
        ("The sheriff said he ran. Sheriff Jo Marlow came.", ["Jo Marlow"]),
        ("Ann Roe, 53, came. The 53-year-old said he ran.", ["Ann Roe"]),
        ("A witness who did not want to be named said he ran.", ["a witness who did not want to be named"]),
        ("A man who police say ran off was found.", ["police"]),
        ("The sister of a driver hit when a wall came down says he was kind.", ["the sister"]),
        ("Police in Alton, Pike County confirm he ran.", ["Alton police"]),
        ("In a statement, Ann Roe said he ran.", ["Ann Roe"]),
        ("A statement from Sgt. Jo Marlow said he ran.", ["Jo Marlow"]),
        ("He ran, according to a statement from Sgt. Jo Marlow.", ["Jo Marlow"]),
        ("Neighbors and friends said he ran.", ["neighbors and friends"]),
        ("Two more suspects were found.", []),
        ("He was told to stop.", []),
        ("I think he ran.", []),
        ("The United States and one state are large.", []),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_finds_who_says_it(text: str, speakers: list[str | None]) -> None:
    """Subjects before and behind verbs, with appositions; names, pronouns and titles go back to whom they mean."""
    assert speakers_in(text) == speakers


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Police: Man shot at party", "police"),
        ("Man shot at party, sheriff says", "sheriff"),
        ("4 wounded at party: authorities", "authorities"),
        ("Man shot at party, police say - KXYZ News 5", "police"),
        ("Raw: Family gathers", None),
        ("Photo by police: the scene", None),
    ],
    ids=["colon", "tail", "colon tail", "before the outlet", "no source", "caption"],
)
def test_finds_the_source_of_a_headline(title: str, speaker: str | None) -> None:
    """A source before a colon or at the end of a title, not a label and not the outlet."""
    assert speakers_in("A man was shot.", title=title) == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "manner", "certainty"),
    [
        ("Police said he ran.", Manner.SAYS, Certainty.STATED),
        ("Police believe he ran.", Manner.SAYS, Certainty.BELIEVED),
        ("Prosecutors allege he ran.", Manner.SAYS, Certainty.ALLEGED),
        ("Marlow denied that he ran.", Manner.SAYS, Certainty.DENIED),
        ("He allegedly ran.", Manner.HEDGED, Certainty.ALLEGED),
        ("He is believed to have run.", Manner.HEDGED, Certainty.BELIEVED),
        ("He reportedly ran.", Manner.HEDGED, Certainty.STATED),
        ("It is unclear why he ran.", Manner.SILENT, Certainty.UNKNOWN),
        ("His name wasn't immediately released.", Manner.SILENT, Certainty.UNKNOWN),
        ("There was no word on his condition.", Manner.SILENT, Certainty.UNKNOWN),
        ("Police have not said why he ran.", Manner.SILENT, Certainty.UNKNOWN),
        ("Officers declined to say why he ran.", Manner.SILENT, Certainty.UNKNOWN),
        ("A preliminary investigation indicates he ran.", Manner.SAYS, Certainty.BELIEVED),
        ("He ran, according to police.", Manner.ACCORDING, Certainty.STATED),
    ],
    ids=lambda value: value[:36] if isinstance(value, str) else "",
)
def test_tells_how_certain_a_cue_makes_it(text: str, manner: Manner, certainty: Certainty) -> None:
    """Each sort of cue has its manner and its certainty."""
    (saying,) = make_heard(text).sayings
    assert (saying.manner, saying.certainty) == (manner, certainty)


def test_a_verb_by_a_quotation_only_tells_whose_it_is() -> None:
    """The verb beside the marks is a tag; the next sentence's verb is not."""
    tag, plain = make_heard('"I ran." Marlow said. Police said he was 25.').sayings
    assert (tag.quotes, plain.quotes) == (True, False)
    assert name_of(plain) == "police"


def test_hears_nothing_inside_quotations() -> None:
    """What somebody says that somebody said is the speaker's."""
    assert speakers_in('"Police said he ran away," Jo Marlow said.') == ["Jo Marlow"]
