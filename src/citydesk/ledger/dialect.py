"""What differs between databases, behind one small interface; all else in this room speaks plain SQLAlchemy Core."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Engine
from sqlalchemy.exc import DBAPIError

from citydesk.ledger.errors import LedgerError

SCRATCH = "scratch"
"""What tables of a scratch database stand under once it is attached."""
MAX_TERMS = 20
MAX_TERM_LENGTH = 100
"""Of a search; what comes behind is left aside, so that nobody keeps a database busy with one question."""


class Dialect(Protocol):
    """One database that a ledger stands in, or is to stand in."""

    where: str
    """Its place, for messages: a file's name, or an address without its password."""

    def open_engine(self, *, create: bool) -> Engine:
        """An engine on the database, after a first look that it can be used. Raises LedgerError.

        `create` is whether a database may be made where there is none.
        """

    def make_ready(self, engine: Engine) -> None:
        """Set up, for good, how a database that turned out to be ours or empty is written to."""

    def make_extras(self, connection: Connection) -> None:
        """Once, inside the first migration: the full-text table, and what keeps decisions from being changed."""

    def index_words(self, connection: Connection, incident: int, words: str) -> None:
        """Let an incident be found by these words, and by no others; by none at all where `words` is empty."""

    def matching(self, number: ColumnElement[int], words: str) -> ColumnElement[bool]:
        """The condition that the incident of this number has all the words of a search. Any text is a search."""

    def reason(self, error: DBAPIError) -> LedgerError:
        """The database's complaint as one clear line."""

    def tidy(self, connection: Connection) -> None:
        """After much was written: let the database look again at how its tables are filled."""

    def discard(self) -> None:
        """Take away what a failed `open_engine(create=True)` made."""

    def scratch(self) -> "Dialect":
        """A database beside this one, in which another state of the same ledger is made."""

    def alone(self, work: str = "made") -> AbstractContextManager[None]:
        """While it is held, no other program does the same work on this database. Raises LedgerBusy where one does.

        `work` ends the sentence "it is being …".
        """

    def attach(self, connection: Connection, scratch: "Dialect") -> None:
        """Let a connection, outside any transaction, see the tables of a scratch database as `SCRATCH.name`."""

    def detach(self, connection: Connection) -> None:
        """Let go of what `attach` brought in."""

    def remove(self) -> None:
        """Take the database itself away, if it is there."""

    def put_off_checks(self, connection: Connection) -> None:
        """Until this transaction ends, rows may point to rows that are not there yet."""

    def copy_words(self, connection: Connection, numbers: Mapping[int, int]) -> None:
        """Let incidents be found by what the scratch database has, under the numbers that they get here."""


def search_terms(words: str) -> list[str]:
    """The words and "quoted phrases" of a search, each with nothing but letters, digits and single spaces.

    What a person types is hostile until it has gone through here: no character is left that the language of a
    full-text query gives a meaning to. A term always has a letter or a digit.
    """
    terms: list[str] = []
    for n, part in enumerate(words.split('"')):
        plain = "".join(c if c.isalnum() else " " for c in part).split()
        terms.extend([" ".join(plain)] if n % 2 == 1 else plain)
    return [term[:MAX_TERM_LENGTH] for term in terms if term][:MAX_TERMS]
