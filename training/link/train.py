"""Make the weights by which tellings are linked: `rarity.json` and `weights.json` of citydesk.link.

    python training/link/train.py --incidents gva_incidents.jsonl --reports gva_reports.jsonl --readings readings.jsonl

`reports` and `readings` have the same reports (`citydesk read --format jsonl` makes the second from the first), and
`incidents` has for each incident the ids of its reports, as people grouped them. Two thirds of the incidents, by hash
of their ids, make the weights (logistic regression, one weight for each level of a feature, and for shares one for
each knot); the figures that are printed and kept in `weights.json` are of the other third. Needs scikit-learn. The same
input gives the same weights.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations, islice
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from citydesk.link import Pair, Telling, TellingId, cluster, keys_of, score_pair, tellings_of
from citydesk.link.features import FEATURES
from citydesk.link.rarity import forget_table
from citydesk.link.scores import NOT_SAID, load_weights
from citydesk.model import Reading, Report

PACKAGE = Path(__file__).parents[2] / "src/citydesk/link"
KNOTS = (0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0)
"""Shares at which a weight is learnt; closer together where most pairs lie."""
RARITY_FROM = 5
"""Reports of the training part that must have a word for it to have a rarity of its own."""
STRENGTH = 0.3
"""Inverse of the penalty on large weights (scikit-learn's C)."""
MOVED_PAIRS = 2
"""Pairs that each telling makes with others of its city, moved to the same days."""
MOVED_SHARE = 0.3
"""How much such a pair counts. 0.1 to 0.3 left the grouping as good (three folds: b3_f1 0.960 for 0.959), 1.0 did not;
the strength was chosen with it."""
MENTIONED = {"one": -2.0, "neither": -1.0}
"""Log odds for an incident that a report only mentions. Set by hand, since people's records say nothing of those: of
the pairs of a main and a mentioned incident that would else be joined, three in four were of reports whose main
incidents are one. At -1.0 such mentions still part reports of one incident; from -2.0 to -4.0 hardly any do."""


@dataclass(frozen=True)
class Example:
    """A report whose incident is known, and the telling of it."""

    incident: str
    telling: Telling
    words: frozenset[int]


def main() -> None:
    """Train, write the two files, and print the figures of the part that was kept aside."""
    options = _options()
    examples = list(_examples(options))
    learnt = [example for example in examples if not _kept_aside(example.incident)]
    aside = [example for example in examples if _kept_aside(example.incident)]
    _write(options.out / "rarity.json", _rarity([example.words for example in learnt]))
    forget_table()
    weights = _weights(learnt)
    _write(options.out / "weights.json", weights)
    load_weights.cache_clear()
    figures = {"kept aside": _figures(aside), "learnt from": _figures(learnt)}
    _write(options.out / "weights.json", {"figures": figures, **weights})
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("incidents", "reports", "readings"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=PACKAGE, help="folder to write to")
    return parser.parse_args()


def _kept_aside(incident: str) -> bool:
    return _hash(incident)[0] % 3 == 0


def _hash(id_: str) -> bytes:
    """What decides by chance, the same every time."""
    return sha256(id_.encode()).digest()


def _examples(options: argparse.Namespace) -> Iterator[Example]:
    incidents = map(json.loads, options.incidents.open(encoding="utf-8"))
    home = {report: incident["id"] for incident in incidents for report in incident["reports"]}
    reports = (Report(**json.loads(line)) for line in options.reports.open(encoding="utf-8"))
    readings = (Reading.from_json(line) for line in options.readings.open(encoding="utf-8"))
    for report, reading in zip(reports, readings, strict=True):
        if report.id != reading.report.id:
            raise SystemExit(f"{options.readings}: expected the reading of {report.id!r}, found {reading.report.id!r}")
        mains = [telling for telling in tellings_of(report, reading) if telling.main]
        if report.id in home and mains:
            yield Example(home[report.id], mains[0], mains[0].words | mains[0].title_words)


def _rarity(texts: Sequence[frozenset[int]]) -> dict[str, Any]:
    """How many reports have each word; one of too few is taken as rare as half that many."""
    having = Counter(word for words in texts for word in words)
    words: dict[int, list[str]] = defaultdict(list)
    for word, n in sorted(having.items()):
        if n >= RARITY_FROM:
            words[n].append(f"{word:08x}")
    return {
        "what": "How many reports have a word: CRC-32 of the words by that number; of any other word, `unknown`.",
        "reports": len(texts),
        "unknown": RARITY_FROM / 2,
        "words": {n: " ".join(hashes) for n, hashes in sorted(words.items())},
    }


def _candidates(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs that share a key, each once, in order."""
    by_key: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.id):
        for key in keys_of(telling):
            by_key[key].append(telling)
    pairs = {(a.id, b.id): (a, b) for having in by_key.values() for a, b in combinations(having, 2)}
    for ids in sorted(pairs):
        yield pairs[ids]


def _moved(examples: Sequence[Example], incident: dict[TellingId, str]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of two incidents of one city, the second as if it had happened with the first, or a day off.

    People record few of a city's shootings, so that two of one night are rare among the examples, as they are not where
    all news is read.
    """
    by_city: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in sorted((e.telling for e in examples), key=lambda telling: _hash(telling.id[0])):
        if telling.city and telling.state and telling.first_day and telling.published:
            by_city[telling.city, telling.state].append(telling)
    for _, tellings in sorted(by_city.items()):
        for n, a in enumerate(tellings):
            others = (b for b in (*tellings[n + 1 :], *tellings[:n]) if incident[a.id] != incident[b.id])
            yield from ((a, _beside(a, b)) for b in islice(others, MOVED_PAIRS))


def _beside(a: Telling, b: Telling) -> Telling:
    """Telling `b`, moved in time so that it begins with `a`, a day before or a day after."""
    days = (a.first_day or 0) - (b.first_day or 0) + (0, 0, 1, -1)[_hash(a.id[0] + b.id[0])[0] % 4]
    first, last, published = b.first_day or 0, b.last_day or 0, b.published or 0
    return replace(b, first_day=first + days, last_day=last + days, published=published + days)


def _weights(examples: Sequence[Example]) -> dict[str, Any]:
    """Weights by feature and level, from the candidate pairs of the examples."""
    incident = {example.telling.id: example.incident for example in examples}
    pairs = list(_candidates(example.telling for example in examples))
    moved = list(_moved(examples, incident))
    vectorizer = DictVectorizer(separator="=")
    seen = vectorizer.fit_transform([dict(_parts(a, b)) for a, b in (*pairs, *moved)])
    same = [incident[a.id] == incident[b.id] for a, b in pairs] + [False] * len(moved)
    share = [1.0] * len(pairs) + [MOVED_SHARE] * len(moved)
    model = LogisticRegression(C=STRENGTH, max_iter=5000, random_state=0).fit(seen, same, sample_weight=share)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    levels: dict[str, dict[str, float]] = defaultdict(dict)
    knots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for name, weight in sorted(weights.items()):
        feature, level = name.split("=")
        if level.startswith("@"):
            knots[feature].append((float(level[1:]), round(float(weight), 3)))
        else:
            levels[feature][level] = round(float(weight), 3)
    levels["background"] |= MENTIONED
    return {
        "what": "Log odds that two tellings are of one incident: prior + one weight a feature.",
        "made": {
            "reports": len(examples),
            "pairs": len(pairs),
            "of one incident": sum(same),
            "moved pairs": len(moved),
            "share of a moved pair": MOVED_SHARE,
            "strength": STRENGTH,
        },
        "prior": round(float(model.intercept_[0]), 3),
        "levels": dict(levels),
        "knots": {feature: sorted(line) for feature, line in knots.items()},
    }


def _parts(a: Telling, b: Telling) -> Iterator[tuple[str, float]]:
    """The columns of a pair: 1 for a level in words; a share lies between two knots, as near to each as it is."""
    for compare in FEATURES:
        level = compare(a, b)
        if level is None or isinstance(level, str):
            yield f"{compare.__name__}={level or NOT_SAID}", 1.0
            continue
        above = next(n for n, knot in enumerate(KNOTS) if knot >= min(level, 1.0))
        if KNOTS[above] == min(level, 1.0):
            yield f"{compare.__name__}=@{KNOTS[above]}", 1.0
            continue
        share = (level - KNOTS[above - 1]) / (KNOTS[above] - KNOTS[above - 1])
        yield f"{compare.__name__}=@{KNOTS[above]}", share
        yield f"{compare.__name__}=@{KNOTS[above - 1]}", 1.0 - share


def _figures(examples: Sequence[Example]) -> dict[str, float]:
    """How the grouping of the examples agrees with people's: over reports (B-cubed) and over pairs."""
    incident = {example.telling.id: example.incident for example in examples}
    pairs = list(_candidates(example.telling for example in examples))
    scores: dict[Pair, float] = {}
    for a, b in pairs:
        score = score_pair(a, b)
        if score.counts:
            scores[a.id, b.id] = score.probability
    groups = cluster(incident, scores)
    truth = Counter(incident.values())
    reachable = sum(incident[a.id] == incident[b.id] for a, b in pairs)
    return {"reports": len(examples), "candidates": len(pairs), **_agreement(groups, incident, truth, reachable)}


def _agreement(
    groups: Sequence[Sequence[TellingId]], incident: dict[TellingId, str], truth: Counter[str], reachable: int
) -> dict[str, float]:
    both = [(Counter(incident[telling] for telling in group), len(group)) for group in groups]
    precision = sum(n * n / size for counted, size in both for n in counted.values()) / len(incident)
    recall = sum(n * n / truth[name] for counted, _ in both for name, n in counted.items()) / len(incident)
    right = sum(n * (n - 1) // 2 for counted, _ in both for n in counted.values())
    joined = sum(size * (size - 1) // 2 for _, size in both)
    true = sum(n * (n - 1) // 2 for n in truth.values())
    figures = {
        "candidate_recall": reachable / true,
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": 2 * precision * recall / (precision + recall),
        "pair_precision": right / joined if joined else 0.0,
        "pair_recall": right / true,
        "pair_f1": 2 * right / (joined + true),
    }
    return {name: round(value, 4) for name, value in figures.items()}


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
