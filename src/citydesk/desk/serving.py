"""Serving the desk: an address is taken first, so that what stands in the way is told in one line."""

import errno
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn

from citydesk.desk.app import create_app
from citydesk.desk.published import PUBLIC
from citydesk.desk.sent import is_own
from citydesk.desk.source import Source
from citydesk.model import InputError

HOST = "127.0.0.1"
PORT = 8000

_WAITING = 128
"""Connections that the system holds until they are taken."""


class ListenError(InputError):
    """The address asked for cannot be served on: it is taken, unknown or not allowed."""


def serve(
    ledger: Source | str | Path,
    *,
    host: str = HOST,
    port: int = PORT,
    names: str = PUBLIC,
    author: str | None = None,
    announce: Callable[[str], None] | None = None,
) -> None:
    """Serve a ledger until Ctrl-C; `announce` is told the address, else standard error is.

    Visitors may change what is gathered only where it is open to this machine alone. Where an `author` is named,
    decisions can be made in that name, from this machine alone. Raises ListenError for an address that cannot be taken,
    LedgerError for a ledger that cannot be opened.
    """
    if author is not None and not is_own(host):
        raise ListenError(
            f"there is no sign-in yet, so nobody may decide from the network: leave --host {host} out, or --review-as"
        )
    with _taken(host, port) as listening:
        app = create_app(ledger, names=names, writable=is_own(host), author=author)
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, ws="none", lifespan="on")
        )
        (announce or _tell)(_address(host, listening.getsockname()[1]))
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            return  # uvicorn has closed all connections and passes the signal on


def _tell(address: str) -> None:
    sys.stderr.write(f"The desk is open at {address} (Ctrl-C closes it)\n")


def _taken(host: str, port: int) -> socket.socket:
    """A socket that listens at the address."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listening = socket.socket(family, kind)
    except (OSError, UnicodeError, OverflowError) as error:
        raise ListenError(f"host {host!r} is not known here; give an address of this machine with --host") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen(_WAITING)
    except (OSError, OverflowError) as error:
        listening.close()
        raise ListenError(_why_not(host, port, error)) from error
    return listening


def _why_not(host: str, port: int, error: Exception) -> str:
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EADDRINUSE:
        return f"port {port} of {host} is in use; stop the program that has it, or give another with --port"
    if code in (errno.EACCES, errno.EPERM):
        return f"port {port} of {host} may not be used by this account; give one above 1023 with --port"
    if code == errno.EADDRNOTAVAIL:
        return f"{host!r} is no address of this machine; give one that is with --host"
    return f"cannot listen on port {port} of {host}: {error}"


def _address(host: str, port: int) -> str:
    shown = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104  # only shown
    return f"http://{f'[{shown}]' if ':' in shown and not shown.startswith('[') else shown}:{port}/"
