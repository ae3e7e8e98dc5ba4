"""How many reports, or pages of archives, are worked on at once: one after another, or in several processes."""

from citydesk.engines.pool import Crew, WorkersError, work_through
from citydesk.engines.process import Failure, Work, attempt

__all__ = ["Crew", "Failure", "Work", "WorkersError", "attempt", "work_through"]
