"""The lines of a reading's page: which facts stand in it, in which group, under which label, in which words.

In: an incident or a participant. Out: lines for `page` to set.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rich.text import Text

from citydesk.model import FLAGS, Certainty, Fact, Incident, Participant, Role, Sequence
from citydesk.terminal.showing import shown

_LONGEST_WORDS = 160
_MOST_EVIDENCE = 3
_FLAG_LABELS = {"self_inflicted": "self-inflicted"}
_OF_A_PERSON = (
    "count",
    "name",
    "age",
    "sex",
    "race",
    "rank",
    "agency",
    "years_of_service",
    "outcome",
    "condition",
    "wound",
    "custody",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One fact under its label."""

    label: str
    fact: Fact[Any]
    about: bool = False
    """Whether its value is only about right."""


def groups_of(incident: Incident) -> list[tuple[str, list[Line]]]:
    """The facts of an incident but for its people, in groups with their names."""
    place = incident.place
    sequence = [("sequence", incident.sequence)]
    where = ("address", "name", "kind", "neighborhood", "city", "county", "state")
    labels = {"name": "place", "kind": "kind of place"}
    flags = [(_FLAG_LABELS.get(flag, flag.replace("_", " ")), getattr(incident, flag)) for flag in FLAGS]
    weapons = [("weapon", weapon.kind) for weapon in incident.weapons]
    counts = [("killed", incident.killed), ("injured", incident.injured)]
    agencies = [(agency.role.value.value, agency.name) for agency in incident.agencies]
    return [
        ("When", [*_lines([("date", incident.date)]), *_time(incident)]),
        ("Where", _lines((labels.get(level, level), getattr(place, level)) for level in where)),
        ("What", _lines([*counts, *flags, *weapons, ("shots fired", incident.shots_fired), *sequence])),
        ("Agencies", _lines(agencies)),
    ]


def _time(incident: Incident) -> list[Line]:
    return [] if incident.time is None else [Line("time", incident.time, about=bool(incident.time_approximate))]


def _lines(candidates: Iterable[tuple[str, Fact[Any] | None]]) -> list[Line]:
    return [Line(label, fact) for label, fact in candidates if fact is not None]


def lines_of_person(person: Participant) -> list[Line]:
    """The facts of a participant, but for role and mention."""
    told = _lines((name.replace("_", " "), getattr(person, name)) for name in _OF_A_PERSON)
    return [*told, *_lines(("charge", charge) for charge in person.charges)]


def role_of(person: Participant) -> str:
    """A participant's part, as a heading."""
    return str(person.role.value.value).capitalize()


def mention_of(person: Participant) -> Text:
    """The words that the report introduces a participant with, and whether it is an officer."""
    officer = person.officer is not None and person.officer.value and person.role.value is not Role.OFFICER
    return Text.assemble((f"“{shown(person.text, _LONGEST_WORDS)}”", "green"), ", an officer" if officer else "")


def value_of(line: Line) -> str:
    """A fact's value in words."""
    value = line.fact.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Sequence):
        return shown(f"{_ordinal(value.ordinal)} {value.of}, {value.period}")
    if isinstance(value, StrEnum):
        return value.value.replace("_", " ")
    return shown(f"about {value}" if line.about else f"{value:g}" if isinstance(value, float) else str(value))


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 < 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def grounds_of(fact: Fact[Any]) -> Text:
    """The words that say it, the source, and how surely, where that is not simply stated."""
    told = dict.fromkeys(shown(evidence.text, _LONGEST_WORDS) for evidence in fact.evidence)
    words = Text(" ").join(Text(f"“{one}”", style="green") for one in list(told)[:_MOST_EVIDENCE])
    if (rest := len(told) - _MOST_EVIDENCE) > 0:
        words.append(f" and {rest} more", style="dim")
    said = [shown(fact.source)] if fact.source else []
    if fact.certainty is not Certainty.STATED:
        said.append(fact.certainty.value)
    return words.append(f" — {', '.join(said)}", style="yellow") if said else words
