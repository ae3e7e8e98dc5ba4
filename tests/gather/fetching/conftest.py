"""A site on loopback, a clock that only waiting moves, and fetchers that use both."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from citydesk.gather import Fetcher, FetchLimits, Manners
from citydesk.gather.fetching.network import Network, connect_to, resolve_host

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
SMALL = FetchLimits(
    connect_seconds=2, read_seconds=0.3, total_seconds=0.4, size_bytes=2_000_000, ratio=200, redirects=3
)
PLAIN = Manners(contact="desk@lantern.example")


class Hours:
    """A clock that stands still but for waiting, and what was waited for."""

    def __init__(self) -> None:
        self.now = NOON
        self.waits: list[float] = []

    def clock(self) -> datetime:
        """What time it is."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Waiting moves the clock, and takes no time."""
        self.waits.append(seconds)
        self.now += timedelta(seconds=seconds)


class Lines:
    """A network whose names lead where the test says; every connection is noted, and only loopback is made."""

    def __init__(self, **hosts: list[str]) -> None:
        self.hosts = {name.replace("_", "."): addresses for name, addresses in hosts.items()}
        self.tried: list[tuple[str, int]] = []
        self.resolved: list[str] = []

    def resolve(self, host: str, port: int, seconds: float) -> list[str]:
        """The addresses that the test gives a host; numbers stand for themselves."""
        self.resolved.append(host)
        given = self.hosts.get(host)
        if given is None:
            return list(resolve_host(host, port, seconds))  # a number, which no name server is asked for
        return [given.pop(0)] if len(given) > 1 and host.startswith("turning") else given

    def connect(self, address: str, port: int, seconds: float):  # type: ignore[no-untyped-def]
        """Note the connection, and make it only to loopback."""
        self.tried.append((address, port))
        assert address == "127.0.0.1", f"a test would have asked {address}"
        return connect_to(address, port, seconds)

    def network(self, *allowed: str) -> Network:
        """The network, with the hosts that may stand on loopback."""
        return Network(self.resolve, self.connect, frozenset(allowed))


@pytest.fixture
def hours() -> Hours:
    """The clock of the test."""
    return Hours()


MakeFetcher = Callable[..., Fetcher]


@pytest.fixture
def make_fetcher(hours: Hours) -> Iterator[MakeFetcher]:
    """Makes fetchers that may ask 127.0.0.1, with small limits."""
    with ExitStack() as opened:

        def make(*, network: Network | None = None, manners: Manners = PLAIN, limits: FetchLimits = SMALL) -> Fetcher:
            fetcher = Fetcher(
                manners,
                network=network or Lines().network("127.0.0.1"),
                limits=limits,
                clock=hours.clock,
                sleep=hours.sleep,
            )
            return opened.enter_context(fetcher)

        yield make
