"""One page that waits: fetched, taken into the ledger, and what became of it.

A page that could not be had is tried again, later each time, and left out with the reason after the fifth time. One
that tells of an incident is looked at again, since such reports are updated.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from citydesk.gather import Fetcher, Known, Miss, PageFound, reports_from_answer
from citydesk.ledger import Following, Ledger, PageDue, PageOutcome, PageState
from citydesk.model import Report
from citydesk.read import Reader

RETRY_AFTER = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
"""After the first try in vain, the second …; after one more the page is left out."""
LOOK_AGAIN_AFTER = (timedelta(hours=6), timedelta(days=1), timedelta(days=3))
"""After the first look at a report of an incident, the second …: most changes come within the first day."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a page, for the ledger and for the counts."""

    outcome: PageOutcome
    fetched: int = 0
    added: int = 0
    updated: int = 0
    left_out: int = 0
    put_off: int = 0
    interrupted: bool = False


class Shelf(NamedTuple):
    """Where reports go, where what becomes of pages is noted, and what time it is."""

    ledger: Ledger
    following: Following
    clock: Callable[[], datetime]


class PageTaker:
    """Takes pages into a ledger."""

    def __init__(self, kept_in: Shelf, fetcher: Fetcher, reader: Reader | str | None) -> None:
        self._ledger, self._following, self._clock = kept_in
        self._fetcher, self._reader = fetcher, reader

    def take(self, page: PageDue) -> Kept:
        """Fetch a page and take in what it reports. Nothing is noted of the page itself."""
        answer = self._fetcher.fetch(page.address, page.known)
        if isinstance(answer, Miss):
            return self._missed(page, answer)
        known = answer.known
        if answer.unchanged:
            again = self._next_look(page) if page.state is PageState.TAKEN else None
            return Kept(PageOutcome(page.state, why=page.why, known=page.known, next_at=again), fetched=1)
        found = reports_from_answer(answer, self._fetcher)
        if not found.reports:
            return self._left_out(page, found.problems[0].message if found.problems else "holds no report", known)
        return self._taken(page, found, known)

    def _taken(self, page: PageDue, found: PageFound, known: Known) -> Kept:
        """Take in the reports of a page: one, or the entries of a live blog, which are looked at together."""
        reports = [_filled(report, page) for report in found.reports]
        summary = self._ledger.add(reports, workers=1, reader=self._reader, clock=self._clock)
        if summary.interrupted and not (summary.added or summary.already or summary.left_out):
            return Kept(
                PageOutcome(page.state, why=page.why, tries=page.tries, next_at=self._clock()), interrupted=True
            )
        became = [self._following.find_report(report) for report in reports]
        kept = next((one for one in became if one is not None and one.left_out is None), None)
        left = next((one for one in became if one is not None), None)
        if kept is not None:
            again = self._next_look(page)
            outcome = PageOutcome(PageState.TAKEN, report=kept.id, known=known, next_at=again)
        elif left is not None:
            outcome = PageOutcome(PageState.LEFT_OUT, why=left.left_out, report=left.id, known=known)
        else:
            why = summary.problems[0].message if summary.problems else "could not be taken in"
            outcome = PageOutcome(PageState.LEFT_OUT, why=why, known=known)
        left_out = int(outcome.state is PageState.LEFT_OUT)
        return Kept(
            outcome,
            fetched=1,
            added=summary.added - summary.versions,
            updated=summary.versions,
            left_out=left_out,
            interrupted=summary.interrupted,
        )

    def _left_out(self, page: PageDue, why: str, known: Known) -> Kept:
        """A page without a report; one that was taken before stays so."""
        if page.state is PageState.TAKEN:
            return Kept(PageOutcome(page.state, why=f"since it was taken, it {why}", known=known), fetched=1)
        return Kept(PageOutcome(PageState.LEFT_OUT, why=why, known=known), fetched=1, left_out=1)

    def _missed(self, page: PageDue, miss: Miss) -> Kept:
        """A page that did not come: later, or no more."""
        now = self._clock()
        if miss.waits:
            at = max(miss.not_before or now, now + timedelta(seconds=1))
            return Kept(PageOutcome(page.state, why=miss.message, tries=page.tries, next_at=at), put_off=1)
        if miss.again and page.tries < len(RETRY_AFTER):
            at = max(miss.not_before or now, now + RETRY_AFTER[page.tries])
            return Kept(PageOutcome(page.state, why=miss.message, tries=page.tries + 1, next_at=at), put_off=1)
        if page.state is PageState.TAKEN:
            return Kept(PageOutcome(page.state, why=f"since it was taken, it {miss.message}"))
        return Kept(PageOutcome(PageState.LEFT_OUT, why=miss.message), left_out=1)

    def _next_look(self, page: PageDue) -> datetime | None:
        return self._clock() + LOOK_AGAIN_AFTER[page.looks] if page.looks < len(LOOK_AGAIN_AFTER) else None


def _filled(report: Report, page: PageDue) -> Report:
    """The report with what the source says, where the page itself does not."""
    told: dict[str, object] = {}
    if report.published is None and page.published is not None:
        told["published"] = page.published
    if not report.title and page.title:
        told["title"] = page.title
    return report.model_copy(update=told) if told else report
