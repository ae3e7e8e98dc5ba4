"""Whatever comes in, parsers answer: what `make fuzz` looks at for long, for a short while."""

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.model import InputError

sys.path.insert(0, str(Path(__file__).parents[2] / "fuzz"))
from targets import SEEDS, TARGETS  # a folder of scripts, no package


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.data())
def test_no_exception_escapes(name: str, data: st.DataObject) -> None:
    """Any bytes, and what a parser is made for with some of it changed."""
    written = bytearray(data.draw(st.sampled_from(SEEDS.get(name, SEEDS["page"]))))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(written)))
        written[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
    for content in (bytes(written), data.draw(st.binary(max_size=200))):
        with suppress(InputError):
            TARGETS[name](content)
