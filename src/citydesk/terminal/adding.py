"""`citydesk add` and `citydesk demo`: progress while reports are taken in, and what came of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from citydesk.model import InputError, Problem, Report
from citydesk.read import DEFAULT_READER
from citydesk.terminal.showing import counted, error_console, set_page, tell

if TYPE_CHECKING:  # the database takes longer to load than a report to gather
    from citydesk.gather import Archive
    from citydesk.ledger import AddProgress, AddSummary, ArchiveProgress, Ledger

_PROBLEMS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class AddingOptions:
    """How reports are read when they are added."""

    reader: str = DEFAULT_READER
    """The name of an installed reader."""
    workers: int | None = None
    """Processes that read; None lets the ledger decide."""


def print_adding(ledger: Ledger, found: Iterable[Report | Problem | Archive], options: AddingOptions) -> int:
    """Take reports into a ledger, with a progress line where there is a terminal, and print what came of it.

    Returns the exit status: 0, 130 if it was interrupted, 2 if nothing could be taken in for problems.
    """
    if sys.stderr.isatty():
        summary = _add_with_progress(ledger, found, options)
    else:
        summary = ledger.add(found, workers=options.workers, reader=options.reader)
    _print_problems(summary)
    console = error_console()
    sys.stderr.write(set_page(console, _summary_table(summary)))
    if summary.interrupted:
        tell("interrupted; what was added stays. The same command goes on from here")
        return 130
    taken = summary.added + summary.already + summary.left_out.total()
    return 2 if summary.problem_count and not taken else 0


def _add_with_progress(
    ledger: Ledger, found: Iterable[Report | Problem | Archive], options: AddingOptions
) -> AddSummary:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} reports"),
        BarColumn(bar_width=16),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=error_console(), transient=True) as bar:
        task = bar.add_task("reading the first ones", total=None)

        def show(progress: AddProgress) -> None:
            counts = ((progress.left_out, "left out"), (progress.already, "already there"), (progress.problems, "bad"))
            told = ", ".join(
                [
                    counted(progress.incidents_new, "incident"),
                    *(f"{number:,} {what}" for number, what in counts if number),
                ]
            )
            if progress.archive is not None:
                told = f"{told} · {archive_words(progress.archive)}"
            bar.update(task, completed=progress.taken, description=told)

        return ledger.add(found, workers=options.workers, progress=show, reader=options.reader)


def archive_words(archive: ArchiveProgress) -> str:
    """How far an archive has come, how fast, and how long it will take: "news.warc.gz 45%, 210 pages/s, 1:05 left"."""
    share = archive.next_byte / archive.size_bytes if archive.size_bytes else 1.0
    told = [f"{Path(archive.name).name} {share:.0%}"]
    if archive.pages_a_second is not None:
        told.append(f"{archive.pages_a_second:,.0f} pages/s")
    if archive.seconds_left is not None:
        minutes, seconds = divmod(round(archive.seconds_left), 60)
        hours, minutes = divmod(minutes, 60)
        told.append(f"{f'{hours}:{minutes:02}' if hours else minutes}:{seconds:02} left")
    return ", ".join(told)


def _print_problems(summary: AddSummary) -> None:
    for problem in summary.problems[:_PROBLEMS_SHOWN]:
        tell(f"{problem.where}: {problem.message}")
    if (rest := summary.problem_count - _PROBLEMS_SHOWN) > 0:
        tell(f"and {counted(rest, 'more problem')}")


def _summary_table(summary: AddSummary) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="bold")
    table.add_column()
    added = "report added" if summary.added == 1 else "reports added"
    new = counted(summary.incidents_new, "new incident")
    table.add_row(f"{summary.added:,}", Text(f"{added} in {summary.seconds:.1f} s, telling of {new}"))
    if summary.copies:
        table.add_row(f"{summary.copies:,}", Text("of them copies of another report", style="dim"))
    if summary.versions:
        table.add_row(f"{summary.versions:,}", Text("of them later versions of pages in the ledger", style="dim"))
    if summary.incidents_merged:
        one = "incident" if summary.incidents_merged == 1 else "incidents"
        table.add_row(f"{summary.incidents_merged:,}", Text(f"{one} found to be one with another", style="dim"))
    if summary.already:
        table.add_row(f"{summary.already:,}", Text("already in the ledger"))
    for reason, number in summary.left_out.items():
        table.add_row(f"{number:,}", Text(f"left out: {reason}"))
    if summary.problem_count:
        table.add_row(f"{summary.problem_count:,}", Text("could not be used (named above)"))
    return table


def find_examples() -> str:
    """The folder of the example reports. Raises InputError where an installation lacks them."""
    installed = Path(str(files("citydesk"))) / "examples"
    checkout = Path(str(files("citydesk"))).parents[1] / "examples"
    for folder in (installed, checkout):
        if folder.is_dir():
            return str(folder)
    raise InputError("the example reports are missing from this installation: install citydesk again")


def print_next_steps(ledger: str) -> None:
    """What to do after the demo."""
    tell(f"the demo ledger is {ledger}; look at it with: citydesk --ledger {ledger} serve")
