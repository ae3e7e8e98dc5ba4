"""Fit the weights of `citydesk.read.scenes.kind`: the first telling of an incident, or a later turn of one.

    python training/fit_kind.py --data ../shared/data --out src/citydesk/read/scenes/kind_weights.py

In: the gold reports that are labelled `incident` or `follow_up`. Out: the weights, as a module, and on standard output
the accuracy on each half of the gold (by the first digit of the report's id) of weights fitted on the other. A ridge
logistic regression by Newton's method: no randomness, the same weights every time.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from citydesk.model import Report, published_day
from citydesk.read.page.document import open_document
from citydesk.read.page.setting import Setting
from citydesk.read.scenes.kind_signals import signals_of
from citydesk.read.scenes.scenes import find_scenes
from citydesk.read.when.when import find_times

RIDGE = 2.0
RAREST = 8
"""Signals seen less often are left out."""
SMALLEST = 0.05
"""Weights nearer to zero are left out of the table."""
STEPS = 30


@dataclass(frozen=True, slots=True)
class Labelled:
    """One report: the names of its signals, and whether it is a later turn."""

    id: str
    signals: frozenset[str]
    later: bool


def main() -> None:
    """Fit, write the table as a module, and print the accuracies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with the development files; each NAME.reports.jsonl is read"
    )
    parser.add_argument("--out", type=Path, required=True, help="the module to write")
    options = parser.parse_args()
    reports = list(load_labelled(options.data))
    counts = Counter(name for report in reports for name in report.signals)
    names = ["", *sorted(name for name, count in counts.items() if count >= RAREST)]
    halves = [[r for r in reports if (r.id[0] in "01234567") is first] for first in (True, False)]
    for half, other in (halves, halves[::-1]):
        fitted = matrix_of(half, names) @ fit_weights(other, names) > 0
        sys.stdout.write(f"accuracy on {len(half)}: {np.mean(fitted == [r.later for r in half]):.3f}\n")
    weights = dict(zip(names, fit_weights(reports, names).tolist(), strict=True))
    options.out.write_text(render_table(weights, len(reports)), encoding="utf-8")


def load_labelled(data: Path) -> Iterator[Labelled]:
    """The gold reports that are an incident or a follow-up, with their signals."""
    for gold, report in gold_of(data):
        if gold["kind"] in ("incident", "follow_up"):
            setting = setting_of(report)
            signals = signals_of(setting, find_scenes(setting)[0])
            yield Labelled(report.id, frozenset(s.name for s in signals), gold["kind"] == "follow_up")


def gold_of(data: Path) -> Iterator[tuple[dict[str, Any], Report]]:
    """The gold reports of a folder: each `NAME.reports.jsonl` with `NAME.gold.jsonl` or `NAME.jsonl` beside it."""
    for reports in sorted(data.glob("*.reports.jsonl")):
        stem = reports.name.removesuffix(".reports.jsonl")
        beside = next(path for path in (data / f"{stem}.gold.jsonl", data / f"{stem}.jsonl") if path.exists())
        gold = {line["id"]: line for line in map(json.loads, beside.open(encoding="utf-8"))}
        for line in map(json.loads, reports.open(encoding="utf-8")):
            if line["id"] in gold:
                yield gold[line["id"]], Report(**line)


def setting_of(report: Report) -> Setting:
    """A setting with the times of a report, which is all that the signals look at."""
    document, today = open_document(report), published_day(report.published)
    times = find_times(document, today)
    return Setting(document, today, dateline=None, times=times, places=(), agencies=(), quoted=())


def matrix_of(reports: list[Labelled], names: list[str]) -> NDArray[np.float64]:
    """One row a report, one column a signal; the column of "" is always 1."""
    return np.array([[float(not name or name in report.signals) for name in names] for report in reports])


def fit_weights(reports: list[Labelled], names: list[str]) -> NDArray[np.float64]:
    """The weights that make the labels likeliest, less the ridge."""
    matrix, later = matrix_of(reports, names), np.array([float(report.later) for report in reports])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(curve, matrix.T @ (chance - later) + RIDGE * weights)
    return weights


def render_table(weights: dict[str, float], size: int) -> str:
    """The weights as the module that `kind` reads."""
    rows = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    made = f"by training/fit_kind.py from {size} reports"
    return "".join(
        (
            f'"""Weights of `kind_signals`, log odds for a later turn: {made}."""\n\n',
            f"BIAS = {weights['']:.2f}\n",
            "WEIGHTS: dict[str, float] = {\n",
            *(f'    "{name}": {weight:.2f},\n' for name, weight in rows if name and abs(weight) >= SMALLEST),
            "}\n",
        )
    )


if __name__ == "__main__":
    main()
