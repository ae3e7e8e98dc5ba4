"""Weights of a fitted judgement: plain numbers, and what they make of features.

A row of weights for each answer, the last number of a row for the constant; made by `training/reader/judges.py`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
_FILE = "judges.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Of one question: [answers, features + 1]."""

    rows: Array

    def shares(self, features: Sequence[float]) -> Array:
        """Shares of the answers; they add up to 1."""
        scores = self.rows @ np.array([*features, 1.0], dtype=np.float32)
        raised = np.exp(scores - scores.max())
        shares: Array = raised / raised.sum()
        return shares

    def odds(self, features: Sequence[float]) -> float:
        """Of a question with two answers: the log odds of the second."""
        no, yes = self.rows @ np.array([*features, 1.0], dtype=np.float32)
        return float(yes - no)


@cache
def open_weights() -> dict[str, Weights]:
    """The weights of every question that is judged, as shipped with the package: loaded once, at first use."""
    text = files("citydesk.read").joinpath("weights", _FILE).read_text(encoding="utf-8")
    return {name: Weights(np.array(rows, dtype=np.float32)) for name, rows in json.loads(text).items()}
