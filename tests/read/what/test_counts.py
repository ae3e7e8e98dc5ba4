"""How many were killed and wounded."""

import pytest

from citydesk.model import Outcome, Participant
from citydesk.read.what.candidates import Candidate
from citydesk.read.what.count_weights import INJURED, KILLED
from citydesk.read.what.counts import Counts, bases_of, choose, counts_of
from tests.read.settings import make_setting, whole_scene
from tests.read.what.people import make_person, make_words


def _counts(text: str, *people: Participant, title: str = "") -> Counts:
    setting = make_setting(text, title=title)
    return counts_of(setting, whole_scene(setting), people)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two men were killed and three others wounded outside a bar.", 2, 3),
        ("A shooting left one person dead and four others hospitalized.", 1, 4),
        ("Gunfire at a car wash killed three and injured two.", 3, 2),
        ("Police are investigating a triple homicide on Vine Street.", 3, 0),
        ("Five people were shot, two fatally, at a block party.", 2, 3),
        ("Three teen girls and one man were shot in a drive-by.", 0, 4),
        ("One person was in critical condition, three others were injured.", 0, 4),
        ("A father killed his wife and two sons, then himself, at their home.", 4, 0),
        ("There have been 14 people killed so far this year.", None, None),
        ("Police have no suspects.", None, None),
    ],
)
def test_takes_stated_totals(text: str, killed: int | None, injured: int | None) -> None:
    """Totals as stated; 0 where one side accounts for everyone hit; nothing where nothing is said."""
    counts = _counts(text)
    assert (counts.killed.value if counts.killed else None) == killed
    assert (counts.injured.value if counts.injured else None) == injured


def test_counts_the_participants_where_no_total_is_stated() -> None:
    """Those told singly are counted, on the words of each."""
    text = "The deadly fight began at a mill. Marlow died of a wound; Roe and Lowell lay hurt."
    hurt = (
        make_person(outcome=Outcome.INJURED, words=make_words(text.index(name), name)) for name in ("Roe", "Lowell")
    )
    dead = make_person(outcome=Outcome.KILLED, words=make_words(text.index("Marlow"), "Marlow"))
    counts = _counts(text, dead, *hurt)
    assert counts.killed is not None
    assert counts.injured is not None
    assert (counts.killed.value, counts.injured.value) == (1, 2)
    assert [words.text for words in counts.injured.evidence] == ["Roe", "Lowell"]


def test_what_participants_say_otherwise_lowers_the_confidence_and_stands_beside() -> None:
    """The report states one death; two told singly make it less sure, and the words of both are given."""
    one, two = (make_person(outcome=Outcome.KILLED, words=make_words(at)) for at in (0, 1))
    agreed = _counts("One person was killed.", one).killed
    disputed = _counts("One person was killed.", one, two).killed
    assert agreed is not None
    assert disputed is not None
    assert (agreed.value, disputed.value) == (1, 1)
    assert disputed.confidence < agreed.confidence
    assert len(disputed.evidence) == 3


def test_a_headline_of_one_dead_outweighs_two_told() -> None:
    """Two dead participants under "man dies" are one man told twice more often than two."""
    one, two = (make_person(outcome=Outcome.KILLED, words=make_words(at)) for at in (0, 1))
    killed = _counts("A man was shot at a mill.", one, two, title="Man dies after shooting").killed
    assert killed is not None
    assert killed.value == 1


def test_of_two_numbers_with_as_much_weight_the_smaller_is_chosen() -> None:
    """The choice does not depend on the order of candidates."""
    found = [Candidate(3, "a"), Candidate(2, "a")]
    assert choose(found, {"a": 1.0}).number == choose(found[::-1], {"a": 1.0}).number == 2


def test_each_number_speaks_for_itself_by_its_size() -> None:
    """None, one and several are bases of their own."""
    assert bases_of([Candidate(0, "a"), Candidate(7, "b")]) == [(0, "a"), (7, "b"), (0, "of none"), (7, "of several")]


def test_a_stated_total_in_the_title_weighs_most() -> None:
    """The tables order the bases as a reader would."""
    assert max(KILLED, key=KILLED.__getitem__) == "dead title total"
    assert max(INJURED, key=INJURED.__getitem__) == "hurt title total"
