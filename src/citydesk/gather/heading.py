"""What the head of a plain text says of its own publication: a date line, a dateline, an outlet.

In: a text as published. Out: what its first words say; the text itself is left as it is, so that offsets hold. A
dateline without a state ("CHICAGO --") is left to the reader, which knows places.
"""

import re
from dataclasses import dataclass

import us

from citydesk.gather.posting import find_posting
from citydesk.gather.published import parse_published
from citydesk.model import DatelineValue, Evidence, Fact, FieldName, InputError, Published

_DATE_LINE = re.compile(r"\s{0,20}(?:date\b[: ]{0,3})?(?P<date>\d{4}-\d{2}-\d{2})(?:\s|$)", re.IGNORECASE)
_DATELINE = re.compile(
    r"^\s{0,20}(?:(?:(?i:date)\b[: ]{0,3})?\d{4}-\d{2}-\d{2}\s{1,20})?"
    r"(?P<place>(?P<city>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4})"
    r"(?:, (?P<state>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?))?)"
    r" ?(?:\((?P<outlet>(?=[^()]{0,38}[A-Z]{2})[A-Z][\w .&/'’-]{1,40})\))? ?(?:--|—|–|- )",
    re.MULTILINE,
)
_HEAD_CHARS = 700
"""A headline, a byline and a posting line may stand above the dateline; further down, it is another story's."""
_NO_CITY = re.compile(r"^NEAR |\b(?:COUNTY|CO\.|PARISH|TOWNSHIP|TWP\.)$")
"""Datelines of no city, which the reader takes apart."""
_SMALL = re.compile(r"(?<= )(?:Of|The|And|On|In|De|Du|La)\b")
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head of a text says; None where it does not."""

    published: Published | None = None
    publisher: str | None = None
    dateline: Fact[DatelineValue] | None = None
    fault: str | None = None
    """What is wrong with its date line, such as a date that does not exist."""


def read_heading(text: str) -> Heading:
    """What a text's head says: date line ("date 2020-07-02") or posting line, dateline ("KANSAS CITY, MO"), outlet."""
    day = _DATE_LINE.match(text)
    published, fault = _date_line(day["date"]) if day else (find_posting(text), None)
    for line in _DATELINE.finditer(text, 0, _HEAD_CHARS):
        dateline = _dateline(text, line)
        if dateline is not None or line["outlet"] is not None:
            return Heading(published, line["outlet"], dateline, fault)
    return Heading(published, fault=fault)


def _date_line(words: str) -> tuple[Published | None, str | None]:
    try:
        return parse_published(words), None
    except InputError as error:
        return None, str(error)


def _dateline(text: str, line: re.Match[str]) -> Fact[DatelineValue] | None:
    state = _state(line["state"])
    if state is None or _NO_CITY.search(line["city"]):
        return None
    start, end = line.span("place")
    evidence = Evidence(field=FieldName.TEXT, start=start, end=end, text=text[start:end])
    value = DatelineValue(city=_usual_case(line["city"]), state=state)
    return Fact[DatelineValue](value=value, evidence=(evidence,), confidence=CONFIDENCE)


def _usual_case(capitals: str) -> str:
    """A city's name in capitals as it is usually written.

    >>> _usual_case("FOND DU LAC"), _usual_case("MCALLEN"), _usual_case("O'FALLON"), _usual_case("COEUR D'ALENE")
    ('Fond du Lac', 'McAllen', "O'Fallon", "Coeur d'Alene")
    """
    city = re.sub(r"[A-Z]+", lambda word: word.group().capitalize(), capitals)
    city = re.sub(r"\bMc([a-z])", lambda word: "Mc" + word[1].upper(), city)
    city = re.sub(r"(?<= )([DL])(?=['’])", lambda word: word[1].lower(), city)
    city = re.sub(r"(?<=\w['’])S\b", "s", city)
    return _SMALL.sub(lambda word: word.group().lower(), city)


def _state(words: str | None) -> str | None:
    """The two letters of a state in any of its usual forms ("MO", "Mo.", "Missouri")."""
    if words is None:
        return None
    plain = words.replace(".", "").casefold()
    for state in (*us.states.STATES_AND_TERRITORIES, us.states.DC):
        forms = (state.abbr, state.name, (state.ap_abbr or "").replace(".", ""))
        if plain in (form.casefold() for form in forms):
            return str(state.abbr)
    return None
