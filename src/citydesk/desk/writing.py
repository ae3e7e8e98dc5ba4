"""Putting in through the desk what was left out: what the form for it sends, and what may then be changed.

In: a request that `sent` has let through. Out: the report as it was typed, and a change of the ledger.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastapi import Request

from citydesk.desk.sent import FormBounds, NotAllowed
from citydesk.gather import report_from_text
from citydesk.ledger import Ledger
from citydesk.model import Report, ReportId
from citydesk.watch import PutIn, put_in

PUT_IN_BOUNDS = FormBounds(3_000_000, 20, "give the report's text alone")
"""The longest report has some 200,000 characters, of which each may take nine bytes in a form."""
MAX_TITLE = 500


@dataclass(frozen=True, slots=True)
class Keeper:
    """What may be changed through the desk: a ledger that is opened anew for each change."""

    open_ledger: Callable[[], Ledger]

    def put_in(self, key: str, given: Report | None) -> ReportId:
        """Put in what was left out; see `citydesk.watch.put_in`."""
        with self.open_ledger() as ledger:
            return put_in(ledger, key, PutIn("somebody at the desk", given))


def keeper_of(request: Request) -> Keeper:
    """What may be changed on this desk. Raises NotAllowed where it is for reading."""
    keeper: Keeper | None = request.app.state.keeper
    if keeper is None:
        raise NotAllowed("This desk is for reading only: use `citydesk sources put-in` in a terminal.")
    return keeper


def given_in(form: Mapping[str, str]) -> Report | None:
    """The report as it was typed into a form; None where the form has no text for it. Raises InputError."""
    if "text" not in form:
        return None
    report = report_from_text(form["text"].replace("\r\n", "\n"), published=form.get("published", "").strip() or None)
    title = " ".join(form.get("title", "").split())[:MAX_TITLE]
    return report.model_copy(update={"title": title}) if title else report
