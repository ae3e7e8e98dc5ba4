"""Make the weights by which tellings are linked: `rarity.json` and `weights.json` of citydesk.link.

    python training/link/train.py --incidents gva_incidents.jsonl --reports gva_reports.jsonl --readings readings.jsonl

`reports` and `readings` have the same reports in the same order (`citydesk read --format jsonl` makes the second from
the first), and `incidents` has for each incident its id and the ids of its reports, as people grouped them. The
incidents fall into two halves by hash of their ids. The figures that are printed, and kept in `weights.json`, are those
of each half when the weights were learnt from the other one; the weights that are kept are learnt from both, or from
one with `--learn`. Needs scikit-learn. Nothing is drawn at random: the same input gives the same weights.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from examples import Example, candidate_pairs, chance, load_examples, moved_pairs
from fit import STRENGTH, fit

from citydesk.link import Pair, TellingId, cluster, score_pair
from citydesk.link.rarity import use_rarity
from citydesk.link.scores import use_weights

FIRST, SECOND = "first", "second"
PACKAGE = Path(__file__).parents[2] / "src/citydesk/link"
RARITY_FROM = 5
"""Reports of the training part that must have a word for it to have a rarity of its own."""
MOVED_SHARE = 1.0
"""How much a pair moved together counts. With 0.3, the pair F1 of the halves is higher by 0.002 to 0.004, and two men
of one age who are shot in one night in two streets of one city would be one."""
BY_HAND = {
    "background": {"one": -2.0, "neither": -1.0},
    "names": {"other victims": -4.0},
    "ordinal": {"the same": 0.5, "different": -3.0},
}
"""Log odds where people's records teach nothing. They say nothing of incidents that a report only mentions: of the
pairs of a main and a mentioned incident that would else be joined, three in four were of reports whose main incidents
are one; at -1.0 such mentions still part reports of one incident, from -2.0 to -4.0 hardly any do. "The second today"
is too rare in them, but says plainly that it is not the first. And two victims with two names, who are seldom of one
city and night in them, are two where all news is read, unless much else holds them together, as after a correction."""


def main() -> None:
    """Train on each half, write the figures of the other, and keep the weights of what was asked for."""
    options = _options()
    halves = split(load_examples(options.incidents, options.reports, options.readings))
    figures = {}
    for half, other in ((FIRST, SECOND), (SECOND, FIRST)):
        learn(halves[half], options.out)
        figures[f"the {other} half, learnt from the {half}"] = _figures(halves[other])
    chosen = halves[FIRST] + halves[SECOND] if options.learn == "both" else halves[options.learn]
    _write(options.out / "weights.json", {"figures": figures, **learn(chosen, options.out)})
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")


def split(examples: Iterable[Example]) -> dict[str, list[Example]]:
    """The examples of the first and of the second half of the incidents."""
    halves: dict[str, list[Example]] = {FIRST: [], SECOND: []}
    for example in examples:
        halves[SECOND if chance(example.incident) % 2 else FIRST].append(example)
    return halves


def learn(examples: Sequence[Example], out: Path) -> dict[str, Any]:
    """Learn rarities and weights from examples, write both to the folder `out`, and let linking use them from now on.

    Gives what `weights.json` has then.
    """
    _write(out / "rarity.json", _rarity(examples))
    use_rarity(out / "rarity.json")
    weights = _weights(examples)
    _write(out / "weights.json", weights)
    use_weights(out / "weights.json")
    return weights


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("incidents", "reports", "readings"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--learn", choices=[FIRST, SECOND, "both"], default="both", help="from which half of them")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="folder to write to")
    return parser.parse_args()


def _rarity(examples: Sequence[Example]) -> dict[str, Any]:
    """How many reports have each word; one of too few is taken as rare as half that many."""
    having = Counter(word for e in examples for word in e.telling.words | e.telling.title_words | e.telling.names)
    words: dict[int, list[str]] = defaultdict(list)
    for word, n in sorted(having.items()):
        if n >= RARITY_FROM:
            words[n].append(f"{word:08x}")
    return {
        "what": "How many reports have a word: CRC-32 of the words by that number; of any other word, `unknown`.",
        "reports": len(examples),
        "unknown": RARITY_FROM / 2,
        "words": {n: " ".join(hashes) for n, hashes in sorted(words.items())},
    }


def _weights(examples: Sequence[Example]) -> dict[str, Any]:
    """Weights by feature and level, from candidate pairs and pairs moved together."""
    incident = {example.telling.id: example.incident for example in examples}
    pairs = candidate_pairs(example.telling for example in examples)
    moved = moved_pairs(examples)
    same = [incident[a.id] == incident[b.id] for a, b in pairs]
    fitted = fit([*pairs, *moved], [*same, *[False] * len(moved)], [*[1.0] * len(pairs), *[MOVED_SHARE] * len(moved)])
    levels = {
        feature: {**fitted.levels.get(feature, {}), **BY_HAND.get(feature, {})} for feature in _features(fitted.levels)
    }
    return {
        "what": "Log odds that two tellings are of one incident: prior + one weight a feature.",
        "made": {
            "reports": len(examples),
            "pairs": len(pairs),
            "of one incident": sum(same),
            "moved pairs": len(moved),
            "share of a moved pair": MOVED_SHARE,
            "strength": STRENGTH,
            "by hand": sorted(BY_HAND),
        },
        "prior": fitted.prior,
        "levels": levels,
        "knots": fitted.knots,
    }


def _features(levels: dict[str, dict[str, float]]) -> list[str]:
    return sorted({*levels, *BY_HAND})


def _figures(examples: Sequence[Example]) -> dict[str, float]:
    """How the grouping of the examples agrees with people's: over reports (B-cubed) and over pairs."""
    incident = {example.telling.id: example.incident for example in examples}
    pairs = candidate_pairs(example.telling for example in examples)
    scored = ((a.id, b.id, score_pair(a, b)) for a, b in pairs)
    scores: dict[Pair, float] = {(a, b): score.probability for a, b, score in scored if score.counts}
    reachable = sum(incident[a.id] == incident[b.id] for a, b in pairs)
    return {
        "reports": len(examples),
        "candidates": len(pairs),
        "candidate_recall": round(reachable / _pairs_in(Counter(incident.values())), 4),
        **agreement(cluster(incident, scores), incident),
    }


def agreement(groups: Sequence[Sequence[TellingId]], incident: dict[TellingId, str]) -> dict[str, float]:
    """How groups agree with the incidents that people put the same reports in: B-cubed over reports, and over pairs."""
    truth = Counter(incident.values())
    both = [(Counter(incident[telling] for telling in group), len(group)) for group in groups]
    precision = sum(n * n / size for counted, size in both for n in counted.values()) / len(incident)
    recall = sum(n * n / truth[name] for counted, _ in both for name, n in counted.items()) / len(incident)
    right = sum(_pairs_in(counted) for counted, _ in both)
    joined = sum(size * (size - 1) // 2 for _, size in both)
    true = _pairs_in(truth)
    figures = {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": 2 * precision * recall / (precision + recall),
        "pair_precision": right / joined if joined else 0.0,
        "pair_recall": right / true,
        "pair_f1": 2 * right / (joined + true),
    }
    return {name: round(value, 4) for name, value in figures.items()}


def _pairs_in(counted: Counter[str]) -> int:
    return sum(n * (n - 1) // 2 for n in counted.values())


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
