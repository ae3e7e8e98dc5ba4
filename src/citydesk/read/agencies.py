"""Law enforcement bodies: their mentions, full names, and the parts that they had.

In: a document; for the parts, the setting, a scene, its people, and what is said by whom. Out: mentions, each with
the fullest name the report has for that body anywhere, and one `AgencyPart` for each body and part. How bodies are
named is left to `agency_names.py`. Bare "police" is no body, nor are coroners and fire departments.
"""

import re
from bisect import bisect_right

from citydesk.read.agency_names import (
    BodyName,
    Sort,
    abbreviates,
    find_abbreviations,
    find_generic,
    find_handles,
    find_names,
    is_handle_of,
    same_body,
)
from citydesk.read.agency_parts import agencies_of
from citydesk.read.document import Document, Span
from citydesk.read.setting import AgencyMention, PlaceLevel, PlaceMention

__all__ = ["agencies_of", "find_agencies"]

_STANDS_ALONE = re.compile(r"[A-Z]{2,5}\s?PD$|[A-Z]BI$|FDLE$|SLED$|[A-Z]{2,4}BI$")
_FIRE = re.compile(r"\b[Ff]ire\s+[Dd]epartment\b")
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
    mentions = {name.span: AgencyMention(name.span, fullest[name]) for name in names}
    for span in find_abbreviations(text):
        _add(mentions, span, _abbreviated(document.words(span), names, fullest))
    for span in find_handles(text):
        matches = (fullest[name] for name in names if is_handle_of(document.words(span), name))
        _add(mentions, span, next(matches, None))
    for span in find_generic(text):
        _add(mentions, span, _referred(document, span, names, fullest))
    return tuple(mentions[span] for span in sorted(mentions))


def _add(mentions: dict[Span, AgencyMention], span: Span, name: str | None) -> None:
    if name is not None and not any(other.start < span.end and span.start < other.end for other in mentions):
        mentions[span] = AgencyMention(span, name)


def _fullest(names: list[BodyName]) -> dict[BodyName, str]:
    """For each name, the fullest form among those of the same body: the first that says "Department" or "Office"."""
    groups: list[list[BodyName]] = []
    for name in names:
        home = next((group for group in groups if any(same_body(name, other) for other in group)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return {name: max(group, key=lambda n: (n.full, len(n.place), -n.span.start)).name for group in groups for name in group}


def _abbreviated(short: str, names: list[BodyName], fullest: dict[BodyName, str]) -> str | None:
    """What an abbreviation stands for: the one name with its initials, else itself if it can be nothing else."""
    for name in names:
        if abbreviates(short, name) or abbreviates(short, _renamed(name, fullest[name])):
            return fullest[name]
    return short if _STANDS_ALONE.search(short) else None


def _renamed(name: BodyName, full: str) -> BodyName:
    return BodyName(name.span, full, name.sort, name.place, True)


def _referred(document: Document, span: Span, names: list[BodyName], fullest: dict[BodyName, str]) -> str | None:
    """What "the department" goes back to: the last body before it of that sort, or for a sheriff's office the only one."""
    sheriff = _SHERIFF.search(document.words(span)) is not None
    fit = [name for name in names if (name.sort is Sort.SHERIFF if sheriff else name.sort is not Sort.PROSECUTOR)]
    before = bisect_right(fit, span.start, key=lambda name: name.span.start)
    if not sheriff:
        last = fit[before - 1] if before else None
        if last is None or _FIRE.search(document.text, last.span.end, span.start):
            return None
        return fullest[last]
    if fit:
        return fullest[fit[max(before - 1, 0)]]
    words = document.words(span)
    return words.split(None, 1)[1] if words[:3].lower() == "the" else words if words.endswith(("ffice", "epartment")) else None
