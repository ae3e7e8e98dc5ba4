"""The command line: each command does its work, and its help teaches."""

import json
import re
import sqlite3
import subprocess
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperCommand

from citydesk import __version__
from citydesk.cli import app
from citydesk.model import Reading, Report, evidence_holds, facts_of
from tests.gather.fetching.server import serving
from tests.running import COMMAND, run

STORY = (
    "date 2021-03-05\nTULSA, Okla. (KZQX) -- A 24-year-old man was shot in the leg on Elm Street on Thursday night, "
    "police said.\n“I heard three bangs,” said Cora Dunn, a neighbor.\n"
)
COMMANDS = sorted(typer.main.get_group(app).commands.items())


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, and nothing from this machine's settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("CITYDESK_LEDGER", "CITYDESK_NAMES", "CITYDESK_CONTACT", "CITYDESK_PRIVATE_HOSTS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    Path("story.txt").write_text(STORY)


def test_without_a_command_it_says_what_there_is() -> None:
    """The help, which names every command that is for people."""
    told = run().out + run().err
    assert all(name in told for name, command in COMMANDS if not command.hidden)
    assert "citydesk demo" in told
    assert "CITYDESK_LEDGER" in told


def test_it_says_its_version() -> None:
    """The installed one."""
    assert run("--version").out == f"citydesk {__version__}\n"


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_each_command_has_help_that_teaches(name: str, command: TyperCommand) -> None:
    """A sentence that begins with what it is for, and words for each option."""
    told = " ".join(run(name, "--help").out.split())
    assert run(name, "--help").status == 0
    assert command.help is not None
    assert command.help.strip().splitlines()[0].rstrip().endswith(".")
    for parameter in command.params:
        assert getattr(parameter, "help", None) or command.hidden, f"{name} says nothing of {parameter.name}"
        for option in (option for option in parameter.opts if option.startswith("--")):
            assert option in told


def test_the_module_runs_as_the_command_does() -> None:
    """`python -m citydesk` is `citydesk`."""
    ran = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"citydesk {__version__}\n"
    assert ran.stderr == ""


@pytest.mark.parametrize(
    "arguments", [("frobnicate",), ("read",), ("read", "--format", "xml", "story.txt"), ("serve", "--port", "x")]
)
def test_a_wrong_call_is_told_and_ends_with_2(arguments: tuple[str, ...]) -> None:
    """Unknown commands, missing arguments, values that are none."""
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert "Usage" in ran.err
    assert "Traceback" not in ran.err


# read


def test_read_shows_a_page() -> None:
    """The facts with their words, for people."""
    ran = run("read", "story.txt")
    assert (ran.status, ran.err) == (0, "")
    assert "2021-03-04" in ran.out
    assert "“Thursday night”" in ran.out
    assert "\x1b" not in ran.out


def test_read_gives_json_lines() -> None:
    """One reading a line, each a whole one."""
    Path("more.txt").write_text(STORY.replace("leg", "arm"))
    ran = run("read", "--format", "jsonl", "story.txt", "more.txt")
    readings = [Reading.from_json(line) for line in ran.out.splitlines()]
    assert [reading.report.publisher for reading in readings] == ["KZQX", "KZQX"]


@pytest.mark.parametrize("files", [1, 2, 3])
def test_read_gives_indented_json(files: int) -> None:
    """An object for one report, an array for several."""
    names = [f"{number}.txt" for number in range(files)]
    for name in names:
        Path(name).write_text(STORY + name)
    written = run("read", "--format", "json", *names).out
    assert "\n " in written
    value = json.loads(written)
    assert len(value if files > 1 else [value]) == files
    assert isinstance(value, dict) is (files == 1)


def test_read_takes_the_day_of_reports_without_one() -> None:
    """It goes behind a date that the report itself gives."""
    Path("undated.txt").write_text(STORY.removeprefix("date 2021-03-05\n"))
    ran = run("read", "--format", "jsonl", "--published", "2022-02-01", "undated.txt", "story.txt")
    days = [json.loads(line)["report"]["published"] for line in ran.out.splitlines()]
    assert days == ["2022-02-01", "2021-03-05"]


@pytest.mark.parametrize("with_text", [False, True])
def test_read_puts_the_text_in_where_asked(with_text: bool) -> None:
    """A plain text is at hand already."""
    ran = run("read", "--format", "jsonl", *(["--with-text"] if with_text else []), "story.txt")
    assert json.loads(ran.out)["report"].get("text") == (STORY if with_text else None)


def test_read_puts_the_text_of_a_page_in() -> None:
    """Its evidence could not be checked otherwise."""
    Path("page.html").write_text(f"<html><body><article><p>{STORY}</p></article></body></html>")
    reading = Reading.from_json(run("read", "--format", "jsonl", "page.html").out)
    assert reading.report.text is not None
    assert "on Elm Street" in reading.report.text


