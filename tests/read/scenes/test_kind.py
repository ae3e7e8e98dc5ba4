"""What sort of report it is."""

import pytest

from citydesk.model import Kind
from citydesk.read.scenes.kind import kind_of
from citydesk.read.scenes.kind_weights import WEIGHTS
from citydesk.read.scenes.scenes import find_scenes
from tests.read.timed import make_timed_setting


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        (
            "Man shot outside Salina diner",
            "A man was shot outside a diner Wednesday night. Officers were called about 9 p.m. and found the man "
            "wounded in the leg. Police are investigating and ask anyone who saw it to call.",
            Kind.INCIDENT,
        ),
        (
            "Two hurt in Elm Street stabbing",
            "Two people were hurt in a stabbing early Thursday on Elm Street, police said. Officers responded about "
            "2 a.m. Both were taken to a hospital. No one had been arrested.",
            Kind.INCIDENT,
        ),
        (
            "Jury convicts man in diner killing",
            "A jury on Wednesday found Lou Marsh guilty of murder in the shooting of a man outside a diner on Dec. "
            "2, 2018. The judge set sentencing for August. Prosecutors said Marsh fired four shots.",
            Kind.FOLLOW_UP,
        ),
        (
            "Police identify woman killed on Elm Street",
            "Police have identified the woman who was shot and killed Saturday on Elm Street as Ida Lunt, 40. "
            "Friends said at a vigil that she taught music. Her family will hold a funeral Friday.",
            Kind.FOLLOW_UP,
        ),
        (
            "Man arrested in Salina shooting",
            "A man has been arrested in connection with a shooting Wednesday on Elm Street. Police responded about 9 "
            "p.m. and found a woman wounded in the leg. Lou Marsh, 30, was booked into jail and faces charges.",
            Kind.FOLLOW_UP,
        ),
        (
            "No charges in diner shooting",
            "Prosecutors have ruled that the shooting of a man outside a diner last month was self-defense. No charges "
            "will be filed, they said. Police had called it a homicide at first.",
            Kind.FOLLOW_UP,
        ),
        ("Man shot in Salina", "Watch live. Sign in. Subscribe.", Kind.OTHER),
        (
            "Council weighs budget",
            "The council heard from the parks director on Tuesday and put off its vote on the pool until next "
            "month. The pool has been closed since May, and the repairs will cost more than was thought.",
            Kind.OTHER,
        ),
    ],
    ids=["shooting", "stabbing", "verdict", "named victim", "arrest", "ruling", "title only", "no incident"],
)
def test_tells_kinds_apart(title: str, text: str, kind: Kind) -> None:
    """First tellings, later turns, title-only pages and reports of no incident."""
    setting = make_timed_setting(text, title=title)
    told = kind_of(setting, find_scenes(setting))
    assert told is not None
    assert told.value is kind


def test_evidence_is_the_words_that_show_it() -> None:
    """A later turn shows in the words of the turn."""
    setting = make_timed_setting(
        "A judge on Wednesday sentenced Lou Marsh to prison for a shooting on Dec. 2, 2018, outside a diner in "
        "Salina, where a man was killed and his brother was wounded, prosecutors said in court.",
        title="Man pleads guilty to killing",
    )
    told = kind_of(setting, find_scenes(setting))
    assert told is not None
    assert {evidence.text for evidence in told.evidence} <= {
        "judge",
        "sentenced",
        "prison",
        "prosecutors",
        "pleads",
        "guilty",
    }


def test_a_round_up_is_one_by_its_items() -> None:
    """Several main scenes make a round-up, and their words are the evidence."""
    text = (
        "Three people were shot in separate shootings overnight.\n\nAbout 11 p.m., a man was shot on Elm Street.\n\n"
        "In another shooting, a woman was shot at 1 a.m. on Oak Street. She is expected to live, police said."
    )
    setting = make_timed_setting(text)
    told = kind_of(setting, find_scenes(setting))
    assert told is not None
    assert told.value is Kind.ROUNDUP
    assert len(told.evidence) == 2


def test_a_report_without_words_has_no_kind() -> None:
    """No words, no evidence, no kind."""
    assert kind_of(make_timed_setting(""), ()) is None


def test_a_page_of_video_titles_is_unread() -> None:
    """A body that is a list of videos did not come through."""
    text = " ".join(f"0:{n} Driver shot on Fifth Street" for n in range(40, 52))
    setting = make_timed_setting(text, title="Man shot in Salina")
    told = kind_of(setting, find_scenes(setting))
    assert told is not None
    assert told.value is Kind.OTHER


def test_weights_have_signals() -> None:
    """Every weight is of words in a place, or of an age."""
    places = ("in title", "in lead", "in first", "in second", "in body")
    assert [name for name in WEIGHTS if not name.endswith(places) and not name.startswith("age ")] == []
