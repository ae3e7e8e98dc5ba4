"""Lists of incidents: filters, their counts, pages and search."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.ledger import Facet, IncidentQuery, Ledger
from tests.ledger.made import NOON, MadeReader, Shooting, make_report

FARGO, LATER, MOORHEAD, OZARK, PRAIRIE = IDS = (
    "2021-03-05-fargo-nd",
    "2021-03-09-fargo-nd",
    "2020-12-31-moorhead-mn",
    "2019-06-01-springfield-mo",
    "2019-07-01-springfield-il",
)
REPORTS = [
    make_report("r1", Shooting(), words='The "Blue Heron" bar was closed. Officers were called.'),
    make_report("r2", Shooting(name="Jose Okafor", age=17, date="2021-03-09", outcome="killed"), words="Café Señor."),
    make_report("r3", Shooting(name="Di Pell", age=40, city="Moorhead", state="MN", date="2020-12-31")),
    make_report("r4", Shooting(name="Ed Marsh", age=61, city="Springfield", state="MO", date="2019-06-01")),
    make_report("r5", Shooting(name="Flo Quill", age=62, city="Springfield", state="IL", date="2019-07-01")),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Five incidents in three years and four states."""
    with Ledger.open(tmp_path_factory.mktemp("listing") / "x.db") as opened:
        opened.add(REPORTS, workers=1, clock=lambda: NOON, reader=MadeReader())
        yield opened


def _found(ledger: Ledger, query: IncidentQuery) -> list[str]:
    return [str(line.id) for line in ledger.incidents(query).lines]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(IncidentQuery(), [LATER, FARGO, MOORHEAD, PRAIRIE, OZARK], id="all, the newest first"),
        pytest.param(IncidentQuery(state="ND"), [LATER, FARGO], id="state"),
        pytest.param(IncidentQuery(state="nd"), [LATER, FARGO], id="state in small letters"),
        pytest.param(IncidentQuery(city="springfield"), [PRAIRIE, OZARK], id="a city of two states"),
        pytest.param(IncidentQuery(city="Springfield", state="IL"), [PRAIRIE], id="city and state"),
        pytest.param(IncidentQuery(since=date(2021, 3, 9)), [LATER], id="since, included"),
        pytest.param(IncidentQuery(until=date(2019, 6, 1)), [OZARK], id="until, included"),
        pytest.param(
            IncidentQuery(since=date(2019, 6, 2), until=date(2021, 3, 5)), [FARGO, MOORHEAD, PRAIRIE], id="between"
        ),
        pytest.param(IncidentQuery(killed_at_least=1), [LATER], id="killed"),
        pytest.param(IncidentQuery(injured_at_least=1), [FARGO, MOORHEAD, PRAIRIE, OZARK], id="injured"),
        pytest.param(IncidentQuery(officer_involved=True), [], id="an officer involved"),
        pytest.param(IncidentQuery(officer_involved=False, state="MN"), [MOORHEAD], id="no officer involved"),
        pytest.param(IncidentQuery(page=2, page_size=2), [MOORHEAD, PRAIRIE], id="second page"),
        pytest.param(IncidentQuery(page=99), [], id="beyond the last page"),
        pytest.param(IncidentQuery(page=-3, page_size=0), [LATER], id="a page that cannot be is the nearest that can"),
    ],
)
def test_a_query_finds_what_it_asks_for(ledger: Ledger, query: IncidentQuery, expected: list[str]) -> None:
    """Each filter narrows the list; together they narrow it further."""
    assert _found(ledger, query) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("heron", [FARGO], id="a word of the text"),
        pytest.param("HERONS", [FARGO], id="another form of the word"),
        pytest.param("cafe senor", [LATER], id="without accents"),
        pytest.param("quill", [PRAIRIE], id="a name"),
        pytest.param("minnesota", [MOORHEAD], id="the name of a state that the text only abbreviates"),
        pytest.param("fargo okafor", [LATER], id="all words, wherever they stand"),
        pytest.param('"blue heron"', [FARGO], id="a phrase"),
        pytest.param('"heron blue"', [], id="not a phrase"),
        pytest.param('"blue heron', [FARGO], id="a phrase left open"),
        pytest.param("heron OR okafor", [], id="OR is a word"),
        pytest.param("heron NOT blue", [], id="NOT is a word"),
        pytest.param("NEAR(blue heron)", [], id="NEAR is a word"),
        pytest.param("words:heron", [], id="a column is a word"),
        pytest.param("her*", [], id="a star is nothing"),
        pytest.param("!!! -- ()", [], id="nothing to look for finds nothing"),
        pytest.param("   ", [LATER, FARGO, MOORHEAD, PRAIRIE, OZARK], id="blank asks nothing"),
    ],
)
def test_a_search_finds_words_and_phrases(ledger: Ledger, words: str, expected: list[str]) -> None:
    """The language of the full-text index is not open to who searches."""
    assert _found(ledger, IncidentQuery(words=words)) == expected


