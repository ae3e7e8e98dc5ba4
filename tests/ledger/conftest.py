"""Ledgers for the tests of this room: real files, made by each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from citydesk.ledger import AddSummary, Ledger
from citydesk.model import Problem, Report
from tests.ledger.made import NOON, MadeReader
from tests.ledger.scores import scores_by_name

Add = Callable[..., AddSummary]


@pytest.fixture(autouse=True, scope="module")
def _scored_by_name() -> Iterator[None]:
    """What linking makes of features is tested in its own room; here, who has the same name is the same."""
    with scores_by_name():
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's ledger stands."""
    return tmp_path / "x.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A new ledger."""
    with Ledger.open(path) as opened:
        yield opened


@pytest.fixture
def add(ledger: Ledger) -> Add:
    """Adds made-up reports to the ledger, read by the made reader, at noon of one day."""

    def add_all(*reports: Report | Problem, workers: int = 1) -> AddSummary:
        return ledger.add(reports, workers=workers, clock=lambda: NOON, reader=MadeReader())

    return add_all
