"""What was known when, and what each report changed."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citydesk.model import Change, Published, Step, Weapon
from citydesk.settle import Told, history_of, settle, settle_as_of
from tests.link.made import make_fact, make_participant, make_report
from tests.settle.test_record import tellings
from tests.settle.told import INCIDENT, settle_all, tell

CENTRAL = timezone(timedelta(hours=-5))


def _at(report: str, published: Published | None, **facts: Any) -> Told:
    """A telling that came out at a moment."""
    told = tell(report, None, **facts)
    return told._replace(report=told.report.model_copy(update={"published": published}))


def _changes(step: Step) -> list[tuple[str, int | None, Any, Any, str]]:
    return [(c.subject.property, c.subject.person, c.before, c.after, c.report) for c in step.changes]


def _changed(step: Step, name: str) -> list[Change]:
    return [change for change in step.changes if change.subject.property == name]


def test_a_condition_that_changes_is_told_step_by_step() -> None:
    """In surgery, then stable, then dead: each with the report that brought it."""
    marsh = {"name": "Odell Marsh", "outcome": "injured"}
    told = (
        tell("mon", "2021-03-08", make_participant(**marsh, condition="in surgery")),
        tell("tue", "2021-03-09", make_participant(**marsh, condition="stable")),
        tell("thu", "2021-03-11", make_participant(name="Odell Marsh", outcome="killed")),
    )
    first, second, third = history_of(told)
    assert [change.after for change in _changed(first, "condition")] == ["in surgery"]
    assert _changes(second) == [("condition", 1, "in surgery", "stable", "tue")]
    assert ("outcome", 1, "injured", "killed", "thu") in _changes(third)


def test_who_is_named_later_is_the_same_participant_in_the_steps() -> None:
    """A 25-year-old man on Monday is John Smith, 25, on Tuesday: his name is new, he is not."""
    told = (
        tell("mon", "2021-03-08", make_participant("a 25-year-old man", age=25, sex="male", outcome="injured")),
        tell("tue", "2021-03-09", make_participant("Jonas Smit, 25", name="Jonas Smit", age=25, outcome="injured")),
    )
    assert _changes(history_of(told)[1]) == [("name", 1, None, "Jonas Smit", "tue")]


def test_a_weapon_told_more_closely_is_one_change() -> None:
    """A firearm that turns out to be a rifle became one; a knife beside it is new."""

    def weapons(*kinds: str) -> tuple[Weapon, ...]:
        return tuple(Weapon(text=kind, kind=make_fact(kind)) for kind in kinds)

    told = (
        tell("a", "2021-03-08", weapons=weapons("firearm")),
        tell("b", "2021-03-09", weapons=weapons("rifle", "knife")),
    )
    assert _changes(history_of(told)[1]) == [
        ("weapons", None, "firearm", "rifle", "b"),
        ("weapons", None, None, "knife", "b"),
    ]


def test_a_correction_of_a_name_is_a_change() -> None:
    """The victim's name that a correction gives takes the place of the one first reported."""
    wrong = make_participant("Odell Marsh, 34", name="Odell Marsh", age=34, outcome="killed")
    words = "CORRECTION: An earlier version of this story gave the wrong name of the man. He was Rufus Tane, 34."
    right = make_participant("Rufus Tane, 34", name="Rufus Tane", age=34, outcome="killed")
    told = (tell("a", "2021-03-08", wrong), tell("b", "2021-03-09", right, text=words))
    assert ("name", 1, "Odell Marsh", "Rufus Tane", "b") in _changes(history_of(told)[1])
    then, now = settle_as_of(INCIDENT, told, date(2021, 3, 8)), settle(INCIDENT, told)
    assert then is not None
    assert (then.record.people[0].get("name"), now.record.people[0].get("name")) == ("Odell Marsh", "Rufus Tane")
    assert len(now.record.people) == 1


def test_reports_of_one_moment_are_one_step() -> None:
    """Which of two reports of one day came first nobody knows; they change the record together."""
    steps = history_of((tell("b", "2021-03-08", killed=1), tell("a", "2021-03-08", killed=1), tell("c", None)))
    assert [(step.published, step.reports) for step in steps] == [(date(2021, 3, 8), ("a", "b")), (None, ("c",))]


