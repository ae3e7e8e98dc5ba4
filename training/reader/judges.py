"""Fit the judges: how the rules' findings and the encoder's opinions are weighed for each question about persons.

    python -m training.reader.judges --data ../shared/data --labels training/labels --halves HALF0 HALF1
        --weights src/citydesk/read/weights --scorer ../shared/bench/score_read.py
        --out src/citydesk/read/weights/judges.json

The judges are fitted on our own labels and the development gold. HALF0 and HALF1 are folders of two encoders, each
trained without that half of the labels (`train --held labels --folds 2 --fold 0`), so that a judge sees of each report
what an encoder makes of a new one; the encoder in --weights has seen no gold. Printed is, for each question, the share
of right answers on the gold of the rules alone and of the judges, cross-validated by report. --out has to be the
weights of the package itself, for the counts are judged after the persons.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from training.reader.judge_cases import Item, cases_of, keep_cases_of, report_cases_of, same_cases_of
from training.reader.labels import load_labels
from training.reader.train import fold_of

from citydesk.read.who.judging import ENDS, PARTS, SEXED, STATES

Json = dict[str, Any]
_STRENGTH = 0.3
"""Inverse of the regularisation."""
_GOLD = 2.0
"""How much a case of the gold counts against one of the labels."""
FOLDS = 5
_PERSONS = (("role", len(PARTS)), ("outcome", len(ENDS)), ("custody", len(STATES)), ("sex", len(SEXED)))


@dataclass
class Sample:
    """What is fitted on, and what is measured on."""

    labels: list[Item]
    gold: list[Item]

    def cases(self, find: Callable[[Item], list[Json]], judges: Json) -> tuple[list[Json], list[Json]]:
        """The cases of both, with the weights fitted so far."""
        text = json.dumps(judges)
        with ProcessPoolExecutor(2) as pool:
            found = [
                pool.map(find, [item._replace(judges=text) for item in items], chunksize=8)
                for items in (self.labels, self.gold)
            ]
            train, test = ([case for some in each for case in some] for each in found)
        return train, test


def main() -> None:
    """Fit all judges."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--halves", type=Path, nargs=2, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True, help="score_read.py, which says who is whom in the gold")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    sample = _sample(options)
    fitted: Json = {"same": [[0.0], [0.0]], "keep": [[0.0], [0.0]]}
    train, test = sample.cases(cases_of, fitted)
    for question, answers in _PERSONS:
        fitted[question] = _fit(_of(train, question), _of(test, question), question, answers)
    for question, find in (("same", same_cases_of), ("keep", keep_cases_of)):
        train, test = sample.cases(find, fitted)
        fitted[question] = _fit(train, test, question, 2)
    options.out.write_text(json.dumps(fitted) + "\n", encoding="utf-8")
    train, test = sample.cases(report_cases_of, fitted)
    for question in ("killed", "injured"):
        fitted[question] = _fit(_of(train, question), _of(test, question), question, 2)
    options.out.write_text(json.dumps(fitted) + "\n", encoding="utf-8")


def _sample(options: argparse.Namespace) -> Sample:
    reports = {line["id"]: line for line in _lines(options.data / "gva_dev_reports.jsonl")}
    scorer = str(options.scorer)
    labels = [
        Item(reports[g["id"]], g, str(options.halves[fold_of(g["id"], 2)]), scorer=scorer)
        for g in load_labels(options.labels, reports)
    ]
    gold = [
        Item(reports[g["id"]], g, str(options.weights), scorer=scorer) for g in _lines(options.data / "gold_dev.jsonl")
    ]
    return Sample(labels, gold)


def _of(cases: list[Json], question: str) -> list[Json]:
    return [case for case in cases if case["question"] == question]


def _fit(train: list[Json], test: list[Json], question: str, answers: int) -> list[list[float]]:
    """The weights of a question, with what they are worth on the gold printed: each fold judged by all but itself."""
    folds = np.array([fold_of(case["id"], FOLDS) for case in test])
    right = 0.0
    for fold in range(FOLDS):
        others = [case for case, of in zip(test, folds, strict=True) if of != fold]
        mine = [case for case, of in zip(test, folds, strict=True) if of == fold]
        guess = _model(train, others).predict(np.array([case["features"] for case in mine]))
        right += sum(case["label"] == said for case, said in zip(mine, guess, strict=True))
    known = [case["rules"] == case["label"] for case in test if "rules" in case]
    rules = f"{np.mean(known):.3f}" if known else "-"
    cases = len(train) + len(test)
    print(
        f"{question:8} {cases:6} cases; on {len(test)} of the gold right: rules {rules} judged {right / len(test):.3f}"
    )
    return _rows(_model(train, test), answers, len(test[0]["features"]))


def _model(labels: list[Json], gold: list[Json]) -> LogisticRegression:
    """Fitted on labels and gold, a case of the gold counting for more: its features are the shipped encoder's own."""
    cases = [*labels, *gold]
    x, y = (np.array([case[key] for case in cases]) for key in ("features", "label"))
    weights = np.array([1.0] * len(labels) + [_GOLD] * len(gold))
    return LogisticRegression(C=_STRENGTH, max_iter=3000).fit(x, y, weights)


def _rows(model: LogisticRegression, number: int, width: int) -> list[list[float]]:
    rows = np.zeros((number, width + 1))
    rows[:, -1] = -20.0  # an answer that was never seen
    coefficients = model.coef_ if len(model.classes_) > 2 else np.vstack([-model.coef_ / 2, model.coef_ / 2])
    constants = (
        model.intercept_ if len(model.classes_) > 2 else np.array([-model.intercept_[0], model.intercept_[0]]) / 2
    )
    for n, answer in enumerate(model.classes_):
        rows[answer, :-1], rows[answer, -1] = coefficients[n], constants[n]
    return [[round(float(v), 4) for v in row] for row in rows]


def _lines(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
