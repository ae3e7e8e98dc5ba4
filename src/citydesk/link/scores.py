"""Whether two tellings are of one incident: a probability, and the features that it is the sum of."""

from dataclasses import dataclass
from typing import NamedTuple

from citydesk.link.telling import Telling

EDGE = 0.1
"""Pairs less probable than this count as never compared: a ledger need not keep them."""


class Feature(NamedTuple):
    """What one feature says of a pair, and how much that weighs."""

    name: str
    """Such as "day" or "people"; "prior" for where every pair starts."""
    value: str | float
    """A level in words ("same day"), or a share from 0 to 1."""
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


def score_pair(a: Telling, b: Telling) -> PairScore:
    """How probable it is that two tellings are of one incident, and why. The same for (a, b) and (b, a)."""
    raise NotImplementedError


def words_of(feature: str) -> str:
    """The sentence that explains a feature to the keeper."""
    raise NotImplementedError
