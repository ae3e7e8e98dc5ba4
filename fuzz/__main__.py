"""Fuzz one parser, or each in turn, for some time: `python fuzz --seconds 20 [TARGET]`.

Uses atheris, which looks at what code an input reaches and changes those that reach more. An input on which anything
but an InputError is raised, or that takes more than ten seconds, ends it, is kept as a file, and is named.
"""

import argparse
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).parent
LONGEST_SECONDS = 10


def main() -> None:
    """Fuzz what was asked for; the exit status is 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", nargs="?")
    parser.add_argument("--seconds", type=int, default=20, help="for each target")
    given = parser.parse_args()
    if given.target is not None:
        fuzz(given.target, given.seconds)
        return
    sys.path.insert(0, str(HERE))
    from targets import TARGETS

    failed = [name for name in TARGETS if not _fuzz_apart(name, given.seconds)]
    print(f"{len(TARGETS)} parsers fuzzed; {', '.join(failed) or 'nothing'} found to fail")
    raise SystemExit(1 if failed else 0)


def _fuzz_apart(name: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; gives whether it held."""
    command = [sys.executable, str(HERE), name, "--seconds", str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    print(f"{name}: {'held' if done.returncode == 0 else done.stdout[-2_000:] + done.stderr[-2_000:]}", flush=True)
    return done.returncode == 0


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one target; ends this process."""
    import atheris

    sys.path.insert(0, str(HERE))
    with atheris.instrument_imports(include=["citydesk"]):
        from targets import MAX_BYTES, TARGETS, write_seeds

        from citydesk.model import InputError

    def once(given: bytes) -> None:
        with suppress(InputError):
            TARGETS[name](given)

    with tempfile.TemporaryDirectory() as folder:
        write_seeds(name, Path(folder))
        bounds = [f"-max_total_time={seconds}", f"-timeout={LONGEST_SECONDS}", f"-max_len={MAX_BYTES}"]
        atheris.Setup([sys.argv[0], *bounds, "-rss_limit_mb=2048", folder], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
