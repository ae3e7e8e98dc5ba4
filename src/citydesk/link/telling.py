"""A telling: all that linking needs of one incident as one report tells it.

Small enough to be kept beside the reading, so that linking never opens a reading again. `tellings.py` makes them from
reports and readings; what two of them have in common is left to `features.py`.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, fields
from struct import pack, unpack
from typing import Any

from citydesk.model import ReportId

FORMAT = 2
"""Of the written form; goes up when fields change, so that a ledger knows to make its tellings again."""

TellingId = tuple[ReportId, int]
"""A report, and the place of the incident in its reading, from 0."""


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """A participant as one report has it. Words are plain: lower case, no accents, no marks."""

    name: str | None
    """All words of the name but initials and "jr", in order."""
    age: int | None
    sex: str | None
    role: str
    outcome: str | None
    officer: bool | None
    count: int
    """How many people; above 1 for a group that is not told apart."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One incident as one report tells it. None, an empty tuple or an empty set: the report does not say."""

    id: TellingId
    main: bool
    kind: str | None
    """The report's kind."""
    published: int | None
    """Ordinal of the day of publication."""
    outlet: str | None
    """The publisher, else the host of the url."""
    first_day: int | None
    last_day: int | None
    """Ordinals of the days between which it happened; the same where the day is known."""
    minute: int | None
    """Local clock time, in minutes since midnight."""
    ordinal: int | None
    """2 where the report says that it is the second such incident of its period."""
    state: str | None
    city: str | None
    county: str | None
    neighborhood: str | None
    street: str | None
    """Street without number, direction and kind ("potomac"), or both of a crossing ("31st & van brunt")."""
    block: int | None
    """House number, in whole hundreds."""
    site: str | None
    """A named place ("park place mall")."""
    lat: float | None
    lon: float | None
    killed: int | None
    injured: int | None
    flags: tuple[bool | None, ...]
    """In the order of `citydesk.model.FLAGS`."""
    people: tuple[ToldPerson, ...]
    weapons: tuple[str, ...]
    """Kinds, sorted."""
    agencies: tuple[str, ...]
    """Names, sorted."""
    title_words: frozenset[int]
    words: frozenset[int]
    """Hashes of the content words of the title, and of the stretch that tells of the incident."""
    signature: tuple[int, ...]
    """MinHash of that stretch; empty where it has no words."""
    names: frozenset[int]
    """Hashes of all two words in a row in that stretch that are written as names are, whatever was read of them."""

    def to_json(self) -> str:
        """The telling as one compact line, the same for equal tellings; `from_json` reads it back exactly."""
        values = [_WRITE.get(field.name, _as_is)(getattr(self, field.name)) for field in fields(self)]
        return json.dumps([FORMAT, *values], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, written: str) -> "Telling":
        """The telling that `to_json` wrote. Raises ValueError for one of another format."""
        number, *values = json.loads(written)
        if number != FORMAT:
            raise ValueError(f"a telling of format {number!r}, not {FORMAT}: make it again from its reading")
        return cls(*(_READ.get(field.name, _as_is)(value) for field, value in zip(fields(cls), values, strict=True)))


def _as_is(value: Any) -> Any:
    return value


def _packed(numbers: Iterable[int]) -> str:
    """32-bit numbers as base64 of their little-endian bytes, half as long as their decimal digits."""
    listed = list(numbers)
    return b64encode(pack(f"<{len(listed)}I", *listed)).decode("ascii")


def _unpacked(written: str) -> tuple[int, ...]:
    packed = b64decode(written)
    return unpack(f"<{len(packed) // 4}I", packed)


_WRITE: dict[str, Callable[[Any], Any]] = {
    "people": lambda people: [astuple(person) for person in people],
    "title_words": lambda words: _packed(sorted(words)),
    "words": lambda words: _packed(sorted(words)),
    "signature": _packed,
    "names": lambda names: _packed(sorted(names)),
}
_READ: dict[str, Callable[[Any], Any]] = {
    "id": tuple,
    "flags": tuple,
    "people": lambda people: tuple(ToldPerson(*person) for person in people),
    "weapons": tuple,
    "agencies": tuple,
    "title_words": lambda packed: frozenset(_unpacked(packed)),
    "words": lambda packed: frozenset(_unpacked(packed)),
    "signature": _unpacked,
    "names": lambda packed: frozenset(_unpacked(packed)),
}
"""How the fields that JSON has no form for are written and read back."""
