"""What came of adding, in words."""

import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from citydesk.ledger import AddProgress, AddSummary, Ledger
from citydesk.model import Problem, Report
from citydesk.terminal import AddingOptions, find_examples, print_adding

DONE = AddSummary(
    added=3416,
    copies=12,
    versions=0,
    already=1,
    left_out=Counter({"tells of no violent incident": 40, "is in Spanish": 2}),
    problem_count=0,
    problems=(),
    incidents_new=1943,
    incidents_merged=2,
    interrupted=False,
    seconds=81.26,
)


class _Ledger:
    """A ledger that takes nothing in and gives a summary."""

    def __init__(self, **changed: object) -> None:
        self._summary = AddSummary(**{name: changed.get(name, getattr(DONE, name)) for name in DONE.__slots__})  # type: ignore[arg-type]

    def add(
        self,
        reports: Iterable[Report | Problem],
        *,
        workers: int | None = None,
        progress: Callable[[AddProgress], None] | None = None,
        reader: str = "",
    ) -> AddSummary:
        if progress is not None:
            progress(AddProgress(taken=5, added=3, copies=0, already=1, left_out=1, problems=0, incidents_new=2))
        return self._summary


def _added(**changed: object) -> int:
    return print_adding(cast(Ledger, _Ledger(**changed)), [], AddingOptions())


def test_the_summary_says_what_was_added_and_what_was_not(capsys: pytest.CaptureFixture[str]) -> None:
    """Each count on its line; nothing on standard output."""
    assert _added() == 0
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.splitlines() == [
        "3,416 reports added in 81.3 s, telling of 1,943 new incidents",
        "   12 of them copies of another report",
        "    2 incidents found to be one with another",
        "    1 already in the ledger",
        "   40 left out: tells of no violent incident",
        "    2 left out: is in Spanish",
    ]


def test_many_problems_are_not_all_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The first are named, the rest are counted."""
    problems = tuple(Problem(f"r.jsonl, line {n}", "is empty") for n in range(500))
    assert _added(problems=problems, problem_count=1234) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "citydesk: r.jsonl, line 0: is empty"
    assert told[20] == "citydesk: and 1,214 more problems"
    assert told[-1] == "1,234 could not be used (named above)"


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"interrupted": True}, 130),
        ({"added": 0, "already": 0, "left_out": Counter(), "problem_count": 3}, 2),
        ({"added": 0, "already": 0, "left_out": Counter(), "problem_count": 0}, 0),
        ({"added": 0, "already": 5, "left_out": Counter(), "problem_count": 3}, 0),
        ({"added": 1, "problem_count": 3}, 0),
    ],
    ids=["interrupted", "nothing but problems", "nothing at all", "all there", "some"],
)
def test_the_exit_status_tells(changed: dict[str, Any], status: int) -> None:
    """2 only where nothing could be used."""
    assert _added(**changed) == status


def test_a_terminal_is_shown_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts while it goes on, and the same summary."""

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    assert _added() == 0
    assert "2 incidents, 1 left out, 1 already there" in screen.getvalue()
    assert "reports added in 81.3 s" in screen.getvalue()


def test_the_examples_are_there() -> None:
    """At least forty files of them."""
    folder = Path(find_examples())
    assert len([path for path in folder.iterdir() if path.name != "README.md"]) >= 40
