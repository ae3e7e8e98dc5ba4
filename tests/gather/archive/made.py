"""Archives made for tests: a record an answer, as crawlers write them."""

import gzip

URL = "https://tribune.example/2021/baker"
HTML = "Content-Type: text/html; charset=utf-8"


def record(body: bytes, url: str = URL, *, head: str = HTML, status: int = 200) -> bytes:
    """One answer, as it came."""
    return wrapped(f"HTTP/1.1 {status} OK\r\n{head}\r\n\r\n".encode() + body, url)


def wrapped(
    answer: bytes,
    url: str = URL,
    *,
    kind: str = "response",
    content_type: str = "application/http; msgtype=response",
    length: int | None = None,
) -> bytes:
    """One record around what was sent; `length` is what it says of itself, where that is not true."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2021-03-06T05:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(answer) if length is None else length}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """A .warc.gz: each record packed by itself."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
