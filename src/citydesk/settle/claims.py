"""From what reports tell to claims: one for each fact, about the incident or one of its participants.

In: the tellings of an incident in order of publication, and the participants' numbers in the record. Out: claims, each
with what weighs in settling: how early it was said, by how independent a report, and whether it is a correction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, JsonValue

from citydesk.link import copy_families, outlet_of
from citydesk.model import Claim, ClaimId, Fact, ReportId, Subject, facts_of
from citydesk.settle.corrections import find_corrections
from citydesk.settle.order import day_of
from citydesk.settle.settled import Told


@dataclass(frozen=True, slots=True)
class Said:
    """A claim and what it weighs."""

    claim: Claim
    family: int
    """The first telling of the same page or, of a copy, of the original's: those of one family back a value once."""
    turn: int
    """The telling whose words it has: its own place in order of publication or, of a copy, the original's."""
    day: int
    """Ordinal of the day on which those words were first published; 0, before all others, where no report says."""
    corrects: bool
    """Whether it stands in a sentence that corrects what was reported before."""
    page: ReportId
    """What all versions of its report's page have in common."""
    outlet: str
    """Who published those words first; the report's own id where it does not say."""


def say_all(told: Sequence[Told], numbers: Sequence[Sequence[int]]) -> tuple[Said, ...]:
    """All that the tellings say, in order of publication and of the reading."""
    originals = copy_families([one.report.text for one in told]) if len(told) > 1 else (0,)
    pages = [one.report.page for one in told]
    said: list[Said] = []
    for place, (one, people, original) in enumerate(zip(told, numbers, originals, strict=True)):
        turn = place if pages[original] == pages[place] else original  # a page that was changed is no copy of itself
        family, day = pages.index(pages[original]), day_of(told[turn].report.came_out) or 0
        outlet = outlet_of(told[original].report) or told[original].report.id
        said += [
            Said(_claim(one, path, fact, people), family, turn, day, corrects, pages[place], outlet)
            for path, fact, corrects in _facts_of(one)
        ]
    return tuple(said)


def _facts_of(told: Told) -> Iterator[tuple[str, Fact[Any], bool]]:
    """Each fact of a telling with its path, and whether it is a correction."""
    corrections = find_corrections(told.report)
    for path, fact in facts_of(told.reading.incidents[told.telling]):
        yield path, fact, any(corrections.cover(evidence) for evidence in fact.evidence)


def _claim(told: Told, path: str, fact: Fact[Any], numbers: Sequence[int]) -> Claim:
    return Claim(
        id=ClaimId(f"{told.report.id}/{told.telling}/{path}"),
        report=told.report.id,
        telling=told.telling,
        subject=_subject_of(path, numbers),
        value=_json(fact.value),
        evidence=fact.evidence,
        source=fact.source,
        certainty=fact.certainty,
        confidence=fact.confidence,
        since=told.report.came_out,
    )


def _subject_of(path: str, numbers: Sequence[int]) -> Subject:
    """What a fact is about: its path without the places in lists, which belong to one report.

    A weapon is told by its kind and an agency by its name; the agency's role is a property beside it.
    """
    first, *rest = path.split(".")
    if first == "people":
        return Subject(property=rest[1], person=numbers[int(rest[0])])
    if first == "weapons":
        return Subject(property="weapons")
    if first == "agencies":
        return Subject(property="agencies" if rest[-1] == "name" else "agency_role")
    return Subject(property=path)


def _json(value: object) -> JsonValue:
    if isinstance(value, BaseModel):
        written: dict[str, JsonValue] = value.model_dump(mode="json")
        return written
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"a claim cannot hold {value!r}: expected a value that JSON has")
