"""How many participants were killed or wounded, as they are told one by one."""

from citydesk.model import Fact, Outcome, Role
from citydesk.read.what.told_singly import count_told
from tests.read.what.people import make_person, make_words


def test_counts_persons_and_groups() -> None:
    """One and a group of two are three, on the words of each; suspects are told apart."""
    people = (
        make_person(outcome=Outcome.KILLED, name="Ann Lee"),
        make_person(outcome=Outcome.KILLED, words=make_words(1), count=2),
        make_person(outcome=Outcome.KILLED, role=Role.SUSPECT, words=make_words(2)),
        make_person(outcome=Outcome.INJURED),
    )
    told = count_told(people, Outcome.KILLED)
    assert (told.number, told.suspects, len(told.evidence)) == (4, 1, 3)


def test_does_not_count_a_half_described_person_twice() -> None:
    """Words such as "the girl" may be the 6-year-old that the report tells of, and no second child."""
    girl = make_person("the girl", outcome=Outcome.INJURED)
    aged = girl.model_copy(update={"age": Fact(value=6, evidence=girl.role.evidence)})
    assert count_told((aged, girl), Outcome.INJURED).number == 1


def test_counts_no_witness_and_no_bare_number() -> None:
    """A witness's harm is another matter, and "16 and 18" are ages more often than groups."""
    people = (
        make_person(role=Role.WITNESS, outcome=Outcome.INJURED),
        make_person("16", outcome=Outcome.INJURED, count=16),
    )
    assert count_told(people, Outcome.INJURED).number == 0


def test_counts_names_once() -> None:
    """Two parts of one name are one named person."""
    lee = make_person(outcome=Outcome.KILLED, name="Ann Lee")
    assert count_told((lee, lee), Outcome.KILLED).named == 1
