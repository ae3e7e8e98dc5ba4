"""Words of reports made safe to show in a terminal, and the two consoles."""

import re
import sys

from rich.console import Console

_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, escapes among them, and marks that turn the direction of writing."""
_PLAIN_WIDTH = 110
"""Columns where there is no terminal to ask."""


def shown(words: str, most: int = 0) -> str:
    """The words on one line without anything that a terminal would obey, cut after `most` characters if given."""
    line = " ".join(_HARMFUL.sub("\ufffd", words.replace("\t", " ")).split())
    return line if not most or len(line) <= most else line[: most - 1].rstrip() + "…"


def console() -> Console:
    """Standard output; colour and its width only where it is a terminal."""
    return Console(file=sys.stdout, highlight=False, markup=False, width=None if sys.stdout.isatty() else _PLAIN_WIDTH)


def error_console() -> Console:
    """Standard error, for progress and problems."""
    return Console(
        file=sys.stderr, stderr=True, highlight=False, markup=False, width=None if sys.stderr.isatty() else _PLAIN_WIDTH
    )


def tell(line: str) -> None:
    """One line for a person on standard error, whatever its length: it is never wrapped, so that it can be searched."""
    print(f"citydesk: {shown(line)}", file=sys.stderr)  # noqa: T201  # this is where lines are printed
