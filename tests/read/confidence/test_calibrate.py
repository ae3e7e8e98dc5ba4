"""Calibration changes confidences, leaves out what is not worth it, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citydesk.model import (
    Certainty,
    Evidence,
    Fact,
    FieldName,
    Incident,
    Participant,
    Place,
    Precision,
    ReaderName,
    Reading,
    ReadReport,
    ReportId,
    Role,
    facts_of,
)
from citydesk.read.confidence.calibrate import calibrate
from citydesk.read.confidence.fact_kinds import ALL, NEEDED
from citydesk.read.confidence.scales import Scale, Scales, open_scales
from tests.model.made import readings
from tests.read.confidence.made import FLAT, scale_of_any_form

SLOW_TO_MAKE = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
ALL_GONE: Scales = {ALL: Scale((0.5,), (0.5,), floor=1.0)}


def said(value: object, confidence: float = 0.8) -> Fact[object]:
    """A fact with this confidence."""
    words = Evidence(field=FieldName.TEXT, start=0, end=4, text="word")
    return Fact(value=value, evidence=(words,), confidence=confidence)


def reading_of(incident: Incident) -> Reading:
    """A reading with one incident."""
    name = ReaderName(name="test", version="1")
    return Reading(reader=name, report=ReadReport(id=ReportId("r1")), kind=None, incidents=(incident,))


def incident_of(**members: object) -> Incident:
    """A main incident with these members."""
    return Incident.model_validate({"main": True} | members)


def _bare(path: str) -> str:
    return ".".join(step for step in path.split(".") if not step.isdigit()).removeprefix("incidents.")


def _without(reading: Reading) -> object:
    def strip(node: object) -> object:
        if isinstance(node, dict):
            return {name: strip(value) for name, value in node.items() if name != "confidence"}
        return [strip(item) for item in node] if isinstance(node, list) else node

    return strip(reading.model_dump(mode="json"))


@SLOW_TO_MAKE
@given(readings)
def test_nothing_but_confidence_changes_without_floors(reading: Reading) -> None:
    """Every value, every word of evidence, every order; and once more changes nothing more."""
    once = calibrate(reading, FLAT)
    assert _without(once) == _without(reading)
    assert {fact.confidence for _, fact in facts_of(once)} <= {0.5}
    assert calibrate(once, FLAT) == once


@SLOW_TO_MAKE
@given(readings, st.dictionaries(st.sampled_from(["killed", "people.name", "people.role"]), scale_of_any_form()))
def test_what_comes_out_is_a_reading(reading: Reading, some: dict[str, Scale]) -> None:
    """It has the published form, its confidences lie within 0 and 1, and it is the same each time."""
    out = calibrate(reading, FLAT | some)
    assert Reading.from_json(out.to_json()) == out
    assert all(0 <= fact.confidence <= 1 for _, fact in facts_of(out))
    assert calibrate(reading, FLAT | some) == out


@SLOW_TO_MAKE
@given(readings)
def test_what_is_needed_is_never_left_out(reading: Reading) -> None:
    """Under a floor that no fact reaches, the needed ones stay, and they alone; no person, weapon or quote goes."""
    out = calibrate(reading, ALL_GONE)
    needed = [path for path, _ in facts_of(reading) if _bare(path) in NEEDED]
    assert [path for path, _ in facts_of(out)] == needed
    assert Reading.from_json(out.to_json()) == out


@SLOW_TO_MAKE
@given(readings)
def test_the_shipped_scales_keep_every_reading_valid(reading: Reading) -> None:
    """With any values."""
    out = calibrate(reading, open_scales())
    assert Reading.from_json(out.to_json()) == out
    assert len(out.incidents) == len(reading.incidents)


def test_a_fact_takes_the_scale_of_its_finest_name() -> None:
    """Nobody killed is another question than how many."""
    scales = FLAT | {"killed": Scale((0.5,), (0.7,)), "killed.none": Scale((0.5,), (0.9,))}
    none = calibrate(reading_of(incident_of(killed=said(0))), scales).incidents[0].killed
    some = calibrate(reading_of(incident_of(killed=said(2))), scales).incidents[0].killed
    assert none is not None
    assert some is not None
    assert (none.confidence, some.confidence) == (0.9, 0.7)


@pytest.mark.parametrize(("main", "share"), [(True, 0.7), (False, 0.2)])
def test_background_incidents_take_their_own_scale_where_there_is_one(main: bool, share: float) -> None:
    """And so do their people."""
    person = Participant.model_validate({"text": "a man", "role": said(Role.VICTIM), "age": said(30)})
    scales = FLAT | {"people.age": Scale((0.5,), (0.7,)), "background.people.age": Scale((0.5,), (0.2,))}
    age = calibrate(reading_of(incident_of(main=main, people=(person,))), scales).incidents[0].people[0].age
    assert age is not None
    assert age.confidence == share


def test_a_fact_is_left_out_under_its_floor_only() -> None:
    """At the floor it stays."""
    scales = FLAT | {"people.name": Scale((0.2, 0.6), (0.2, 0.6), floor=0.4)}
    people = tuple(
        Participant.model_validate({"text": "Lee", "role": said(Role.VICTIM), "name": said("Lee", raw)})
        for raw in (0.3, 0.4, 0.6)
    )
    out = calibrate(reading_of(incident_of(people=people)), scales).incidents[0].people
    assert [person.name and person.name.confidence for person in out] == [None, 0.4, 0.6]


def test_charges_are_left_out_one_by_one() -> None:
    """The others stay, in their order."""
    charges = (said("murder", 0.9), said("assault", 0.1), said("theft", 0.8))
    person = Participant.model_validate({"text": "Lee", "role": said(Role.SUSPECT), "charges": charges})
    scales = FLAT | {"people.charges": Scale((0.0, 1.0), (0.0, 1.0), floor=0.5)}
    out = calibrate(reading_of(incident_of(people=(person,))), scales).incidents[0].people[0]
    assert [charge.value for charge in out.charges] == ["murder", "theft"]


@pytest.mark.parametrize(
    ("precision", "gone", "stays"),
    [
        (Precision.CITY, "place.city", False),
        (Precision.NEIGHBORHOOD, "place.city", False),
        (Precision.CITY, "place.county", True),
        (Precision.STATE, "place.state", False),
        (Precision.STATE, "place.city", True),
    ],
)
def test_coordinates_go_with_the_place_that_they_are_of(precision: Precision, gone: str, stays: bool) -> None:
    """A city that is left out is not on the map either."""
    facts = {name: said("Alton") for name in ("neighborhood", "city", "county", "state")}
    place = Place.model_validate({"lat": 38.9, "lon": -90.2, "precision": precision, **facts})
    out = calibrate(reading_of(incident_of(place=place)), FLAT | {gone: ALL_GONE[ALL]}).incidents[0].place
    assert ((out.lat, out.lon, out.precision) == (38.9, -90.2, precision)) is stays
    assert ((out.lat, out.lon, out.precision) == (None, None, None)) is not stays


def test_coordinates_that_rest_on_no_fact_stay() -> None:
    """Those that the outlet alone tells."""
    place = Place(lat=38.9, lon=-90.2, precision=Precision.CITY)
    assert calibrate(reading_of(incident_of(place=place)), ALL_GONE).incidents[0].place == place


def test_about_goes_with_its_time() -> None:
    """No time, nothing that is approximate."""
    incident = incident_of(time=said("16:45"), time_approximate=True)
    out = calibrate(reading_of(incident), ALL_GONE).incidents[0]
    assert (out.time, out.time_approximate) == (None, None)


def test_source_and_certainty_stay() -> None:
    """Confidence is about the reading, certainty about what the report says."""
    fact = said("16:45").model_copy(update={"source": "police", "certainty": Certainty.BELIEVED})
    time = calibrate(reading_of(incident_of(time=fact)), FLAT).incidents[0].time
    assert time is not None
    assert (time.source, time.certainty, time.confidence) == ("police", Certainty.BELIEVED, 0.5)
