"""The API's documentation as plain display values, made from its OpenAPI description.

In: the description that is also served as JSON. Out: operations with parameters and answers, and the forms of the
answers with their fields. Nothing is fetched from elsewhere, so the page works offline.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_REFERENCE = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a request may carry."""

    name: str
    where: str
    kind: str
    default: str | None
    told: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and the form that comes with it."""

    status: str
    told: str
    form: str | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked."""

    anchor: str
    path: str
    summary: str
    told: str
    parameters: tuple[Parameter, ...]
    answers: tuple[Answer, ...]
    example: str | None
    """An address to try, for an operation that needs no id."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of an answer; `form` is the name of the form that it holds, if it is one of those described."""

    name: str
    kind: str
    form: str | None
    told: str


@dataclass(frozen=True, slots=True)
class FormPart:
    """The form of an answer or of a part of one."""

    name: str
    told: str
    fields: tuple[FormField, ...]
    values: tuple[str, ...]
    """Of a closed vocabulary."""


@dataclass(frozen=True, slots=True)
class ApiPage:
    """All that the template of the documentation shows."""

    version: str
    told: str
    operations: tuple[Operation, ...]
    forms: tuple[FormPart, ...]


def api_page(described: Mapping[str, Any]) -> ApiPage:
    """The documentation of a described API."""
    operations = tuple(_operation(path, methods["get"]) for path, methods in described["paths"].items())
    schemas = described["components"]["schemas"]
    return ApiPage(
        version=described["info"]["version"],
        told=described["info"]["description"],
        operations=operations,
        forms=tuple(_form(name, schemas[name]) for name in sorted(schemas)),
    )


def _operation(path: str, told: Mapping[str, Any]) -> Operation:
    parameters = tuple(_parameter(one) for one in told.get("parameters", ()))
    return Operation(
        anchor=path.strip("/").replace("/", "-").replace("{", "").replace("}", ""),
        path=path,
        summary=told["summary"],
        told=told.get("description", ""),
        parameters=parameters,
        answers=tuple(_answer(status, one) for status, one in told["responses"].items()),
        example=None if "{" in path or any(one["required"] for one in told.get("parameters", ())) else path,
    )


def _parameter(told: Mapping[str, Any]) -> Parameter:
    schema = told["schema"]
    default = schema.get("default")
    return Parameter(
        name=told["name"],
        where=told["in"],
        kind=_kind(schema).removesuffix(" or null"),
        default=str(default) if default is not None else None,
        told=told.get("description") or schema.get("description", ""),
    )


def _answer(status: str, told: Mapping[str, Any]) -> Answer:
    schema = told.get("content", {}).get("application/json", {}).get("schema", {})
    described = told["description"] if told["description"] != "Successful Response" else "The answer."
    return Answer(status, described, next(_forms_in(schema), None))


def _form(name: str, schema: Mapping[str, Any]) -> FormPart:
    fields = tuple(
        FormField(field, _kind(told), next(_forms_in(told), None), told.get("description", ""))
        for field, told in schema.get("properties", {}).items()
    )
    return FormPart(name, schema.get("description", ""), fields, tuple(map(str, schema.get("enum", ()))))


def _kind(schema: Mapping[str, Any]) -> str:
    """What sort of value a schema asks for, in a few words: "text", "number or null", "list of Claim"."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_REFERENCE)
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    if "const" in schema:
        return f"“{schema['const']}”"
    sort = schema.get("type", "any JSON")
    if sort == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    if sort == "object":
        held = schema.get("additionalProperties")
        return f"map to {_kind(held)}" if isinstance(held, dict) else "object"
    if sort == "string":
        return {"date": "day", "date-time": "time"}.get(schema.get("format", ""), "text")
    return {"integer": "whole number", "boolean": "true or false"}.get(sort, str(sort))


def _forms_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield str(schema["$ref"]).removeprefix(_REFERENCE)
        for one in schema.values():
            yield from _forms_in(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from _forms_in(one)
