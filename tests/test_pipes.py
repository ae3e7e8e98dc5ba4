"""The command line among other programs: pipes, interrupts, odd terminals."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from citydesk.model import Reading
from tests.running import COMMAND, run

STORY = "TULSA, Okla. (KZQX) -- A man was shot in the leg on Elm Street on Thursday night, police said."

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals of POSIX")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, with a report and nothing from this machine's settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CITYDESK_LEDGER", raising=False)
    Path("story.txt").write_text(STORY)


def _lines(first: int, last: int) -> str:
    return "".join(json.dumps({"id": f"r{n}", "text": f"{STORY} {n}"}) + "\n" for n in range(first, last + 1))


def _start(*arguments: str, **options: int) -> subprocess.Popen[str]:
    return subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload,no-any-return]


def _held() -> int:
    with sqlite3.connect("citydesk.db") as connection:
        reports = int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    return reports


def test_ctrl_c_while_adding_keeps_what_was_done() -> None:
    """It ends with a summary and status 130; the same command goes on from there."""
    Path("first.jsonl").write_text(_lines(1, 5))
    os.mkfifo("second.jsonl")
    adding = _start("add", "--workers", "1", "first.jsonl", "second.jsonl")
    with Path("second.jsonl").open("w"):  # opens when the command has come to its second file
        adding.send_signal(signal.SIGINT)
        _, told = adding.communicate(timeout=60)
    assert adding.returncode == 130
    assert "5 reports added" in told
    assert "interrupted; what was added stays. The same command goes on from here" in told
    assert "Traceback" not in told
    assert _held() == 5

    Path("second.jsonl").unlink()
    Path("second.jsonl").write_text(_lines(6, 8))
    again = run("add", "first.jsonl", "second.jsonl")
    assert again.status == 0
    assert "3 reports added" in again.err
    assert "5 already in the ledger" in again.err
    assert _held() == 8


def test_ctrl_c_while_reading_is_quiet() -> None:
    """Status 130, and no traceback."""
    os.mkfifo("pipe.jsonl")
    reading = _start("read", "pipe.jsonl", stdout=subprocess.PIPE)
    with Path("pipe.jsonl").open("w"):
        reading.send_signal(signal.SIGINT)
        _, told = reading.communicate(timeout=60)
    assert (reading.returncode, told) == (130, "")


def test_ctrl_c_while_processes_read_is_quiet() -> None:
    """A terminal sends it to all of them: status 130, no traceback, and none is left."""
    Path("first.jsonl").write_text(_lines(1, 60))
    os.mkfifo("second.jsonl")
    with Path("out.jsonl").open("w") as out:
        reading = _start(
            *("read", "--workers", "2", "--format", "jsonl", "first.jsonl", "second.jsonl"),
            stdout=out.fileno(),
            process_group=0,
        )
    with Path("second.jsonl").open("w"):  # opens when the command has come to its second file
        os.killpg(reading.pid, signal.SIGINT)
        _, told = reading.communicate(timeout=60)  # ends when all of them have, since they share standard error
    assert (reading.returncode, told) == (130, "")
    assert all(Reading.from_json(line) for line in Path("out.jsonl").read_text().splitlines())


@pytest.mark.parametrize(
    "arguments",
    ["export --format jsonl", "gather story.txt", "read story.txt", "read --workers 2 story.txt story.txt story.txt"],
)
def test_a_reader_that_has_seen_enough_is_no_fault(arguments: str) -> None:
    """`citydesk export | head -1`: no traceback, no word."""
    run("add", "story.txt")
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = _start(*arguments.split(), stdout=write_end)
    os.close(write_end)
    _, told = command.communicate(timeout=60)
    assert told == ""
    assert command.returncode == 1


def test_standard_input_is_read_as_a_file_is() -> None:
    """A report piped in is read under no name."""
    piped = run("read", "--format", "jsonl", "-", stdin=STORY.encode())
    assert (piped.status, piped.err) == (0, "")
    assert Reading.from_json(piped.out).report.publisher == "KZQX"
    assert piped.out == run("read", "--format", "jsonl", "story.txt").out


@pytest.mark.parametrize("stdin", [b"", b"\n"])
def test_nothing_on_standard_input_is_told(stdin: bytes) -> None:
    """One line, and status 2."""
    ran = run("read", "-", stdin=stdin)
    assert (ran.status, ran.out, ran.told) == (2, "", ["citydesk: standard input: is empty"])


def test_an_odd_terminal_is_no_reason_to_fail() -> None:
    """Output is UTF-8, and what is told is spelled out where the terminal lacks a character."""
    Path("“empty”.txt").write_text("")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for form in ("page", "jsonl"):
        done = subprocess.run(
            [*COMMAND, "read", "--format", form, "story.txt", "“empty”.txt"],
            capture_output=True,
            env=environment,
            check=False,
        )
        assert done.returncode == 0
        assert "Elm Street" in done.stdout.decode("utf-8")
        assert b"Traceback" not in done.stderr


def test_a_closed_output_is_no_reason_to_fail() -> None:
    """`citydesk doctor >&-`, as some schedulers start programs."""
    done = subprocess.run(["sh", "-c", '"$@" >&- 2>&-', "sh", *COMMAND, "doctor"], check=False)
    assert done.returncode == 0
