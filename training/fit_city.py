r"""Fit the weights of `citydesk.read.where.city_signals`: which of the cities named is the one where it happened.

    python -m training.fit_city --data ../shared/data --labels training/labels \
        --out src/citydesk/read/where/city_weights.py

In: the development reports with the city that people recorded for their incident (`gva_dev_reports.jsonl`,
`gva_dev_incidents.jsonl`), the gold reports, and our further labels. People record the nearest city where a report
names only a county, so of the records only those are learnt from whose city the report names; the gold knows when no
city is told. Only one half of all incidents is learnt from (an
even hash of their id). Out: the table, as a module, and on standard output how well its weights find the cities of
each half: in the gold by f1, of the records' by how many reports whose city they name. A conditional logit over the
cities of each report and "none of them", by plain gradient descent: no randomness, the same weights every time.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from training.reader.labels import load_labels

from citydesk.model import Report
from citydesk.read.page.document import Span, open_document
from citydesk.read.page.setting import PlaceLevel, Scene, Setting
from citydesk.read.where.city_signals import around_of, find_candidates, signals_of_city, signals_of_none
from citydesk.read.where.dateline import find_dateline
from citydesk.read.where.gazetteer import name_key
from citydesk.read.where.scale import scale_of
from citydesk.read.where.where import find_places
from citydesk.read.where.which_city import choose_state, weigh_states

RIDGE = 2.0
RAREST = 30
"""Signals seen less often are left out."""
SMALLEST = 0.05
STEPS = 700
RATE = 0.05


@dataclass(frozen=True, slots=True)
class Choice:
    """One report: the signals of each of its cities, the last for "none of them", and which are right."""

    id: str
    signals: list[dict[str, float]]
    right: list[bool]
    told: bool
    """Whether a city was recorded for it that is not only meant by the name of a quarter."""

    @property
    def fair(self) -> bool:
        """Whether the right answer is among the choices: the city recorded is named, or none was recorded."""
        return not self.told or not self.right[-1]


def main() -> None:
    """Fit, and write the table as a module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with the development files; each NAME.reports.jsonl is read"
    )
    parser.add_argument("--labels", type=Path, required=True, help="the folder of our further labels, training/labels")
    parser.add_argument("--out", type=Path, required=True, help="the module to write")
    options = parser.parse_args()
    recorded, gold, incidents = load_choices(options.data, options.labels)
    halves = [[_half(choices, incidents, odd) for odd in (False, True)] for choices in (recorded, gold)]
    learnt = halves[0][0], halves[1][0]
    counts = Counter(name for choices in learnt for choice in choices for signals in choice.signals for name in signals)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    fitted = fit_weights([*learnt[0], *learnt[1]], names)
    for half, odd in (("learnt from", False), ("held back", True)):
        told = (
            f"{name} f1 {f1_of(each[odd], names, fitted):.3f} of {len(each[odd])}"
            for name, each in zip(("records", "gold"), halves, strict=True)
        )
        sys.stdout.write(f"{half}: {', '.join(told)}\n")
    weights = dict(zip(names, fitted, strict=True))
    options.out.write_text(render_table(weights, *map(len, learnt)), encoding="utf-8")


def _half(choices: list[Choice], incidents: dict[str, str], odd: bool) -> list[Choice]:
    return [choice for choice in choices if is_held_back(incidents.get(choice.id, choice.id)) is odd]


def is_held_back(incident: str) -> bool:
    """Whether an incident's reports are only measured on, by the hash of its id."""
    return bool(int(sha256(incident.encode()).hexdigest(), 16) % 2)


def load_choices(data: Path, labels: Path) -> tuple[list[Choice], list[Choice], dict[str, str]]:
    """The recorded reports, the gold ones, and the incident of each report."""
    dated = {line["id"]: line for line in _lines(data / "gva_dev_reports.jsonl")}
    gold = [*gold_of(data), *((told, Report(**dated[told["id"]])) for told in load_labels(labels, dated))]
    gold = list({report.id: (told, report) for told, report in gold}.values())
    known = {report.id for _, report in gold}
    incidents = {report: line["id"] for line in _lines(data / "gva_dev_incidents.jsonl") for report in line["reports"]}
    recorded = {
        report: None if "(county)" in incident["city"] else incident["city"]
        for incident in _lines(data / "gva_dev_incidents.jsonl")
        for report in incident["reports"]
        if report not in known
    }
    reports = (Report(**line) for line in dated.values() if line["id"] in recorded)
    made = (choice_of(report, recorded[report.id]) for report in reports)
    fair = [choice for choice in made if choice is not None and choice.fair]
    choices = (choice_of(report, _gold_city(told)) for told, report in gold)
    return fair, [choice for choice in choices if choice is not None], incidents


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.open(encoding="utf-8"))


