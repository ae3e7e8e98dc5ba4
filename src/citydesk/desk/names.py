"""Names that the policy keeps back, found and covered wherever they would be shown: in sentences, titles, texts, JSON.

In: an incident's record as the ledger keeps it and the participants whose names are withheld. Out: what finds these
names in any text. Which they are, and how they are replaced in words, is the policy's matter (`citydesk.publish`);
this module only sees to it that a name withheld from the record does not stand in the sentence beside it.
"""

from collections.abc import Collection, Iterable
from typing import Any

from citydesk.desk.segments import Span
from citydesk.model import Claim, Record, RecordPerson
from citydesk.publish import NameCover, cover_names

BLOCK = "█"
"""Stands in data for each letter of a name withheld, so that offsets of evidence stay true."""
NO_COVER = NameCover(None)
"""Lets every text through as it is."""

_ADDRESSES = frozenset(
    {
        "id",
        "url",
        "claim",
        "report",
        "incident",
        "copy_of",
        "version_of",
        "versions",
        "agree",
        "against",
        "api",
        "page",
        "next",
        "other",
        "incident_api",
        "through",
        "previous",
    }
)
"""Keys in data whose strings lead somewhere and must not be changed."""


def find_names(cover: NameCover, text: str) -> list[Span]:
    """Where names stand in a text that must not be shown."""
    return [match.span() for match in cover.pattern.finditer(text)] if cover.pattern is not None else []


def cover_json(cover: NameCover, value: Any) -> Any:
    """A value made of dicts, lists and plain values; names in its strings are covered letter by letter.

    Keys are left alone, and so are ids and urls, which would no longer lead anywhere.
    """
    if cover.pattern is None:
        return value
    if isinstance(value, str):
        return cover.pattern.sub(lambda found: _blocks(found[0]), value)
    if isinstance(value, list):
        return [cover_json(cover, one) for one in value]
    if isinstance(value, dict):
        return {key: one if _leads_somewhere(key, one) else cover_json(cover, one) for key, one in value.items()}
    return value


def cover_incident(kept: Record, withheld: Collection[int], claims: Iterable[Claim] = ()) -> NameCover:
    """The cover of what a record, and claims about its participants, call those whose names are withheld."""
    told = [(person.number, name) for person in kept.people for name in names_of(person)]
    told += [(c.subject.person, str(c.value)) for c in claims if c.subject.property == "name" and c.subject.person]
    hidden = [name for number, name in told if number in withheld]
    return cover_names(hidden, [name for number, name in told if number not in withheld])


def names_of(person: RecordPerson) -> list[str]:
    """The names that stand for a participant."""
    return [str(v.value) for v in person.values if v.subject.property == "name" and v.value is not None]


def _blocks(words: str) -> str:
    return "".join(BLOCK if letter.isalnum() else letter for letter in words)


def _leads_somewhere(key: str, value: Any) -> bool:
    return key in _ADDRESSES and not isinstance(value, dict)
