"""How many were killed and wounded."""

import pytest

from citydesk.model import Evidence, Fact, Outcome, Participant, Role
from citydesk.read.what.counts import counts_of
from tests.read.settings import make_setting, whole_scene


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two men were killed and three others wounded outside a bar.", 2, 3),
        ("A shooting left one person dead and four others hospitalized.", 1, 4),
        ("Gunfire at a car wash killed three and injured two.", 3, 2),
        ("Police are investigating a triple homicide on Vine Street.", 3, 0),
        ("Five people were shot, two fatally shot, at a block party.", 2, 3),
        ("Three teen girls and one man were shot in a drive-by.", 0, 4),
        ("One person was in critical condition, three others were injured.", 0, 4),
        ("There have been 14 people killed so far this year.", None, None),
        ("Police have no suspects.", None, None),
    ],
)
def test_takes_stated_totals(text: str, killed: int | None, injured: int | None) -> None:
    """Totals as stated; 0 where one side accounts for everyone hit; nothing where nothing is said."""
    setting = make_setting(text)
    counts = counts_of(setting, whole_scene(setting), ())
    assert (counts.killed.value if counts.killed else None) == killed
    assert (counts.injured.value if counts.injured else None) == injured


def _person(outcome: Outcome, start: int, count: int | None = None) -> Participant:
    words = Evidence(field="text", start=start, end=start + 1, text="x")
    return Participant(
        text="x",
        role=Fact(value=Role.VICTIM, evidence=(words,)),
        outcome=Fact(value=outcome, evidence=(words,)),
        count=None if count is None else Fact(value=count, evidence=(words,)),
    )


def test_counts_the_participants_where_no_total_is_stated() -> None:
    """One killed and a group of two wounded make 1 and 2, on the words of each."""
    setting = make_setting("xxx")
    people = (_person(Outcome.KILLED, 0), _person(Outcome.INJURED, 1, count=2))
    counts = counts_of(setting, whole_scene(setting), people)
    assert counts.killed is not None
    assert counts.injured is not None
    assert (counts.killed.value, counts.injured.value) == (1, 2)
    assert counts.injured.evidence[0].start == 1


def test_a_stated_total_goes_before_a_count() -> None:
    """The report knows of one death, however often its words name the dead."""
    setting = make_setting("One person was killed.")
    counts = counts_of(setting, whole_scene(setting), (_person(Outcome.KILLED, 0), _person(Outcome.KILLED, 1)))
    assert counts.killed is not None
    assert counts.killed.value == 1


def test_does_not_count_a_half_described_person_twice() -> None:
    """Words such as "the girl" may be the 6-year-old that the report tells of, and no second child."""
    setting = make_setting("xxx")
    girl = _person(Outcome.INJURED, 0)
    aged = girl.model_copy(update={"age": Fact(value=6, evidence=girl.role.evidence)})
    counts = counts_of(setting, whole_scene(setting), (aged, girl))
    assert counts.injured is not None
    assert counts.injured.value == 1
