"""Incidents that look alike and are two, and reports that look different and are of one."""

from typing import Any

import pytest

from citydesk.link import EDGE, Telling, cluster, is_copy, score_pair, tellings_of
from citydesk.link.clusters import JOIN
from tests.link.made import DAY, make_incident, make_participant, make_person, make_reading, make_report, make_telling

_TAVERN = "A man was found with gunshot wounds beside a tavern on Elm Street; witnesses heard an argument over a wager."
_MILL = "Officers called to a mill on Verano Road found a wounded man in a truck whose windshield was shattered."


def _unnamed(report: str, text: str, **given: Any) -> Telling:
    """A report of a man of 34, wounded in Fargo that night, without his name."""
    person = make_person(name=None)
    plain: dict[str, Any] = {"people": (person,), "title_words": frozenset(), "agencies": (), "outlet": report}
    return make_telling(report, text=text, **{**plain, **given})


def _are_one(a: Telling, b: Telling) -> bool:
    score = score_pair(a, b)
    return len(cluster([a.id, b.id], {(a.id, b.id): score.probability} if score.counts else {})) == 1


def test_same_city_same_night_same_age_at_other_addresses_are_two() -> None:
    """Another street and another hour part two men of one age."""
    a = _unnamed("r1", _TAVERN, street="elm", minute=1260)
    b = _unnamed("r2", _MILL, street="verano", minute=1420)
    assert not _are_one(a, b)


def test_same_city_same_night_same_age_with_two_names_are_two() -> None:
    """Two victims that are named differently are two, whatever else agrees."""
    a = _unnamed("r1", _TAVERN, people=(make_person(name="odell marsh"),), street=None)
    b = _unnamed("r2", _MILL, people=(make_person(name="rufus tane"),), street=None)
    assert not _are_one(a, b)


def test_father_and_son_shot_in_other_years_are_two() -> None:
    """One last name in one city does not make one incident of two."""
    son = make_person(name="odell marsh", age=22, outcome="killed")
    father = make_person(name="rufus marsh", age=51, outcome="killed")
    later = {"first_day": DAY + 500, "last_day": DAY + 500, "published": DAY + 501}
    a = _unnamed("r1", _TAVERN, people=(son,), street="elm", killed=1, injured=0)
    b = _unnamed("r2", _MILL, people=(father,), street="verano", killed=1, injured=0, **later)
    assert not _are_one(a, b)


def test_a_correction_of_the_name_stays_with_its_incident() -> None:
    """The victim is another than first said; day, street, age and wording hold the correction."""
    first = make_telling("r1", people=(make_person(name="odell marsh"),))
    corrected = make_telling(
        "r2",
        text="Police corrected the name of the man, 34, who was shot and wounded near 12th Street and Larimore Avenue "
        "in Fargo on Friday night: he is Rufus Tane.",
        people=(make_person(name="rufus tane"),),
    )
    assert _are_one(first, corrected)


def test_a_near_copy_is_known_and_linked_whatever_was_read() -> None:
    """A wire story that another paper cut by a sentence, its city misread."""
    story = f"{_TAVERN} {_MILL} Nobody was arrested. Two more people drove to a hospital, where they are stable."
    a, b = _unnamed("r1", story), _unnamed("r2", story.replace(" Nobody was arrested.", ""), city="west fargo")
    assert is_copy(a, b) is not None
    assert _are_one(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"minute": 1435}, {"minute": 10, "first_day": DAY + 1, "last_day": DAY + 1}),
        ({"minute": 110}, {"minute": 170}),
        ({}, {"first_day": DAY, "last_day": DAY + 1, "minute": None}),
    ],
    ids=["five to midnight and ten past", "an hour that daylight saving left out", "the night between two days"],
)
def test_the_edge_of_a_day_parts_nobody(a: dict[str, Any], b: dict[str, Any]) -> None:
    """One report has the call, the other the death; one clock was put forward."""
    assert _are_one(make_telling("r1", **a), make_telling("r2", **b))


def test_a_sunday_report_of_saturday_night_finds_saturdays_incident() -> None:
    """What matters is the day that is told, not the day of the report."""
    saturday = make_incident(
        make_participant("Odell Marsh", name="Odell Marsh", age=34),
        date="2021-03-06",
        place={"city": "Fargo", "state": "ND"},
    )
    at_once = make_report("r1", published="2021-03-06")
    sunday = make_report("r2", text=_TAVERN, published="2021-03-07")
    (a,) = tellings_of(at_once, make_reading(at_once, saturday))
    (b,) = tellings_of(sunday, make_reading(sunday, saturday))
    assert a.first_day == b.first_day == DAY + 1
    assert _are_one(a, b)


def test_what_is_joined_was_worth_keeping() -> None:
    """No two groups are joined by pairs that the ledger does not keep."""
    assert EDGE < JOIN
