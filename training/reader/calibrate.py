"""Make the scales that turn a reader's own confidence into the chance that a fact is right, and say how well they hold.

    python -m training.reader.calibrate --reports R.jsonl --gold G.jsonl --readings READINGS.jsonl
        --scorer score_read.py --out src/citydesk/read/weights/confidence.json --table docs/reliability.md

READINGS.jsonl is what the reader makes of the reports before calibration, by weights that have not seen the gold's
reports. Facts are judged as `judged` says and scales fitted as `fitted` says. What is put out about them is measured on
held-back data: five folds by report, each judged by scales fitted on the other four. The generated part of the page
is written between its markers; the rest of the page is kept. Same input, same output.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from training.reader.fitted import (
    Point,
    calibration_error,
    find_floor,
    fit_scales,
    share_of,
    with_floors,
)
from training.reader.judged import Case, Wanted, cases_of, open_scorer, wanted_of
from training.reader.reliability import Measured, render_reliability, replace_generated

from citydesk.model import Reading
from citydesk.read.confidence.calibrate import calibrate
from citydesk.read.confidence.fact_kinds import NEEDED
from citydesk.read.confidence.scales import Scale, dump_scales

Json = dict[str, Any]
FOLDS = 5


class Given(NamedTuple):
    """What is fitted and measured on."""

    reports: list[Json]
    gold: list[Json]
    readings: dict[str, Reading]


def main() -> None:
    """Fit, measure, and write the scales and the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, nargs="+", required=True)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--readings", type=Path, nargs="+", required=True, help="not calibrated yet")
    parser.add_argument("--scorer", type=Path, required=True, help="score_read.py")
    parser.add_argument("--out", type=Path, required=True, help="where the scales go")
    parser.add_argument("--table", type=Path, required=True, help="the page between whose markers the tables go")
    options = parser.parse_args()
    given = _given(options.reports, options.gold, options.readings)
    score = open_scorer(options.scorer)
    cases = [case for gold in given.gold for case in cases_of(given.readings[gold["id"]], gold, score)]
    wanted = [one for gold in given.gold for one in wanted_of(gold)]
    by_fold = [fit_scales(case for case in cases if fold_of(case.report) != fold) for fold in range(FOLDS)]
    floors = _floors(cases, wanted, by_fold)
    measured = _measured(cases, wanted, by_fold, floors)
    options.out.write_text(dump_scales(with_floors(fit_scales(cases), cases, floors)), encoding="utf-8")
    made_by = sorted({f"`{r.reader.name}` {r.reader.version}" for r in given.readings.values()})
    generated = render_reliability(measured, ", ".join(made_by), len(given.gold))
    options.table.write_text(replace_generated(options.table.read_text("utf-8"), generated), encoding="utf-8")
    _print(measured, given, score, [with_floors(scales, cases, floors) for scales in by_fold])


def fold_of(report: str) -> int:
    """The fold that a report is of, by hash of its id."""
    return int(hashlib.sha256(report.encode()).hexdigest()[:8], 16) % FOLDS


def _given(reports: Sequence[Path], gold: Sequence[Path], readings: Sequence[Path]) -> Given:
    read = (Reading.from_json(json.dumps(line)) for path in readings for line in _lines(path))
    by_id = {str(reading.report.id): reading for reading in read}
    lines = sorted((line for path in gold for line in _lines(path)), key=lambda line: str(line["id"]))
    missing = [line["id"] for line in lines if line["id"] not in by_id]
    if missing:
        raise SystemExit(f"{len(missing)} reports of the gold have no reading, the first is {missing[0]}")
    return Given([line for path in reports for line in _lines(path)], lines, by_id)


def _lines(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _floors(cases: list[Case], wanted: list[Wanted], by_fold: list[dict[str, Scale]]) -> dict[str, float]:
    """The floor of each kind of fact that may be left out, from confidences on held-back data."""
    points: dict[str, list[tuple[int, Point]]] = defaultdict(list)
    for case in cases:
        fold = fold_of(case.report)
        points[case.kind].append((fold, Point(share_of(case, by_fold[fold]), case.right)))
    numbers: dict[str, list[tuple[int, Wanted]]] = defaultdict(list)
    for one in wanted:
        numbers[one.kind].append((fold_of(one.report), one))
    return {kind: find_floor(points[kind], numbers[kind]) for kind in sorted(points) if kind not in NEEDED}


def _measured(
    cases: list[Case], wanted: list[Wanted], by_fold: list[dict[str, Scale]], floors: dict[str, float]
) -> list[Measured]:
    """What is known of each kind of fact on held-back data, by name."""
    by_kind: dict[str, Measured] = {}
    for case in cases:
        one = by_kind.setdefault(case.kind, Measured(case.kind, [], [], floors.get(case.kind, 0.0), 0))
        one.raw.append(Point(case.raw, case.right))
        one.calibrated.append(Point(share_of(case, by_fold[fold_of(case.report)]), case.right))
    for one in wanted:
        if one.kind in by_kind:
            by_kind[one.kind] = replace(by_kind[one.kind], wanted=by_kind[one.kind].wanted + one.number)
    return [by_kind[kind] for kind in sorted(by_kind)]


def _print(measured: list[Measured], given: Given, score: ModuleType, by_fold: list[dict[str, Scale]]) -> None:
    raw = [point for one in measured for point in one.raw]
    kept = [point for one in measured for point in one.kept]
    print(f"{len(raw)} judged facts of {len(given.gold)} reports; {len(raw) - len(kept)} left out")
    print(f"expected calibration error {calibration_error(raw):.3f} before, {calibration_error(kept):.3f} after")
    changed = {key: calibrate(reading, by_fold[fold_of(key)]) for key, reading in given.readings.items()}
    for name, readings in (("before", given.readings), ("after", changed)):
        lines = [reading.model_dump(mode="json", by_alias=True) for reading in readings.values()]
        figures = score.score(given.reports, given.gold, lines)
        print(f"overall {name}: {figures['overall']:.4f}; grounded {figures['grounded']:.3f}")


if __name__ == "__main__":
    main()
