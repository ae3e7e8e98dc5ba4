"""Which value of a property stands, why, and what contradicts it."""

from typing import Any

import pytest

from citydesk.model import Basis, Certainty
from citydesk.settle import Told
from tests.link.made import make_evidence, make_fact, make_participant
from tests.settle.told import reports_in, settle_all, standing_of, tell


def test_the_only_word_stands() -> None:
    """A value that one report gives stands on its claim, and on nothing else."""
    standing = standing_of(settle_all(tell("a", "2021-03-06", killed=1)), "killed")
    assert (standing.value, standing.basis, standing.claim) == (1, Basis.ONLY, "a/0/killed")
    assert standing.agree == standing.against == ()


def test_counts_go_up_as_the_story_develops() -> None:
    """The later count of dead stands; the earlier one contradicts it."""
    told = (tell("a", "2021-03-06", killed=0), tell("c", "2021-03-09", killed=1), tell("b", "2021-03-07", killed=0))
    standing = standing_of(settle_all(*told), "killed")
    assert (standing.value, standing.basis) == (1, Basis.LATEST)
    assert reports_in(standing.against) == ["a", "b"]


def test_a_late_copy_is_no_late_word() -> None:
    """A copy counts as of the day of its original, however late it was published."""
    wire = "A long enough story about a shooting at a bus stop in Fargo, told by a wire service in just these words."
    told = (
        tell("a", "2021-03-06", killed=0, text=wire),
        tell("b", "2021-03-07", killed=1),
        tell("c", "2021-03-08", killed=0, text=wire),
    )
    assert standing_of(settle_all(*told), "killed").value == 1


def test_what_does_not_change_stands_as_most_reports_say() -> None:
    """Two independent reports outweigh a later one; copies of one text count once."""
    wire = "A long enough story about a shooting at a bus stop in Fargo, told by a wire service in just these words."
    told = (
        tell("a", "2021-03-06", date="2021-03-05"),
        tell("b", "2021-03-06", date="2021-03-05"),
        *(tell(f"copy{n}", "2021-03-07", date="2021-03-06", text=wire) for n in range(5)),
    )
    standing = standing_of(settle_all(*told), "date")
    assert (standing.value, standing.basis) == ("2021-03-05", Basis.AGREED)
    assert reports_in(standing.agree) == ["b"]
    assert len(standing.against) == 5


@pytest.mark.parametrize(
    ("name", "less", "more"),
    [
        ("date", "2021-03", "2021-03-05"),
        ("date", "2021-03-01/2021-03-07", "2021-03-05"),
        ("place.address", "Larimore Avenue", "1200 block of Larimore Avenue"),
        ("place.address", "the 1200 block of Larimore Avenue", "1226 Larimore Ave"),
        ("place.address", "12th Street", "Larimore Avenue and 12th Street"),
        ("place.name", "Island Park", "Island Park swimming pool"),
    ],
    ids=["month", "interval", "street", "block", "crossing", "named place"],
)
def test_what_says_more_stands_over_what_says_less(name: str, less: str, more: str) -> None:
    """The closer value stands, and the looser one agrees with it, whichever came first."""
    facts = [
        {"place": {name.removeprefix("place."): v}} if name.startswith("place.") else {name: v} for v in (less, more)
    ]
    for first, second in (facts, facts[::-1]):
        standing = standing_of(settle_all(tell("a", "2021-03-06", **first), tell("b", "2021-03-07", **second)), name)
        assert (standing.value, standing.basis, standing.against) == (more, Basis.SPECIFIC, ())


def test_what_is_stated_stands_over_what_is_believed() -> None:
    """One report that states it outweighs two later ones that only believe or allege."""
    told = (
        tell("a", "2021-03-06", shots_fired=make_fact(5)),
        tell("b", "2021-03-07", shots_fired=make_fact(8, certainty=Certainty.BELIEVED)),
        tell("c", "2021-03-07", shots_fired=make_fact(9, certainty=Certainty.ALLEGED)),
    )
    standing = standing_of(settle_all(*told), "shots_fired")
    assert (standing.value, standing.basis) == (5, Basis.SURER)
    assert reports_in(standing.against) == ["b", "c"]


def test_what_is_denied_does_not_stand() -> None:
    """A denial contradicts who says it, and alone gives no value."""
    denied = tell("b", "2021-03-07", officer_shot=make_fact(True, certainty=Certainty.DENIED))
    standing = standing_of(settle_all(tell("a", "2021-03-06", officer_shot=True), denied), "officer_shot")
    assert (standing.value, reports_in(standing.against)) == (True, ["b"])
    assert settle_all(denied).record.get("officer_shot") is None


def test_a_correction_stands_over_what_more_reports_said() -> None:
    """What a report corrects outweighs what was said before it, however often."""
    text = "CORRECTION: An earlier version of this story gave the wrong day. It was Thursday."
    thursday = make_fact("2021-03-04").model_copy(update={"evidence": (make_evidence(72, "Thursday"),)})
    told = (
        tell("a", "2021-03-06", date="2021-03-05"),
        tell("b", "2021-03-06", date="2021-03-05"),
        tell("c", "2021-03-07", date=thursday, text=text),
    )
    standing = standing_of(settle_all(*told), "date")
    assert (standing.value, standing.basis) == ("2021-03-04", Basis.CORRECTED)
    assert reports_in(standing.against) == ["a", "b"]


