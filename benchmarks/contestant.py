"""One contestant of benchmarks/read.py, in a process of its own: `python contestant.py NAME REPORTS`.

Opens itself, says so, and then goes through the reports whenever it is told to, on one core with one native thread,
saying how many seconds of processor time that took and how much memory it has had at most, as JSON lines. NAME is a
reader's, or `spacy:` and the name of a spaCy pipeline, which is fed the same title and text.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from citydesk.model import Report, make_report_id
from citydesk.read import open_reader, read_with

SPACY = "spacy:"
BATCH = 16
"""Reports in a batch of spaCy's: it was fastest with it, of 1, 16 and its own 256 (18, 15 and 15 reports a second)."""
Run = Callable[[], object]


def main() -> None:
    """Open, and run when told to."""
    name, path = sys.argv[1:]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    reports = load_reports(Path(path))
    began = time.process_time()
    run = _spacy(name.removeprefix(SPACY), reports) if name.startswith(SPACY) else _reader(name, reports)
    _say(opened_seconds=time.process_time() - began)
    for _ in sys.stdin:
        began = time.process_time()
        run()
        _say(seconds=time.process_time() - began, peak_mib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def load_reports(path: Path) -> list[Report]:
    """The reports of a file of JSON lines."""
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Report.model_validate({"id": make_report_id(None, one["text"]), **_given(one)}) for one in told]


def _given(told: dict[str, Any]) -> dict[str, Any]:
    known = ("id", "url", "title", "text", "published", "publisher", "byline")
    return {name: told[name] for name in known if told.get(name) is not None}


def _reader(name: str, reports: Iterable[Report]) -> Run:
    """The whole reading of each report, checked, as `citydesk read` does it."""
    reader = open_reader(name)
    return lambda: [read_with(reader, report) for report in reports]


def _spacy(name: str, reports: Iterable[Report]) -> Run:
    """The whole pipeline over each report, in batches as spaCy likes them."""
    import spacy

    pipeline = spacy.load(name)
    texts = [f"{report.title}\n\n{report.text}" for report in reports]
    return lambda: sum(len(document) for document in pipeline.pipe(texts, batch_size=BATCH))


def _say(**told: float) -> None:
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
