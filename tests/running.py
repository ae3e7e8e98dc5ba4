"""The command line run in this process, as a person would run it, and what came of it."""

import io
import sys
from dataclasses import dataclass
from unittest.mock import patch

from citydesk.cli import main

COMMAND = (sys.executable, "-m", "citydesk")
"""The same in a process of its own, for what needs one: signals, pipes, memory."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that ended."""

    status: int
    out: str
    err: str

    @property
    def told(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


def run(*arguments: object, stdin: bytes = b"") -> Ran:
    """Run `citydesk` with arguments; its exit status and all that it wrote."""
    given, out, err = (io.TextIOWrapper(io.BytesIO(content), "utf-8") for content in (stdin, b"", b""))
    out.isatty = err.isatty = lambda: False  # type: ignore[method-assign]
    command = ["citydesk", *map(str, arguments)]
    with patch.multiple(sys, argv=command, stdin=given, stdout=out, stderr=err):
        try:
            main()
            status: object = 0
        except SystemExit as ended:
            status = ended.code
    return Ran(int(str(status or 0)), _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.detach()
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
