"""Work on many reports, in several processes."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from citydesk.engines import Crew, Failure, WorkersError, work_through
from citydesk.engines.pool import CHUNK_REPORTS, CHUNKS_AHEAD, FEW
from citydesk.model import ReaderError, Report
from tests.engines.works import (
    PlainReader,
    UnstartableReader,
    make_report,
    tell_id,
    tell_process,
)

READER = PlainReader()
TWO = Crew(READER, workers=2)


def _reports(count: int, bad: dict[int, str] | None = None) -> list[Report]:
    return [make_report(n, (bad or {}).get(n, "Nothing happened.")) for n in range(count)]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_reports(workers: int) -> None:
    """However many processes work, the answer is the same, and one bad report stops nothing."""
    reports = _reports(2 * CHUNK_REPORTS + 1, {5: "unreadable"})
    done = list(work_through(reports, tell_id, Crew(READER, workers)))
    assert [report.id for report, _ in done] == [report.id for report in reports]
    assert [report.id for report, result in done if result != report.id] == ["r005"]
    failure = done[5][1]
    assert isinstance(failure, Failure)
    assert failure.message == "ValueError: a text that cannot be read"
    assert "in tell_id" in failure.trace


def test_a_report_on_which_a_process_dies_costs_only_itself() -> None:
    """The others of its chunk are worked on all the same."""
    done = list(work_through(_reports(CHUNK_REPORTS + 2, {3: "deadly"}), tell_id, TWO))
    failed = {report.id: result.message for report, result in done if isinstance(result, Failure)}
    assert len(done) == CHUNK_REPORTS + 2
    assert failed == {"r003": "the reading process died on it (out of memory?)"}


@pytest.mark.parametrize(
    ("count", "crew"),
    [(FEW - 1, Crew(READER)), (1, TWO), (0, TWO), (FEW + 1, Crew(READER, workers=1)), (FEW + 1, Crew(READER, most=1))],
    ids=["few", "one of two workers", "none", "one worker", "no more than one"],
)
def test_no_process_is_started_where_it_would_not_help(count: int, crew: Crew) -> None:
    """A handful is read faster here than a process starts."""
    done = list(work_through(_reports(count), tell_process, crew))
    assert [result for _, result in done] == [os.getpid()] * count


def test_two_are_worked_on_elsewhere_where_processes_are_asked_for() -> None:
    """What is asked for is done."""
    assert os.getpid() not in [result for _, result in work_through(_reports(2), tell_process, TWO)]


def test_processes_that_cannot_start_are_told_in_one_line() -> None:
    """The message says what to do instead."""
    with pytest.raises(WorkersError, match="--workers 1"):
        list(work_through(_reports(2), tell_id, Crew(UnstartableReader(), workers=2)))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_is_not_there_is_told_in_one_line(workers: int) -> None:
    """Here or in another process: the same line."""
    with pytest.raises(ReaderError, match="no reader is called 'nobody'"):
        list(work_through(_reports(2), tell_id, Crew("nobody", workers)))


def test_no_more_reports_are_taken_than_are_needed() -> None:
    """A source is not read to its end before the first answer, so that memory stays flat."""
    taken = 0

    def source() -> Iterator[Report]:
        nonlocal taken
        for report in _reports(400):
            taken += 1
            yield report

    with closing(work_through(source(), tell_id, TWO)) as done:
        next(done)
        assert taken <= (2 * CHUNKS_AHEAD + 1) * CHUNK_REPORTS


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="Linux tells when a process that is no child ends")
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    """Also where it was killed and could not tell them."""
    script = tmp_path / "script.py"
    script.write_text(
        "from citydesk.engines import Crew, work_through\n"
        "from tests.engines.works import PlainReader, make_report, tell_process\n"
        "if __name__ == '__main__':\n"
        "    work = work_through(map(make_report, range(10_000)), tell_process, Crew(PlainReader(), 1 + 1))\n"
        "    print(next(work)[1], flush=True)\n"
        "    input()\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as parent:
        assert parent.stdout is not None
        worker = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    ended, _, _ = select.select([worker], [], [], 30)
    os.close(worker)
    assert ended
