"""The five yes/no questions."""

import re

import pytest

from citydesk.model import Fact, Outcome, Participant, Role, Sex
from citydesk.read.what.flag_cues import CASED, YES, Cue, compiled
from citydesk.read.what.flag_provisos import ALONE, FOUGHT, NO, NOT_OWN
from citydesk.read.what.flags import flags_of
from tests.read.settings import make_setting, whole_scene
from tests.read.what.people import make_person, make_words
from tests.tagged import parse_tagged

CUES = [(flag, cue) for table in (YES, ALONE, NOT_OWN, FOUGHT, NO) for flag, cues in table.items() for cue in cues]


@pytest.mark.parametrize(("flag", "cue"), CUES, ids=[f"{flag}: {cue.example}" for flag, cue in CUES])
def test_every_cue_matches_its_own_example(flag: str, cue: Cue) -> None:
    """A table of patterns carries its own examples, and none is lost by looking only where words begin."""
    told = compiled({flag: (cue,)})[flag].search(cue.example if flag in CASED else cue.example.lower())
    plain = re.search(cue.pattern, cue.example, 0 if flag in CASED else re.IGNORECASE)
    assert told is not None
    assert plain is not None
    assert told.span() == plain.span()


@pytest.mark.parametrize(
    ("flag", "example"),
    [
        ("officer_shot", "<yes>Officer Dana Whitlow was shot</yes> in the shoulder Tuesday."),
        ("officer_shot", "nothing: An officer shot a man who charged at her with a knife."),
        ("officer_shot", "nothing: Police said no officers were shot."),
        ("officer_shot", "nothing: A teen who shot four people, including two agents, is killed."),
        ("officer_shot", "nothing: A police dog was shot and an officer exchanged gunfire with the man."),
        ("shot_by_officer", "A man was <yes>shot by police</yes> outside a Salina diner."),
        ("shot_by_officer", "<yes>Deputies shot the</yes> driver after a chase."),
        ("shot_by_officer", "The <yes>officers fired back, fatally wounding the suspect</yes>."),
        ("shot_by_officer", "The <yes>gunman died in a shootout with police</yes>."),
        ("shot_by_officer", "nothing: The man told police he shot his neighbor."),
        ("shot_by_officer", "nothing: The man who police say shot four people is in jail."),
        ("shot_by_officer", "nothing: Police said her uncle fired his gun, hitting Marlow."),
        ("shot_by_officer", "nothing: It is the second officer-involved shooting today."),
        ("shot_by_officer", "nothing: The deputy shoots himself in the leg."),
        ("shot_by_officer", "nothing: The deputy accidentally shot his weapon at the jail."),
        ("shot_by_officer", "nothing: A former police officer shot his neighbor."),
        ("self_inflicted", "The boy <yes>shot himself</yes> in the foot."),
        ("self_inflicted", "It was an apparent <yes>murder-suicide</yes>."),
        ("self_inflicted", "nothing: It is investigated as a possible murder-suicide."),
        ("self_inflicted", "nothing: Police do not know whether he shot himself."),
        ("self_inflicted", "nothing: The shooting was deemed self defense."),
        ("self_inflicted", "nothing: Two of those wounded drove themselves to hospitals."),
        ("self_inflicted", "nothing: He jumped over a wall, injuring himself."),
        ("unintentional", "It was an <yes>accidental</yes> shooting, the sheriff said."),
        ("unintentional", "No charges will be filed in the <yes>accidental</yes> shooting."),
        ("unintentional", "A <yes>3-year-old boy shot himself</yes> in the leg."),
        ("unintentional", "He called it “a <yes>tragic accident</yes>.”"),
        ("unintentional", "nothing: He told police that it was an accident."),
        ("unintentional", "nothing: The gun went off in the struggle over it."),
        ("unintentional", "nothing: The crash on Route 9 closed two lanes."),
        ("domestic", "He <yes>shot and killed his estranged wife</yes>, police said."),
        ("domestic", "The boy was <yes>shot by his cousin</yes>."),
        ("domestic", "<yes>Mother, two children dead in murder-suicide</yes>."),
        ("domestic", "A <yes>man, her relative, shot</yes> her in the arm."),
        ("domestic", "The shooting grew out of a <yes>domestic dispute</yes>."),
        ("domestic", "nothing: He shot and killed his girlfriend's landlord."),
        ("domestic", "nothing: He is survived by his wife and two sons."),
        ("domestic", "nothing: He was convicted of domestic violence in 2009."),
        ("domestic", "nothing: The woman was shot by a 4-year-old child."),
        ("domestic", "nothing: If you or someone you know is a victim of domestic violence, call the hotline."),
    ],
)
def test_answers_yes_on_the_words_that_say_so(flag: str, example: str) -> None:
    """A plain cue answers yes; denied, doubtful, claimed, past and general words do not."""
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


def test_no_officer_was_hurt_if_the_report_says_so() -> None:
    """A plain denial answers with no."""
    setting = make_setting("The man fled. No officers were injured.")
    assert flags_of(setting, whole_scene(setting), ())["officer_shot"].value is False


def test_silence_is_no_answer() -> None:
    """Nothing in the report, nothing in the reading."""
    setting = make_setting("Two men were wounded on Elm Street.")
    assert flags_of(setting, whole_scene(setting), ()) == {}


def _officer(text: str, officer: str, harm: str) -> Participant:
    rank, wound = make_words(text.index(officer), officer), make_words(text.index(harm), harm)
    told = make_person(officer, outcome=Outcome.INJURED, words=wound)
    return told.model_copy(update={"officer": Fact(value=True, evidence=(rank,))})


