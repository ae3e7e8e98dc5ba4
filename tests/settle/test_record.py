"""Records as a whole."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citydesk.model import Certainty, IncidentId, Participant, Place, Precision, facts_of
from citydesk.settle import Told, settle
from tests.link.made import make_fact, make_incident, make_participant, make_reading, make_report
from tests.settle.told import INCIDENT, settle_all, tell


def test_every_fact_becomes_a_claim_of_its_report() -> None:
    """A claim has its fact's value, words, source and certainty, and the day of its report."""
    person = make_participant("Odell Marsh", name="Odell Marsh", charges=(make_fact("assault"),))
    one = tell("a", "2021-03-06", person, killed=make_fact(1, source="police", certainty=Certainty.BELIEVED))
    settled = settle_all(one)
    assert len(settled.claims) == len(list(facts_of(one.reading.incidents[0])))
    assert [claim.id for claim in settled.claims] == sorted(claim.id for claim in settled.claims)
    killed = next(claim for claim in settled.claims if claim.id == "a/0/killed")
    assert (killed.value, killed.source, killed.certainty, killed.since) == (
        1,
        "police",
        Certainty.BELIEVED,
        one.report.published,
    )
    charge = next(claim for claim in settled.claims if claim.id == "a/0/people.0.charges.0")
    assert (charge.subject.property, charge.subject.person) == ("charges", 1)


def test_reports_stand_earliest_first() -> None:
    """A report without a date comes last."""
    told = (tell("a", None), tell("b", "2021-03-07"), tell("c", "2021-03-06"))
    assert settle_all(*told).record.reports == ("c", "b", "a")


def test_nothing_told_is_no_record() -> None:
    """A record without a report is a mistake of the caller, named as such."""
    with pytest.raises(ValueError, match="2021-03-05-fargo-nd"):
        settle(INCIDENT, [])


def _told_at(report: str, place: Place) -> Told:
    given = make_report(report, published="2021-03-06", text=f"Words that only {report} has.")
    return Told(given, make_reading(given, make_incident().model_copy(update={"place": place})), 0)


def test_the_place_is_the_closest_that_fits_the_record() -> None:
    """Coordinates and words come from reports of the city that stands, not from the one that has another."""
    fargo = {"city": make_fact("Fargo"), "state": make_fact("ND")}
    loose = Place(text="in Fargo", lat=46.88, lon=-96.79, precision=Precision.CITY, **fargo)
    close = Place(
        text="on Larimore Avenue",
        address=make_fact("Larimore Avenue"),
        lat=46.9,
        lon=-96.8,
        precision=Precision.NEIGHBORHOOD,
        **fargo,
    )
    wrong = Place(text="in Minot", lat=48.2, lon=-101.3, precision=Precision.NEIGHBORHOOD, city=make_fact("Minot"))
    record = settle_all(_told_at("a", loose), _told_at("b", close), _told_at("c", wrong)).record
    assert (record.get("place.city"), record.lat, record.lon) == ("Fargo", 46.9, -96.8)
    assert (record.precision, record.place_text) == (Precision.NEIGHBORHOOD, "on Larimore Avenue")


def test_a_record_without_a_place_has_no_coordinates() -> None:
    """Nothing is put on the map that no report gives."""
    record = settle_all(tell("a", "2021-03-06", killed=1)).record
    assert (record.lat, record.lon, record.precision, record.place_text) == (None, None, None, None)


_certainties = st.sampled_from([Certainty.STATED, Certainty.STATED, Certainty.ALLEGED, Certainty.DENIED])


def _facts(values: list[Any]) -> st.SearchStrategy[Any]:
    sure = st.sampled_from([0.4, 0.8, 1.0])
    facts = st.builds(
        lambda v, c, s: make_fact(v, certainty=c, confidence=s), st.sampled_from(values), _certainties, sure
    )
    return st.none() | facts


def _told(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: fact for name, fact in facts.items() if fact is not None}


def _participant(**facts: Any) -> Participant:
    return make_participant(**_told(facts))


_participants = st.builds(
    _participant,
    name=_facts(["Odell Marsh", "Marsh", "Odel Marsh", "Rufus Tane"]),
    age=_facts([34, 35, 19]),
    outcome=_facts(["killed", "injured"]),
)


@st.composite
def tellings(draw: st.DrawFn) -> list[Told]:
    """Tellings of one incident, on some of four days, some of them copies."""
    days = st.sampled_from([None, "2021-03-06", "2021-03-06", "2021-03-07"])
    texts = st.sampled_from([None, "A wire story that several outlets print word for word, as wire stories are."])
    told = []
    for n in range(draw(st.integers(1, 5))):
        facts = {
            "killed": draw(_facts([0, 1, 2])),
            "date": draw(_facts(["2021-03-05", "2021-03", "2021-03-06", "2021-03-07"])),
            "time": draw(_facts(["21:30", "09:00"])),
        }
        place = {"city": draw(_facts(["Fargo", "Moorhead"])), "state": draw(_facts(["ND", "MN"]))}
        given = _told(facts)
        people = draw(st.lists(_participants, max_size=3))
        told.append(tell(f"r{n}", draw(days), *people, text=draw(texts), place=_told(place), **given))
    return told


@settings(max_examples=40)
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(told: list[Told], shuffle: Any) -> None:
    """Whatever the order in which tellings are given, record and claims are the same to the byte."""
    mixed = list(told)
    shuffle.shuffle(mixed)
    once, again = settle(IncidentId("i"), told), settle(IncidentId("i"), mixed)
    assert once == again
    assert once.record.model_dump_json() == again.record.model_dump_json()


@settings(max_examples=40)
@given(tellings())
def test_a_record_names_every_claim_of_what_stands(told: list[Told]) -> None:
    """Each standing value rests on a claim that says it, and accounts for every other claim of its property."""
    settled = settle(IncidentId("i"), told)
    claims = {claim.id: claim for claim in settled.claims}
    for standing in (*settled.record.values, *(v for person in settled.record.people for v in person.values)):
        named = (standing.claim, *standing.agree, *standing.against)
        assert len(set(named)) == len(named)
        assert standing.claim is not None
        if claims[standing.claim].subject == standing.subject:
            assert claims[standing.claim].value == standing.value
            assert set(named) == {id_ for id_, claim in claims.items() if claim.subject == standing.subject}
