"""`citydesk rebuild` and `citydesk reread` in a terminal."""

from pathlib import Path

import pytest

from citydesk.ledger import Ledger, RebuildProgress
from tests.running import run

STORY = "date 2026-03-12 TULSA, Okla. -- A man, 34, was shot in the leg on Elm Street today, police said."


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger of one report, read by the rules, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CITYDESK_LEDGER", raising=False)
    Path("story.txt").write_text(STORY)
    assert run("add", "story.txt", "--reader", "rules").status == 0


@pytest.mark.parametrize("options", [(), ("--keep-readings",)], ids=["read", "kept"])
def test_a_rebuild_says_that_all_is_as_it_was(options: tuple[str, ...]) -> None:
    """And how long it took."""
    made = run("rebuild", *options)
    assert (made.status, made.out) == (0, "")
    assert made.told[-1].startswith("citydesk: 1 report in ")
    assert made.told[-1].endswith("s: all is as it was")


def test_a_reread_says_what_is_read_otherwise() -> None:
    """The second reader's name stands at each reading."""
    made = run("reread", "--reader", "citydesk")
    assert made.status == 0
    assert made.told[-1].endswith(": 1 reading read otherwise")
    with Ledger.open("citydesk.db") as ledger:
        (kept,) = ledger.kept_incidents()
    reader = kept.reports[0].reader
    assert reader is not None
    assert reader.name == "citydesk"


def test_a_report_that_is_not_there_is_told() -> None:
    """In one line, and nothing is done."""
    refused = run("reread", "nope", "--reader", "rules")
    assert refused.status == 2
    assert refused.told == ["citydesk: the ledger holds no report 'nope': nothing is read anew"]


def test_an_interrupted_rebuild_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger is as it was."""
    rebuild = Ledger.rebuild

    def stopped(self: Ledger, **how: object) -> object:
        def stop(_: RebuildProgress) -> None:
            raise KeyboardInterrupt

        return rebuild(self, **{**how, "progress": stop})  # type: ignore[arg-type]  # what the command gave

    monkeypatch.setattr(Ledger, "rebuild", stopped)
    made = run("rebuild")
    assert made.status == 130
    assert "goes on from here" in made.told[-1]
