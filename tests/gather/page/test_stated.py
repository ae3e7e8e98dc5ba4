"""What a page states of itself."""

import json
from datetime import UTC, date, datetime

import pytest

from citydesk.gather.page.linked import read_linked
from citydesk.gather.page.stated import Stated, read_stated
from tests.gather.page.made import linked, page, tree_of

MORNING = datetime(2021, 3, 6, 4, 10, tzinfo=UTC)


def _stated(head: str = "", above: str = "", address: str | None = None) -> Stated:
    tree = tree_of(page(head=head, above=above))
    return read_stated(tree, read_linked(tree), address=address)


def _article(**members: object) -> str:
    return linked(json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **members}))


PUBLISHED = {
    "JSON-LD datePublished": _article(datePublished="2021-03-06T04:10:00Z"),
    "meta article:published_time": '<meta property="article:published_time" content="2021-03-06T04:10:00Z">',
    "meta parsely-pub-date": '<meta name="parsely-pub-date" content="2021-03-06T04:10:00Z">',
    "meta dc.date.issued": '<meta name="DC.date.issued" content="2021-03-05T22:10:00-06:00">',
    "microdata datePublished": '<meta itemprop="datePublished" content="2021-03-06T04:10:00Z">',
}


@pytest.mark.parametrize(("origin", "head"), PUBLISHED.items(), ids=PUBLISHED)
def test_the_time_of_publication_in_each_form(origin: str, head: str) -> None:
    """With its zone, and with what it was taken from."""
    published = _stated(head).published
    assert published is not None
    assert (published.value, published.origin) == (MORNING, origin)


SHOWN_DATES = {
    "time element": ("<time datetime='2021-03-06T04:10:00Z'>yesterday</time>", MORNING),
    "beside the headline": ("<div class='posted'>Posted 10:10 PM CST, Mar 5, 2021</div>", MORNING),
    "a day beside the headline": ("<p>March 5, 2021</p>", date(2021, 3, 5)),
    "published and updated in one line": ("<div>Published Mar 5, 2021 | Updated Mar 7, 2021</div>", date(2021, 3, 5)),
}


@pytest.mark.parametrize(("above", "moment"), SHOWN_DATES.values(), ids=SHOWN_DATES)
def test_times_that_are_only_shown(above: str, moment: date) -> None:
    """What stands beside the headline counts where the head of the page says nothing."""
    published = _stated(above=above).published
    assert published is not None
    assert published.value == moment


def test_the_address_dates_a_page_that_does_not() -> None:
    """The last resort."""
    stated = _stated(address="https://tribune.example/2021/03/05/baker-shot")
    assert stated.published is not None
    assert (stated.published.value, stated.published.origin) == (date(2021, 3, 5), "address")


def test_a_time_in_the_wrong_zone_is_outvoted() -> None:
    """Some sites write UTC with a local offset in JSON-LD; the line shown to people agrees with the other."""
    head = _article(datePublished="2021-03-06T04:10:00-06:00", dateModified="2021-03-06T05:00:00-06:00")
    head += '<meta property="article:published_time" content="2021-03-06T04:10:00+00:00">'
    head += '<meta property="article:modified_time" content="2021-03-06T05:00:00+00:00">'
    stated = _stated(head, above="<div class='date'>March 5, 2021, 10:10 pm CST</div>")
    assert stated.published is not None
    assert stated.published.value == MORNING
    assert stated.updated is not None
    assert stated.updated.value == datetime(2021, 3, 6, 5, tzinfo=UTC)


def test_an_update_is_one_only_if_it_is_later() -> None:
    """Most pages write the same time twice."""
    same = _article(datePublished="2021-03-06T04:10:00Z", dateModified="2021-03-06T04:10:00Z")
    assert _stated(same).updated is None
    later = _stated(_article(datePublished="2021-03-06T04:10:00Z", dateModified="2021-03-06T06:00:00Z")).updated
    assert later is not None
    assert (later.value, later.origin) == (datetime(2021, 3, 6, 6, tzinfo=UTC), "JSON-LD dateModified")


BYLINES = {
    "Ada Quill": _article(author={"@type": "Person", "name": "Ada Quill"}),
    "Ada Quill, Ben Roe": _article(author=[{"name": "Ada Quill"}, {"name": "By Ben Roe"}]),
    "Cora Dunn": '<meta name="author" content="By Cora Dunn | KZQX">',
    "Dee Eller": '<meta property="article:author" content="https://facebook.example/dee">'
    '<meta name="dc.creator" content="Dee Eller">',
    "Associated Press": _article(author="Associated Press"),
}


@pytest.mark.parametrize(("byline", "head"), BYLINES.items(), ids=BYLINES)
def test_bylines(byline: str, head: str) -> None:
    """Names alone: without "By", without the outlet behind them, and never an address."""
    found = _stated(head).byline
    assert found is not None
    assert found.value == byline


