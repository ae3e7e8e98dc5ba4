"""Which incidents a report tells of."""

import pytest

from citydesk.read.scenes.scenes import find_scenes
from citydesk.read.when.when import when_of
from tests.read.timed import make_timed_setting, with_addresses, with_places

MAIN = "A man was shot at 5 p.m. Wednesday on Elm Street in Salina, police said. "


def test_a_plain_report_is_one_main_scene() -> None:
    """One incident takes all the words."""
    setting = make_timed_setting(MAIN, title="Man shot in Salina")
    (scene,) = find_scenes(setting)
    assert scene.main
    assert scene.spans == ((0, len(setting.document.text)),)


def test_a_report_without_words_has_no_scene() -> None:
    """Nothing to read, nothing told."""
    assert find_scenes(make_timed_setting(" \n ")) == ()


@pytest.mark.parametrize(
    ("mentioned", "day"),
    [
        ("Last month a boy was shot and killed on the same block.", "2020-06"),
        ("On Nov. 1, a woman was fatally stabbed at a motel.", "2019-11-01"),
        ("His cousin was killed in a drive-by shooting there in 2013.", "2013"),
        ("The shooting came two weeks after a man was killed in a bar.", None),
        ("Another shooting on Oak Street left two men wounded.", None),
        ("It is unclear whether a separate shooting on the west side is related.", None),
        ('"Earlier this week we lost a four-month-old," Mayor Ida Lunt said.', "2020-06-28/2020-07-02"),
        ("The victim's brother was murdered several years ago.", None),
        ("It is the second shooting in the park in three days.", None),
        ("In April, a boy died after a stray bullet entered his bedroom.", "2020-04"),
        ("He was in a gang when he was shot to death three years ago.", "2017"),
        ("He faces charges stemming from a shooting that happened on Jan. 8.", "2020-01-08"),
        ("Police think that the March 14 shooting, in which a man was wounded, is connected.", "2020-03-14"),
        ("Roe was a suspect in a May incident in which a girl was hurt.", "2020-05"),
        ("It was the second time in a week that a child was struck by gunfire there.", None),
        ("Days before, a man was accused of firing a dozen shots at a squad car that was wounded.", None),
    ],
)
def test_an_incident_that_is_only_mentioned_is_a_scene_of_its_own(mentioned: str, day: str | None) -> None:
    """Another incident is told by its time or by "another", and has its own day where that is told."""
    setting = make_timed_setting(MAIN + mentioned)
    main, other = find_scenes(setting)
    assert (main.main, other.main) == (True, False)
    date = when_of(setting, other).date
    assert (date.value if date else None) == day


@pytest.mark.parametrize(
    "text",
    [
        "It is the city's 14th homicide this year.",
        "Forty people have been shot in the city so far this year.",
        "Shootings have fallen since 2018, according to police statistics.",
        "Roe was arrested in 2011 and convicted of robbery in 2012.",
        "He was sentenced last month in an unrelated drug case.",
        "Another victim was shot in the leg.",
        "No other people were hurt. Police want to prevent another shooting.",
        "He died Thursday at a hospital.",
        "Police said Tuesday that the shooting was under investigation.",
        "The store opened in 2015. He moved to Salina last year.",
        "The gun used in the killing was bought in 2006.",
        "Shootings have spiked this year, a newspaper noted last month.",
        "Data show that 69 children were shot to death in 2013.",
        "His record has a term for armed robbery in 2010.",
        "Another man was grazed by a bullet on Elm Street.",
        "She was born in 1999. Her son was hurt in a crash.",
    ],
)
def test_a_count_or_a_persons_past_is_no_incident(text: str) -> None:
    """Statistics, records, other victims and the main incident's own later days make no scene."""
    assert [scene.main for scene in find_scenes(make_timed_setting(MAIN + text))] == [True]


def test_what_goes_on_with_a_mentioned_incident_belongs_to_it() -> None:
    """Sentences of the paragraph that go on with the other incident are its words, the rest stays main."""
    told = "Last month a girl was shot on Oak Street. She was walking home. "
    setting = make_timed_setting(MAIN + told + "Police ask for help.")
    main, other = find_scenes(setting)
    text = setting.document.text
    assert other.covers(text.index("walking"))
    assert not main.covers(text.index("walking"))
    assert main.covers(text.index("ask for help"))


@pytest.mark.parametrize(
    ("mentioned", "others"),
    [
        ("The attack follows recent ambushes of police in Dallas, Texas, and Baton Rouge, Louisiana.", 2),
        ("Earlier in the evening, two boys were shot in the 2000 block of Oak Street.", 1),
        ("Two more shootings are under investigation. One took place on Oak Street. The second happened later.", 2),
        ("It is the second time in a week that a child was shot. On June 24, a boy was shot in a park.", 1),
        ("A boy was shot in Baton Rouge, Louisiana, in 2014. The 2014 shooting is not solved.", 1),
        ("He was taken to a hospital in Dallas, Texas, after the attack.", 0),
        ("Earlier in the evening, two boys were shot on Elm Street.", 0),
    ],
    ids=[
        "two cities",
        "another street",
        "one of two more",
        "a count and its telling",
        "told again",
        "moved",
        "the same",
    ],
)
def test_counts_the_incidents_that_are_only_mentioned(mentioned: str, others: int) -> None:
    """One for each place of its own; what only says that there was another is none beside its telling."""
    text = "SALINA, Kan. (AP) — " + MAIN + mentioned
    setting = with_places(make_timed_setting(text))
    assert sum(not scene.main for scene in find_scenes(setting)) == others


