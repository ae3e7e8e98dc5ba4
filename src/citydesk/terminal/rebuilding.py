"""`citydesk rebuild` and `citydesk reread`: progress while a ledger is made anew, and what came of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from citydesk.model import ReportId
from citydesk.terminal.showing import counted, error_console, tell

if TYPE_CHECKING:  # the database takes longer to load than the help to show
    from collections.abc import Callable

    from citydesk.ledger import Ledger, RebuildProgress, RebuildSummary

_PROBLEMS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class RebuildingOptions:
    """How a ledger is made anew."""

    reader: str | None = None
    """The name of an installed reader; None for the one that each report had."""
    only: tuple[str, ...] | None = None
    """Ids of the reports that are read; None for all."""
    keep_readings: bool = False
    workers: int | None = None


def print_rebuild(ledger: Ledger, options: RebuildingOptions) -> int:
    """Make a ledger anew, with a progress bar where there is a terminal, and say what came of it.

    Returns the exit status: 0, or 130 if it was interrupted. Raises LedgerError and ReaderError.
    """
    summary = _with_progress(ledger, options) if sys.stderr.isatty() else _rebuild(ledger, options, None)
    for problem in summary.problems[:_PROBLEMS_SHOWN]:
        tell(f"{problem.where}: {problem.message}")
    if (rest := summary.problem_count - _PROBLEMS_SHOWN) > 0:
        tell(f"and {counted(rest, 'more problem')}")
    if summary.interrupted:
        tell("interrupted; the ledger is as it was. The same command goes on from here")
        return 130
    tell(f"{counted(summary.reports, 'report')} in {summary.seconds:.1f} s: {_changes(summary)}")
    return 0


def _changes(summary: RebuildSummary) -> str:
    counts = (
        (summary.readings_changed, "reading", "read otherwise"),
        (summary.incidents_new, "new incident", ""),
        (summary.incidents_ended, "incident", "that stood before and do not any more"),
    )
    told = [f"{counted(number, what)} {how}".strip() for number, what, how in counts if number]
    return ", ".join(told) or "all is as it was"


def _rebuild(
    ledger: Ledger, options: RebuildingOptions, progress: Callable[[RebuildProgress], None] | None
) -> RebuildSummary:
    return ledger.rebuild(
        reader=options.reader,
        only=None if options.only is None else map(ReportId, options.only),
        keep_readings=options.keep_readings,
        workers=options.workers,
        progress=progress,
    )


def _with_progress(ledger: Ledger, options: RebuildingOptions) -> RebuildSummary:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} of {task.total:,} reports"),
        BarColumn(bar_width=16),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=error_console(), transient=True) as bar:
        task = bar.add_task("", total=ledger.size().reports)

        def show(progress: RebuildProgress) -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        return _rebuild(ledger, options, show)
