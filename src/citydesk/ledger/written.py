"""Times as the ledger keeps them."""

from datetime import UTC, datetime


def written_time(time: datetime) -> str:
    """A time as the ledger keeps it: ISO, in UTC, to the second, so that it sorts."""
    return time.astimezone(UTC).isoformat(timespec="seconds")
