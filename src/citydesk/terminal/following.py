"""`citydesk watch` and `citydesk sources`: what is followed, what came of it, and a line while it goes on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from citydesk.model import InputError, Problem, Report
from citydesk.terminal.deciding import user_name
from citydesk.terminal.showing import console, counted, error_console, put, set_page, shown, tell

if TYPE_CHECKING:  # the database takes longer to load than help to show
    from citydesk.gather import Fetcher, FoundSource
    from citydesk.ledger import Following, Ledger, PageLeftOut, SourceLine
    from citydesk.watch import SourceList, WatchOptions, WatchProgress, WatchSummary

_MOST_WORDS = 70
_MOST_NAMED = 28
_MOST_ADDRESS = 2_000


def take_list(following: Following, listed: SourceList, now: datetime) -> None:
    """Follow the sources of a list, and no more those that it no longer names."""
    new = sum(following.add_source(source, now) for source in listed.sources)
    following.pause_unlisted(listed.path, [source.address for source in listed.sources])
    if new:
        tell(f"{counted(new, 'source')} new in {Path(listed.path).name}")


def print_watching(ledger: Ledger, following: Following, fetcher: Fetcher, options: WatchOptions) -> int:
    """Follow sources with a line of progress where there is a terminal, and print what came of it.

    Returns the exit status: 0, also for sources at fault, which are named; 130 where `once` was interrupted.
    """
    from citydesk.watch import watch

    if sys.stderr.isatty():
        with Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=error_console(),
            transient=True,
        ) as bar:
            task = bar.add_task("looking what is due", total=None)

            def show(progress: WatchProgress) -> None:
                told = f"{counted(progress.summary.taken, 'report')} so far"
                bar.update(task, description=f"{told}; {shown(progress.doing, _MOST_WORDS)}")

            summary = watch(ledger, following, fetcher, replace(options, progress=show))
    else:
        summary = watch(ledger, following, fetcher, options)
    _print_summary(summary)
    return 130 if summary.interrupted and options.once else 0


def _print_summary(summary: WatchSummary) -> None:
    for address, fault in summary.faults:
        tell(f"{address}: {fault}")
    visits = "1 visit" if summary.visits == 1 else f"{summary.visits:,} visits"
    counts = (
        (summary.found, "new page", "named by sources"),
        (summary.taken, "report", "added"),
        (summary.updated, "report", "updated"),
        (summary.left_out, "page", "left out: `citydesk sources left-out` says why"),
        (summary.put_off, "page", "put off"),
    )
    told = [f"{counted(number, thing)} {what}" for number, thing, what in counts if number]
    tell("; ".join([visits, *told] if told else [visits, "nothing new"]))


def print_found(found: Sequence[FoundSource], new: Sequence[bool]) -> None:
    """The sources of a site that are followed from now on."""
    for source, is_new in zip(found, new, strict=True):
        title = f"“{source.title}”" if source.title else "without a name"
        state = "followed from now on" if is_new else "was followed already"
        put(f"{source.address}  {source.kind.value} {shown(title, 40)}, {counted(source.pages, 'page')} now: {state}\n")
    tell("visit them with: citydesk watch --once, or citydesk watch to go on")


def print_sources(ledger: Ledger) -> None:
    """Every source with what came of it."""
    lines = ledger.sources()
    if not lines:
        tell("no source is followed yet: add one with `citydesk sources add https://…`")
        return
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("source", no_wrap=True)
    table.add_column("last visit", no_wrap=True)
    for heading in ("new", "reports", "of incidents", "left out", "waiting"):
        table.add_column(heading, justify="right")
    for line in lines:
        table.add_row(*_row(line))
    put(set_page(console(), table))
    for line in lines:
        if (note := _note(line)) is not None:
            put(f"{_named(line)}: {note}\n")


def _row(line: SourceLine) -> list[Text]:
    named = shown(line.name or _without_scheme(line), _MOST_NAMED)
    share = f"{round(100 * line.told / line.taken)} in 100" if line.taken else "—"
    visited = line.visited_at[:16].replace("T", " ") if line.visited_at is not None else "not yet"
    numbers = [f"{line.new:,}", f"{line.taken:,}", share, f"{line.left_out:,}", f"{line.waiting:,}"]
    return [Text(one) for one in (named, visited, *numbers)]


def _named(line: SourceLine) -> str:
    return shown(line.name or line.address, _MOST_ADDRESS)


def _without_scheme(line: SourceLine) -> str:
    return line.address.partition("://")[2].rstrip("/")


def _note(line: SourceLine) -> str | None:
    if line.paused is not None:
        fault = f"; {line.fault}" if line.fault is not None else ""
        return shown(f"paused, {line.paused}{fault}. citydesk sources resume {line.address}")
    if line.fault is not None:
        times = "once" if line.failures == 1 else f"{line.failures} times in a row"
        return shown(f"failed {times}: {line.fault}; tried again {line.next_at[:16].replace('T', ' ')} UTC")
    return None


def print_left_out(lines: Sequence[PageLeftOut]) -> None:
    """What was left out, a line each: when, under what it is put in by hand, where it stands, and why."""
    for line in lines:
        where = f"  {shown(line.address, _MOST_ADDRESS)}" if line.address not in (None, line.key) else ""
        put(f"{line.at[:10]}  {shown(line.key, _MOST_ADDRESS)}{where}  {shown(line.why, 120)}\n")
    if not lines:
        tell("nothing was left out")
    else:
        tell("put one in by hand with: citydesk sources put-in ID, or put-in ADDRESS FILE with the page as saved")


def print_put_in(ledger: Ledger, what: str, path: Path | None, *, who: str | None, reader: str) -> None:
    """Put in what was left out, and say what it is now. Raises InputError and LedgerError."""
    from citydesk.watch import PutIn, put_in

    given = _one_report(path) if path is not None else None
    report = put_in(ledger, what, PutIn(who or user_name(), given, reader))
    told = sorted({incident for incident in ledger.report(report).incidents if incident is not None})
    tell(f"{what} is report {report}; it tells of {', '.join(told) if told else 'no incident that could be read'}")


def _one_report(path: Path) -> Report:
    from citydesk.gather import gather

    found = list(islice(gather([path]), 2))
    if len(found) != 1:
        raise InputError(f"{path}: holds several reports: give a file with the one that is to be put in")
    if isinstance(found[0], Problem):
        raise InputError(f"{found[0].where}: {found[0].message}")
    return found[0]
