"""The one connection that writes, held open while reports are added, and what it remembers.

Only tellings and decisions are remembered, which never change, so that another process that adds at the same time does
no harm; a rebuild makes tellings anew, and all is forgotten.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, bindparam, func, select

from citydesk.ledger.dialect import Dialect
from citydesk.ledger.holding import Holder, Holdings
from citydesk.ledger.tables import rebuilds, tellings
from citydesk.link import Telling

MAX_TELLINGS = 4_000
"""Kept in memory, some 20 KiB each."""
MAX_SOUGHT = 10_000
"""In one statement; SQLite takes some 32,000."""
_LOAD = select(tellings.c.number, tellings.c.telling).where(tellings.c.number.in_(bindparam("sought", expanding=True)))


_EPOCH = select(func.max(rebuilds.c.number))


class Writer:
    """A connection that writes to a ledger, one transaction at a time."""

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self.connection = engine.connect().execution_options(citydesk_write=True)
        self._glancing = engine.connect()
        self.dialect = dialect
        self._tellings: dict[int, Telling] = {}
        self._holder = Holder()
        self._epoch: int | None = None

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All that is written inside stands together or not at all. No other process writes meanwhile."""
        try:
            with self.connection.begin():
                self._look_for_rebuild()
                yield self.connection
        except BaseException:
            self._forget()  # some of what is remembered may be of the rows that are gone now
            raise

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """A look at the ledger as it is now, for which nobody waits."""
        with self._glancing.begin():
            yield self._glancing

    def holdings(self) -> Holdings:
        """What people's decisions say of the ledger's tellings, inside a transaction."""
        return self._holder.holdings(self.connection)

    def _look_for_rebuild(self) -> None:
        """After a rebuild by another process, tellings have other numbers."""
        epoch = self.connection.execute(_EPOCH).scalar() or 0
        if epoch != self._epoch:
            self._forget()
            self._epoch = epoch

    def _forget(self) -> None:
        self._tellings.clear()
        self._holder.forget()

    def remember(self, number: int, telling: Telling) -> None:
        """Keep a telling in memory; the one longest unused makes room."""
        self._tellings.pop(number, None)
        self._tellings[number] = telling
        if len(self._tellings) > MAX_TELLINGS:
            del self._tellings[next(iter(self._tellings))]

    def tellings(self, numbers: Collection[int]) -> dict[int, Telling]:
        """The tellings of these numbers, in the order of the numbers."""
        missing = [number for number in numbers if number not in self._tellings]
        found = {number: self._tellings[number] for number in numbers if number in self._tellings}
        for start in range(0, len(missing), MAX_SOUGHT):
            for row in self.connection.execute(_LOAD, {"sought": missing[start : start + MAX_SOUGHT]}):
                found[row.number] = Telling.from_json(row.telling)
        for number, telling in found.items():
            self.remember(number, telling)
        return dict(sorted(found.items()))

    def close(self) -> None:
        """Give the connections back."""
        self._glancing.close()
        self.connection.close()
