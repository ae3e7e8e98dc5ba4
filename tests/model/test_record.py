"""Records: what stands of the claims about an incident."""

import pytest
from pydantic import JsonValue, ValidationError

from citydesk.model import Basis, ClaimId, IncidentId, Record, RecordPerson, ReportId, Standing, Subject

REPORTS = (ReportId("r1"),)


def _standing(name: str, value: JsonValue, person: int | None = None) -> Standing:
    subject = Subject(property=name, person=person)
    return Standing(subject=subject, value=value, claim=ClaimId(f"r1/0/{name}"), basis=Basis.ONLY)


RECORD = Record(
    incident=IncidentId("2020-07-02-tulsa-ok-1"),
    values=(_standing("killed", 0), _standing("place.city", "Tulsa"), _standing("weapons", "knife")),
    people=(RecordPerson(number=1, text="a man", values=(_standing("age", 24, 1),)),),
    reports=REPORTS,
)


@pytest.mark.parametrize(("name", "value"), [("killed", 0), ("place.city", "Tulsa"), ("injured", None)])
def test_a_record_gives_the_value_that_stands(name: str, value: JsonValue) -> None:
    """0 is a value; what no report says is None."""
    assert RECORD.get(name) == value
    assert (RECORD.get(name) is None) is (value is None)


def test_a_person_of_a_record_gives_the_value_that_stands() -> None:
    """As the record itself does."""
    assert RECORD.people[0].get("age") == 24
    assert RECORD.people[0].get("name") is None


def test_a_record_comes_back_from_json() -> None:
    """Byte for byte."""
    written = RECORD.model_dump_json()
    assert Record.model_validate_json(written) == RECORD
    assert Record.model_validate_json(written).model_dump_json() == written


def test_an_incident_without_a_report_cannot_be() -> None:
    """Nothing is known but from reports."""
    with pytest.raises(ValidationError):
        Record(incident=IncidentId("x"), reports=())
