"""One request to one address, within bounds: no redirects, no manners, which `fetcher` has.

In: an address. Out: what the server said, or a Miss.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message

import httpcore
import httpx

from citydesk.gather.fetching.answers import FetchLimits, Known, Miss
from citydesk.gather.fetching.network import CheckedBackend, Deadline, Network, NotPublicError
from citydesk.gather.fetching.unpacking import ENCODINGS, unpack
from citydesk.model import InputError

MAX_HEADER = 1_000
_READ = ("text/", "xml", "json", "octet-stream")
"""Parts of the media types that may be a page, a feed or a sitemap; servers send sitemaps as octets."""
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json,*/*;q=0.5"
_BODY_STATUS = 200


@dataclass(frozen=True, slots=True)
class Said:
    """What a server said: status, headers, body."""

    status: int
    headers: httpx.Headers
    body: bytes

    def header(self, name: str) -> str | None:
        """One header, where it is there, short and plain, so that it may be kept and sent again."""
        value: str | None = self.headers.get(name)
        plain = value is not None and len(value) <= MAX_HEADER and value.isascii() and value.isprintable()
        return value if plain else None


class Asker:
    """Connections held open, and requests over them, one at a time."""

    def __init__(self, network: Network, limits: FetchLimits, user_agent: str) -> None:
        self._limits, self._deadline = limits, Deadline()
        timeouts = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
        self._client = httpx.Client(
            transport=_Transport(CheckedBackend(network, self._deadline)),
            timeout=timeouts,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": user_agent, "Accept": _ACCEPT, "Accept-Encoding": ENCODINGS},
        )

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()

    def ask(self, address: str, known: Known | None = None) -> Said | Miss:
        """What the server at an address says. Cookies are neither kept nor sent."""
        self._deadline.start(self._limits.total_seconds)
        self._client.cookies.clear()
        try:
            with self._client.stream("GET", address, headers=_conditions(known or Known())) as response:
                return self._read(address, response)
        except NotPublicError as error:
            return Miss(address, f"{error}: only the public internet is asked", again=False, host_wide=True)
        except httpcore.TimeoutException:
            seconds = self._limits.total_seconds
            return Miss(address, f"did not answer in time (at most {seconds:g} s)", again=True, host_wide=True)
        except httpcore.ConnectError as error:
            return Miss(address, f"could not be reached: {_plain(error)}", again=True, host_wide=True)
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.InvalidURL, httpx.HTTPError) as error:
            return Miss(address, f"broke off its answer: {_plain(error)}", again=True)

    def _read(self, address: str, response: httpx.Response) -> Said | Miss:
        if response.status_code != _BODY_STATUS:
            return Said(response.status_code, response.headers, b"")
        kind = media_type(response.headers.get("content-type"))[0]
        if kind and not any(part in kind for part in _READ):
            return Miss(address, f"is no page but {kind[:60]}", again=False)
        try:
            if (told := response.headers.get("content-length", "")).isdecimal() and int(told) > self._limits.size_bytes:
                raise InputError(f"answers with {int(told) // 1_000_000:,} MB")
            body = unpack(response.iter_raw(), response.headers.get("content-encoding", ""), self._limits)
        except InputError as error:
            return Miss(address, str(error), again=False)
        return Said(response.status_code, response.headers, body)


def media_type(header: str | None) -> tuple[str, str | None]:
    """A media type in small letters and its charset, from a Content-Type header."""
    if not header:
        return "", None
    message = Message()
    message["Content-Type"] = header[:MAX_HEADER]
    charset = message.get_param("charset")
    return message.get_content_type(), charset if isinstance(charset, str) else None


def _conditions(known: Known) -> dict[str, str]:
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in asked.items() if value}


def _plain(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


class _Stream(httpx.SyncByteStream):
    """The body of an answer as it comes."""

    def __init__(self, pieces: httpcore.Response) -> None:
        self._answer = pieces

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Transport(httpx.BaseTransport):
    """httpx over connections that `network` makes; nothing of the environment (proxies, .netrc) is heeded."""

    def __init__(self, backend: CheckedBackend) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, max_connections=8, max_keepalive_connections=4, network_backend=backend
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(
            request.method, url, headers=request.headers.raw, content=b"", extensions=request.extensions
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        with closing(self._pool):
            pass
