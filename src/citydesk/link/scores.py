"""Whether two tellings are of one incident: a probability, and the features that it is the sum of.

In: two tellings. Out: a score that reads as a sum: a prior, and one weight for each feature. The weights are plain
data (`weights.json`): for a feature in words, one a level; for a share, one a knot, with straight lines between.
"""

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import exp
from pathlib import Path
from typing import NamedTuple

from citydesk.link.features import FEATURES, Level, area, day, names
from citydesk.link.telling import Telling

EDGE = 0.1
"""Pairs less probable than this count as never compared: a ledger need not keep them."""
NOT_SAID = "not said"
"""The level of a feature that cannot be compared; it weighs nothing."""
_source: list[Traversable] = [files("citydesk.link").joinpath("weights.json")]
_SAME_NAMES = ("one name", "two names or more")


class Feature(NamedTuple):
    """What one feature says of a pair, and how much that weighs."""

    name: str
    """Such as "day" or "names"; "prior" for where every pair starts."""
    value: str | float
    """A level in words ("the same"), or a share from 0 to 1."""
    weight: float
    """What it adds to the log odds; below 0, it speaks for two incidents."""


@dataclass(frozen=True, slots=True)
class PairScore:
    """Whether two tellings are of one incident."""

    probability: float
    features: tuple[Feature, ...]
    """Their weights sum to the log odds of the probability; empty for a contradiction."""
    hard_no: str | None = None
    """Why they cannot be one, in words; the probability is then 0.0, which bars them from one group."""

    @property
    def counts(self) -> bool:
        """Whether grouping looks at this pair at all, so that the ledger must keep it."""
        return self.hard_no is not None or self.probability >= EDGE


@dataclass(frozen=True, slots=True)
class Weights:
    """What `weights.json` has."""

    prior: float
    levels: dict[str, dict[str, float]]
    """By feature and level."""
    knots: dict[str, tuple[tuple[float, float], ...]]
    """By feature, shares and their weights, in order."""


def score_pair(a: Telling, b: Telling) -> PairScore:
    """How probable it is that two tellings are of one incident, and why. The same for (a, b) and (b, a)."""
    if (why := _contradiction(a, b)) is not None:
        return PairScore(0.0, (), why)
    weights = load_weights()
    features = [Feature("prior", NOT_SAID, weights.prior)]
    for compare in FEATURES:
        level = compare(a, b)
        name = compare.__name__
        features.append(Feature(name, NOT_SAID if level is None else level, weigh(weights, name, level)))
    return PairScore(_probability(sum(feature.weight for feature in features)), tuple(features))


def sentence_for(feature: str) -> str:
    """The sentence that explains a feature to the keeper. Raises KeyError for one that does not exist."""
    return _sentences()[feature]


def weigh(weights: Weights, feature: str, level: Level) -> float:
    """What a feature's level adds to the log odds; nothing where it is not said, or training never met it."""
    if level is None:
        return 0.0
    if isinstance(level, str):
        return weights.levels.get(feature, {}).get(level, 0.0)
    return _between(weights.knots.get(feature, ((0.0, 0.0),)), level)


@cache
def load_weights() -> Weights:
    """The weights in the package, or those of the file that `use_weights` was last given."""
    written = json.loads(_source[-1].read_text("utf-8"))
    knots = {feature: tuple((share, weight) for share, weight in line) for feature, line in written["knots"].items()}
    return Weights(written["prior"], written["levels"], knots)


def use_weights(path: Path) -> None:
    """Read the weights from another file from now on: for training, which makes one, and for measuring what it made."""
    _source.append(path)
    load_weights.cache_clear()


def _between(knots: tuple[tuple[float, float], ...], share: float) -> float:
    """The weight of a share: on the straight line between its two knots, flat beyond the ends."""
    after = bisect_right(knots, share, key=lambda knot: knot[0])
    if after == 0 or after == len(knots):
        return knots[max(0, after - 1)][1]
    (left, low), (right, high) = knots[after - 1], knots[after]
    return low + (high - low) * (share - left) / (right - left)


def _probability(log_odds: float) -> float:
    """Never quite 0 or 1: 0.0 is kept for contradictions."""
    return 1.0 / (1.0 + exp(-max(-20.0, min(20.0, log_odds))))


def _contradiction(a: Telling, b: Telling) -> str | None:
    """Why two tellings cannot be one, whatever else they have in common."""
    if a.id[0] == b.id[0]:
        return "one report tells of them as two"
    if area(a, b) == "different states" and day(a, b) == "further apart" and names(a, b) not in _SAME_NAMES:
        return "they happened in different states on different days"
    return None


@cache
def _sentences() -> dict[str, str]:
    told = {compare.__name__: (compare.__doc__ or "").strip() for compare in FEATURES}
    return {"prior": "How seldom two reports that are compared tell of one incident.", **told}