def test_a_tie_goes_to_the_first_word() -> None:
    """Of two values that one report each says as surely, the first stands and says so."""
    told = (tell("b", "2021-03-07", time="21:30"), tell("a", "2021-03-06", time="21:00"))
    standing = standing_of(settle_all(*told), "time")
    assert (standing.value, standing.basis) == ("21:00", Basis.FIRST)


def test_the_clearer_of_two_values_stands() -> None:
    """The reader's confidence counts: one plain sentence outweighs one that it had to guess from."""
    guessed = tell("a", "2021-03-06", place={"city": make_fact("Moorhead", confidence=0.5)})
    standing = standing_of(settle_all(guessed, tell("b", "2021-03-07", place={"city": "Fargo"})), "place.city")
    assert (standing.value, standing.basis) == ("Fargo", Basis.CLEARER)


def test_more_reports_outweigh_one_misread_count() -> None:
    """A single later report of fewer wounded does not undo what three others say."""
    told = [tell(f"r{n}", "2021-03-06", injured=3) for n in range(3)]
    standing = standing_of(settle_all(*told, tell("late", "2021-03-09", injured=1)), "injured")
    assert (standing.value, standing.basis) == (3, Basis.AGREED)


@pytest.mark.parametrize(("confidence", "killed"), [(0.9, 2), (0.5, 1)], ids=["surely", "perhaps"])
def test_deaths_only_go_up(confidence: float, killed: int) -> None:
    """A later day's report that surely tells of another death stands over all before it."""
    told = [tell(f"r{n}", "2021-03-06", killed=1) for n in range(3)]
    late = tell("late", "2021-03-08", killed=make_fact(2, confidence=confidence))
    assert standing_of(settle_all(*told, late), "killed").value == killed


@pytest.mark.parametrize(("stated", "stands"), [(0.9, 5), (0.6, 8)], ids=["a sure word", "a doubtful word"])
def test_a_doubtful_statement_stands_over_nothing_that_is_sure(stated: float, stands: int) -> None:
    """What is stated goes before what is believed only if the reader is sure that it is stated."""
    told = (
        tell("a", "2021-03-06", shots_fired=make_fact(5, confidence=stated)),
        tell("b", "2021-03-07", shots_fired=make_fact(8, certainty=Certainty.BELIEVED, confidence=0.99)),
    )
    assert standing_of(settle_all(*told), "shots_fired").value == stands


def test_two_that_agree_outweigh_one_that_is_plainer() -> None:
    """Two doubtful readings of one value are seldom both wrong in the same way."""
    told = [_from(outlet, time=make_fact("21:30", confidence=0.6)) for outlet in ("kfgo", "herald")]
    standing = standing_of(settle_all(*told, _from("lantern", time=make_fact("21:00", confidence=0.9))), "time")
    assert (standing.value, standing.basis) == ("21:30", Basis.AGREED)


def test_one_outlet_twice_is_less_than_two_outlets() -> None:
    """Two reports of the Lantern do not outweigh two of other outlets."""
    lantern = [tell(f"lantern{n}", "2021-03-06", time="21:00") for n in range(2)]
    others = [_from(outlet, time="21:30") for outlet in ("kfgo", "herald")]
    assert standing_of(settle_all(*lantern, *others), "time").value == "21:30"


def test_more_sources_decide_what_is_backed_alike() -> None:
    """What the police and the hospital say stands over what the police alone say as often."""
    police = [_from(o, "2021-03-06", shots_fired=make_fact(5, source="police")) for o in ("kfgo", "herald")]
    both = [
        _from(outlet, "2021-03-07", shots_fired=make_fact(8, source=source))
        for outlet, source in (("tribune", "police"), ("wday", "hospital"))
    ]
    assert standing_of(settle_all(*police, *both), "shots_fired").value == 8


def test_the_earlier_of_two_days_stands() -> None:
    """Backed nearly alike, the day of the shooting stands and not that of the death."""
    later = _from("kfgo", "2021-03-09", date=make_fact("2021-03-06", confidence=0.95))
    earlier = _from("herald", "2021-03-09", date=make_fact("2021-03-05", confidence=0.9))
    standing = standing_of(settle_all(later, earlier), "date")
    assert (standing.value, standing.basis) == ("2021-03-05", Basis.EARLIER)


@pytest.mark.parametrize(("death", "stands"), [(0.5, "injured"), (0.9, "killed")], ids=["misread", "surely told"])
def test_the_dead_stay_dead_if_their_death_is_sure(death: float, stands: str) -> None:
    """A death that the reader was not sure of gives way to later reports of somebody wounded."""
    told = (
        tell("a", "2021-03-06", make_participant(name="Odell Marsh", outcome=make_fact("killed", confidence=death))),
        tell("b", "2021-03-08", make_participant(name="Odell Marsh", outcome=make_fact("injured", confidence=0.8))),
    )
    assert standing_of(settle_all(*told), "outcome", 1).value == stands


def _from(outlet: str, published: str = "2021-03-06", **facts: Any) -> Told:
    """A telling by another outlet than the Lantern."""
    told = tell(outlet, published, **facts)
    return told._replace(report=told.report.model_copy(update={"url": f"https://{outlet}.example/1"}))