SAID = "“No one’s hurt badly,” José Peña of the city’s police said on Friday — “but it’s bad.”"


@pytest.mark.parametrize(
    "written",
    [
        SAID.encode(),
        SAID.encode("utf-8-sig"),
        SAID.encode("utf-16"),
        SAID.encode("cp1252"),
        SAID.encode().decode("cp1252", "replace").encode(),
        SAID.replace("“", "\u200b“").replace(" ", "\u00a0").encode(),
    ],
    ids=["utf-8", "with a mark", "utf-16", "windows-1252", "garbled", "odd spaces"],
)
def test_evidence_stands_in_the_text_as_it_was_given(written: bytes) -> None:
    """Offsets count its characters in every encoding, and in a text that was garbled before it came here."""
    Path("story.txt").write_bytes(written)
    reading = Reading.from_json(run("read", "--format", "jsonl", "--with-text", "story.txt").out)
    assert reading.report.text is not None
    assert reading.quotes
    assert all(evidence_holds(fact, "", reading.report.text) for _, fact in facts_of(reading))
    assert all(quote.text == reading.report.text[quote.start : quote.end] for quote in reading.quotes)


def test_what_a_report_says_cannot_steer_the_terminal() -> None:
    """Escapes and marks that turn the writing are shown as what they are: nothing to obey."""
    Path("story.txt").write_text(STORY.replace("Cora Dunn", "Cora \x1b[2J\x1b]0;owned\x07 \u202eDunn") + "\x9b31m")
    for form in ("page", "json", "jsonl"):
        ran = run("read", "--format", form, "story.txt")
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f]|\u202e", ran.out if form == "page" else ran.out.replace("\u202e", "")
        )


def test_a_failure_of_the_reader_costs_one_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, and the others are read."""
    from citydesk.read.reader import RulesReader

    read = RulesReader.read

    def fail_on_arm(reader: RulesReader, report: Report) -> Reading:
        if "arm" in report.text:
            raise KeyError("arm")
        return read(reader, report)

    monkeypatch.setattr(RulesReader, "read", fail_on_arm)
    Path("arm.txt").write_text(STORY.replace("leg", "arm"))
    ran = run("read", "--reader", "rules", "--format", "jsonl", "arm.txt", "story.txt")
    assert (ran.status, len(ran.out.splitlines())) == (0, 1)
    assert ran.told == ["citydesk: arm.txt: could not be read (KeyError: 'arm'): please report this, with the text"]


# gather


def test_gather_writes_reports() -> None:
    """Each with what is known of it, and its file."""
    (line,) = run("gather", "story.txt").out.splitlines()
    report = Report.model_validate_json(line)
    assert (report.text, report.publisher, report.file) == (STORY, "KZQX", "story.txt")


def test_reading_what_was_gathered_is_reading() -> None:
    """`citydesk gather pages/ | citydesk read -` gives the same bytes as `citydesk read pages/`."""
    Path("in").mkdir()
    Path("in/a.html").write_text(
        f"<html><head><title>Shot</title></head><body><article><p>{STORY * 2}</p></article></body></html>"
    )
    Path("in/b.txt").write_text(STORY)
    Path("in/c.jsonl").write_text(json.dumps({"id": "c", "text": STORY, "published": "2022-01-01T03:00:00Z"}))
    Path("in/d.txt").write_bytes("“Two shots,” he said – “one hit.”".encode("cp1252"))
    gathered = run("gather", "in").out.encode()
    read = run("read", "--format", "jsonl", "in").out
    assert len(read.splitlines()) == 4
    assert run("read", "--format", "jsonl", "-", stdin=gathered).out == read


# add, export, demo


def test_add_takes_reports_in_once() -> None:
    """The second time it says that they are there."""
    first, second = run("add", "story.txt"), run("add", "story.txt")
    assert (first.status, second.status) == (0, 0)
    assert "1 report added in" in first.err
    assert "telling of 1 new incident" in first.err
    assert "1 already in the ledger" in second.err
    assert first.out == second.out == ""


def test_add_from_standard_input_is_add() -> None:
    """`citydesk gather … | citydesk add -`."""
    gathered = run("gather", "story.txt").out.encode()
    assert run("add", "-", stdin=gathered).status == 0
    assert "1 already in the ledger" in run("add", "story.txt").err


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_export_writes_to_a_file_or_to_standard_output(form: str) -> None:
    """The same bytes, and a line that says how many."""
    run("add", "story.txt")
    to_file = run("export", "--format", form, "-o", f"out.{form}")
    to_stdout = run("export", "--format", form)
    assert to_file.told == [f"citydesk: 1 incident written to out.{form}"]
    assert Path(f"out.{form}").read_bytes() == to_stdout.out.encode()
    assert "Tulsa" in to_stdout.out


def test_the_ledger_is_named_before_the_command_or_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The option goes before the variable, the variable before ./citydesk.db."""
    run("add", "story.txt")
    assert Path("citydesk.db").exists()
    monkeypatch.setenv("CITYDESK_LEDGER", "of-environment.db")
    run("add", "story.txt")
    assert Path("of-environment.db").exists()
    run("--ledger", "of-option.db", "add", "story.txt")
    assert Path("of-option.db").exists()
    assert run("add", "--ledger", "x.db", "story.txt").status == 2


