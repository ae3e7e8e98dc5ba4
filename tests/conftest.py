"""What every test shares: a required part that is missing fails the test in CI and skips it elsewhere."""

import importlib
import os
import signal
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from citydesk.read import open_reader
from tests.gather.fetching.server import Site, serving

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


@pytest.fixture
def site() -> Iterator[Site]:
    """A real server on loopback."""
    with serving() as started:
        yield started


OfferReader = Callable[..., None]
OTHER_READER = """
from citydesk.model import ReaderName, Reading, ReadReport

class make:
    name = ReaderName(name="other", version="3")

    def read(self, report):
        if "unreadable" in report.text:
            raise ValueError("no")
        return Reading(reader=self.name, report=ReadReport(id=report.id), kind=None)
"""
"""A reader's module: it finds nothing in any report."""


@pytest.fixture
def offer_reader(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[OfferReader]:
    """Installs a package that offers the `make` of this code as a reader, for this process and those it starts."""

    def install(code: str, *, name: str = "other", package: str = "other-reader") -> None:
        site = tmp_path_factory.mktemp("site")
        module = f"{package.replace('-', '_')}_{site.name}"
        (site / f"{module}.py").write_text(code)
        told = site / f"{package.replace('-', '_')}-1.0.dist-info"
        told.mkdir()
        (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        (told / "entry_points.txt").write_text(f"[citydesk.readers]\n{name} = {module}:make\n")
        monkeypatch.syspath_prepend(site)
        importlib.invalidate_caches()

    open_reader.cache_clear()
    yield install
    open_reader.cache_clear()


def pytest_configure() -> None:
    """Let Ctrl-C reach what tests start, also where the tests were started in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
