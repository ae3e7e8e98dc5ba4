"""What goes into settling and what comes out."""

from typing import NamedTuple

from citydesk.model import Claim, ClaimId, Reading, Record, Report


class Told(NamedTuple):
    """One report's telling of the incident that is settled."""

    report: Report
    reading: Reading
    telling: int
    """Which of the reading's incidents, from 0."""


class Settled(NamedTuple):
    """An incident's record and all the claims that it was settled from."""

    record: Record
    claims: tuple[Claim, ...]
    """Sorted by id, the rejected ones too. Every claim that the record names is among them."""
    rejected: frozenset[ClaimId] = frozenset()
    """Those of them that a person rejected; the record does without them."""
    homeless: tuple[int, ...] = ()
    """Decisions about a participant who is in no report of the incident any more."""
