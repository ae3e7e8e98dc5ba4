"""What every test shares: a required part that is missing fails the test in CI and skips it elsewhere."""

import os
from collections.abc import Callable

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def missing() -> Callable[[str], None]:
    """Ends the test for want of a part: skipped, or failed where CITYDESK_REQUIRE_ALL=1."""

    def end(reason: str) -> None:
        if os.environ.get("CITYDESK_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)

    return end
