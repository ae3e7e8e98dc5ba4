"""From a report and its reading to its tellings.

Each incident of the reading gives one. The words that count for it are those of the whole report where it is the only
main incident, else those of the sentences that its facts stand in.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from citydesk.link.days import days_of
from citydesk.link.names import plain_name
from citydesk.link.streets import plain_street
from citydesk.link.telling import Telling, ToldPerson
from citydesk.link.words import hash_names, hash_words, plain_words, sign_words
from citydesk.model import (
    FLAGS,
    Evidence,
    Fact,
    FieldName,
    Incident,
    Participant,
    Reading,
    Report,
    facts_of,
    published_day,
)

V = TypeVar("V")
W = TypeVar("W", bound=StrEnum)

_CLOCK = re.compile(r"(\d{2}):(\d{2})")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
_REACH = 300
"""Characters on either side of a fact's words in which its sentence is looked for."""


def tellings_of(report: Report, reading: Reading) -> tuple[Telling, ...]:
    """One telling for each incident of the reading, in its order."""
    mains = sum(incident.main for incident in reading.incidents)
    return tuple(
        _telling_of(report, reading, number, _stretch_of(report, incident, alone=incident.main and mains == 1))
        for number, incident in enumerate(reading.incidents)
    )


def _telling_of(report: Report, reading: Reading, number: int, stretch: tuple[str, str]) -> Telling:
    incident = reading.incidents[number]
    place = incident.place
    days = days_of(incident.date.value) if incident.date else None
    published = published_day(report.published)
    street = plain_street(place.address.value) if place.address else None
    words = plain_words(stretch[1])
    return Telling(
        id=(report.id, number),
        main=incident.main,
        kind=_word(reading.kind),
        published=published.toordinal() if published else None,
        outlet=outlet_of(report),
        first_day=days[0] if days else None,
        last_day=days[1] if days else None,
        minute=_minute_of(incident.time),
        ordinal=incident.sequence.value.ordinal if incident.sequence else None,
        state=_value(place.state),
        city=_plain(place.city),
        county=_plain(place.county),
        neighborhood=_plain(place.neighborhood),
        street=street.name if street else None,
        block=street.block if street else None,
        site=_plain(place.name),
        lat=place.lat,
        lon=place.lon,
        killed=_value(incident.killed),
        injured=_value(incident.injured),
        flags=tuple(_value(getattr(incident, flag)) for flag in FLAGS),
        people=tuple(_person_of(person) for person in incident.people),
        weapons=tuple(sorted({str(weapon.kind.value) for weapon in incident.weapons})),
        agencies=tuple(sorted({" ".join(plain_words(agency.name.value)) for agency in incident.agencies})),
        title_words=hash_words(plain_words(stretch[0])),
        words=hash_words(words),
        signature=sign_words(words),
        names=hash_names(stretch[1]),
    )


def _person_of(person: Participant) -> ToldPerson:
    return ToldPerson(
        name=plain_name(person.name.value) if person.name else None,
        age=_value(person.age),
        sex=_word(person.sex),
        role=str(person.role.value),
        outcome=_word(person.outcome),
        officer=_value(person.officer),
        count=person.count.value if person.count else 1,
    )


def _value(fact: Fact[V] | None) -> V | None:
    return fact.value if fact else None


def _word(fact: Fact[W] | None) -> str | None:
    """The word of a closed vocabulary."""
    return fact.value.value if fact else None


def _plain(fact: Fact[str] | None) -> str | None:
    """The words of a name of a place."""
    return " ".join(plain_words(fact.value)) or None if fact else None


def _minute_of(time: Fact[str] | None) -> int | None:
    """Minutes since midnight of a clock time."""
    if time is None or not (clock := _CLOCK.fullmatch(time.value)):
        return None
    return int(clock[1]) * 60 + int(clock[2])


def outlet_of(report: Report) -> str | None:
    """Who published it: the publisher as it names itself, else the host of the page."""
    if report.publisher:
        return report.publisher.casefold()
    try:
        host = urlsplit(report.url or "").hostname
    except ValueError:  # a url such as "http://[half"
        return None
    return host.removeprefix("www.") if host else None


def _stretch_of(report: Report, incident: Incident, *, alone: bool) -> tuple[str, str]:
    """The words of title and text that tell of an incident."""
    if alone:
        return report.title, report.text
    told = sorted({place for _, fact in facts_of(incident) for place in fact.evidence}, key=_place_of)
    in_title = any(evidence.field is FieldName.TITLE for evidence in told)
    in_text = (evidence for evidence in told if evidence.field is FieldName.TEXT)
    return report.title if in_title or incident.main else "", " ".join(_sentences_at(report.text, in_text))


def _place_of(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.field.value, evidence.start, evidence.end


def _sentences_at(text: str, told: Iterable[Evidence]) -> Iterable[str]:
    """The sentences that pieces of evidence stand in, each once."""
    done = 0
    for evidence in told:
        if evidence.end <= done:
            continue
        before = list(_SENTENCE_END.finditer(text, max(done, evidence.start - _REACH), evidence.start))
        start = before[-1].end() if before else max(done, evidence.start - _REACH)
        after = _SENTENCE_END.search(text, evidence.end, evidence.end + _REACH)
        done = after.end() if after else min(len(text), evidence.end + _REACH)
        yield text[start:done]
