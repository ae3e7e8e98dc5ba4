"""Bad input through the real command line: one clear line each, an exit status that tells, nothing half-written."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from citydesk.model import Reading
from tests.running import COMMAND, Ran, run

STORY = (
    "TULSA, Okla. (KZQX) -- A 24-year-old man was shot in the leg on Elm Street on Thursday night, police said. "
    "Officers found him on the steps of a bakery. The shooting is under investigation."
)
SPANISH = (
    "TULSA, Okla. -- Un hombre de 24 años fue baleado en la pierna el jueves por la noche en la calle Elm, informó la "
    "policía. Los agentes lo encontraron en los escalones de una panadería y fue trasladado a un hospital. La policía "
    "busca al sospechoso y pide la ayuda de los vecinos."
)
READERS = ("read", "gather", "add")
NOBODY_WRITES_TO = Path("/proc")
"""A folder that nobody may write to, root neither."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Each test in a folder of its own; whatever happens in it, no scratch file stays behind."""
    monkeypatch.chdir(tmp_path)
    for name in ("CITYDESK_LEDGER", "CITYDESK_NAMES"):
        monkeypatch.delenv(name, raising=False)
    yield tmp_path
    leftovers = [path.name for path in tmp_path.iterdir() if path.name.startswith(".") or "-journal" in path.name]
    assert leftovers == []


def _problems(ran: Ran) -> list[str]:
    """The lines that tell of what is wrong, without the summary of `add`."""
    assert "Traceback" not in ran.err
    return [line.removeprefix("citydesk: ") for line in ran.told if line.startswith("citydesk: ")]


def _integrity(ledger: str = "citydesk.db") -> str:
    with sqlite3.connect(ledger) as connection:
        found = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    connection.close()
    return found


def _held(ledger: str = "citydesk.db") -> int:
    with sqlite3.connect(ledger) as connection:
        reports = int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    connection.close()
    return reports


@pytest.mark.parametrize("command", READERS)
def test_a_missing_file(command: str) -> None:
    """It is named, nothing is read, and no ledger is begun."""
    Path("story.txt").write_text(STORY)
    ran = run(command, "story.txt", "missing.txt")
    assert (ran.status, ran.out) == (2, "")
    assert ran.told == ["citydesk: missing.txt: no such file or folder"]
    assert not Path("citydesk.db").exists()


