"""The list of incidents as plain display values.

In: a page of the list as it may be shown. Out: a `FrontPage`, which the template only loops
over: rows under their months, filters with counts, chips for what is asked, links to other pages.
"""

from dataclasses import dataclass, replace

from citydesk.desk.addresses import incident_page
from citydesk.desk.asking import address_of, parameters_of
from citydesk.desk.blotter import place_of, sentence_of, spot_of, tally_of
from citydesk.desk.days import clock_words, month_words, short_day_words
from citydesk.desk.filters import Chip, FilterGroup, chips_of, filters_of
from citydesk.desk.published import ShownLine, ShownPage
from citydesk.desk.words import count_words
from citydesk.ledger import IncidentQuery

_IN_FORM = ("q", "since", "until", "killed", "injured")
_MOST_MARKS = 12
"""People shown one by one beside a row; more are told in figures only."""
_PAGES_AROUND = 2
"""Numbered links on each side of the page shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """One incident in the list."""

    href: str
    day: str
    iso_day: str | None
    """For `<time>`: only where it is one day."""
    time: str | None
    place: str
    spot: str | None
    sentence: str
    headline: str | None
    """As its first report is titled; None where names in it could not be checked."""
    marks: tuple[str, ...]
    """One mark a person, the killed first: "killed" or "injured"; empty where they are too many to show."""
    tally: str
    reports: str
    disputed: str | None


@dataclass(frozen=True, slots=True)
class Month:
    """Rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of the pager; `href` None stands for the page shown, or for a gap ("…")."""

    label: str
    href: str | None
    current: bool = False


@dataclass(frozen=True, slots=True)
class FrontPage:
    """All that the template of the list shows."""

    heading: str
    showing: str
    months: tuple[Month, ...]
    chips: tuple[Chip, ...]
    filters: tuple[FilterGroup, ...]
    form: dict[str, str]
    """The values of the search form, by parameter."""
    finer: bool
    """Whether dates or numbers are asked for, so that their fields are shown at once."""
    kept: tuple[tuple[str, str], ...]
    """Parameters that the search form does not show and must not lose."""
    pager: tuple[PageLink, ...]
    previous: str | None
    next: str | None
    api: str
    empty: str | None
    """Why there is nothing: "ledger" (it holds nothing yet), "match" (nothing fits), "page" (beyond the last)."""
    first_page: str


def front_page(shown: ShownPage, *, kept: int) -> FrontPage:
    """The list as it is shown; `kept` is how many incidents the ledger holds, asked or not."""
    query = shown.query
    last = max(1, -(-shown.total // query.page_size))
    form = parameters_of(replace(query, page=1))
    return FrontPage(
        heading=_heading(query),
        showing=_showing(shown),
        months=_months(shown),
        chips=chips_of(query),
        filters=filters_of(query, shown.facets, shown.total),
        form={name: form.get(name, "") for name in _IN_FORM},
        finer=any(form.get(name) for name in _IN_FORM[1:]),
        kept=tuple((name, value) for name, value in form.items() if name not in _IN_FORM),
        pager=_pager(query, last) if last > 1 else (),
        previous=address_of(query, page=min(query.page - 1, last)) if query.page > 1 else None,
        next=address_of(query, page=query.page + 1) if query.page < last else None,
        api=address_of(query, "/api/incidents", page=query.page),
        empty=_empty(shown, kept),
        first_page=address_of(query),
    )


def row_of(shown: ShownLine) -> Row:
    """One incident as it is listed."""
    line = shown.line
    one_day = line.date if line.date is not None and len(line.date) == len("2020-07-02") else None
    return Row(
        href=incident_page(line.id),
        day=short_day_words(line.date) if line.date is not None else "Date not told",
        iso_day=one_day,
        time=clock_words(line.time) if line.time is not None else None,
        place=place_of(line),
        spot=spot_of(line),
        sentence=sentence_of(line, shown.record),
        headline=line.headline or None,
        marks=_marks(line.killed or 0, line.injured or 0),
        tally=tally_of(line),
        reports=count_words(line.reports, "report"),
        disputed=f"{count_words(line.disputed, 'value')} disputed" if line.disputed else None,
    )


def _marks(killed: int, injured: int) -> tuple[str, ...]:
    if killed + injured > _MOST_MARKS:
        return ()
    return ("killed",) * killed + ("injured",) * injured


def _months(shown: ShownPage) -> tuple[Month, ...]:
    """Rows under the month that they begin in; one without a date stays where its reports' dates put it."""
    months: list[tuple[str, list[Row]]] = []
    for one in shown.lines:
        heading = month_words(one.line.date) if one.line.date is not None or not months else months[-1][0]
        if not months or months[-1][0] != heading:
            months.append((heading, []))
        months[-1][1].append(row_of(one))
    return tuple(Month(heading, tuple(rows)) for heading, rows in months)


def _heading(query: IncidentQuery) -> str:
    return "Incidents" if not parameters_of(replace(query, page=1)) else "Incidents that match"


def _showing(page: ShownPage) -> str:
    if not page.lines:
        return count_words(page.total, "incident")
    first = (page.query.page - 1) * page.query.page_size + 1
    last = first + len(page.lines) - 1
    if last == page.total and first == 1:
        return count_words(page.total, "incident")
    return f"{first:,}–{last:,} of {count_words(page.total, 'incident')}"


def _empty(page: ShownPage, kept: int) -> str | None:
    if page.lines:
        return None
    if kept == 0:
        return "ledger"
    return "page" if page.total else "match"


def _pager(query: IncidentQuery, last: int) -> tuple[PageLink, ...]:
    around = range(query.page - _PAGES_AROUND, query.page + _PAGES_AROUND + 1)
    wanted = sorted({1, last, *(n for n in around if 1 <= n <= last)})
    links: list[PageLink] = []
    before = 0
    for number in wanted:
        if number > before + 1:
            links.append(PageLink("…", None))
        current = number == query.page
        links.append(PageLink(f"{number:,}", None if current else address_of(query, page=number), current))
        before = number
    return tuple(links)
