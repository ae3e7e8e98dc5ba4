"""What is followed, as plain values: sources, the pages that wait, what became of each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from citydesk.gather import Known, SourceKind
from citydesk.model import Published, ReportId


class PageState(StrEnum):
    """What became of a page that a source names."""

    WAITING = "waiting"
    TAKEN = "taken"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that is to be followed."""

    address: str
    kind: SourceKind
    name: str = ""
    every_minutes: int = 30
    listed_in: str | None = None
    """The file that names it; None for one added by hand."""


@dataclass(frozen=True, slots=True)
class SourceDue:
    """A source whose time for a visit has come."""

    number: int
    address: str
    kind: SourceKind
    every_minutes: int
    failures: int
    known: Known


@dataclass(frozen=True, slots=True)
class PageDue:
    """A page whose time to be fetched has come."""

    number: int
    address: str
    title: str
    published: Published | None
    state: PageState
    why: str | None
    """It is left out, or still waits."""
    tries: int
    looks: int
    known: Known


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of a page when it was fetched."""

    state: PageState
    why: str | None = None
    """It is left out, or still waits."""
    report: ReportId | None = None
    known: Known | None = None
    """What the page's answer said of its age; None where there was none."""
    tries: int = 0
    next_at: datetime | None = None
    """When to fetch it next; None where it is done with."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as it stands in a list."""

    address: str
    kind: SourceKind
    name: str
    every_minutes: int
    listed_in: str | None
    added_at: str
    visited_at: str | None
    """ISO time, UTC, of the last visit; None before the first."""
    next_at: str
    failures: int
    """Visits in vain, in a row."""
    fault: str | None
    """What was wrong at the last visit."""
    paused: str | None
    """Why it is not followed now."""
    found: int
    """Pages that it was the first to name."""
    waiting: int
    taken: int
    """Of the pages found, those that are reports which were read."""
    told: int
    """Of those taken, the ones that tell of an incident in the ledger."""
    left_out: int
    new: int
    """Pages found within the last seven days."""


@dataclass(frozen=True, slots=True)
class PageLeftOut:
    """A page, or a report that came by another way, which the ledger leaves out."""

    key: str
    """What it is put in by hand under: its report's id, or its address where the ledger has no text of it."""
    title: str
    address: str | None
    source: str | None
    """The address of the source that named it; None where none did."""
    at: str
    """ISO time, UTC: when it was found, or came in."""
    why: str
    report: ReportId | None


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page as it stands in a list."""

    address: str
    title: str
    source: str | None
    """The address of the source that named it first; None for one put in by hand."""
    found_at: str
    state: PageState
    why: str | None
    report: ReportId | None
    next_at: str | None
