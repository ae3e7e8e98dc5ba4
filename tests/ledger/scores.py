"""Pair scores put in place of those that features give, so that a test decides what belongs together."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from unittest.mock import patch

from citydesk.link import PairScore, Telling


@contextmanager
def scores_by_name() -> Iterator[None]:
    """Let tellings be one incident where they name the same participants, and only there."""

    def score(a: Telling, b: Telling) -> PairScore:
        return _scored(0.99 if {p.name for p in a.people} == {p.name for p in b.people} else 0.0)

    with patch("citydesk.ledger.pairing.score_pair", score):
        yield


@contextmanager
def made_scores(scores: Mapping[tuple[str, str], float], default: float = 0.0) -> Iterator[None]:
    """Let tellings of two reports be one incident with these probabilities, the lesser report id first."""

    def score(a: Telling, b: Telling) -> PairScore:
        first, second = sorted((str(a.id[0]), str(b.id[0])))
        return _scored(scores.get((first, second), default))

    with patch("citydesk.ledger.pairing.score_pair", score):
        yield


def _scored(probability: float) -> PairScore:
    return PairScore(probability, (), hard_no="made up" if probability == 0.0 else None)
