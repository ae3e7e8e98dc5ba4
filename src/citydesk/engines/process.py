"""One process that works on reports, or on pages of an archive: how it begins, and what it does with each.

In: a job and items, reports among them as JSON. Out: what came of each. It uses one native thread, since there are as
many processes as cores; it leaves Ctrl-C to the process that started it, and ends with it.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.synchronize import Barrier, Event
from typing import Any, Generic, Protocol, TypeVar

from citydesk.model import CitydeskError, ReaderError, Report
from citydesk.read import Reader, as_reader

W = TypeVar("W")
W_contra = TypeVar("W_contra", contravariant=True)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_ONE_THREAD = {
    **dict.fromkeys(
        (
            *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"),
            *("NUMEXPR_NUM_THREADS", "RAYON_NUM_THREADS"),
        ),
        "1",
    ),
    "TOKENIZERS_PARALLELISM": "false",
}
"""What numpy's, onnxruntime's and the tokenizers' libraries look at when they are loaded, and only then."""
_LONGEST_FAILURE = 300
"""Characters."""


class Work(Protocol[W_contra, T_co]):
    """What is done with one item. A function of a module, or a `partial` of one, so that it can travel."""

    def __call__(self, item: W_contra, reader: Reader, /) -> T_co:
        """What comes of it. Whatever it raises becomes a Failure."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The work on a report failed."""

    message: str
    """One line; `trace` has the whole story for the log."""
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Job(Generic[W, T]):
    """What a process does with each item, and the reader that it does it with."""

    work: Work[W, T]
    reader: Reader | str | None


def pack(item: object) -> object:
    """An item as it travels: a report as JSON, since pydantic's generic types cannot be pickled."""
    return item.model_dump_json() if isinstance(item, Report) else item


def attempt(work: Work[W, T], item: W, reader: Reader) -> T | Failure:
    """What comes of the work on one item; a Failure where it raises."""
    try:
        return work(item, reader)
    except Exception as error:  # the edge: one bad report stops nothing
        told = str(error) if isinstance(error, CitydeskError) else f"{type(error).__name__}: {error}"
        return Failure(" ".join(told.split())[:_LONGEST_FAILURE], traceback.format_exc())


@contextmanager
def begin_quietly() -> Iterator[None]:
    """Processes that start inside have one native thread each, and never see Ctrl-C, not while they start either."""
    blocks = hasattr(signal, "pthread_sigmask")  # POSIX; elsewhere `begin` has to do
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if blocks else set()
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        yield
    finally:
        _restore(before)
        if blocks:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _restore(variables: Mapping[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@dataclass(frozen=True, slots=True)
class _Held:
    """What a process that works holds as long as it runs."""

    job: Job[Any, Any]
    stopped: Event
    """Set when it is to stop."""
    together: Barrier
    """Where it waits until its fellows run too."""


_held: list[_Held] = []


def begin(job: Job[Any, Any], stopped: Event, together: Barrier) -> None:
    """What a process does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    _held.append(_Held(job, stopped, together))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed cannot say that there is nothing more to do."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def why_not_opened() -> str | None:
    """Why the job's reader cannot be opened; None where it can. Answered when each process has been asked."""
    _held[0].together.wait()
    try:
        as_reader(_held[0].job.reader)
    except ReaderError as error:  # handed over as a line: an error of another package may not travel
        return str(error)
    return None


def do_chunk(packed: Sequence[object]) -> list[Any]:
    """What came of the job's work on each item; cut short where the process is to stop."""
    held = _held[0]
    reader = as_reader(held.job.reader)
    done = []
    for one in packed:
        if held.stopped.is_set():
            break
        item = Report.model_validate_json(one) if isinstance(one, str) else one
        done.append(attempt(held.job.work, item, reader))
    return done
