r"""Our further labels, kept without the news text: what was read of each report, its words as offsets.

    python -m training.reader.labels --data ../shared/data --out training/labels GOLD.jsonl …

takes gold files (the form of the gold guidelines) and writes OUT/labels.jsonl: every text as its half-open offsets
[start, end] in `title + "\n" + text` of the report, values as they are. `load_labels` gives the gold back, for whoever
has the reports.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]
_FILE = "labels.jsonl"
_INCIDENT_TEXTS = ("date_text", "time_text")
_PERSON_TEXTS = ("text", "condition", "wound")


def main() -> None:
    """Write labels from gold files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with gva_dev_reports.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where labels.jsonl goes")
    parser.add_argument("gold", type=Path, nargs="+", help="files of gold")
    options = parser.parse_args()
    reports = {line["id"]: line for line in _lines(options.data / "gva_dev_reports.jsonl")}
    gold = {line["id"]: line for path in options.gold for line in _lines(path)}
    with (options.out / _FILE).open("w", encoding="utf-8") as out:
        for key in sorted(gold):
            where = _where(reports[key])
            out.write(json.dumps(_each_text(gold[key], lambda words, w=where: _offsets(w, words))) + "\n")
    print(len(gold), "reports")


def load_labels(folder: Path, reports: dict[str, Json]) -> Iterator[Json]:
    """The labels as gold, of those reports that are given (by id, with `title` and `text`)."""
    for line in _lines(folder / _FILE):
        if line["id"] in reports:
            where = _where(reports[line["id"]])
            yield _each_text(line, lambda span, w=where: w[span[0] : span[1]])


def _lines(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _where(report: Json) -> str:
    return f"{report['title']}\n{report['text']}"


def _offsets(where: str, words: str) -> list[int]:
    at = where.find(words)
    if at < 0:
        raise ValueError(f"not in the report: {words[:60]!r}")
    return [at, at + len(words)]


def _each_text(gold: Json, change: Callable[[Any], Any]) -> Json:
    """A copy with every text that was copied from the report changed."""
    copy: Json = json.loads(json.dumps(gold))

    def change_in(node: Json, keys: tuple[str, ...]) -> None:
        for key in keys:
            if node.get(key) is not None:
                node[key] = change(node[key])

    for incident in copy["incidents"]:
        change_in(incident, _INCIDENT_TEXTS)
        change_in(incident.get("place") or {}, ("text",))
        change_in(incident.get("shots_fired") or {}, ("text",))
        for weapon in incident.get("weapons") or []:
            change_in(weapon, ("text",))
        for person in incident.get("people") or []:
            change_in(person, _PERSON_TEXTS)
    for said in (*copy["quotes"], *copy["attributions"]):
        change_in(said, ("text",))
    return copy


if __name__ == "__main__":
    main()
