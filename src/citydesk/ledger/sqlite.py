"""A ledger in one SQLite file: WAL, so that readers never wait for the writer, and FTS5 for search."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    QueuePool,
    create_engine,
    event,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.exc import DBAPIError

from citydesk.ledger.dialect import SCRATCH, Dialect, search_terms
from citydesk.ledger.errors import (
    DiskFull,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerNotWritable,
    NoLedger,
    NotALedger,
)

BUSY_TIMEOUT_SECONDS = 60
"""How long a writer waits for another; a writer's lock is held for one report, some hundredths of a second."""
CACHE_SIZE_KIB = 32 * 1024
CACHED_STATEMENTS = 512
_ROWS_AT_A_TIME = 500
_HEADER = b"SQLite format 3\x00"
_WORDS = table("incident_words")
_NUMBER: ColumnElement[int] = literal_column("incident_words.rowid")


class SqliteDialect:
    """A ledger in an SQLite file."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.where = str(path)
        self._read_only = read_only

    def open_engine(self, *, create: bool) -> Engine:
        """An engine on the file."""
        self._look(create=create)
        self._made = not self.path.exists()
        engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool, pool_size=4, max_overflow=16)
        event.listen(engine, "begin", _begin)
        return engine

    def make_ready(self, engine: Engine) -> None:
        """Put the file's journal in WAL mode, where it then stays."""
        with engine.connect() as connection:
            try:  # past SQLAlchemy, which would open a transaction, in which the mode cannot change
                connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.Error as error:
                raise self._reason(error) from error

    def discard(self) -> None:
        """Remove the file if it was this that made it."""
        if self._made:
            self.remove()

    def scratch(self) -> "SqliteDialect":
        """The file beside it whose name ends in .rebuild."""
        return SqliteDialect(Path(f"{self.path}.rebuild"), read_only=False)

    @contextmanager
    def alone(self, work: str = "made") -> Iterator[None]:
        """An exclusive transaction on a file whose name ends in .lock, which ends with the process, even by kill -9."""
        lock = Path(f"{self.path}.{work}.lock")
        with closing(sqlite3.connect(lock, timeout=0, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorname", "") != "SQLITE_BUSY":
                    raise self._reason(error) from error
                raise LedgerBusy(f"{self.where!r} is being {work} by another program: wait for its end") from error
            try:
                yield
            finally:
                lock.unlink(missing_ok=True)

    def attach(self, connection: Connection, scratch: Dialect) -> None:
        """ATTACH, past SQLAlchemy, which would open a transaction, in which it cannot be done."""
        place = f"file:{quote(str(Path(scratch.where).absolute()))}?mode=rw"
        self._run(connection, f"ATTACH DATABASE ? AS {SCRATCH}", place)

    def detach(self, connection: Connection) -> None:
        """DETACH."""
        self._run(connection, f"DETACH DATABASE {SCRATCH}")

    def remove(self) -> None:
        """Unlink the file and what stands beside it."""
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)

    def put_off_checks(self, connection: Connection) -> None:
        """PRAGMA defer_foreign_keys, which ends with the transaction."""
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))

    def copy_words(self, connection: Connection, numbers: Mapping[int, int]) -> None:
        """Fill the full-text table anew."""
        connection.execute(text("DELETE FROM incident_words"))
        found = connection.execute(text(f"SELECT rowid AS number, words FROM {SCRATCH}.incident_words ORDER BY rowid"))  # noqa: S608  # our own name
        for rows in found.partitions(_ROWS_AT_A_TIME):
            told = [{"number": numbers[row.number], "words": row.words} for row in rows if row.number in numbers]
            if told:
                connection.execute(_INDEX, told)

    def _run(self, connection: Connection, statement: str, *values: str) -> None:
        try:
            connection.connection.cursor().execute(statement, values)
        except sqlite3.Error as error:
            raise self._reason(error) from error

    def make_extras(self, connection: Connection) -> None:
        """The FTS5 table `incident_words`, and triggers that refuse to change or delete a decision."""
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE incident_words "
                "USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')"
            )
        )
        for change in ("UPDATE", "DELETE"):
            connection.execute(
                text(
                    f"CREATE TRIGGER decisions_no_{change.lower()} BEFORE {change} ON decisions "
                    "BEGIN SELECT RAISE(ABORT, 'decisions are never changed or deleted'); END"
                )
            )

    def index_words(self, connection: Connection, incident: int, words: str) -> None:
        """Replace the incident's row of the full-text table."""
        connection.execute(_FORGET, {"number": incident})
        if words:
            connection.execute(_INDEX, {"number": incident, "words": words.replace("\0", " ")})

    def matching(self, number: ColumnElement[int], words: str) -> ColumnElement[bool]:
        """An FTS5 query of quoted terms, all of which must be there."""
        query = " AND ".join(f'"{term}"' for term in search_terms(words))
        if not query:
            return literal_column("0") == literal_column("1")
        found = (
            select(_NUMBER).select_from(_WORDS).where(text("incident_words MATCH :found_by").bindparams(found_by=query))
        )
        return number.in_(found)

    def reason(self, error: DBAPIError) -> LedgerError:
        """What SQLite's result code means for the keeper."""
        return self._reason(error.orig)

    def tidy(self, connection: Connection) -> None:
        """PRAGMA optimize, its look at each table bounded."""
        connection.execute(text("PRAGMA analysis_limit = 1000"))
        connection.execute(text("PRAGMA optimize"))

    def _look(self, *, create: bool) -> None:
        """What can be said clearly before SQLite is asked. Raises LedgerError."""
        folder = self.path.parent
        if not folder.is_dir():
            raise NoLedger(
                f"the ledger {self.where!r} has no place, there is no folder {str(folder)!r}: make it, or name another"
            )
        if self.path.is_dir():
            raise NotALedger(f"{self.where!r} is a folder: name a file with --ledger")
        if not self.path.exists():
            if not create or self._read_only:
                raise NoLedger(
                    f"there is no ledger {self.where!r}: make one with `citydesk add`, or name another with --ledger"
                )
        elif not os.access(self.path, os.R_OK):
            raise LedgerNotWritable(f"the ledger {self.where!r} may not be read: ask its owner for leave")
        else:
            self._look_inside()
        if not self._read_only and not (
            os.access(folder, os.W_OK) and (not self.path.exists() or os.access(self.path, os.W_OK))
        ):
            raise self._not_writable()

    def _look_inside(self) -> None:
        with self.path.open("rb") as file:
            head = file.read(len(_HEADER))
        if head and head != _HEADER:
            raise NotALedger(f"{self.where!r} is not a ledger but some other file: name another with --ledger")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{quote(str(self.path.absolute()))}?{self._mode()}",
            uri=True,
            timeout=BUSY_TIMEOUT_SECONDS,
            isolation_level=None,  # transactions are opened in `_begin` alone
            check_same_thread=False,  # SQLAlchemy's pool sees to it that one thread has it at a time
            cached_statements=CACHED_STATEMENTS,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_SIZE_KIB}")
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection

    def _mode(self) -> str:
        if not self._read_only:
            return "mode=rwc"
        if os.access(self.path.parent, os.W_OK) or Path(f"{self.path}-wal").exists():
            return "mode=ro"
        return "mode=ro&immutable=1"  # a WAL file cannot be made beside it, and nobody writes

    def _not_writable(self) -> LedgerError:
        return LedgerNotWritable(
            f"the ledger {self.where!r} or its folder may not be written: change its permissions, or name another "
            "with --ledger"
        )

    def _reason(self, error: BaseException | None) -> LedgerError:
        name = str(getattr(error, "sqlite_errorname", ""))
        if name == "SQLITE_FULL":
            return DiskFull(
                f"no room is left on the disk of the ledger {self.where!r}: free some and run it again; nothing "
                "half-written stays"
            )
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            return self._not_writable()
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return LedgerBusy(
                f"another program has held the ledger {self.where!r} for {BUSY_TIMEOUT_SECONDS} s: wait for it, "
                "then run it again"
            )
        if name == "SQLITE_NOTADB":
            return NotALedger(f"{self.where!r} is not a ledger but some other file: name another with --ledger")
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
            return LedgerDamaged(f"the ledger {self.where!r} could not be read ({error}): restore it from a copy")
        return LedgerError(f"the ledger {self.where!r} cannot be used ({error})")


_FORGET = text("DELETE FROM incident_words WHERE rowid = :number")
_INDEX = text("INSERT INTO incident_words (rowid, words) VALUES (:number, :words)")


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once, so that what it read stays true until it has written; a reader takes none."""
    writes = connection.get_execution_options().get("citydesk_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
