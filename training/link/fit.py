"""From pairs of tellings to weights: logistic regression in which no weight may say the opposite of its words.

In: pairs, whether they are one incident, and how much each counts. Out: the prior, and a weight for each level of each
feature and for each knot of a share.

That people of the same age speak against their being the same is what a plain fit may learn from chance; a keeper could
not be shown it. So levels that say that two tellings agree weigh at least nothing (`FOR`), levels that say that they
differ at most nothing (`AGAINST`), and more wording in common never weighs less. It costs 0.001 of b3_f1.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer

from citydesk.link import Telling
from citydesk.link.features import FEATURES

Floats = NDArray[np.float64]

KNOTS = (0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0)
"""Shares at which a weight is learnt; closer together where most pairs lie."""
STRENGTH = 1.0
"""How large weights may grow: the inverse of the penalty on their squares. 0.3 to 3.0 do as well (three folds)."""
FREE = frozenset({"outlet", "published", "background"})
"""Features of which a level may speak either way: an outlet seldom prints a story twice."""
FOR = frozenset(
    {
        "the same", "the one", "perhaps the same", "both say so", "one person", "two people or more", "a last name",
        "one name", "two names or more", "the same city", "the same county", "a street in common", "the same street",
        "the same block", "the same place", "the same neighborhood",
    }
)  # fmt: skip
AGAINST = frozenset(
    {
        "different", "further apart", "years apart", "several more", "only one says so", "they disagree", "nobody",
        "before it", "other people", "other victims", "other suspects", "different states", "different counties",
        "different cities", "different streets", "different places", "different neighborhoods",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Fitted:
    """What was learnt."""

    prior: float
    levels: dict[str, dict[str, float]]
    knots: dict[str, list[tuple[float, float]]]


def fit(pairs: Sequence[tuple[Telling, Telling]], same: Sequence[bool], shares: Sequence[float]) -> Fitted:
    """The weights under which the pairs are most probably what they are."""
    vectorizer = DictVectorizer(separator="\t")
    seen = vectorizer.fit_transform([dict(_columns(a, b)) for a, b in pairs])
    names = [str(name) for name in vectorizer.get_feature_names_out()]
    prior, *weights = _solved(seen, np.asarray(same, dtype=float), np.asarray(shares), [_bounds(n) for n in names])
    levels: dict[str, dict[str, float]] = defaultdict(dict)
    steps: dict[str, dict[float, float]] = defaultdict(dict)
    for name, weight in zip(names, weights, strict=True):
        feature, level = name.split("\t")
        if level.startswith("@"):
            steps[feature][float(level[1:])] = float(weight)
        else:
            levels[feature][level] = round(float(weight), 3) + 0.0  # no -0.0
    return Fitted(round(float(prior), 3), dict(levels), {feature: _knots(rises) for feature, rises in steps.items()})


def _columns(a: Telling, b: Telling) -> Iterator[tuple[str, float]]:
    """The columns of a pair: a level in words is 1; a share has its part of each rise from knot to knot.

    What cannot be compared has no column, so that it weighs nothing.
    """
    for compare in FEATURES:
        level, name = compare(a, b), compare.__name__
        if isinstance(level, str):
            yield f"{name}\t{level}", 1.0
        elif level is not None:
            yield f"{name}\t@{KNOTS[0]}", 1.0
            reached = ((high, (level - low) / (high - low)) for low, high in pairwise(KNOTS) if level > low)
            yield from ((f"{name}\t@{high}", min(1.0, part)) for high, part in reached)


def _bounds(column: str) -> tuple[float | None, float | None]:
    feature, level = column.split("\t")
    if level.startswith("@"):
        return (None, None) if float(level[1:]) == KNOTS[0] else (0.0, None)
    if feature in FREE:
        return None, None
    return 0.0 if level in FOR else None, 0.0 if level in AGAINST else None


def _knots(rises: dict[float, float]) -> list[tuple[float, float]]:
    """The weight at each knot: all rises up to it."""
    total, line = 0.0, []
    for knot in KNOTS:
        total += rises.get(knot, 0.0)
        line.append((knot, round(total, 3) + 0.0))
    return line


def _solved(seen: Any, same: Floats, shares: Floats, bounds: list[tuple[float | None, float | None]]) -> Floats:
    """Prior and weights with the least loss: log loss of the pairs, and the penalty on all but the prior."""
    columns = seen.T.tocsr()

    def loss(guess: Floats) -> tuple[float, Floats]:
        log_odds = seen @ guess[1:] + guess[0]
        wrong = shares * (expit(log_odds) - same)
        penalty = guess[1:] / STRENGTH
        total = float((shares * (np.logaddexp(0.0, log_odds) - same * log_odds)).sum() + guess[1:] @ penalty / 2)
        return total, np.concatenate([[wrong.sum()], columns @ wrong + penalty])

    found: Floats = minimize(
        loss,
        np.zeros(seen.shape[1] + 1),
        jac=True,
        bounds=[(None, None), *bounds],
        method="L-BFGS-B",
        options={"maxiter": 5000},
    ).x
    return found
