"""The dateline: where a report is filed from ("KANSAS CITY, MO (KCTV) --").

In: a report laid out for reading. Out: the city and state that it is filed from, with the words. Other places, and what
happened there, are left to `where.py`.
"""

import re
from math import log10

from citydesk.model import DatelineValue, Fact
from citydesk.read.page.document import Document, Span
from citydesk.read.where.gazetteer import City, cities_named, counties_named, name_key
from citydesk.read.where.localities import find_localities
from citydesk.read.where.nottowns import WORDS_TOO
from citydesk.read.where.outlets import city_of_outlet
from citydesk.read.where.resolved import state_points
from citydesk.read.where.states import BEHIND_CITY, state_code

STANDALONE = frozenset(
    """atlanta baltimore boston chicago cincinnati cleveland dallas denver detroit honolulu houston indianapolis
    las_vegas los_angeles miami milwaukee minneapolis new_orleans new_york oklahoma_city philadelphia phoenix
    pittsburgh
    saint_louis salt_lake_city san_antonio san_diego san_francisco seattle washington""".split()
)
"""Cities that stand without a state in datelines (AP Stylebook), by their keys, spaces as underscores."""

_SEARCHED = 3_000
"""Characters from the head of a body in which a dateline is looked for; what stands later is another story's."""
_CITY = r"(?:St\.|Ft\.|Mt\.|[A-Z][A-Za-z’'.-]*)(?: (?:of |the |du |de |la |on )?(?:St\.|[A-Z][A-Za-z’'.-]*)){0,4}"
_CAPITALS = r"(?:ST\.|FT\.|MT\.|[A-Z][A-Z’'-]+)(?: (?:OF |THE |DU |DE |LA |ON )?[A-Z][A-Z’'.-]+){0,4}"
_STATE = rf"(?:,? ?(?P<state>{BEHIND_CITY.pattern}),?)"
_OUTLET = r"(?:\((?P<outlet>(?=[^()\n]{0,59}[A-Za-z])[^()\n]{2,60})\)|\[[^\[\]\n]{2,40}\])"
_DAY = r"(?:,? ?(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?,?)"
_DASH = r"(?:--+|—|–|−|-|>>|:|\||\*\*|_)"
_LOUD = re.compile(
    rf"(?<![\w’'])(?P<city>{_CAPITALS}){_STATE}?{_DAY}? ?(?:{_OUTLET}[ ,]*{_DASH}?|{_DASH}(?=\s|[A-Z“\"]))"
)
"""A city in capitals anywhere near the head, followed by an outlet in brackets or a dash."""
_QUIET = re.compile(
    rf"^[ ]*(?:By [A-Z][\w.’' ]{{2,40}}, )?(?P<city>{_CITY}){_STATE}?{_DAY}? ?(?:{_OUTLET}[ ,]*{_DASH}|"
    rf"{_DASH}(?=\s))",
    re.MULTILINE,
)
"""A city in usual case at the head of a line, followed by a dash."""
_COUNTY = re.compile(r" (?:county|parish|co\.?)$", re.IGNORECASE)
_LARGE = 100_000
"""People of a city that is meant by its name wherever the outlet is."""
_ALONE = 3.0
"""Points (as of `resolved.state_points`) for the well-known city of a name that may stand alone."""


def find_dateline(document: Document) -> Fact[DatelineValue] | None:
    """The place that a report is filed from, where it has a dateline (or came with one)."""
    if document.report.dateline is not None:
        return document.report.dateline
    found = next(filter(None, (_resolved(document, match) for match in _candidates(document))), None)
    if found is None:
        return None
    value, span = found
    return document.fact(value, [span], confidence=0.97)


def _candidates(document: Document) -> list[re.Match[str]]:
    """What looks like a dateline, in order of where it stands."""
    start, end = document.body_start, min(len(document.text), document.body_start + _SEARCHED)
    head = document.text[:end]
    found = [*_LOUD.finditer(head, start), *_QUIET.finditer(head, start)]
    return sorted(found, key=lambda match: (match.start("city"), match.end()))


def _resolved(document: Document, match: re.Match[str]) -> tuple[DatelineValue, Span] | None:
    """The place of a candidate and its words, or None where it is no place."""
    words, stated = match["city"].strip(), match["state"]
    state = state_code(stated) if stated else None
    span = Span(match.start("city"), match.end("state") if stated else match.end("city"))
    if document.text[span.end - 1] == ",":
        span = Span(span.start, span.end - 1)
    if _COUNTY.search(words):
        return _county(document, words, state, span)
    own = state_code(words)
    if own and own not in ("NY", "WA") and len(words) > 3:
        return DatelineValue(city=None, state=own), span
    known = cities_named(words)
    if state is None and not match["outlet"] and words.lower() in WORDS_TOO:
        return None  # "STORY: Man dies": a heading
    if state is not None:
        return DatelineValue(city=usual_case(words), state=state), span
    town = bool(known) and known[0].population > 0
    if not known or not (match["outlet"] or _stands_alone(words) or (words.isupper() and len(words) > 3 and town)):
        return None
    quarter = _quarter_of_outlet(document, words, known, alone=not match["outlet"])
    if quarter is not None:
        return DatelineValue(city=usual_case(words), state=quarter), span
    city = _likeliest(document, known)
    return DatelineValue(city=usual_case(words), state=city.state), span


def _county(document: Document, words: str, state: str | None, span: Span) -> tuple[DatelineValue, Span] | None:
    counties = counties_named(words)
    if not counties:
        return None
    told = {} if state else _states_told(document)
    state = state or max(counties, key=lambda c: (told.get(c.state, 0.0), c.population)).state
    return DatelineValue(city=None, state=state), span


def _stands_alone(words: str) -> bool:
    return name_key(words).replace(" ", "_") in STANDALONE


def _quarter_of_outlet(document: Document, words: str, known: tuple[City, ...], *, alone: bool) -> str | None:
    """The state of the outlet's large city, of which a name is a quarter: no such town of the state, none large.

    A large city elsewhere has its state behind it, or an agency ("AUSTIN, Texas (AP)"), or may stand alone anywhere.
    """
    city = city_of_outlet(document.report.url)
    if city is None or any(town.state == city.state for town in known):
        return None
    if known[0].population >= _LARGE and (not alone or _stands_alone(words)):
        return None
    return city.state


def _likeliest(document: Document, known: tuple[City, ...]) -> City:
    """The city that a name without a state means: well known, or of a state that the report or its outlet points to."""
    if len(known) == 1:
        return known[0]
    told = _states_told(document)
    alone = _ALONE if _stands_alone(known[0].name) else 0.0
    return max(
        known,
        key=lambda c: (
            told.get(c.state, 0.0) + (alone if c is known[0] else 0.0) + log10(c.population + 100) / 2,
            c.population,
        ),
    )


def _states_told(document: Document) -> dict[str, float]:
    """How strongly the rest of the report and its outlet point to each state."""
    return state_points(document, None, find_localities(document, ()))


def usual_case(words: str) -> str:
    """A city's name in capitals as it is usually written; other words as they are.

    >>> usual_case("KANSAS CITY"), usual_case("MCALLEN"), usual_case("FOND DU LAC"), usual_case("O'Fallon")
    ('Kansas City', 'McAllen', 'Fond du Lac', "O'Fallon")
    """
    if not words.isupper():
        return words
    known = cities_named(words)
    if known and known[0].name.replace("’", "'").lower() == words.replace("’", "'").lower():
        return known[0].name
    return re.sub(r"[A-Z]+(?:['’]S\b)?", lambda part: part.group().capitalize(), words)
