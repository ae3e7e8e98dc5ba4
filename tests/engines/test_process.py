"""One process that works on reports."""

import multiprocessing
import os
import signal
import sys

import pytest

from citydesk.engines import Crew, process, work_through
from citydesk.engines.process import Job, begin_quietly, do_chunk
from citydesk.model import Report
from citydesk.read import Reader
from tests.engines.works import PlainReader, make_report, tell_variable, tell_whether_interrupted

TWO = Crew(PlainReader(), workers=2)


@pytest.mark.parametrize("variable", ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"])
def test_a_process_has_one_native_thread(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was set for this one, which keeps it."""
    monkeypatch.setenv(variable, "7")
    done = list(work_through([make_report(n, variable) for n in range(2)], tell_variable, TWO))
    assert [result for _, result in done] == ["1", "1"]
    assert os.environ[variable] == "7"


def test_what_was_not_set_is_not_set_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that starts others goes on as before."""
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    with begin_quietly():
        assert os.environ["OMP_NUM_THREADS"] == "1"
    assert "OMP_NUM_THREADS" not in os.environ


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_process_leaves_ctrl_c_to_the_one_that_started_it() -> None:
    """It gets the same signal from a terminal, and goes on."""
    done = list(work_through([make_report(n) for n in range(2)], tell_whether_interrupted, TWO))
    assert [result for _, result in done] == ["no", "no"]


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals of POSIX")
def test_ctrl_c_while_a_process_starts_is_not_lost() -> None:
    """It comes when the process is started."""
    with pytest.raises(KeyboardInterrupt), begin_quietly():
        signal.raise_signal(signal.SIGINT)  # to this thread: another could take it late
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_process_that_is_to_stop_finishes_only_the_report_that_it_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that Ctrl-C is answered soon, however slow the reader is and however long the chunk."""
    context = multiprocessing.get_context("spawn")
    stopped = context.Event()

    def work(report: Report, reader: Reader) -> str:
        if report.id == "r001":
            stopped.set()
        return report.id

    monkeypatch.setattr(process, "_held", [process._Held(Job(work, PlainReader()), stopped, context.Barrier(1))])
    assert do_chunk([make_report(n).model_dump_json() for n in range(8)]) == ["r000", "r001"]
