"""From pairs of tellings to weights: logistic regression in which no weight may say the opposite of its words.

In: pairs, whether they are one incident, and how much each counts. Out: the prior, and a weight for each level of each
feature and for each knot of a share.

That victims of the same age speak against their being the same is what a plain fit may learn from chance; a keeper
could not be shown it. So of levels that lie in an order (`ORDERED`), the most alike weighs at least nothing, and none
weighs less than one that is less alike; of others, those that say that two tellings agree weigh at least nothing
(`FOR`), those that say that they differ at most nothing (`AGAINST`); and more wording in common never weighs less. The
grouping is as good as with a plain fit.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
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
ORDERED = {
    "day": ("further apart", "about a week apart", "two or three days apart", "a day apart", "the same"),
    "told": (
        "before it", "years apart", "months apart", "weeks apart", "about a week apart", "two or three days apart",
        "a day apart", "the same",
    ),
    "clock": ("further apart", "hours apart", "within the hour", "the same"),
    "area": ("different states", "different counties", "different cities", "the same state", "the same county",
             "cities nearby", "the same city"),
    "spot": ("different streets", "a street in common", "the same street", "the same block"),
    "names": ("other victims", "other suspects", "other people", "a last name", "one name", "two names or more"),
    "victims_ages": ("different", "a year apart", "some the same", "the one", "the same"),
    "suspects_ages": ("different", "a year apart", "some the same", "the one", "the same"),
    "victims_sexes": ("different", "some the same", "the same"),
    "killed": ("several more", "one more", "the same"),
    "injured": ("several more", "one more", "the same"),
    "hit": ("several more", "one more", "the same"),
}  # fmt: skip
"""Levels of a feature from the most different to the most alike: each weighs what the next one does, or less."""
FOR = frozenset(
    {
        "the same",
        "both say so",
        "the same place",
        "the same neighborhood",
        "perhaps the same",
        "after it",
        "one person",
        "two people or more",
    }
)
AGAINST = frozenset(
    {
        "different",
        "only one says so",
        "they disagree",
        "different places",
        "different neighborhoods",
        "before it",
        "nobody",
    }
)


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
            levels[feature][level] = float(weight)
    return Fitted(
        round(float(prior), 3),
        {feature: _levels(feature, weights) for feature, weights in levels.items()},
        {feature: _knots(rises) for feature, rises in steps.items()},
    )


def _levels(feature: str, weights: dict[str, float]) -> dict[str, float]:
    """The weight of each level; of one in an order, what it takes from the next one."""
    order = ORDERED.get(feature, ())[::-1]
    free = {level: weight for level, weight in weights.items() if level not in order}
    summed = dict(zip(order, accumulate(weights.get(level, 0.0) for level in order), strict=True))
    return {level: round(weight, 3) + 0.0 for level, weight in {**summed, **free}.items()}  # no -0.0


def _columns(a: Telling, b: Telling) -> Iterator[tuple[str, float]]:
    """The columns of a pair: a level in words is 1; a share has its part of each rise from knot to knot.

    What cannot be compared has no column, so that it weighs nothing.
    """
    for compare in FEATURES:
        level, name = compare(a, b), compare.__name__
        if isinstance(level, str):
            order = ORDERED.get(name, ())
            steps = order[order.index(level) :] if level in order else (level,)
            yield from ((f"{name}\t{step}", 1.0) for step in steps)
        elif level is not None:
            yield f"{name}\t@{KNOTS[0]}", 1.0
            reached = ((high, (level - low) / (high - low)) for low, high in pairwise(KNOTS) if level > low)
            yield from ((f"{name}\t@{high}", min(1.0, part)) for high, part in reached)


def _bounds(column: str) -> tuple[float | None, float | None]:
    feature, level = column.split("\t")
    if level.startswith("@"):
        return (None, None) if float(level[1:]) == KNOTS[0] else (0.0, None)
    order = ORDERED.get(feature, ())
    if feature in FREE:
        return None, None
    if level in order:
        return (0.0, None) if level == order[-1] else (None, 0.0)
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
