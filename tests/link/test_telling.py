"""The written form of tellings."""

import pytest
from hypothesis import given, settings

from citydesk.link import Telling
from tests.link.made import make_telling, tellings


@settings(max_examples=40)
@given(tellings())
def test_what_is_written_is_read_back_exactly(telling: Telling) -> None:
    """A telling survives the ledger."""
    assert Telling.from_json(telling.to_json()) == telling


def test_equal_tellings_are_written_alike() -> None:
    """The written form does not depend on the order in which sets were filled, and is short."""
    assert make_telling().to_json() == make_telling().to_json()
    assert len(make_telling().to_json()) < 1200


def test_another_format_is_refused() -> None:
    """A telling of another version of the format is named, not misread."""
    with pytest.raises(ValueError, match="format 999"):
        Telling.from_json("[999,1,2]")
