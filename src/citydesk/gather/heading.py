"""What the head of a plain text says of its own publication: a date line, a dateline, an outlet.

In: a text as published. Out: what its first words say; the text itself is left as it is, so that offsets hold.
"""

import re
from dataclasses import dataclass

import us

from citydesk.gather.posting import find_posting
from citydesk.gather.published import parse_published
from citydesk.model import DatelineValue, Evidence, Fact, FieldName, InputError, Published

_DATE_LINE = re.compile(r"\s{0,20}(?:date\b[: ]{0,3})?(?P<date>\d{4}-\d{2}-\d{2})(?:\s|$)", re.IGNORECASE)
_DATELINE = re.compile(
    r"\s{0,20}(?P<place>(?P<city>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4})"
    r"(?:, (?P<state>[A-Z][A-Za-z.]+(?: [A-Z][a-z.]+)?))?)"
    r" ?(?:\((?P<outlet>[A-Z][\w .&/'’-]{1,40})\))? ?(?:--|—|–|- )"
)
_SMALL = re.compile(r"\b(?:Of|The|And|On|In|De)\b")
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head of a text says; None where it does not."""

    published: Published | None = None
    publisher: str | None = None
    dateline: Fact[DatelineValue] | None = None


def read_heading(text: str) -> Heading:
    """What a text's head says: date line ("date 2020-07-02") or posting line, dateline ("KANSAS CITY, MO"), outlet.

    Raises InputError for a date line whose date does not exist.
    """
    day = _DATE_LINE.match(text)
    published = parse_published(day["date"]) if day else find_posting(text)
    line = _DATELINE.match(text, day.end() - 1 if day else 0)
    if line is None:
        return Heading(published)
    value = DatelineValue(city=_usual_case(line["city"]), state=_state(line["state"]))
    start, end = line.span("place")
    evidence = Evidence(field=FieldName.TEXT, start=start, end=end, text=text[start:end])
    dateline = Fact[DatelineValue](value=value, evidence=(evidence,), confidence=CONFIDENCE)
    return Heading(published, line["outlet"], dateline)


def _usual_case(capitals: str) -> str:
    city = re.sub(r"[A-Za-z'’]+", lambda word: word.group().capitalize(), capitals)
    return _SMALL.sub(lambda word: word.group().lower(), city[:1] + city[1:])


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


def heading_or_problem(text: str) -> tuple[Heading, InputError | None]:
    """The heading, and what is wrong with it where its date does not exist (the report is read without one)."""
    try:
        return read_heading(text), None
    except InputError as error:
        return Heading(), error