def test_the_day_before_is_anothers_where_the_main_day_is_sure() -> None:
    """And only where somebody new stands in the sentence: the same man's death has the same night."""
    sure = f"{MAIN}The shooting happened Wednesday after a fight, Sgt. Ann Roe said. It was over by Wednesday night. "
    sure += "He was taken to a hospital. His name was not given. Neighbors heard shouts. " * 3
    setting = make_timed_setting(sure + "And on Tuesday afternoon, a boy was wounded on the same street.")
    assert len(find_scenes(setting)) == 2
    setting = make_timed_setting(sure + "The shots were heard since Tuesday night, he said.")
    assert len(find_scenes(setting)) == 1


def test_where_the_main_day_is_not_told_no_earlier_day_is_anothers() -> None:
    """The arrest's day is told, and the month of the shooting itself: they are one incident's."""
    text = "A man was arrested Tuesday. Jo Roe was accused of shooting two women in their home in March."
    assert len(find_scenes(make_timed_setting(text))) == 1


def test_two_mentioned_incidents_in_one_sentence_are_two() -> None:
    """Two times with violence each are two incidents, parted at the "and"."""
    text = "No one was arrested in the May 30 death of Al Roe and the June 14 killing of Bo Lunt."
    setting = make_timed_setting(f"{MAIN}The shooting happened Wednesday after a fight, Sgt. Ann Roe said. {text}")
    dates = [when_of(setting, scene).date for scene in find_scenes(setting)]
    assert [date.value for date in dates if date] == ["2020-07-01", "2020-05-30", "2020-06-14"]


def test_the_count_belongs_to_both_incidents() -> None:
    """The second shooting today: the main incident is counted, the first is a scene of the same words."""
    setting = make_timed_setting("An officer was shot near a park. This is the second police shooting today.")
    main, first = find_scenes(setting)
    assert main.sequence is not None
    assert main.sequence.value.ordinal == 2
    assert first.sequence is None
    assert main.covers(first.cue.start)
    dates = [when_of(setting, scene).date for scene in (main, first)]
    assert [date.value for date in dates if date] == ["2020-07-02", "2020-07-02"]


ROUNDUP = """Five people were shot in separate incidents in Salina on Tuesday.

About 11:15 p.m., a 17-year-old girl was shot in the 500 block of Madison Street. She was taken to a hospital.

An hour earlier, a 20-year-old man was shot near Fifth Avenue and Porter Street. He walked home.

In the first shooting of the day, two men were wounded in the 800 block of Ohio Street at 11:40 a.m.
"""


def test_a_round_up_is_a_main_scene_an_item() -> None:
    """Each item is main, begins with its own words, and has the day of the report's opening."""
    setting = with_addresses(
        make_timed_setting(ROUNDUP, title="Five hurt in Salina shootings"),
        "500 block of Madison Street",
        "Fifth Avenue and Porter Street",
        "800 block of Ohio Street",
    )
    scenes = find_scenes(setting)
    assert [scene.main for scene in scenes] == [True, True, True]
    assert [setting.document.words(scene.cue)[:14] for scene in scenes] == [
        "About 11:15 p.",
        "An hour earlie",
        "In the first s",
    ]
    told = [when_of(setting, scene) for scene in scenes]
    assert [when.date.value for when in told if when.date] == ["2020-06-30"] * 3
    assert [when.time.value for when in told if when.time] == ["23:15", "11:40"]


def test_an_item_may_begin_with_its_number() -> None:
    """Who was hurt is told in the next sentences; the first item may have no number."""
    text = """Police are investigating two Salina shootings that left five people hurt on Tuesday.

The first shooting happened about 12:30 a.m. in a park. Officers found three men wounded.

The second shooting happened an hour later. A woman was hit in the leg."""
    scenes = find_scenes(make_timed_setting(text, title="Five hurt in two Salina shootings"))
    assert [scene.main for scene in scenes] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Police said the two shootings are connected. The first shooting hurt a man. The second shooting hurt a boy.",
        "Officers went to two domestic violence incidents. Another man was shot at 9 p.m. A boy was shot at 10 p.m.",
    ],
)
def test_what_one_crime_joins_is_no_round_up(text: str) -> None:
    """Connected shootings are one story; calls of another sort are no items."""
    assert sum(scene.main for scene in find_scenes(make_timed_setting(text))) == 1


def test_one_spree_is_no_round_up() -> None:
    """Several shootings by one gunman are told as one report's incident."""
    text = ROUNDUP.replace("in separate incidents", "in three shootings in one man's rampage")
    assert len([scene for scene in find_scenes(make_timed_setting(text)) if scene.main]) == 1
