"""From a path or an address to a database that is a ledger of our version.

An older ledger is brought up in one transaction; a newer one, or something that is no ledger, is refused and left as
it is.
"""

from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from citydesk.ledger.dialect import Dialect
from citydesk.ledger.errors import LedgerError, NewerLedger, NoLedger, NotALedger, OlderLedger
from citydesk.ledger.migrations import HEAD
from citydesk.version import __version__


class Opened(NamedTuple):
    """A database that is a ledger of our version."""

    engine: Engine
    dialect: Dialect


def open_database(place: str | Path, *, create: bool, read_only: bool) -> Opened:
    """The database at a path or an address ("sqlite:///x.db", "postgresql+psycopg://…"). Raises LedgerError."""
    dialect = _dialect_of(place, read_only=read_only)
    return Opened(_open(dialect, create=create, read_only=read_only), dialect)


def open_scratch(dialect: Dialect) -> Engine:
    """An engine on a scratch database of our version, made where it is not there. Raises LedgerError."""
    return _open(dialect, create=True, read_only=False)


def _open(dialect: Dialect, *, create: bool, read_only: bool) -> Engine:
    engine = dialect.open_engine(create=create)
    try:
        _bring_up(engine, dialect, create=create, read_only=read_only)
    except BaseException as error:
        engine.dispose()
        dialect.discard()
        if isinstance(error, DBAPIError):
            raise dialect.reason(error) from error
        raise
    return engine


def _dialect_of(place: str | Path, *, read_only: bool) -> Dialect:
    from citydesk.ledger.sqlite import SqliteDialect

    if isinstance(place, Path) or "://" not in place:
        return SqliteDialect(Path(place), read_only=read_only)
    try:
        url = make_url(place)
    except ArgumentError as error:
        raise LedgerError(f"{place!r} is no address of a database: give a file, or sqlite:///FILE") from error
    if url.get_backend_name() == "sqlite" and url.database:
        return SqliteDialect(Path(url.database), read_only=read_only)
    raise LedgerError(f"no ledger can stand in {url.render_as_string()!r}: give a file, or sqlite:///FILE")


def _bring_up(engine: Engine, dialect: Dialect, *, create: bool, read_only: bool) -> None:
    with engine.connect() as connection:
        version = _version(connection, dialect)
    if version == HEAD:
        return
    if read_only:
        raise OlderLedger(
            f"{dialect.where!r} is no ledger of version {HEAD} yet: open it once for writing, as `citydesk add` does"
        )
    if version is None and not create:
        raise NoLedger(f"{dialect.where!r} is an empty database: make a ledger of it with `citydesk add`")
    dialect.make_ready(engine)
    with engine.connect().execution_options(citydesk_write=True) as connection, connection.begin():
        if _version(connection, dialect) != HEAD:  # asked again: another process may have been faster
            _migrate(connection, dialect)


def _version(connection: Connection, dialect: Dialect) -> str | None:
    """The version that stands in a database; None in an empty one. Raises LedgerError for another's or a newer one."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables or "decisions" not in tables:
        if tables:
            raise NotALedger(f"{dialect.where!r} is a database of another program: name another with --ledger")
        return None
    version = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if not version.isdecimal() or int(version) > int(HEAD):
        raise NewerLedger(
            f"{dialect.where!r} is a ledger of version {version}, and this Citydesk {__version__} knows versions up to "
            f"{HEAD}: upgrade it with `pip install --upgrade citydesk`"
        )
    return version


def _migrate(connection: Connection, dialect: Dialect) -> None:
    """Run all steps that the ledger lacks; the caller's transaction holds them together."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, dialect=dialect)
    command.upgrade(config, "head")
