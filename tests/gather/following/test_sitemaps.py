"""Pages from sitemaps."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather.following.sitemaps import read_sitemap
from citydesk.model import InputError
from tests.gather.following.made import SITE, index, sitemap

AT = SITE + "/news.xml"


def test_a_news_sitemap_gives_its_pages() -> None:
    """With title, time and when they changed."""
    found = read_sitemap(sitemap(f"{SITE}/a", f"{SITE}/b"), AT)
    assert (found.news, found.children) == (True, [])
    assert sorted(page.address for page in found.pages) == [f"{SITE}/a", f"{SITE}/b"]
    page = found.pages[0]
    assert (page.title, page.updated) == ("Man shot", "2026-03-05T11:00:00Z")
    assert page.published == datetime(2026, 3, 5, 10, tzinfo=UTC)


def test_a_plain_sitemap_is_dated_by_its_changes() -> None:
    """It says nothing else."""
    found = read_sitemap(sitemap(f"{SITE}/a", news=False), AT)
    assert not found.news
    assert found.pages[0].published == datetime(2026, 3, 5, 11, tzinfo=UTC)


def test_an_index_names_the_few_that_are_worth_a_visit() -> None:
    """Those for news, else those that changed last."""
    plain = [f"{SITE}/s{n}.xml" for n in range(1, 7)]
    assert read_sitemap(index(*plain), AT).children == [f"{SITE}/s6.xml", f"{SITE}/s5.xml", f"{SITE}/s4.xml"]
    assert read_sitemap(index(*plain, f"{SITE}/news-1.xml"), AT).children == [f"{SITE}/news-1.xml"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<html></html>", "no sitemap but another page"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + sitemap(f"{SITE}/&a;"), "entities of its own"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + sitemap(f"{SITE}/a"), "entities of its own"),
        (sitemap(f"{SITE}/a")[:-20], "no well-formed XML"),
        (sitemap(f"{SITE}/a?b=1&c=2"), "no well-formed XML"),
    ],
)
def test_what_is_no_sitemap_is_told(text: str, message: str) -> None:
    """In one line, and nothing is opened that it names."""
    with pytest.raises(InputError, match=message):
        read_sitemap(text, AT)


@given(st.text(max_size=200))
def test_nothing_in_a_sitemap_escapes(inside: str) -> None:
    """Any text within one gives pages, or one line."""
    with suppress(InputError):
        read_sitemap(sitemap(f"{SITE}/a").replace("</urlset>", inside), AT)


def test_depth_without_end_is_survived() -> None:
    """A hundred thousand elements in one another."""
    deep = "<url>" * 100_000
    with pytest.raises(InputError, match="no well-formed XML"):
        read_sitemap(sitemap(f"{SITE}/a").replace("</urlset>", deep), AT)
