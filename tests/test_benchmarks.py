"""The benchmarks run: on a handful of reports, and without what they compare with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gather.page.made import PARAGRAPHS, page

ROOT = Path(__file__).parents[1]
STORY = "TULSA, Okla. (KZQX) -- A man was shot in the leg on Elm Street on Thursday night, police said."
SCORER = """
import sys
assert len(open(sys.argv[3]).readlines()) == 3
print("date 1 1 0.75")
print("overall* 0.5")
"""


def _run(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / name), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three reports as JSON lines."""
    path = tmp_path / "reports.jsonl"
    lines = [json.dumps({"id": f"r{n}", "title": "Man shot", "text": STORY * (n + 1)}) + "\n" for n in range(3)]
    path.write_text("".join(lines))
    return path


def test_reading_is_measured(reports: Path, tmp_path: Path) -> None:
    """Quality by the scorer that is given, speed, and memory; a table for people and JSON for programs."""
    scorer, figures = tmp_path / "scorer.py", tmp_path / "figures.json"
    scorer.write_text(SCORER)
    ran = _run("read.py", reports, reports, "--scorer", scorer, "--rounds", 1, "--reader", "rules", "--json", figures)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "| rules, one core " in ran.stdout
    assert "| overall                      |        0.500 |" in ran.stdout
    measured = json.loads(figures.read_text())["readers"]["rules"]
    assert measured["quality"] == {"date": 0.75, "overall": 0.5}
    assert measured["one_core"]["reports_a_second"] > 0
    assert measured["one_typical"]["peak_mib"] > 10


def test_triage_is_measured(reports: Path, tmp_path: Path) -> None:
    """Recall, what is left out of our own unrelated reports, and the rate."""
    for name in ("gva_dev_reports.jsonl", "gvdb_dev.jsonl"):
        (tmp_path / name).write_text(reports.read_text())
    ran = _run("triage.py", tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "gvdb_dev.jsonl                                      3   1.0000" in ran.stdout
    assert "reports a second on one core" in ran.stdout


def test_pages_are_measured_beside_plain_trafilatura(tmp_path: Path) -> None:
    """Texts by precision, recall and F1, and how many pages give each field."""
    (tmp_path / "pages").mkdir()
    written = page(above="<p class='date'>March 5, 2021</p>", below="<p>Subscribe to our newsletter</p>")
    (tmp_path / "pages" / "one.html").write_text(written)
    truths = tmp_path / "truths.jsonl"
    truths.write_text(json.dumps({"id": "one", "text": "\n".join(PARAGRAPHS)}) + "\n")
    ran = _run("gather.py", tmp_path / "pages", truths)
    assert ran.stderr == ""
    assert "citydesk                         1.000   1.000   1.000" in ran.stdout
    assert "  published      1\n" in ran.stdout


def test_an_archive_is_measured() -> None:
    """A small one: its rate is not what is promised, and is shown."""
    ran = _run("gather.py", "--archive", "--pages", 80)
    assert ran.stderr == ""
    assert ran.stdout.startswith("80 pages of ten shapes, 1 tell of a shooting")
    assert "of the reports of shootings, read 100.0%" in ran.stdout
