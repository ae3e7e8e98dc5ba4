"""Which kind of fact a fact is: its names, by which its scale is looked up, the most telling first.

A kind of fact is named by its path in a reading, without numbers and without "incidents": "kind", "date", "place.city",
"people.age", "quotes.speaker". Yes and no are two kinds ("domestic.yes", "domestic.no"), because one is wrong for other
reasons than the other. A word of a closed vocabulary, and "nobody" of a count, have finer names besides
("people.role.suspect", "killed.none"), and so has every fact of an incident that the report only mentions
("background.date").
"""

from enum import StrEnum

ALL = "all"
"""The name that every fact has last: the scale of all kinds together, where a kind has too few judged facts."""

BACKGROUND = "background."
"""Stands before the names of facts of an incident that the report only mentions."""

NEEDED = frozenset(
    """kind date people.role people.count weapons.kind agencies.name agencies.role attributions.certainty""".split()
)
"""Kinds of fact that are never left out: a reading cannot be without them, or would say something else. A group without
its count would read as one person, and that is a claim. An unsure day still finds a ledger's incident: with unsure days
left out, the day of 0.815 of the development incidents came out right, with them 0.83."""


def kind_of_fact(path: str, value: object) -> str:
    """The kind of a fact, by its path without numbers ("people.age")."""
    if isinstance(value, bool):
        return f"{path}.{'yes' if value else 'no'}"
    return path


def names_of(path: str, value: object, *, main: bool) -> tuple[str, ...]:
    """The names of a fact, finest first; `ALL` is the last. `main` is false for facts of background incidents."""
    kind = kind_of_fact(path, value)
    names = (*_finer(kind, value), kind)
    return (*(() if main else tuple(BACKGROUND + name for name in names)), *names, ALL)


def _finer(kind: str, value: object) -> tuple[str, ...]:
    if isinstance(value, StrEnum):
        return (f"{kind}.{value.value}",)
    if isinstance(value, int) and not isinstance(value, bool) and kind in ("killed", "injured"):
        return (f"{kind}.{'none' if value == 0 else 'some'}",)
    return ()
