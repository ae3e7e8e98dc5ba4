"""Fit the weights of `citydesk.read.when.happened`: which of a report's days is the day of its incident.

    python training/fit_happened.py --data ../shared/data --out src/citydesk/read/when/happened_weights.py

In: the development reports and the incidents that people recorded for them (`gva_dev_reports.jsonl`,
`gva_dev_incidents.jsonl`), without the incidents of the gold reports, which the weights are measured on. A report's day
is right where it is the record's. Out: the table, as a module. A conditional logit over the days of each report and
"none of them", with a ridge, by plain gradient descent from zero: no randomness, the same weights every time.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from citydesk.model import Report, published_day
from citydesk.read.page.document import open_document
from citydesk.read.when.happened import holds, signals_of, value_of
from citydesk.read.when.when import find_times

RIDGE = 3.0
RAREST = 30
"""Signals seen less often are left out."""
SMALLEST = 0.1
"""Weights nearer to zero are left out of the table, and the rest fitted again."""
STEPS = 1500
RATE = 0.05
NONE = "no day"


@dataclass(frozen=True, slots=True)
class Choice:
    """One report: the signals of each of its mentions, the last row for "none of them", and which are right."""

    signals: list[list[str]]
    right: list[bool]


def main() -> None:
    """Fit, and write the table as a module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the development files")
    parser.add_argument("--out", type=Path, required=True, help="the module to write")
    options = parser.parse_args()
    choices = list(load_choices(options.data))
    counts = Counter(name for choice in choices for signals in choice.signals for name in signals)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    weights = fit_weights(choices, names)
    kept = [name for name in names if abs(weights[names.index(name)]) >= SMALLEST or name == NONE]
    table = dict(zip(kept, fit_weights(choices, kept), strict=True))
    options.out.write_text(render_table(table, len(choices)), encoding="utf-8")


def load_choices(data: Path) -> Iterator[Choice]:
    """Every report of an incident that no gold report tells of, as a choice among its days."""
    lines = {name: [json.loads(line) for line in (data / name).open(encoding="utf-8")] for name in FILES}
    gold = {report["id"] for report in lines["gold_dev.jsonl"]}
    days = {
        report: incident["date"]
        for incident in lines["gva_dev_incidents.jsonl"]
        if not gold.intersection(incident["reports"])
        for report in incident["reports"]
    }
    for line in lines["gva_dev_reports.jsonl"]:
        if line["id"] in days:
            yield choice_of(Report(**line), days[line["id"]])


FILES = ("gva_dev_reports.jsonl", "gva_dev_incidents.jsonl", "gold_dev.jsonl")


def choice_of(report: Report, day: str) -> Choice:
    """A report's mentions as a choice; a month or year that holds the day is right where no mention is the day."""
    document, today = open_document(report), published_day(report.published)
    mentions = [m for m in find_times(document, today) if not m.posted and (m.day or m.edtf)]
    values = [value_of(mention) for mention in mentions]
    right = [value == day for value in values]
    if not any(right):
        right = [holds(value, day) for value in values]
    return Choice([*signals_of(document, mentions, today), [NONE]], [*right, not any(right)])


def fit_weights(choices: list[Choice], names: list[str]) -> NDArray[np.float64]:
    """The weights of the signals, by gradient descent on the likelihood of the right day."""
    index = {name: n for n, name in enumerate(names)}
    rows = [signals for choice in choices for signals in choice.signals]
    matrix = np.zeros((len(rows), len(names)))
    for n, signals in enumerate(rows):
        matrix[n, [index[name] for name in signals if name in index]] = 1.0
    right = np.array([told for choice in choices for told in choice.right])
    group = np.repeat(np.arange(len(choices)), [len(choice.signals) for choice in choices])
    weights, speed, spread = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = matrix @ weights
        slope = (
            matrix.T @ (shares(scores, group) - shares(np.where(right, scores, -50.0), group)) + RIDGE * weights
        ) / len(choices)
        speed, spread = 0.9 * speed + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (speed / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def shares(scores: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.float64]:
    """The softmax of the scores within each group."""
    raised = np.exp(np.clip(scores, -50, 50))
    return raised / np.bincount(group, raised)[group]


def render_table(weights: dict[str, float], size: int) -> str:
    """The weights as the module that `happened` reads."""
    made = f"made by training/fit_happened.py from {size} reports"
    rows = sorted(weights.items(), key=lambda item: (item[0].split()[0], -item[1], item[0]))
    return "".join(
        (
            f'"""Weights of the signals of `happened`, in log odds: {made}."""\n\n',
            f'NO_DAY = {weights[NONE]:.2f}\n"""Of none of the days told."""\n\n',
            "WEIGHTS: dict[str, float] = {\n",
            *(f'    "{name}": {weight:.2f},\n' for name, weight in rows if name != NONE),
            "}\n",
        )
    )


if __name__ == "__main__":
    main()
