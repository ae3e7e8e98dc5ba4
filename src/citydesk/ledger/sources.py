"""One telling of an incident together with its report: what a record and its line in a list are made from."""

from typing import NamedTuple

from citydesk.settle import Told


class Source(NamedTuple):
    """One telling of an incident, with its report."""

    arrival: int
    told: Told
    main: bool
    """Whether the incident is the report's own subject, not one that it mentions."""
