"""`citydesk explain` in a terminal."""

import json
from pathlib import Path

import pytest

from citydesk.ledger import Ledger
from tests.ledger.made import NOON, MadeReader, Shooting, make_report
from tests.running import run


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports of one shooting, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CITYDESK_LEDGER", raising=False)
    with Ledger.open("citydesk.db") as ledger:
        told = (make_report("r1", Shooting()), make_report("r2", Shooting(age=35)))
        ledger.add(told, workers=1, clock=lambda: NOON, reader=MadeReader())


def test_each_weight_stands_on_a_line_with_their_sum() -> None:
    """And a sentence says what follows."""
    shown = run("explain", "r1", "r2")
    assert shown.status == 0
    assert "One incident: by what they say it is" in shown.out
    lines = [line.split() for line in shown.out.splitlines()]
    weights = [float(line[0]) for line in lines if line and line[0][0] in "+-"]
    assert sum(weights[:-1]) == pytest.approx(weights[-1], abs=0.1)


def test_json_has_all_of_it() -> None:
    """Those features too that weigh nothing."""
    (pair,) = json.loads(run("explain", "r1", "r2", "--format", "json").out)
    assert (pair["first"]["report"], pair["second"]["report"], pair["together"]) == ("r1", "r2", True)
    assert {"prior", "day", "names", "copy"} <= {one["name"] for one in pair["features"]}
    assert pair["why"].startswith("One incident")


def test_a_report_that_is_not_there_is_told() -> None:
    """In one line."""
    refused = run("explain", "r1", "nope")
    assert (refused.status, len(refused.told)) == (2, 1)
