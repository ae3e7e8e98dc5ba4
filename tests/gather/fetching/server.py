"""A real HTTP server on loopback that answers as it is told, faults and all, and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """A plain answer."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Fault = Callable[[BaseHTTPRequestHandler, threading.Event], None]
"""An answer written by hand; the event is set when the server is to end."""
Answers = Reply | Fault


@dataclass(frozen=True)
class Asked:
    """One request that came."""

    path: str
    headers: dict[str, str]


class Site:
    """What the server answers, by path, and what it was asked."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.address = f"http://127.0.0.1:{port}"
        self.answers: dict[str, Answers] = {}
        self.asked: list[Asked] = []
        self.ended = threading.Event()

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [asked.path for asked in self.asked]

    def put(self, path: str, body: bytes | str = b"", *, status: int = 200, **headers: str) -> str:
        """Let a path give an answer; `headers` have _ for -. Gives the address."""
        given = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = Reply(given, status, named)
        return self.address + path

    def put_fault(self, path: str, fault: Fault) -> str:
        """Let a path answer as a function writes. Gives the address."""
        self.answers[path] = fault
        return self.address + path


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor that leaves in the middle is what many tests are about."""


@contextmanager
def serving() -> Iterator[Site]:
    """A server on a free port of loopback, until the end."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = site.answers.get(self.path, Reply(b"nothing here", 404))
            if not isinstance(answer, Reply):
                self.close_connection = True
                answer(self, site.ended)
                return
            self.send_response(answer.status)
            for name, value in {"Content-Type": "text/html", **answer.headers}.items():
                self.send_header(name, value)
            if answer.status != 304:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if answer.status != 304:
                self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = _Server(("127.0.0.1", 0), Handler)
    site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def silent(_: BaseHTTPRequestHandler, ended: threading.Event) -> None:
    """Never answers."""
    ended.wait()


def trickling(handler: BaseHTTPRequestHandler, ended: threading.Event) -> None:
    """Gives its headers a byte at a time, for ever."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not ended.wait(0.01):
        handler.wfile.write(b"x")


def endless_headers(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
    """Gives header after header."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")


def endless_body(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
    """Gives a body without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
    while True:
        handler.wfile.write(b"<p>more</p>" * 1000)


def cut_off(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
    """Ends in the middle of what it promised."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>")


def nonsense(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
    """Speaks no HTTP."""
    handler.wfile.write(b"\x00\xffSSH-2.0 what?\r\n\r\n")
