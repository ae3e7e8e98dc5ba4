"""Writing a ledger out."""

import csv
import io
import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from citydesk.ledger import KeptIncident, Ledger
from citydesk.model import InputError
from citydesk.publish import COLUMNS, FORMATS, HEADS, ExportError, export
from tests.ledger.made import NOON, MadeReader, Shooting, make_report


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Two incidents, one of them with a child."""
    with Ledger.open(tmp_path_factory.mktemp("exports") / "x.db") as opened:
        reports = [
            make_report("r1", Shooting()),
            make_report("r2", Shooting(name="Mia Okafor", age=9, city="Tulsa", state="OK")),
        ]
        opened.add(reports, workers=1, clock=lambda: NOON, reader=MadeReader())
        yield opened


def test_json_lines_have_one_incident_a_line(ledger: Ledger, tmp_path: Path) -> None:
    """By id, each with every column; a child's name only if the keeper says so."""
    assert export(ledger, tmp_path / "x.jsonl", "jsonl") == 2
    rows = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["2021-03-05-fargo-nd", "2021-03-05-tulsa-ok"]
    assert all(list(row) == [column.name for column in COLUMNS] for row in rows)
    assert [row["people"][0]["name"] for row in rows] == ["Ann Reyes", None]
    export(ledger, tmp_path / "all.jsonl", "jsonl", names="all")
    assert "Mia Okafor" in (tmp_path / "all.jsonl").read_text("utf-8")


def test_the_table_opens_right_in_a_spreadsheet(ledger: Ledger, tmp_path: Path) -> None:
    """UTF-8 with its mark, a head, one row an incident."""
    assert export(ledger, tmp_path / "x.csv", "csv") == 2
    written = (tmp_path / "x.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfid,date,")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == [head.name for head in HEADS]
    assert [(row["city"], row["victims"]) for row in rows] == [
        ("Fargo", "Ann Reyes, 34, injured"),
        ("Tulsa", "(name withheld), 9, injured"),
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_standard_output_has_the_same(
    form: str, ledger: Ledger, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`citydesk export > file` and `-o file` mean the same."""
    export(ledger, tmp_path / "x", form)
    export(ledger, None, form)
    assert capsysbinary.readouterr().out == (tmp_path / "x").read_bytes()


def test_what_stood_there_is_replaced_only_when_all_is_written(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure halfway leaves the old file and no other."""
    (tmp_path / "x.jsonl").write_text("old")

    kept = next(ledger.kept_incidents())

    def fail(*_: object) -> Iterator[KeptIncident]:
        yield kept
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "kept_incidents", fail)
        with pytest.raises(ExportError, match=r"x\.jsonl' cannot be written \(No space left on device\)"):
            export(ledger, tmp_path / "x.jsonl", "jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]
    assert (tmp_path / "x.jsonl").read_text() == "old"


def test_the_file_can_be_read_by_others(ledger: Ledger, tmp_path: Path) -> None:
    """Its mode is that of any new file, not of a temporary one."""
    (tmp_path / "plain").touch()
    export(ledger, tmp_path / "x.csv", "csv")
    assert stat.S_IMODE((tmp_path / "x.csv").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_link_is_followed_not_replaced(ledger: Ledger, tmp_path: Path) -> None:
    """The file that it leads to gets the data."""
    (tmp_path / "real.csv").touch()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    export(ledger, tmp_path / "link.csv", "csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").stat().st_size > 0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
def test_a_device_is_written_to(ledger: Ledger) -> None:
    """It cannot be replaced."""
    assert export(ledger, Path(os.devnull), "csv") == 2
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["nowhere/x.csv", "."])
def test_a_place_that_cannot_be_written_is_told_in_one_line(name: str, ledger: Ledger, tmp_path: Path) -> None:
    """A folder that is missing, or a folder where a file should be."""
    with pytest.raises(ExportError, match="cannot be written") as caught:
        export(ledger, tmp_path / name, "csv")
    assert "\n" not in str(caught.value)


def test_an_unknown_format_is_told_in_one_line(ledger: Ledger, tmp_path: Path) -> None:
    """With the formats that are known; nothing is written."""
    with pytest.raises(InputError, match="'xls' is not known: give one of jsonl, csv"):
        export(ledger, tmp_path / "x.xls", "xls")
    assert list(tmp_path.iterdir()) == []
