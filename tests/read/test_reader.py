"""The whole reader on the examples: what holds for every report, and how well it reads those whose truth is known."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from citydesk.gather import gather
from citydesk.model import Attribution, FieldName, Quote, Reading, Report, evidence_holds, facts_of
from citydesk.read import open_reader, triage_report

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
TRUTH = ROOT / "tests" / "truth" / "readings.jsonl"


@cache
def _reports() -> dict[str, Report]:
    """The examples by file, and by file and line where a file has several."""
    found: dict[str, Report] = {}
    lines: dict[str, int] = {}
    for report in gather([EXAMPLES]):
        assert isinstance(report, Report)
        name = Path(str(report.file)).name
        if name.endswith(".jsonl"):
            lines[name] = lines.get(name, 0) + 1
            name = f"{name}:{lines[name]}"
        found[name] = report
    return found


@cache
def _reading(name: str) -> Reading:
    return open_reader().read(_reports()[name])


def _truths() -> list[tuple[str, dict[str, object]]]:
    truths = [json.loads(line) for line in TRUTH.read_text("utf-8").splitlines()]
    return [(t["file"] + (f":{t['line']}" if "line" in t else ""), t) for t in truths]


NAMES = [name for name, _ in _truths()]


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_evidence_is_there(name: str) -> None:
    """Each fact's evidence, each quotation and each attribution is the report's own words where it says they stand."""
    report, reading = _reports()[name], _reading(name)
    for path, fact in facts_of(reading):
        assert evidence_holds(fact, report.title, report.text), path
    spans: tuple[Quote | Attribution, ...] = (*reading.quotes, *reading.attributions)
    for said in spans:
        given = report.title if said.field is FieldName.TITLE else report.text
        assert given[said.start : said.end] == said.text


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_comes_back_from_json_byte_for_byte(name: str) -> None:
    """What is written can be read and written again."""
    written = _reading(name).to_json()
    assert Reading.from_json(written).to_json() == written


def test_the_same_report_gives_the_same_bytes_under_every_hash_seed() -> None:
    """Nothing in a reading comes from iterating a set."""
    name = "2025-08-15-knoxville-officer-shot-ledger.html"
    command = [sys.executable, "-m", "citydesk", "read", "--format", "json", str(EXAMPLES / name)]
    written = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert written[0] == written[1]


def test_reads_most_dates_and_cities_of_the_examples_right() -> None:
    """A floor under the reader, on reports whose truth people wrote down beside them."""
    right = {"date": 0, "city": 0, "killed": 0, "injured": 0}
    asked = dict.fromkeys(right, 0)
    for name, truth in _truths():
        main = next((i for i in truth["incidents"] if i["main"]), None)  # type: ignore[attr-defined]
        found = next((i for i in _reading(name).incidents if i.main), None)
        if main is None or truth["kind"] == "roundup" or found is None:
            continue
        told = {"date": found.date, "city": found.place.city, "killed": found.killed, "injured": found.injured}
        expected = {**{key: main[key] for key in ("date", "killed", "injured")}, "city": main["place"]["city"]}
        for key, value in expected.items():
            if value is not None:
                asked[key] += 1
                fact = told[key]
                right[key] += fact is not None and fact.value == value
    shares = {key: right[key] / asked[key] for key in right}
    assert min(asked.values()) >= 40
    assert shares["date"] >= 0.84, shares
    assert shares["city"] >= 0.85, shares
    assert shares["killed"] >= 0.75, shares
    assert shares["injured"] >= 0.65, shares


def test_leaves_out_what_tells_of_no_violent_incident() -> None:
    """Of the examples, those whose truth has no incident, and the one in Spanish; nothing else."""
    left_out = {name for name, report in _reports().items() if not triage_report(report).keep}
    without = {name for name, truth in _truths() if not truth["incidents"]}
    assert left_out == without | {"2025-02-10-bakersfield-noticias.html"}
