"""How well pages become reports, and how fast archives come in.

`python benchmarks/gather.py PAGES TRUTHS`: PAGES is a folder of pages (.html, .html.gz) named by their ids, TRUTHS has
a line `{"id": …, "text": …}` for each. Scores the texts as the public article-extraction benchmark does (words in runs
of four that overlap; precision and recall are means over pages, F1 is of the two means), with plain trafilatura beside
it in the same run, and prints how many pages give each field. The exit status is 1 where plain trafilatura is better.

`python benchmarks/gather.py --archive [--pages 10000]` makes an archive of pages of ten shapes (`made_pages`), takes it
in with `citydesk add`, started anew and with as many processes as there are cores, and measures plain trafilatura on
the same pages in as many processes. The exit status is 1 below 150 pages a second, or where shootings are missed.
"""

import argparse
import gzip
import json
import os
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import trafilatura

from citydesk.gather import Page, take_page
from citydesk.model import Report
from made_pages import MadePage, make_pages

LEAST_A_SECOND, LEAST_RECALL = 150, 0.99
FIELDS = "title published updated publisher byline url section language corrections".split()
_RUN = 4


class Score(NamedTuple):
    """Precision, recall and F1 of extracted texts."""

    precision: float
    recall: float
    f1: float


class Taken(NamedTuple):
    """Seconds that something took."""

    passed: float
    cpu: float
    """Of all processes together: what it would take on one core with nothing else to do."""


