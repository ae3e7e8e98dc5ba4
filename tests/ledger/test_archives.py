"""Archives come into a ledger quickly and once: what tells of nothing is listed, and every run goes on where it was."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from citydesk.gather import gather_closed
from citydesk.ledger import AddProgress, AddSummary, Ledger
from citydesk.ledger import archives as marks
from tests.gather.archive.made import packed, record
from tests.gather.page.made import page
from tests.ledger.crashing import add_until
from tests.ledger.dumps import Dump, dump
from tests.ledger.made import NOON, MadeReader, Shooting, make_report

COUNCIL = (
    "The council put off its vote on the bridge until its next meeting, since two of its members were away.",
    "Work on the road to the library is to begin in May and will last about three months, the mayor said.",
    "The school board will hear from parents about later start times, and from the cooks about their kitchens.",
)


def _shooting(number: int) -> bytes:
    told = make_report(f"r{number}", Shooting(age=20 + number))
    written = page(paragraphs=[one for one in told.text.split("\n\n") if one])
    return record(written.encode(), f"https://lantern.example/2021/{number}")


def _other(number: int) -> bytes:
    written = page(paragraphs=[*COUNCIL, f"It was meeting {number} of the year."]).replace(
        "Baker shot", "Council meets"
    )
    return record(written.encode(), f"https://lantern.example/2021/council-{number}")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Twelve pages, every third of a shooting, and what a crawler keeps beside them."""
    path = tmp_path / "news.warc.gz"
    pages = [_other(number) if number % 3 else _shooting(number) for number in range(12)]
    path.write_bytes(packed(*pages, record(b"no", "https://lantern.example/gone", status=404)))
    return path


def _add(path: Path, archive: Path, seen: list[AddProgress] | None = None) -> AddSummary:
    with Ledger.open(path) as ledger:
        progress = seen.append if seen is not None else None
        found = gather_closed([archive])
        return ledger.add(found, workers=1, clock=lambda: NOON, reader=MadeReader(), progress=progress)


def test_what_tells_of_nothing_is_left_out_after_a_glance(archive: Path, tmp_path: Path) -> None:
    """Each with its address, its words and the reason."""
    summary = _add(tmp_path / "x.db", archive)
    assert (summary.added, dict(summary.left_out), summary.problem_count) == (4, {"tells of no violent incident": 8}, 0)
    with Ledger.open(tmp_path / "x.db", read_only=True) as ledger:
        left_out = [ledger.report(one.line.id).report for one in ledger.left_out()]
    assert left_out[0].url == "https://lantern.example/2021/council-1"
    assert left_out[0].title == "Council meets in Tulsa"
    assert COUNCIL[0] in left_out[0].text
    assert left_out[0].origins is not None
    assert left_out[0].origins.text == "a glance (resiliparse)"


def test_pages_of_incidents_are_taken_apart_with_care(archive: Path, tmp_path: Path) -> None:
    """As if they had been fetched: known by their address."""
    _add(tmp_path / "x.db", archive)
    with Ledger.open(tmp_path / "x.db", read_only=True) as ledger:
        left_out = {one.line.id for one in ledger.left_out()}
        rows = [row for row in dump(tmp_path / "x.db")["reports"] if row[1] not in left_out]
        report = ledger.report(rows[0][1]).report  # type: ignore[arg-type]
    assert report.url == "https://lantern.example/2021/0"
    assert report.origins is not None
    assert (report.origins.text, report.file) == ("trafilatura", str(archive))


def test_an_archive_that_was_taken_in_is_not_read_again(archive: Path, tmp_path: Path) -> None:
    """Whatever it is called now."""
    _add(tmp_path / "x.db", archive)
    before = dump(tmp_path / "x.db")
    again = _add(tmp_path / "x.db", archive.rename(tmp_path / "other.warc.gz"))
    assert (again.added, again.already, again.left_out.total()) == (0, 12, 0)
    assert dump(tmp_path / "x.db") == before


def test_progress_tells_how_far_how_fast_and_how_long(archive: Path, tmp_path: Path) -> None:
    """By the bytes of the archive."""
    seen: list[AddProgress] = []
    _add(tmp_path / "x.db", archive, seen)
    told = [one.archive for one in seen if one.archive is not None]
    assert told[0].seconds_left is None
    assert [one.next_byte for one in told] == sorted(one.next_byte for one in told)
    assert told[-1].pages == 11
    assert told[-1].pages_a_second is not None
    assert told[-1].seconds_left is not None
    assert 0 < told[-1].next_byte < told[-1].size_bytes == archive.stat().st_size


def test_a_crash_at_any_statement_loses_and_doubles_nothing(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Adding again gives the ledger that would have been."""
    monkeypatch.setattr(marks, "_PAGES_A_MARK", 2)
    _add(tmp_path / "whole.db", archive)
    whole = dump(tmp_path / "whole.db")
    begun = set()
    for statement in count(3, 37):
        path = tmp_path / f"{statement}.db"
        finished = add_until(path, gather_closed([archive]), statement)
        begun.add(_mark(path))
        _add(path, archive)
        assert dump(path) == whole, f"statement {statement}"
        path.unlink()
        if finished:
            break
    assert len(begun) > 3


def _mark(path: Path) -> tuple[object, ...]:
    rows: Dump = dump(path)
    return rows["archives"][0] if rows["archives"] else ()


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "is no WARC archive"), (b"hello", "is no WARC archive"), (packed(b"WARC/1.0\r\n"), "is no WARC archive")],
)
def test_what_is_no_archive_is_one_problem(content: bytes, told: str, tmp_path: Path) -> None:
    """And adding goes on."""
    bad = tmp_path / "bad.warc.gz"
    bad.write_bytes(content)
    summary = _add(tmp_path / "x.db", bad)
    (problem,) = summary.problems
    assert problem.where == str(bad)
    assert problem.message.startswith(told)


@pytest.fixture
def unreadable(archive: Path) -> Iterator[Path]:
    """An archive that may not be opened."""
    archive.chmod(0)
    yield archive
    archive.chmod(0o600)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_an_archive_that_may_not_be_opened_is_one_problem(unreadable: Path, tmp_path: Path) -> None:
    """With the reason of the system."""
    (problem,) = _add(tmp_path / "x.db", unreadable).problems
    assert problem.message == "cannot be read: Permission denied"
