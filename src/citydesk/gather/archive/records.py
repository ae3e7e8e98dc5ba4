"""The pages of a WARC archive, one after another, with the place where each stands.

In: an archive, gzipped record by record or not, and where to begin. Out: pages as a server sent them, and problems.
fastwarc reads the records; here stand the bounds, and how reading goes on behind a broken place.
"""

import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from citydesk.gather.archive.bodies import unpacked_body
from citydesk.gather.archive.damage import GuardedStream, NoRecordError, next_record
from citydesk.gather.decode import holdable
from citydesk.gather.pages import Page
from citydesk.model import InputError, Problem

MAX_PAGE_BYTES = 5_000_000
"""News pages have 50 kB to 1 MB."""
_MAX_RECORD_BYTES = 2_000_000_000
"""What a record may say that it holds: films are passed over, not read. Beyond it is taken to be broken."""
_MAX_BREAKS = 100
_PRINT_BYTES = 65_536
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
_PAGE_KINDS = ("response", "resource", "conversion")
_LONGEST_URL = 2_000


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """One page in an archive."""

    page: Page
    archive: str
    """The archive's name, as it was given."""
    offset: int
    """Where its record begins, in bytes of the archive as it is kept."""
    after: int = 0
    """Where the record behind it begins."""

    @property
    def where(self) -> str:
        """The page named for a person: archive, place and address."""
        return f"{self.archive}, byte {self.offset:,} ({self.page.url or 'no address'})"


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive in a file, not opened yet."""

    path: Path
    size_bytes: int
    digest: str
    """What tells it from any other: made from its size and beginning, so that it is known under another name too."""

    @property
    def name(self) -> str:
        """The archive as it was named."""
        return holdable(str(self.path))

    def pages(self, start: int = 0) -> Iterator[ArchivedPage | Problem]:
        """Its pages from a record's offset on. Raises InputError where it cannot be read, or is no archive."""
        try:
            with self.path.open("rb") as stream:
                stream.seek(start)
                yield from read_pages(stream, self.name)
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror or error}") from None


def find_archive(path: Path) -> Archive:
    """The archive in a file. Raises InputError where it cannot be read."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(_PRINT_BYTES)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from None
    return Archive(path, size, hashlib.sha256(f"{size}\0".encode() + start).hexdigest()[:32])


def read_pages(stream: IO[bytes], archive: str, *, can_seek: bool = True) -> Iterator[ArchivedPage | Problem]:
    """The pages of an archive from where its stream stands.

    What is no answer with status 200, no page, or no address of the web is passed over. Behind a broken place reading
    goes on at the next record, where the stream can be sought in. Raises InputError for what is no archive at all.
    """
    waiting: ArchivedPage | None = None
    for offset, found in _found(stream, archive, can_seek):
        if waiting is not None:
            yield replace(waiting, after=offset)
            waiting = None
        if isinstance(found, ArchivedPage):
            waiting = found
        elif found is not None:
            yield found
    if waiting is not None:
        yield replace(waiting, after=stream.tell() if can_seek else waiting.offset)


_Found = Iterator[tuple[int, ArchivedPage | Problem | None]]


def _found(stream: IO[bytes], archive: str, can_seek: bool) -> _Found:
    """What each record holds, with its offset; None for what is passed over."""
    at = stream.tell() if can_seek else 0
    any_record = at > 0
    for _ in range(_MAX_BREAKS):
        guarded, goes_on = GuardedStream(stream, can_seek=can_seek), can_seek
        try:
            for record in _records(guarded):
                at, any_record = record.stream_pos, any_record or "WARC-Type" in record.headers
                guarded.allow(record.content_length)
                if record.content_length > _MAX_RECORD_BYTES:
                    raise OSError(f"says that it holds {record.content_length:,} bytes")
                yield at, _taken(record, archive, at)
        except (OSError, EOFError, zlib.error, ValueError, OverflowError) as error:
            fault, goes_on = str(error), can_seek and not isinstance(error, NoRecordError)
        else:
            fault = "it holds no record"
            if any_record:
                return
        if not any_record:
            raise InputError(f"is no WARC archive, or is broken from its beginning ({fault})")
        begin = next_record(stream, at + 1) if goes_on else None
        if begin is None:
            yield at, Problem(f"{archive}, byte {at:,}", "is broken from there on: fetch the archive again")
            return
        yield at, Problem(f"{archive}, byte {at:,}", f"is broken there; read on from byte {begin:,}")
        stream.seek(begin)
        at = begin
    yield at, Problem(archive, f"is broken in {_MAX_BREAKS:,} places and read no further: fetch it again")


def _records(stream: io.RawIOBase) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator  # only where there is an archive

    yield from ArchiveIterator(stream, parse_http=False, fsspec_args=False)


def _taken(record: Any, archive: str, offset: int) -> ArchivedPage | Problem | None:
    """The page in a record."""
    if record.headers.get("WARC-Type") not in _PAGE_KINDS:
        return None
    url = holdable(str(record.headers.get("WARC-Target-URI") or "").strip(" <>"))[:_LONGEST_URL]
    if not url.lower().startswith(("http://", "https://")):
        return None
    try:
        record.parse_http(auto_decode="none", quirks_mode=True)
    except (OSError, ValueError) as error:
        return Problem(f"{archive}, byte {offset:,} ({url})", f"has a head that cannot be read ({error}): left out")
    head = record.http_headers
    if head is not None and head.status_code != 200:
        return None
    kind = str((head or record.headers).get("Content-Type") or "")[:200]
    if kind.partition(";")[0].strip().lower() not in _PAGE_TYPES:
        return None
    expected = record.content_length
    given = record.reader.read(min(expected, MAX_PAGE_BYTES) + 1)
    try:
        if expected > MAX_PAGE_BYTES:
            raise InputError(f"is larger than {MAX_PAGE_BYTES // 1_000_000} MB: left out; no news page is")
        if len(given) < expected:
            raise InputError("breaks off in the middle, as the archive does: fetch it again")
        body = unpacked_body(given, dict(head.items()) if head is not None else {}, MAX_PAGE_BYTES)
    except InputError as error:
        return Problem(f"{archive}, byte {offset:,} ({url})", str(error))
    return ArchivedPage(Page(body, url, kind, file=archive), archive, offset) if body.strip() else None
