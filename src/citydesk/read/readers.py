"""Which readers there are, and opening one by its name.

In: a name. Out: a reader, or a ReaderError in one line. Citydesk's own readers stand in a table here; those of others
are entry points of installed packages, in the group `citydesk.readers`. A reader is imported when it is opened, and not
before: what is not asked for costs nothing and cannot break anything.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the types take longer to load than the help takes to show
    from citydesk.model import Attribution, Quote, ReaderName, Reading, Report

GROUP = "citydesk.readers"
"""The group of entry points; see docs/readers.md."""
DEFAULT_READER = "citydesk"
"""The reader that reads where none is named."""
OWN = {"citydesk": "citydesk.read.reader:TrainedReader", "rules": "citydesk.read.reader:RulesReader"}
"""Our own, as pyproject.toml has them too: found without a search through what is installed, or where nothing is."""
_MAKER = "citydesk"
_LONGEST_FAILURE = 200
"""Characters of somebody else's error that a line repeats."""


class Reader(Protocol):
    """What makes readings. Has a name and a version, and the same answer for the same report."""

    @property
    def name(self) -> ReaderName:
        """Its name and version, which each of its readings bears."""

    def read(self, report: Report) -> Reading:
        """The reading of one report."""


@dataclass(frozen=True, slots=True)
class InstalledReader:
    """A reader that can be asked for."""

    name: str
    target: str
    """What makes it when called without arguments, as "module:attribute"."""
    maker: str
    """The package that it comes with."""


def find_readers() -> tuple[InstalledReader, ...]:
    """Every reader that is installed: our own, then those of others by name and package; none of them is imported."""
    own = [InstalledReader(name, target, _MAKER) for name, target in sorted(OWN.items())]
    return (*own, *_readers_of_others())


def find_reader(name: str) -> InstalledReader:
    """The reader of this name, which is not imported. Raises ReaderError if there is none, or more than one."""
    if name in OWN:
        return InstalledReader(name, OWN[name], _MAKER)
    from citydesk.model import ReaderError

    others = _readers_of_others()
    found = [reader for reader in others if reader.name == name]
    if not found:
        installed = ", ".join([*sorted(OWN), *sorted({reader.name for reader in others})])
        raise ReaderError(f"no reader is called {name!r}: installed are {installed}")
    if len(found) > 1:
        makers = " and ".join(reader.maker for reader in found)
        raise ReaderError(f"more than one reader is called {name!r}, of {makers}: uninstall all but one")
    return found[0]


@cache
def open_reader(name: str = DEFAULT_READER) -> Reader:
    """The reader of this name, opened once in a process. Raises ReaderError if it is not there or cannot be opened."""
    from citydesk.model import ReaderError, ReaderName

    installed = find_reader(name)
    module, _, attribute = installed.target.partition(":")
    try:
        made: Reader = getattr(importlib.import_module(module), attribute)()
        called = made.name.name if isinstance(made.name, ReaderName) and callable(made.read) else None
    except Exception as error:  # the edge: what another package does when it is imported is beyond us
        told = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_FAILURE]
        raise ReaderError(f"reader {name!r} cannot be opened ({told}): {_advice(installed)}") from error
    if called is None:
        raise ReaderError(f"reader {name!r} is none, since it lacks a ReaderName or a read(): {_advice(installed)}")
    if called != name:
        raise ReaderError(f"reader {name!r} calls itself {called!r} in its readings: {_advice(installed)}")
    return made


def read_with(reader: Reader, report: Report) -> Reading:
    """The reading of one report by any reader, checked: it is a reading, of this report, and its words are there.

    Raises ReaderError for what is not, and whatever the reader raises.
    """
    from citydesk.model import ReaderError, Reading

    reading = reader.read(report)
    if not isinstance(reading, Reading):
        raise ReaderError(f"the reader gave a {type(reading).__name__} in place of a Reading")
    if reading.reader != reader.name:
        raise ReaderError(f"the reader {reader.name.name!r} gave a reading by {reading.reader.name!r}")
    if reading.report.id != report.id:
        raise ReaderError(f"the reader gave a reading of another report, {reading.report.id!r}")
    unfounded = _unfounded(reading, report)
    if unfounded is not None:
        raise ReaderError(f"the reader gave words that do not stand in the report where it says, for {unfounded}")
    return reading


def _unfounded(reading: Reading, report: Report) -> str | None:
    """The first fact, quotation or attribution whose words are not at their place; None where all are."""
    from citydesk.model import FieldName, evidence_holds, facts_of

    for path, fact in facts_of(reading):
        if not evidence_holds(fact, report.title, report.text):
            return path
    said: list[tuple[str, Quote | Attribution]] = [
        *((f"quotes.{number}", quote) for number, quote in enumerate(reading.quotes)),
        *((f"attributions.{number}", one) for number, one in enumerate(reading.attributions)),
    ]
    for path, words in said:
        field = report.title if words.field == FieldName.TITLE else report.text
        if field[words.start : words.end] != words.text:
            return path
    return None


def _readers_of_others() -> list[InstalledReader]:
    from importlib.metadata import entry_points  # it takes longer to load than one of our own readers to find

    found = {
        InstalledReader(point.name, point.value, point.dist.name if point.dist is not None else "a package")
        for point in entry_points(group=GROUP)
    }
    others = [reader for reader in found if reader.maker != _MAKER]
    return sorted(others, key=lambda reader: (reader.name, reader.maker, reader.target))


def _advice(installed: InstalledReader) -> str:
    return "install citydesk again" if installed.maker == _MAKER else f"mend or uninstall {installed.maker}"
