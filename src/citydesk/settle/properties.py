"""By which rule each property of an incident and of its participants is settled.

In: a property's name. Out: its `Rule`; docs/settling.md lists them all, and a test compares.
"""

from enum import StrEnum


class Rule(StrEnum):
    """How one value comes to stand of all that are told."""

    LATEST = "latest"
    """As last told: it changes while a story develops."""
    COUNT = "count"
    """As most say it, the later of two backed alike; deaths only rise."""
    DAY = "day"
    """As most say it, the earlier of two backed nearly alike; not after the first report."""
    AROUND = "around"
    """As most say it of those that have the incident in the city that stands."""
    EACH = "each"
    """Each different value stands."""
    AGREED = "agreed"
    """As most say it: it does not change."""


_RULES = {
    **dict.fromkeys(("outcome", "condition", "custody"), Rule.LATEST),
    **dict.fromkeys(("killed", "injured"), Rule.COUNT),
    "date": Rule.DAY,
    **dict.fromkeys(
        ("place.address", "place.name", "place.neighborhood", "place.county", "place.state"),
        Rule.AROUND,
    ),
    **dict.fromkeys(("weapons", "charges", "agencies", "agency_role"), Rule.EACH),
}


def rule_of(name: str) -> Rule:
    """The rule of a property, such as "date", "place.address" or a participant's "age"."""
    return _RULES.get(name, Rule.AGREED)


def of_rule(rule: Rule) -> tuple[str, ...]:
    """The properties of a rule, but for those that do not change, which are all others."""
    return tuple(name for name, own in _RULES.items() if own is rule)
