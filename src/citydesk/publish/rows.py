"""From an incident of the ledger to one line of the open data: a plain JSON object, with the policy on names applied.

In: a `KeptIncident` and the policy. Out: values that are JSON. Every value that the record states is also listed under
`values` with its source and certainty, so that no allegation leaves the ledger as a fact.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from pydantic import JsonValue

from citydesk.ledger import KeptIncident, ReportLine
from citydesk.model import FLAGS, Certainty, Claim, ClaimId, Record, RecordPerson, Standing
from citydesk.publish.policy import NameCover, NamePolicy, apply_policy, cover_of, withheld_people

_DAY_LENGTH = len("2020-07-02")


class Subject(NamedTuple):
    """What a column is taken from: an incident as it may be published."""

    kept: KeptIncident
    record: Record
    withheld: frozenset[int]
    cover: NameCover


class Column(NamedTuple):
    """One member of an incident's JSON object."""

    name: str
    about: str
    """What it holds, for the documentation."""
    take: Callable[[Subject], JsonValue]


def row_of(kept: KeptIncident, policy: NamePolicy) -> dict[str, JsonValue]:
    """An incident as one JSON object, its members in the order of COLUMNS."""
    withheld = withheld_people(kept.record, policy)
    claims = kept.claims.values()
    record, cover = apply_policy(kept.record, policy, claims), cover_of(kept.record, withheld, claims)
    subject = Subject(kept, record, withheld, cover)
    return {column.name: column.take(subject) for column in COLUMNS}


def _value(name: str) -> Callable[[Subject], JsonValue]:
    return lambda subject: subject.record.get(name)


def _all(name: str) -> Callable[[Subject], JsonValue]:
    return lambda subject: [value.value for value in subject.record.values if value.subject.property == name]


def _day(subject: Subject) -> JsonValue:
    date = subject.record.get("date")
    return date if isinstance(date, str) and len(date) == _DAY_LENGTH and date.count("-") == 2 else None


def _people(subject: Subject) -> JsonValue:
    return [_person(person, subject) for person in subject.record.people]


def _person(person: RecordPerson, subject: Subject) -> dict[str, JsonValue]:
    told: dict[str, JsonValue] = {"number": person.number}
    told.update((name, person.get(name)) for name in _OF_PEOPLE)
    told["charges"] = [value.value for value in person.values if value.subject.property == "charges"]
    told["name_withheld"] = person.number in subject.withheld
    return told


_OF_PEOPLE = (
    *("name", "age", "sex", "role", "outcome", "officer", "count", "race", "rank", "agency"),
    *("years_of_service", "condition", "wound", "custody"),
)


def _values(subject: Subject) -> JsonValue:
    standing = [*subject.record.values, *(value for person in subject.record.people for value in person.values)]
    return [_standing(value, subject.kept.claims, subject.cover) for value in standing]


def _standing(value: Standing, claims: Mapping[ClaimId, Claim], cover: NameCover) -> dict[str, JsonValue]:
    claim = claims[value.claim] if value.claim is not None else None
    return {
        "property": value.subject.property,
        "person": value.subject.person,
        "value": value.value,
        "certainty": claim.certainty.value if claim is not None else Certainty.STATED.value,
        "source": None if claim is None or claim.source is None else cover.source(claim.source),
        "basis": value.basis.value,
        "report": claim.report if claim is not None else None,
        "confidence": claim.confidence if claim is not None else 1.0,
        "agree": len(value.agree),
        "against": len(value.against),
        "matter": value.matter,
    }


def _disputed(subject: Subject) -> JsonValue:
    found = [(value.matter, value.subject.property) for value in subject.record.values if value.disputed]
    for person in subject.record.people:
        found += [(v.matter, f"people.{person.number}.{v.subject.property}") for v in person.values if v.disputed]
    return list(dict.fromkeys(name for _, name in sorted(found, key=lambda one: -one[0])))


def _of_reports(take: Callable[[ReportLine], str | None]) -> Callable[[Subject], JsonValue]:
    """Something of each report whose subject the incident is, each once, in the order of the reports."""

    def column(subject: Subject) -> JsonValue:
        found = (take(line) for line in subject.kept.reports)
        return list(dict.fromkeys(one for one in found if one is not None))

    return column


def _reader(line: ReportLine) -> str | None:
    return None if line.reader is None else f"{line.reader.name} {line.reader.version}"


def _published(choose: Callable[[list[str]], str]) -> Callable[[Subject], JsonValue]:
    def column(subject: Subject) -> JsonValue:
        days = [_utc_day(line.published) for line in subject.kept.reports if line.published is not None]
        return choose(days) if days else None

    return column


def _utc_day(published: str) -> str:
    if len(published) == _DAY_LENGTH:
        return published
    return datetime.fromisoformat(published).astimezone(UTC).date().isoformat()


COLUMNS: tuple[Column, ...] = (
    Column("id", "The incident's lasting id.", lambda s: s.record.incident),
    Column("date", "The day on which it happened, ISO; null where it is known only roughly.", _day),
    Column("date_edtf", "The day, or the month or interval in which it lies, as EDTF.", _value("date")),
    Column("time", "Local clock time, HH:MM.", _value("time")),
    Column("city", "City.", _value("place.city")),
    Column("county", "County.", _value("place.county")),
    Column("state", "State, two letters.", _value("place.state")),
    Column("neighborhood", "Neighborhood.", _value("place.neighborhood")),
    Column("address", "Address, block, crossing or road, as worded.", _value("place.address")),
    Column("place_name", "Name of the place.", _value("place.name")),
    Column("place_kind", "Kind of place.", _value("place.kind")),
    Column("place_text", "The words that say where.", lambda s: s.record.place_text),
    Column("lat", "Latitude, degrees.", lambda s: s.record.lat),
    Column("lon", "Longitude, degrees.", lambda s: s.record.lon),
    Column(
        "precision", "What the coordinates are of: neighborhood, city, county or state.", lambda s: s.record.precision
    ),
    Column("killed", "How many people were killed.", _value("killed")),
    Column("injured", "How many people were wounded.", _value("injured")),
    *(Column(flag, f"Yes, no or not said: {flag.replace('_', ' ')}.", _value(flag)) for flag in FLAGS),
    Column("weapons", "Kinds of weapons.", _all("weapons")),
    Column("shots_fired", "How many shots were fired.", _value("shots_fired")),
    Column("people", "Participants: " + ", ".join(_OF_PEOPLE) + ", charges, name_withheld.", _people),
    Column("names_withheld", "How many names the policy withholds.", lambda s: len(s.withheld)),
    Column("agencies", "Law enforcement bodies with a part in it.", _all("agencies")),
    Column("sequence", "What counts it among others, such as the second of a day.", _value("sequence")),
    Column("disputed", "Properties about which reports contradict each other, what matters most first.", _disputed),
    Column("values", "Each value with its certainty, source, basis and the report it rests on.", _values),
    Column("reports", "Ids of the reports that are about it, the earliest first.", _of_reports(lambda line: line.id)),
    Column("mentioned_in", "Ids of reports that only mention it.", lambda s: [line.id for line in s.kept.mentioned_in]),
    Column("report_urls", "Addresses of the reports.", _of_reports(lambda line: line.url)),
    Column("publishers", "Who published them.", _of_reports(lambda line: line.publisher)),
    Column("readers", "Who read them: the name and version of each reader.", _of_reports(_reader)),
    Column("first_published", "Day of the earliest report, UTC.", _published(min)),
    Column("last_published", "Day of the latest report, UTC.", _published(max)),
)
