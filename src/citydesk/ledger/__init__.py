"""Keeping it: reports, readings, incidents, claims and decisions, searched and shown, in one database."""

from citydesk.ledger.doubts import ReviewKind
from citydesk.ledger.errors import (
    CannotDecide,
    CannotPutIn,
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
    NoSuchPage,
    NoSuchReport,
    NoSuchSource,
    NotALedger,
    NotYetReported,
    OlderLedger,
)
from citydesk.ledger.explaining import IncidentLinks
from citydesk.ledger.followed import (
    NewSource,
    PageDue,
    PageLeftOut,
    PageLine,
    PageOutcome,
    PageState,
    SourceDue,
    SourceLine,
)
from citydesk.ledger.following import Following
from citydesk.ledger.ledger import Ledger
from citydesk.ledger.left_out import ToPutIn
from citydesk.ledger.moments import moment_words, parse_moment
from citydesk.ledger.pair_views import PairView, ToldIn, Weighed, pair_words
from citydesk.ledger.proposals import Decided, Proposal
from citydesk.ledger.queue import Choice, ReviewItem, ReviewPage, Side
from citydesk.ledger.reasons import review_words
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
    OpenReference,
    Related,
    ReportLine,
    ReportView,
)
from citydesk.ledger.wording import decision_words

__all__ = [
    "AddProgress",
    "AddSummary",
    "CannotDecide",
    "CannotPutIn",
    "Choice",
    "Decided",
    "DiskFull",
    "Facet",
    "Following",
    "IncidentLine",
    "IncidentLinks",
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
    "NewSource",
    "NewerLedger",
    "NoLedger",
    "NoSuchClaim",
    "NoSuchDecision",
    "NoSuchIncident",
    "NoSuchPage",
    "NoSuchReport",
    "NoSuchSource",
    "NotALedger",
    "NotYetReported",
    "OlderLedger",
    "OpenReference",
    "PageDue",
    "PageLeftOut",
    "PageLine",
    "PageOutcome",
    "PageState",
    "PairView",
    "Proposal",
    "RebuildProgress",
    "RebuildSummary",
    "Related",
    "ReportLine",
    "ReportView",
    "ReviewItem",
    "ReviewKind",
    "ReviewPage",
    "Side",
    "SourceDue",
    "SourceLine",
    "ToPutIn",
    "ToldIn",
    "Weighed",
    "decision_words",
    "in_force",
    "moment_words",
    "pair_words",
    "parse_moment",
    "review_words",
]
