"""A fetcher for what is asked of a real server on loopback."""

from collections.abc import Iterator

import pytest

from citydesk.gather import Fetcher
from tests.gather.fetching.conftest import Hours


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """A fetcher that may ask this machine, and waits in no time."""
    hours = Hours()
    with Fetcher(allowed_hosts=frozenset({"127.0.0.1"}), clock=hours.clock, sleep=hours.sleep) as opened:
        yield opened
