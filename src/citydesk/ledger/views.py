"""What the ledger shows: plain values for pages, the API and exports. Nothing here touches the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from citydesk.model import (
    Claim,
    ClaimId,
    Decision,
    Incident,
    IncidentId,
    Published,
    ReaderName,
    Reading,
    Record,
    Report,
    ReportId,
    Step,
)


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents to list. Every part given narrows the list; None leaves it open."""

    words: str | None = None
    """Full-text search over titles, texts, names and places of the incident's reports."""
    state: str | None = None
    """Two letters."""
    city: str | None = None
    since: date | None = None
    until: date | None = None
    """First and last day of the incident, both included."""
    killed_at_least: int | None = None
    injured_at_least: int | None = None
    officer_involved: bool | None = None
    """An officer was shot, or shot someone."""
    page: int = 1
    page_size: int = 50


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """An incident as it stands in a list."""

    id: IncidentId
    date: str | None
    """ISO day or EDTF, as it stands in the record."""
    time: str | None
    city: str | None
    state: str | None
    place_text: str | None
    killed: int | None
    injured: int | None
    officer_shot: bool | None
    shot_by_officer: bool | None
    reports: int
    headline: str
    """Title of its first published report that has one, else that report's first words."""
    disputed: int
    """How many of its values are contradicted by some claim, and not decided by a person."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice of a filter and how many incidents it would leave, all else as asked."""

    value: str
    label: str
    incidents: int


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """One page of a list of incidents, newest first, with what the filters could narrow it to."""

    query: IncidentQuery
    total: int
    lines: tuple[IncidentLine, ...]
    facets: dict[str, tuple[Facet, ...]] = field(default_factory=dict)
    """By filter: "state", "city" (of the chosen state, else of all; the twenty commonest), "year", "officer_involved",
    "killed" ("1" stands for one or more), "injured"."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report as it stands in a list."""

    id: ReportId
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    """ISO day or time; of a later version of a page, when it was changed."""
    copy_of: ReportId | None
    """The earliest report that it is a near copy of."""
    version_of: ReportId | None = None
    """The first version of its page, where it is a later one."""
    reader: ReaderName | None = None
    """Who read it; None for a report that was left out."""

    @property
    def page(self) -> ReportId:
        """What all versions of one page have in common: the id of the first. They count as one report."""
        return self.version_of or self.id


@dataclass(frozen=True, slots=True)
class Related:
    """Another incident that this one's reports also tell of, or that stands near it."""

    line: IncidentLine
    why: str
    """In words for a person: "told in the same report", "the second officer-involved shooting that day" …"""


class OpenReference(NamedTuple):
    """Another incident that a report of this one mentions, and that waits for a report of its own."""

    report: ReportId
    told: Incident
    """What the report says of it."""


@dataclass(frozen=True, slots=True)
class IncidentView:
    """All that a page about one incident needs."""

    line: IncidentLine
    record: Record
    claims: dict[ClaimId, Claim]
    """Every claim of the incident, standing or not."""
    reports: tuple[ReportLine, ...]
    readings: dict[ReportId, Reading]
    texts: dict[ReportId, Report]
    related: tuple[Related, ...]
    decisions: tuple[Decision, ...] = ()
    """People's rulings about it, the oldest first, those that were undone too."""
    out_of_scope: bool = False
    """Whether a person put it out of scope: it then stands in no list."""

    def count_pages(self, told_by: Iterable[ReportId]) -> int:
        """How many reports these are, all versions of a page counted once."""
        pages = {line.id: line.page for line in self.reports}
        return len({pages.get(report, report) for report in told_by})

    history: tuple[Step, ...] = ()
    """How the record came to be, the earliest step first."""
    as_of: Published | None = None
    """The moment, or the end of the day, by which all that stands here was known; None for what is known now."""
    open_references: tuple[OpenReference, ...] = ()
    """In the order of the reports. Each is gone once a report that is about it comes in: it is then a related one."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """All that a page about one report needs."""

    report: Report
    reading: Reading | None
    """None for a report that was left out."""
    left_out: str | None
    """Why it was left out, where it was."""
    line: ReportLine
    incidents: tuple[IncidentId | None, ...]
    """For each of the reading's incidents, the ledger's."""
    versions: tuple[ReportLine, ...] = ()
    """All versions of its page, the first one first, itself among them; none where there is but one."""


@dataclass(frozen=True, slots=True)
class LedgerSize:
    """How much a ledger holds."""

    reports: int
    """Those that were read; the ones left out are counted apart."""
    left_out: int
    incidents: int
    claims: int
    decisions: int
    latest: str | None
    """Publication day of its newest report, ISO."""


@dataclass(frozen=True, slots=True)
class KeptIncident:
    """An incident as it goes into an export."""

    record: Record
    claims: dict[ClaimId, Claim]
    """Every claim of the incident, standing or not."""
    reports: tuple[ReportLine, ...]
    """Reports whose subject it is, earliest published first."""
    mentioned_in: tuple[ReportLine, ...]
    """Reports that tell of it only in passing."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that was left out, and why."""

    line: ReportLine
    reason: str
