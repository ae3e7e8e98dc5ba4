"""A reading whose confidences mean something: each is the chance that its fact is right.

A reading comes in, with what the reader itself made of each fact; it goes out with the share that the fact's scale
gives for that. A fact under its scale's floor is left out, unless the reading could not do without it. Nothing else
changes: no value, no evidence, no order.
"""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel

from citydesk.model import Fact, Incident, Place, Precision, Reading
from citydesk.read.confidence.fact_kinds import NEEDED, names_of
from citydesk.read.confidence.scales import Scale, Scales

M = TypeVar("M", bound=BaseModel)

_LEVELS = {
    Precision.NEIGHBORHOOD: ("neighborhood", "city"),
    Precision.CITY: ("city",),
    Precision.COUNTY: ("county",),
    Precision.STATE: ("state",),
}
"""The facts that coordinates of each precision rest on."""


def calibrate(reading: Reading, scales: Scales) -> Reading:
    """The reading with each confidence put on its scale, and facts left out that are more likely wrong than useful."""
    return _part(reading, "", scales, main=True)


def _part(part: M, path: str, scales: Scales, *, main: bool) -> M:
    """A part of a reading, with all that is below it."""
    if isinstance(part, Incident):
        main, path = part.main, ""
    changed: dict[str, object] = {}
    for name in type(part).model_fields:
        old = getattr(part, name)
        below = f"{path}.{name}" if path else name
        new: object = old
        if isinstance(old, Fact):
            new = _fact(old, below, scales, main=main)
        elif isinstance(old, tuple):
            new = tuple(_items(old, below, scales, main=main))
        elif isinstance(old, BaseModel):
            new = _part(old, below, scales, main=main)
        if new is not old:
            changed[name] = new
    return part.model_copy(update=_with_what_hangs_on(part, changed)) if changed else part


def _items(items: tuple[object, ...], path: str, scales: Scales, *, main: bool) -> Iterator[object]:
    for item in items:
        if isinstance(item, Fact):
            fact = _fact(item, path, scales, main=main)
            if fact is not None:
                yield fact
        elif isinstance(item, BaseModel):
            yield _part(item, path, scales, main=main)
        else:
            yield item


def _fact(fact: Fact[object], path: str, scales: Scales, *, main: bool) -> Fact[object] | None:
    scale = scale_of(path, fact.value, scales, main=main)
    share = scale.of(fact.confidence)
    if share < scale.floor and path not in NEEDED:
        return None
    return fact if share == fact.confidence else fact.model_copy(update={"confidence": share})


def scale_of(path: str, value: object, scales: Scales, *, main: bool) -> Scale:
    """The scale of a fact: that of its finest name that has one. Raises KeyError if not even `ALL` has."""
    names = names_of(path, value, main=main)
    return scales[next((name for name in names if name in scales), names[-1])]


def _with_what_hangs_on(part: BaseModel, changed: dict[str, object]) -> dict[str, object]:
    """The changes, and those that follow where a fact is left out: what is no fact itself does not outlive its fact."""
    gone = {name for name, value in changed.items() if value is None}
    if isinstance(part, Incident) and "time" in gone:
        changed["time_approximate"] = None
    if isinstance(part, Place) and part.precision is not None and gone.intersection(_LEVELS[part.precision]):
        changed |= {"lat": None, "lon": None, "precision": None}
    return changed