@given(
    words=st.text(max_size=300) | st.lists(st.sampled_from(list('"*^:(){}+-~ANDORNOT\0 a')), max_size=40).map("".join)
)
def test_no_search_fails(ledger: Ledger, words: str) -> None:
    """Any text is a search, whatever it is made of."""
    assert ledger.incidents(IncidentQuery(words=words)).total <= len(IDS)


def test_facets_count_what_each_choice_would_leave(ledger: Ledger) -> None:
    """With nothing asked, the choices of each filter with their counts."""
    facets = ledger.incidents(IncidentQuery()).facets
    assert facets["state"][0] == Facet("ND", "North Dakota", 2)
    assert [(one.value, one.incidents) for one in facets["state"]] == [("ND", 2), ("IL", 1), ("MN", 1), ("MO", 1)]
    assert [(one.value, one.incidents) for one in facets["city"]] == [("Fargo", 2), ("Springfield", 2), ("Moorhead", 1)]
    assert [(one.value, one.incidents) for one in facets["year"]] == [("2021", 2), ("2020", 1), ("2019", 2)]
    assert [(one.value, one.incidents) for one in facets["officer_involved"]] == [("true", 0), ("false", 5)]
    assert [(one.value, one.incidents) for name in ("killed", "injured") for one in facets[name]] == [
        ("1", 1),
        ("1", 4),
    ]


def test_a_filter_does_not_narrow_its_own_choices(ledger: Ledger) -> None:
    """Who has chosen a state still sees the other states, narrowed by all else that is asked."""
    facets = ledger.incidents(IncidentQuery(state="ND", injured_at_least=1)).facets
    assert [(one.value, one.incidents) for one in facets["state"]] == [("IL", 1), ("MN", 1), ("MO", 1), ("ND", 1)]
    assert [(one.value, one.incidents) for one in facets["city"]] == [("Fargo", 1)]
    assert [(one.value, one.incidents) for one in facets["injured"]] == [("1", 1)]


@pytest.mark.parametrize("query", [IncidentQuery(), IncidentQuery(words="shooting"), IncidentQuery(injured_at_least=1)])
def test_every_count_is_that_of_the_list_it_promises(ledger: Ledger, query: IncidentQuery) -> None:
    """Choosing a facet gives a list of exactly as many incidents as it said."""
    facets = ledger.incidents(query).facets
    for facet in facets["state"]:
        assert ledger.incidents(replace(query, state=facet.value)).total == facet.incidents
    for facet in facets["city"]:
        assert ledger.incidents(replace(query, city=facet.value)).total == facet.incidents
    for facet in facets["year"]:
        first, last = date(int(facet.value), 1, 1), date(int(facet.value), 12, 31)
        assert ledger.incidents(replace(query, since=first, until=last)).total == facet.incidents
    for facet in facets["officer_involved"]:
        assert ledger.incidents(replace(query, officer_involved=facet.value == "true")).total == facet.incidents
    assert ledger.incidents(replace(query, killed_at_least=1)).total == facets["killed"][0].incidents


def test_a_line_says_what_the_record_says(ledger: Ledger) -> None:
    """All that a list shows, without opening the record."""
    line = ledger.incidents(IncidentQuery(state="MN")).lines[0]
    assert (line.date, line.city, line.state, line.place_text) == ("2020-12-31", "Moorhead", "MN", "in Moorhead")
    assert (line.killed, line.injured, line.officer_shot, line.reports, line.disputed) == (0, 1, None, 1, 0)
    assert line.headline == "Shooting report r3"
