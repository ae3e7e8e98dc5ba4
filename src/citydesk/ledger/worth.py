"""What a person may put in place of a value: a value of the property's own kind, within reason.

In: a property and what somebody typed, or JSON. Out: the value as claims have it.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args

import us
from pydantic import JsonValue, TypeAdapter, ValidationError

from citydesk.ledger.errors import CannotDecide
from citydesk.link import days_of
from citydesk.model import Fact, Incident, Participant, Place

MAX_LENGTH = 300
MAX_COUNT = 100_000
MAX_AGE = 120
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_SHOWN = 60


def check_value(name: str, value: JsonValue, *, person: bool) -> JsonValue:
    """The value as a claim of the property would have it. Raises CannotDecide for one that cannot be.

    Text is taken for what the property needs: "35" is an age, "true" is a yes.
    """
    kinds = _kinds(Participant if person else Incident)
    if name not in kinds:
        whose = "a participant" if person else "an incident"
        raise CannotDecide(
            f"{name[:_SHOWN]!r} is no value of {whose} that can be corrected: give one of {', '.join(kinds)}"
        )
    try:
        adapter = TypeAdapter(kinds[name])
        checked = adapter.validate_strings(value.strip()) if isinstance(value, str) else adapter.validate_python(value)
    except ValidationError as error:
        expected = error.errors(include_url=False)[0]["msg"]
        raise _wrong(name, value, expected) from error
    told: JsonValue = adapter.dump_python(checked, mode="json")
    if (fault := _LIMITS.get(name, _any_fault)(told)) is not None:
        raise _wrong(name, value, fault)
    return told


def _wrong(name: str, value: JsonValue, expected: str) -> CannotDecide:
    return CannotDecide(f"{str(value)[:_SHOWN]!r} cannot be the {name}: {expected[0].lower()}{expected[1:]}")


@cache
def _kinds(model: type[Incident] | type[Participant]) -> Mapping[str, Any]:
    """The kind of each single value of an incident or a participant, in published order."""
    kinds: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name == "place":
            inner = Place.model_fields.items()
            kinds.update(
                {f"place.{level}": kind for level, one in inner if (kind := _kind(one.annotation)) is not None}
            )
        elif (kind := _kind(field.annotation)) is not None and name != "sequence":
            kinds[name] = kind
    return kinds


def _kind(annotation: Any) -> Any:
    """What a fact's value is; None for what is no single fact."""
    for one in (annotation, *get_args(annotation)):
        if isinstance(one, type) and issubclass(one, Fact):
            return one.__pydantic_generic_metadata__["args"][0]
    return None


def _any_fault(value: JsonValue) -> str | None:
    if isinstance(value, str):
        return None if 0 < len(value) <= MAX_LENGTH else f"give 1 to {MAX_LENGTH} characters"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return None if 0 <= value <= MAX_COUNT else f"give a number from 0 to {MAX_COUNT:,}"
    return None


def _age_fault(value: JsonValue) -> str | None:
    return None if isinstance(value, int) and 0 <= value <= MAX_AGE else f"give years from 0 to {MAX_AGE}"


def _date_fault(value: JsonValue) -> str | None:
    known = isinstance(value, str) and len(value) <= MAX_LENGTH and days_of(value) is not None
    return None if known else "give a day (2020-07-02), a month (2020-07) or an interval (2020-07-01/2020-07-03)"


def _time_fault(value: JsonValue) -> str | None:
    return None if isinstance(value, str) and _CLOCK.fullmatch(value) else "give local clock time as HH:MM"


def _state_fault(value: JsonValue) -> str | None:
    known = {state.abbr for state in [*us.states.STATES_AND_TERRITORIES, us.states.DC]}
    return None if value in known else "give the two letters of a state"


_LIMITS: dict[str, Callable[[JsonValue], str | None]] = {
    "age": _age_fault,
    "date": _date_fault,
    "time": _time_fault,
    "place.state": _state_fault,
}
