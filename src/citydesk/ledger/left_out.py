"""What is left out, wherever it came from: listed with why, and put in by hand.

Three things are left out: pages that were fetched in vain, reports that triage found to tell of no incident, and
addresses that `add` was given and could not read. What a person puts in is read, whatever triage says of it.
"""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, delete, exists, func, or_, select, update

from citydesk.ledger.errors import NoSuchPage
from citydesk.ledger.followed import PageLeftOut, PageState
from citydesk.ledger.source_lists import MAX_PAGES
from citydesk.ledger.tables import pages, problems, reports, sources
from citydesk.model import Report, ReportId

_MAX_SHOWN = 200
_versions = reports.alias("versions")
_NOT_READ = and_(
    reports.c.left_out.is_not(None),
    ~exists().where(
        func.coalesce(_versions.c.version_of, _versions.c.id) == func.coalesce(reports.c.version_of, reports.c.id),
        _versions.c.left_out.is_(None),
    ),
)
"""Reports that were left out, and of whose page no version was read."""


class ToPutIn(NamedTuple):
    """Something that was left out, as the ledger knows it."""

    address: str | None
    title: str
    report: Report | None
    """None where its text is not there."""


def list_left_out(connection: Connection, source: str | None, limit: int) -> tuple[PageLeftOut, ...]:
    """What was left out, the latest first; of one source only, where its address is given."""
    most = min(max(limit, 1), MAX_PAGES)
    queries = [_pages(source)] if source is not None else [_pages(None), _reports(), _problems()]
    found = [_line(row) for query in queries for row in connection.execute(query.limit(most))]
    return tuple(sorted(found, key=lambda one: (one.at, one.key), reverse=True)[:most])


def find_left_out(connection: Connection, key: str) -> ToPutIn:
    """What was left out under a report's id or an address. Raises NoSuchPage."""
    row = connection.execute(select(reports.c.given, reports.c.url, reports.c.title).where(reports.c.id == key)).first()
    if row is not None:
        return ToPutIn(row.url, row.title, Report.model_validate_json(row.given))
    page = connection.execute(select(pages).where(pages.c.address == key)).first()
    if page is not None:
        held = connection.execute(select(reports.c.given).where(reports.c.id == page.report)).scalar()
        return ToPutIn(page.address, page.title, Report.model_validate_json(held) if held is not None else None)
    if connection.execute(select(problems.c.number).where(problems.c.where == key)).first() is not None:
        return ToPutIn(key, "", None)
    raise NoSuchPage(f"nothing was left out under {key[:_MAX_SHOWN]!r}: `citydesk sources left-out` lists what was")


def note_put_in(connection: Connection, address: str | None, report: ReportId, page: ReportId) -> None:
    """Note that a page is a report now, and is no problem any more."""
    known = or_(pages.c.address == address, pages.c.report == page) if address is not None else pages.c.report == page
    row = {"state": PageState.TAKEN.value, "why": None, "report": report, "next_at": None}
    connection.execute(update(pages).where(known).values(**row))
    if address is not None:
        connection.execute(delete(problems).where(problems.c.where == address))


def _pages(source: str | None) -> Select[Any]:
    listed = (
        select(
            pages.c.address,
            pages.c.title,
            sources.c.address.label("source"),
            pages.c.found_at.label("at"),
            pages.c.why,
            pages.c.report,
        )
        .outerjoin(sources, sources.c.number == pages.c.source)
        .where(pages.c.state == PageState.LEFT_OUT.value)
        .order_by(pages.c.found_at.desc(), pages.c.number.desc())
    )
    return listed if source is None else listed.where(sources.c.address == source)


def _reports() -> Select[Any]:
    """Reports that came by another way than through a source."""
    return (
        select(
            reports.c.url.label("address"),
            reports.c.title,
            _nothing("source"),
            reports.c.added_at.label("at"),
            reports.c.left_out.label("why"),
            reports.c.id.label("report"),
        )
        .where(_NOT_READ, ~exists().where(pages.c.report == reports.c.id))
        .order_by(reports.c.arrival.desc())
    )


def _problems() -> Select[Any]:
    """Addresses that could not be read, and that no source names."""
    is_address = or_(problems.c.where.like("http://%"), problems.c.where.like("https://%"))
    return (
        select(
            problems.c.where.label("address"),
            _nothing("title"),
            _nothing("source"),
            problems.c.added_at.label("at"),
            problems.c.message.label("why"),
            _nothing("report"),
        )
        .where(is_address, ~exists().where(pages.c.address == problems.c.where))
        .order_by(problems.c.number.desc())
    )


def _nothing(name: str) -> Any:
    return func.nullif("", "").label(name)


def _line(row: Any) -> PageLeftOut:
    return PageLeftOut(
        key=row.report or row.address,
        title=row.title or "",
        address=row.address,
        source=row.source,
        at=row.at,
        why=row.why or "",
        report=ReportId(row.report) if row.report is not None else None,
    )
