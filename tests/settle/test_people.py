"""Participants matched across reports."""

import pytest

from citydesk.model import Participant
from tests.link.made import make_participant
from tests.settle.told import settle_all, standing_of, tell


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            make_participant("a 34-year-old man", age=34, sex="male"),
            make_participant("Odell Marsh", name="Odell Marsh", age=34),
        ),
        (make_participant(name="Odell Marsh"), make_participant(name="Odel Marsh", outcome="killed")),
        (make_participant(name="Odell Marsh", age=34), make_participant("Marsh", name="Marsh")),
        (make_participant(name="Odell Marsh", age=34), make_participant(name="Odell Marsh", age=35)),
        (make_participant(name="Odell Marsh", age=43), make_participant(name="Odell Marsh", age=34, role="suspect")),
        (make_participant("a man", sex="male", outcome="injured"), make_participant("a man", outcome="killed")),
        (make_participant("three teens", count=3), make_participant("three others", count=3)),
    ],
    ids=[
        "age, then name",
        "misspelt",
        "last name",
        "birthday",
        "one name, much mixed up",
        "the only victim",
        "a group",
    ],
)
def test_one_person_in_two_reports(first: Participant, second: Participant) -> None:
    """Two reports of one incident mean the same person in different words."""
    settled = settle_all(tell("a", "2021-03-06", first), tell("b", "2021-03-07", second))
    assert len(settled.record.people) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (make_participant(name="Odell Marsh"), make_participant(name="Rufus Tane")),
        (make_participant(age=34, sex="male"), make_participant(age=19, sex="male")),
        (make_participant(sex="male"), make_participant(sex="female")),
        (make_participant(age=34), make_participant(age=34, role="suspect")),
        (make_participant(name="Odell Marsh Sr."), make_participant(name="Odell Marsh, Jr.")),
        (make_participant(name="Odell Marsh", age=41), make_participant(name="Odell Marsh Jr.", age=16)),
        (make_participant("a man"), make_participant("two men", count=2)),
    ],
    ids=["other name", "other age", "other sex", "other role", "father and son", "son of one name", "one and a group"],
)
def test_two_people_in_two_reports(first: Participant, second: Participant) -> None:
    """What contradicts keeps people apart."""
    settled = settle_all(tell("a", "2021-03-06", first), tell("b", "2021-03-07", second))
    assert len(settled.record.people) == 2


def test_two_people_of_one_report_stay_two() -> None:
    """Twins of one report are never joined, even by a report that names one of them only by age."""
    twins = [make_participant(name=name, age=19, sex="female") for name in ("Ida Lund", "Eva Lund")]
    settled = settle_all(tell("a", "2021-03-06", *twins), tell("b", "2021-03-07", make_participant(age=19)))
    assert len(settled.record.people) == 2


def test_people_are_numbered_as_first_told() -> None:
    """A later report adds at the end, whatever the order in which reports are given."""
    early = tell("b", "2021-03-06", make_participant(name="Odell Marsh"), make_participant(name="Rufus Tane"))
    late = tell(
        "a", "2021-03-08", make_participant(name="Zoe Abel", role="suspect"), make_participant(name="Rufus Tane")
    )
    record = settle_all(late, early).record
    assert [(p.number, p.get("name")) for p in record.people] == [
        (1, "Odell Marsh"),
        (2, "Rufus Tane"),
        (3, "Zoe Abel"),
    ]


def test_the_fullest_mention_stands_for_the_person() -> None:
    """A named mention is fuller than a long description."""
    described = make_participant("a 34-year-old man from north Fargo", age=34)
    named = make_participant("Odell Marsh, 34", name="Odell Marsh", age=34)
    settled = settle_all(tell("a", "2021-03-06", described), tell("b", "2021-03-07", named))
    assert settled.record.people[0].text == "Odell Marsh, 34"
    assert standing_of(settled, "age", 1).agree == ("b/0/people.0.age",)


def test_the_dead_stay_dead() -> None:
    """A later report that still has the victim wounded contradicts the death and does not undo it."""
    told = [
        tell(report, day, make_participant(name="Odell Marsh", outcome=outcome))
        for report, day, outcome in [
            ("a", "2021-03-06", "injured"),
            ("b", "2021-03-07", "killed"),
            ("c", "2021-03-08", "injured"),
        ]
    ]
    standing = standing_of(settle_all(*told), "outcome", 1)
    assert (standing.value, len(standing.against)) == ("killed", 2)
