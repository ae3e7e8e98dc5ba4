"""Pages come out of archives whole, broken places cost no more than themselves, and nothing runs on for ever."""

import gzip
import io
import os
import time
import zlib
from contextlib import suppress
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather import ArchivedPage
from citydesk.gather.archive.records import MAX_PAGE_BYTES, find_archive, read_pages
from citydesk.model import InputError, Problem
from tests.gather.archive.made import HTML, URL, packed, record, wrapped
from tests.gather.page.made import page

PAGE = page().encode()
OTHER = "https://kzqx.example/news/baker"


def _pages(archive: bytes) -> list[ArchivedPage]:
    found = list(read_pages(io.BytesIO(archive), "news.warc.gz"))
    assert not [one for one in found if isinstance(one, Problem)], found
    return [one for one in found if isinstance(one, ArchivedPage)]


@pytest.mark.parametrize("gzipped", [True, False], ids=["packed", "plain"])
def test_each_page_with_the_place_where_it_stands(gzipped: bool) -> None:
    """The offset of each record is where the one before it ends."""
    records = [record(PAGE), record(PAGE, OTHER)]
    parts = [packed(one) for one in records] if gzipped else records
    first, second = _pages(b"".join(parts))
    assert (first.page.url, first.page.content, first.offset, first.after) == (URL, PAGE, 0, len(parts[0]))
    assert (second.page.url, second.offset, second.after) == (OTHER, len(parts[0]), len(parts[0]) + len(parts[1]))
    assert second.where == f"news.warc.gz, byte {len(parts[0]):,} ({OTHER})"


def test_reading_goes_on_at_an_offset(tmp_path: Path) -> None:
    """What stands before it is not read."""
    path = tmp_path / "news.warc.gz"
    path.write_bytes(packed(record(PAGE), record(PAGE, OTHER)))
    archive = find_archive(path)
    first, second = archive.pages()
    assert isinstance(first, ArchivedPage)
    assert list(archive.pages(first.after)) == [second]
    assert list(archive.pages(archive.size_bytes)) == []


def test_an_archive_is_known_under_another_name(tmp_path: Path) -> None:
    """By its size and beginning; one that grew is another."""
    for name, content in {"a.warc": b"WARC/1.0 a", "b.warc": b"WARC/1.0 a", "c.warc": b"WARC/1.0 ab"}.items():
        (tmp_path / name).write_bytes(content)
    first, same, other = (find_archive(tmp_path / name).digest for name in ("a.warc", "b.warc", "c.warc"))
    assert first == same != other


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(record(PAGE, status=404), id="not there"),
        pytest.param(record(b"\x89PNG", head="Content-Type: image/png"), id="a picture"),
        pytest.param(wrapped(b"GET / HTTP/1.1\r\n\r\n", kind="request"), id="what was asked"),
        pytest.param(wrapped(b"isPartOf: x", kind="warcinfo", content_type="application/warc-fields"), id="about it"),
        pytest.param(wrapped(b"93.184.216.34", "dns:kzqx.example", content_type="text/dns"), id="a name looked up"),
        pytest.param(wrapped(os.urandom(400_000), kind="metadata", content_type="x/y"), id="long, about another"),
        pytest.param(record(b"  ", "https://kzqx.example/empty"), id="empty"),
    ],
)
def test_what_is_no_page_is_passed_over(other: bytes) -> None:
    """Without a word: nobody expects a report of it."""
    assert [one.page.url for one in _pages(packed(other, record(PAGE), other))] == [URL]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("Content-Encoding: gzip", gzip.compress(PAGE), id="gzip"),
        pytest.param("Content-Encoding: gzip", PAGE, id="unpacked under the old head"),
        pytest.param("Content-Encoding: deflate", zlib.compress(PAGE), id="deflate"),
        pytest.param("Content-Encoding: br", brotli.compress(PAGE), id="brotli"),
        pytest.param("Content-Encoding: br", PAGE, id="no brotli"),
        pytest.param("Transfer-Encoding: chunked", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), id="chunked"),
        pytest.param("Transfer-Encoding: chunked", PAGE, id="joined under the old head"),
    ],
)
def test_pages_are_unpacked(head: str, body: bytes) -> None:
    """As crawlers keep them: as they came, or unpacked already."""
    (found,) = _pages(packed(record(body, head=f"{HTML}\r\n{head}")))
    assert found.page.content == PAGE


def test_text_that_was_taken_out_is_a_page_too() -> None:
    """Common Crawl's .wet files have it."""
    (found,) = _pages(wrapped(b"A man was shot.", kind="conversion", content_type="text/plain"))
    assert (found.page.content, found.page.content_type) == (b"A man was shot.", "text/plain")


