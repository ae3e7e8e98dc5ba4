"""Work on many reports, or pages of archives, in several processes, in the order in which they came.

In: items, and what is to be done with each, which is a function of a module. Out: each item with what came of it, or
with the failure that did. No more than a bounded number of items is underway, so that memory stays flat. An item on
which a reader fails, or even dies, costs only itself. How a process is started and what it does is left to `process`.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from typing import Generic, NamedTuple, TypeVar

from citydesk.engines.process import Failure, Job, Work, attempt, begin, begin_quietly, do_chunk, pack, why_not_opened
from citydesk.gather import ArchivedPage
from citydesk.model import CitydeskError, ReaderError, Report
from citydesk.read import Reader, as_reader

W = TypeVar("W")
T = TypeVar("T")
FEW = 64
"""Reports that are read about as fast here as other processes start: one takes 1.3 s to, a report 25 ms (two cores)."""
CHUNK_REPORTS = 8
CHUNK_CHARACTERS = 100_000
_PAGE_BYTES_A_CHARACTER = 10
"""How many bytes of a page take as long as one character of a report: most pages are only glanced at."""
CHUNKS_AHEAD = 3
"""For each process: enough that none waits, few enough that memory stays flat."""


class WorkersError(CitydeskError):
    """Reading processes cannot be started."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who works: how many processes, with which reader."""

    reader: Reader | str | None = None
    """A reader, or the name of one that is installed; None for the default one."""
    workers: int | None = None
    """Processes; 1 works here. None for as many as there are cores, up to `most`; a few reports are then read here."""
    most: int | None = None


def work_through(items: Iterable[W], work: Work[W, T], crew: Crew) -> Generator[tuple[W, T | Failure], None, None]:
    """Each report, or page of an archive, with what came of the work on it, in order.

    Close the generator to end the processes early: each finishes the item that it is on. Raises WorkersError where
    processes cannot be started, ReaderError where the reader cannot be opened.
    """
    source = iter(items)
    count = crew.workers if crew.workers is not None else min(_cores(), crew.most or sys.maxsize)
    enough = 2 if crew.workers is not None else FEW
    first = list(islice(source, enough)) if count > 1 else []
    if len(first) < enough:
        reader = None
        for item in chain(first, source):
            reader = reader or as_reader(crew.reader)
            yield item, attempt(work, item, reader)
        return
    with _Pool(count, Job(work, crew.reader)) as pool:
        yield from pool.work_through(chain(first, source))


class _Underway(NamedTuple, Generic[W, T]):
    """A chunk that is being worked on."""

    items: list[W]
    results: Future[list[T | Failure]]


class _Pool(Generic[W, T]):
    """Processes, and the chunks that are with them."""

    def __init__(self, workers: int, job: Job[W, T]) -> None:
        self._workers, self._job = workers, job
        self._context = get_context("spawn")  # it works alike on every system
        self._stopped = self._context.Event()
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> _Pool[W, T]:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def work_through(self, items: Iterable[W]) -> Iterator[tuple[W, T | Failure]]:
        """Each item with what came of it, in order."""
        chunks, underway = _chunks(items), deque[_Underway[W, T]]()
        self._fill(underway, chunks)
        while underway:
            try:
                results = underway[0].results.result()
            except BrokenProcessPool:
                lost = [item for one in underway for item in one.items]
                underway.clear()
                yield from self._do_each_alone(lost)
            else:
                yield from zip(underway.popleft().items, results, strict=True)
            self._fill(underway, chunks)

    def _fill(self, underway: deque[_Underway[W, T]], chunks: Iterator[list[W]]) -> None:
        for chunk in islice(chunks, self._workers * CHUNKS_AHEAD - len(underway)):
            underway.append(_Underway(chunk, self._submit(chunk, self._workers)))

    def _submit(self, chunk: list[W], workers: int) -> Future[list[T | Failure]]:
        executor = self._executor = self._executor or self._start(workers)
        try:
            return executor.submit(do_chunk, [pack(item) for item in chunk])
        except (BrokenProcessPool, OSError) as error:  # a process died meanwhile (OSError: while this was handed over)
            failed: Future[list[T | Failure]] = Future()  # it is found out when the answer is asked for
            failed.set_exception(error if isinstance(error, BrokenProcessPool) else BrokenProcessPool(str(error)))
            return failed

    def _do_each_alone(self, items: Iterable[W]) -> Iterator[tuple[W, T | Failure]]:
        """After a process died: find out on which item, and go on with the others."""
        self._stop()
        for item in items:
            try:
                result = self._submit([item], workers=1).result()[0]
            except BrokenProcessPool:
                result = Failure("the reading process died on it (out of memory?)")
                self._stop()
            yield item, result
        self._stop()

    def _stop(self) -> None:
        """End the processes; new ones start when there is something to do."""
        if self._executor is not None:
            self._stopped.set()
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None
            self._stopped.clear()

    def _start(self, workers: int) -> ProcessPoolExecutor:
        """Processes that all run before any has work: a pool hangs if one of them dies while it starts another."""
        together = self._context.Barrier(workers)
        executor = ProcessPoolExecutor(
            workers, self._context, initializer=begin, initargs=(self._job, self._stopped, together)
        )
        try:
            with begin_quietly():
                probes = [executor.submit(why_not_opened) for _ in range(workers)]
            faults = [probe.result() for probe in probes]
        except (BrokenProcessPool, OSError) as error:
            executor.shutdown(wait=True)
            raise WorkersError(
                "reading processes cannot be started: give workers=1 (--workers 1), and in a script of your own call "
                "this under `if __name__ == '__main__':`"
            ) from error
        for fault in filter(None, faults):
            executor.shutdown(wait=True)
            raise ReaderError(fault)
        return executor


def _cores() -> int:
    """How many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _chunks(items: Iterable[W]) -> Iterator[list[W]]:
    chunk: list[W] = []
    characters = 0
    for item in items:
        chunk.append(item)
        characters += _weight(item)
        if len(chunk) == CHUNK_REPORTS or characters >= CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _weight(item: object) -> int:
    """How much there is to do, in characters of a report."""
    if isinstance(item, ArchivedPage):
        return len(item.page.content) // _PAGE_BYTES_A_CHARACTER
    return len(item.text) if isinstance(item, Report) else 0
