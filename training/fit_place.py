"""Fit the weights of `citydesk.read.where.place_signals`: what sort of place a scene was.

    python training/fit_place.py --data ../shared/data --out src/citydesk/read/where/place_weights.py

In: the gold reports. Out: the table, as a module, and on standard output the f1 on each half of the gold (by the first
digit of the report's id) of weights fitted on the other. A conditional logit over the words for sorts of places of each
report and "no place", those of one sort adding up, by plain gradient descent: no randomness, the same weights every
time.
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
from citydesk.read.scenes.scenes import find_scenes
from citydesk.read.when.when import find_times
from citydesk.read.where.dateline import find_dateline
from citydesk.read.where.place_signals import NO_PLACE, find_place_cues
from citydesk.read.where.scale import scale_of
from citydesk.read.where.where import find_places

RIDGE = 5.0
RAREST = 10
"""Signals seen less often are left out."""
SMALLEST = 0.05
STEPS = 500
RATE = 0.05


@dataclass(frozen=True, slots=True)
class Choice:
    """One report: the sort and the signals of each of its cues, the last row for "no place", and the sort recorded."""

    id: str
    kinds: list[str | None]
    signals: list[tuple[str, ...]]
    kind: str | None

    @property
    def fair(self) -> bool:
        """Whether the sort recorded is among the choices."""
        return self.kind in self.kinds


def main() -> None:
    """Fit, and write the table as a module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with the development files; each NAME.reports.jsonl is read"
    )
    parser.add_argument("--out", type=Path, required=True, help="the module to write")
    options = parser.parse_args()
    choices = list(load_choices(options.data))
    counts = Counter(name for choice in choices for signals in choice.signals for name in signals)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    halves = [[choice for choice in choices if (choice.id[0] in "01234567") is first] for first in (True, False)]
    for half, other in (halves, halves[::-1]):
        sys.stdout.write(f"f1 on {len(half)}: {f1_of(half, fit_weights(other, names)):.3f}\n")
    options.out.write_text(render_table(fit_weights(choices, names), len(choices)), encoding="utf-8")


def load_choices(data: Path) -> Iterator[Choice]:
    """Every gold report with a main incident, as a choice among the sorts of places that it names."""
    for gold, report in gold_of(data):
        main = next((incident for incident in gold["incidents"] if incident["main"]), None)
        if main is not None:
            yield choice_of(report, (main["place"] or {}).get("kind"))


def gold_of(data: Path) -> Iterator[tuple[dict[str, Any], Report]]:
    """The gold reports of a folder: each `NAME.reports.jsonl` with `NAME.gold.jsonl` or `NAME.jsonl` beside it."""
    for reports in sorted(data.glob("*.reports.jsonl")):
        stem = reports.name.removesuffix(".reports.jsonl")
        beside = next(path for path in (data / f"{stem}.gold.jsonl", data / f"{stem}.jsonl") if path.exists())
        gold = {line["id"]: line for line in map(json.loads, beside.open(encoding="utf-8"))}
        for line in map(json.loads, reports.open(encoding="utf-8")):
            if line["id"] in gold:
                yield gold[line["id"]], Report(**line)


def choice_of(report: Report, kind: str | None) -> Choice:
    """A report's cues as a choice."""
    document, today = open_document(report), published_day(report.published)
    dateline = find_dateline(document)
    places, times = find_places(document, dateline), find_times(document, today)
    setting = Setting(document, today, dateline, times, places, (), ())
    scenes = find_scenes(setting)
    cues = []
    if scenes:
        mentions = [mention for mention in places if scenes[0].covers(mention.span.start)]
        cues = list(find_place_cues(scale_of(setting, scenes[0]), scenes[0], mentions))
    signals = [*(cue.signals for cue in cues), (NO_PLACE,)]
    return Choice(report.id, [*(cue.kind.value for cue in cues), None], signals, kind)


def fit_weights(choices: list[Choice], names: list[str]) -> dict[str, float]:
    """The weights that make the sorts recorded likeliest, less the ridge."""
    fair = [choice for choice in choices if choice.fair]
    index = {name: n for n, name in enumerate(names)}
    rows = [signals for choice in fair for signals in choice.signals]
    matrix = np.zeros((len(rows), len(names)))
    for n, signals in enumerate(rows):
        for name in signals:
            if name in index:
                matrix[n, index[name]] += 1.0
    right = np.array([kind == choice.kind for choice in fair for kind in choice.kinds])
    group = np.repeat(np.arange(len(fair)), [len(choice.kinds) for choice in fair])
    weights, speed, spread = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = matrix @ weights
        missed = shares(scores, group) - shares(np.where(right, scores, -30.0), group)
        slope = (matrix.T @ missed + RIDGE * weights) / len(fair)
        speed, spread = 0.9 * speed + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (speed / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def shares(scores: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.float64]:
    """The softmax of the scores within each group."""
    raised = np.exp(np.clip(scores, -30, 30))
    return raised / np.bincount(group, raised)[group]


def f1_of(choices: list[Choice], weights: dict[str, float]) -> float:
    """How well weights find the sorts of places of gold reports."""
    right = found = 0
    for choice in choices:
        totals: dict[str | None, float] = {}
        for kind, signals in zip(choice.kinds, choice.signals, strict=True):
            worth = np.exp(sum(weights.get(name, 0.0) for name in signals))
            totals[kind] = totals.get(kind, 0.0) + float(worth)
        best = max(totals, key=lambda kind: totals[kind])
        found += best is not None
        right += best is not None and best == choice.kind
    return 2 * right / (found + sum(choice.kind is not None for choice in choices))


def render_table(weights: dict[str, float], size: int) -> str:
    """The weights as the module that `scene_place` reads."""
    rows = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    made = f"made by training/fit_place.py from {size} gold reports"
    return "".join(
        (
            f'"""Weights of `place_signals`, log odds: {made}."""\n\n',
            "PLACE_WEIGHTS: dict[str, float] = {\n",
            *(f'    "{name}": {weight:.2f},\n' for name, weight in rows if abs(weight) >= SMALLEST or name == NO_PLACE),
            "}\n",
        )
    )


if __name__ == "__main__":
    main()
