"""A paper on loopback, a ledger, and a clock that only waiting moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from citydesk.gather import Fetcher, FetchLimits, Manners, SourceKind
from citydesk.ledger import Following, Ledger, NewSource, PageLine, PageState, SourceLine
from citydesk.watch import WatchOptions, WatchSummary, watch
from tests.gather.fetching.conftest import Hours
from tests.ledger.made import MadeReader
from tests.ledger.scores import scores_by_name


@pytest.fixture(autouse=True, scope="module")
def _scored_by_name() -> Iterator[None]:
    """Who has the same name is the same, as in the ledger's own tests."""
    with scores_by_name():
        yield


@dataclass
class Desk:
    """A ledger that follows sources, in hours that pass as the test says."""

    path: Path
    hours: Hours
    manners: Manners = Manners("desk@lantern.example")  # noqa: RUF009 - frozen
    limits: FetchLimits = FetchLimits()  # noqa: RUF009 - frozen

    @contextmanager
    def open(self) -> Iterator[tuple[Ledger, Following, Fetcher]]:
        """The ledger and what it is worked on with."""
        with Ledger.open(self.path) as ledger, ledger.following() as following:
            fetcher = Fetcher(
                self.manners,
                book=following,
                limits=self.limits,
                allowed_hosts=frozenset({"127.0.0.1"}),
                clock=self.hours.clock,
                sleep=self.hours.sleep,
            )
            with fetcher:
                yield ledger, following, fetcher

    def follow(self, address: str, kind: SourceKind = SourceKind.FEED, **more: object) -> bool:
        """Follow a source from now on."""
        with self.open() as (_, following, _fetcher):
            return following.add_source(NewSource(address, kind, **more), self.hours.now)  # type: ignore[arg-type]

    def watch(self, *, after: timedelta = timedelta()) -> WatchSummary:
        """Do what is due, some time later."""
        self.hours.now += after
        with self.open() as (ledger, following, fetcher):
            options = WatchOptions(once=True, reader=MadeReader(), clock=self.hours.clock, sleep=self.hours.sleep)
            return watch(ledger, following, fetcher, options)

    def pages(self, state: PageState) -> dict[str, PageLine]:
        """Pages of a state, by the end of their addresses."""
        with Ledger.open(self.path, read_only=True) as ledger:
            return {line.address.rpartition("/")[2]: line for line in ledger.pages(state)}

    def source(self) -> SourceLine:
        """The one source that is followed."""
        with Ledger.open(self.path, read_only=True) as ledger:
            (line,) = ledger.sources(clock=self.hours.clock)
        return line

    def reports(self) -> int:
        """How many reports were read."""
        with Ledger.open(self.path, read_only=True) as ledger:
            return ledger.size().reports


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk at noon."""
    return Desk(tmp_path / "x.db", Hours())
