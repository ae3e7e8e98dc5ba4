"""The fitted weights of the judges, as they are shipped with the package."""

import json
from functools import cache
from importlib.resources import files

import numpy as np

from citydesk.read.who.judging import Judges, Weights


@cache
def open_judges() -> Judges:
    """The weights of every question about persons, loaded once, at first use."""
    text = files("citydesk.read").joinpath("weights", "judges.json").read_text(encoding="utf-8")
    return parse_judges(text)


def parse_judges(text: str) -> Judges:
    """Judges from the JSON that `training/reader/judges.py` writes."""
    rows = {name: Weights(np.array(value, dtype=np.float32)) for name, value in json.loads(text).items()}
    return Judges(**rows)
