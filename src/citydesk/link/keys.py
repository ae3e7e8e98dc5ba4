"""Which tellings are worth comparing: those that share a key."""

from citydesk.link.telling import Telling


def keys_of(telling: Telling) -> tuple[str, ...]:
    """The keys of a telling, sorted. Two tellings are candidates for one incident where they share a key."""
    raise NotImplementedError
