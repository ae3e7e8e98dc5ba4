"""What a source names: pages, with what it says of each. Plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from citydesk.gather.decode import holdable
from citydesk.gather.fetching.web_address import canonical_address, parse_address
from citydesk.gather.published import parse_published
from citydesk.model import InputError, Published

MAX_NAMED = 50_000
"""Of one source at one visit: what a sitemap may hold (sitemaps.org); feeds have ten to a hundred."""
_MAX_TITLE = 300


class SourceKind(StrEnum):
    """What a source is."""

    FEED = "feed"
    """RSS, Atom or JSON Feed."""
    SITEMAP = "sitemap"
    """A news sitemap, or an index of sitemaps."""
    LISTING = "listing"
    """A page that links to reports, such as a section's front."""


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page that a source names."""

    address: str
    """In the form under which pages are kept."""
    title: str = ""
    published: Published | None = None
    updated: str | None = None
    """What the source says of when the page last changed, in its own words: another one means that it did."""


def make_named(
    address: object, base: str, *, title: object = None, published: object = None, updated: object = None
) -> NamedPage | None:
    """The page that a source gives; None where its address is no page's."""
    if not isinstance(address, str):
        return None
    try:
        known_by = canonical_address(parse_address(address, base))
    except InputError:
        return None
    words = " ".join(holdable(title).split())[:_MAX_TITLE] if isinstance(title, str) else ""
    told = holdable(updated).strip()[:64] if isinstance(updated, str) else ""
    return NamedPage(known_by, words, day_of(published), told or None)


def day_of(given: object) -> Published | None:
    """A publication time as a source writes it; None for what is none."""
    if not isinstance(given, str) or not given.strip():
        return None
    try:
        return parse_published(given)
    except InputError:
        return None


def newest_first(pages: Iterable[NamedPage | None]) -> list[NamedPage]:
    """Each page once, the newest first and those without a date behind; bounded."""
    by_address: dict[str, NamedPage] = {}
    for page in pages:
        if page is not None and page.address not in by_address:
            by_address[page.address] = page
            if len(by_address) == MAX_NAMED:
                break
    return sorted(by_address.values(), key=_age, reverse=True)


def _age(page: NamedPage) -> str:
    if page.published is None:
        return ""
    if isinstance(page.published, datetime):
        return page.published.astimezone(UTC).isoformat()
    return page.published.isoformat()