BAD_FILES = {
    "empty": ("story.txt", b"", "story.txt: is empty"),
    "only blanks": ("story.jsonl", b"\n \n", "story.jsonl: is empty"),
    "binary": ("story.txt", bytes(range(256)) * 8, "story.txt: is not text but binary: give .txt, .html, .json or"),
    "image as a page": ("story.html", b"\x89PNG\r\n\x1a\n" + bytes(200), "story.html: is not text but binary"),
    "page without an article": (
        "page.html",
        b"<html><body><nav>Home</nav><img src='a.jpg'></body></html>",
        "page.html: is a page without an article",
    ),
    "broken JSON": (
        "story.json",
        b'{"text": "A man',
        "story.json: is not JSON: unterminated string starting at column",
    ),
    "JSON of another kind": ("story.json", b'{"name": "x"}', 'story.json, line 1: has no "text" and no "title"'),
    "broken archive": ("story.txt.gz", b"\x1f\x8b\x08\x00broken", "story.txt.gz: is a broken .gz file"),
}


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(("name", "content", "told"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_file_that_is_no_report(command: str, name: str, content: bytes, told: str) -> None:
    """One line that names it and says what it is; status 2, since there is nothing else."""
    Path(name).write_bytes(content)
    ran = run(command, name)
    assert (ran.status, ran.out) == (2, "")
    (line,) = _problems(ran)
    assert line.startswith(told)


@pytest.mark.parametrize("command", READERS)
def test_a_bad_file_among_good_ones_stops_nothing(command: str) -> None:
    """It is told and counted, and the status is 0, since the work was done."""
    Path("a.txt").write_text(STORY)
    Path("b.txt").write_bytes(b"")
    ran = run(command, "a.txt", "b.txt")
    assert ran.status == 0
    assert _problems(ran) == ["b.txt: is empty"]


def test_broken_json_on_line_7_of_10() -> None:
    """The other nine are added, and line 7 is named."""
    lines = [json.dumps({"id": f"r{n}", "text": STORY.replace("24", str(20 + n))}) for n in range(1, 11)]
    lines[6] = lines[6][:-9]
    Path("reports.jsonl").write_text("\n".join(lines))
    ran = run("add", "reports.jsonl")
    assert ran.status == 0
    (line,) = _problems(ran)
    assert line.startswith("reports.jsonl, line 7: is not JSON: ")
    assert "9 reports added" in ran.err
    assert "1 could not be used (named above)" in ran.err
    assert _held() == 9


@pytest.mark.skipif(sys.platform != "linux", reason="reads its own peak memory from /proc")
@pytest.mark.parametrize(
    ("command", "name"),
    [("gather", "reports.jsonl"), ("gather", "story.txt"), ("read --format jsonl", "reports")],
)
def test_a_line_of_100_megabytes(command: str, name: str) -> None:
    """It is told and left out, what stands behind it is read, and memory stays what it is for a small file."""
    size = 100_000_000
    with Path(name).open("wb") as file:
        file.write(json.dumps({"text": STORY}).encode() + b'\n{"text": "')
        file.writelines(b"x" * 1_000_000 for _ in range(size // 1_000_000))
        file.write(b'"}\n' + json.dumps({"text": STORY}).encode() + b"\n")
    Path("small.jsonl").write_text(json.dumps({"text": STORY}))
    small, _ = _peak_memory(*command.split(), "small.jsonl")
    big, ran = _peak_memory(*command.split(), name)
    assert big - small < size // 2
    (line,) = _problems(ran)
    assert line.startswith(
        f"{name}, line 2: is longer than 8 MB" if name != "story.txt" else "story.txt: is larger than"
    )
    assert len(ran.out.splitlines()) == (2 if name != "story.txt" else 0)
    assert ran.status == (0 if name != "story.txt" else 2)


def _peak_memory(*arguments: str) -> tuple[int, Ran]:
    """The most bytes that a command held at once, and what came of it."""
    script = (
        "import sys, atexit\n"
        "from pathlib import Path\n"
        "from citydesk.cli import main\n"
        "peak = lambda: Path('peak').write_text(Path('/proc/self/status').read_text())\n"
        "atexit.register(peak)\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)
    status = dict(line.split(":", 1) for line in Path("peak").read_text().splitlines())
    return int(status["VmHWM"].split()[0]) * 1024, Ran(done.returncode, done.stdout, done.stderr)


def test_a_report_in_spanish_is_left_out_with_that_reason() -> None:
    """It is counted in the summary, and a reading of it says why a ledger would not take it."""
    Path("noticia.txt").write_text(SPANISH)
    ran = run("add", "noticia.txt")
    assert ran.status == 0
    assert _problems(ran) == []
    assert "1 left out: " in ran.err
    assert "Spanish" in ran.err
    (line,) = _problems(run("read", "noticia.txt"))
    assert line.startswith("noticia.txt: a ledger would leave this out")
    assert "Spanish" in line


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("story.txt", f"date 0000-00-00\n{STORY}"),
        ("story.jsonl", json.dumps({"text": STORY, "published": "0000-00-00"})),
    ],
)
def test_a_date_of_zeros(command: str, name: str, content: str) -> None:
    """The date is named, and the report is read without it."""
    Path(name).write_text(content)
    ran = run(command, name)
    assert ran.status == 0
    (line,) = _problems(ran)
    assert line.startswith(name)
    assert "published '0000-00-00' is no date: give it as YYYY-MM-DD or as a time with its zone" in line
    assert line.endswith("; read without a date")


def test_a_date_of_zeros_on_the_command_line() -> None:
    """It is refused before anything is read."""
    Path("story.txt").write_text(STORY)
    ran = run("read", "--published", "0000-00-00", "story.txt")
    assert (ran.status, ran.out) == (2, "")
    assert _problems(ran) == [
        "published '0000-00-00' is no date: give it as YYYY-MM-DD or as a time with its zone",
    ]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(
            {"id": "r\ud8001", "title": "Shot\x00 \ud83d", "text": f"\udfff\x07\x1b[31m{STORY}\x9c\u2028\ud800"}
        ).encode(),
        json.dumps({"text": STORY}).encode().replace(b"police", b"\xed\xa0\x80police\x01\x02"),
    ],
    ids=["escaped", "raw"],
)
def test_lone_surrogates_and_control_characters(content: bytes) -> None:
    """They are taken in, read, kept and written out, and the evidence still holds."""
    Path("story.jsonl").write_bytes(content)
    added = run("add", "story.jsonl")
    assert (added.status, _problems(added)) == (0, [])
    assert "1 report added" in added.err
    for form in ("jsonl", "csv"):
        exported = run("export", "--format", form)
        assert (exported.status, exported.err) == (0, "")
        assert "undated" in exported.out or "tulsa" in exported.out
    assert run("read", "story.jsonl").status == 0
    reading = Reading.from_json(run("read", "--format", "jsonl", "--with-text", "story.jsonl").out)
    assert reading.report.text is not None
    assert all(quote.text == reading.report.text[quote.start : quote.end] for quote in reading.quotes)


@pytest.mark.skipif(not NOBODY_WRITES_TO.is_dir(), reason="no folder that root may not write to")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--ledger", "/proc/citydesk.db", "add", "story.txt"),
        ("--ledger", "/proc/citydesk.db", "demo"),
        ("export", "--format", "csv", "-o", "/proc/incidents.csv"),
    ],
    ids=["add", "demo", "export"],
)
def test_a_read_only_folder(arguments: tuple[str, ...]) -> None:
    """One line that names the file and says what to do."""
    Path("story.txt").write_text(STORY)
    run("add", "story.txt")
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.told
    assert "'/proc/" in line
    assert "may not be written: change its permissions" in line or "cannot be written" in line


