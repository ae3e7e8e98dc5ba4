"""JSON Schemas of what Citydesk puts out, for the programs of others."""

import json
from pathlib import Path

from pydantic import BaseModel

from citydesk.model import Reading, Report

SCHEMAS: dict[str, type[BaseModel]] = {"reading.schema.json": Reading, "report.schema.json": Report}
"""File name and the type that it describes: a reading as `read` writes it, a report as `gather` does."""


def schema_of(name: str) -> str:
    """The text of one of the SCHEMAS, always the same for the same types."""
    kind = SCHEMAS[name]
    written = kind.model_json_schema(mode="validation" if kind is Report else "serialization", by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **written}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into a folder, which is made if it is not there; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / name for name in SCHEMAS]
    for file in files:
        file.write_text(schema_of(file.name), encoding="utf-8")
    return files
