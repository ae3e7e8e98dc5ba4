"""Readers of other packages, through the real command line."""

import json
from pathlib import Path

import pytest

from citydesk.desk import create_app
from citydesk.ledger import Ledger
from citydesk.model import ReaderName, Reading, ReportId
from citydesk.read import DEFAULT_READER, open_reader
from citydesk.read.readers import OWN
from tests.conftest import OTHER_READER, OfferReader
from tests.desk.conftest import ask_of
from tests.running import run

STORY = "TULSA, Okla. (KZQX) -- A man was shot in the leg on Elm Street on Thursday night, police said."
UNKNOWN = f"citydesk: no reader is called 'mine': installed are {', '.join(sorted(OWN))}"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, with reports and nothing from this machine's settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("CITYDESK_LEDGER", "CITYDESK_READER"):
        monkeypatch.delenv(name, raising=False)
    lines = [{"id": f"r{n}", "text": f"{STORY} {'unreadable' if n == 2 else n}"} for n in range(5)]
    Path("reports.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


@pytest.mark.parametrize("workers", [1, 2])
def test_read_and_add_take_another_reader(offer_reader: OfferReader, workers: int) -> None:
    """In this process and in others; each reading bears its name, also in the ledger and in what is exported."""
    offer_reader(OTHER_READER)
    ran = run("read", "--reader", "other", "--workers", workers, "--format", "jsonl", "reports.jsonl")
    assert [Reading.from_json(line).reader.name for line in ran.out.splitlines()] == ["other"] * 4
    run("add", "--reader", "other", "--workers", workers, "reports.jsonl")
    with Ledger.open("citydesk.db", read_only=True) as ledger:
        view = ledger.report(ReportId("r0"))
    assert view.reading is not None
    assert view.reading.reader == view.line.reader == ReaderName(name="other", version="3")


def test_the_environment_can_name_the_reader(offer_reader: OfferReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """The option goes before it."""
    offer_reader(OTHER_READER)
    monkeypatch.setenv("CITYDESK_READER", "other")
    named = [Reading.from_json(run("read", "--format", "jsonl", "reports.jsonl").out.splitlines()[0])]
    named += [Reading.from_json(run("read", "--format", "json", "--reader", "rules", "-", stdin=STORY.encode()).out)]
    assert [reading.reader.name for reading in named] == ["other", "rules"]


def test_a_ledger_tells_who_read_what() -> None:
    """On the page of a report, beside it in the API, and in exports."""
    run("add", "reports.jsonl")
    with Ledger.open("citydesk.db", read_only=True) as ledger:
        app = create_app(ledger)
        page, told = ask_of(app, "/reports/r0").text, ask_of(app, "/api/reports/r0").json()
    version = open_reader().name.version
    assert f"Read by {DEFAULT_READER} {version}." in page
    assert told["reading"]["reader"] == {"name": DEFAULT_READER, "version": version}
    line = json.loads(run("export", "--format", "jsonl").out.splitlines()[0])
    assert line["readers"] == [f"{DEFAULT_READER} {version}"]


@pytest.mark.parametrize("command", ["read", "add", "demo"])
def test_an_unknown_reader_is_told_in_one_line(command: str) -> None:
    """With those that there are, before anything is read or made."""
    paths = () if command == "demo" else ("reports.jsonl",)
    ran = run(command, "--reader", "mine", *paths)
    assert (ran.status, ran.out, ran.told) == (2, "", [UNKNOWN])
    assert [path.name for path in Path().iterdir()] == ["reports.jsonl"]


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_cannot_be_opened_is_told_in_one_line(
    offer_reader: OfferReader, command: str, workers: int
) -> None:
    """Whether it breaks here or in a process that was started for it."""
    offer_reader("import no_such_module")
    ran = run(command, "--reader", "other", "--workers", workers, "reports.jsonl")
    assert (ran.status, ran.out) == (2, "")
    assert ran.told == [
        "citydesk: reader 'other' cannot be opened (ModuleNotFoundError: No module named 'no_such_module'): "
        "mend or uninstall other-reader"
    ]


def test_a_reader_that_fails_on_a_report_costs_that_report(offer_reader: OfferReader) -> None:
    """It is told whose reader it is."""
    offer_reader(OTHER_READER)
    ran = run("read", "--reader", "other", "--format", "jsonl", "reports.jsonl")
    assert (ran.status, len(ran.out.splitlines())) == (0, 4)
    advice = "please report this to the makers of other-reader, with the text"
    assert ran.told == [f"citydesk: reports.jsonl: could not be read (ValueError: no): {advice}"]


def test_doctor_lists_readers_and_opens_none(offer_reader: OfferReader) -> None:
    """Also a broken one, which is nobody's harm until it is asked for."""
    offer_reader("import no_such_module")
    ran = run("doctor")
    assert ran.status == 0
    assert f"reader    {DEFAULT_READER} (of citydesk, the default)\n" in ran.out
    assert "reader    other (of other-reader)\n" in ran.out


def test_doctor_finds_two_readers_of_one_name(offer_reader: OfferReader) -> None:
    """With what to do."""
    offer_reader(OTHER_READER, package="a-reader")
    offer_reader(OTHER_READER, package="b-reader")
    ran = run("doctor")
    assert ran.status == 1
    assert "wrong  reader    other (of b-reader)\n" in ran.out
    assert "another reader is called 'other': uninstall one" in ran.out
