"""Records of made-up incidents, for the tests of this room."""

from pydantic import JsonValue

from citydesk.ledger import KeptIncident, ReportLine
from citydesk.model import (
    Basis,
    Certainty,
    Claim,
    ClaimId,
    Evidence,
    FieldName,
    IncidentId,
    ReaderName,
    Record,
    RecordPerson,
    ReportId,
    Standing,
    Subject,
)

REPORT = ReportId("r1")


def make_person(number: int = 1, text: str = "Ann Reyes", **values: JsonValue) -> RecordPerson:
    """A participant with some values; a list gives a value for each of its items."""
    return RecordPerson(number=number, text=text, values=_standing(number, values))


def make_record(*people: RecordPerson, **values: JsonValue) -> Record:
    """A record with some people and values; "place_city" stands for "place.city"."""
    named = {name.replace("place_", "place."): value for name, value in values.items() if name != "place_text"}
    place_text = values.get("place_text")
    return Record(
        incident=IncidentId("2021-03-05-fargo-nd"),
        values=_standing(None, named),
        people=people,
        reports=(REPORT,),
        lat=46.9,
        lon=-96.8,
        place_text=None if place_text is None else str(place_text),
    )


def _standing(person: int | None, values: dict[str, JsonValue]) -> tuple[Standing, ...]:
    each = [(name, one) for name, value in values.items() for one in (value if isinstance(value, list) else [value])]
    return tuple(
        Standing(subject=Subject(property=name, person=person), value=one, claim=_id(name, person), basis=Basis.ONLY)
        for name, one in each
    )


def _id(name: str, person: int | None) -> ClaimId:
    return ClaimId(f"r1/0/{name}" if person is None else f"r1/0/people.{person - 1}.{name}")


def make_kept(record: Record, **said: tuple[Certainty, str | None]) -> KeptIncident:
    """The record with a claim for each standing value; `said` has certainty and source of some, by property."""
    standing = [*record.values, *(value for person in record.people for value in person.values)]
    claims = {}
    for value in standing:
        assert value.claim is not None
        certainty, source = said.get(value.subject.property, (Certainty.STATED, None))
        claims[value.claim] = Claim(
            id=value.claim,
            report=REPORT,
            telling=0,
            subject=value.subject,
            value=value.value,
            evidence=(Evidence(field=FieldName.TEXT, start=0, end=1, text="A"),),
            source=source,
            certainty=certainty,
        )
    line = ReportLine(
        *(REPORT, "Shooting in Fargo", "The Fargo Lantern", "https://lantern.example/1", "2021-03-06", None),
        reader=ReaderName(name="made", version="1"),
    )
    other = ReportLine(ReportId("r0"), "A long year", None, None, "2021-12-31T23:30:00-06:00", None)
    return KeptIncident(record, claims, (line,), (other,))
