"""How a host is asked: who we are, how often, how much a day, and what a host has said about it. Pure.

In: what is known of a host, and what it answered. Out: what is known of it then, and when it may be asked again.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol

from citydesk.model import InputError
from citydesk.version import __version__

ROBOT = "citydesk"
"""The name that a robots.txt may give rules for."""
ABOUT = "https://citydesk.example/docs/watching"
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\Z|https?://[^\s()<>;,\"]+\Z")
_MAX_CONTACT = 200


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked."""

    contact: str | None = None
    """Whom a site's people may write to: an e-mail address, or that of a page."""
    least_delay_seconds: float = 2
    """Between two requests to a host that asks for no other; also where it asks for less."""
    most_delay_seconds: float = 300
    """A crawl delay of more counts as this."""
    budget_a_day: int = 1_000
    """Requests to a host in a day (UTC), robots.txt among them."""
    retry_seconds: float = 120
    """After the first 429 or 503 that does not say when to come again; each one more doubles it."""
    most_wait_seconds: float = 86_400
    """The longest that a host is left alone, whatever it says."""
    robots_seconds: float = 86_400
    """How long a robots.txt is believed; RFC 9309 gives a day."""
    robots_retry_seconds: float = 900
    """After which one that could not be had is asked for again."""

    def user_agent(self) -> str:
        """The name that every request bears. Raises InputError for a contact that nobody could write to."""
        if self.contact is None:
            return f"{ROBOT}/{__version__} (+{ABOUT})"
        if len(self.contact) > _MAX_CONTACT or not self.contact.isascii() or not _CONTACT.match(self.contact):
            raise InputError(
                f"the contact {self.contact[:60]!r} is no e-mail address and no https:// address: give one"
            )
        return f"{ROBOT}/{__version__} (+{ABOUT}; {self.contact})"


@dataclass(frozen=True, slots=True)
class HostState:
    """What is known of a host. It is kept, so that manners hold from one run to the next."""

    host: str
    robots: str | None = None
    """The text of its robots.txt, empty where it has none; None where it was not had."""
    robots_at: datetime | None = None
    """When that was asked for."""
    not_before: datetime | None = None
    """No request goes there earlier."""
    strikes: int = 0
    """How often in a row it said that it is asked too much."""
    day: date | None = None
    requests: int = 0
    """To it, on that day."""


class HostBook(Protocol):
    """Where what is known of hosts is kept."""

    def host(self, host: str, /) -> HostState:
        """What is known of a host; nothing but its name for a new one."""

    def keep_host(self, state: HostState, /) -> None:
        """Keep what is known now."""


class HostsInMemory:
    """What is known of hosts as long as this runs."""

    def __init__(self) -> None:
        self._hosts: dict[str, HostState] = {}

    def host(self, host: str) -> HostState:
        """What is known of a host."""
        return self._hosts.get(host, HostState(host))

    def keep_host(self, state: HostState) -> None:
        """Keep what is known now."""
        self._hosts[state.host] = state


def ready_at(state: HostState, manners: Manners, now: datetime) -> datetime:
    """When a host may next be asked: now, or later."""
    earliest = max(now, state.not_before) if state.not_before is not None else now
    if state.day == now.date() and state.requests >= manners.budget_a_day:
        tomorrow = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), UTC)
        return max(earliest, tomorrow)
    return earliest


def after_request(state: HostState, now: datetime) -> HostState:
    """What is known of a host once a request has gone to it: one more of its day."""
    used = state.requests if state.day == now.date() else 0
    return replace(state, day=now.date(), requests=used + 1)


def after_answer(state: HostState, manners: Manners, now: datetime, crawl_delay: float | None) -> HostState:
    """What is known of a host after it has answered: the next request waits as long as it asks for."""
    delay = min(max(crawl_delay or 0, manners.least_delay_seconds), manners.most_delay_seconds)
    return replace(state, strikes=0, not_before=now + timedelta(seconds=delay))


def after_refusal(state: HostState, manners: Manners, now: datetime, retry_after: str | None) -> HostState:
    """What is known of a host after 429 or 503: it is left alone as long as it says, or longer each time."""
    told = _seconds(retry_after, now)
    waited = told if told is not None else manners.retry_seconds * 2.0 ** min(state.strikes, 16)
    wait = min(max(waited, manners.least_delay_seconds), manners.most_wait_seconds)
    return replace(state, strikes=state.strikes + 1, not_before=now + timedelta(seconds=wait))


def _seconds(retry_after: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After gives, as a number or a date; None where it gives none."""
    words = (retry_after or "").strip()
    if words.isdecimal():
        return float(words[:9])
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return (aware - now).total_seconds()
