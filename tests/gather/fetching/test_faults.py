"""Servers at their worst, for real: each ends in a miss that says why, in little time and room."""

import gzip
import threading
import zlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

import pytest

from citydesk.gather import Answer, FetchLimits, Miss
from tests.gather.fetching.conftest import SMALL, MakeFetcher
from tests.gather.fetching.server import (
    Fault,
    Site,
    cut_off,
    endless_body,
    endless_headers,
    nonsense,
    silent,
    trickling,
)

PAGE = "<html><body><p>A man was shot in the leg on Elm Street.</p></body></html>"


def _missed(answer: Answer | Miss) -> str:
    assert isinstance(answer, Miss)
    assert "\n" not in answer.message
    return answer.message


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (silent, "did not answer in time (at most 0.4 s)"),
        (trickling, "did not answer in time (at most 0.4 s)"),
        (endless_headers, "broke off its answer"),
        (endless_body, "answers with more than 2 MB"),
        (cut_off, "broke off its answer"),
        (nonsense, "broke off its answer"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_server_at_fault_is_a_miss(site: Site, make_fetcher: MakeFetcher, fault: Fault, message: str) -> None:
    """Within the time and the size that one request may take."""
    address = site.put_fault("/story", fault)
    assert message in _missed(make_fetcher().fetch(address))


def test_a_server_that_is_not_there_may_be_asked_again(make_fetcher: MakeFetcher) -> None:
    """Nothing listens on port 1; robots.txt could not be had, which means no."""
    answer = make_fetcher().fetch("http://127.0.0.1:1/story")
    assert isinstance(answer, Miss)
    assert (answer.again, answer.host_wide) == (True, True)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "x-gzip"])
def test_a_bomb_is_not_unpacked(site: Site, make_fetcher: MakeFetcher, encoding: str) -> None:
    """A thousand times its size is no page, and neither is more than a page may have."""
    packed = gzip.compress(b"\0" * 1_900_000) if "gzip" in encoding else zlib.compress(b"\0" * 1_900_000)
    tight = site.put("/tight", packed, Content_Encoding=encoding)
    large = gzip.compress(bytes(range(256)) * 10_000) if "gzip" in encoding else zlib.compress(b"news " * 500_000)
    vast = site.put("/vast", large, Content_Encoding=encoding)
    fetcher = make_fetcher(limits=replace(SMALL, read_seconds=20, total_seconds=20))  # a busy machine may be slow
    assert "more than 200 times its size" in _missed(fetcher.fetch(tight))
    assert "answers with more than 2 MB" in _missed(make_fetcher(limits=_loose()).fetch(vast))


def _loose() -> FetchLimits:
    return FetchLimits(total_seconds=5, size_bytes=2_000_000, ratio=100_000)


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (PAGE.encode(), "identity"),
        (gzip.compress(PAGE.encode()), "gzip"),
        (gzip.compress(PAGE[:20].encode()) + gzip.compress(PAGE[20:].encode()), "gzip"),
        (gzip.compress(PAGE.encode()) + b"\0\0\0", "gzip"),
        (zlib.compress(PAGE.encode()), "deflate"),
        (zlib.compress(PAGE.encode())[2:-4], "deflate"),
    ],
    ids=["plain", "gzip", "two parts", "padded", "zlib", "raw deflate"],
)
def test_packed_pages_are_unpacked(site: Site, make_fetcher: MakeFetcher, packed: bytes, encoding: str) -> None:
    """In each of the ways in which servers pack them."""
    answer = make_fetcher().fetch(site.put("/story", packed, Content_Encoding=encoding))
    assert isinstance(answer, Answer)
    assert answer.body == PAGE.encode()


@pytest.mark.parametrize(
    ("body", "headers", "message"),
    [
        (b"\x1b\x00", {"Content_Encoding": "br"}, "packed as 'br', which was not asked for"),
        (b"no gzip", {"Content_Encoding": "gzip"}, "packed wrongly"),
        (gzip.compress(PAGE.encode())[:-9], {"Content_Encoding": "gzip"}, "packed wrongly"),
        (b"\x00\x01", {"Content_Type": "video/mp4"}, "is no page but video/mp4"),
    ],
    ids=["brotli", "not gzip", "cut gzip", "video"],
)
def test_bodies_that_are_no_page_are_told(
    site: Site, make_fetcher: MakeFetcher, body: bytes, headers: dict[str, str], message: str
) -> None:
    """Each in its own words, and none is asked for again."""
    answer = make_fetcher().fetch(site.put("/story", body, status=200, **headers))
    assert message in _missed(answer)
    assert isinstance(answer, Miss)
    assert not answer.again