def test_demo_fills_a_ledger_and_says_what_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the examples that come with it."""
    monkeypatch.setattr("citydesk.terminal.find_examples", lambda: "story.txt")
    ran = run("--ledger", "demo.db", "demo")
    assert ran.status == 0
    assert ran.told[-1] == "citydesk: the demo ledger is demo.db; look at it with: citydesk --ledger demo.db serve"


# doctor, schema


def test_doctor_finds_a_sound_house_sound() -> None:
    """Versions, packages, where the ledger is and what is in it."""
    assert run("doctor").status == 0
    run("add", "story.txt")
    ran = run("doctor")
    assert (ran.status, ran.err) == (0, "")
    assert __version__ in ran.out
    assert f"ledger    {Path('citydesk.db').absolute()}\n" in ran.out
    assert "1 report, 1 incident, " in ran.out
    assert "wrong" not in ran.out


def test_doctor_leaves_no_ledger_behind() -> None:
    """It only looks."""
    run("doctor")
    assert [path.name for path in Path().iterdir()] == ["story.txt"]


def _spoil_header(path: Path) -> None:
    path.write_bytes(b"no ledger" + path.read_bytes()[9:])


def _spoil_pages(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: 4096 * 3] + b"\xff" * 4096 * 4 + content[4096 * 7 :])


def _make_newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 3])


@pytest.mark.parametrize("spoil", [_spoil_header, _spoil_pages, _make_newer, _cut_off])
def test_doctor_finds_a_broken_ledger(spoil: object) -> None:
    """Whatever is wrong with it, with what to do, and exit status 1."""
    assert callable(spoil)
    run("add", "story.txt")
    spoil(Path("citydesk.db"))
    ran = run("doctor")
    assert (ran.status, ran.err) == (1, "")
    assert "wrong  ledger" in ran.out
    assert "→ " in ran.out


@pytest.mark.parametrize(
    "ledger",
    ["no/such/folder/x.db", ".", "postgresql://here/x", "sqlite://"],
    ids=["folder", "a folder", "other", "none"],
)
def test_doctor_finds_a_ledger_that_cannot_be(ledger: str) -> None:
    """A place where none can stand."""
    ran = run("--ledger", ledger, "doctor")
    assert ran.status == 1
    assert "→ " in ran.out


def test_doctor_names_a_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to get it."""
    monkeypatch.setattr("citydesk.terminal.examining.requires", lambda _: ["nosuchpackage>=2", 'other; extra == "x"'])
    ran = run("doctor")
    assert ran.status == 1
    assert "0 of 1 installed" in ran.out
    assert "pip install nosuchpackage" in ran.out


def test_schema_writes_the_schemas() -> None:
    """Into a folder, and names the files."""
    ran = run("schema", "schemas")
    assert ran.out.split() == sorted(map(str, Path("schemas").iterdir()), key=ran.out.split().index)
    assert "schemas/reading.schema.json" in ran.out


def test_add_takes_an_address(tmp_path: Path) -> None:
    """A page is fetched and kept under its own address; where it stands in our own network, it has to be named."""
    story = "<p>".join([f"<p>{STORY} {STORY}", "Officers were called at about 9:40 p.m. and found him on the steps."])
    page = f"<html><head><title>Man shot</title></head><body><article><h1>Man shot</h1>{story}</article></body></html>"
    with serving() as site:
        address = site.put("/story", page)
        refused = run("--ledger", tmp_path / "x.db", "add", address)
        taken = run(
            "--ledger", tmp_path / "x.db", "add", "--private-host", "127.0.0.1", "--contact", "a@b.example", address
        )
        asked = site.asked[-1].headers["user-agent"]
        gathered = run("gather", "--private-host", "127.0.0.1", address)
    assert (refused.status, "only the public internet is asked" in refused.err) == (2, True)
    assert (taken.status, "1 report added" in taken.err) == (0, True)
    assert asked.endswith("; a@b.example)")
    assert json.loads(gathered.out)["url"] == address


def test_a_contact_that_is_none_is_told() -> None:
    """In one line, before anything is asked."""
    told = run("add", "--contact", "nobody", "https://news.example/")
    assert (told.status, len(told.told)) == (2, 1)
    assert "'nobody' is no e-mail address" in told.err