@pytest.mark.parametrize(
    ("published", "when", "known"),
    [
        (date(2020, 7, 2), date(2020, 7, 2), True),
        (date(2020, 7, 2), datetime(2020, 7, 2, 23, 59, tzinfo=UTC), False),
        (date(2020, 7, 2), datetime(2020, 7, 3, 0, 0, tzinfo=UTC), True),
        (datetime(2020, 7, 2, 18, 0, tzinfo=UTC), datetime(2020, 7, 2, 18, 0, tzinfo=UTC), True),
        (datetime(2020, 7, 2, 18, 0, 1, tzinfo=UTC), datetime(2020, 7, 2, 18, 0, tzinfo=UTC), False),
        (datetime(2020, 7, 2, 18, 0, tzinfo=CENTRAL), datetime(2020, 7, 2, 22, 59, tzinfo=UTC), False),
        (datetime(2020, 7, 2, 18, 0, tzinfo=CENTRAL), datetime(2020, 7, 2, 23, 0, tzinfo=UTC), True),
        (datetime(2020, 7, 2, 20, 0, tzinfo=CENTRAL), date(2020, 7, 2), False),
        (datetime(2020, 7, 2, 0, 0, tzinfo=UTC), date(2020, 7, 1), False),
        (datetime(2020, 7, 2, 0, 0, tzinfo=UTC), datetime(2020, 7, 1, 19, 0, tzinfo=CENTRAL), True),
        (
            datetime(2020, 11, 1, 1, 30, tzinfo=timezone(timedelta(hours=-6))),
            datetime(2020, 11, 1, 7, 0, tzinfo=UTC),
            False,
        ),
        (None, date(2200, 1, 1), False),
    ],
    ids=[
        "a day is known at its end",
        "but not a minute before",
        "and the next midnight",
        "the very moment",
        "a second later",
        "another zone, before",
        "another zone, the same moment",
        "evening there, the next day in UTC",
        "midnight begins its day",
        "midnight, asked in another zone",
        "the second 1:30 of the night when clocks go back",
        "no date, never",
    ],
)
def test_a_report_is_known_once_it_has_surely_come_out(
    published: Published | None, when: Published, known: bool
) -> None:
    """A day counts from its end; times are compared as moments, whatever their zones."""
    assert (settle_as_of(INCIDENT, [_at("a", published, killed=1)], when) is not None) == known


def test_the_last_step_gives_the_record() -> None:
    """What all steps leave standing is what stands."""
    told = (tell("a", "2021-03-06", killed=1, date="2021-03"), tell("b", "2021-03-07", killed=2, date="2021-03-05"))
    values = {}
    for step in history_of(told):
        values.update({change.subject.property: change.after for change in step.changes})
    record = settle_all(*told).record
    assert values == {value.subject.property: value.value for value in record.values}


@settings(max_examples=60)
@given(tellings(), tellings(), st.sampled_from([date(2021, 3, 6), datetime(2021, 3, 7, tzinfo=UTC)]))
def test_what_comes_out_later_changes_nothing_in_what_was_known(
    told: list[Told], further: list[Told], when: Published
) -> None:
    """As of a time, the record is the same to the byte, whatever comes out after that time."""
    later = [
        one._replace(report=make_report(f"later-{n}", text=one.report.text, published="2021-03-09"))
        for n, one in enumerate(further)
    ]
    assert settle_as_of(INCIDENT, told, when) == settle_as_of(INCIDENT, [*later, *told], when)


@settings(max_examples=60)
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter_for_the_steps(told: list[Told], shuffle: Any) -> None:
    """Steps follow publication, not the order in which tellings are given; each has its reports, all of them once."""
    mixed = list(told)
    shuffle.shuffle(mixed)
    steps = history_of(told)
    assert steps == history_of(mixed)
    assert sorted(report for step in steps for report in step.reports) == sorted(one.report.id for one in told)
