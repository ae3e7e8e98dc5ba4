"""Law enforcement bodies: their mentions, full names, and the parts that they had.

In: a document; for the parts, the setting, a scene, its people, and what is said by whom. Out: mentions, each with
the fullest name the report has for that body anywhere, and one `AgencyPart` for each body and part. How bodies are
named is left to `agency_names.py`. Bare "police" is no body, nor are coroners and fire departments.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import AgencyMention, PlaceLevel, PlaceMention
from citydesk.read.said.agency_names import (
    BodyName,
    abbreviations_of,
    find_abbreviations,
    find_generic,
    find_handles,
    find_names,
    handle_letters,
    handles_of,
    same_body,
)
from citydesk.read.said.agency_parts import agencies_of
from citydesk.read.said.agency_patterns import Sort

__all__ = ["agencies_of", "find_agencies"]

_STANDS_ALONE = re.compile(r"[A-Z]{1,5}\s?PD|[A-Z]{1,3}BI|[A-Z]{2,3}S[OD]|FDLE|SLED")
"""Abbreviations that can be nothing but a body's."""
_MAX_FORMS = 20
"""Forms of one body that a name is compared with."""
_FIRE_BACK = 2_000
"""Characters back from "the department" in which a fire department may be meant."""
_FIRE = re.compile(r"\b[Ff]ire\s+[Dd]epartment\b")
_PROSECUTOR = re.compile(r"[Aa]ttorney|[Pp]rosecutor")
_CITY = re.compile(r"[Cc]ity\s")
_SHERIFF = re.compile(r"[Ss]heriff")


def find_agencies(document: Document, places: tuple[PlaceMention, ...]) -> tuple[AgencyMention, ...]:
    """Every mention of a law enforcement body that can be told by name, in order.

    Short forms ("Alton police", "APD", "the department", "@altonpolice") have the full name where the report has it.
    """
    text = document.text
    starts = frozenset(
        place.span.start
        for place in places
        if document.in_title(place.span.start) and place.level in (PlaceLevel.CITY, PlaceLevel.COUNTY, PlaceLevel.STATE)
    )
    names = find_names(text, starts)
    fullest = _fullest(names)
    short, handles = _short_forms(names, fullest)
    found: list[tuple[Span, str | None]] = [(name.span, fullest[name]) for name in names]
    for span in find_abbreviations(text):
        words = document.words(span)
        full = short.get(words.replace(" ", ""))
        found.append((span, full or (words if _STANDS_ALONE.fullmatch(words) else None)))
    found.extend((span, handles.get(handle_letters(document.words(span)))) for span in find_handles(text))
    referents = _Referents(document, names, fullest, _most_named(places))
    found.extend((span, referents.name_for(span)) for span in find_generic(text))
    return _mentions(found)


def _mentions(found: list[tuple[Span, str | None]]) -> tuple[AgencyMention, ...]:
    """The mentions of what was found, in order; where two overlap, the longer one."""
    mentions: list[AgencyMention] = []
    for span, name in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        if name is not None and (not mentions or mentions[-1].span.end <= span.start):
            mentions.append(AgencyMention(span, name))
    return tuple(mentions)


def _fullest(names: list[BodyName]) -> dict[BodyName, str]:
    """For each name, the fullest form among those of the same body: the first that says "Department" or "Office"."""
    groups: dict[tuple[Sort, str], list[list[BodyName]]] = {}
    for name in names:
        alike = groups.setdefault((name.sort, name.place[0] if name.place else ""), [])
        home = next((group for group in alike if any(same_body(name, other) for other in group[:_MAX_FORMS])), None)
        if home is None:
            alike.append([name])
        else:
            home.append(name)
    best: dict[BodyName, str] = {}
    for group in (group for alike in groups.values() for group in alike):
        fullest = max(group, key=lambda name: (name.full, len(name.place), -name.span.start)).name
        best.update((name, fullest) for name in group)
    return best


def _short_forms(names: list[BodyName], fullest: dict[BodyName, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What abbreviations and handles stand for; of two bodies with the same, the one named first."""
    short: dict[str, str] = {}
    handles: dict[str, str] = {}
    for name in names:
        full = BodyName(name.span, fullest[name], name.sort, name.place, True)
        for form in sorted(abbreviations_of(name) | abbreviations_of(full)):
            short.setdefault(form, fullest[name])
        for form in sorted(handles_of(name)):
            handles.setdefault(form, fullest[name])
    return short, handles


def _most_named(places: tuple[PlaceMention, ...]) -> str | None:
    """The city that a report names most, of equals the first."""
    cities = [place.value for place in places if place.level is PlaceLevel.CITY]
    return max(dict.fromkeys(cities), key=cities.count, default=None)


@dataclass(frozen=True, slots=True)
class _Referents:
    """The names that "the department", "the sheriff's office" and "city police" can go back to."""

    document: Document
    names: list[BodyName]
    fullest: dict[BodyName, str]
    city: str | None

    def name_for(self, span: Span) -> str | None:
        """What common words go back to: the last body of that sort before; some go forward to a later one too."""
        words = self.document.words(span)
        if _SHERIFF.search(words):
            return self._nearest(span, Sort.SHERIFF) or _without_the(words)
        if _PROSECUTOR.search(words):
            return self._nearest(span, Sort.PROSECUTOR) or _without_the(words)
        if _CITY.match(words):
            return self._nearest(span, Sort.POLICE) or (f"{self.city} police" if self.city is not None else None)
        field = [name for name in self.names if name.sort is not Sort.PROSECUTOR]
        before = bisect_right(field, span.start, key=lambda name: name.span.start)
        last = field[before - 1] if before else None
        if last is None or _FIRE.search(self.document.text, max(last.span.end, span.start - _FIRE_BACK), span.start):
            return None
        return self.fullest[last]

    def _nearest(self, span: Span, sort: Sort) -> str | None:
        """The body of a sort that is named last before words, else first behind them."""
        field = [name for name in self.names if name.sort is sort]
        before = bisect_right(field, span.start, key=lambda name: name.span.start)
        return self.fullest[field[max(before - 1, 0)]] if field else None


def _without_the(words: str) -> str | None:
    """Common words as a name, where nothing in the report names the body."""
    if words.lower().startswith("the "):
        return words.split(None, 1)[1]
    return words if words.endswith(("ffice", "epartment")) else None
