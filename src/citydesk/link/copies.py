"""Near copies: one wire story in many papers."""

from citydesk.link.telling import Telling


def is_copy(a: Telling, b: Telling) -> float | None:
    """The share of wording that two tellings have in common, if so much that one is a copy; None if not."""
    raise NotImplementedError
