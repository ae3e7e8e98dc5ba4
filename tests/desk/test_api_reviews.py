"""The review queue and explanations in the API: what a program needs to show them, and to decide."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from citydesk.desk import create_app
from citydesk.ledger import Ledger
from tests.desk.conftest import ask_of
from tests.ledger.histories import add, make_old
from tests.ledger.made import Shooting, make_report
from tests.ledger.scores import made_scores, scores_by_name

FARGO = "2021-03-05-fargo-nd"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """One incident of a girl whose age and name are disputed, and one that nobody contradicts."""
    with scores_by_name(), Ledger.open(tmp_path / "x.db") as opened:
        add(opened, make_report("r1", Shooting(age=14)), make_report("r2", Shooting(age=15)))
        add(opened, make_report("r3", Shooting(name="Ben Okafor", city="Minot", age=51)))
        yield opened


def test_a_disputed_value_has_both_sides_and_the_decisions_that_answer(ledger: Ledger) -> None:
    """Each side with its claims, each choice as the proposal that it is."""
    answer = ask_of(create_app(ledger, names="all"), "/api/review").json()
    assert (answer["total"], answer["counts"]["disputed"], answer["unasked"]) == (1, 1, 0)
    (one,) = answer["reviews"]
    assert (one["kind"], one["property"], one["incident"]["id"]) == ("disputed", "age", FARGO)
    assert one["why"] == "reports contradict each other on the age of Ann Reyes"
    told = [(side["value"], side["stands"], [claim["report"] for claim in side["claims"]]) for side in one["sides"]]
    assert told == [(14, True, ["r1"]), (15, False, ["r2"])]
    choices = [(choice["label"], choice["what"], choice["claim"]) for choice in one["choices"]]
    assert ("Let 15 stand", "accept", "r2/0/people.0.age") in choices


def test_names_withheld_are_covered_in_both(ledger: Ledger) -> None:
    """A child's, wherever it stands; ids and addresses lead on."""
    app = create_app(ledger)
    for path in ("/api/review", "/api/explain?first=r1&second=r2"):
        answer = ask_of(app, path)
        assert answer.status_code == 200
        assert "Reyes" not in answer.text
    (pair,) = ask_of(app, "/api/explain?first=r1&second=r2").json()["pairs"]
    assert (pair["first"]["incident"], pair["first"]["api"]) == (FARGO, "/api/reports/r1")


def test_an_explanation_adds_up(ledger: Ledger) -> None:
    """The weights of what is compared, and the sentence of the page."""
    (pair,) = ask_of(create_app(ledger), "/api/explain?first=r1&second=r3").json()["pairs"]
    assert (pair["together"], pair["second"]["incident"]) == (False, "2021-03-05-minot-nd")
    assert pair["why"].startswith("Two incidents: ")
    assert pair["features"] == [] or pair["features"][0]["name"] == "prior"


def test_the_queue_comes_in_pages_of_a_kind(tmp_path: Path) -> None:
    """With the addresses before and after; a link has its pairs."""
    with made_scores({("r1", "r2"): 0.2, ("r3", "r4"): 0.2}), Ledger.open(tmp_path / "y.db") as ledger:
        add(ledger, make_report("r1", Shooting()), make_report("r2", Shooting()))
        add(ledger, make_report("r3", Shooting(city="Minot")), make_report("r4", Shooting(city="Minot")))
        app = create_app(ledger, names="all")
        first = ask_of(app, "/api/review?kind=link&page_size=1").json()
        assert (first["total"], first["previous"], len(first["reviews"])) == (2, None, 1)
        assert first["next"] == "/api/review?kind=link&page=2&page_size=1"
        second = ask_of(app, first["next"]).json()
        assert (second["next"], second["previous"]) == (None, "/api/review?kind=link&page_size=1")
        (one,) = second["reviews"]
        assert [len(one["pairs"]), one["sides"], one["person"]] == [1, [], None]
        assert {choice["what"] for choice in one["choices"]} == {"merge", "unlink"}


def test_an_old_ledgers_empty_queue_says_so(ledger: Ledger, tmp_path: Path) -> None:
    """By the number of incidents that are not in it yet."""
    make_old(tmp_path / "x.db")
    answer = ask_of(create_app(ledger), "/api/review").json()
    assert (answer["total"], answer["unasked"], answer["reviews"]) == (0, 2, [])
