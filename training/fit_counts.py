"""Fit the weights of `citydesk.read.what.counts`: how much each basis says for a number of killed or wounded.

    python training/fit_counts.py --data ../shared/data

In: the gold reports of folders (`X.reports.jsonl` with `X.jsonl` or `X.gold.jsonl` beside it). Out, on standard output:
the two tables of `count_weights`, and how many of each half of the gold (by the first digit of the report's id) come
out right by weights fitted on the other. A ridge on the softmax of each report's numbers, by plain gradient steps: no
randomness, the same weights every time.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from citydesk.model import Report, published_day
from citydesk.read.page.document import open_document
from citydesk.read.page.setting import Setting
from citydesk.read.said.agencies import find_agencies
from citydesk.read.said.said import find_quoted
from citydesk.read.scenes.scenes import find_scenes
from citydesk.read.what.candidates import Account, Candidate, find_injured, find_killed, open_account
from citydesk.read.what.counts import bases_of, choose
from citydesk.read.when.when import find_times
from citydesk.read.where.dateline import find_dateline
from citydesk.read.where.where import find_places, zone_of
from citydesk.read.who.who import find_people, people_of

RIDGE = 2.0
RATE = 0.002
STEPS = 2_000


class Labelled(NamedTuple):
    """One report: its main scene's account, and the gold's numbers."""

    id: str
    account: Account
    killed: int | None
    injured: int | None


class Example(NamedTuple):
    """One report's numbers with their bases, and the right one."""

    id: str
    bases: list[tuple[int, str]]
    right: int


def main() -> None:
    """Fit, and print the tables and the accuracies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, action="append", help="folder with gold reports")
    labelled = [report for folder in parser.parse_args().data for report in load_labelled(folder)]
    dead = [Example(r.id, bases_of(find_killed(r.account)), r.killed) for r in labelled if r.killed is not None]
    killed = print_fit("KILLED", dead)
    hurt = [
        Example(
            r.id,
            bases_of(find_injured(r.account, Candidate(choose(find_killed(r.account), killed).number, "chosen"))),
            r.injured,
        )
        for r in labelled
        if r.injured is not None
    ]
    print_fit("INJURED", hurt)


def load_labelled(folder: Path) -> Iterator[Labelled]:
    """The gold reports of a folder."""
    for path in sorted(folder.glob("*.reports.jsonl")):
        golden = [p for p in (path.with_name(path.name.replace(".reports", x)) for x in ("", ".gold")) if p.exists()]
        gold = {g["id"]: g for g in map(json.loads, golden[0].open(encoding="utf-8"))} if golden else {}
        for line in path.open(encoding="utf-8"):
            given: dict[str, Any] = json.loads(line)
            main_one = next((i for i in gold.get(given["id"], {"incidents": ()})["incidents"] if i["main"]), None)
            account = open_main(Report(**given)) if main_one is not None else None
            if account is not None and main_one is not None:
                yield Labelled(given["id"], account, main_one.get("killed"), main_one.get("injured"))


def open_main(report: Report) -> Account | None:
    """The account of a report's first scene; None for a report without words."""
    document = open_document(report)
    dateline = find_dateline(document)
    today = published_day(report.published, zone_of(dateline))
    places = find_places(document, dateline)
    agencies, quoted = find_agencies(document, places), find_quoted(document)
    setting = Setting(document, today, dateline, find_times(document, today), places, agencies, quoted)
    scenes = find_scenes(setting)
    return open_account(setting, scenes[0], people_of(setting, scenes[0], find_people(setting))) if scenes else None


def print_fit(name: str, examples: Sequence[Example]) -> dict[str, float]:
    """Fit on all; print the table, and how well each half does by the other's weights."""
    weights = fit_weights(examples)
    rows = "".join(f'    "{basis}": {weight:.1f},\n' for basis, weight in sorted(weights.items()))
    sys.stdout.write(f"{name}: dict[str, float] = {{\n{rows}}}\n")
    halves = [[e for e in examples if (e.id[0] in "01234567") is first] for first in (True, False)]
    for half, other in (halves, halves[::-1]):
        fitted = fit_weights(other)
        sys.stdout.write(f"# right: {sum(likeliest(e, fitted) == e.right for e in half)} of {len(half)}\n")
    return weights


def likeliest(example: Example, weights: dict[str, float]) -> int:
    """The number whose bases weigh most."""
    scores: dict[int, float] = defaultdict(float)
    for number, basis in example.bases:
        scores[number] += weights.get(basis, 0.0)
    return min(scores, key=lambda number: (-scores[number], number))


def fit_weights(examples: Sequence[Example]) -> dict[str, float]:
    """The weights that make the gold likeliest, less the ridge; reports without the right number teach nothing."""
    names = sorted({basis for example in examples for _, basis in example.bases})
    column = {name: n for n, name in enumerate(names)}
    rows, right, group = [], [], []
    for n, example in enumerate(examples):
        numbers = sorted({number for number, _ in example.bases})
        for number in numbers if example.right in numbers else ():
            row = np.zeros(len(names))
            for other, basis in example.bases:
                row[column[basis]] += other == number
            rows.append(row)
            right.append(float(number == example.right))
            group.append(n)
    matrix, gold, groups = np.array(rows), np.array(right), np.array(group)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        raised = np.exp(matrix @ weights)
        share = raised / np.bincount(groups, raised)[groups]
        weights += RATE * (matrix.T @ (gold - share) - RIDGE * weights)
    return dict(zip(names, weights.tolist(), strict=True))


if __name__ == "__main__":
    main()
