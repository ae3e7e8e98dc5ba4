"""Pages from listing pages, and the feeds that pages name."""

import pytest

from citydesk.gather.following.listings import feeds_named, pages_of_listing
from citydesk.model import InputError
from tests.gather.following.made import SITE, listing

AT = SITE + "/news/crime/"


@pytest.mark.parametrize(
    "link",
    [
        "/2026/03/05/man-shot/",
        "/news/man-shot-on-elm-street-tulsa",
        "/news/crime/article_1234567.html",
        "https://www.lantern.example/story/man-dies-after-shooting?utm_source=x",
        "/news/1f0c2d3e-9a8b-4c5d-8e7f-001122334455",
    ],
)
def test_links_to_reports_are_pages(link: str) -> None:
    """Dated, with a headline's words, or numbered."""
    (page,) = pages_of_listing(listing([link]), AT)
    assert page.title == "Man shot on Elm Street"


@pytest.mark.parametrize(
    "link",
    [
        *("/", "/news/", "/news/crime/", "/sports/high-school", "#top", "mailto:desk@lantern.example", "javascript:x"),
        *("https://other.example/2026/03/05/man-shot-on-elm/", "/tag/man-shot-on-elm-street", "/author/ada-b-c-quill"),
        *("/img/2026/03/man-shot-on-elm-street.jpg", "/video/2026/03/05/man-shot-on-elm-street"),
    ],
)
def test_other_links_are_none(link: str) -> None:
    """Sections, other sites, pictures and files."""
    with pytest.raises(InputError, match="without links to reports"):
        pages_of_listing(listing([link]), AT)


@pytest.mark.parametrize("markup", ["", "<", "<html>" * 1_000, "<a href=x/" * 6_000, "\x00"])
def test_a_page_without_links_is_told(markup: str) -> None:
    """Whatever is in it."""
    with pytest.raises(InputError, match="page"):
        pages_of_listing(markup, AT)


def test_feeds_in_the_head_are_found() -> None:
    """But for those of comments."""
    head = (
        '<link rel="alternate" type="application/rss+xml" title="The Lantern" href="/feed/">'
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">'
        '<link rel="alternate" type="application/atom+xml" href="https://feeds.lantern.example/atom">'
        '<link rel="alternate" type="application/json" href="/wp-json/oembed/1.0">'
        '<link rel="alternate" hreflang="es" href="/es/">'
    )
    found = feeds_named(listing([], head=head), AT)
    assert [feed.address for feed in found] == [f"{SITE}/feed/", "https://feeds.lantern.example/atom"]
