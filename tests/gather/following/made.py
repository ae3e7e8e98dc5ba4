"""Feeds, sitemaps and pages about made-up reports."""

import json
from collections.abc import Iterable, Sequence

SITE = "https://lantern.example"


def rss(items: Iterable[str], *, head: str = "") -> str:
    """An RSS feed of items that are written already."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0"><channel><title>The Lantern</title>'
        f"<link>{SITE}/</link>{''.join(items)}</channel></rss>"
    )


def item(link: str, *, title: str = "Man shot on Elm Street", date: str | None = None) -> str:
    """One item of an RSS feed."""
    dated = f"<pubDate>{date}</pubDate>" if date is not None else ""
    return f"<item><title>{title}</title><link>{link}</link>{dated}</item>"


def atom(*links: str) -> str:
    """An Atom feed."""
    entries = "".join(
        f"<entry><title>Man shot</title><link href='{link}'/><id>{link}</id>"
        "<published>2026-03-05T10:00:00Z</published><updated>2026-03-05T11:00:00Z</updated></entry>"
        for link in links
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Lantern</title>{entries}</feed>'


def json_feed(*links: str) -> str:
    """A JSON Feed."""
    items = [{"id": link, "url": link, "title": "Man shot", "date_published": "2026-03-05T10:00:00Z"} for link in links]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Lantern", "items": items})


def sitemap(*links: str, news: bool = True, changed: str = "2026-03-05T11:00:00Z") -> str:
    """A sitemap, a news one unless it is said otherwise."""
    told = (
        "<news:news><news:publication><news:name>The Lantern</news:name></news:publication>"
        "<news:publication_date>2026-03-05T10:00:00Z</news:publication_date><news:title>Man shot</news:title>"
        "</news:news>"
    )
    urls = "".join(f"<url><loc>{link}</loc><lastmod>{changed}</lastmod>{told if news else ''}</url>" for link in links)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'
    )


def index(*sitemaps: str) -> str:
    """An index of sitemaps."""
    named = "".join(
        f"<sitemap><loc>{one}</loc><lastmod>2026-03-0{n}</lastmod></sitemap>" for n, one in enumerate(sitemaps, 1)
    )
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{named}</sitemapindex>'


def listing(links: Sequence[str], *, head: str = "") -> str:
    """A page of links."""
    named = "".join(f"<li><a href='{link}'>Man shot on Elm Street</a></li>" for link in links)
    return f"<!doctype html><html><head><title>Crime</title>{head}</head><body><ul>{named}</ul></body></html>"
