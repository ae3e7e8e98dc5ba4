"""What a list can be narrowed to, and what it is narrowed to."""

from datetime import date

import pytest

from citydesk.desk.filters import chips_of, filters_of
from citydesk.ledger import Facet, IncidentQuery

FACETS = {
    "state": (Facet("MN", "Minnesota", 8), Facet("OK", "Oklahoma", 2)),
    "city": (Facet("Duluth", "Duluth", 8), Facet("Tulsa", "Tulsa", 2), Facet("Ada", "Ada", 0)),
    "year": (Facet("2024", "2024", 10),),
    "killed": (Facet("1", "one or more killed", 5),),
    "injured": (Facet("1", "one or more injured", 0),),
    "officer_involved": (Facet("true", "yes", 1), Facet("false", "no", 9)),
}


def test_choices_carry_counts_links_and_bars() -> None:
    """Each filter's choices lead to the narrowed list; those that would leave nothing are not offered."""
    groups = filters_of(IncidentQuery(page=3), FACETS, 10)
    assert [group.title for group in groups] == ["State", "City", "Year", "Toll", "Police"]
    told = [(c.label, c.incidents, c.href, c.share) for group in groups for c in group.choices]
    assert told == [
        ("Minnesota", "8", "/?state=MN", 100),
        ("Oklahoma", "2", "/?state=OK", 25),
        ("Duluth", "8", "/?city=Duluth", 100),
        ("Tulsa", "2", "/?city=Tulsa", 25),
        ("2024", "10", "/?since=2024-01-01&until=2024-12-31", 100),
        ("1 or more killed", "5", "/?killed=1", 50),
        ("Officer involved", "1", "/?officer=true", 10),
        ("No officer involved", "9", "/?officer=false", 90),
    ]


def test_chosen_choice_takes_itself_away() -> None:
    """A choice that is asked is marked and leads back; taking away a state takes its city too."""
    query = IncidentQuery(state="MN", city="Duluth", killed_at_least=1)
    groups = filters_of(query, FACETS, 5)
    chosen = {c.label: c.href for group in groups for c in group.choices if c.chosen}
    assert chosen == {
        "Minnesota": "/?killed=1",
        "Duluth": "/?state=MN&killed=1",
        "1 or more killed": "/?state=MN&city=Duluth",
    }


def test_choosing_another_state_drops_the_city() -> None:
    """No link leads to a city in the wrong state."""
    (states, *_) = filters_of(IncidentQuery(state="MN", city="Duluth"), FACETS, 5)
    assert [choice.href for choice in states.choices] == ["/", "/?state=OK"]


def test_long_groups_fold_but_show_what_is_chosen() -> None:
    """Eight choices stand open, and as many as needed for a chosen one."""
    facets = {"city": tuple(Facet(f"C{n}", f"C{n}", 1) for n in range(20))}
    (group,) = filters_of(IncidentQuery(), facets, 20)
    assert (len(group.choices), len(group.rest)) == (8, 12)
    (group,) = filters_of(IncidentQuery(city="C11"), facets, 20)
    assert (len(group.choices), len(group.rest)) == (12, 8)


@pytest.mark.parametrize(
    ("query", "chips"),
    [
        pytest.param(IncidentQuery(), [], id="nothing"),
        pytest.param(IncidentQuery(words="a b", page=2), [("“a b”", "/")], id="words"),
        pytest.param(
            IncidentQuery(state="MN", city="Duluth"), [("Minnesota", "/"), ("Duluth", "/?state=MN")], id="place"
        ),
        pytest.param(IncidentQuery(since=date(2024, 5, 2)), [("since May 2, 2024", "/")], id="since"),
        pytest.param(IncidentQuery(until=date(2024, 5, 2)), [("until May 2, 2024", "/")], id="until"),
        pytest.param(IncidentQuery(since=date(2024, 5, 2), until=date(2024, 5, 2)), [("May 2, 2024", "/")], id="day"),
        pytest.param(
            IncidentQuery(since=date(2024, 5, 2), until=date(2024, 6, 1)), [("May 2 – June 1, 2024", "/")], id="days"
        ),
        pytest.param(IncidentQuery(since=date(2024, 1, 1), until=date(2024, 12, 31)), [("in 2024", "/")], id="year"),
        pytest.param(
            IncidentQuery(killed_at_least=2, injured_at_least=0),
            [("2 or more killed", "/?injured=0"), ("0 or more injured", "/?killed=2")],
            id="counts",
        ),
        pytest.param(IncidentQuery(officer_involved=False), [("no officer involved", "/")], id="no officer"),
    ],
)
def test_chips(query: IncidentQuery, chips: list[tuple[str, str]]) -> None:
    """Every part of what is asked stands as a chip that takes it away."""
    assert [(chip.label, chip.href) for chip in chips_of(query)] == chips
