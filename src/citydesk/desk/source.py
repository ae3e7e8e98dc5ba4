"""What the desk needs of a ledger, so that pages can be made from any that keeps to it."""

from collections.abc import Iterable
from typing import Protocol

from citydesk.ledger import (
    Decided,
    IncidentLinks,
    IncidentPage,
    IncidentQuery,
    IncidentView,
    LedgerSize,
    PageLeftOut,
    PairView,
    Proposal,
    ReportView,
    ReviewKind,
    ReviewPage,
    SourceLine,
)
from citydesk.model import IncidentId, Published, Record, ReportId


class Source(Protocol):
    """A ledger as the desk reads it. It is called from several threads at once."""

    def incidents(self, query: IncidentQuery, /) -> IncidentPage:
        """One page of the incidents that a query asks for, newest first."""

    def records(self, incidents: Iterable[IncidentId], /) -> dict[IncidentId, Record]:
        """The records of several incidents, by id; ids that are unknown or merged away are left out."""

    def incident(self, incident: IncidentId, /, as_of: Published | None = None) -> IncidentView:
        """All about one incident; for an id merged away, about the one it went into. Raises NoSuchIncident.

        With `as_of`, what was known by that moment or by the end of that day. Raises NotYetReported.
        """

    def report(self, report: ReportId, /) -> ReportView:
        """All about one report. Raises NoSuchReport."""

    def explain(self, first: ReportId, second: ReportId, /) -> tuple[PairView, ...]:
        """Why two reports tell of one incident or of two. Raises NoSuchReport, InputError for one report twice."""

    def links(self, incident: IncidentId, /) -> IncidentLinks:
        """What holds an incident's reports together, and the nearest others apart. Raises NoSuchIncident."""

    def sources(self) -> tuple[SourceLine, ...]:
        """Every source that is or was followed."""

    def pages_left_out(self, *, source: str | None = None, limit: int = 200) -> tuple[PageLeftOut, ...]:
        """Pages and reports that were left out, the latest first."""

    def reviews(self, *, kind: ReviewKind | None, page: int, page_size: int) -> ReviewPage:
        """One page of what a person should look at next, the greatest expected gain first."""

    def decide(self, proposal: Proposal, *, who: str, why: str) -> Decided:
        """Make a person's decision. Raises LedgerError where it cannot be made; nothing has then changed."""

    def size(self) -> LedgerSize:
        """How much the ledger holds."""
