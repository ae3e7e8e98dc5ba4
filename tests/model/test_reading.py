"""The reading: the public contract of `citydesk read`."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel, ValidationError

from citydesk.model import (
    SCHEMA,
    Evidence,
    Fact,
    FieldName,
    Incident,
    Participant,
    Place,
    ReaderName,
    Reading,
    ReadReport,
    ReportId,
    Role,
    facts_of,
)
from tests.model.made import readings


def _fact(value: Any) -> Fact[Any]:
    return Fact(value=value, evidence=(Evidence(field=FieldName.TEXT, start=0, end=1, text="A"),))


def _reading(**fields: Any) -> Reading:
    reader = ReaderName(name="rules", version="1")
    return Reading(reader=reader, report=ReadReport(id=ReportId("r1")), kind=None, **fields)


_WRITTEN = _reading().to_json()


@given(readings)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_reading_comes_back_from_json_byte_for_byte(reading: Reading) -> None:
    """What is written is read as an equal value, and written again as the same bytes."""
    for indent in (None, 1):
        written = reading.to_json(indent)
        again = Reading.from_json(written)
        assert again == reading
        assert again.to_json(indent).encode() == written.encode()


def test_the_published_form_has_all_its_members() -> None:
    """What a report does not say is there as null, in the order of the contract."""
    written = json.loads(_reading(incidents=(Incident(main=True, killed=_fact(0)),)).to_json())
    assert list(written) == ["schema", "reader", "report", "kind", "incidents", "quotes", "attributions"]
    assert written["schema"] == SCHEMA == "citydesk.reading/1"
    assert list(written["report"]) == "id url title publisher byline published dateline language".split()
    assert written["incidents"][0]["killed"]["value"] == 0
    assert written["incidents"][0]["injured"] is None
    assert list(written["incidents"][0]["place"])[:3] == ["text", "address", "name"]
    assert list(written["incidents"][0]["killed"]) == ["value", "evidence", "source", "certainty", "confidence"]


@pytest.mark.parametrize(("text", "stands"), [("A man was shot.", True), ("", True), (None, False)])
def test_the_text_stands_in_a_reading_only_where_it_was_put(text: str | None, stands: bool) -> None:
    """A reading without its text has no member for it, not a null."""
    written = ReadReport(id=ReportId("r1"), text=text).model_dump(mode="json")
    assert ("text" in written) is stands


@pytest.mark.parametrize(
    "written",
    [
        "{}",
        "no JSON",
        _WRITTEN.replace("reading/1", "reading/2"),
        _WRITTEN.replace("{", '{"more": 1, ', 1),
    ],
    ids=["empty", "broken", "another schema", "an unknown member"],
)
def test_other_json_is_no_reading(written: str) -> None:
    """Another version or an unknown member is refused, not guessed at."""
    with pytest.raises(ValidationError):
        Reading.from_json(written)


def test_all_facts_have_their_paths() -> None:
    """Each fact of a reading comes with where it stands, in published order."""
    person = Participant(text="a man", role=_fact(Role.VICTIM), charges=(_fact("arson"), _fact("battery")))
    incident = Incident(main=True, date=_fact("2020-07-02"), place=Place(city=_fact("Tulsa")), people=(person,))
    assert [path for path, _ in facts_of(_reading(incidents=(incident,)))] == [
        "incidents.0.date",
        "incidents.0.place.city",
        "incidents.0.people.0.role",
        "incidents.0.people.0.charges.0",
        "incidents.0.people.0.charges.1",
    ]


@given(readings)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_fact_is_passed_over(reading: Reading) -> None:
    """As many facts are found as there are objects with evidence in the JSON."""

    def count(node: Any) -> int:
        inner = sum(map(count, node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()))
        return inner + (isinstance(node, dict) and "evidence" in node)

    assert len(list(facts_of(reading))) == count(json.loads(reading.to_json()))


@given(readings)
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_reading_never_changes(reading: Reading) -> None:
    """All of its types are frozen."""
    for part in (reading, reading.report, *reading.incidents):
        assert isinstance(part, BaseModel)
        with pytest.raises(ValidationError, match="frozen"):
            setattr(part, next(iter(type(part).model_fields)), None)
