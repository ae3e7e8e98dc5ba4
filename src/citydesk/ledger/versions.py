"""Whether the ledger has a report already: by the address of its page, and by its words.

In: a report that has come in. Out: that it is new, that it is there already, or that it is a later version of a page
whose earlier ones stay as they are. A page is known by its address; the same words at another address of its site are
the same page. What changes at every visit (an hour, a number of comments, a line of links) makes no version.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, or_, select

from citydesk.gather import same_site
from citydesk.ledger.tables import reports, tellings
from citydesk.model import Report, ReportId, make_report_id

_LEAST_WORDS = 5
"""A line of fewer words is no sentence of a report."""
_SOUGHT: BindParameter[str] = bindparam("sought")
_VERSIONS = (
    select(reports.c.id, reports.c.digest, reports.c.left_out, reports.c.given)
    .where(or_(reports.c.id == _SOUGHT, reports.c.version_of == _SOUGHT))
    .order_by(reports.c.arrival)
)
_SAME_WORDS = (
    select(reports.c.id, reports.c.url, reports.c.version_of)
    .where(reports.c.digest == bindparam("digest"), reports.c.url.is_not(None))
    .order_by(reports.c.arrival)
)
_TOLD = (
    select(tellings.c.number)
    .join(reports, reports.c.arrival == tellings.c.report)
    .where(or_(reports.c.id == _SOUGHT, reports.c.version_of == _SOUGHT), reports.c.id != bindparam("own"))
    .where(tellings.c.main)
)


class Held(StrEnum):
    """How a report stands to what the ledger has."""

    NEW = "new"
    VERSION = "version"
    SAME = "same"
    OTHER = "other"
    """Another text under an id that somebody gave: which of the two is meant cannot be known."""


class Placed(NamedTuple):
    """A report and how it stands to what the ledger has."""

    held: Held
    report: Report
    """Of a later version, under an id of its own."""


class HeldReport(NamedTuple):
    """A report that the ledger holds."""

    id: ReportId
    left_out: str | None
    """Why it was left out, where it was."""


def digest_of(report: Report) -> str:
    """What two reports share exactly if their title and text are the same."""
    return hashlib.sha256(f"{report.title}\0{report.text}".encode()).hexdigest()


def place_report(connection: Connection, report: Report, clock: Callable[[], datetime]) -> Placed:
    """How a report stands to what the ledger has; `clock` dates a later version that does not say when it changed.

    One that is put in by hand is a version of the same words, unless it was put in, or read, before.
    """
    held = connection.execute(_VERSIONS, {"sought": report.id}).all()
    digest = digest_of(report)
    if not held:
        twin = _twin(connection, report, digest)
        return Placed(Held.NEW if twin is None else Held.SAME, report)
    if report.put_in is not None and held[-1].left_out is not None:
        return Placed(Held.VERSION, _version(report, len(held) + 1, clock))
    if any(row.digest == digest for row in held):
        return Placed(Held.SAME, report)
    if not _is_known_by_its_address(report):
        return Placed(Held.OTHER, report)
    if any(_wording(Report.model_validate_json(row.given)) == _wording(report) for row in held):
        return Placed(Held.SAME, report)
    return Placed(Held.VERSION, _version(report, len(held) + 1, clock))


def find_held(connection: Connection, report: Report) -> HeldReport | None:
    """The latest version of a report's page that was read, else the latest; None where the ledger holds none."""
    held: Any = connection.execute(_VERSIONS, {"sought": report.id}).all()
    if not held:
        twin = _twin(connection, report, digest_of(report))
        held = connection.execute(_VERSIONS, {"sought": twin}).all() if twin is not None else ()
    if not held:
        return None
    read = next((row for row in reversed(held) if row.left_out is None), held[-1])
    return HeldReport(ReportId(read.id), read.left_out)


def versions_of(connection: Connection, report: Report) -> frozenset[int]:
    """The main tellings of the other versions of a report's page, by number."""
    if report.version_of is None:
        return frozenset()
    return frozenset(connection.execute(_TOLD, {"sought": report.version_of, "own": report.id}).scalars())


def as_it_came(report: Report) -> Report:
    """A later version under the id of its page again."""
    return report if report.version_of is None else report.model_copy(update={"id": report.page, "version_of": None})


def _version(report: Report, number: int, clock: Callable[[], datetime]) -> Report:
    changed = report.updated if report.updated is not None else clock()
    return report.model_copy(
        update={"id": ReportId(f"{report.id}-v{number}"), "version_of": report.id, "updated": changed}
    )


def _is_known_by_its_address(report: Report) -> bool:
    return report.url is not None and report.id == make_report_id(report.url, report.text)


def _twin(connection: Connection, report: Report, digest: str) -> str | None:
    """The first report of the same words at another address of the same site: the id of its first version."""
    if not _is_known_by_its_address(report) or report.url is None:
        return None
    for row in connection.execute(_SAME_WORDS, {"digest": digest}):
        if same_site(row.url, report.url):
            return str(row.version_of or row.id)
    return None


def _wording(report: Report) -> frozenset[str]:
    """The headline and the lines that say something, by their words alone."""
    lines = [" ".join(line.split()).casefold() for line in report.text.splitlines()]
    return frozenset([" ".join(report.title.split()), *(one for one in lines if len(one.split()) >= _LEAST_WORDS)])
