"""How well and how fast reports are linked to incidents: `python benchmarks/link.py DATA READINGS`.

DATA is a folder with gva_dev_incidents.jsonl and gva_dev_reports.jsonl, and READINGS what `citydesk read --format
jsonl` made of the reports. Our pair model and groups stand beside Splink's (`pip install citydesk[bench,train]`), which
scores pairs by Fellegi and Sunter's model: both have the same fields of the same tellings and the same keys to find
pairs by, both learn from one half of the incidents and are measured on the other, then the other way round, in one run.
Seconds
are of one core's time, from tellings to groups, learning left out; the median of three rounds by turns. The exit status
is 1 where Splink has the higher pair F1 or takes less time.
"""

import argparse
import logging
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from citydesk.link import Pair, Telling, TellingId, cluster, keys_of, score_pair

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "training" / "link")]
ROUNDS = 3
Example = Any
"""A report whose incident is known: `training/link/examples.py` has it."""
Groups = Sequence[Sequence[TellingId]]
Truth = Mapping[TellingId, str]
"""By telling, the incident that people put its report in."""


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with the incidents and the reports")
    parser.add_argument("readings", type=Path, help="the readings of these reports, JSON lines")
    given = parser.parse_args()
    raise SystemExit(compare(given.data, given.readings))


def compare(data: Path, readings: Path) -> int:
    """Both halves by both; gives the exit status."""
    from train import FIRST, SECOND, load_examples, split

    logging.disable(logging.WARNING)  # Splink tells of each level that no pair of the known half has
    halves = split(load_examples(data / "gva_dev_incidents.jsonl", data / "gva_dev_reports.jsonl", readings))
    with tempfile.TemporaryDirectory() as folder:
        told = [
            _other_half(halves[half], halves[other], f"{other} half, learnt from the {half}", Path(folder))
            for half, other in ((FIRST, SECOND), (SECOND, FIRST))
        ]
    return int(not all(told))


def _other_half(learnt: Sequence[Example], aside: Sequence[Example], name: str, folder: Path) -> bool:
    """Both contestants, learnt from the one half, on the other; gives whether ours did better in no more time."""
    from train import learn

    from splinking import Splinking

    sought = tuple(example.telling for example in aside)
    truth = {example.telling.id: example.incident for example in aside}
    learn(learnt, folder)
    theirs = Splinking({example.telling: example.incident for example in learnt})
    print(f"\nthe {name}: {len(sought):,} reports", flush=True)
    f1, seconds = _print_all({"citydesk": lambda: link(sought), "Splink": lambda: theirs.link(sought)}, truth)
    print(_line("Splink's pairs, our groups", agreement(cluster(truth, theirs.scores(sought)), truth)), flush=True)
    return f1["citydesk"] > f1["Splink"] and seconds["citydesk"] <= seconds["Splink"]


def link(tellings: Iterable[Telling]) -> Groups:
    """From tellings to groups, as the ledger does it."""
    by_key: dict[str, list[Telling]] = {}
    for telling in tellings:
        for key in keys_of(telling):
            by_key.setdefault(key, []).append(telling)
    pairs = {(a.id, b.id): (a, b) for found in by_key.values() for a, b in combinations(found, 2)}
    scored = ((min(a.id, b.id), max(a.id, b.id), score_pair(a, b)) for a, b in pairs.values())
    scores: dict[Pair, float] = {(a, b): score.probability for a, b, score in scored if score.counts}
    return cluster((telling.id for telling in tellings), scores)


def _print_all(
    contestants: Mapping[str, Callable[[], Groups]], truth: Truth
) -> tuple[dict[str, float], dict[str, float]]:
    """Rounds by turns; gives the pair F1 and the seconds of each."""
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    f1: dict[str, float] = {}
    groups: dict[str, Groups] = {}
    for _ in range(ROUNDS):
        for name, run in contestants.items():
            began = time.process_time()
            groups[name] = run()
            taken[name].append(time.process_time() - began)
    seconds = {name: statistics.median(rounds) for name, rounds in taken.items()}
    for name, found in groups.items():
        figures = agreement(found, truth)
        f1[name] = figures["pair_f1"]
        print(_line(name, figures) + f"  {seconds[name]:6.2f} s")
    return f1, seconds


def agreement(groups: Groups, truth: Truth) -> dict[str, float]:
    """How the groups agree with people's: see `training/link/train.py`."""
    from train import agreement as agree

    figures: dict[str, Any] = agree(groups, dict(truth))
    return figures


def _line(name: str, figures: Mapping[str, float]) -> str:
    told = ("b3_f1", "pair_precision", "pair_recall", "pair_f1")
    return f"  {name:<28}" + "  ".join(f"{one} {figures[one]:.4f}" for one in told)


if __name__ == "__main__":
    main()
