"""The reading: what one report says, with the words that say it. This is the public contract of `citydesk read`."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, Field

from citydesk.model.facts import Fact, Frozen
from citydesk.model.report import DatelineValue, Published, ReportId
from citydesk.model.vocabulary import (
    AgencyRole,
    Certainty,
    Custody,
    FieldName,
    Kind,
    Medium,
    Outcome,
    PlaceKind,
    Precision,
    Role,
    Sex,
    WeaponKind,
)

SCHEMA = "citydesk.reading/1"


class ReaderName(Frozen):
    """Who made a reading."""

    name: str
    version: str


class ReadReport(Frozen):
    """The report that was read; `text` stands here only where the input was not plain text, or on request."""

    id: ReportId
    url: str | None = None
    title: str = ""
    publisher: str | None = None
    byline: str | None = None
    published: Published | None = None
    dateline: Fact[DatelineValue] | None = None
    language: str | None = None
    text: str | None = Field(default=None, exclude_if=lambda text: text is None)


class Place(Frozen):
    """Where an incident happened, at every level that the report gives."""

    text: str | None = None
    address: Fact[str] | None = None
    name: Fact[str] | None = None
    kind: Fact[PlaceKind] | None = None
    neighborhood: Fact[str] | None = None
    city: Fact[str] | None = None
    county: Fact[str] | None = None
    state: Fact[str] | None = None
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    precision: Precision | None = None


class Weapon(Frozen):
    """A weapon that the report names."""

    text: str
    kind: Fact[WeaponKind]


class Participant(Frozen):
    """A person in an incident, or a group not told apart (`count` above 1)."""

    text: str
    """The first, fullest mention, as worded."""
    role: Fact[Role]
    officer: Fact[bool] | None = None
    count: Fact[int] | None = None
    name: Fact[str] | None = None
    age: Fact[int] | None = None
    sex: Fact[Sex] | None = None
    race: Fact[str] | None = None
    rank: Fact[str] | None = None
    agency: Fact[str] | None = None
    years_of_service: Fact[float] | None = None
    outcome: Fact[Outcome] | None = None
    condition: Fact[str] | None = None
    wound: Fact[str] | None = None
    custody: Fact[Custody] | None = None
    charges: tuple[Fact[str], ...] = ()


class AgencyPart(Frozen):
    """A law enforcement body and one part that it had in an incident."""

    name: Fact[str]
    role: Fact[AgencyRole]


class Sequence(Frozen):
    """What ties an incident to others: "the second officer-involved shooting today"."""

    ordinal: int = Field(ge=1)
    of: str
    period: str
    """An EDTF day or interval."""


class Incident(Frozen):
    """One incident as the report tells it."""

    main: bool
    """False for an incident that the report only mentions."""
    date: Fact[str] | None = None
    """An ISO day, or EDTF where only roughly known ("2020-06-28/2020-07-02")."""
    time: Fact[str] | None = None
    """Local clock time, HH:MM."""
    time_approximate: bool | None = None
    place: Place = Place()
    killed: Fact[int] | None = None
    injured: Fact[int] | None = None
    officer_shot: Fact[bool] | None = None
    shot_by_officer: Fact[bool] | None = None
    self_inflicted: Fact[bool] | None = None
    unintentional: Fact[bool] | None = None
    domestic: Fact[bool] | None = None
    weapons: tuple[Weapon, ...] = ()
    shots_fired: Fact[int] | None = None
    people: tuple[Participant, ...] = ()
    agencies: tuple[AgencyPart, ...] = ()
    sequence: Fact[Sequence] | None = None


class Quote(Frozen):
    """A direct quotation: the exact words between the marks, and where they stand."""

    field: FieldName = FieldName.TEXT
    text: str
    start: int = Field(ge=0)
    end: int
    speaker: Fact[str] | None = None
    title: Fact[str] | None = None
    organization: Fact[str] | None = None
    medium: Fact[Medium] | None = None


class Attribution(Frozen):
    """A clause or sentence that the report puts in a source's mouth without quotation marks."""

    field: FieldName = FieldName.TEXT
    text: str
    start: int = Field(ge=0)
    end: int
    source: Fact[str] | None = None
    certainty: Fact[Certainty]


class Reading(Frozen):
    """What one report says, taken from it by a reader."""

    schema_: Literal["citydesk.reading/1"] = Field(default="citydesk.reading/1", alias="schema")
    reader: ReaderName
    report: ReadReport
    kind: Fact[Kind] | None
    incidents: tuple[Incident, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def to_json(self, indent: int | None = None) -> str:
        """The reading as JSON text in the published form: compact on one line, or indented."""
        return self.model_dump_json(by_alias=True, indent=indent)

    @classmethod
    def from_json(cls, written: str | bytes) -> "Reading":
        """The reading that `to_json` wrote. Raises pydantic's ValidationError on anything else."""
        return cls.model_validate_json(written)


def facts_of(node: BaseModel | tuple[Any, ...]) -> Iterator[tuple[str, Fact[Any]]]:
    """Every fact below a part of a reading, with its path ("incidents.0.place.city"), in published order."""
    if isinstance(node, tuple):
        members: Iterator[tuple[str, Any]] = ((str(n), item) for n, item in enumerate(node))
    else:
        members = ((name, getattr(node, name)) for name in type(node).model_fields)
    for name, member in members:
        if isinstance(member, Fact):
            yield name, member
        elif isinstance(member, BaseModel | tuple):
            yield from ((f"{name}.{path}", fact) for path, fact in facts_of(member))
