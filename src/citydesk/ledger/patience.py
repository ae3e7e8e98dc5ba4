"""Ctrl-C while something is being written: first finish that, then stop."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class Patience:
    """Holds an interrupt (SIGINT) back inside `until_done`, and lets it through anywhere else.

    Outside the main thread, where no interrupt arrives, it does nothing.
    """

    def __init__(self) -> None:
        self._busy = self._asked = False
        self._before: Any = None

    def __enter__(self) -> "Patience":
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    @contextmanager
    def until_done(self) -> Iterator[None]:
        """What stands inside runs to its end; an interrupt meanwhile is raised then."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
        if self._asked:
            raise KeyboardInterrupt

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        if self._busy and not self._asked:
            self._asked = True  # a second one is not held back
        else:
            raise KeyboardInterrupt
