"""The figures of the README: `python benchmarks/figures.py DATA`, where DATA is a folder of gold and human records.

Reads the gold reports and adds all development reports with the command line, as a user would, and hands what comes
out to the scorers that lie beside DATA (`DATA/../bench`). Writes benchmarks/results.json and, from it, the table in the
README between its two markers. Takes some minutes; run it on an idle machine.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
README = HERE.parent / "README.md"
BEGIN, END = "<!-- figures: made by benchmarks/figures.py -->", "<!-- end of figures -->"
READ_FIGURES = ("grounded", "overall", "date", "city", "state", "killed", "people", "quotes", "attributions")
Figures = dict[str, Any]
Results = dict[str, Figures]
LEDGER_FIGURES = ("b3_f1", "pair_precision", "pair_recall", "date", "state", "city", "killed", "injured")


def main() -> None:
    """Measure, write the results, and write them into the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with gold_dev*.jsonl and gva_dev_*.jsonl")
    data = parser.parse_args().data
    with tempfile.TemporaryDirectory() as folder:
        read, ledger = _read(data, Path(folder)), _ledger(data, Path(folder))
    results: Results = {"machine": _machine(), "read": read, "ledger": ledger}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    README.write_text(before + BEGIN + "\n" + render(results) + END + after, encoding="utf-8")
    print(render(results))


def render(results: Results) -> str:
    """The table of the README from the results."""
    read, ledger = results["read"], results["ledger"]
    lines = ["| reading, on 444 reports read by hand | F1 |", "| --- | --- |"]
    lines += [f"| {name.replace('_', ' ')} | {read[name]:.3f} |" for name in READ_FIGURES]
    lines += ["", "| the ledger, against 1,943 incidents kept by hand | |", "| --- | --- |"]
    lines += [f"| {name.replace('_', ' ')} | {ledger[name]:.3f} |" for name in LEDGER_FIGURES]
    lines += [
        f"| seconds to add {ledger['reports']:,.0f} reports on two cores | {ledger['seconds']:.0f} |",
        f"| memory of the largest process, MiB | {ledger['peak_mib']:.0f} |",
        f"| reports added by a second run | {ledger['added_again']} |",
    ]
    return "\n".join(["", *lines, "", ""])


def _machine() -> Figures:
    return {"python": platform.python_version(), "processor": platform.processor() or platform.machine()}


def _citydesk(*arguments: str, output: Path | None = None) -> str:
    """Run a command; returns what it says on standard error."""
    command = [sys.executable, "-m", "citydesk", *arguments]
    with (output or Path("/dev/null")).open("w", encoding="utf-8") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=True)
    return done.stderr


def _score(scorer: Path, *files: Path) -> dict[str, float]:
    """The scorer's figures by name; of those with precision and recall, the F1."""
    printed = subprocess.run(
        [sys.executable, str(scorer), *map(str, files)], capture_output=True, text=True, check=True
    ).stdout
    figures = {}
    for line in printed.splitlines():
        name, *rest = line.split()
        if rest[-1] != "None":
            figures[name.rstrip("*")] = float(rest[-1])
    return figures


def _read(data: Path, folder: Path) -> Figures:
    readings = folder / "readings.jsonl"
    started = time.monotonic()
    _citydesk("read", "--format", "jsonl", str(data / "gold_dev.reports.jsonl"), output=readings)
    seconds = time.monotonic() - started
    scorer = data.parent / "bench" / "score_read.py"
    figures = _score(scorer, data / "gold_dev.reports.jsonl", data / "gold_dev.jsonl", readings)
    return {**figures, "reports_a_second_one_process": figures["reports"] / seconds}


def _ledger(data: Path, folder: Path) -> Figures:
    path, exported = folder / "dev.db", folder / "dev.jsonl"
    adding = ("--ledger", str(path), "add", str(data / "gva_dev_reports.jsonl"))
    started = time.monotonic()
    _citydesk(*adding)
    seconds = time.monotonic() - started
    peak_kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    again = _citydesk(*adding)
    _citydesk("--ledger", str(path), "export", "--format", "jsonl", "--output", str(exported))
    figures = _score(data.parent / "bench" / "score_ledger.py", data / "gva_dev_incidents.jsonl", exported)
    added = next((int(line.split()[0].replace(",", "")) for line in again.splitlines() if "reports added" in line), 0)
    return {**figures, "seconds": seconds, "peak_mib": peak_kib / 1024, "added_again": added}


if __name__ == "__main__":
    main()
