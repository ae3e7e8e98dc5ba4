"""`citydesk show` tells what was known when."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from citydesk.ledger import Ledger
from citydesk.model import IncidentId
from citydesk.settle import history_of
from citydesk.terminal.timeline import timeline_of
from tests.ledger.made import NOON, MadeReader, Shooting, make_report
from tests.link.made import make_participant
from tests.running import run
from tests.settle.told import settle_all, tell

FARGO = "2021-03-05-fargo-nd"


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger of one incident, wounded on the 6th and dead on the 8th, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("CITYDESK_LEDGER", raising=False)
    told = [
        make_report("r1", Shooting(), published="2021-03-06"),
        make_report("r2", Shooting(outcome="killed"), published="2021-03-08"),
        make_report("r3", Shooting(outcome="killed"), published="2021-03-09"),
    ]
    with Ledger.open("citydesk.db") as ledger:
        ledger.add(told, workers=1, clock=lambda: NOON, reader=MadeReader())


def test_the_timeline_has_each_change_with_its_report() -> None:
    """The first report's values are only counted; one that brings nothing new says so."""
    lines = [line.strip() for line in run("show", FARGO).out.splitlines()]
    timeline = lines[lines.index("What was known when") + 1 :]
    assert timeline[0] == "2021-03-06"
    assert timeline[1].endswith("values in the record, from r1")
    assert timeline[2:] == [
        "2021-03-08",
        "killed: 0 → 1  r2",
        "injured: 1 → 0  r2",
        "outcome of Ann Reyes: injured → killed  r2",
        "2021-03-09",
        "nothing new in r3",
    ]


def test_the_record_as_of_a_moment_has_nothing_that_came_later() -> None:
    """At six in the evening of the 8th the second report, which gives only its day, has perhaps not come out."""
    for moment in ("2021-03-07", "2021-03-08T18:00"):
        shown = run("show", FARGO, "--as-of", moment).out
        assert [line.split()[1] for line in shown.splitlines() if line.strip().startswith("outcome")] == ["injured"]
        assert "r2" not in shown
    assert "As it was known by the end of 2021-03-07 (UTC)." in run("show", FARGO, "--as-of", "2021-03-07").out
    assert "outcome of Ann Reyes" in run("show", FARGO, "--as-of", "2021-03-08").out


def test_json_has_the_history() -> None:
    """Each step with its moment, its reports and its changes."""
    told = json.loads(run("show", "--format", "json", FARGO).out)
    assert [(step["published"], step["reports"]) for step in told["history"]] == [
        ("2021-03-06", ["r1"]),
        ("2021-03-08", ["r2"]),
        ("2021-03-09", ["r3"]),
    ]
    assert [change["after"] for change in told["history"][1]["changes"]] == [1, 0, "killed"]


@pytest.mark.parametrize(
    ("moment", "told"),
    [("yesterday", "'yesterday' is no moment"), ("2021-03-05", "the first came out 2021-03-06")],
    ids=["no moment", "before all reports"],
)
def test_a_moment_of_which_nothing_can_be_said_is_refused(moment: str, told: str) -> None:
    """In one line, with status 2."""
    ran = run("show", FARGO, "--as-of", moment)
    assert (ran.status, ran.out, len(ran.told)) == (2, "", 1)
    assert told in ran.told[0]


def test_somebody_new_is_one_line() -> None:
    """What is first told of a participant is not told value by value."""
    told = (
        tell("a", "2021-03-06", make_participant(name="Odell Marsh", age=34)),
        tell("b", "2021-03-07", make_participant(name="Rufus Tane", age=19, role="suspect")),
    )
    with Ledger.open("citydesk.db") as ledger:
        view = ledger.incident(IncidentId(FARGO))
    lines = timeline_of(replace(view, record=settle_all(*told).record, history=history_of(told)))
    assert [line.plain.strip() for line in lines][-2:] == ["2021-03-07", "new in the record: Rufus Tane  b"]
