"""Keeping it: reports, readings, incidents, claims and decisions, searched and shown, in one database."""

from citydesk.ledger.errors import (
    CannotDecide,
    DiskFull,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerNotWritable,
    NewerLedger,
    NoLedger,
    NoSuchClaim,
    NoSuchDecision,
    NoSuchIncident,
    NoSuchReport,
    NotALedger,
    NotYetReported,
    OlderLedger,
)
from citydesk.ledger.ledger import Ledger
from citydesk.ledger.moments import moment_words, parse_moment
from citydesk.ledger.proposals import Decided, Proposal
from citydesk.ledger.rulings import in_force
from citydesk.ledger.summary import AddProgress, AddSummary, RebuildProgress, RebuildSummary
from citydesk.ledger.views import (
    Facet,
    IncidentLine,
    IncidentPage,
    IncidentQuery,
    IncidentView,
    KeptIncident,
    LedgerSize,
    LeftOut,
    Related,
    ReportLine,
    ReportView,
)
from citydesk.ledger.wording import decision_words

__all__ = [
    "AddProgress",
    "AddSummary",
    "CannotDecide",
    "Decided",
    "DiskFull",
    "Facet",
    "IncidentLine",
    "IncidentPage",
    "IncidentQuery",
    "IncidentView",
    "KeptIncident",
    "Ledger",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerError",
    "LedgerNotWritable",
    "LedgerSize",
    "LeftOut",
    "NewerLedger",
    "NoLedger",
    "NoSuchClaim",
    "NoSuchDecision",
    "NoSuchIncident",
    "NoSuchReport",
    "NotALedger",
    "NotYetReported",
    "OlderLedger",
    "Proposal",
    "RebuildProgress",
    "RebuildSummary",
    "Related",
    "ReportLine",
    "ReportView",
    "decision_words",
    "in_force",
    "moment_words",
    "parse_moment",
]
