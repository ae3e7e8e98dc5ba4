"""Proposals as a form carries them: one word for a button's value, and back.

In: a proposal, or the fields that a form sent. Out: the other. What a form sends is hostile: only the fields named here
are read, each of its own kind and bounded; whether the proposal makes sense, the ledger says.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from pydantic import JsonValue

from citydesk.ledger import Proposal
from citydesk.model import ClaimId, IncidentId, InputError, ReportId, Ruling, Subject
from citydesk.settle import SEVERAL

LONGEST_FIELD = 2_000
MOST_FIELDS = 1_100
"""A split may name a thousand reports."""
_TEXTS = ("claim", "incident", "property", "other")
_NUMBERS = ("person", "telling", "decision")

Fields = Mapping[str, Sequence[str]]


def code_of(proposal: Proposal) -> str:
    """A proposal as the value of a button."""
    told = {name: getattr(proposal, name) for name in (*_TEXTS, *_NUMBERS)}
    fields: list[tuple[str, object]] = [("what", proposal.what.value)]
    fields += [(name, value) for name, value in told.items() if value is not None]
    fields += [("report", one) for one in proposal.reports]
    if proposal.value is not None:
        fields.append(("value", json.dumps(proposal.value, ensure_ascii=False)))
    return urlencode(fields)


@dataclass(frozen=True, slots=True)
class Button:
    """One way to decide."""

    label: str
    code: str


def claim_code(what: Ruling, claim: ClaimId) -> str:
    """The code that accepts or rejects a claim."""
    return code_of(Proposal(what, claim=claim))


def correction_code(incident: IncidentId, subject: Subject) -> str | None:
    """The code of a correction whose value is typed; None where a property has several values, or is no single one."""
    if subject.property in SEVERAL or subject.property == "sequence":
        return None
    return code_of(Proposal(Ruling.CORRECT, incident=incident, property=subject.property, person=subject.person))


def parse_fields(body: bytes) -> dict[str, list[str]]:
    """The fields of a button's value. Raises InputError for what is none, or too large."""
    try:
        fields = parse_qs(body.decode("ascii"), max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:  # not ASCII, not UTF-8 below its percent signs, or too many fields
        raise InputError("the form could not be understood: go back and send it again") from error
    return checked_fields(fields)


def checked_fields(fields: Fields) -> dict[str, list[str]]:
    """Fields that say something, in bounds. Raises InputError for one that is too long."""
    for name, values in fields.items():
        if any(len(value) > LONGEST_FIELD for value in values):
            raise InputError(f"{name[:40]} is too long: give at most {LONGEST_FIELD:,} characters")
    told = {name: [value for value in values if value] for name, values in fields.items()}
    return {name: values for name, values in told.items() if values}


def proposal_in(fields: Fields) -> Proposal:
    """The proposal that a form's fields make: those of the button pressed, and those typed beside it.

    Raises InputError where they make none.
    """
    pressed: Fields = parse_fields(_one(fields, "choice", "").encode()) if "choice" in fields else {}
    told = {**pressed, **{name: values for name, values in fields.items() if name not in pressed}}
    what = _one(told, "what", "")
    if what not in set(Ruling):
        raise InputError(f"{what[:40]!r} is no ruling: press one of the buttons")
    claim, incident, name, other = (_one(told, field, "").strip() or None for field in _TEXTS)
    person, telling, decision = (_number(told, field) for field in _NUMBERS)
    return Proposal(
        Ruling(what),
        claim=None if claim is None else ClaimId(claim),
        incident=None if incident is None else IncidentId(incident),
        property=name,
        person=person,
        value=_value(told),
        other=None if other is None else IncidentId(other),
        reports=tuple(ReportId(one.strip()) for one in told.get("report", ()) if one.strip()),
        telling=telling,
        decision=decision,
    )


def _value(fields: Fields) -> JsonValue:
    """What was typed, as text; else what the button has, as JSON."""
    if "typed" in fields:
        return _one(fields, "typed", "")
    try:
        told: JsonValue = json.loads(_one(fields, "value", "null"))
    except ValueError as error:
        raise InputError("the form could not be understood: go back and send it again") from error
    return told


def _number(fields: Fields, name: str) -> int | None:
    told = _one(fields, name, "").strip()
    if not told:
        return None
    if not told.isdecimal() or len(told) > 12:
        raise InputError(f"{name}: give a whole number (given: {told[:40]!r})")
    return int(told)


def _one(fields: Fields, name: str, missing: str) -> str:
    values = fields.get(name, ())
    return values[0] if values else missing
