"""How well and how fast triage tells reports of violence from other news: `python benchmarks/triage.py DATA`.

DATA is a folder with reports of violence (gva_dev_reports.jsonl, gvdb_dev.jsonl) and, if it has it, general news
(pages_truth.jsonl). Unrelated news are also the reports in unrelated.jsonl beside this file, written for this purpose
about made-up people, and, where gensim is installed (`pip install citydesk[bench]`), the news texts that it carries for
its tests (Lee, Pincombe and Welsh 2005). Prints the share of each set that is kept or left out, and how many reports a
second one core looks at; --show names what goes wrong. The exit status is 1 where a promise is not kept.
"""

import argparse
import json
import statistics
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from citydesk.model import Report, ReportId
from citydesk.read import triage_report

HERE = Path(__file__).parent
OWN = HERE / "unrelated.jsonl"
VIOLENT = ("gva_dev_reports.jsonl", "gvdb_dev.jsonl")
PAGES = "pages_truth.jsonl"
NOT_UNRELATED = (
    *("e372e42c0a3df7b8", "2c46804d9db4a85e"),
    *("lee_background 71", "lee_background 158", "lee_background 212", "lee_background 213"),
    *("lee_background 220", "lee_background 225", "lee 8", "lee 31"),
)
"""What the general sets hold of violence, judged by hand: beginnings of ids of pages (a stabbing, an abduction), and
lines of gensim's files (seven shootings, stabbings and murders, and one that is both a murder and a war)."""
LEAST_RECALL, LEAST_LEFT_OUT, LEAST_A_SECOND = 0.99, 0.95, 2_000
"""What is promised: of the reports of violence kept, of the unrelated left out, reports a second on one core."""
ROUNDS = 5


class Set(NamedTuple):
    """Reports of one origin."""

    name: str
    violent: bool
    reports: list[Report]


def main() -> None:
    """Look at every set, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with the reports")
    parser.add_argument("--show", action="store_true", help="name the reports that go wrong")
    given = parser.parse_args()
    sets = [*violent_sets(given.data), *unrelated_sets(given.data)]
    print(f"{'reports of violence':<44}{'reports':>9}{'kept':>9}")
    recall = _print_sets([one for one in sets if one.violent], show=given.show)
    print(f"\n{'unrelated news':<44}{'reports':>9}{'left out':>9}")
    left_out = _print_sets([one for one in sets if not one.violent], show=given.show)
    rate = reports_a_second([report for one in sets for report in one.reports])
    print(f"\nreports a second on one core, of all of them {rate:,.0f} (median of {ROUNDS} rounds)")
    promised = ((recall, LEAST_RECALL), (left_out, LEAST_LEFT_OUT), (rate, LEAST_A_SECOND))
    raise SystemExit(0 if all(found >= least for found, least in promised) else 1)


def violent_sets(data: Path) -> Iterator[Set]:
    """The reports of violence in the folder."""
    for name in VIOLENT:
        yield Set(name, violent=True, reports=list(_reports_in(data / name)))


def unrelated_sets(data: Path) -> Iterator[Set]:
    """Our own, and what there is of others, without what is judged to tell of violence."""
    sets = [Set("written for this, benchmarks/unrelated.jsonl", violent=False, reports=list(_reports_in(OWN)))]
    if (data / PAGES).exists():
        sets.append(Set(f"general news, {PAGES}", violent=False, reports=list(_reports_in(data / PAGES))))
    gensim = find_spec("gensim")
    for folder in (gensim.submodule_search_locations or ()) if gensim is not None else ():
        lee = [report for name in ("lee_background", "lee") for report in _lines_of(Path(folder), name)]
        sets.append(Set("general news, gensim's Lee corpus", violent=False, reports=lee))
    for one in sets:
        yield one._replace(reports=[r for r in one.reports if not _is_violent(r.id)])


def _is_violent(id_: str) -> bool:
    return any(id_ == one or (" " not in one and id_.startswith(one)) for one in NOT_UNRELATED)


def _reports_in(path: Path) -> Iterator[Report]:
    with path.open(encoding="utf-8") as lines:
        for told in map(json.loads, lines):
            yield Report(id=ReportId(told["id"]), title=told.get("title") or "", text=told["text"])


def _lines_of(folder: Path, name: str) -> Iterator[Report]:
    with (folder / "test" / "test_data" / f"{name}.cor").open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            yield Report(id=ReportId(f"{name} {number}"), text=line)


def _print_sets(sets: Sequence[Set], *, show: bool) -> float:
    """One line a set, and one for all of them, whose share it gives."""
    right = total = 0
    for one in sets:
        wrong = [report for report in one.reports if triage_report(report).keep is not one.violent]
        right, total = right + len(one.reports) - len(wrong), total + len(one.reports)
        print(f"{one.name:<44}{len(one.reports):>9,}{1 - len(wrong) / max(1, len(one.reports)):>9.4f}")
        for report in wrong if show else ():
            print(f"    {report.id}: {report.title or report.text[:60]}")
    print(f"{'all':<44}{total:>9,}{right / max(1, total):>9.4f}")
    return right / max(1, total)


def reports_a_second(reports: Sequence[Report]) -> float:
    """How many reports one core looks at in a second of its time."""
    rates = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for report in reports:
            triage_report(report)
        rates.append(len(reports) / (time.process_time() - began))
    return statistics.median(rates)


if __name__ == "__main__":
    main()
