"""`citydesk queue` in a terminal."""

import json
import shlex
from pathlib import Path

import pytest

from citydesk.ledger import Ledger
from tests.ledger.histories import make_old
from tests.ledger.made import NOON, MadeReader, Shooting, make_report
from tests.ledger.scores import scores_by_name
from tests.running import run


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An incident with a disputed age, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("CITYDESK_LEDGER", raising=False)
    told = (make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
    with scores_by_name(), Ledger.open("citydesk.db") as ledger:
        ledger.add(told, workers=1, clock=lambda: NOON, reader=MadeReader())


def test_each_thing_comes_with_both_sides_and_the_commands_that_decide_it() -> None:
    """The command, as it is shown, does decide it."""
    shown = run("queue").out
    assert "reports contradict each other on the age of Ann Reyes" in shown
    line = next(one for one in shown.splitlines() if "Let 43 stand: " in one)
    command = shlex.split(line.partition("citydesk ")[2].replace("…", "'the hospital said so'"))
    assert run(*command).status == 0
    after = run("queue")
    assert (after.out, after.told) == ("", ["citydesk: there is nothing to look at"])


def test_json_lines_have_what_programs_need() -> None:
    """Sides, choices and the gain."""
    (item,) = map(json.loads, run("queue", "--format", "jsonl").out.splitlines())
    assert (item["kind"], item["property"], item["person"]["number"]) == ("disputed", "age", 1)
    assert [side["claims"] for side in item["sides"]] == [["r1/0/people.0.age"], ["r2/0/people.0.age"]]
    assert item["choices"][0]["command"] == "citydesk decide accept r1/0/people.0.age --why …"


def test_a_kind_narrows_it_and_an_unknown_one_is_told() -> None:
    """With the kinds that there are."""
    assert run("queue", "--kind", "link").out == ""
    refused = run("queue", "--kind", "odd")
    assert refused.status == 2
    assert refused.told == [
        "citydesk: 'odd' is no kind of thing to look at: give one of contradicted, link, belongs, disputed, unsure"
    ]


def test_a_ledger_from_before_the_queue_says_what_to_do() -> None:
    """And not that there is nothing to look at."""
    make_old(Path("citydesk.db"))
    told = run("queue")
    assert (told.status, told.out) == (0, "")
    assert told.told == [
        "citydesk: 1 incident from before there was a queue cannot be in it yet: "
        "`citydesk rebuild --keep-readings` puts them in"
    ]


def test_a_command_stands_on_one_line_however_narrow_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it can be copied."""
    monkeypatch.setenv("COLUMNS", "60")
    told = run("queue").out.splitlines()
    assert "     Let 43 stand: citydesk decide accept r2/0/people.0.age --why …" in [line.rstrip() for line in told]
