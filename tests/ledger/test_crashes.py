"""A crash at any point leaves the ledger as it was, and the next run goes on."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from citydesk.ledger import DiskFull, Ledger
from citydesk.model import Report
from tests.ledger.crashing import add_until
from tests.ledger.dumps import Dump, dump
from tests.ledger.made import NOON, MadeReader, Shooting, make_report

REPORTS = [
    make_report("r1", Shooting(), words="A neighbor heard five shots and a car that sped away."),
    make_report("r2", Shooting(name="Ben Okafor", age=51, city="Tulsa", state="OK", outcome="killed")),
    make_report("r3", Shooting(outcome="killed"), words="She died on Sunday.", published="2021-03-07"),
    make_report("r4", Shooting(), earlier=(Shooting(name="Cy Dow", age=20, city="Minot"),)),
]


def _add(path: Path, reports: list[Report]) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(reports, workers=1, clock=lambda: NOON, reader=MadeReader())


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> list[Dump]:
    """What a ledger holds after none, one, two … of the reports."""
    folder = tmp_path_factory.mktemp("stages")
    stages = []
    for count in range(len(REPORTS) + 1):
        path = folder / f"stage{count}.db"
        _add(path, REPORTS[:count])
        stages.append(dump(path))
    return stages


def test_a_failure_at_any_statement_leaves_whole_reports(stages: list[Dump], tmp_path: Path) -> None:
    """For every statement that adding runs: what stands is what some number of whole reports gives."""
    at = crashes = 0
    while True:
        path = tmp_path / "x.db"
        finished = add_until(path, REPORTS, at)
        assert dump(path) in stages
        _add(path, REPORTS)
        assert dump(path) == stages[-1]
        path.unlink()
        if finished:
            break
        at, crashes = at + 11, crashes + 1
    assert crashes > 5


def _statements(path: Path) -> int:
    """How many statements adding all reports takes."""
    taken = 0

    def count(*_: object) -> None:
        nonlocal taken
        taken += 1

    with Ledger.open(path) as ledger:
        event.listen(ledger._engine, "after_cursor_execute", count)
        ledger.add(REPORTS, workers=1, clock=lambda: NOON, reader=MadeReader())
    return taken


_KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from citydesk.ledger import Ledger
from tests.ledger.made import NOON, MadeReader
from tests.ledger.scores import scores_by_name
from tests.ledger.test_crashes import REPORTS

left = int(sys.argv[2])

def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

with scores_by_name(), Ledger.open(Path(sys.argv[1])) as ledger:
    event.listen(ledger._engine, "after_cursor_execute", count)
    ledger.add(REPORTS, workers=1, clock=lambda: NOON, reader=MadeReader())
"""


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_process_leaves_whole_reports(seed: int, stages: list[Dump], tmp_path: Path) -> None:
    """With kill -9 at a random statement: the file is sound, and adding again gives what it would have been."""
    path = tmp_path / "x.db"
    statement = random.Random(seed).randrange(_statements(tmp_path / "counted.db"))  # noqa: S311 - no secret
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    command = [sys.executable, "-c", _KILLED, str(path), str(statement)]
    killed = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert killed.returncode == -9, f"statement {statement}: {killed.stderr}"
    assert dump(path) in stages, f"seed {seed}, statement {statement}"
    _add(path, REPORTS)
    assert dump(path) == stages[-1], f"seed {seed}, statement {statement}"


@pytest.mark.parametrize("spare_pages", [0, 1, 3, 8])
def test_a_full_disk_is_told_in_one_line_and_nothing_is_half_written(
    spare_pages: int, stages: list[Dump], tmp_path: Path
) -> None:
    """The reports before stay; once there is room again, adding goes on."""
    path = tmp_path / "x.db"
    _add(path, REPORTS[:1])
    bulky = REPORTS[1].model_copy(update={"text": REPORTS[1].text + " The street was closed." * 2_000})
    with Ledger.open(path) as ledger:
        event.listen(ledger._engine, "connect", _limit(path, spare_pages))
        ledger._engine.dispose()
        with pytest.raises(DiskFull, match="no room is left") as caught:
            ledger.add([bulky], workers=1, clock=lambda: NOON, reader=MadeReader())
        assert "\n" not in str(caught.value)
    assert dump(path) == stages[1]
    _add(path, REPORTS)
    assert dump(path) == stages[-1]


def _limit(path: Path, spare_pages: int) -> Callable[[sqlite3.Connection, object], None]:
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + spare_pages}")

    return limit


def test_a_full_disk_at_the_start_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new ledger that cannot be made is not half-made."""
    from citydesk.ledger.sqlite import SqliteDialect

    connect = SqliteDialect._connect

    def tiny(self: SqliteDialect) -> sqlite3.Connection:
        connection = connect(self)
        connection.execute("PRAGMA max_page_count = 5")
        return connection

    monkeypatch.setattr(SqliteDialect, "_connect", tiny)
    with pytest.raises(DiskFull, match="no room is left"):
        Ledger.open(tmp_path / "x.db")
    assert list(tmp_path.iterdir()) == []


_ADDING = """
import sys
from pathlib import Path
from citydesk.ledger import Ledger
from tests.ledger.made import NOON, MadeReader, Shooting, make_report

start = int(sys.argv[2])
reports = [make_report(f"r{n:02}", Shooting(age=20 + n)) for n in range(start, start + 20)]
with Ledger.open(Path(sys.argv[1])) as ledger:
    summary = ledger.add(reports, workers=1, clock=lambda: NOON, reader=MadeReader())
print(summary.added, summary.already, summary.problem_count)
"""


def test_two_processes_that_add_at_once_do_no_harm(tmp_path: Path) -> None:
    """Each waits its turn; reports that both bring are taken once."""
    path = tmp_path / "x.db"
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _ADDING, str(path), str(start)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for start in (0, 10)
    ]
    told = [process.communicate() for process in started]
    assert [err for _, err in told] == ["", ""]
    counts = [[int(number) for number in out.split()] for out, _ in told]
    assert sum(added for added, _, _ in counts) == 30
    assert sum(already for _, already, _ in counts) == 10
    assert len(dump(path)["reports"]) == 30
