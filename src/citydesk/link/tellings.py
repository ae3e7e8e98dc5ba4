"""From a report and its reading to its tellings."""

from citydesk.link.telling import Telling
from citydesk.model import Reading, Report


def tellings_of(report: Report, reading: Reading) -> tuple[Telling, ...]:
    """One telling for each incident of the reading, in its order."""
    raise NotImplementedError
