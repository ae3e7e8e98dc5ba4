"""The condition of somebody who has died since."""

from citydesk.model import Basis, Participant
from citydesk.settle import Told, history_of
from tests.link.made import make_participant
from tests.settle.told import reports_in, settle_all, standing_of, tell


def _victim(**facts: str) -> Participant:
    return make_participant(name="Odell Marsh", **facts)


def _course() -> tuple[Told, ...]:
    return (
        tell("a", "2021-03-06", _victim(outcome="injured", condition="in surgery")),
        tell("b", "2021-03-07", _victim(outcome="injured", condition="stable")),
        tell("c", "2021-03-09", _victim(outcome="killed")),
    )


def test_the_condition_ends_with_death() -> None:
    """It rests on the words that tell of the death, and is no dispute."""
    standing = standing_of(settle_all(*_course()), "condition", 1)
    assert (standing.value, standing.claim, standing.basis) == ("died", "c/0/people.0.outcome", Basis.LATEST)
    assert (reports_in(standing.against), standing.disputed) == (["a", "b"], False)


def test_the_course_of_the_condition_ends_with_death() -> None:
    """In surgery, stable, died: each with its report."""
    steps = history_of(_course())
    course = [(c.after, c.report) for step in steps for c in step.changes if c.subject.property == "condition"]
    assert course == [("in surgery", "a"), ("stable", "b"), ("died", "c")]


def test_a_condition_told_with_the_death_or_after_it_stays() -> None:
    """What a report says of the hours before the death is what it says."""
    told = tell("a", "2021-03-06", _victim(outcome="killed", condition="critical"))
    assert standing_of(settle_all(told), "condition", 1).value == "critical"
    later = tell("d", "2021-03-10", _victim(outcome="killed", condition="grave"))
    assert standing_of(settle_all(*_course(), later), "condition", 1).value == "grave"


def test_somebody_wounded_keeps_the_condition() -> None:
    """Nobody is declared dead."""
    assert standing_of(settle_all(*_course()[:2]), "condition", 1).value == "stable"
