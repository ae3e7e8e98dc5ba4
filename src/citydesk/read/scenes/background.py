"""Incidents that a report only mentions: "last month a girl was shot on Oak Street", "the second such shooting today".

In: a setting, the weighed days of its main incident and what counts it among others. Out: a scene for each particular
other incident that is told of. A bare statistic ("the 40th homicide this year") is no incident. When and where the
incidents were is left to `when` and `where`.
"""

import re
from collections.abc import Sequence

from citydesk.read.page.document import Document, Span
from citydesk.read.page.patterns import at_words
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.scenes.another import find_another, main_place_of
from citydesk.read.scenes.earlier import find_earlier, main_day_of
from citydesk.read.scenes.roundup import several_told
from citydesk.read.scenes.sequence import Counted
from citydesk.read.scenes.tellings import Telling, told_once
from citydesk.read.when.happened import Candidate, holds

_COUNTING = at_words(
    r"\b(?:so far|number of|average|percent|statistics|per year|each year|every year|homicides|murders"
    r"|such shootings|investigat\w+ another|homicide victims"
    r"|data(?:base)?|\d{2,} (?:[\w-]+ ){0,2}(?:children|kids|cases|deaths|shootings)"
    r"|(?:have|has) (?:had|seen|been) (?:[\w-]+ ){0,3}(?:shootings|killings)"
    r"|since (?:january|the (?:start|beginning)))\b"
    r"|\b(?:no|any|prevent|stop|fear(?:s|ed)?|avoid|whether) (?:\w+ ){0,4}another\b",
    flags=re.IGNORECASE,
)
"""What makes a sentence one of figures."""
_COUNTED_PEOPLE = at_words(r"\b(?:\d{2,} (?:other |more )?people|shooting incidents)\b", flags=re.IGNORECASE)
"""And what does where no day is told: "more than 40 people were shot last month"."""
_NEAR_BY = 2
"""Sentences."""
_MOST_LOOKED_AT = 24
_MOST = 6
"""Background scenes of one report: a page with more is a list of links."""


def find_background(
    setting: Setting, days: Sequence[Candidate], counted: Counted | None, start: int
) -> tuple[Scene, ...]:
    """The scenes that a report only mentions, in order; `start` is where its main incident has been told."""
    found = _find_tellings(setting, days, start)
    if counted is not None and counted.tells_other and not _is_told(found, counted):
        first = counted.sentence
        found.append(Telling(first.index, first.index, None, Span(first.start, first.end), counted.cue))
    found = [telling for telling in found if not (telling.counts and _is_followed(found, telling))]
    told = told_once(setting.document, sorted(found, key=lambda telling: telling.span))
    return tuple(Scene(False, (telling.span,), telling.cue) for telling in told[:_MOST])


def _find_tellings(setting: Setting, days: Sequence[Candidate], start: int) -> list[Telling]:
    """The tellings of every sentence behind the first."""
    document = setting.document
    day, place = main_day_of(document, days), main_place_of(setting, start)
    several = several_told(document) is not None
    found: list[Telling] = []
    for sentence in document.sentences:
        words = document.words((sentence.start, sentence.end))
        if len(found) > _MOST_LOOKED_AT:
            break
        if sentence.start < start or _COUNTING.search(words):
            continue
        earlier = list(find_earlier(setting, sentence, day)) if day is not None and day.sure else []
        if _COUNTED_PEOPLE.search(words):
            earlier = [telling for telling in earlier if telling.value is not None and telling.value.count("-") == 2]
        told = earlier or find_another(setting, sentence, place, several=several)
        found.extend(telling for telling in told if not _is_again(document, telling, found))
    return found


def _is_again(document: Document, telling: Telling, found: list[Telling]) -> bool:
    """Whether the words come back to an incident already told: "the 2012 shooting", "after the attack in Salina"."""
    cue = document.words(telling.cue).lower()
    if telling.apart:
        return any(other.apart and document.words(other.cue).lower() == cue for other in found)
    stretch = telling.value if cue.startswith(("the ", "that ")) else None
    return stretch is not None and any(other.value is not None and holds(stretch, other.value) for other in found)


def _is_followed(found: list[Telling], counting: Telling) -> bool:
    """Whether the incident that a sentence says there was is told in its own words right behind."""
    return any(not other.counts and 0 <= other.first - counting.first <= _NEAR_BY for other in found)


def _is_told(found: list[Telling], counted: Counted) -> bool:
    """Whether the other incident that a count means is told in its own words near by."""
    return any(abs(telling.first - counted.sentence.index) <= _NEAR_BY for telling in found)