def test_a_full_disk_while_adding(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends in one line; what was done before stays, and the same command goes on when there is room."""
    lines = [json.dumps({"id": f"r{n}", "text": f"{STORY} {n} " + "It was late. " * 50}) for n in range(12)]
    Path("reports.jsonl").write_text("\n".join(lines))
    connect = sqlite3.connect

    def connect_with_little_room(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 70")
        return connection  # type: ignore[no-any-return]

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", connect_with_little_room)
        ran = run("add", "reports.jsonl")
    assert ran.status == 2
    (line,) = ran.told
    assert "no room is left on the disk of the ledger 'citydesk.db': free some" in line
    assert _integrity() == "ok"
    assert 0 < _held() < 12
    again = run("add", "reports.jsonl")
    assert again.status == 0
    assert (_integrity(), _held()) == ("ok", 12)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    ["export --format csv", "gather story.txt", "--help"],
)
def test_a_full_disk_behind_standard_output(arguments: str) -> None:
    """Output that could not be written is told, and the status says that it is not whole."""
    Path("story.txt").write_text(STORY)
    run("add", "story.txt")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments.split()], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == (
        "citydesk: standard output cannot be written (No space left on device): make room, and run it again\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_an_export() -> None:
    """The file is named."""
    Path("story.txt").write_text(STORY)
    run("add", "story.txt")
    ran = run("export", "--format", "csv", "-o", "/dev/full")
    assert ran.status == 2
    assert ran.told == ["citydesk: '/dev/full' cannot be written (No space left on device): name another file"]


def test_an_export_that_fails_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is written whole or not at all."""
    Path("story.txt").write_text(STORY)
    run("add", "story.txt")
    Path("incidents.csv").write_text("as it was")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    ran = run("export", "--format", "csv", "-o", "incidents.csv")
    assert (ran.status, len(ran.told)) == (2, 1)
    assert Path("incidents.csv").read_text() == "as it was"


OF_A_LEDGER = ["add story.txt", "export --format csv", "serve --port 0", "demo"]


@pytest.mark.parametrize("arguments", OF_A_LEDGER)
def test_a_ledger_of_a_newer_version(arguments: str) -> None:
    """It is left as it is, and the line says to upgrade."""
    Path("story.txt").write_text(STORY)
    run("add", "story.txt")
    with sqlite3.connect("citydesk.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = Path("citydesk.db").read_bytes()
    ran = run(*arguments.split())
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.told
    assert "'citydesk.db' is a ledger of version 9999" in line
    assert "pip install --upgrade citydesk" in line
    assert Path("citydesk.db").read_bytes() == before


@pytest.mark.parametrize("arguments", OF_A_LEDGER)
@pytest.mark.parametrize(
    "content", [b"no ledger at all", b"SQLite format 3\x00" + b"\xff" * 5000], ids=["other", "broken"]
)
def test_a_ledger_that_is_none(arguments: str, content: bytes) -> None:
    """Another program's file is told as such, and left as it is."""
    Path("story.txt").write_text(STORY)
    Path("citydesk.db").write_bytes(content)
    ran = run(*arguments.split())
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.told
    assert "'citydesk.db'" in line
    assert Path("citydesk.db").read_bytes() == content


@pytest.mark.parametrize("arguments", ["export --format csv", "serve --port 0"])
def test_a_ledger_that_is_not_there(arguments: str) -> None:
    """Looking at one does not make one."""
    ran = run(*arguments.split())
    assert (ran.status, ran.out) == (2, "")
    assert ran.told == [
        "citydesk: there is no ledger 'citydesk.db': make one with `citydesk add`, or name another with --ledger"
    ]
    assert not Path("citydesk.db").exists()


def test_a_port_in_use() -> None:
    """The line says which, and how to give another."""
    Path("story.txt").write_text(STORY)
    run("add", "story.txt")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("serve", "--port", port)
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.told
    assert line.startswith(f"citydesk: port {port} of 127.0.0.1 is in use; ")
    assert "--port" in line
