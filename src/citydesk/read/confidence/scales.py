"""Scales: what a reader's own confidence comes to, kind of fact by kind of fact, as they are shipped with the package.

Made by `training/reader/calibrate.py`, which see for how; what they were measured on stands in docs/reliability.md.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

DIGITS = 2
"""Decimals of a confidence as it is put out."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A rising line through points, level before the first and behind the last."""

    raw: tuple[float, ...]
    """What the reader itself said, rising strictly."""
    share: tuple[float, ...]
    """The share of right ones among facts of which it said so, never falling."""
    floor: float = 0.0
    """A fact under this share is better left out: what is right among such is outweighed by what is wrong."""

    def __post_init__(self) -> None:
        """Refuse points that are no rising line within 0 and 1."""
        rising = all(a < b for a, b in zip(self.raw, self.raw[1:], strict=False))
        level = all(a <= b for a, b in zip(self.share, self.share[1:], strict=False))
        if not self.raw or len(self.raw) != len(self.share) or not rising or not level:
            raise ValueError(f"a scale needs as many shares as raw values, both rising: {self.raw} {self.share}")
        if not 0 <= self.share[0] <= self.share[-1] <= 1 or not 0 <= self.floor <= 1:
            raise ValueError(f"shares and floors lie within 0 and 1: {self.share} {self.floor}")

    def of(self, raw: float) -> float:
        """The chance that a fact is right of which the reader said `raw`, rounded as it is put out."""
        after = bisect_right(self.raw, raw)
        if after == 0:
            return round(self.share[0], DIGITS)
        if after == len(self.raw):
            return round(self.share[-1], DIGITS)
        low, high = self.raw[after - 1], self.raw[after]
        part = (raw - low) / (high - low)
        return round(self.share[after - 1] * (1 - part) + self.share[after] * part, DIGITS)


Scales = Mapping[str, Scale]
"""Scales by the names of `fact_kinds`; `ALL` is always among them."""


@cache
def open_scales() -> Scales:
    """The scales of the built-in reader, loaded once, at first use."""
    return parse_scales(files("citydesk.read").joinpath("weights", "confidence.json").read_text(encoding="utf-8"))


def parse_scales(text: str) -> Scales:
    """Scales from the JSON that `training/reader/calibrate.py` writes."""
    return {
        name: Scale(tuple(row["raw"]), tuple(row["share"]), row.get("floor", 0.0))
        for name, row in json.loads(text).items()
    }


def dump_scales(scales: Scales) -> str:
    """Scales as JSON, one a line, in order of their names."""
    rows = []
    for name, scale in sorted(scales.items()):
        row = {"raw": scale.raw, "share": scale.share} | ({"floor": scale.floor} if scale.floor else {})
        rows.append(f"{json.dumps(name)}: {json.dumps(row)}")
    return "{\n" + ",\n".join(rows) + "\n}\n"
