"""Reports from pages of an archive: the careful way for those that are worth it, a line for the others.

In: a page of an archive. Out: its reports; or what a glance shows of it, to judge it by.
"""

from collections.abc import Iterator
from typing import IO

from citydesk.gather.addressed import take_addressed
from citydesk.gather.archive.quick import look_quickly
from citydesk.gather.archive.records import Archive, ArchivedPage, read_pages
from citydesk.gather.pages import PageFound
from citydesk.model import Origins, Problem, Report, make_report_id

_KEPT_CHARACTERS = 40_000
"""Of the words of a page that is left out: all that was judged."""


def take_archived(page: ArchivedPage) -> PageFound:
    """The reports of a page, taken apart with all care, and what is wrong with it."""
    return take_addressed(page.page, where=page.where)


def glance_at(page: ArchivedPage) -> Report | None:
    """The page as a quick look shows it, to be judged and, where it is left out, to be listed by.

    None where only the careful way can judge it. It is known by address and words together: the address alone stays
    free for the page as it becomes. Raises InputError for what is no text.
    """
    look = look_quickly(page.page)
    if look is None:
        return None
    text, url = look.text[:_KEPT_CHARACTERS], page.page.url
    return Report(
        id=make_report_id(None, f"{url}\0{text}"),
        text=text,
        title=look.title,
        url=url,
        file=page.archive,
        plain=False,
        origins=Origins(text="a glance (resiliparse)", title="title element", url="the archive"),
    )


def reports_in_archive(archive: Archive) -> Iterator[Report | Problem]:
    """All reports of an archive. Raises InputError where it cannot be read."""
    yield from _reports(archive.pages())


def reports_in_stream(stream: IO[bytes], where: str) -> Iterator[Report | Problem]:
    """All reports of an archive that comes as a stream. Raises InputError for what is no archive."""
    yield from _reports(read_pages(stream, where, can_seek=False))


def _reports(pages: Iterator[ArchivedPage | Problem]) -> Iterator[Report | Problem]:
    for page in pages:
        if isinstance(page, Problem):
            yield page
            continue
        found = take_archived(page)
        yield from found.problems
        yield from found.reports
