"""Reports from JSON objects, as the lines of an archive or as `citydesk gather` writes them.

In: one JSON text. Out: the report, and a problem where a part of it could not be used; InputError where none of it can.
"""

import json
from typing import Any

from pydantic import ValidationError

from citydesk.gather.decode import holdable
from citydesk.gather.exports import under_our_names
from citydesk.gather.heading import read_heading
from citydesk.gather.published import parse_published
from citydesk.model import (
    DatelineValue,
    Fact,
    InputError,
    Origins,
    Problem,
    Published,
    Report,
    ReportId,
    evidence_holds,
    make_report_id,
)

_OPTIONAL = ("url", "publisher", "byline", "language", "section", "partial", "file")
_MAX_ID = 200
_MAX_SHORT = 4_000
_MAX_NOTES = 20


def parse_object(written: str) -> Any:
    """The JSON value of a text, in which control characters may stand as they are.

    Raises InputError, with what and where, if it is not JSON.
    """
    try:
        return json.loads(written, strict=False)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}" if "\n" in written.strip() else f"column {error.colno}"
        what = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
        raise InputError(f"is not JSON: {what} at {at}; mend it and give it again") from None
    except RecursionError:
        raise InputError("is not JSON that can be read: it is nested too deep") from None
    except ValueError as error:
        raise InputError(f"is not JSON that can be read: {error}") from None


def report_from_object(given: object, *, where: str, file: str | None = None) -> tuple[Report, Problem | None]:
    """The report that a JSON object holds, and a problem where its date had to be left out.

    Raises InputError if it is no report: not an object, neither text nor title, or a field of the wrong type.
    """
    if not isinstance(given, dict):
        raise InputError(f'is {type(given).__name__}, not a JSON object with a "text"')
    given = under_our_names(given)
    text, title = _words(given, "text") or "", _words(given, "title") or ""
    if not text.strip() and not title.strip():
        raise InputError('has no "text" and no "title"')
    short = {name: _short(given, name) for name in _OPTIONAL}
    short["file"] = short["file"] or file
    stated, fault = _published(given.get("published"))
    heading = read_heading(text)
    published = stated or heading.published
    report = Report(
        id=_id(given, short["url"], text or title),
        text=text,
        title=title,
        published=published,
        dateline=_dateline(given, title, text) or heading.dateline,
        plain=given.get("plain", True) is not False,
        **_gathered(given),
        **{**short, "publisher": short["publisher"] or heading.publisher},
    )
    if fault is None:
        return report, None
    instead = "with that of its own head" if published is not None else "without a date"
    return report, Problem(where, f"{fault}; read {instead}")


def _gathered(given: dict[str, Any]) -> dict[str, Any]:
    """What only `citydesk gather` writes; members of another form are left out."""
    corrections, part_of = given.get("corrections"), given.get("part_of")
    notes = corrections if isinstance(corrections, list) else []
    try:
        origins = Origins.model_validate(given["origins"]) if given.get("origins") else None
        updated = parse_published(given["updated"]) if isinstance(given.get("updated"), str) else None
    except (ValidationError, InputError):
        origins = updated = None
    return {
        "updated": updated,
        "corrections": tuple(holdable(note)[:_MAX_SHORT] for note in notes[:_MAX_NOTES] if isinstance(note, str)),
        "part_of": ReportId(holdable(part_of)) if isinstance(part_of, str) and len(part_of) <= _MAX_ID else None,
        "origins": origins,
    }


def _words(given: dict[str, Any], name: str) -> str | None:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(f'has a "{name}" that is {type(value).__name__}, not words')
    return holdable(value) if value else None


def _short(given: dict[str, Any], name: str) -> str | None:
    """A field of a line's length; a list of names (as some exports write authors) is joined."""
    value = given.get(name)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if value is not None and not isinstance(value, str):
        raise InputError(f'has a "{name}" that is {type(value).__name__}, not words')
    return holdable(value)[:_MAX_SHORT] if value else None


def _id(given: dict[str, Any], url: str | None, text: str) -> ReportId:
    value = given.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return make_report_id(url, text)
    if not isinstance(value, str) or len(value) > _MAX_ID:
        raise InputError(f'has an "id" that is not a short text: {str(value)[:40]!r}')
    return ReportId(holdable(value))


def _published(value: object) -> tuple[Published | None, str | None]:
    """The publication time, and what is wrong with it."""
    if value is None or value == "":
        return None, None
    try:
        if not isinstance(value, str):
            raise InputError(f"published {str(value)[:40]!r} is no date: give it as YYYY-MM-DD")
        return parse_published(value), None
    except InputError as error:
        return None, str(error)


def _dateline(given: dict[str, Any], title: str, text: str) -> Fact[DatelineValue] | None:
    """A dateline that `citydesk gather` found earlier; one whose words are not in the report is left out."""
    try:
        fact = Fact[DatelineValue].model_validate(given["dateline"])
    except (KeyError, ValidationError):
        return None
    return fact if evidence_holds(fact, title, text) else None