def test_a_wounded_participant_who_is_an_officer_answers_for_himself() -> None:
    """The question is answered by a participant's outcome where no sentence says it outright."""
    text = "Sgt. Lee Amato is in stable condition with a leg wound."
    setting = make_setting(text)
    answer = flags_of(setting, whole_scene(setting), (_officer(text, "Sgt.", "wound"),))["officer_shot"]
    assert answer.value is True
    assert [words.text for words in answer.evidence] == ["wound", "Sgt."]


def test_harm_that_an_officer_only_tells_of_is_not_his() -> None:
    """A sheriff who speaks of a child's condition is not hurt, whatever the participants say."""
    text = "Sheriff Amato said the child is in critical condition."
    setting = make_setting(text)
    assert flags_of(setting, whole_scene(setting), (_officer(text, "Sheriff Amato", "critical condition"),)) == {}


def test_a_wounded_participant_who_is_no_officer_answers_nothing() -> None:
    """A person known not to be an officer is no officer shot."""
    setting = make_setting("A clerk has a leg wound.")
    clerk = make_person("A clerk", outcome=Outcome.INJURED, words=make_words(2, "clerk"))
    clerk = clerk.model_copy(update={"officer": Fact(value=False, evidence=clerk.role.evidence)})
    assert flags_of(setting, whole_scene(setting), (clerk,)) == {}


def test_who_handled_a_gun_alone_shot_himself() -> None:
    """Where nobody is a suspect, the gun that went off in somebody's hands hit him; where somebody is, it may not."""
    setting = make_setting("Marlow was cleaning a rifle when it went off.")
    suspect = make_person(role=Role.SUSPECT)
    assert flags_of(setting, whole_scene(setting), ())["self_inflicted"].value is True
    assert "self_inflicted" not in flags_of(setting, whole_scene(setting), (suspect,))


@pytest.mark.parametrize(
    ("people", "domestic"),
    [
        ((make_person("her father", role=Role.SUSPECT),), True),
        ((make_person("her son", role=Role.SUSPECT),), False),
        ((make_person(role=Role.SUSPECT, sex=Sex.MALE), make_person("his wife", outcome=Outcome.KILLED)), True),
        ((make_person(role=Role.SUSPECT, sex=Sex.MALE), make_person("her son", outcome=Outcome.KILLED)), False),
        ((make_person(role=Role.SUSPECT, sex=Sex.MALE), make_person("his friend", outcome=Outcome.KILLED)), False),
    ],
    ids=["her father did it", "a speaker's son", "his wife of a man", "her son of a man", "a friend"],
)
def test_kin_on_both_sides_is_family(people: tuple[Participant, ...], domestic: bool) -> None:
    """Told by the victim, or by a suspect of the sex that "his" or "her" says."""
    setting = make_setting("xxxxx")
    assert ("domestic" in flags_of(setting, whole_scene(setting), people)) is domestic


def test_a_cue_of_hers_is_not_of_a_mans_deed() -> None:
    """The mother who speaks says "her son", if the suspect is a man."""
    setting = make_setting("She pleaded that whoever gunned down her son come forward.")
    man = make_person(role=Role.SUSPECT, sex=Sex.MALE)
    assert "domestic" not in flags_of(setting, whole_scene(setting), (man,))


def test_a_parent_charged_where_a_child_shot_itself_is_no_family_violence() -> None:
    """The father who left a gun about is a suspect; nobody in the family shot anybody else."""
    setting = make_setting("A boy shot himself. Salina father faces manslaughter charge.")
    assert "domestic" not in flags_of(setting, whole_scene(setting), ())
    other = make_setting("A boy was shot. Salina father faces manslaughter charge.")
    assert flags_of(other, whole_scene(other), ())["domestic"].value is True


def test_questions_on_names_keep_their_case() -> None:
    """Patterns that tell a name by its capital, as in "shot Austin", are for the text as it is."""
    assert compiled(YES)["shot_by_officer"].search("Police shot Austin on Monday")
    assert not compiled(YES)["shot_by_officer"].search("police shot austin on monday")


def test_questions_blind_to_case_are_in_small_letters() -> None:
    """They are run over a report's small letters, where a capital would match nothing."""
    loud = [
        cue
        for flag, cue in CUES
        if flag not in CASED and re.search(r"(?<!\\)[A-Z]", re.sub(r"\[A-Z\]", "", cue.pattern))
    ]
    assert loud == []


def test_a_suspect_hurt_in_a_shootout_with_an_officer_was_shot_by_officers() -> None:
    """Both sides were hit when fire was exchanged, unless the suspect shot himself."""
    text = "Officer Amato was shot in an exchange of gunfire. The suspect died."
    suspect = make_person(role=Role.SUSPECT, outcome=Outcome.KILLED)
    setting = make_setting(text)
    answer = flags_of(setting, whole_scene(setting), (suspect,))["shot_by_officer"]
    assert [words.text for words in answer.evidence] == ["exchange of gunfire"]
    other = make_setting(text + " He shot himself.")
    assert "shot_by_officer" not in flags_of(other, whole_scene(other), (suspect,))


def test_a_suspect_who_died_where_an_officer_was_shot_may_have_died_otherwise() -> None:
    """That both were hit does not say that an officer shot him: no words say so."""
    text = "Officer Amato was shot at a mill. The suspect died."
    suspect = make_person(role=Role.SUSPECT, outcome=Outcome.KILLED, words=make_words(text.index("died"), "died"))
    setting = make_setting(text)
    assert "shot_by_officer" not in flags_of(setting, whole_scene(setting), (suspect,))
