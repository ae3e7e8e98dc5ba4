"""Keeping it: reports, readings, incidents, claims and decisions, searched and shown, in one database."""

from citydesk.ledger.errors import (
    DiskFull,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerNotWritable,
    NewerLedger,
    NoLedger,
    NoSuchIncident,
    NoSuchReport,
    NotALedger,
    OlderLedger,
)
from citydesk.ledger.ledger import Ledger
from citydesk.ledger.summary import AddProgress, AddSummary
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

__all__ = [
    "AddProgress",
    "AddSummary",
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
    "NoSuchIncident",
    "NoSuchReport",
    "NotALedger",
    "OlderLedger",
    "Related",
    "ReportLine",
    "ReportView",
]
