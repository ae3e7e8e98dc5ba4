"""The JSON Schemas of the public types."""

import json
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings

from citydesk.gather import report_from_text
from citydesk.model import Reading
from citydesk.publish import SCHEMAS, schema_of, write_schemas
from tests.model.made import readings

DOCS = Path(__file__).parents[2] / "docs" / "schema"


def test_every_schema_is_written_as_it_is_told(tmp_path: Path) -> None:
    """One file each, the same every time."""
    files = write_schemas(tmp_path / "schema")
    assert [file.name for file in files] == list(SCHEMAS)
    assert all(file.read_text("utf-8") == schema_of(file.name) for file in files)


def test_the_reading_is_described_in_its_published_form() -> None:
    """Its version stands under `schema`, as it is written."""
    schema = json.loads(schema_of("reading.schema.json"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["schema"]["const"] == "citydesk.reading/1"
    assert {"reader", "report", "kind", "incidents", "quotes", "attributions"} <= set(schema["properties"])


def test_the_schemas_in_docs_are_current() -> None:
    """`make schema` writes them anew."""
    assert {file.name: file.read_text("utf-8") for file in DOCS.iterdir()} == {
        name: schema_of(name) for name in SCHEMAS
    }


@given(readings)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_reading_is_what_its_schema_says(reading: Reading) -> None:
    """Whatever is in it."""
    schema = jsonschema_rs.validator_for(json.loads(schema_of("reading.schema.json")))
    schema.validate(json.loads(reading.to_json()))


def test_a_gathered_report_is_what_its_schema_says() -> None:
    """Without what is not known of it."""
    schema = jsonschema_rs.validator_for(json.loads(schema_of("report.schema.json")))
    report = report_from_text("date 2021-03-05\nTULSA, Okla. (KZQX) -- A man was shot.")
    schema.validate(json.loads(report.model_dump_json(exclude_none=True)))


@pytest.mark.parametrize("member", ["report", "incidents", "schema"])
def test_a_reading_that_lacks_something_is_none(member: str) -> None:
    """What a report does not say is there as null, and so the schema asks for every member."""
    schema = json.loads(schema_of("reading.schema.json"))
    assert member in schema["required"]
    assert "place" in schema["$defs"]["Incident"]["required"]
    assert "text" not in schema["$defs"]["ReadReport"]["required"]
