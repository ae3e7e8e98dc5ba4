"""How many reports are worked on at once: one after another here, or in processes of this machine."""

from citydesk.engines.pool import Crew, WorkersError, work_through
from citydesk.engines.process import Failure, Work

__all__ = ["Crew", "Failure", "Work", "WorkersError", "work_through"]
