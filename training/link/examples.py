"""The examples that linking learns from: reports whose incident people recorded, and pairs of them.

In: the incidents, reports and readings of one set, as files. Out: examples, and pairs of their tellings, in an order
that is the same every time.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations, islice
from pathlib import Path

from citydesk.link import Telling, TellingId, keys_of, tellings_of
from citydesk.model import Reading, Report

MOVED_PAIRS = 2
"""Pairs that each telling makes with others of its city, moved to the same days."""
_MOVES = (0, 0, 0, 1, -1, 2, -3, 6)
"""Days between the two, one of which is taken by chance."""


@dataclass(frozen=True)
class Example:
    """A report whose incident is known, and the telling of it."""

    incident: str
    telling: Telling


def load_examples(incidents: Path, reports: Path, readings: Path) -> Iterator[Example]:
    """Every report that stands in an incident, with its first main telling. Ends the program where files do not fit."""
    records = map(json.loads, incidents.open(encoding="utf-8"))
    home = {report: incident["id"] for incident in records for report in incident["reports"]}
    given = (Report(**json.loads(line)) for line in reports.open(encoding="utf-8"))
    read = (Reading.from_json(line) for line in readings.open(encoding="utf-8"))
    for report, reading in zip(given, read, strict=True):
        if report.id != reading.report.id:
            raise SystemExit(f"{readings}: expected the reading of {report.id!r}, found that of {reading.report.id!r}")
        mains = [telling for telling in tellings_of(report, reading) if telling.main]
        if report.id in home and mains:
            yield Example(home[report.id], mains[0])


def chance(id_: str) -> int:
    """What decides by chance, the same every time: 0 to 255."""
    return sha256(id_.encode()).digest()[0]


def candidate_pairs(tellings: Iterable[Telling]) -> list[tuple[Telling, Telling]]:
    """Pairs that share a key, each once."""
    by_key: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.id):
        for key in keys_of(telling):
            by_key[key].append(telling)
    pairs = {(a.id, b.id): (a, b) for having in by_key.values() for a, b in combinations(having, 2)}
    return [pairs[ids] for ids in sorted(pairs)]


def moved_pairs(examples: Sequence[Example]) -> list[tuple[Telling, Telling]]:
    """Pairs of two incidents of one city, the second as if it had happened with the first, or a few days off.

    People record few of a city's shootings, so that two of one night are rare among the examples, as they are not where
    all news is read.
    """
    incident = {example.telling.id: example.incident for example in examples}
    by_city: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in sorted((e.telling for e in examples), key=lambda telling: sha256(telling.id[0].encode()).digest()):
        if telling.city and telling.state and telling.first_day and telling.published:
            by_city[telling.city, telling.state].append(telling)
    return [pair for _, tellings in sorted(by_city.items()) for pair in _moved(tellings, incident)]


def _moved(tellings: Sequence[Telling], incident: dict[TellingId, str]) -> Iterator[tuple[Telling, Telling]]:
    for n, a in enumerate(tellings):
        others = (b for b in (*tellings[n + 1 :], *tellings[:n]) if incident[a.id] != incident[b.id])
        yield from ((a, _beside(a, b)) for b in islice(others, MOVED_PAIRS))


def _beside(a: Telling, b: Telling) -> Telling:
    """Telling `b`, moved in time so that it begins with `a`, or a few days before or after."""
    first, last, published = b.first_day or 0, b.last_day or 0, b.published or 0
    days = (a.first_day or 0) - first + _MOVES[chance(a.id[0] + b.id[0]) % len(_MOVES)]
    return replace(b, first_day=first + days, last_day=last + days, published=published + days)
