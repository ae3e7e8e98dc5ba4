"""Facts and their evidence. A fact cannot be made without the words that say it."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from citydesk.model.vocabulary import Certainty, FieldName

V = TypeVar("V")


class Frozen(BaseModel):
    """Base of the public types: immutable, nothing unknown let in."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Evidence(Frozen):
    """Words of a report: `report[field][start:end] == text`, half-open, in code points of the text as given."""

    field: FieldName
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    text: str = Field(min_length=1)


class Fact(Frozen, Generic[V]):
    """One value in a reading with its evidence, source, certainty and confidence."""

    value: V
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """Every span that the value rests on, the telling one first."""
    source: str | None = None
    """Who the report says it from; None where the report says it in its own voice."""
    certainty: Certainty = Certainty.STATED
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    """The chance that the value is right."""


def evidence_holds(fact: Fact[Any], title: str, text: str) -> bool:
    """Whether every piece of the fact's evidence is really there in the report's title and text."""
    fields = {FieldName.TITLE: title, FieldName.TEXT: text}
    return all(fields[e.field][e.start : e.end] == e.text for e in fact.evidence)
