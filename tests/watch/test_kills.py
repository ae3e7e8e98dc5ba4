"""`watch` killed with kill -9 at twenty random moments loses nothing and doubles nothing."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from citydesk.ledger import PageState
from tests.gather.fetching.conftest import Hours
from tests.gather.fetching.server import Site
from tests.ledger.dumps import dump
from tests.watch.conftest import Desk
from tests.watch.paper import put_paper

MOMENTS = 20
SEED = 20260305
STATEMENTS = "CITYDESK_TEST_STATEMENTS"
_WATCHING = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from tests.gather.fetching.conftest import Hours
from tests.ledger.scores import scores_by_name
from tests.watch.conftest import Desk

left = int(os.environ["CITYDESK_TEST_STATEMENTS"])
taken = 0

def count(*_):
    global left, taken
    left, taken = left - 1, taken + 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

with scores_by_name():
    event.listen(Engine, "after_cursor_execute", count)
    Desk(Path(sys.argv[1]), Hours()).watch()
print(taken)
"""


def _watch_until(path: Path, statement: int) -> subprocess.CompletedProcess[str]:
    """Watch in a process of its own that is killed after a statement; 0 for none."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), STATEMENTS: str(statement)}
    return subprocess.run([sys.executable, "-c", _WATCHING, str(path)], env=environment, capture_output=True, text=True)


def _pages(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT address, state, report, source FROM pages ORDER BY address").fetchall()


def test_killed_at_twenty_random_moments_it_goes_on_where_it_was(site: Site, tmp_path: Path) -> None:
    """The ledger ends as if nothing had happened: every report once, every page with what became of it."""
    address = put_paper(site)
    whole = Desk(tmp_path / "whole.db", Hours())
    whole.follow(address)
    ran = _watch_until(whole.path, 0)
    assert ran.returncode == 0, ran.stderr
    statements = int(ran.stdout)
    assert statements > MOMENTS
    expected, pages = dump(whole.path), _pages(whole.path)
    for at in sorted(random.Random(SEED).sample(range(1, statements), MOMENTS)):  # noqa: S311 - no secret
        desk = Desk(tmp_path / f"{at}.db", Hours())
        desk.follow(address)
        killed = _watch_until(desk.path, at)
        assert killed.returncode == -signal.SIGKILL, f"statement {at}: {killed.stderr}"
        dump(desk.path)
        desk.watch(after=timedelta(minutes=1))  # the killed one had waited a while
        assert _comparable(dump(desk.path)) == _comparable(expected), f"statement {at}"
        assert _pages(desk.path) == pages, f"statement {at}"
        assert desk.pages(PageState.WAITING) == {}


def _comparable(found: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """All of a dump but the times at which reports came in, which waiting moves."""
    return {name: [(*row[:-2], row[-1]) for row in rows] if name == "reports" else rows for name, rows in found.items()}
