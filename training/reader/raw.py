"""Read reports without the scales of confidence, to fit those scales on.

python -m training.reader.raw REPORTS.jsonl > READINGS.jsonl
"""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from citydesk.model import Report
from citydesk.read.reader import TrainedReader


def main() -> None:
    """Read all reports of a file, in their order."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    with ProcessPoolExecutor(2) as pool:
        for reading in pool.map(_read, lines, chunksize=8):
            print(reading)


def _read(line: str) -> str:
    given = json.loads(line)
    kept = {key: given.get(key) for key in ("id", "url", "published", "text")}
    return TrainedReader().read_raw(Report(title=given.get("title") or "", **kept)).model_dump_json(by_alias=True)


if __name__ == "__main__":
    main()
