"""One visit to a source: what it names now. And what a source is, where nobody says.

In: a source's address and a fetcher. Out: its pages, or a Miss.
"""

from dataclasses import dataclass

from citydesk.gather.fetching.answers import Answer, Known, Miss
from citydesk.gather.fetching.fetcher import Fetcher
from citydesk.gather.following.feeds import is_feed, pages_of_feed
from citydesk.gather.following.listings import pages_of_listing
from citydesk.gather.following.naming import NamedPage, SourceKind, newest_first
from citydesk.gather.following.sitemaps import is_sitemap, read_sitemap
from citydesk.gather.web import text_of
from citydesk.model import InputError


@dataclass(frozen=True, slots=True)
class Visit:
    """What a source named when it was visited."""

    pages: tuple[NamedPage, ...]
    known: Known
    """What its answer said of its own age."""
    unchanged: bool = False
    """Whether it is as it was at the last visit."""


def visit_source(kind: SourceKind, address: str, fetcher: Fetcher, known: Known | None = None) -> Visit | Miss:
    """What a source names now, the newest first; an index of sitemaps is followed one step."""
    answer = fetcher.fetch(address, known)
    if isinstance(answer, Miss):
        return answer
    if answer.unchanged:
        return Visit((), known or answer.known, unchanged=True)
    try:
        pages = _pages(kind, answer, fetcher)
    except InputError as error:
        return Miss(address, str(error), again=True)
    return Visit(tuple(pages), answer.known)


def kind_of(text: str) -> SourceKind:
    """What kind of source a text is: a page, unless it looks like something else."""
    if is_sitemap(text):
        return SourceKind.SITEMAP
    return SourceKind.FEED if is_feed(text) else SourceKind.LISTING


def _pages(kind: SourceKind, answer: Answer, fetcher: Fetcher) -> list[NamedPage]:
    text = text_of(answer)
    if kind is SourceKind.FEED:
        return pages_of_feed(text, answer.address)
    if kind is SourceKind.LISTING:
        return pages_of_listing(text, answer.address)
    found = read_sitemap(text, answer.address)
    pages, faults = list(found.pages), []
    for child in found.children:
        below = fetcher.fetch(child)
        if isinstance(below, Miss):
            faults.append(below.message)
            continue
        try:
            pages += read_sitemap(text_of(below), below.address).pages
        except InputError as error:
            faults.append(str(error))
    if faults and not pages:
        raise InputError(f"names sitemaps of which none can be read: {faults[0]}")
    return newest_first(pages)
