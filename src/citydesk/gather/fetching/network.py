"""The way out: names resolved, machines looked at, and only then connected to, all within a deadline.

In: a host and a port. Out: a connection to an address that was looked at, and to no other: whatever a name server says
the next moment, the connection stands. The host's name is left to TLS and to the request.
"""

import queue
import socket
import ssl
import threading
import time
import typing
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import httpcore

from citydesk.gather.fetching.reachable import why_not_public

Resolve = Callable[[str, int, float], Sequence[str]]
"""The IP addresses of a host, for a port, within seconds. Raises OSError where there are none."""
Connect = Callable[[str, int, float], httpcore.NetworkStream]
"""A connection to an IP address and port, within seconds."""
_TRIED = 3
"""Addresses of a host that are tried, one after another."""


class NotPublicError(Exception):
    """A host is not of the public internet."""


def resolve_host(host: str, port: int, seconds: float) -> Sequence[str]:
    """The IP addresses of a host as the system resolves it, which has no limit of its own."""
    found: queue.Queue[Sequence[str] | OSError] = queue.Queue()

    def ask() -> None:
        try:
            found.put([str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)])
        except (OSError, UnicodeError) as error:
            found.put(OSError(str(error)))

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError(f"{host} could not be resolved in {seconds:g} s") from None
    if isinstance(answer, OSError):
        raise answer
    return list(dict.fromkeys(answer))


def connect_to(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    """A TCP connection to an IP address."""
    return httpcore.SyncBackend().connect_tcp(address, port, timeout=seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """How names are resolved and connections made; tests put their own in."""

    resolve: Resolve = resolve_host
    connect: Connect = connect_to
    allowed_hosts: frozenset[str] = frozenset()
    """Hosts, by the name or number that addresses give, that may be asked wherever they stand."""


class Deadline:
    """When a request must be over."""

    def __init__(self) -> None:
        self._end = 0.0

    def start(self, seconds: float) -> None:
        """Begin a request that may take some seconds."""
        self._end = time.monotonic() + seconds

    def limit(self, seconds: float | None) -> float:
        """The seconds that one step may take. Raises httpcore.ReadTimeout where there is no time left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the request took too long")
        return left if seconds is None else min(seconds, left)


class CheckedBackend(httpcore.NetworkBackend):
    """Connections to public machines only, each step of them within the deadline."""

    def __init__(self, network: Network, deadline: Deadline) -> None:
        self._network, self._deadline = network, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of a host's addresses that answers; raises NotPublicError if any is not public."""
        addresses = self._resolved(host, port, timeout)
        for left, address in zip(range(len(addresses[:_TRIED]) - 1, -1, -1), addresses, strict=False):
            try:
                stream = self._network.connect(address, port, self._deadline.limit(timeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not left:
                    raise
            else:
                return _TimedStream(stream, self._deadline)
        raise httpcore.ConnectError("it has no address")

    def _resolved(self, host: str, port: int, timeout: float | None) -> Sequence[str]:
        try:
            addresses = self._network.resolve(host, port, self._deadline.limit(timeout))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ConnectError(f"its name cannot be resolved ({error})") from error
        if host.lower() in self._network.allowed_hosts:
            return addresses
        for address in addresses:
            if (why := why_not_public(address)) is not None:
                raise NotPublicError(f"leads to {address}, which {why}")
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends by the deadline, so that no trickle of bytes keeps it for long."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.limit(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.limit(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.limit(timeout))
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> typing.Any:
        return self._inner.get_extra_info(info)
