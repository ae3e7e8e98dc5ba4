"""How long the command line takes to answer: `python benchmarks/startup.py`. Run it on an idle machine.

Prints the median of eleven runs, in milliseconds, of commands that do next to nothing.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11
STORY = (
    "date 2021-03-05\nTULSA, Okla. (KZQX) -- A man was shot in the leg on Elm Street on Thursday night, police said.\n"
)


def main() -> None:
    """Measure each command and print its median."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.txt"
        story.write_text(STORY, encoding="utf-8")
        for arguments in (["--version"], ["--help"], ["gather", str(story)], ["read", str(story)]):
            shown = " ".join(arguments).replace(str(story), story.name)
            print(f"citydesk {shown:<18} {statistics.median(_seconds(arguments)) * 1000:6.0f} ms")


def _seconds(arguments: list[str]) -> list[float]:
    measured = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "citydesk", *arguments], check=True, stdout=subprocess.DEVNULL)
        measured.append(time.perf_counter() - started)
    return measured


if __name__ == "__main__":
    main()
