"""A rebuild that is killed at any point leaves the old state or the new one, and the next run ends what it began."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from citydesk.ledger import Ledger
from tests.ledger.dumps import dump
from tests.ledger.histories import LaterReader, live
from tests.ledger.made import NOON

_KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from citydesk.ledger import Ledger
from tests.ledger.dumps import dump
from tests.ledger.histories import LaterReader
from tests.ledger.made import NOON
from tests.ledger.scores import scores_by_name

folder, stride, begin = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
left, begun = -2, False

def count(connection, cursor=None, statement="", *_):
    global left, begun
    begun = begun or begin in statement
    left -= begun
    if left == -1:
        os.kill(os.getpid(), signal.SIGKILL)

for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
    event.listen(Engine, moment, count)

def rebuild(path):
    with scores_by_name(), Ledger.open(path) as ledger:
        ledger.rebuild(reader=LaterReader(), workers=1, clock=lambda: NOON)

def in_child(path, steps):
    global left
    child = os.fork()
    if not child:
        left = steps
        rebuild(path)
        os._exit(0)
    return os.waitpid(child, 0)[1]

shutil.copy(folder / "before.db", folder / "warm.db")
rebuild(folder / "warm.db")  # all that is loaded once is loaded now, and not in each child
left, begun = -2, False
before, after = dump(folder / "before.db"), dump(folder / "after.db")
steps = killed = new = 0
while True:
    path = folder / f"killed{steps}" / "x.db"
    path.parent.mkdir()
    shutil.copy(folder / "before.db", path)
    status = in_child(path, steps)
    found = dump(path)
    assert found in (before, after), f"killed at {steps}"
    new += found == after
    assert in_child(path, -2) == 0
    assert dump(path) == after, f"resumed after {steps}"
    assert not list(path.parent.glob("*.rebuild*")), list(path.parent.iterdir())
    shutil.rmtree(path.parent)
    if status == 0:
        break
    assert os.WTERMSIG(status) == signal.SIGKILL
    steps, killed = steps + stride, killed + 1
print(killed, new)
"""


@pytest.mark.parametrize(
    ("steps", "stride", "begin"),
    [(2, 11, ""), (2, 1, "defer_foreign_keys"), (10, 97, "")],
    ids=["from its beginning", "at every step of the takeover", "with a longer past"],
)
def test_a_rebuild_that_is_killed_leaves_a_whole_state(tmp_path: Path, steps: int, stride: int, begin: str) -> None:
    """With kill -9 before, after and between its statements: old or new, never half; then it goes on to its end."""
    with Ledger.open(tmp_path / "before.db") as ledger:
        live(ledger, steps)
    (tmp_path / "after.db").write_bytes((tmp_path / "before.db").read_bytes())
    with Ledger.open(tmp_path / "after.db") as ledger:
        ledger.rebuild(reader=LaterReader(), workers=1, clock=lambda: NOON)
    assert dump(tmp_path / "before.db") != dump(tmp_path / "after.db")
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    command = [sys.executable, "-c", _KILLED, str(tmp_path), str(stride), begin]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    killed, new = map(int, ran.stdout.split())
    assert killed > 10
    assert new < killed
