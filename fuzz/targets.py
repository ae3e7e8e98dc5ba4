"""What is fuzzed: every parser of what comes from outside, as one function of bytes each, and bytes to begin with.

In: any bytes. Out: nothing. An InputError is an answer; whatever else is raised is a fault.
"""

import gzip
import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from citydesk.gather.archive.quick import look_quickly
from citydesk.gather.archive.records import read_pages
from citydesk.gather.archive.taking import reports_in_stream
from citydesk.gather.contents import reports_in
from citydesk.gather.decode import decode, decode_as
from citydesk.gather.fetching.robots import crawl_delay, may_fetch, sitemaps_in
from citydesk.gather.fetching.web_address import canonical_address
from citydesk.gather.following.feeds import pages_of_feed
from citydesk.gather.following.listings import feeds_named, pages_of_listing
from citydesk.gather.following.sitemaps import read_sitemap
from citydesk.gather.forms import Form
from citydesk.gather.page.moments import read_moment
from citydesk.gather.pages import Page, take_page
from citydesk.model import InputError

ADDRESS = "https://tribune.example/2021/baker"
MAX_BYTES = 20_000
"""Of one input: enough for every branch; what takes long grows, and is tested by itself."""


def _form(form: Form | None) -> Callable[[bytes], None]:
    def parse(given: bytes) -> None:
        list(reports_in(io.BufferedReader(io.BytesIO(given)), form, "fuzz"))

    return parse


def _page(given: bytes) -> None:
    take_page(Page(given, ADDRESS, "text/html; charset=latin-1"), where="fuzz")
    look_quickly(Page(given, ADDRESS, "text/html"))


def _archive(given: bytes) -> None:
    with suppress(InputError):
        list(read_pages(io.BytesIO(given), "fuzz"))
    list(reports_in_stream(io.BytesIO(b"WARC/1.0\r\n" + given), "fuzz"))


def _words(given: bytes) -> None:
    charset, _, rest = given.partition(b" ")
    text = decode_as(rest, charset.decode("latin-1"))
    read_moment(text)
    canonical_address(text)


def _followed(given: bytes) -> None:
    text = decode(given)
    for parse in (pages_of_feed, read_sitemap, pages_of_listing, feeds_named):
        with suppress(InputError):
            parse(text, ADDRESS)


def _robots(given: bytes) -> None:
    text = given.decode("utf-8", "replace")
    may_fetch(text, ADDRESS)
    crawl_delay(text)
    sitemaps_in(text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "page": _page,
    "archive": _archive,
    "words": _words,
    "followed": _followed,
    "robots": _robots,
    "unknown": _form(None),
    **{form.value: _form(form) for form in Form if form is not Form.ARCHIVE},
}
_RSS = b"<rss><channel><item><title>Shot</title><link>https://tribune.example/1</link></item></channel></rss>"
_ALERT = (
    b"From: a@b.example\nSubject: Google Alert\nContent-Type: text/html\n\n<a href='https://a.example/1'>A man shot</a>"
)
SEEDS: dict[str, list[bytes]] = {
    "words": [b"utf-8 March 5, 2021 4:12 PM CST", b"cp1252 https://tribune.example/?a=1"],
    "followed": [_RSS, b"<urlset><url><loc>https://tribune.example/1</loc></url></urlset>"],
    "robots": [b"User-agent: *\nDisallow: /a*$\nCrawl-delay: 5\nSitemap: https://tribune.example/s.xml"],
    "archive": [gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1\r\n\r\nx\r\n\r\n")],
    "message": [_ALERT, b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\n<p>x\n--b--"],
    "json": [
        b'{"articles": [{"title": "Shot", "content": "A man was shot. [+20 chars]", "url": "https://a.example/1"}]}'
    ],
    "lines": [b'{"text": "A man was shot.", "published": "2021-03-05"}\n{}'],
    "table": [b'title,url,text\n"Shot, twice",https://a.example/1,"A man\nwas shot."'],
    "text": [b"date 2021-03-05\nTULSA, Okla. (KZQX) -- A man was shot."],
    "page": [b"<html><h1>Shot</h1><time datetime=2021-03-05>x</time><p>TULSA, Okla. -- A man was shot on Elm Street."],
}


def write_seeds(name: str, folder: Path) -> None:
    """Put what a target begins with into a folder."""
    for number, seed in enumerate([*SEEDS.get(name, []), *(SEEDS["page"] if name == "unknown" else [])]):
        (folder / str(number)).write_bytes(seed)
