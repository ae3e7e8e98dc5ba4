"""Addresses of pages, taken apart and brought to one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather import canonical_address, parse_address, same_site
from citydesk.model import InputError


@pytest.mark.parametrize(
    ("given", "base", "whole"),
    [
        ("https://News.Example", None, "https://news.example/"),
        ("  http://news.example:80/a#top ", None, "http://news.example/a"),
        ("https://news.example:8443/a b?q=é", None, "https://news.example:8443/a%20b?q=%C3%A9"),
        ("/story?id=7", "https://news.example/list/", "https://news.example/story?id=7"),
        ("//cdn.example/x", "https://news.example/", "https://cdn.example/x"),
        ("https://straße.example/", None, "https://strasse.example/"),
        ("http://[::1]:8080/x", None, "http://[::1]:8080/x"),
        ("https://news.example/a%2Fb", None, "https://news.example/a%2Fb"),
    ],
)
def test_an_address_is_made_whole(given: str, base: str | None, whole: str) -> None:
    """In ASCII, without its fragment."""
    assert parse_address(given, base) == whole


@pytest.mark.parametrize(
    "given",
    [
        *("", "news.example", "ftp://news.example/", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"),
        *("https://", "https:///x", "http://[", "http://a:b@news.example/", "http://news.example:99999/"),
        *("http://news example/", "https://" + "a" * 3000, "http://\ud800.example/", "http://a..b/"),
    ],
)
def test_what_is_no_address_of_a_page_is_told(given: str) -> None:
    """In one line."""
    with pytest.raises(InputError) as caught:
        parse_address(given)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=60), st.sampled_from([None, "https://news.example/list/x"]))
def test_any_text_is_an_address_or_told(words: str, base: str | None) -> None:
    """And an address made whole stays as it is, in ASCII."""
    try:
        whole = parse_address(words, base)
    except InputError:
        return
    assert parse_address(whole) == whole
    assert whole.isascii()
    assert canonical_address(canonical_address(whole)) == canonical_address(whole)


@pytest.mark.parametrize(
    "given",
    [
        "https://news.example/story?id=7&utm_source=x&fbclid=y",
        "https://news.example/story?id=7#comments",
        "HTTPS://NEWS.example:443/story?id=7",
        "https://news.example/story?utm_campaign=a%20b&id=7",
    ],
)
def test_one_page_has_one_form(given: str) -> None:
    """Where a visitor came from is no part of it; what he asked for is."""
    assert canonical_address(given) == "https://news.example/story?id=7"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://www.news.example/a", "https://news.example/b", True),
        ("https://amp.news.example/a", "https://m.news.example/b", True),
        ("https://city.news.example/a", "https://news.example/", True),
        ("https://news.example/", "https://badnews.example/", False),
        ("https://news.example/", "https://news.example.evil.example/", False),
        ("https://a.news.example/", "https://b.news.example/", False),
    ],
)
def test_a_site_is_told_from_its_hosts(first: str, second: str, same: bool) -> None:
    """One below the other is one site; two that only look alike are not."""
    assert same_site(first, second) == same
    assert same_site(second, first) == same
