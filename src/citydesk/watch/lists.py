"""A keeper's list of sources: a TOML file, checked as a whole.

In: a path. Out: the sources and the manners that it gives; InputError with every fault of the file in one line.
"""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from citydesk.gather import Manners, SourceKind, parse_address
from citydesk.ledger import NewSource
from citydesk.model import InputError

MAX_BYTES = 1_000_000
LEAST_MINUTES, MOST_MINUTES = 5, 60 * 24 * 7
_MAX_FAULTS = 10


def _address(given: str) -> str:
    try:
        return parse_address(given)
    except InputError as error:
        raise ValueError(str(error)) from error


def _write_to(contact: str) -> str:
    try:
        Manners(contact).user_agent()
    except InputError as error:
        raise ValueError(str(error)) from error
    return contact


_Address = Annotated[str, AfterValidator(_address)]


class _Entry(BaseModel):
    """One source in a list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: _Address
    kind: SourceKind = SourceKind.FEED
    name: Annotated[str, Field(max_length=100)] = ""
    every_minutes: Annotated[int, Field(ge=LEAST_MINUTES, le=MOST_MINUTES)] = 30


class WatchSettings(BaseModel):
    """What a list of sources says beside its sources; None where it says nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contact: Annotated[str, AfterValidator(_write_to)] | None = None
    """Whom a site's people may write to."""
    budget_a_day: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """Requests to a host in a day."""
    private_hosts: tuple[str, ...] = ()
    """Hosts that may be asked although they stand in a network of one's own."""


class _File(WatchSettings):
    source: tuple[_Entry, ...] = ()


class SourceList(BaseModel):
    """A list of sources and what it says beside them."""

    model_config = ConfigDict(frozen=True)

    path: str
    settings: WatchSettings
    sources: tuple[NewSource, ...]


def load_sources(path: Path) -> SourceList:
    """The list in a file. Raises InputError with all that is wrong with it."""
    try:
        with path.open("rb") as stream:
            written = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
    if len(written) > MAX_BYTES:
        raise InputError(f"{path}: is larger than {MAX_BYTES // 1_000_000} MB, as no list of sources is")
    try:
        told = _File.model_validate(tomllib.loads(written.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise InputError(f"{path}: is no text in UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{path}: is no TOML: {error}") from None
    except ValidationError as error:
        raise InputError(f"{path}: {_faults(error)}") from None
    settings = WatchSettings.model_validate(told.model_dump(exclude={"source"}))
    listed = str(path.absolute())
    sources = [NewSource(one.url, one.kind, one.name, one.every_minutes, listed) for one in told.source]
    addresses = [source.address for source in sources]
    twice = sorted({address for address in addresses if addresses.count(address) > 1})
    if twice:
        raise InputError(f"{path}: names {twice[0]} twice: name each source once")
    return SourceList(path=listed, settings=settings, sources=tuple(sources))


def _faults(error: ValidationError) -> str:
    """Every fault, with where it stands: "source 2, every_minutes: …"."""
    told = []
    for fault in error.errors(include_url=False)[:_MAX_FAULTS]:
        place = [f"{part + 1}" if isinstance(part, int) else str(part) for part in fault["loc"]]
        what = str(fault.get("ctx", {}).get("error") or fault["msg"])
        told.append(f"{_placed(place)}: {what[:1].lower()}{what[1:]}")
    more = error.error_count() - len(told)
    return "; ".join([*told, *([f"and {more} more"] if more > 0 else [])])


def _placed(place: list[str]) -> str:
    if len(place) > 1 and place[0] == "source":
        return f"source {place[1]}" + (f", {place[2]}" if len(place) > 2 else "")
    return ", ".join(place) or "the file"
