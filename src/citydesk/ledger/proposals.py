"""What a person asks the ledger to hold to, and what came of it. Plain values for the command line and the desk."""

from dataclasses import dataclass

from pydantic import JsonValue

from citydesk.model import ClaimId, Decision, IncidentId, ReportId, Ruling


@dataclass(frozen=True, slots=True)
class Proposal:
    """A ruling that is to be made. Each kind needs the members named with it, and no others."""

    what: Ruling
    claim: ClaimId | None = None
    """accept, reject; correct, for a claim's value."""
    incident: IncidentId | None = None
    """correct, merge, split, link, unlink, out_of_scope, in_scope."""
    property: str | None = None
    """correct, for a value of the incident's record."""
    person: int | None = None
    """correct: the number of the participant whose value it is."""
    value: JsonValue = None
    """correct: what is right; text is taken for what the property needs."""
    other: IncidentId | None = None
    """merge: the incident that it is one with."""
    reports: tuple[ReportId, ...] = ()
    """split, link, unlink."""
    telling: int | None = None
    """link, unlink, of one report: which of its incidents, from 0; if not given, the one that fits."""
    decision: int | None = None
    """undo: the decision that is to hold no longer."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, and why."""

    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was made, and what it changed."""

    decision: Decision
    incidents: tuple[IncidentId, ...]
    """Those that its reports tell of now, by id."""
    ended: tuple[IncidentId, ...]
    """Those that lead to another since."""
