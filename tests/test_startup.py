"""What a command loads before it answers: start-up time is a promise, and what is not imported takes none.

benchmarks/startup.py measures the time itself, on an idle machine.
"""

import subprocess
import sys
from pathlib import Path

import pytest

STORY = "TULSA, Okla. (KZQX) -- A man was shot in the leg on Elm Street on Thursday night, police said."
LOADED = """
import sys
from citydesk.cli import main
sys.argv = ["citydesk", *sys.argv[1:]]
try:
    main() if sys.argv[1:] else None
except SystemExit as ended:
    assert not ended.code, ended.code
print("\\n", *sorted({name if name.startswith("citydesk.") else name.split(".")[0] for name in sys.modules}))
"""
NUMBERS = {"numpy", "tokenizers"}
ENCODING = {"onnxruntime", "torch"}
"""What a trained reader needs, and nothing else does."""
PAGES = {"charset_normalizer", "dateparser", "htmldate", "lxml", "trafilatura"}
KEEPING = {"alembic", "fastapi", "jinja2", "sqlalchemy", "starlette", "uvicorn"}
READING = {"citydesk.model", "ftfy", "names", "py3langid", "rapidfuzz", "us"}
"""pydantic comes with our types, and by itself with typer's help of a command."""
PROCESSES = {"concurrent", "multiprocessing"}


def _loaded(folder: Path, *arguments: str) -> set[str]:
    """The packages and our modules that are loaded when a command has answered; without one, when it is imported."""
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [(), ("--help",), ("--version",), ("read", "--help"), ("add", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """`citydesk --help` answers in under 0.3 s."""
    heavy = NUMBERS | ENCODING | PAGES | KEEPING | READING | PROCESSES
    assert _loaded(tmp_path, *arguments) & heavy == set()


def test_reading_one_text_loads_neither_the_database_nor_what_pages_need(tmp_path: Path) -> None:
    """A first reading takes under 2 s; an encoder is loaded for a reader that has one."""
    (tmp_path / "story.txt").write_text(STORY)
    loaded = _loaded(tmp_path, "read", "--reader", "rules", "story.txt")
    assert loaded & (ENCODING | PAGES | KEEPING | {"py3langid"}) == set()
    assert "citydesk.read.reader" in loaded


def test_gathering_a_text_loads_no_reader(tmp_path: Path) -> None:
    """Nor the database, nor what pages need."""
    (tmp_path / "story.txt").write_text(STORY)
    loaded = _loaded(tmp_path, "gather", "story.txt")
    assert loaded & (NUMBERS | ENCODING | PAGES | KEEPING | {"citydesk.read.reader", "py3langid"}) == set()
