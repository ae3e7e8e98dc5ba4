"""The sources of a site, found at a real server."""

import pytest

from citydesk.gather import Fetcher, Miss
from citydesk.gather.following.finding import find_sources
from citydesk.gather.following.naming import SourceKind
from citydesk.gather.following.visiting import Visit, visit_source
from citydesk.model import InputError
from tests.gather.fetching.server import Site
from tests.gather.following.made import atom, index, item, json_feed, listing, rss, sitemap

LINKED = '<link rel="alternate" type="application/rss+xml" title="The Lantern" href="/feed">'
STORIES = [f"/2026/03/05/story-{n}/" for n in range(6)]


def test_the_feeds_that_a_page_names_and_the_news_sitemaps_of_robots_txt(site: Site, fetcher: Fetcher) -> None:
    """Both, each visited once; those that name nothing are no sources."""
    site.put("/robots.txt", "Sitemap: /news-sitemap.xml\nSitemap: /sitemap_pages.xml\nUser-agent: *\nDisallow: /x")
    site.put("/", listing(STORIES, head=LINKED + LINKED.replace("/feed", "/empty")))
    site.put("/feed", rss([item(f"{site.address}/a"), item(f"{site.address}/b")]))
    site.put("/empty", rss([]))
    site.put("/news-sitemap.xml", sitemap(f"{site.address}/a"))
    found = find_sources(site.address, fetcher)
    assert [(source.address, source.kind, source.pages, source.title) for source in found] == [
        (f"{site.address}/feed", SourceKind.FEED, 2, "The Lantern"),
        (f"{site.address}/news-sitemap.xml", SourceKind.SITEMAP, 1, ""),
    ]


def test_a_news_sitemap_in_an_index_is_found(site: Site, fetcher: Fetcher) -> None:
    """The others of the index hold all that the site has ever published."""
    site.put("/robots.txt", f"Sitemap: {site.address}/sitemap.xml")
    site.put("/", listing(STORIES))
    site.put("/sitemap.xml", index(f"{site.address}/posts-1.xml", f"{site.address}/latest-news.xml"))
    site.put("/posts-1.xml", sitemap(f"{site.address}/old", news=False))
    site.put("/latest-news.xml", sitemap(f"{site.address}/new"))
    found = find_sources(site.address, fetcher)
    assert [(source.address, source.kind) for source in found] == [
        (f"{site.address}/latest-news.xml", SourceKind.SITEMAP)
    ]
    assert "/posts-1.xml" not in site.paths


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (rss([item("/a")]), SourceKind.FEED),
        (atom("/a"), SourceKind.FEED),
        (json_feed("/a"), SourceKind.FEED),
        (sitemap("/a"), SourceKind.SITEMAP),
        (index("/b.xml"), SourceKind.SITEMAP),
    ],
)
def test_a_source_itself_is_the_source(site: Site, fetcher: Fetcher, body: str, kind: SourceKind) -> None:
    """Told by what it is, whatever its address and type say."""
    (found,) = find_sources(site.put("/x", body), fetcher)
    assert (found.address, found.kind) == (f"{site.address}/x", kind)


def test_the_usual_places_are_tried_where_nothing_is_named(site: Site, fetcher: Fetcher) -> None:
    """The first that holds a source."""
    site.put("/news/", listing(STORIES))
    site.put("/atom.xml", atom(f"{site.address}/a"))
    (found,) = find_sources(site.address + "/news/", fetcher)
    assert found.address == f"{site.address}/atom.xml"


def test_a_page_of_links_is_the_last_resort(site: Site, fetcher: Fetcher) -> None:
    """Five reports and more make a listing."""
    (found,) = find_sources(site.put("/crime/", listing(STORIES)), fetcher)
    assert (found.kind, found.pages) == (SourceKind.LISTING, 6)


def test_a_site_without_any_is_told(site: Site, fetcher: Fetcher) -> None:
    """And so is one that is not there."""
    with pytest.raises(InputError, match="names no feed"):
        find_sources(site.put("/", listing(STORIES[:2])), fetcher)
    with pytest.raises(InputError, match="is not there"):
        find_sources(site.address + "/gone", fetcher)


def test_an_index_is_followed_one_step(site: Site, fetcher: Fetcher) -> None:
    """An index below an index names nothing."""
    at = site.put("/index.xml", index(f"{site.address}/a.xml", f"{site.address}/b.xml", f"{site.address}/gone.xml"))
    site.put("/a.xml", sitemap(f"{site.address}/1"))
    site.put("/b.xml", index(at))
    visit = visit_source(SourceKind.SITEMAP, at, fetcher)
    assert isinstance(visit, Visit)
    assert [page.address for page in visit.pages] == [f"{site.address}/1"]
    assert site.paths.count("/index.xml") == 1


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (SourceKind.FEED, "is no feed but another page"),
        (SourceKind.SITEMAP, "is no sitemap but another page"),
        (SourceKind.LISTING, "without links to reports"),
    ],
)
def test_a_source_that_is_something_else_is_a_miss(
    site: Site, fetcher: Fetcher, kind: SourceKind, message: str
) -> None:
    """A feed that has become a page of apologies may come back."""
    visit = visit_source(kind, site.put("/x", "<!doctype html><html><h1>Sorry</h1></html>"), fetcher)
    assert isinstance(visit, Miss)
    assert message in visit.message
    assert visit.again


def test_an_unchanged_source_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    """What it said of itself goes with the next visit."""
    at = site.put("/feed", rss([item("/a")]), ETag='"1"')
    first = visit_source(SourceKind.FEED, at, fetcher)
    assert isinstance(first, Visit)
    site.put("/feed", status=304)
    second = visit_source(SourceKind.FEED, at, fetcher, first.known)
    assert isinstance(second, Visit)
    assert (second.unchanged, second.pages, second.known) == (True, (), first.known)
