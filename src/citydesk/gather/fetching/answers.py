"""What comes of asking for a page: an answer, or a miss that says why. Plain values."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much one request may take. More is a miss, never a wait without end."""

    connect_seconds: float = 10
    read_seconds: float = 20
    """Between two pieces of an answer."""
    total_seconds: float = 60
    """From the first byte sent to the last one received, redirects not included."""
    size_bytes: int = 12_000_000
    """Of a body as received and as unpacked; the largest news pages have some 5 MB, sitemaps of 50,000 pages 10."""
    ratio: int = 200
    """How many times larger a body may be unpacked; HTML reaches 20, a gzip bomb has 1,000."""
    redirects: int = 5
    robots_bytes: int = 500_000
    """RFC 9309 asks to read as much."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the last answer said of its own age, so that the same need not be sent again."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered."""

    asked: str
    address: str
    """The address that answered: another one after redirects."""
    body: bytes
    content_type: str = ""
    """Its media type in small letters, without parameters."""
    charset: str | None = None
    known: Known = Known()
    unchanged: bool = False
    """Whether it is as it was when last asked (304); the body is then empty."""


@dataclass(frozen=True, slots=True)
class Miss:
    """What was asked for did not come."""

    address: str
    message: str
    """Why, as an end of a sentence that begins with the address: "forbids robots to read it"."""
    again: bool
    """Whether asking again later may help: a server that is down, a limit of the day."""
    not_before: datetime | None = None
    """When to ask again at the earliest, where the server or our own manners say so."""
    waits: bool = False
    """Whether nothing is wrong, and it is only the host's wish or our own manners that put it off."""
    host_wide: bool = False
    """Whether it is about the host, and every other page there would miss as well."""
