"""Words of reports made safe to show in a terminal, and the ways out: standard output and standard error."""

import re
import sys

from rich.console import Console, RenderableType

_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, escapes among them, marks that turn the direction of writing, and what no output can hold."""
_TRAILING = re.compile(r" +$", re.MULTILINE)
MAX_VALUE = 60
"""Characters of a value that are shown."""
_PLAIN_WIDTH = 110
"""Columns where there is no terminal to ask."""


def shown(words: str, most: int = 0) -> str:
    """The words on one line without anything that a terminal would obey, cut after `most` characters if given."""
    line = " ".join(_HARMFUL.sub("\ufffd", words.replace("\t", " ").replace("\n", " ")).split())
    return line if not most or len(line) <= most else line[: most - 1].rstrip() + "…"


def value_text(value: object) -> str:
    """A value of a record on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return shown(", ".join(value_text(one) for one in value.values()), MAX_VALUE)
    if isinstance(value, float):
        return f"{value:g}"
    return shown(str(value), MAX_VALUE)


def counted(number: int, thing: str) -> str:
    """A number of things in words: "1 report", "3,416 reports"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def console() -> Console:
    """Standard output; colour and its width only where it is a terminal."""
    return Console(file=sys.stdout, highlight=False, markup=False, width=None if sys.stdout.isatty() else _PLAIN_WIDTH)


def error_console() -> Console:
    """Standard error, for progress and problems."""
    return Console(
        file=sys.stderr, stderr=True, highlight=False, markup=False, width=None if sys.stderr.isatty() else _PLAIN_WIDTH
    )


def set_page(paper: Console, page: RenderableType) -> str:
    """The page as it would be printed, without blanks at the ends of lines."""
    with paper.capture() as captured:
        paper.print(page)
    return _TRAILING.sub("", captured.get())


def put(written: str) -> None:
    """Put text on standard output as it is: UTF-8, whatever the terminal's encoding, with the newlines that it has."""
    sys.stdout.flush()
    sys.stdout.buffer.write(written.encode())


def tell(line: str) -> None:
    """One line for a person on standard error, whatever its length: it is never wrapped, so that it can be searched."""
    print(f"citydesk: {shown(line)}", file=sys.stderr)  # noqa: T201  # this is where lines are printed