def test_an_author_by_reference_is_looked_up() -> None:
    """Graphs name people once and point at them."""
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "author": {"@id": "#ada"}},
            {"@type": "Person", "@id": "#ada", "name": "Ada Quill"},
        ]
    }
    byline = _stated(linked(json.dumps(graph))).byline
    assert byline is not None
    assert byline.value == "Ada Quill"


@pytest.mark.parametrize(
    "above",
    [
        "<div class='byline'>By Ada Quill</div>",
        "<p>By Ada Quill on Friday, March 5th, 2021</p>",
        "<a rel='author' href='/ada'>Ada Quill</a>",
        "<span class='byline'>By Ada Quill • @adaquill</span>",
    ],
)
def test_bylines_that_are_only_shown(above: str) -> None:
    """Beside the headline."""
    byline = _stated(above=above).byline
    assert byline is not None
    assert byline.value == "Ada Quill"


def test_a_person_goes_before_a_site_that_names_itself() -> None:
    """JSON-LD often gives the outlet as the author of all that it has."""
    head = '<meta property="og:site_name" content="Tulsa Tribune">' + _article(author="Tulsa Tribune")
    byline = _stated(head, above="<div class='byline'>By Ada Quill</div>").byline
    assert byline is not None
    assert byline.value == "Ada Quill"
    alone = _stated(head).byline
    assert alone is not None
    assert alone.value == "Tulsa Tribune"


PUBLISHERS = {
    "meta og:site_name": '<meta property="og:site_name" content="Tulsa Tribune | News, Weather">',
    "JSON-LD publisher": _article(publisher={"@type": "Organization", "name": "Tulsa Tribune"}),
    "meta dc.publisher": '<meta name="dc.publisher" content="Tulsa Tribune">',
    "title element": '<link rel="canonical" href="https://www.tulsatribune.example/a">',
}


@pytest.mark.parametrize(("origin", "head"), PUBLISHERS.items(), ids=PUBLISHERS)
def test_the_publisher_in_each_form(origin: str, head: str) -> None:
    """The outlet whose page it is."""
    publisher = _stated(head).publisher
    assert publisher is not None
    assert (publisher.value, publisher.origin) == ("Tulsa Tribune", origin)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://t.example/a#top">', "https://t.example/a"),
        (
            '<link rel="canonical" href="/a"><meta property="og:url" content="https://t.example/b">',
            "https://t.example/a",
        ),
        (
            '<link rel="canonical" href="/"><meta property="og:url" content="https://t.example/b">',
            "https://t.example/b",
        ),
        (_article(mainEntityOfPage={"@id": "https://t.example/c"}), "https://t.example/c"),
        ('<link rel="canonical" href="ftp://t.example/a">', None),
        ('<link rel="canonical" href="http://[">', None),
    ],
)
def test_canonical_addresses(head: str, url: str | None) -> None:
    """Made whole, and never that of a whole site."""
    found = _stated(head).url
    assert (found.value if found is not None else None) == url


def test_the_title_is_the_headline_that_the_page_shows() -> None:
    """Without the site's name; a headline for search engines gives way where the two are alike."""
    seo = '<meta property="og:title" content="Baker shot in Tulsa on Elm Street: What we know | Tulsa Tribune">'
    title = _stated(seo).title
    assert title is not None
    assert (title.value, title.origin) == ("Baker shot in Tulsa", "headline shown")


def test_a_headline_that_names_the_site_is_none() -> None:
    """Some templates put the site's name into h1."""
    html = page(head='<meta property="og:title" content="Baker shot in Tulsa">').replace(
        "<h1>Baker shot in Tulsa", "<h1>The Tribune"
    )
    tree = tree_of(html)
    title = read_stated(tree, read_linked(tree)).title
    assert title is not None
    assert title.value == "Baker shot in Tulsa"


def test_language_and_section() -> None:
    """As they are stated."""
    stated = _stated(
        '<meta property="article:section" content="Local News"><meta property="og:locale" content="en_US">'
    )
    assert stated.section is not None
    assert stated.section.value == "Local News"
    assert stated.language is not None
    assert (stated.language.value, stated.language.origin) == ("en", "html lang")


@pytest.mark.parametrize(
    "written",
    [
        '{"@type": "NewsArticle", "headline": "Baker\nshot",}',
        '<!-- {"@type": "NewsArticle"} -->',
        "{" * 100_000,
        "[[[" * 5_000,
        '{"@type": ["NewsArticle", 5, null], "author": {"name": {"name": 5}}, "datePublished": {"@value": 5}}',
        '{"@id": "#a", "@type": "Article", "author": {"@id": "#a"}, "publisher": [[[["x"]]]]}',
    ],
)
def test_broken_json_ld_is_no_reason_to_fail(written: str) -> None:
    """The page has other voices."""
    assert _stated(linked(written)).title is not None
