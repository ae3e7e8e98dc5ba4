"""The JSON Schemas of the public types."""

import json
from pathlib import Path

from citydesk.publish import SCHEMAS, schema_of, write_schemas


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
