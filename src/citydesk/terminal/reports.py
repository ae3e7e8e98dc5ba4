"""`citydesk gather` and `citydesk export`: reports and incidents written for programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from citydesk.gather import Fetcher, gather
from citydesk.model import Problem
from citydesk.terminal.showing import counted, put, tell

if TYPE_CHECKING:  # the database takes longer to load than a report to gather
    from citydesk.ledger import Ledger


def print_reports(paths: list[str], fetcher: Fetcher | None = None) -> int:
    """Write the reports in files, in folders and at addresses as JSON lines.

    Returns the exit status, 2 if there were none to write.
    """
    written = problems = 0
    for found in gather(paths, fetcher=fetcher):
        if isinstance(found, Problem):
            problems += 1
            tell(f"{found.where}: {found.message}")
        else:
            written += 1
            put(found.model_dump_json(exclude_none=True) + "\n")
    return 2 if problems and not written else 0


def print_export(ledger: Ledger, form: str, output: Path | None, names: str) -> None:
    """Write a ledger's incidents to a file, whole or not at all, or to standard output."""
    from citydesk.publish import export

    written = export(ledger, output, form, names=names)
    if output is not None:
        tell(f"{counted(written, 'incident')} written to {output}")
