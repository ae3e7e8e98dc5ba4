"""What the desk needs of a ledger, so that pages can be made from any that keeps to it."""

from collections.abc import Iterable
from typing import Protocol

from citydesk.ledger import IncidentPage, IncidentQuery, IncidentView, LedgerSize, ReportView
from citydesk.model import IncidentId, Record, ReportId


class Source(Protocol):
    """A ledger as the desk reads it. It is called from several threads at once."""

    def incidents(self, query: IncidentQuery, /) -> IncidentPage:
        """One page of the incidents that a query asks for, newest first."""

    def records(self, incidents: Iterable[IncidentId], /) -> dict[IncidentId, Record]:
        """The records of several incidents, by id; ids that are unknown or merged away are left out."""

    def incident(self, incident: IncidentId, /) -> IncidentView:
        """All about one incident; for an id merged away, about the one it went into. Raises NoSuchIncident."""

    def report(self, report: ReportId, /) -> ReportView:
        """All about one report. Raises NoSuchReport."""

    def size(self) -> LedgerSize:
        """How much the ledger holds."""
