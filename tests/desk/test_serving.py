"""Serving a ledger: addresses that cannot be taken, and a desk that opens and closes."""

import signal
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import httpx
import pytest

from citydesk.desk import ListenError, create_app, serve
from citydesk.ledger import Ledger, NoLedger
from tests.desk.factories import FakeLedger


def test_port_in_use_is_one_clear_line() -> None:
    """Another program on the port is named, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ListenError, match=f"^port {port} of 127.0.0.1 is in use; .* with --port$"):
            serve(FakeLedger(), port=port)


def test_host_of_another_machine_is_named() -> None:
    """An address that is not ours is told apart from a port in use."""
    with pytest.raises(ListenError, match=r"'203\.0\.113\.7' is no address of this machine; .* with --host$"):
        serve(FakeLedger(), host="203.0.113.7", port=0)


@pytest.mark.parametrize("fault", [socket.gaierror("unknown"), UnicodeError("label too long"), OverflowError("port")])
def test_host_that_cannot_be_looked_up_is_named(fault: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that nobody knows, or that cannot be one, is one clear line."""

    def look_up(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(ListenError, match=r"host 'desk\.example' is not known here"):
        serve(FakeLedger(), host="desk.example", port=0)


def test_missing_ledger_is_told_before_serving(tmp_path: Path) -> None:
    """Nothing is served, and nothing made, where there is no ledger."""
    with pytest.raises(NoLedger):
        serve(str(tmp_path / "none.db"), port=0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")
def test_desk_opens_answers_and_closes_on_interrupt(tmp_path: Path) -> None:
    """The address announced answers, and Ctrl-C ends the desk without a traceback."""
    path = tmp_path / "small.db"
    Ledger.open(path).close()
    program = f"""
        from citydesk.desk import serve
        serve({str(path)!r}, port=0, announce=lambda address: print(address, flush=True))
        print("closed", flush=True)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout is not None
        address = desk.stdout.readline().strip()
        answer = httpx.get(f"{address}healthz")
        desk.send_signal(signal.SIGINT)
        out, err = desk.communicate(timeout=30)
    assert answer.json() == {"status": "ok", "incidents": 0}
    assert "server" not in answer.headers
    assert (out.strip(), err, desk.returncode) == ("closed", "", 0)


def test_application_opens_a_ledger_by_its_path(tmp_path: Path) -> None:
    """A path can be given in place of an open ledger; then it must be there."""
    path = tmp_path / "there.db"
    Ledger.open(path).close()
    assert create_app(path).title == "Citydesk"
    with pytest.raises(NoLedger):
        create_app(tmp_path / "not-there.db")