def _gold_city(gold: dict[str, Any]) -> str | None:
    main = next((incident for incident in gold["incidents"] if incident["main"]), None)
    city: str | None = main["place"]["city"] if main is not None and main["place"] is not None else None
    return city


def gold_of(data: Path) -> Iterator[tuple[dict[str, Any], Report]]:
    """The gold reports of a folder: each `NAME.reports.jsonl` with `NAME.gold.jsonl` or `NAME.jsonl` beside it."""
    for reports in sorted(data.glob("*.reports.jsonl")):
        stem = reports.name.removesuffix(".reports.jsonl")
        beside = next(path for path in (data / f"{stem}.gold.jsonl", data / f"{stem}.jsonl") if path.exists())
        gold = {line["id"]: line for line in map(json.loads, beside.open(encoding="utf-8"))}
        for line in map(json.loads, reports.open(encoding="utf-8")):
            if line["id"] in gold:
                yield gold[line["id"]], Report(**line)


def choice_of(report: Report, city: str | None) -> Choice | None:
    """A report's cities as a choice; None for a report without words."""
    document = open_document(report)
    if not document.sentences:
        return None
    dateline = find_dateline(document)
    places = find_places(document, dateline)
    setting = Setting(document, None, dateline, (), places, (), ())
    whole = Span(0, len(document.text))
    scale = scale_of(setting, Scene(main=True, spans=(whole,), cue=whole))
    points = weigh_states(scale, places)
    state = choose_state(points, places)
    code = state[0] if state is not None else ""
    candidates = find_candidates([m for m in places if m.level is PlaceLevel.CITY and state and m.state == code])
    share = points.get(code, 0.0) / (sum(points.values()) or 1.0)
    around = around_of(scale, places, candidates)
    signals = [signals_of_city(scale, candidate, around, share) for candidate in candidates]
    key = name_key(city or "").removesuffix(" township")
    right = [city is not None and candidate.key == key for candidate in candidates]
    none = signals_of_none(scale, places, candidates)
    unnamed = city is not None and any(candidate.mail == name_key(city) for candidate in candidates)
    told = city is not None and not (unnamed and not any(right))
    return Choice(report.id, [*signals, none], [*right, not any(right)], told)


def matrix_of(choices: list[Choice], names: list[str]) -> NDArray[np.float64]:
    """One row a city or "none", one column a signal."""
    rows = [signals for choice in choices for signals in choice.signals]
    return np.array([[signals.get(name, 0.0) for name in names] for signals in rows])


def fit_weights(choices: list[Choice], names: list[str]) -> NDArray[np.float64]:
    """The weights that make the right cities likeliest, held small by the ridge."""
    fair = [choice for choice in choices if choice.fair]
    matrix, right = matrix_of(fair, names), np.array([told for choice in fair for told in choice.right])
    group = np.repeat(np.arange(len(fair)), [len(choice.signals) for choice in fair])
    weights, speed, spread = np.zeros((3, len(names)))
    for step in range(1, STEPS + 1):
        scores = matrix @ weights
        missed = shares(scores, group) - shares(np.where(right, scores, -50.0), group)
        slope = (matrix.T @ missed + RIDGE * weights) / len(fair)
        speed, spread = 0.9 * speed + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= RATE * (speed / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def shares(scores: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.float64]:
    """The softmax of the scores within each group."""
    raised = np.exp(np.clip(scores, -50, 50))
    return raised / np.bincount(group, raised)[group]


def f1_of(choices: list[Choice], names: list[str], weights: NDArray[np.float64]) -> float:
    """How well weights find the cities of gold reports."""
    right = found = 0
    for choice in choices:
        best = int(np.argmax(matrix_of([choice], names) @ weights))
        found += best < len(choice.signals) - 1
        right += best < len(choice.signals) - 1 and choice.right[best]
    return 2 * right / (found + sum(choice.told for choice in choices))


def render_table(weights: dict[str, float], recorded: int, gold: int) -> str:
    """The weights as the module that `which_city` reads."""
    made = f"made by training/fit_city.py from {recorded} reports and {gold} gold ones"
    rows = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return "".join(
        (
            f'"""Weights of `city_signals`, log odds: {made}."""\n\n',
            "WEIGHTS: dict[str, float] = {\n",
            *(f'    "{name}": {weight:.2f},\n' for name, weight in rows if abs(weight) >= SMALLEST),
            "}\n",
        )
    )


if __name__ == "__main__":
    main()
