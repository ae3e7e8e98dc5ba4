"""How long the command line takes to answer: `python benchmarks/startup.py`. Run it on an idle machine.

Prints the median of eleven runs, in milliseconds, of commands that do next to nothing, beside what is promised; the
exit status is 1 where a promise is not kept. Each command is run once before it is measured: a first reading is the
first in its process, not the first since the disk was cold. Beside it stands the processor time, which is what an idle
machine would nearly take.
"""

import argparse
import os
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
PROMISED_MS = {"--version": None, "--help": 300, "gather story.txt": None, "read story.txt": 2_000}
"""By command, in milliseconds; None where nothing is promised."""


def main() -> None:
    """Measure each command and print its median."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", help="the reader that reads; the default one if not given")
    reader = parser.parse_args().reader
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "story.txt").write_text(STORY, encoding="utf-8")
        for command, promised in PROMISED_MS.items():
            arguments = command.split()
            if reader is not None and arguments[0] == "read":
                arguments += ["--reader", reader]
            median, processor = map(statistics.median, zip(*_milliseconds(arguments, folder), strict=True))
            broken = promised is not None and median > promised
            kept = kept and not broken
            told = "" if promised is None else f"   promised {promised:6,} ms{'  NOT KEPT' if broken else ''}"
            print(f"citydesk {command:<18} {median:6,.0f} ms ({processor:,.0f} of the processor){told}")
    raise SystemExit(0 if kept else 1)


def _milliseconds(arguments: list[str], folder: str) -> list[tuple[float, float]]:
    """Of each run but the first: how long it took, and how much of the processor's time."""
    measured = []
    for _ in range(1 + RUNS):
        started = time.perf_counter()
        command = [sys.executable, "-m", "citydesk", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=folder)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, f"citydesk {' '.join(arguments)} ended with {process.returncode}"
        measured.append(((time.perf_counter() - started) * 1000, (used.ru_utime + used.ru_stime) * 1000))
    return measured[1:]


if __name__ == "__main__":
    main()
