"""Weights of fitted judgements."""

import numpy as np
import pytest

from citydesk.read.page.weights import Weights, open_weights


def test_shares_follow_features_and_constants() -> None:
    """An answer whose row weighs a feature wins where the feature is there, and its constant counts where not."""
    weights = Weights(np.array([[0.0, 1.0], [3.0, 0.0]], dtype=np.float32))
    assert weights.odds([1.0]) == 2
    assert weights.odds([0.0]) == -1
    assert float(weights.shares([1.0]).sum()) == pytest.approx(1)
    assert weights.shares([1.0])[1] == pytest.approx(1 / (1 + np.exp(-2)))


def test_the_shipped_weights_have_every_question_that_is_judged() -> None:
    """Each with as many rows as it has answers."""
    rows = {name: len(weights.rows) for name, weights in open_weights().items()}
    assert rows == {
        "role": 5, "outcome": 4, "custody": 7, "sex": 3, "same": 2, "keep": 2, "killed": 2, "injured": 2,
    }  # fmt: skip
