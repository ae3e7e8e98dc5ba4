"""From the ledger to the world: exports and JSON Schemas, and the policy on whose names may be published."""

from citydesk.publish.exports import FORMATS, ExportError, export
from citydesk.publish.flat import HEADS
from citydesk.publish.policy import (
    WITHHELD,
    NameCover,
    NamePolicy,
    apply_policy,
    cover_names,
    cover_of,
    withheld_people,
)
from citydesk.publish.rows import COLUMNS, row_of
from citydesk.publish.schemas import SCHEMAS, schema_of, write_schemas

__all__ = [
    "COLUMNS",
    "FORMATS",
    "HEADS",
    "SCHEMAS",
    "WITHHELD",
    "ExportError",
    "NameCover",
    "NamePolicy",
    "apply_policy",
    "cover_names",
    "cover_of",
    "export",
    "row_of",
    "schema_of",
    "withheld_people",
    "write_schemas",
]