def main() -> None:
    """Measure what was asked for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", metavar="PAGES")
    parser.add_argument("truths", type=Path, nargs="?", metavar="TRUTHS")
    parser.add_argument("--archive", action="store_true", help="measure an archive instead")
    parser.add_argument("--pages", type=int, default=10_000, help="pages of the archive")
    given = parser.parse_args()
    if given.archive:
        raise SystemExit(0 if measure_archive(given.pages) else 1)
    if given.folder is None or given.truths is None:
        parser.error("give PAGES and TRUTHS, or --archive")
    raise SystemExit(0 if measure_pages(given.folder, given.truths) else 1)


def measure_pages(folder: Path, truths: Path) -> bool:
    """Score both on the same pages; gives whether ours is the better one."""
    truth = {one["id"]: one["text"] for one in map(json.loads, truths.read_text(encoding="utf-8").splitlines())}
    pages = {path.name.partition(".")[0]: _content(path) for path in sorted(folder.iterdir())}
    pages = {name: content for name, content in pages.items() if name in truth}
    ours: dict[str, str] = {}
    plain: dict[str, str] = {}
    reports: list[Report] = []
    for name, content in pages.items():
        found = take_page(Page(content, content_type="text/html"), where=name).reports
        ours[name] = "\n".join(one.text for one in found)
        reports += found[-1:]
        plain[name] = trafilatura.extract(content, include_comments=False) or ""
    scores = {"citydesk": score(truth, ours), f"trafilatura {version('trafilatura')}": score(truth, plain)}
    print(f"{len(pages)} pages{'':<20}{'precision':>10}{'recall':>8}{'F1':>8}")
    for name, one in scores.items():
        print(f"{name:<28}{one.precision:>10.3f}{one.recall:>8.3f}{one.f1:>8.3f}")
    print("\nfields, of so many pages:")
    for field in FIELDS:
        print(f"  {field:<12}{len([one for one in reports if getattr(one, field)]):>4}")
    first, second = scores.values()
    return first.f1 > second.f1


def _content(path: Path) -> bytes:
    given = path.read_bytes()
    return gzip.decompress(given) if path.suffix == ".gz" else given


def score(truth: dict[str, str], found: dict[str, str]) -> Score:
    """How well the texts found agree with the true ones.

    >>> score({"a": "one two three four five"}, {"a": "one two three four"})
    Score(precision=1.0, recall=0.5, f1=0.6666666666666666)
    """
    precisions, recalls = [], []
    for name, text in truth.items():
        gold, got = _runs(text), _runs(found.get(name, ""))
        both = sum((gold & got).values())
        if got:
            precisions.append(both / got.total())
        recalls.append(both / gold.total())
    precision, recall = statistics.fmean(precisions or [0.0]), statistics.fmean(recalls)
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))) if words else Counter()


def measure_archive(count: int) -> bool:
    """Take an archive in, with plain trafilatura beside it; gives whether it is fast enough and misses nothing."""
    with tempfile.TemporaryDirectory() as folder:
        archive, ledger = Path(folder) / "made.warc.gz", Path(folder) / "ledger.db"
        begun = time.perf_counter()
        violent = write_archive(archive, make_pages(count))
        size = archive.stat().st_size / 1e6
        print(f"{count:,} pages of ten shapes, {len(violent)} tell of a shooting, {size:,.0f} MB", end="")
        print(f" (made in {time.perf_counter() - begun:.0f} s)", flush=True)
        seconds = _add(archive, ledger)
        plain = _extract_plainly(count)
        read = set(_read_urls(ledger))
    recall = len(violent & read) / len(violent) if violent else 1.0
    cores = len(os.sched_getaffinity(0))
    print(f"{cores} cores{'':<28}{'seconds':>9}{'pages/s':>9}{'CPU seconds':>13}{'pages/s of CPU':>16}")
    for name, taken in (("citydesk add, WARC to ledger", seconds), ("trafilatura alone, no WARC", plain)):
        print(f"{name:<35}{taken.passed:>9.1f}{count / taken.passed:>9.0f}{taken.cpu:>13.1f}{count / taken.cpu:>16.0f}")
    print(f"of the reports of shootings, read {recall:.1%}; of others, read {len(read - violent)}")
    return count / seconds.passed >= LEAST_A_SECOND and recall >= LEAST_RECALL


def write_archive(path: Path, pages: Iterable[MadePage]) -> set[str]:
    """Write pages as a crawler does, each record packed by itself; gives the addresses of those of violence."""
    violent = set()
    with path.open("wb") as stream:
        for number, page in enumerate(pages):
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.content
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:036}>\r\n"
                f"WARC-Date: 2024-12-01T00:00:00Z\r\nWARC-Target-URI: {page.url}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            stream.write(gzip.compress(head.encode() + answer + b"\r\n\r\n", compresslevel=5))
            if page.violent:
                violent.add(page.url)
    return violent


def _cpu_seconds() -> float:
    """Of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _add(archive: Path, ledger: Path) -> Taken:
    """How long `citydesk add` takes for an archive, from its start to its end."""
    begun, cpu = time.perf_counter(), _cpu_seconds()
    command = [sys.executable, "-m", "citydesk", "--ledger", str(ledger), "add", str(archive)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"citydesk add ended with {done.returncode}:\n{done.stderr}")
    return Taken(time.perf_counter() - begun, _cpu_seconds() - cpu)


def _extract_plainly(count: int) -> Taken:
    """How long plain trafilatura takes for the same pages, in as many processes as there are cores."""
    spent, cpu = 0.0, _cpu_seconds()
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for batch in _batches(page.content for page in make_pages(count)):
            begun = time.perf_counter()  # making pages is not counted
            list(pool.map(_extract, batch, chunksize=20))
            spent += time.perf_counter() - begun
    return Taken(spent, _cpu_seconds() - cpu)


def _extract(content: bytes) -> int:
    return len(trafilatura.extract(content) or "")


def _batches(contents: Iterator[bytes]) -> Iterator[list[bytes]]:
    while batch := list(islice(contents, 1_000)):
        yield batch


def _read_urls(ledger: Path) -> set[str]:
    """The addresses of the reports that were read, not left out."""
    with closing(sqlite3.connect(ledger)) as rows:
        return {url for (url,) in rows.execute("SELECT url FROM reports WHERE left_out IS NULL")}


if __name__ == "__main__":
    main()
