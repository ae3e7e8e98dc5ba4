"""The example reports, read, linked and settled for real: the ledger is the same whatever the order."""

import random
from pathlib import Path

import pytest

from citydesk.gather import gather
from citydesk.ledger import Ledger
from citydesk.model import Reading, Report, ReportId
from citydesk.read import Reader, open_reader
from tests.ledger.made import NOON

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True, scope="module")
def _scored_by_name() -> None:
    """Here, pairs are scored by what they say."""


class RememberingReader:
    """The built-in reader, which reads each report once."""

    def __init__(self) -> None:
        self._reader: Reader = open_reader()
        self._read: dict[ReportId, Reading] = {}
        self.name = self._reader.name

    def read(self, report: Report) -> Reading:
        """The reading of a report."""
        if report.id not in self._read:
            self._read[report.id] = self._reader.read(report)
        return self._read[report.id]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """All examples that are reports at all."""
    return [found for found in gather([str(EXAMPLES)]) if isinstance(found, Report)]


@pytest.fixture(scope="module")
def reader() -> RememberingReader:
    """One for all orders."""
    return RememberingReader()


def _records(path: Path, batches: list[list[Report]], reader: Reader) -> set[str]:
    """Every record, its id left aside, after adding some batches."""
    with Ledger.open(path) as ledger:
        for batch in batches:
            summary = ledger.add(batch, workers=1, clock=lambda: NOON, reader=reader)
            assert summary.problems == ()
        return {kept.record.model_copy(update={"incident": ""}).model_dump_json() for kept in ledger.kept_incidents()}


def test_the_examples_give_the_same_records_in_any_order(
    reports: list[Report], reader: RememberingReader, tmp_path: Path
) -> None:
    """All at once, or shuffled and in batches of seven."""
    shuffled = random.Random(1).sample(reports, len(reports))  # noqa: S311 - no secret
    batches = [shuffled[n : n + 7] for n in range(0, len(shuffled), 7)]
    at_once = _records(tmp_path / "once.db", [reports], reader)
    assert len(at_once) > 10
    assert _records(tmp_path / "batches.db", batches, reader) == at_once
