"""Opening a ledger: what is there, what is wrong with it, and what is brought up."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import citydesk.ledger.migrations
from citydesk.ledger import (
    Ledger,
    LedgerError,
    LedgerNotWritable,
    NewerLedger,
    NoLedger,
    NotALedger,
    OlderLedger,
)
from citydesk.ledger.migrations import HEAD
from citydesk.ledger.opening import open_database
from citydesk.ledger.tables import metadata


def test_a_new_ledger_is_made_with_all_tables(tmp_path: Path) -> None:
    """What the migrations make is what the code's tables say, to the last index."""
    opened = open_database(tmp_path / "x.db", create=True, read_only=False)
    with opened.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == HEAD
    opened.engine.dispose()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith("incident_words")


def test_the_version_written_is_the_last_migration() -> None:
    """The constant that saves loading Alembic at every start is true."""
    config = Config()
    config.set_main_option("script_location", str(Path(citydesk.ledger.migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_the_file_is_set_up_for_readers_beside_a_writer(tmp_path: Path) -> None:
    """WAL stands in the file; foreign keys and the wait for others are set on each connection."""
    opened = open_database(tmp_path / "x.db", create=True, read_only=False)
    with opened.engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    opened.engine.dispose()
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "busy_timeout": 60_000}


@pytest.mark.parametrize("place", ["x.db", "sqlite:///x.db"])
def test_a_path_and_an_address_mean_the_same(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`sqlite:///x.db` is the file x.db of the folder one is in."""
    monkeypatch.chdir(tmp_path)
    with Ledger.open(place) as ledger:
        assert ledger.size().reports == 0
    assert (tmp_path / "x.db").is_file()


def test_a_file_with_marks_in_its_name_is_opened(tmp_path: Path) -> None:
    """Neither a space, nor a question mark, nor a percent sign is taken for part of an address."""
    path = tmp_path / "what? 100%#1.db"
    with Ledger.open(path):
        assert path.is_file()


def _empty_folder(folder: Path) -> Path:
    return folder / "x.db"


def _missing_folder(folder: Path) -> Path:
    return folder / "nowhere" / "x.db"


def _a_folder(folder: Path) -> Path:
    return folder


def _text_file(folder: Path) -> Path:
    (folder / "notes.txt").write_text("Nothing but notes about a shooting, and no ledger at all.")
    return folder / "notes.txt"


def _damaged(folder: Path) -> Path:
    (folder / "x.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4_000)
    return folder / "x.db"


def _other_database(folder: Path) -> Path:
    with sqlite3.connect(folder / "songs.db") as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    return folder / "songs.db"


def _newer(folder: Path) -> Path:
    return _of_version(folder, "0417")


def _of_version(folder: Path, version: str) -> Path:
    Ledger.open(folder / "x.db").close()
    with sqlite3.connect(folder / "x.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()
    return folder / "x.db"


@pytest.mark.parametrize(
    ("make", "create", "error", "told"),
    [
        (_empty_folder, False, NoLedger, "there is no ledger"),
        (_missing_folder, True, NoLedger, "there is no folder"),
        (_a_folder, True, NotALedger, "is a folder"),
        (_text_file, True, NotALedger, "some other file"),
        (_damaged, True, NotALedger, "some other file"),
        (_other_database, True, NotALedger, "database of another program"),
        (_newer, True, NewerLedger, "version 0417"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_line(
    make: object, create: bool, error: type[LedgerError], told: str, tmp_path: Path
) -> None:
    """The message names the file and says what to do, and the file stays as it was."""
    path: Path = make(tmp_path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=told) as caught:
        Ledger.open(path, create=create)
    assert path.name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_newer_ledger_says_both_versions_and_what_to_do(tmp_path: Path) -> None:
    """The line names the ledger's version and ours, and how to get a newer Citydesk."""
    with pytest.raises(NewerLedger) as caught:
        Ledger.open(_newer(tmp_path))
    assert f"knows versions up to {HEAD}" in str(caught.value)
    assert "pip install --upgrade citydesk" in str(caught.value)


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    """A crash right after the file was made leaves an empty one; the next start goes on from there."""
    (tmp_path / "x.db").touch()
    with Ledger.open(tmp_path / "x.db") as ledger:
        assert ledger.size().incidents == 0


def test_an_empty_file_is_not_read_as_a_ledger(tmp_path: Path) -> None:
    """To read, there must be one."""
    (tmp_path / "x.db").touch()
    with pytest.raises(OlderLedger, match="open it once for writing"):
        Ledger.open(tmp_path / "x.db", read_only=True)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that not even root may write to is Linux's /proc")
def test_a_folder_that_cannot_be_written_is_told_in_one_line() -> None:
    """Also where the system's permissions do not show it beforehand."""
    with pytest.raises(LedgerNotWritable, match="may not be written"):
        Ledger.open("/proc/x.db")


def test_a_folder_without_write_permission_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where permissions show it, SQLite is not even asked."""
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with pytest.raises(LedgerNotWritable, match="may not be written"):
        Ledger.open(tmp_path / "x.db")
    assert not (tmp_path / "x.db").exists()


def test_a_ledger_in_a_folder_without_write_permission_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A published ledger on a read-only disk can be served."""
    Ledger.open(tmp_path / "x.db").close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with Ledger.open(tmp_path / "x.db", read_only=True) as ledger:
        assert ledger.size().reports == 0
    assert [path.name for path in tmp_path.iterdir()] == ["x.db"]


def test_a_ledger_that_cannot_be_finished_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full at the first migration leaves nothing half-made behind."""
    monkeypatch.setattr("citydesk.ledger.opening._migrate", _fail)
    with pytest.raises(RuntimeError, match="on purpose"):
        Ledger.open(tmp_path / "x.db")
    assert list(tmp_path.iterdir()) == []


def _fail(*_: object) -> None:
    raise RuntimeError("on purpose")


def test_a_foreign_address_is_told_in_one_line() -> None:
    """Neither a mistyped address nor a database we do not keep ledgers in ends in a traceback."""
    for place in ("nonsense://", "mysql://somebody:secret@db.example/x"):
        with pytest.raises(LedgerError) as caught:
            Ledger.open(place)
        assert "secret" not in str(caught.value)


def test_two_processes_that_open_a_new_ledger_at_once_make_one(tmp_path: Path) -> None:
    """The second waits for the first and finds the ledger made."""
    told = f"from citydesk.ledger import Ledger; Ledger.open({str(tmp_path / 'x.db')!r}).close()"
    started = [subprocess.Popen([sys.executable, "-c", told], stderr=subprocess.PIPE) for _ in range(3)]
    assert [(process.communicate()[1], process.returncode) for process in started] == [(b"", 0)] * 3
    with Ledger.open(tmp_path / "x.db", create=False) as ledger:
        assert ledger.size().reports == 0
