"""docs/reliability.md and the shipped scales are of one making."""

import re
from pathlib import Path

from citydesk.read.confidence.fact_kinds import ALL
from citydesk.read.confidence.scales import open_scales

PAGE = (Path(__file__).parents[3] / "docs" / "reliability.md").read_text("utf-8")


def test_each_kind_with_a_scale_is_on_the_page() -> None:
    """Under its own name, or that of the kind that its finer name begins with."""
    told = set(re.findall(r"^\| `([\w.]+)` \|", PAGE, flags=re.MULTILINE))
    missing = [name for name in open_scales() if name != ALL and not {name, name.rpartition(".")[0]} & told]
    assert not missing


def test_each_floor_is_on_the_page() -> None:
    """With what is lost and won by it."""
    told = dict(re.findall(r"^\| `([\w.]+)` \| (0\.\d\d) \| \d+ \| \S* ?\| 0\.\d+ \|", PAGE, flags=re.MULTILINE))
    for name, scale in open_scales().items():
        if scale.floor > 0:
            assert told.get(name, told.get(name.rpartition(".")[0])) == f"{scale.floor:.2f}", name
