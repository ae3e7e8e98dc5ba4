"""The page about settling has every property with its rule, and every reason why a value stands."""

import re
from pathlib import Path

from citydesk.model import Basis, Incident, Participant, Place
from citydesk.settle import Rule, rule_of

PAGE = (Path(__file__).parents[2] / "docs" / "settling.md").read_text("utf-8")
_NOT_SETTLED = {"main", "time_approximate", "people", "place", "text", "lat", "lon", "precision"}


def _rows(heading: str) -> dict[str, str]:
    """First and second cell of each row of the table below a heading."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| `")]
    return {row[0].strip("|` "): row[1].strip(" |") for row in rows}


def test_every_property_has_its_rule_on_the_page() -> None:
    """Those of an incident, of its place, and of its participants."""
    told = {
        name: rule
        for rule, names in _rows("The rule of each property").items()
        for name in re.findall("`(.+?)`", names)
    }
    names = {*Incident.model_fields, *Participant.model_fields, *(f"place.{level}" for level in Place.model_fields)}
    settled = {name for name in names if name.rpartition(".")[2] not in _NOT_SETTLED}
    assert told == {name: rule_of(name).value for name in settled}
    assert set(told.values()) == {rule.value for rule in Rule}


def test_every_reason_is_on_the_page() -> None:
    """In the words of the record."""
    assert set(_rows("Why a value stands")) == {basis.value for basis in Basis}
