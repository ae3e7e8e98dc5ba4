"""Whether a report is worth reading at all: quickly, from its text alone."""

from dataclasses import dataclass

from citydesk.model import Report


@dataclass(frozen=True, slots=True)
class Triage:
    """A verdict: whether the report tells of a violent incident in a language we read, else why not."""

    keep: bool
    reason: str | None = None
    """One line for the keeper, where `keep` is False."""


def triage(report: Report) -> Triage:
    """Whether a report tells of a violent incident at all."""
    return Triage(True)
