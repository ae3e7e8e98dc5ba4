"""Adding that ends before a statement of the database, as a process that is killed does."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import event

from citydesk.gather import Archive
from citydesk.ledger import Ledger
from citydesk.model import Problem, Report
from tests.ledger.made import NOON, MadeReader


class CrashError(BaseException):
    """Stands for the end of the process: nothing may catch it."""


def add_until(path: Path, given: Iterable[Report | Problem | Archive], statement: int) -> bool:
    """Add all that is given, failing before the statement of a number; gives whether there are fewer statements."""
    left = statement

    def crash(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise CrashError

    with Ledger.open(path) as ledger:
        event.listen(ledger._engine, "before_cursor_execute", crash)
        try:
            ledger.add(given, workers=1, clock=lambda: NOON, reader=MadeReader())
        except CrashError:
            return False
    return True
