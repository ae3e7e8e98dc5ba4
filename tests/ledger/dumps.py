"""All that a ledger's file holds, to compare two ledgers with."""

import sqlite3
from contextlib import closing
from pathlib import Path

TABLES = (
    *(
        "reports",
        "readings",
        "tellings",
        "telling_keys",
        "pairs",
        "incidents",
        "claims",
        "reviews",
        "decisions",
        "problems",
    ),
    *("reviews", "archives", "incident_words"),
)


Dump = dict[str, list[tuple[object, ...]]]


def dump(path: Path) -> Dump:
    """Every row of every table, and whether the file is sound; raises AssertionError where it is not."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO incident_words (incident_words) VALUES ('integrity-check')")
        return {
            table: sorted(connection.execute(f"SELECT {_columns(table)} FROM {table}"), key=repr)  # noqa: S608
            for table in TABLES
        }


def _columns(table: str) -> str:
    return "rowid, words" if table == "incident_words" else "*"
