"""What stands in apposition to a source: "the chief, [John Marlow, 51]", "Ann Roe, [a spokeswoman for the county]".

In: a source and the stretch beside it. Out: the source with the name, title and body that the apposition adds. Where
sources stand is left to `sources.py`.
"""

import re

from citydesk.read.page.document import Span
from citydesk.read.said.namings import Source, describe, title_in

_MAX_BEHIND = 120
"""Characters behind a name in which its apposition may stand."""
_MAX_WORDS = 80
"""Characters of an apposition."""
NAME_AFTER = re.compile(r"\s[A-Z][\w’'-]+\.?(?:\s[A-Z][\w’'-]*\.?){1,3}(?=[,.;\"”]|\s(?:who|of|from|in)\s|$)")
"""A name that stands in apposition to a description, behind the comma."""
_ENDS = re.compile(r"[,;:.()“”\"\n]|\s[–—-]\s|\bwho\b|\bsaid\b")
_OPENS = re.compile(
    r"(?:an?|the|his|her|its|their|one|another)\b|[a-z]+(?:man|woman|person)\b|[A-Z]\w+[’']s?\s", re.ASCII
)
_CLAUSE = re.compile(r"\b(?:was|were|is|are|had|has|went|ran|took|came|got|fought|shot|said|told)\b")
_FILLING = re.compile(r"[\s,]*")
_ASIDE = re.compile(r"\d|age\b|who\b|whose\b|which\b")
"""How an apposition begins that names nobody: an age, a relative clause."""


def with_apposition(text: str, head: Source, apposed: Span) -> Source:
    """A head with what its apposition adds: the name if it had none, else a title and a body."""
    span = Span(head.span.start, apposed.end)
    first = _first_named(text, apposed)
    if first is None:
        return Source(span, head.core, head.name, head.title, head.body)
    inner = describe(text, first, first)
    if head.name is None and inner is not None and inner.name is not None:
        title = inner.title or title_in(text, head.core)
        return Source(span, head.core, inner.name, title, inner.body or head.core)
    return Source(span, head.core, head.name, head.title or title_in(text, first), head.body or first)


def apposition_after(text: str, start: int, ceiling: int) -> Span | None:
    """What stands in apposition behind a name's comma: "a spokesman for the city"; None if something else does."""
    end = min(ceiling, start + _MAX_BEHIND)
    mark = _ENDS.search(text, start, end)
    end = mark.start() if mark else end
    piece = text[start:end].strip()
    if not 3 < len(piece) <= _MAX_WORDS or not _OPENS.match(piece) or _CLAUSE.search(piece):
        return None
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def with_name_behind(text: str, source: Source, ceiling: int) -> Source:
    """A description with the name that stands in apposition behind its comma: "his mother, Ann Roe, came"."""
    if source.name is not None or not text.startswith(",", source.core.end):
        return source
    called = NAME_AFTER.match(text, source.core.end + 1, min(ceiling, source.core.end + 60))
    return with_apposition(text, source, Span(*called.span())) if called else source


def _first_named(text: str, apposed: Span) -> Span | None:
    """The first piece between commas that is no age and no relative clause."""
    start = apposed.start
    while start < apposed.end:
        filling = _FILLING.match(text, start, apposed.end)
        start = filling.end() if filling else start
        comma = text.find(",", start, apposed.end)
        end = comma if comma > start else apposed.end
        if start < end and not _ASIDE.match(text, start, end):
            return Span(start, end)
        start = end + 1
    return None
