"""What is followed, and what was left out: the page on which a keeper sees that nothing is lost.

In: the ledger's lists. Out: a `SourcesPage` of plain display values.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from citydesk.desk.addresses import report_page
from citydesk.desk.days import published_words
from citydesk.desk.report_page import safe_url
from citydesk.desk.words import count_words
from citydesk.ledger import PageLeftOut, SourceLine

MAX_LEFT_OUT = 200
_KINDS = {"feed": "feed", "sitemap": "sitemap", "listing": "listing page"}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source."""

    name: str
    address: str
    href: str | None
    kind: str
    visited: str
    """When it was last visited, in words."""
    new: str
    taken: str
    share: str
    """Of the reports that came of it, how many told of an incident."""
    left_out: str
    waiting: str
    trouble: str | None
    """What is wrong with it, in a sentence."""
    paused: bool


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """One page or report that was left out."""

    key: str
    title: str
    address: str | None
    href: str | None
    report: str | None
    """Where its text stands on the desk; None where the ledger has none."""
    at: str
    iso_at: str
    why: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """All that the template of this page shows."""

    heading: str
    sources: tuple[SourceRow, ...]
    left_out: tuple[LeftOutRow, ...]
    more: str | None
    """That there are more than are shown."""
    writable: bool
    """Whether what was left out can be put in here."""


def sources_page(sources: Sequence[SourceLine], left_out: Sequence[PageLeftOut], *, writable: bool) -> SourcesPage:
    """The page; `writable` where what was left out can be put in on it."""
    return SourcesPage(
        heading=count_words(len(sources), "source") if sources else "No source is followed yet",
        sources=tuple(_source(line) for line in sources),
        left_out=tuple(_left_out(line) for line in left_out),
        more=f"These are the latest {MAX_LEFT_OUT}." if len(left_out) >= MAX_LEFT_OUT else None,
        writable=writable,
    )


def _source(line: SourceLine) -> SourceRow:
    return SourceRow(
        name=line.name or line.address.partition("://")[2].rstrip("/"),
        address=line.address,
        href=safe_url(line.address),
        kind=_KINDS[line.kind.value],
        visited=published_words(line.visited_at) if line.visited_at is not None else "not yet",
        new=f"{line.new:,}",
        taken=f"{line.taken:,}",
        share=f"{round(100 * line.told / line.taken)} in 100" if line.taken else "—",
        left_out=f"{line.left_out:,}",
        waiting=f"{line.waiting:,}",
        trouble=_trouble(line),
        paused=line.paused is not None,
    )


def _trouble(line: SourceLine) -> str | None:
    if line.paused is not None:
        return f"Paused: {line.paused}." + (f" It {line.fault}." if line.fault is not None else "")
    if line.fault is not None:
        times = "at the last visit" if line.failures == 1 else f"at the last {line.failures} visits"
        return f"It {line.fault}, {times}."
    return None


def _left_out(line: PageLeftOut) -> LeftOutRow:
    return LeftOutRow(
        key=line.key,
        title=line.title,
        address=line.address,
        href=safe_url(line.address),
        report=report_page(line.report) if line.report is not None else None,
        at=published_words(line.at),
        iso_at=line.at,
        why=f"{line.why[:1].upper()}{line.why[1:]}",
    )
