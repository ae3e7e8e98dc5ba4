"""Pages fetched with manners: robots.txt asked first, each host left in peace between requests, redirects followed.

In: an address. Out: an answer, or a miss that says why. The table of contents of this part: `asking` makes one request,
`network` looks at whom it goes to, `manners` and `robots` say whether and when.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from citydesk.gather.fetching.answers import Answer, FetchLimits, Known, Miss
from citydesk.gather.fetching.manners import (
    HostBook,
    HostsInMemory,
    HostState,
    Manners,
    after_answer,
    after_refusal,
    after_request,
    ready_at,
)
from citydesk.gather.fetching.web_address import host_of, parse_address
from citydesk.model import InputError

if TYPE_CHECKING:  # loading httpx takes longer than reading a report
    from citydesk.gather.fetching.asking import Asker, Said
    from citydesk.gather.fetching.network import Network

_REDIRECTS = (301, 302, 303, 307, 308)
_TOO_MUCH = (429, 503)
_GONE = (404, 410)
_UNCHANGED = 304
_OK = 200
_SERVERS_FAULT = 500
PATIENCE_SECONDS = 600
"""How long a fetch may wait for a host's turn; where it would be longer, it is a miss that says when."""


class Fetcher:
    """Fetches pages, one at a time. Close it, or use it in a `with` statement.

    `book` keeps what is known of hosts; without one it is forgotten at the end. `allowed_hosts` may stand in a network
    of one's own. Time is asked of `clock`, and waited for with `sleep`. Nothing is opened before the first request.
    Raises InputError for manners with a contact that nobody could write to.
    """

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        book: HostBook | None = None,
        limits: FetchLimits | None = None,
        network: "Network | None" = None,
        allowed_hosts: frozenset[str] = frozenset(),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.manners = manners or Manners()
        self._limits = limits or FetchLimits()
        self._book = book if book is not None else HostsInMemory()
        self._user_agent = self.manners.user_agent()
        self._network, self._allowed_hosts = network, allowed_hosts
        self._opened: Asker | None = None
        self._clock, self._sleep = clock, sleep

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all connections."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def ready_at(self, address: str) -> datetime:
        """When the host of an address may next be asked: now, or later."""
        return ready_at(self._book.host(host_of(address)), self.manners, self._clock())

    def sitemaps_of(self, address: str) -> list[str]:
        """The sitemaps that the robots.txt of an address's host names."""
        from citydesk.gather.fetching.robots import sitemaps_in

        state = self._robots(address)
        return sitemaps_in(state.robots or "") if isinstance(state, HostState) else []

    def fetch(self, address: str, known: Known | None = None) -> Answer | Miss:
        """What an address answers, after its redirects. `known` is of an earlier answer, which may still hold."""
        try:
            at = parse_address(address)
        except InputError as error:
            return Miss(address, str(error), again=False)
        for _ in range(self._limits.redirects + 1):
            said = self._ask(at, known)
            if isinstance(said, Miss):
                return replace(said, address=address)
            if said.status not in _REDIRECTS:
                return self._answer(address, at, said)
            try:
                at = parse_address(urljoin(at, said.header("location") or ""))
            except (InputError, ValueError):
                return Miss(address, "leads on to what is no address of a page", again=False)
        return Miss(address, f"leads on more than {self._limits.redirects} times", again=False)

    def _answer(self, asked: str, at: str, said: "Said") -> Answer | Miss:
        from citydesk.gather.fetching.asking import media_type

        known = Known(said.header("etag"), said.header("last-modified"))
        if said.status == _UNCHANGED:
            return Answer(asked, at, b"", known=known, unchanged=True)
        if said.status == _OK:
            kind, charset = media_type(said.header("content-type"))
            return Answer(asked, at, said.body, kind, charset, known)
        if said.status in _TOO_MUCH:
            until = self.ready_at(at)
            told = f"asks to be left alone until {until:%Y-%m-%d %H:%M} UTC (status {said.status})"
            return Miss(asked, told, again=True, not_before=until, waits=True, host_wide=True)
        if said.status in _GONE:
            return Miss(asked, f"is not there (status {said.status})", again=False)
        return Miss(asked, f"answers with status {said.status}", again=said.status >= _SERVERS_FAULT)

    def _ask(self, address: str, known: Known | None) -> "Said | Miss":
        """One request with manners: allowed, in turn, and noted."""
        from citydesk.gather.fetching.robots import crawl_delay, may_fetch

        state = self._robots(address)
        if isinstance(state, Miss):
            return state
        if not may_fetch(state.robots or "", address):
            return Miss(address, "is closed to robots by its site's robots.txt", again=False)
        waited = self._wait_for(address)
        if waited is not None:
            return waited
        said = self._request(address, known)
        state = self._book.host(host_of(address))
        now = self._clock()
        if isinstance(said, Miss) and said.host_wide and said.again:
            state = after_refusal(state, self.manners, now, None)  # a host that is down is left alone too
        elif not isinstance(said, Miss) and said.status in _TOO_MUCH:
            state = after_refusal(state, self.manners, now, said.header("retry-after"))
        else:
            state = after_answer(state, self.manners, now, crawl_delay(state.robots or ""))
        self._book.keep_host(state)
        return said

    def _request(self, address: str, known: Known | None = None) -> "Said | Miss":
        state = after_request(self._book.host(host_of(address)), self._clock())
        self._book.keep_host(state)
        return self._asker().ask(address, known)

    def _asker(self) -> "Asker":
        from citydesk.gather.fetching.asking import Asker
        from citydesk.gather.fetching.network import Network

        if self._opened is None:
            network = self._network or Network(allowed_hosts=self._allowed_hosts)
            self._opened = Asker(network, self._limits, self._user_agent)
        return self._opened

    def _wait_for(self, address: str) -> Miss | None:
        """Wait for the host's turn; a Miss where that would take too long."""
        now, until = self._clock(), self.ready_at(address)
        seconds = (until - now).total_seconds()
        if seconds > PATIENCE_SECONDS:
            told = (
                f"is not asked again before {until:%Y-%m-%d %H:%M} UTC, as its site wishes or its day's share is used"
            )
            return Miss(address, told, again=True, not_before=until, waits=True, host_wide=True)
        if seconds > 0:
            self._sleep(seconds)
        return None

    def _robots(self, address: str) -> HostState | Miss:
        """The host's state with a robots.txt that can be believed; a Miss where it cannot be had, which means no."""
        state, now = self._book.host(host_of(address)), self._clock()
        good_for = self.manners.robots_seconds if state.robots is not None else self.manners.robots_retry_seconds
        if state.robots_at is not None and now - state.robots_at < timedelta(seconds=good_for):
            return state if state.robots is not None else self._without_robots(address, state.robots_at)
        waited = self._wait_for(address)
        if waited is not None:
            return waited
        robots = self._fetch_robots(address)
        if isinstance(robots, Miss) and not robots.again:
            return robots  # it was not asked for at all, so that nothing is known of it
        asked_at = self._clock()
        told = robots if isinstance(robots, str) else None
        state = replace(self._book.host(host_of(address)), robots=told, robots_at=asked_at)
        self._book.keep_host(state)
        if isinstance(robots, Miss):
            return replace(robots, not_before=self._robots_again(asked_at))
        return state if robots is not None else self._without_robots(address, asked_at)

    def _robots_again(self, asked_at: datetime) -> datetime:
        return asked_at + timedelta(seconds=self.manners.robots_retry_seconds)

    def _without_robots(self, address: str, asked_at: datetime) -> Miss:
        told = "is not read, since its site's robots.txt cannot be had"
        return Miss(address, told, again=True, not_before=self._robots_again(asked_at), host_wide=True)

    def _fetch_robots(self, address: str) -> str | Miss | None:
        """The text of a robots.txt, empty where there is none; a Miss, or None, where it cannot be had."""
        at = urljoin(address, "/robots.txt")
        for _ in range(self._limits.redirects + 1):
            said = self._request(at)
            if isinstance(said, Miss):
                return replace(said, host_wide=True)
            if said.status == _OK:
                return said.body[: self._limits.robots_bytes].decode("utf-8-sig", "replace").replace("\0", "")
            if said.status not in _REDIRECTS:
                return self._without_answer(at, said)
            try:
                at = parse_address(urljoin(at, said.header("location") or ""))
            except (InputError, ValueError):
                return None
        return None

    def _without_answer(self, at: str, said: "Said") -> str | None:
        """What a status means for a robots.txt: 4xx that there is none, anything else that it cannot be had."""
        if said.status in _TOO_MUCH:
            state = self._book.host(host_of(at))
            self._book.keep_host(after_refusal(state, self.manners, self._clock(), said.header("retry-after")))
            return None
        return "" if 400 <= said.status < 500 else None  # RFC 9309, 2.3.1.3
