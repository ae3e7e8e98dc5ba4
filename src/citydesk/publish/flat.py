"""From one incident of the open data to a row of a spreadsheet: flat, readable, and harmless to open.

In: the JSON object that `rows` makes. Out: cells. What a report's words say can never become a formula: a cell that
would begin like one gets an apostrophe in front, and no cell holds a line break or a control character.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from pydantic import JsonValue

Row = Mapping[str, JsonValue]
Cell = str | int | float | None

MAX_CELL_LENGTH = 32_000
"""Characters; a spreadsheet breaks a cell of more than 32,767 into two rows."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BETWEEN = "; "


class Head(NamedTuple):
    """A column of the spreadsheet."""

    name: str
    about: str | None
    """What it holds, where the JSON object has no member of that name."""
    take: Callable[[Row], JsonValue]


def cells_of(row: Row) -> list[Cell]:
    """The cells of an incident, in the order of HEADS."""
    return [cell_of(head.take(row)) for head in HEADS]


def cell_of(value: JsonValue) -> Cell:
    """A value as a cell; the items of a list stand side by side with "; " between them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, list):
        value = _BETWEEN.join(str(cell_of(one)) for one in value)
    if isinstance(value, dict):
        value = ", ".join(f"{name}: {cell_of(one)}" for name, one in value.items() if one is not None)
    return _harmless(value)


def _harmless(words: str) -> str:
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if len(plain) > MAX_CELL_LENGTH:
        plain = plain[:MAX_CELL_LENGTH] + " …"
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _same(name: str) -> Head:
    return Head(name, None, lambda row: row[name])


def _role(role: str, name: str) -> Head:
    """Participants in one part, each in words: "Ann Reyes, 34, female, killed"."""

    def take(row: Row) -> JsonValue:
        return [_in_words(person) for person in _dicts(row["people"]) if person["role"] == role]

    return Head(name, f"Participants in the part of {role}: name, age, sex, outcome, charges.", take)


def _in_words(person: Row) -> str:
    name = "(name withheld)" if person["name_withheld"] else person["name"]
    count = person["count"]
    told: list[JsonValue] = [name, person["age"], person["sex"], person["rank"], person["agency"], person["outcome"]]
    told += [person["custody"], *_list(person["charges"])]
    words = ", ".join(str(one) for one in told if one is not None) or "no more is said"
    return f"{count} people: {words}" if isinstance(count, int) and count > 1 else words


def _agencies(row: Row) -> JsonValue:
    return [_agency(one) for one in _list(row["agencies"])]


def _agency(told: JsonValue) -> JsonValue:
    if isinstance(told, dict) and "name" in told:
        return f"{told['name']} ({told['role']})" if told.get("role") is not None else told["name"]
    return told


def _of_values(name: str, about: str, told: Callable[[Row], JsonValue]) -> Head:
    """Something of each value that the record states, where there is something to tell."""

    def take(row: Row) -> JsonValue:
        found = ((value, told(value)) for value in _dicts(row["values"]))
        return list(dict.fromkeys(f"{_path(value)}: {one}" for value, one in found if one is not None))

    return Head(name, about, take)


def _path(value: Row) -> JsonValue:
    return value["property"] if value["person"] is None else f"people.{value['person']}.{value['property']}"


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _dicts(value: JsonValue) -> Iterable[dict[str, JsonValue]]:
    return (one for one in _list(value) if isinstance(one, dict))


HEADS: tuple[Head, ...] = (
    *map(_same, ("id", "date", "date_edtf", "time", "city", "county", "state", "neighborhood", "address")),
    *map(_same, ("place_name", "place_kind", "place_text", "lat", "lon", "precision", "killed", "injured")),
    *map(_same, ("officer_shot", "shot_by_officer", "self_inflicted", "unintentional", "domestic")),
    *map(_same, ("weapons", "shots_fired")),
    *(
        _role(role, f"{role}s" if role != "witness" else "witnesses")
        for role in ("victim", "suspect", "officer", "witness")
    ),
    _same("names_withheld"),
    Head("agencies", None, _agencies),
    _of_values(
        "certainty",
        "Each value that is not plainly stated, with its certainty: alleged, believed, unknown or denied.",
        lambda value: value["certainty"] if value["certainty"] != "stated" else None,
    ),
    _of_values(
        "sources", "Each value that the reports have from somebody, and from whom.", lambda value: value["source"]
    ),
    *map(_same, ("disputed", "reports", "mentioned_in", "report_urls", "publishers", "readers")),
    *map(_same, ("first_published", "last_published")),
)
