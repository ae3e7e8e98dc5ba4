"""Decisions are kept for good: they can be added and read, never changed."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from citydesk.ledger import Ledger
from citydesk.model import Decision, IncidentId

_ROW = (
    "correct",
    "2021-03-05-fargo-nd",
    "r1/0/people.0.age",
    "35",
    "ann",
    "2021-06-01T12:00:00+00:00",
    "the hospital said",
)


@pytest.fixture
def decided(ledger: Ledger, path: Path) -> Ledger:
    """A ledger with two decisions."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for row in (_ROW, ("merge", None, None, None, "ben", "2021-06-02T12:00:00+00:00", "one shooting")):
            columns = 'what, incident, claim, value, who, "when", why'
            connection.execute(f"INSERT INTO decisions ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608
    return ledger


def test_decisions_are_read_the_oldest_first(decided: Ledger) -> None:
    """All of them, or those about one incident."""
    assert [decision.what for decision in decided.decisions()] == ["correct", "merge"]
    assert list(decided.decisions(IncidentId("2021-03-05-fargo-nd"))) == [
        Decision.model_validate(
            {
                "id": 1,
                "what": "correct",
                "incident": "2021-03-05-fargo-nd",
                "claim": "r1/0/people.0.age",
                "value": 35,
                "who": "ann",
                "when": datetime(2021, 6, 1, 12, tzinfo=UTC),
                "why": "the hospital said",
            }
        )
    ]


@pytest.mark.parametrize("change", ["UPDATE decisions SET who = 'somebody else'", "DELETE FROM decisions"])
def test_the_database_itself_refuses_to_change_a_decision(decided: Ledger, path: Path, change: str) -> None:
    """Whatever program tries."""
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute(change)
    assert len(list(decided.decisions())) == 2
