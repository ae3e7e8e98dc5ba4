"""The list of incidents as display values."""

import pytest

from citydesk.desk.front_page import FrontPage, front_page
from citydesk.desk.published import Desk
from citydesk.ledger import IncidentQuery
from citydesk.publish import NamePolicy
from tests.desk.factories import FakeLedger
from tests.desk.scenes import BARE, CHILD, HOSTILE, RICH, make_many


def make_page(ledger: FakeLedger, query: IncidentQuery, names: str = "public") -> FrontPage:
    """The page that a query gives."""
    desk = Desk(ledger, NamePolicy(names))
    return front_page(desk.incidents(query), kept=desk.size().incidents)


def test_rows_read_like_a_blotter(ledger: FakeLedger) -> None:
    """Newest first, under their months, each with what happened, the counts and what is disputed."""
    page = make_page(ledger, IncidentQuery(page_size=25))
    assert [month.heading for month in page.months] == ["May 2024", "April 2024"]
    rows = [row for month in page.months for row in month.rows]
    assert [row.href for row in rows] == [f"/incidents/{one}" for one in (CHILD, RICH, HOSTILE, BARE)]
    rich = rows[1]
    assert (rich.day, rich.time, rich.place) == ("May 2, 2024", "9:40 p.m.", "Duluth, Minnesota")
    assert rich.sentence == (
        "An officer was shot and police opened fire; a 51-year-old man was killed and two people were injured."
    )
    assert rich.marks == ("killed", "injured", "injured")
    assert (rich.tally, rich.reports, rich.disputed) == ("1 killed, 2 injured", "3 reports", "3 values disputed")
    assert (rows[3].day, rows[3].iso_day, rows[3].place) == ("Date not told", None, "Place not told")


@pytest.mark.parametrize(
    ("names", "headline"),
    [("public", "[name withheld], 9, wounded at home"), ("all", "Ella Brandt, 9, wounded at home")],
)
def test_headlines_keep_to_the_policy_on_names(ledger: FakeLedger, names: str, headline: str) -> None:
    """A child's name is not in the list unless the keeper says so."""
    rows = make_page(ledger, IncidentQuery(), names).months[0].rows
    assert rows[0].headline == headline


def test_pages_of_a_long_list() -> None:
    """The pager shows the first, the last and the pages around, with gaps."""
    ledger = make_many(230)
    page = make_page(ledger, IncidentQuery(page=5, page_size=25, state="MN"))
    assert page.showing == "101–115 of 115 incidents"
    page = make_page(ledger, IncidentQuery(page=5, page_size=10))
    assert page.showing == "41–50 of 230 incidents"
    assert [link.label for link in page.pager] == ["1", "…", "3", "4", "5", "6", "7", "…", "23"]
    assert [link.href for link in page.pager if link.current] == [None]
    assert (page.previous, page.next) == ("/?page=4", "/?page=6")


@pytest.mark.parametrize(
    ("ledger", "query", "empty"),
    [
        pytest.param(FakeLedger(), IncidentQuery(), "ledger", id="an empty ledger"),
        pytest.param(make_many(2), IncidentQuery(words="nowhere"), "match", id="nothing fits"),
        pytest.param(make_many(2), IncidentQuery(page=9), "page", id="beyond the last page"),
        pytest.param(make_many(2), IncidentQuery(), None, id="something"),
    ],
)
def test_why_there_is_nothing(ledger: FakeLedger, query: IncidentQuery, empty: str | None) -> None:
    """An empty list says whether the ledger, the question or the page is to blame."""
    assert make_page(ledger, query).empty == empty


def test_form_keeps_what_it_does_not_show(ledger: FakeLedger) -> None:
    """Searching within a state does not lose the state."""
    page = make_page(ledger, IncidentQuery(words="shot", state="MN", killed_at_least=1, officer_involved=True))
    assert page.form == {"q": "shot", "since": "", "until": "", "killed": "1", "injured": ""}
    assert page.kept == (("state", "MN"), ("officer", "true"))
    assert page.finer
    assert page.api == "/api/incidents?q=shot&state=MN&killed=1&officer=true"
