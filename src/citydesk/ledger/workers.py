"""Reading many reports in several processes, in the order in which they came.

In: reports. Out: for each what its reading says, or why there is none. Processes are started anew ("spawn"), so that it
works alike on every system; no more than a bounded number of reports is underway, so that memory stays flat. A report
on which a reader fails, or even dies, costs only itself.
"""

import multiprocessing
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from citydesk.ledger.errors import LedgerError
from citydesk.link import keys_of, tellings_of
from citydesk.model import ReaderName, Report
from citydesk.read import Reader, open_reader, triage_report

FEW = 24
"""Reports that are read faster here than other processes start."""
MAX_WORKERS = 4
"""Linking and settling, which one process does, are then what takes the time; each worker takes some 150 MiB."""
CHUNK_REPORTS = 8
CHUNK_CHARACTERS = 100_000
CHUNKS_AHEAD = 3
"""For each worker: enough that none waits, few enough that memory stays flat."""


@dataclass(frozen=True, slots=True)
class ToldThing:
    """One incident of a reading, as linking wants it; JSON."""

    main: bool
    telling: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report in reading: a reading, a reason to leave it out, or a failure."""

    left_out: str | None = None
    failure: str | None = None
    """One line; `trace` has the whole story for the log."""
    trace: str = ""
    reader: ReaderName | None = None
    reading: str = ""
    tellings: tuple[ToldThing, ...] = ()


def read_all(
    reports: Iterable[Report], *, reader: Reader | None = None, workers: int | None = None
) -> Generator[tuple[Report, Outcome], None, None]:
    """Each report with what became of it, in order.

    `workers` None takes as many processes as there are cores, up to MAX_WORKERS, and none for a few reports; 1 reads
    here. Raises LedgerError where processes cannot be started.
    """
    source = iter(reports)
    count = workers if workers is not None else min(MAX_WORKERS, _cores())
    first = list(islice(source, FEW)) if count > 1 else []
    if count <= 1 or (workers is None and len(first) < FEW):
        reader = reader or open_reader()
        for report in chain(first, source):
            yield report, read_one(report, reader)
        return
    with _Pool(count, reader) as pool:
        yield from pool.read(chain(first, source))


def read_one(report: Report, reader: Reader) -> Outcome:
    """What becomes of one report."""
    try:
        verdict = triage_report(report)
        if not verdict.keep:
            return Outcome(left_out=verdict.reason or "tells of no violent incident")
        reading = reader.read(report)
        told = tuple(ToldThing(t.main, t.to_json(), keys_of(t)) for t in tellings_of(report, reading))
        return Outcome(reader=reading.reader, reading=reading.to_json(), tellings=told)
    except Exception as error:  # the edge: one bad page stops nothing
        failure = " ".join(f"{type(error).__name__}: {error}".split())
        return Outcome(failure=failure[:300], trace=traceback.format_exc())


class _Underway(NamedTuple):
    """A chunk that is being read."""

    reports: list[Report]
    outcomes: Future[list[Outcome]]


class _Pool:
    """Reading processes, and the chunks that are with them."""

    def __init__(self, workers: int, reader: Reader | None) -> None:
        self._workers, self._reader = workers, reader
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Outcome]]:
        """Each report with what became of it, in order."""
        chunks, underway = _chunks(reports), deque[_Underway]()
        self._fill(underway, chunks)
        while underway:
            try:
                outcomes = underway[0].outcomes.result()
            except BrokenProcessPool:
                lost = [report for one in underway for report in one.reports]
                underway.clear()
                yield from self._read_each_alone(lost)
            else:
                yield from zip(underway.popleft().reports, outcomes, strict=True)
            self._fill(underway, chunks)

    def _fill(self, underway: deque[_Underway], chunks: Iterator[list[Report]]) -> None:
        for chunk in islice(chunks, self._workers * CHUNKS_AHEAD - len(underway)):
            underway.append(_Underway(chunk, self._submit(chunk, self._workers)))

    def _submit(self, chunk: list[Report], workers: int) -> Future[list[Outcome]]:
        executor = self._executor = self._executor or self._start(workers)
        try:
            return executor.submit(_read_chunk, _written(chunk))
        except BrokenProcessPool as error:  # a process died meanwhile: it is found out when the answer is asked for
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(error)
            return failed

    def _read_each_alone(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Outcome]]:
        """After a process died: find out on which report, and go on with the others."""
        self._stop()
        for report in reports:
            try:
                outcome = self._submit([report], workers=1).result()[0]
            except BrokenProcessPool:
                outcome = Outcome(failure="the reading process died on it (out of memory?)")
                self._stop()
            yield report, outcome
        self._stop()

    def _stop(self) -> None:
        """End the processes; new ones start when there is something to read."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _start(self, workers: int) -> ProcessPoolExecutor:
        executor = ProcessPoolExecutor(
            workers, multiprocessing.get_context("spawn"), initializer=_begin_work, initargs=(self._reader,)
        )
        try:
            executor.submit(os.getpid).result()
        except (BrokenProcessPool, OSError) as error:
            executor.shutdown(wait=True)
            raise LedgerError(
                "reading processes cannot be started: give workers=1 (--workers 1), and in a script of your own call "
                "Ledger.add under `if __name__ == '__main__':`"
            ) from error
        return executor


def _cores() -> int:
    """How many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _chunks(reports: Iterable[Report]) -> Iterator[list[Report]]:
    chunk: list[Report] = []
    characters = 0
    for report in reports:
        chunk.append(report)
        characters += len(report.text)
        if len(chunk) == CHUNK_REPORTS or characters >= CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


_readers: list[Reader] = []
"""In a reading process: its one reader, opened when the process starts."""


def _begin_work(reader: Reader | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    _readers.append(reader or open_reader())


def _written(chunk: list[Report]) -> list[str]:
    """Reports as they travel between processes: JSON, since pydantic's generic types cannot be pickled."""
    return [report.model_dump_json() for report in chunk]


def _read_chunk(written: list[str]) -> list[Outcome]:
    return [read_one(Report.model_validate_json(report), _readers[0]) for report in written]
