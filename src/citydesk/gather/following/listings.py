"""What listing pages link to, and the feeds that a page names: the links of a page, looked at by their addresses.

In: the markup of a page. Out: what looks like reports of the same site; addresses of feeds.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from citydesk.gather.fetching.web_address import parse_address, same_site
from citydesk.gather.following.naming import NamedPage, make_named, newest_first
from citydesk.model import InputError

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")
_DATED = re.compile(r"/(?:19|20)\d\d/(?:\d{1,2}|[a-z]{3})/", re.IGNORECASE)
_SLUG = re.compile(r"(?:[a-z0-9]+[-_]){3,}[a-z0-9]+", re.IGNORECASE)
"""Four words and more, as headlines have; sections have one or two."""
_NUMBERED = re.compile(r"(?:^|[/_-])(?:article|story|id)?[_-]?\d{6,}(?:[/.]|$)|[0-9a-f]{8}-[0-9a-f]{4}-", re.IGNORECASE)
_NO_REPORT = re.compile(
    r"/(?:tag|tags|category|categories|author|authors|staff|about|contact|privacy|terms|search|login|subscribe|video|"
    r"videos|photos|gallery|galleries|obituar\w*|classifieds|jobs|advertise|newsletters?|comments?|share|print)(?:/|$)",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|css|js|xml|rss|json)$", re.IGNORECASE)
_ENDLESS_TAG = re.compile(r"<[a-zA-Z](?:[^<>=]{0,200}=){5000}")
"""A tag with so many attributes is an attack: parsers take time that grows with their square."""
_MAX_LISTED = 500
_MAX_FEEDS = 20


class NamedFeed(NamedTuple):
    """A feed that a page names."""

    address: str
    title: str


def pages_of_listing(markup: str, address: str) -> list[NamedPage]:
    """Pages to what looks like reports of the page's own site. Raises InputError for a page without any."""
    found = newest_first(_pages(markup, address))
    if not found:
        raise InputError("is a page without links to reports")
    return found


def feeds_named(markup: str, address: str) -> list[NamedFeed]:
    """The feeds that a page names in its head, but for those of comments."""
    found: dict[str, NamedFeed] = {}
    for link in _tree(markup).iterfind(".//link"):
        if "alternate" not in (link.get("rel") or "").lower() or (link.get("type") or "").lower() not in _FEED_TYPES:
            continue
        title = " ".join((link.get("title") or "").split())[:100]
        try:
            at = parse_address(link.get("href") or "", address)
        except InputError:
            continue
        if not re.search(r"comments?\b", f"{title} {at}", re.IGNORECASE) and "/wp-json/" not in at:
            found.setdefault(at, NamedFeed(at, title))
    return list(found.values())[:_MAX_FEEDS]


def _pages(markup: str, address: str) -> Iterator[NamedPage | None]:
    number = 0
    for link in _tree(markup).iterfind(".//a"):
        page = make_named(link.get("href"), address, title="".join(link.itertext()))
        if (
            page is not None
            and page.address != address
            and same_site(page.address, address)
            and _is_report(page.address)
        ):
            number += 1
            yield page
        if number == _MAX_LISTED:
            return


def _is_report(address: str) -> bool:
    """Whether an address looks like a report's: dated, with a headline's words, or with a number."""
    path = urlsplit(address).path
    if _NO_REPORT.search(path) or _FILE.search(path):
        return False
    last = path.rstrip("/").rpartition("/")[2]
    return bool(_DATED.search(path) or _SLUG.search(last) or _NUMBERED.search(path))


def _tree(markup: str) -> Any:
    """The tree of a page; an empty one where there is none."""
    from lxml import etree, html

    if _ENDLESS_TAG.search(markup):
        raise InputError("is a page with thousands of attributes in one tag, as no news page has")
    parser = html.HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return html.Element("html")
