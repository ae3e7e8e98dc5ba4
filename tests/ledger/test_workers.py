"""Reading in several processes."""

import os

import pytest

from citydesk.ledger.errors import LedgerError
from citydesk.ledger.workers import CHUNK_REPORTS, FEW, read_all
from citydesk.model import ReaderName, Reading, Report
from tests.ledger.made import MadeReader, Shooting, make_report


class DyingReader(MadeReader):
    """A reader whose process dies on some reports."""

    def read(self, report: Report) -> Reading:
        """The reading, if it survives."""
        if "deadly" in report.text:
            os._exit(9)
        return super().read(report)


class UnstartableReader(MadeReader):
    """A reader that no process can open."""

    def __setstate__(self, state: object) -> None:
        raise RuntimeError("this reader cannot be opened")

    def __getstate__(self) -> object:
        return {"a": 1}


def _reports(count: int, bad: dict[int, str]) -> list[Report]:
    return [make_report(f"r{n:03}", Shooting(), words=bad.get(n, "")) for n in range(count)]


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_the_order_of_the_reports(workers: int) -> None:
    """However many processes read, the answer is the same, and one bad report stops nothing."""
    reports = _reports(2 * CHUNK_REPORTS, {5: "unreadable"})
    found = list(read_all(reports, reader=MadeReader(), workers=workers))
    assert [report.id for report, _ in found] == [report.id for report in reports]
    assert [n for n, (_, outcome) in enumerate(found) if outcome.failure is not None] == [5]
    assert found[5][1].failure == "ValueError: the made reader met a text that it cannot read"
    assert all(outcome.reader == ReaderName(name="made", version="1") for n, (_, outcome) in enumerate(found) if n != 5)


def test_a_report_on_which_a_process_dies_costs_only_itself() -> None:
    """The others of its chunk are read all the same."""
    reports = _reports(CHUNK_REPORTS + 2, {3: "deadly"})
    found = list(read_all(reports, reader=DyingReader(), workers=2))
    failed = {report.id: outcome.failure for report, outcome in found if outcome.failure is not None}
    assert len(found) == len(reports)
    assert failed == {"r003": "the reading process died on it (out of memory?)"}


def test_few_reports_are_read_here() -> None:
    """No process is started for a handful."""
    reader = MadeReader()
    found = list(read_all(_reports(FEW - 1, {}), reader=reader))
    assert len(found) == FEW - 1


def test_processes_that_cannot_start_are_told_in_one_line() -> None:
    """The message says what to do instead."""
    with pytest.raises(LedgerError, match="workers=1"):
        list(read_all(_reports(2, {}), reader=UnstartableReader(), workers=2))


def test_reading_takes_no_more_reports_than_it_needs() -> None:
    """A source is not read to its end before the first answer, so that memory stays flat."""
    taken = 0

    def source() -> object:
        nonlocal taken
        for report in _reports(200, {}):
            taken += 1
            yield report

    found = read_all(source(), reader=MadeReader(), workers=2)  # type: ignore[arg-type]
    next(found)
    found.close()
    assert taken < 100
