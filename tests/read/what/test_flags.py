"""The five yes/no questions."""

import re

import pytest

from citydesk.model import Evidence, Fact, Outcome, Participant, Role
from citydesk.read.what.flag_cues import NO, YES, compiled
from citydesk.read.what.flags import flags_of
from tests.read.settings import make_setting, whole_scene
from tests.tagged import parse_tagged

CUES = [(flag, cue) for table in (YES, NO) for flag, cues in table.items() for cue in cues]


@pytest.mark.parametrize(("flag", "cue"), CUES, ids=[f"{flag}: {cue.example}" for flag, cue in CUES])
def test_every_cue_matches_its_own_example(flag: str, cue: object) -> None:
    """A table of patterns carries its own examples."""
    assert isinstance(cue, tuple)
    cased = flag in ("officer_shot", "shot_by_officer")
    assert re.search(cue[0], cue[1], 0 if cased else re.IGNORECASE)


@pytest.mark.parametrize(
    ("flag", "example"),
    [
        ("officer_shot", "<yes>Officer Dana Whitlow was shot</yes> in the shoulder Tuesday."),
        ("officer_shot", "nothing: An officer shot a man who charged at her with a knife."),
        ("officer_shot", "nothing: Police said no officers were shot."),
        ("shot_by_officer", "A man was <yes>shot by police</yes> outside a Salina diner."),
        ("shot_by_officer", "<yes>Deputies shot the</yes> driver after a chase."),
        ("shot_by_officer", "nothing: The man told police he shot his neighbor."),
        ("shot_by_officer", "nothing: The man who police say shot four people is in jail."),
        ("shot_by_officer", "nothing: It is the second officer-involved shooting today."),
        ("shot_by_officer", "nothing: The deputy shoots himself in the leg."),
        ("self_inflicted", "The boy <yes>shot himself</yes> in the foot."),
        ("self_inflicted", "nothing: Police do not know whether he shot himself."),
        ("unintentional", "It was an <yes>accidental</yes> shooting, the sheriff said."),
        ("unintentional", "nothing: The crash on Route 9 closed two lanes."),
        ("domestic", "He <yes>shot and killed his estranged wife</yes>, police said."),
        ("domestic", "nothing: He is survived by his wife and two sons."),
        ("domestic", "nothing: If you or someone you know is a victim of domestic violence, call the hotline."),
    ],
)
def test_answers_yes_on_the_words_that_say_so(flag: str, example: str) -> None:
    """A plain cue answers yes; denied, doubtful and general words do not."""
    text, tags = parse_tagged(example)
    setting = make_setting(text)
    answer = flags_of(setting, whole_scene(setting), ()).get(flag)
    told = [evidence.text for evidence in answer.evidence] if answer and answer.value else []
    assert told == [text[tag.start : tag.end] for tag in tags]


def test_a_drive_by_is_no_accident() -> None:
    """Words that rule a question out answer it with no."""
    setting = make_setting("Two teens were wounded in a drive-by shooting on Elm Street.")
    answers = flags_of(setting, whole_scene(setting), ())
    assert answers["unintentional"].value is False
    assert answers["unintentional"].evidence[0].text == "drive-by"


def test_silence_is_no_answer() -> None:
    """Nothing in the report, nothing in the reading."""
    setting = make_setting("Two men were wounded on Elm Street.")
    assert flags_of(setting, whole_scene(setting), ()) == {}


def test_a_wounded_participant_who_is_an_officer_answers_for_himself() -> None:
    """The question is answered by a participant's outcome where no sentence says it outright."""
    setting = make_setting("Sgt. Lee Amato is in stable condition with a leg wound.")
    rank = Evidence(field="text", start=0, end=4, text="Sgt.")
    wound = Evidence(field="text", start=47, end=52, text="wound")
    officer = Participant(
        text="Sgt. Lee Amato",
        role=Fact(value=Role.VICTIM, evidence=(wound,)),
        officer=Fact(value=True, evidence=(rank,)),
        outcome=Fact(value=Outcome.INJURED, evidence=(wound,)),
    )
    answer = flags_of(setting, whole_scene(setting), (officer,))["officer_shot"]
    assert answer.value is True
    assert answer.evidence == (wound, rank)


def test_a_wounded_participant_who_is_no_officer_answers_nothing() -> None:
    """A person known not to be an officer is no officer shot."""
    setting = make_setting("A clerk has a leg wound.")
    words = (Evidence(field="text", start=2, end=7, text="clerk"),)
    clerk = Participant(
        text="A clerk",
        role=Fact(value=Role.VICTIM, evidence=words),
        officer=Fact(value=False, evidence=words),
        outcome=Fact(value=Outcome.INJURED, evidence=words),
    )
    assert flags_of(setting, whole_scene(setting), (clerk,)) == {}


def test_questions_on_names_keep_their_case() -> None:
    """Patterns that tell a name by its capital, as in "shot Austin", are not blind to case; the others are."""
    assert compiled(YES)["officer_shot"].flags & re.IGNORECASE == 0
    assert compiled(YES)["domestic"].flags & re.IGNORECASE
