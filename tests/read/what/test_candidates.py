"""What the numbers of the killed and the wounded may be."""

from citydesk.model import Outcome, Participant, Role
from citydesk.read.what.candidates import Candidate, find_injured, find_killed, open_account
from tests.read.settings import make_setting, whole_scene
from tests.read.what.people import make_person, make_words


def _killed(text: str, *people: Participant, title: str = "") -> list[tuple[int, str]]:
    setting = make_setting(text, title=title)
    found = find_killed(open_account(setting, whole_scene(setting), people))
    return [(candidate.number, candidate.basis) for candidate in found]


def _injured(text: str, killed: int, *people: Participant) -> list[tuple[int, str]]:
    setting = make_setting(text)
    found = find_injured(open_account(setting, whole_scene(setting), people), Candidate(killed, "chosen"))
    return [(candidate.number, candidate.basis) for candidate in found]


def test_title_and_text_may_disagree() -> None:
    """Each says its own number; a sign of death, and participants without any, say theirs."""
    found = _killed("Three men were killed.", title="Two dead in Salina")
    assert found == [
        (2, "dead title total"),
        (3, "dead lead total"),
        (1, "death in title"),
        (0, "nobody told"),
        (0, "a death"),
    ]


def test_a_dead_suspect_comes_to_those_he_killed() -> None:
    """What he "killed" leaves him out who then turned the gun on himself."""
    suspect = make_person(role=Role.SUSPECT, outcome=Outcome.KILLED, words=make_words(2))
    text = "A man killed three people at a market. He turned the gun on himself."
    assert (4, "dead lead total") in _killed(text, suspect)
    assert (3, "dead lead total") in _killed(text)


def test_himself_comes_to_the_others_of_a_sentence() -> None:
    """His wife, two sons, then himself are four."""
    assert (4, "dead lead total") in _killed("He killed his wife and two sons, then himself.")


def test_a_headline_counts_the_third_victim_to_die_as_three() -> None:
    """A later turn gives the new total by order; further down, the third may be of those hit."""
    assert (3, "dead title total") in _killed("Salina mourns.", title="Third victim dies after shooting at mill")
    assert (1, "dead lead one") in _killed("A third victim died at the mill.")


def test_the_dead_are_taken_from_those_who_were_shot() -> None:
    """Of five shot, one of whom is dead, four are wounded; "others" are wounded all."""
    assert (4, "hit lead total") in _injured("Five people were shot at a mill.", 1)
    assert (3, "hit lead total") in _injured("Three others were shot at a mill.", 1)


def test_totals_of_other_incidents_are_no_candidates() -> None:
    """What happened this year or in several shootings is not counted."""
    assert _injured("Ten people were wounded in separate shootings. So far this year 90 men were shot.", 0) == [
        (0, "nobody told"),
        (0, "a wound"),
        (1, "nobody dead"),
    ]


def test_silence_speaks_for_none() -> None:
    """News says in its first sentences that somebody died, if anybody did."""
    assert _killed("A man was shot in the leg.")[-1] == (0, "no death")
