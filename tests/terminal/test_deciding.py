"""Decisions typed in a terminal, and the record that shows them."""

import json
from pathlib import Path

import pytest

from citydesk.ledger import Ledger
from tests.ledger.made import NOON, MadeReader, Shooting, make_report
from tests.ledger.scores import scores_by_name
from tests.running import Ran, run

FARGO = "2021-03-05-fargo-nd"


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger of two incidents, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CITYDESK_WHO", "Ann")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("CITYDESK_LEDGER", raising=False)
    told = [
        make_report("r1", Shooting(age=34)),
        make_report("r2", Shooting(age=43)),
        make_report("r3", Shooting(name="Ben Okafor", city="Minot")),
    ]
    with scores_by_name(), Ledger.open("citydesk.db") as ledger:
        ledger.add(told, workers=1, clock=lambda: NOON, reader=MadeReader())


def _decide(*arguments: str) -> Ran:
    return run("decide", *arguments, "--why", "the coroner said so")


def test_show_has_each_value_and_why_it_stands() -> None:
    """With what contradicts it; `--claims` names the claims."""
    shown = run("show", FARGO)
    assert shown.status == 0
    age = next(line for line in shown.out.splitlines() if line.strip().startswith("age"))
    assert age.split()[1] == "34"
    assert "disputed: 43" in age
    claims = run("show", FARGO, "--claims").out
    assert "r1/0/people.0.age  = 34 “34”" in claims
    assert "r2/0/people.0.age  ≠ 43 “43”" in claims


def test_a_decision_is_made_shown_listed_and_undone() -> None:
    """What it did is told with the command that takes it back."""
    made = _decide("correct", FARGO, "age", "35", "--person", "1")
    assert (made.status, made.out) == (0, "")
    assert made.told[0] == f"citydesk: decision 1: the age of Ann Reyes of {FARGO} is 35"
    assert "decide undo 1" in made.told[-1]
    assert "a person decided it (decision 1); against it: 34, 43" in run("show", FARGO).out
    _decide("undo", "1")
    listed = run("decisions", FARGO).out.splitlines()
    assert listed[0].endswith(f"Ann: the age of Ann Reyes of {FARGO} is 35  (undone)")
    assert listed[1].strip() == "the coroner said so"
    assert len(listed) == 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("accept", "r2/0/people.0.age"),
            "the age of Ann Reyes of 2021-03-05-fargo-nd is 43, as r2/0/people.0.age says",
        ),
        (("reject", "r1/0/killed"), "the killed of 2021-03-05-fargo-nd is not 0, as r1/0/killed says"),
        (("correct", "r1/0/killed", "2"), "the killed of 2021-03-05-fargo-nd is 2"),
        (("merge", FARGO, "2021-03-05-minot-nd"), "2021-03-05-fargo-nd and 2021-03-05-minot-nd are one incident"),
        (("split", FARGO, "r2"), "r2 tell of another incident than the rest of 2021-03-05-fargo-nd"),
        (("link", "r3", FARGO), "r3 tells of 2021-03-05-fargo-nd"),
        (("unlink", "r2", FARGO), "r2 does not tell of 2021-03-05-fargo-nd"),
        (("scope", FARGO, "out"), "2021-03-05-fargo-nd is out of scope"),
    ],
    ids=lambda case: case[0] if isinstance(case, tuple) else "",
)
def test_each_ruling_can_be_typed(arguments: tuple[str, ...], told: str) -> None:
    """And says what was decided."""
    made = _decide(*arguments)
    assert made.status == 0
    assert made.told[0] == f"citydesk: decision 1: {told}"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("frobnicate", "x"), "is no ruling: give one of accept, reject"),
        (("accept", "a", "b"), "accept takes a claim: 2 were given"),
        (("scope", FARGO, "away"), "in or out: 'away' was given"),
        (("undo", "one"), "takes the number of a decision: 'one' is none"),
        (("undo", "4"), "there is no decision 4"),
        (("correct", FARGO, "killed", "many"), "'many' cannot be the killed"),
    ],
    ids=lambda case: case[0] if isinstance(case, tuple) else "",
)
def test_a_ruling_that_makes_no_sense_ends_with_2(arguments: tuple[str, ...], told: str) -> None:
    """In one line, and nothing is decided."""
    made = _decide(*arguments)
    assert made.status == 2
    assert len(made.told) == 1
    assert told in made.told[0]
    assert run("decisions").out == ""


def test_json_has_record_claims_and_decisions() -> None:
    """As one object; decisions also one a line."""
    _decide("correct", FARGO, "killed", "2")
    told = json.loads(run("show", "--format", "json", FARGO).out)
    killed = next(v for v in told["record"]["values"] if v["subject"]["property"] == "killed")
    assert (killed["value"], killed["decision"], killed["claim"]) == (2, 1, None)
    assert told["claims"]["r1/0/killed"]["value"] == 0
    assert told["decisions"] == [json.loads(run("decisions", "--format", "jsonl").out)]


def test_deciding_makes_no_ledger_where_there_is_none() -> None:
    """It says so instead."""
    ran = run("--ledger", "none.db", "decide", "undo", "1", "--why", "so")
    assert ran.status == 2
    assert "there is no ledger 'none.db'" in ran.told[0]
    assert not Path("none.db").exists()
