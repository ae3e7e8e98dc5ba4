"""Lists of what is followed: each source with what came of it, and the pages that were left out, with why."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select

from citydesk.gather import SourceKind
from citydesk.ledger.followed import PageLine, PageState, SourceLine
from citydesk.ledger.tables import pages, reports, sources, tellings
from citydesk.ledger.written import written_time
from citydesk.model import ReportId

NEW_DAYS = 7
MAX_PAGES = 1_000
"""Listed at a time."""


def list_sources(connection: Connection, now: datetime) -> tuple[SourceLine, ...]:
    """Every source by name and address, with what became of the pages that it named first."""
    counts = _counts(written_time(now - timedelta(days=NEW_DAYS))).subquery()
    rows = connection.execute(
        select(sources, *(func.coalesce(counts.c[name], 0).label(name) for name in _COUNTED))
        .outerjoin(counts, counts.c.source == sources.c.number)
        .order_by(sources.c.name, sources.c.address)
    )
    return tuple(_source_line(row) for row in rows)


def list_pages(connection: Connection, state: PageState, source: str | None, limit: int) -> tuple[PageLine, ...]:
    """Pages of a state, the latest found first; of one source only, where its address is given."""
    listed = (
        select(pages, sources.c.address.label("named_by"))
        .outerjoin(sources, sources.c.number == pages.c.source)
        .where(pages.c.state == state.value)
        .order_by(pages.c.found_at.desc(), pages.c.number.desc())
        .limit(min(max(limit, 1), MAX_PAGES))
    )
    if source is not None:
        listed = listed.where(sources.c.address == source)
    return tuple(_page_line(row) for row in connection.execute(listed))


_COUNTED = ("found", "new", "waiting", "taken", "told", "left_out")


def _counts(since: str) -> Select[Any]:
    """How many pages of each source are in which state."""
    telling = select(reports.c.id).where(
        reports.c.arrival.in_(select(tellings.c.report).where(tellings.c.incident.is_not(None)))
    )

    def counted(condition: Any) -> Any:
        return func.sum(case((condition, 1), else_=0))

    taken = pages.c.state == PageState.TAKEN.value
    conditions = {
        "new": pages.c.found_at >= since,
        "waiting": pages.c.state == PageState.WAITING.value,
        "taken": taken,
        "told": and_(taken, pages.c.report.in_(telling)),
        "left_out": pages.c.state == PageState.LEFT_OUT.value,
    }
    columns = [counted(condition).label(name) for name, condition in conditions.items()]
    return select(pages.c.source, func.count().label("found"), *columns).group_by(pages.c.source)


def _source_line(row: Any) -> SourceLine:
    return SourceLine(
        address=row.address,
        kind=SourceKind(row.kind),
        name=row.name,
        every_minutes=row.every_minutes,
        listed_in=row.listed_in,
        added_at=row.added_at,
        visited_at=row.visited_at,
        next_at=row.next_at,
        failures=row.failures,
        fault=row.fault,
        paused=row.paused,
        found=row.found,
        waiting=row.waiting,
        taken=row.taken,
        told=row.told,
        left_out=row.left_out,
        new=row.new,
    )


def _page_line(row: Any) -> PageLine:
    return PageLine(
        address=row.address,
        title=row.title,
        source=row.named_by,
        found_at=row.found_at,
        state=PageState(row.state),
        why=row.why,
        report=ReportId(row.report) if row.report is not None else None,
        next_at=row.next_at,
    )
