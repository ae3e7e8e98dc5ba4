"""The forms of the API's answers: what its documentation promises and each answer keeps.

In: the ledger's views, with records as published. Out: pydantic models, whose fields are the published contract.
"""

from dataclasses import fields
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from citydesk.desk.addresses import incident_json, incident_page, report_json, report_page
from citydesk.desk.asking import address_of
from citydesk.desk.published import ShownIncident, ShownPage
from citydesk.ledger import Facet, IncidentLine, LedgerSize, ReportLine, ReportView, moment_words
from citydesk.model import Claim, IncidentId, ReaderName, Reading, Record, Report, ReportId, Step


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True)


class Fault(_Form):
    """What went wrong."""

    status: int = Field(examples=[404])
    message: str = Field(description="One line for a person: what was found, what was expected, what to do.")


class FaultAnswer(_Form):
    """The answer to a request that cannot be met, in every part of the API."""

    error: Fault


class SizeForm(_Form):
    """How much the ledger holds."""

    reports: int
    left_out: int = Field(description="Reports that were read and tell of no incident to keep.")
    incidents: int
    claims: int
    decisions: int
    latest: str | None = Field(description="Publication day of the newest report, ISO.")

    @classmethod
    def of(cls, size: LedgerSize) -> Self:
        """The ledger's size as the API gives it."""
        return cls.model_validate(_told(size))


class IndexForm(_Form):
    """Where everything is."""

    name: str
    version: str
    ledger: SizeForm
    links: dict[str, str] = Field(description="Addresses by what they lead to.")


class LineForm(_Form):
    """An incident as it stands in a list."""

    id: IncidentId
    date: str | None = Field(description="ISO day, or EDTF where only roughly known.")
    time: str | None = Field(description="Local clock time, HH:MM.")
    city: str | None
    state: str | None = Field(description="Two letters.")
    place_text: str | None = Field(description="The place as a report words it.")
    killed: int | None
    injured: int | None
    officer_shot: bool | None
    shot_by_officer: bool | None
    reports: int
    headline: str | None = Field(description="Title of its first report; null where it may hold a name withheld.")
    disputed: int = Field(description="How many of its values are contradicted by some claim.")
    page: str = Field(description="Address of the page for people.")
    api: str = Field(description="Address of the incident in the API.")

    @classmethod
    def of(cls, line: IncidentLine) -> Self:
        """A line as the API gives it."""
        told = {**_told(line), "headline": line.headline or None}
        return cls(**told, page=incident_page(line.id), api=incident_json(line.id))


class FacetForm(_Form):
    """One choice of a filter."""

    value: str
    label: str
    incidents: int = Field(description="How many incidents it would leave, all else as asked.")


class IncidentsForm(_Form):
    """One page of the list of incidents, newest first."""

    total: int
    page: int
    page_size: int
    incidents: list[LineForm]
    facets: dict[str, list[FacetForm]] = Field(description="By filter: state, city, year, officer_involved …")
    next: str | None = Field(description="Address of the next page.")
    previous: str | None = Field(description="Address of the page before.")

    @classmethod
    def of(cls, page: ShownPage) -> Self:
        """A page of the list as the API gives it."""
        query = page.query
        last = -(-page.total // query.page_size)

        def address(page: int) -> str:
            return address_of(query, "/api/incidents", page=page, page_size=query.page_size)

        return cls(
            total=page.total,
            page=query.page,
            page_size=query.page_size,
            incidents=[LineForm.of(one.line) for one in page.lines],
            facets={k: [FacetForm.model_validate(_told(f)) for f in v] for k, v in page.facets.items()},
            next=address(query.page + 1) if query.page < last else None,
            previous=address(min(query.page - 1, last)) if query.page > 1 and last else None,
        )


class ReportLineForm(_Form):
    """A report as it stands in a list."""

    id: ReportId
    title: str
    publisher: str | None
    url: str | None
    published: str | None = Field(description="ISO day or time.")
    copy_of: ReportId | None = Field(description="The earliest report that it is a near copy of.")
    version_of: ReportId | None = Field(description="The first version of its page, where it is a later one.")
    reader: ReaderName | None = Field(description="Who read it; null for a report that was left out.")
    page: str = Field(description="Address of the page for people.")
    api: str = Field(description="Address of the report in the API.")

    @classmethod
    def of(cls, line: ReportLine) -> Self:
        """A report's line as the API gives it."""
        return cls(**_told(line), page=report_page(line.id), api=report_json(line.id))


class RelatedForm(_Form):
    """Another incident that this one has to do with, and why."""

    incident: LineForm
    why: str


class IncidentForm(_Form):
    """An incident: its record, every claim that the record rests on or that contradicts it, and its reports."""

    incident: LineForm
    record: Record
    claims: list[Claim]
    names_withheld: list[int] = Field(description="Participants whose names the policy on names keeps back.")
    reports: list[ReportLineForm]
    related: list[RelatedForm]
    history: list[Step] = Field(description="Moments at which reports came out, with all that they changed.")
    as_of: str | None = Field(description="The moment by which all this was known, as asked; null for now.")

    @classmethod
    def of(cls, shown: ShownIncident) -> Self:
        """An incident as the API gives it, before withheld names are covered in its claims."""
        view = shown.view
        named = {person.number for person in shown.record.people if person.get("name") is not None}
        return cls(
            incident=LineForm.of(shown.line),
            record=shown.record,
            claims=[view.claims[one] for one in sorted(view.claims)],
            names_withheld=[
                p.number for p in view.record.people if p.get("name") is not None and p.number not in named
            ],
            reports=[ReportLineForm.of(line) for line in view.reports],
            related=[RelatedForm(incident=LineForm.of(one.line), why=why) for one, why in shown.related],
            history=list(view.history),
            as_of=None if view.as_of is None else moment_words(view.as_of),
        )


class ReportForm(_Form):
    """A report as it was given, and what was read in it."""

    report: Report
    copy_of: ReportId | None
    versions: list[ReportId] = Field(description="All versions of its page, the first one first; empty if it is alone.")
    left_out: str | None = Field(description="Why it was left out, where it was.")
    reading: Reading | None
    incidents: list[IncidentId | None] = Field(description="For each incident of the reading, the ledger's.")
    page: str = Field(description="Address of the page for people.")

    @classmethod
    def of(cls, view: ReportView) -> Self:
        """A report as the API gives it, before withheld names are covered."""
        return cls(
            report=view.report,
            copy_of=view.line.copy_of,
            versions=[line.id for line in view.versions],
            left_out=view.left_out,
            reading=view.reading,
            incidents=list(view.incidents),
            page=report_page(view.report.id),
        )


class HealthForm(_Form):
    """Whether the ledger answers."""

    status: str = Field(examples=["ok"])
    incidents: int


def _told(value: Facet | IncidentLine | LedgerSize | ReportLine) -> dict[str, Any]:
    """The fields of one of the ledger's values, not copied deep as `dataclasses.asdict` does."""
    return {field.name: getattr(value, field.name) for field in fields(value)}
