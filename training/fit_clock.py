"""Fit the weights by which `citydesk.read.when.happened` chooses the clock time of an incident.

    python training/fit_clock.py --data ../shared/data --out src/citydesk/read/when/clock_weights.py

In: the gold reports. What speaks for a day speaks for a clock time too, so the fit starts from the weights of days and
is held near them by its ridge: the gold has but some hundred reports with several clock times. Out: the table, as a
module, and on standard output the f1 on each half of the gold (by the first digit of the report's id) of weights that
have not seen it. A conditional logit over the clock times of each report and "none of them", by plain gradient
descent: no randomness, the same weights every time.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from citydesk.model import Report, published_day
from citydesk.read.page.document import open_document
from citydesk.read.when.happened import NO_CLOCK, clock_signals, weigh_days
from citydesk.read.when.happened_weights import WEIGHTS
from citydesk.read.when.when import find_times

RIDGE = 3.0
STEPS = 600
RATE = 0.05
SMALLEST = 0.1
PRIOR = WEIGHTS | {"same day": 2.0, "same day before": 0.5, "other day": -2.0, NO_CLOCK: -0.5}
"""Weights to start from: of days, and, set by hand, of how a clock time's day fits the likeliest."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One report: the signals of each of its clock times, the last row for "none of them", and which are right."""

    id: str
    signals: list[list[str]]
    right: list[bool]
    told: bool
    """Whether the gold has a clock time."""


def main() -> None:
    """Fit, and write the table as a module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with the development files; each NAME.reports.jsonl is read"
    )
    parser.add_argument("--out", type=Path, required=True, help="the module to write")
    options = parser.parse_args()
    choices = list(load_choices(options.data))
    names = sorted({name for choice in choices for signals in choice.signals for name in signals} | PRIOR.keys())
    halves = [[choice for choice in choices if (choice.id[0] in "01234567") is first] for first in (True, False)]
    for half, other in (halves, halves[::-1]):
        sys.stdout.write(f"f1 on {len(half)}: {f1_of(half, fit_weights(other, names)):.3f}\n")
    options.out.write_text(render_table(fit_weights(choices, names), len(choices)), encoding="utf-8")


def load_choices(data: Path) -> Iterator[Choice]:
    """Every gold report with a main incident, as a choice among its clock times."""
    for gold, report in gold_of(data):
        main = next((incident for incident in gold["incidents"] if incident["main"]), None)
        if main is not None:
            yield choice_of(report, main.get("time"))


def gold_of(data: Path) -> Iterator[tuple[dict[str, Any], Report]]:
    """The gold reports of a folder: each `NAME.reports.jsonl` with `NAME.gold.jsonl` or `NAME.jsonl` beside it."""
    for reports in sorted(data.glob("*.reports.jsonl")):
        stem = reports.name.removesuffix(".reports.jsonl")
        beside = next(path for path in (data / f"{stem}.gold.jsonl", data / f"{stem}.jsonl") if path.exists())
        gold = {line["id"]: line for line in map(json.loads, beside.open(encoding="utf-8"))}
        for line in map(json.loads, reports.open(encoding="utf-8")):
            if line["id"] in gold:
                yield gold[line["id"]], Report(**line)


def choice_of(report: Report, time: str | None) -> Choice:
    """A report's clock times as a choice."""
    document, today = open_document(report), published_day(report.published)
    told = [mention for mention in find_times(document, today) if not mention.posted]
    days = weigh_days(document, told, today)
    signals = list(clock_signals(document, told, days[0] if days else None))
    right = [mention.clock == time for mention in told if mention.clock is not None]
    return Choice(report.id, [*signals, [NO_CLOCK]], [*right, not any(right)], time is not None)


def fit_weights(choices: list[Choice], names: list[str]) -> dict[str, float]:
    """The weights that make the right clock times likeliest, held near the prior ones by the ridge."""
    fair = [choice for choice in choices if not (choice.told and choice.right[-1])]
    index = {name: n for n, name in enumerate(names)}
    rows = [signals for choice in fair for signals in choice.signals]
    matrix = np.zeros((len(rows), len(names)))
    for n, signals in enumerate(rows):
        matrix[n, [index[name] for name in signals]] = 1.0
    right = np.array([told for choice in fair for told in choice.right])
    group = np.repeat(np.arange(len(fair)), [len(choice.signals) for choice in fair])
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    weights, speed, spread = prior.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = matrix @ weights
        missed = shares(scores, group) - shares(np.where(right, scores, -50.0), group)
        slope = (matrix.T @ missed + RIDGE * (weights - prior)) / len(fair)
        speed, spread = 0.9 * speed + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (speed / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def shares(scores: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.float64]:
    """The softmax of the scores within each group."""
    raised = np.exp(np.clip(scores, -50, 50))
    return raised / np.bincount(group, raised)[group]


def f1_of(choices: list[Choice], weights: dict[str, float]) -> float:
    """How well weights find the clock times of gold reports."""
    right = found = 0
    for choice in choices:
        scores = [sum(weights[name] for name in signals) for signals in choice.signals]
        best = int(np.argmax(scores))
        found += best < len(scores) - 1
        right += best < len(scores) - 1 and choice.right[best]
    return 2 * right / (found + sum(choice.told for choice in choices))


def render_table(weights: dict[str, float], size: int) -> str:
    """The weights as the module that `happened` reads."""
    rows = sorted(weights.items(), key=lambda item: (item[0].split()[0], -item[1], item[0]))
    made = f"made by training/fit_clock.py from {size} gold ones"
    return "".join(
        (
            f'"""Weights of `happened` for clock times, log odds: {made}."""\n\n',
            "CLOCK_WEIGHTS: dict[str, float] = {\n",
            *(f'    "{name}": {weight:.2f},\n' for name, weight in rows if abs(weight) >= SMALLEST or name == NO_CLOCK),
            "}\n",
        )
    )


if __name__ == "__main__":
    main()
