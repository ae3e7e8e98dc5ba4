"""`citydesk doctor`: what is installed, where the ledger is, and what is wrong with either."""

import os
import platform
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from urllib.parse import quote

from rich.table import Table
from rich.text import Text

from citydesk.model import CitydeskError
from citydesk.read import DEFAULT_READER, find_readers
from citydesk.terminal.showing import console, counted, put, set_page, shown
from citydesk.version import __version__

_LEAST_DISK_MB = 200
_OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class _Finding:
    """One thing looked at."""

    what: str
    found: str
    advice: str | None = None
    """What to do, where something is wrong."""


def print_examination(ledger: str) -> int:
    """Print what was found; returns 1 if anything is wrong, else 0."""
    findings = [*_machine(), *_packages(), *_readers(), *_ledger(ledger)]
    table = Table.grid(padding=(0, 2, 0, 0))
    for finding in findings:
        mark = Text("ok", style="green") if finding.advice is None else Text("wrong", style="bold red")
        table.add_row(mark, Text(finding.what, style="dim"), Text(finding.found))
        if finding.advice is not None:
            table.add_row("", "", Text(f"→ {finding.advice}", style="bold"))
    put(set_page(console(), table))
    return int(any(finding.advice is not None for finding in findings))


def _machine() -> Iterator[_Finding]:
    yield _Finding("citydesk", __version__)
    old = sys.version_info < _OLDEST_PYTHON
    yield _Finding("Python", platform.python_version(), "install Python 3.11 or newer" if old else None)
    with sqlite3.connect(":memory:") as probe:
        names = {row[0] for row in probe.execute("PRAGMA compile_options")}
    advice = (
        None if "ENABLE_FTS5" in names else "this Python's SQLite has no full-text search (FTS5): use another build"
    )
    yield _Finding("SQLite", sqlite3.sqlite_version, advice)


def _packages() -> Iterator[_Finding]:
    """The packages that Citydesk needs, by its own metadata; only missing ones are listed one by one."""
    needed = [line.split(";")[0] for line in requires("citydesk") or () if "extra ==" not in line]
    names = sorted(_name(line) for line in needed)
    missing = []
    for name in names:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    yield _Finding("packages", f"{len(names) - len(missing)} of {len(names)} installed")
    for name in missing:
        yield _Finding("package", name, f"pip install {name}")


def _name(requirement: str) -> str:
    return re.split(r"[\[=><~! ]", requirement, maxsplit=1)[0]


def _readers() -> Iterator[_Finding]:
    """The readers that are installed, the default one marked; none of them is opened, since some take long to."""
    names: set[str] = set()
    for reader in find_readers():
        default = ", the default" if reader.name == DEFAULT_READER else ""
        taken = f"another reader is called {reader.name!r}: uninstall one" if reader.name in names else None
        names.add(reader.name)
        yield _Finding("reader", shown(f"{reader.name} (of {reader.maker}{default})"), taken)


def _ledger(place: str) -> Iterator[_Finding]:
    """Where the ledger is, what it holds, whether its file is sound, and how much room there is for more."""
    from citydesk.ledger import Ledger

    path = Path(place.removeprefix("sqlite:///")).absolute()
    if not path.exists() and ("://" not in place or place.startswith("sqlite:///")):
        yield _Finding("ledger", f"{path}: not there yet", _why_not_made(path))
        yield from _disk(path)
        return
    try:
        with Ledger.open(place, create=False, read_only=True) as ledger:
            size = ledger.size()
    except CitydeskError as error:
        yield _Finding("ledger", str(path) if "://" not in place else place, str(error))
        return
    told = ((size.reports, "report"), (size.incidents, "incident"), (size.claims, "claim"))
    held = f"{', '.join(counted(*one) for one in told)}, {size.left_out:,} left out"
    yield _Finding("ledger", str(path), _damage(path))
    yield _Finding("it holds", held)
    yield from _disk(path)


def _why_not_made(path: Path) -> str | None:
    """Why `citydesk add` could not make a ledger there; None where it could."""
    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {str(folder)!r}: make it, or name another ledger with --ledger"
    return None if os.access(folder, os.W_OK) else f"the folder {str(folder)!r} may not be written: name another ledger"


def _damage(path: Path) -> str | None:
    """What SQLite's own check of the file finds wrong; None for a sound one."""
    with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as connection:
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.DatabaseError as error:
            found = str(error)
    return None if found == "ok" else f"the file is damaged ({shown(found, 80)}): restore it from a copy"


def _disk(path: Path) -> Iterator[_Finding]:
    folder = path.parent
    if folder.is_dir():
        free_mb = shutil.disk_usage(folder).free // 1_000_000
        yield _Finding("disk", f"{free_mb:,} MB free", "make room" if free_mb < _LEAST_DISK_MB else None)
