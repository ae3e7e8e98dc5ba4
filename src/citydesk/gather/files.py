"""Reports from files, folders, standard input and addresses on the web, streamed.

In: paths. Out: reports, and problems for what could not be used, in the order of the paths (folders by name). What a
path holds is told by its ending; without a known one, and on standard input, by its first lines. Addresses are left to
`web`.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from glob import iglob
from itertools import islice
from pathlib import Path

from citydesk.gather.archive.records import Archive, find_archive
from citydesk.gather.archive.taking import reports_in_archive
from citydesk.gather.contents import reports_in
from citydesk.gather.fetching.fetcher import Fetcher
from citydesk.gather.fetching.web_address import is_address
from citydesk.gather.forms import FORMS, Form, form_of
from citydesk.gather.streams import open_stream
from citydesk.gather.web import gather_addresses
from citydesk.model import InputError, Problem, Report

STDIN = "-"
_PATTERN = re.compile(r"[*?\[]")
_MOST_MATCHES = 1_000_000
Gathered = Iterator[Report | Problem | Archive]


def gather(paths: Iterable[str | Path], *, fetcher: Fetcher | None = None) -> Iterator[Report | Problem]:
    """The reports in files, in folders (with all below them), on standard input ("-") and at addresses (https://…).

    Bad files and lines come as Problem values between the reports. Addresses are fetched by the fetcher, or by one of
    the usual manners. Raises InputError, before anything is read, for a path that does not exist.
    """
    return _opened(gather_closed(paths, fetcher=fetcher))


def gather_closed(paths: Iterable[str | Path], *, fetcher: Fetcher | None = None) -> Gathered:
    """The same, with archives unopened: a ledger goes on in them where it was, and takes what is worth it."""
    named = [found for path in paths for found in _matching(path)]
    for path in named:
        if not is_address(str(path)) and str(path) != STDIN and not _exists(path):
            raise InputError(f"{path}: no such file or folder")
    return _gather(named, fetcher)


def _opened(found: Gathered) -> Iterator[Report | Problem]:
    for one in found:
        if not isinstance(one, Archive):
            yield one
            continue
        try:
            yield from reports_in_archive(one)
        except InputError as error:
            yield Problem(one.name, str(error))


def _matching(path: str | Path) -> list[str | Path]:
    """The paths that a pattern stands for ("2021-*/*.html"), by name; any other path as it is."""
    if isinstance(path, Path) or is_address(path) or not _PATTERN.search(path) or _exists(path):
        return [path]
    found: list[str | Path] = sorted(islice(iglob(path, recursive=True), _MOST_MATCHES))  # noqa: PTH207  # it may be absolute
    return found or [path]


def _exists(path: str | Path) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError) as error:  # a name too long, a folder that may not be looked into, a NUL in the name
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _gather(paths: list[str | Path], fetcher: Fetcher | None) -> Gathered:
    with ExitStack() as opened:
        for path in paths:
            if is_address(str(path)):
                fetcher = fetcher or opened.enter_context(Fetcher())
                yield from gather_addresses([str(path)], fetcher)
            elif str(path) == STDIN:
                yield from _from_file(None)
            elif Path(path).is_dir():
                yield from _from_folder(Path(path))
            else:
                yield from _from_file(Path(path))


def _from_folder(folder: Path) -> Gathered:
    """The files of known endings below a folder, by name; hidden ones, links and devices are left alone."""
    waiting, found_any = [folder], False
    while waiting:
        entry = waiting.pop()
        try:
            if entry.is_dir():
                inside = sorted(entry.iterdir(), reverse=True)
                waiting += [one for one in inside if not one.name.startswith(".") and not one.is_symlink()]
            elif entry.is_file() and form_of(entry) is not None:
                found_any = True
                yield from _from_file(entry)
        except OSError as error:
            found_any = True
            yield Problem(str(entry), f"cannot be read: {error.strerror or error}")
    if not found_any:
        yield Problem(str(folder), f"holds no file that ends in {', '.join(FORMS)}, or in one of these and .gz")


def _from_file(path: Path | None) -> Gathered:
    where = str(path) if path is not None else "standard input"
    try:
        if path is not None and form_of(path) is Form.ARCHIVE:
            yield find_archive(path)
            return
        with open_stream(path) as stream:
            yield from reports_in(stream, form_of(path) if path is not None else None, where)
    except InputError as error:
        yield Problem(where, str(error))
