"""Ids of incidents: short, readable, sortable, and never given twice ("2020-07-02-kansas-city-mo-2")."""

import re
import unicodedata

from sqlalchemy import Connection, bindparam, exists, func, select

from citydesk.ledger.successors import numbered
from citydesk.ledger.tables import incidents
from citydesk.model import IncidentId, Record

MAX_PLACE_LENGTH = 48
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = re.compile(r"\d{4}(?:-\d{2})?")
_LAST = select(func.max(incidents.c.turn)).where(incidents.c.name == bindparam("sought"))
_TAKEN = select(exists().where(incidents.c.id == bindparam("sought")))


def name_of(record: Record) -> str:
    """Day and place of an incident as its record has them now, in the form of an id without its number.

    A day known only roughly gives the month or the year that it lies in; an unknown one "undated", an unknown place
    "nowhere".
    """
    city, state = record.get("place.city") or record.get("place.county"), record.get("place.state")
    place = _slug(" ".join(str(part) for part in (city, state) if part is not None))
    return f"{_when(record.get('date'))}-{place or 'nowhere'}"


def free_id(connection: Connection, name: str) -> tuple[IncidentId, int]:
    """The next id of a name, and its number among those of that name: the first has none in its id."""
    turn = (connection.execute(_LAST, {"sought": name}).scalar() or 0) + 1
    while connection.execute(_TAKEN, {"sought": numbered(name, turn)}).scalar():
        turn += 1  # a place whose name ends in a number
    return IncidentId(numbered(name, turn)), turn


def _when(date: object) -> str:
    if not isinstance(date, str):
        return "undated"
    first, _, last = date.partition("/")
    if _DAY.fullmatch(first) and last in ("", first):
        return first
    shared = first if not last else _shared(first, last)
    return shared if _PERIOD.fullmatch(shared) else "undated"


def _shared(first: str, last: str) -> str:
    """The month or year that two days lie in: "2020-06" and "2020-07" share "2020"."""
    if first[:7] == last[:7]:
        return first[:7]
    return first[:4] if first[:4] == last[:4] else ""


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain).strip("-")[:MAX_PLACE_LENGTH].strip("-")
