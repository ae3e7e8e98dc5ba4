"""The filters of the list: what it could be narrowed to, with counts, and what it is narrowed to now.

In: the `IncidentQuery` asked and the ledger's facets for it. Out: groups of choices, each a link, and chips, each with
the link that takes it away.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from citydesk.desk.asking import address_of
from citydesk.desk.days import short_day_words
from citydesk.desk.words import state_name
from citydesk.ledger import Facet, IncidentQuery

_SHOWN_AT_ONCE = 8
"""Choices of a group before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: a link that asks it, or takes it away where it is asked already."""

    label: str
    incidents: str
    href: str
    chosen: bool
    share: int
    """Its count against the whole list or the greatest of its group, 0 to 100, for the bar."""


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """A filter: the choices shown at once, and the rest."""

    title: str
    choices: tuple[Choice, ...]
    rest: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of what is asked, and the address of the list without it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class _Filter:
    """How a group of facets is shown and what choosing one asks."""

    facet: str
    title: str
    label: Callable[[Facet], str]
    choose: Callable[[IncidentQuery, str], IncidentQuery]
    drop: Callable[[IncidentQuery], IncidentQuery]
    of_all: bool = False
    """Whether its bars show a share of the whole list, and not of the greatest count."""


def chips_of(query: IncidentQuery) -> tuple[Chip, ...]:
    """What is asked, part by part."""
    told: list[tuple[str, IncidentQuery]] = []
    if query.words is not None:
        told.append((f"“{query.words}”", replace(query, words=None)))
    if query.state is not None:
        told.append((state_name(query.state), replace(query, state=None, city=None)))
    if query.city is not None:
        told.append((query.city, replace(query, city=None)))
    if query.since is not None or query.until is not None:
        told.append((_span_words(query.since, query.until), replace(query, since=None, until=None)))
    if query.killed_at_least is not None:
        told.append((f"{query.killed_at_least:,} or more killed", replace(query, killed_at_least=None)))
    if query.injured_at_least is not None:
        told.append((f"{query.injured_at_least:,} or more injured", replace(query, injured_at_least=None)))
    if query.officer_involved is not None:
        told.append((_officer_words(query.officer_involved), replace(query, officer_involved=None)))
    return tuple(Chip(label, address_of(left)) for label, left in told)


def filters_of(query: IncidentQuery, facets: Mapping[str, Sequence[Facet]], total: int) -> tuple[FilterGroup, ...]:
    """The filters that leave a choice, in the order in which they are shown; `total` is how long the list is."""
    gathered: dict[str, list[Choice]] = {}
    for how in _FILTERS:
        found = [facet for facet in facets.get(how.facet, ()) if facet.incidents]
        most = max([total if how.of_all else 0, *(facet.incidents for facet in found)])
        gathered.setdefault(how.title, []).extend(_choice(how, query, facet, most) for facet in found)
    return tuple(_group(title, choices) for title, choices in gathered.items() if choices)


def _group(title: str, choices: Sequence[Choice]) -> FilterGroup:
    shown = max([_SHOWN_AT_ONCE, *(n + 1 for n, choice in enumerate(choices) if choice.chosen)])
    return FilterGroup(title, tuple(choices[:shown]), tuple(choices[shown:]))


def _choice(how: _Filter, query: IncidentQuery, facet: Facet, most: int) -> Choice:
    asked = how.choose(query, facet.value)
    chosen = asked == query
    target = how.drop(query) if chosen else asked
    share = max(1, round(100 * facet.incidents / most)) if most else 0
    return Choice(how.label(facet), f"{facet.incidents:,}", address_of(target), chosen, share)


def _yes(value: str) -> bool:
    return value.casefold() in ("true", "yes", "1")


def _in_year(query: IncidentQuery, year: str) -> IncidentQuery:
    return replace(query, since=date(int(year), 1, 1), until=date(int(year), 12, 31))


def _span_words(since: date | None, until: date | None) -> str:
    if since is not None and until is not None:
        if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31) and since.year == until.year:
            return f"in {since.year}"
        return short_day_words(f"{since}/{until}") if since != until else short_day_words(str(since))
    if since is not None:
        return f"since {short_day_words(str(since))}"
    return f"until {short_day_words(str(until))}"


def _officer_words(involved: bool) -> str:
    return "officer involved" if involved else "no officer involved"


_FILTERS = (
    _Filter(
        "state",
        "State",
        lambda facet: state_name(facet.value),
        lambda query, value: replace(query, state=value, city=query.city if value == query.state else None),
        lambda query: replace(query, state=None, city=None),
    ),
    _Filter(
        "city",
        "City",
        lambda facet: facet.label,
        lambda query, value: replace(query, city=value),
        lambda query: replace(query, city=None),
    ),
    _Filter(
        "year",
        "Year",
        lambda facet: facet.label,
        _in_year,
        lambda query: replace(query, since=None, until=None),
    ),
    _Filter(
        "killed",
        "Toll",
        lambda facet: f"{facet.value} or more killed",
        lambda query, value: replace(query, killed_at_least=int(value)),
        lambda query: replace(query, killed_at_least=None),
        of_all=True,
    ),
    _Filter(
        "injured",
        "Toll",
        lambda facet: f"{facet.value} or more injured",
        lambda query, value: replace(query, injured_at_least=int(value)),
        lambda query: replace(query, injured_at_least=None),
        of_all=True,
    ),
    _Filter(
        "officer_involved",
        "Police",
        lambda facet: _officer_words(_yes(facet.value)).capitalize(),
        lambda query, value: replace(query, officer_involved=_yes(value)),
        lambda query: replace(query, officer_involved=None),
        of_all=True,
    ),
)
