"""Pages from feeds."""

import time
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather.following.feeds import pages_of_feed
from citydesk.model import InputError, Published
from tests.gather.following.made import SITE, atom, item, json_feed, rss

FEED = SITE + "/feed"


@pytest.mark.parametrize(
    "text",
    [
        rss([item(f"{SITE}/a"), item("/b")]),
        atom(f"{SITE}/a", f"{SITE}/b"),
        json_feed(f"{SITE}/a", "/b"),
        rss([item(f"{SITE}/a"), item(f"{SITE}/b")]).replace("</channel></rss>", ""),
        rss([item(f"{SITE}/a", title="A &nbsp; B & C"), item(f"{SITE}/b")]),
        "\ufeff\n" + rss([item(f"{SITE}/a?utm_source=rss"), item(f"{SITE}/b#top")]),
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        f"<item><title>A</title><link>{SITE}/a</link></item><item><link>{SITE}/b</link></item></rdf:RDF>",
    ],
    ids=["rss", "atom", "json", "cut off", "not well-formed", "mark and tracking", "rss 1.0"],
)
def test_each_form_of_feed_gives_its_pages(text: str) -> None:
    """With whole addresses, in the form under which pages are kept."""
    assert sorted(page.address for page in pages_of_feed(text, FEED)) == [f"{SITE}/a", f"{SITE}/b"]


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Thu, 05 Mar 2026 10:00:00 GMT", datetime(2026, 3, 5, 10, tzinfo=UTC)),
        ("Thu, 05 Mar 2026 04:00:00 CST", datetime(2026, 3, 5, 4, tzinfo=timezone(timedelta(hours=-6)))),
        ("2026-03-05T10:00:00+00:00", datetime(2026, 3, 5, 10, tzinfo=UTC)),
        ("2026-03-05 10:00:00", date(2026, 3, 5)),
        ("March 5, 2026", date(2026, 3, 5)),
        ("yesterday", None),
        (None, None),
    ],
)
def test_dates_in_many_forms(words: str | None, published: Published | None) -> None:
    """A time with its zone, a day where there is none, nothing for what is none."""
    (page,) = pages_of_feed(rss([item(f"{SITE}/a", date=words)]), FEED)
    assert page.published == published
    assert page.title == "Man shot on Elm Street"


def test_the_newest_come_first_and_each_once() -> None:
    """Whatever the order in the feed; those without a date come last."""
    days = {"b": "Thu, 05 Mar 2026 10:00:00 GMT", "c": "Fri, 06 Mar 2026 10:00:00 GMT", "a": None}
    items = [item(f"{SITE}/{name}", date=day) for name, day in days.items()]
    found = pages_of_feed(rss([*items, *items]), FEED)
    assert [page.address[-1] for page in found] == ["c", "b", "a"]


def test_an_update_is_told_in_the_feeds_own_words() -> None:
    """Another word for it means that the page has changed."""
    (page,) = pages_of_feed(atom(f"{SITE}/a"), FEED)
    assert (page.published, page.updated) == (datetime(2026, 3, 5, 10, tzinfo=UTC), "2026-03-05T11:00:00Z")


def test_a_feed_with_ten_thousand_items_is_read_whole() -> None:
    """Every one, and within seconds."""
    begun = time.perf_counter()
    found = pages_of_feed(rss(item(f"{SITE}/story-{n}") for n in range(10_000)), FEED)
    assert len({page.address for page in found}) == 10_000
    assert time.perf_counter() - begun < 30


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!doctype html><html><body><h1>Not found</h1></body></html>", "is no feed but another page"),
        ("", "is no feed but another page"),
        ("{", "its JSON is broken"),
        ('{"items": 7}', 'JSON without "items"'),
        ("[" * 100_000, "is no feed"),
        ('{"items":' + "[" * 100_000, "its JSON is broken"),
        (
            rss([item(f"{SITE}/a")], head='<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'),
            "entities of its own",
        ),
        (
            rss([item(f"{SITE}/a")], head='<!DOCTYPE rss SYSTEM "x" [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
            "entities",
        ),
        (rss([item(f"{SITE}/a", title="& " * 600_000)]), "too large"),
    ],
    ids=["page", "empty", "json", "no items", "deep", "deep json", "bomb", "outside", "large and broken"],
)
def test_what_is_no_feed_is_told(text: str, message: str) -> None:
    """In one line."""
    with pytest.raises(InputError, match=message):
        pages_of_feed(text, FEED)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", "http://[", "ftp://x.example/a"]
)
def test_links_to_what_is_no_page_are_passed_over(link: str) -> None:
    """The others stay."""
    found = pages_of_feed(rss([item(link), item(f"{SITE}/a")]), FEED)
    assert [page.address for page in found if page.address != FEED] == [f"{SITE}/a"]


@pytest.mark.parametrize(
    "inside",
    [
        "<a " * 5_000,
        "<" * 30_000,
        "<![CDATA[" * 5_000,
        "&" * 30_000,
        "<item>" * 5_000,
        "<!--" * 8_000,
        "<a b='" * 5_000,
    ],
)
def test_hostile_feeds_cost_little(inside: str) -> None:
    """Whatever stands in them."""
    begun = time.perf_counter()
    with suppress(InputError):
        pages_of_feed(rss([item(f"{SITE}/a"), inside]), FEED)
    assert time.perf_counter() - begun < 10


@given(st.text(max_size=300))
def test_nothing_in_a_feed_escapes(inside: str) -> None:
    """Any text within a feed gives pages, or one line."""
    for text in (rss([item(f"{SITE}/a"), inside]), '{"items": ' + inside, "<feed>" + inside):
        try:
            found = pages_of_feed(text, FEED)
        except InputError:
            continue
        assert all(page.address.startswith("http") for page in found)
