"""Names that the policy keeps back, covered wherever they would be shown: in sentences, titles, texts and JSON.

In: an incident's record as the ledger keeps it and the participants whose names are withheld. Out: a `Cover`, which
finds these names in any text. Which they are is the policy's matter (`citydesk.publish`); this module only sees to it
that a name withheld from the record does not stand in the sentence beside it.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from citydesk.desk.segments import Span
from citydesk.model import Claim, Record, RecordPerson

BLOCK = "█"
"""Stands for each letter of a name withheld, so that offsets of evidence stay true."""

_SHORTEST_PART = 3
"""Letters; initials and "de" are not names by themselves."""
_SUFFIXES = frozenset({"jr", "sr", "iii"})


@dataclass(frozen=True, slots=True)
class Cover:
    """Finds and covers withheld names. The cover of nothing lets every text through as it is."""

    pattern: re.Pattern[str] | None = None

    def spans(self, text: str) -> list[Span]:
        """Where names stand in a text that must not be shown."""
        return [m.span() for m in self.pattern.finditer(text)] if self.pattern is not None else []

    def hide(self, words: str) -> str:
        """The words with every letter and digit covered."""
        return "".join(BLOCK if c.isalnum() else c for c in words)

    def text(self, text: str) -> str:
        """A text with the withheld names in it covered, of the same length."""
        return self.pattern.sub(lambda m: self.hide(m[0]), text) if self.pattern is not None else text

    def json(self, value: Any) -> Any:
        """A value made of dicts, lists and plain values with the withheld names in its strings covered.

        Keys are left alone, and so are ids and urls, which would no longer lead anywhere.
        """
        if self.pattern is None:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.json(one) for one in value]
        if isinstance(value, dict):
            return {key: one if _leads_somewhere(key, one) else self.json(one) for key, one in value.items()}
        return value


_ADDRESSES = frozenset({"id", "url", "claim", "report", "incident", "copy_of", "agree", "against", "api", "page"})


def _leads_somewhere(key: str, value: Any) -> bool:
    return key in _ADDRESSES and not isinstance(value, dict)


def cover_names(names: Iterable[str], shown: Iterable[str]) -> Cover:
    """The cover of some names; a part that is also part of a name that may be shown is covered only in full names."""
    names = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
    if not names:
        return Cover()
    kept = {part.casefold() for name in shown for part in _parts(name)}
    parts = sorted({part for name in names for part in _parts(name) if part.casefold() not in kept})
    whole = [r"\s+".join(map(re.escape, name.split())) for name in names]
    single = [re.escape(form) for part in parts for form in dict.fromkeys((part, part.upper()))]
    forms = [f"(?i:{'|'.join(whole)})", *single]
    return Cover(re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)"))


def cover_of(kept: Record, withheld: Collection[int], claims: Iterable[Claim] = ()) -> Cover:
    """The cover of what a record, and claims about its participants, call those whose names are withheld."""
    told = [(person.number, name) for person in kept.people for name in names_of(person)]
    told += [(c.subject.person, str(c.value)) for c in claims if c.subject.property == "name" and c.subject.person]
    names = [name for number, name in told if number in withheld]
    shown = [name for number, name in told if number not in withheld]
    return cover_names(names, shown)


def names_of(person: RecordPerson) -> list[str]:
    """The names that stand for a participant."""
    return [str(v.value) for v in person.values if v.subject.property == "name" and v.value is not None]


def _parts(name: str) -> list[str]:
    words = re.findall(r"\w[\w'’-]*", name)
    return [w for w in words if len(w) >= _SHORTEST_PART and w[0].isupper() and w.casefold() not in _SUFFIXES]
