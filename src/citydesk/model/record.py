"""The ledger's words: claims, and what stands of them in a record."""

from enum import StrEnum
from typing import NewType

from pydantic import Field, JsonValue

from citydesk.model.facts import Evidence, Frozen
from citydesk.model.report import Published, ReportId
from citydesk.model.vocabulary import Certainty, Precision

IncidentId = NewType("IncidentId", str)
"""Short, readable, sortable: "2020-07-02-kansas-city-mo-2"."""

ClaimId = NewType("ClaimId", str)
"""Report id, place of the incident in its reading, and path of the fact: "b20fda21/0/people.1.age"."""


class Subject(Frozen):
    """What a claim is about: the incident itself (`person` None) or one participant of its record."""

    property: str
    """Such as "date", "place.city" or "killed"; of a person, "name", "age" or "outcome"."""
    person: int | None = None
    """Number of the participant in the record, from 1."""


class Claim(Frozen):
    """A fact as it stands in the ledger: this report says this of this property of this incident, since then."""

    id: ClaimId
    report: ReportId
    telling: int = Field(ge=0)
    """Which of the reading's incidents says it, from 0."""
    subject: Subject
    value: JsonValue
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    source: str | None = None
    certainty: Certainty = Certainty.STATED
    confidence: float = 1.0
    since: Published | None = None
    """When its report was published; None where the report does not say."""


class Basis(StrEnum):
    """The rule by which a value stands in a record; the desk shows it in words."""

    ONLY = "only"
    """No other report says anything else."""
    AGREED = "agreed"
    """Most independent reports say it."""
    SPECIFIC = "specific"
    """It says the same as the others, and more."""
    LATEST = "latest"
    """It is the latest word on something that changes."""
    CORRECTED = "corrected"
    """A report says that it corrects an earlier one."""
    UPDATED = "updated"
    """The page that said something else says this since it was changed."""
    FITTING = "fitting"
    """What others say cannot be: a day after the first report, a street of another city."""
    EARLIER = "earlier"
    """It is the earlier of two days that are backed nearly alike."""
    SURER = "surer"
    """It is stated where others only believe or allege."""
    CLEARER = "clearer"
    """It is said in plainer words than what others say, so that the reader is surer of it."""
    FIRST = "first"
    """It was said first, and no more say otherwise."""
    COUNTED = "counted"
    """It follows from the participants that stand in the record."""
    PUBLISHED = "published"
    """No report names the day: it is the one on which a report that gives the hour came out."""
    DECIDED = "decided"
    """A person decided it."""


class Standing(Frozen):
    """The value of one property that stands now, why it does, and what contradicts it."""

    subject: Subject
    value: JsonValue
    claim: ClaimId | None
    """The claim that it stands on: the best words for it. None for a value that only a person's decision gives."""
    basis: Basis
    agree: tuple[ClaimId, ...] = ()
    """Other claims that say the same."""
    against: tuple[ClaimId, ...] = ()
    """Claims that say something else."""
    decision: int | None = None
    """The decision by which it stands."""
    matter: float = Field(default=0.0, ge=0.0, le=1.0)
    """How much it matters that reports say something else, from 0 to 1; 0 where none does, or where it was so once."""

    @property
    def disputed(self) -> bool:
        """Whether some report says something else that still stands against it, and nobody has decided.

        What a page said before it was changed is no dispute: nobody says it any more.
        """
        return self.matter > 0 and self.decision is None


class RecordPerson(Frozen):
    """A participant of a record: the same person across all reports of the incident."""

    number: int = Field(ge=1)
    text: str
    """The fullest mention in any report."""
    values: tuple[Standing, ...] = ()
    """In published order: role, officer, count, name, age, sex, …; "charges" may come more than once."""

    def get(self, name: str) -> JsonValue:
        """The value that stands for a property ("age"), or None where no report says."""
        return next((v.value for v in self.values if v.subject.property == name), None)


class Record(Frozen):
    """An incident's settled values."""

    incident: IncidentId
    values: tuple[Standing, ...] = ()
    """Of the incident itself, in published order; "weapons" and agencies may come more than once."""
    people: tuple[RecordPerson, ...] = ()
    reports: tuple[ReportId, ...] = Field(min_length=1)
    """Every report that tells of it, earliest published first."""
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    place_text: str | None = None

    def get(self, name: str) -> JsonValue:
        """The value that stands for a property of the incident ("place.city"), or None where no report says."""
        return next((v.value for v in self.values if v.subject.property == name), None)


class Change(Frozen):
    """One value of a record that came, changed or went when reports came out."""

    subject: Subject
    before: JsonValue = None
    """What stood until then; None where nothing did."""
    after: JsonValue = None
    """What has stood since; None where nothing has."""
    claim: ClaimId | None = None
    """The claim that brought it; None where a value went, or where it rests on what was told before."""
    report: ReportId
    """The report that brought it."""


class Step(Frozen):
    """A moment at which reports of an incident came out, and what they changed in its record."""

    published: Published | None
    """The moment, or the day; None for the reports that do not say when they were published, which stand last."""
    reports: tuple[ReportId, ...] = Field(min_length=1)
    changes: tuple[Change, ...] = ()
    """In the order of the record: of the incident itself, then of each participant."""
