"""A page that was left out, put in by hand: read whatever triage says of it, with its text as somebody gives it.

In: what it was left out under, and who puts it in. Out: a report in the ledger, which says who put it in.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from citydesk.gather import canonical_address
from citydesk.ledger import CannotPutIn, Ledger, ToPutIn
from citydesk.model import Report, ReportId, make_report_id
from citydesk.read import Reader


@dataclass(frozen=True, slots=True)
class PutIn:
    """How something is put in."""

    who: str
    given: Report | None = None
    """Its text, where the ledger has none, or a better one."""
    reader: Reader | str | None = None
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))


def put_in(ledger: Ledger, key: str, how: PutIn) -> ReportId:
    """Put in what was left out under a report's id or an address; gives the id of the report that it is now.

    Raises NoSuchPage, and CannotPutIn where there is no text, or none that can be kept.
    """
    with ledger.following() as following:
        left = following.left_out(key)
        report = _report_of(key, left, how)
        summary = ledger.add([report], workers=1, reader=how.reader, clock=how.clock)
        held = following.find_report(report)
        if held is None or held.left_out is not None:
            why = summary.problems[0].message if summary.problems else "it was interrupted: do it again"
            raise CannotPutIn(f"{key}: {why}")
        following.note_put_in(left.address, held.id, report.page)
        return held.id


def _report_of(key: str, left: ToPutIn, how: PutIn) -> Report:
    if how.given is None:
        if left.report is None:
            raise CannotPutIn(f"{key}: the ledger has no text of it: give the text, or a file that has it")
        return left.report.model_copy(update={"put_in": how.who})
    told = how.given
    if not told.text.strip():
        raise CannotPutIn(f"{key}: a report without words says nothing: give its text")
    if left.address is None:
        return told.model_copy(update={"put_in": how.who})
    url = canonical_address(left.address)
    id_ = left.report.page if left.report is not None else make_report_id(url, told.text)
    return told.model_copy(
        update={"url": url, "id": id_, "title": told.title or left.title, "put_in": how.who, "version_of": None}
    )
