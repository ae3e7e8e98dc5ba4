"""The page about the ledger names every error."""

import re
from pathlib import Path

import citydesk.ledger
from citydesk.ledger import LedgerError

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text("utf-8")


def test_every_error_of_the_door_stands_on_its_page() -> None:
    """And the page names no error that is not there."""
    found = (getattr(citydesk.ledger, name) for name in citydesk.ledger.__all__)
    errors = {one.__name__ for one in found if isinstance(one, type) and issubclass(one, LedgerError)}
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])} == errors - {"LedgerError"}