def test_a_promised_size_is_believed_before_it_comes(site: Site, make_fetcher: MakeFetcher) -> None:
    """Nothing of the body is waited for."""

    def promise(handler: BaseHTTPRequestHandler, _: threading.Event) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n")

    assert "answers with 9,000 MB" in _missed(make_fetcher().fetch(site.put_fault("/story", promise)))


def test_a_redirect_loop_ends(site: Site, make_fetcher: MakeFetcher) -> None:
    """After three, as these limits have it."""
    address = site.put("/a", status=302, Location="/b")
    site.put("/b", status=301, Location="/a")
    assert "leads on more than 3 times" in _missed(make_fetcher().fetch(address))
    assert site.paths == ["/robots.txt", "/a", "/b", "/a", "/b"]


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("file:///etc/passwd", "no address of a page"),
        ("gopher://127.0.0.1/", "no address of a page"),
        ("", "leads on more than"),
        ("http://[", "no address of a page"),
        ("http://user:secret@127.0.0.1/", "no address of a page"),
    ],
)
def test_a_redirect_to_what_is_no_page_is_not_followed(
    site: Site, make_fetcher: MakeFetcher, location: str, message: str
) -> None:
    """Only http and https, and nothing with a password in it."""
    assert message in _missed(make_fetcher().fetch(site.put("/a", status=302, Location=location)))


def test_redirects_are_followed_and_told(site: Site, make_fetcher: MakeFetcher) -> None:
    """The answer says who gave it."""
    site.put("/new", PAGE)
    answer = make_fetcher().fetch(site.put("/old", status=301, Location="new"))
    assert isinstance(answer, Answer)
    assert (answer.asked, answer.address) == (f"{site.address}/old", f"{site.address}/new")


@pytest.mark.parametrize(
    ("status", "again", "message"),
    [
        (404, False, "is not there (status 404)"),
        (410, False, "is not there (status 410)"),
        (403, False, "answers with status 403"),
        (500, True, "answers with status 500"),
    ],
)
def test_statuses_are_told(site: Site, make_fetcher: MakeFetcher, status: int, again: bool, message: str) -> None:
    """And whether it is worth asking again."""
    answer = make_fetcher().fetch(site.put("/story", status=status))
    assert _missed(answer) == message
    assert isinstance(answer, Miss)
    assert answer.again == again


def test_every_request_bears_our_name_and_nothing_of_ourselves(site: Site, make_fetcher: MakeFetcher) -> None:
    """The user agent with its contact; no cookie comes back."""
    fetcher = make_fetcher()
    fetcher.fetch(site.put("/story", PAGE, Set_Cookie="id=7"))
    fetcher.fetch(site.address + "/story")
    assert [asked.headers["user-agent"].startswith("citydesk/") for asked in site.asked] == [True] * 3
    assert all(asked.headers["user-agent"].endswith("; desk@lantern.example)") for asked in site.asked)
    assert not any({"cookie", "referer", "authorization"} & asked.headers.keys() for asked in site.asked)


def test_an_unchanged_page_is_not_sent_again(site: Site, make_fetcher: MakeFetcher) -> None:
    """What the last answer said of itself goes with the next request."""
    address = site.put("/story", PAGE, ETag='"7"', Last_Modified="Thu, 05 Mar 2026 10:00:00 GMT")
    fetcher = make_fetcher()
    first = fetcher.fetch(address)
    assert isinstance(first, Answer)
    site.put("/story", status=304, ETag='"7"')
    second = fetcher.fetch(address, first.known)
    assert isinstance(second, Answer)
    assert (first.unchanged, second.unchanged, second.body) == (False, True, b"")
    asked = site.asked[-1].headers
    assert asked["if-none-match"] == '"7"'
    assert asked["if-modified-since"] == "Thu, 05 Mar 2026 10:00:00 GMT"
