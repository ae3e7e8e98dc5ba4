"""The sources of a site: the feeds that its pages name, its news sitemaps, and a listing where there is neither.

In: an address of the site and a fetcher. Out: sources that were visited once and do name pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from citydesk.gather.fetching.answers import Answer, Miss
from citydesk.gather.fetching.fetcher import Fetcher
from citydesk.gather.fetching.web_address import parse_address
from citydesk.gather.following.feeds import pages_of_feed
from citydesk.gather.following.listings import feeds_named, pages_of_listing
from citydesk.gather.following.naming import SourceKind
from citydesk.gather.following.sitemaps import is_for_news, read_sitemap
from citydesk.gather.following.visiting import kind_of
from citydesk.gather.web import text_of
from citydesk.model import InputError

_USUAL = ("/feed/", "/rss.xml", "/feed.xml", "/atom.xml", "/feed.json", "/news-sitemap.xml", "/sitemap-news.xml")
"""Where feeds and news sitemaps usually stand; asked for only where a site names none."""
_MAX_FEEDS = 4
_MAX_SITEMAPS = 3
_LEAST_LISTED = 5
"""Links to reports that make a page a listing."""


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source of a site."""

    address: str
    kind: SourceKind
    pages: int
    """Pages that it names now."""
    title: str = ""


def find_sources(address: str, fetcher: Fetcher) -> list[FoundSource]:
    """The sources of the site that an address belongs to; itself alone, where it is a feed or a sitemap.

    Raises InputError where the address cannot be had, and where nothing is found.
    """
    at = parse_address(address)
    answer = fetcher.fetch(at)
    if isinstance(answer, Miss):
        raise InputError(f"{at}: {answer.message}")
    text = text_of(answer)
    if kind_of(text) is not SourceKind.LISTING:
        found = _of(answer, "")
        if found is None:
            raise InputError(f"{at}: is a {kind_of(text)} that names no page")
        return [found]
    named = list(_named(text, answer, fetcher))
    sources = named or list(_usual(answer.address, fetcher)) or _listing(text, answer)
    if not sources:
        raise InputError(f"{at}: names no feed, no news sitemap and no reports: give the address of its feed")
    return list({source.address: source for source in sources}.values())


def _named(text: str, answer: Answer, fetcher: Fetcher) -> Iterator[FoundSource]:
    """The feeds that the page names, and the news sitemaps that robots.txt does."""
    for feed in feeds_named(text, answer.address)[:_MAX_FEEDS]:
        found = _look_at(feed.address, fetcher, feed.title)
        if found is not None and found.kind is SourceKind.FEED:
            yield found
    sitemaps = [urljoin(answer.address, one) for one in fetcher.sitemaps_of(answer.address)]
    news = [one for one in sitemaps if is_for_news(one)] or list(_in_indexes(sitemaps[:_MAX_SITEMAPS], fetcher))
    for sitemap in news[:_MAX_SITEMAPS]:
        found = _look_at(sitemap, fetcher, "")
        if found is not None and found.kind is SourceKind.SITEMAP:
            yield found


def _in_indexes(sitemaps: Sequence[str], fetcher: Fetcher) -> Iterator[str]:
    """The news sitemaps that indexes of sitemaps name. Others hold all that a site has ever published."""
    for address in sitemaps:
        answer = fetcher.fetch(address)
        if isinstance(answer, Miss):
            continue
        try:
            children = read_sitemap(text_of(answer), answer.address).children
        except InputError:
            continue
        yield from (child for child in children if is_for_news(child))


def _usual(address: str, fetcher: Fetcher) -> Iterator[FoundSource]:
    """The first of the usual places that holds a source."""
    for path in _USUAL:
        found = _look_at(urljoin(address, path), fetcher, "")
        if found is not None and found.kind is not SourceKind.LISTING:
            yield found
            return


def _listing(text: str, answer: Answer) -> list[FoundSource]:
    try:
        pages = len(pages_of_listing(text, answer.address))
    except InputError:
        return []
    return [FoundSource(answer.address, SourceKind.LISTING, pages)] if pages >= _LEAST_LISTED else []


def _look_at(address: str, fetcher: Fetcher, title: str) -> FoundSource | None:
    answer = fetcher.fetch(address)
    return None if isinstance(answer, Miss) else _of(answer, title)


def _of(answer: Answer, title: str) -> FoundSource | None:
    """The source that an answer is, at the address that was asked; None where it names nothing."""
    try:
        text = text_of(answer)
        kind = kind_of(text)
        if kind is SourceKind.FEED:
            pages = len(pages_of_feed(text, answer.address))
        elif kind is SourceKind.SITEMAP:
            sitemap = read_sitemap(text, answer.address)
            pages = len(sitemap.pages) or len(sitemap.children)
        else:
            return None
    except InputError:
        return None
    return FoundSource(answer.asked, kind, pages, title) if pages else None