def test_behind_a_broken_place_reading_goes_on() -> None:
    """One line says where it was."""
    archive = packed(record(PAGE)) + b"no record" + packed(record(PAGE, OTHER))
    first, problem, second = read_pages(io.BytesIO(archive), "news.warc.gz")
    assert isinstance(first, ArchivedPage)
    assert isinstance(second, ArchivedPage)
    assert (first.page.url, second.page.url) == (URL, OTHER)
    assert isinstance(problem, Problem)
    assert problem.message == f"is broken there; read on from byte {second.offset:,}"


def test_an_archive_that_breaks_off_says_so() -> None:
    """What came before is there."""
    first, problem = read_pages(io.BytesIO(packed(record(PAGE), record(PAGE, OTHER))[:-80]), "news.warc.gz")
    assert isinstance(first, ArchivedPage)
    assert isinstance(problem, Problem)
    assert problem.message.startswith("breaks off in the middle")
    assert OTHER in problem.where


BAD = {
    "empty": b"",
    "a page": PAGE,
    "packed nonsense": gzip.compress(b"hello" * 100),
    "only a beginning": b"WARC/1.0\r\n",
}


@pytest.mark.parametrize("archive", BAD.values(), ids=BAD)
def test_what_is_no_archive_says_so(archive: bytes) -> None:
    """One line."""
    with pytest.raises(InputError, match="is no WARC archive"):
        list(read_pages(io.BytesIO(archive), "news.warc.gz"))


def _bomb(start: bytes, more: bytes, times: int) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return b"".join([packer.compress(start), *(packer.compress(more) for _ in range(times)), packer.flush()])


NOTHING = b"\0" * 1_000_000
HOSTILE = {
    "a page of nothing": packed(record(NOTHING * 300)),
    "a body that unpacks without end": packed(
        record(gzip.compress(NOTHING * 300), head=f"{HTML}\r\nContent-Encoding: gzip")
    ),
    "brotli that unpacks without end": packed(
        record(brotli.compress(NOTHING * 100, quality=3), head=f"{HTML}\r\nContent-Encoding: br")
    ),
    "a record that says it holds everything": packed(wrapped(b"HTTP/1.1 200 OK\r\n\r\nx", length=10**13)),
    "a record that says it holds less than nothing": packed(wrapped(b"HTTP/1.1 200 OK\r\n\r\nx", length=-5)),
    "blank lines without end": _bomb(record(PAGE), b"\r\n" * 500_000, 50),
    "a head without end": _bomb(b"WARC/1.0\r\nX: ", b"a" * 1_000_000, 300),
    "an answer's head without end": packed(record(PAGE, head="X: " + "a" * 2_000_000)),
    "chunks of nothing": packed(record(b"0001\r\n" * 200_000, head=f"{HTML}\r\nTransfer-Encoding: chunked")),
    "thousands of false beginnings": packed(record(PAGE)) + b"\x1f\x8b\x08WARC/1." * 20_000,
}


@pytest.mark.parametrize("archive", HOSTILE.values(), ids=HOSTILE)
def test_hostile_archives_cost_little(archive: bytes) -> None:
    """Bounded pages, problems, an InputError at most, and soon."""
    begun = time.process_time()
    with suppress(InputError):
        for one in read_pages(io.BytesIO(archive), "news.warc.gz"):
            assert isinstance(one, Problem) or len(one.page.content) <= MAX_PAGE_BYTES
    assert time.process_time() - begun < 15


@given(st.data())
def test_any_damage_gives_pages_problems_or_an_input_error(data: st.DataObject) -> None:
    """Bytes changed, taken out or put in anywhere."""
    records = [record(PAGE), record(PAGE, OTHER)]
    archive = bytearray(packed(*records) if data.draw(st.booleans()) else b"".join(records))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(archive)))
        archive[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
    with suppress(InputError):
        for one in read_pages(io.BytesIO(bytes(archive)), "news.warc.gz"):
            assert isinstance(one, (ArchivedPage, Problem))


@given(st.binary(max_size=300))
def test_any_bytes_are_no_harm(given_bytes: bytes) -> None:
    """Nor behind the beginning of an archive, and from a stream that cannot be sought in."""
    for archive in (given_bytes, b"WARC/1.0\r\n" + given_bytes):
        for can_seek in (True, False):
            with suppress(InputError):
                list(read_pages(io.BytesIO(archive), "news.warc.gz", can_seek=can_seek))
