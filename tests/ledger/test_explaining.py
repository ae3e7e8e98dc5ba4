"""What holds two reports together or apart, told with the weights that counted."""

from math import exp

import pytest

from citydesk.ledger import Ledger, NoSuchReport, pair_words
from citydesk.model import IncidentId, InputError, ReportId, Ruling
from tests.ledger.conftest import Add
from tests.ledger.histories import FARGO, REPORTS, decide
from tests.ledger.made import Shooting, make_report
from tests.ledger.scores import made_scores

R1, R2, R3 = map(ReportId, ("r1", "r2", "r3"))
BEN = Shooting(name="Ben Okafor", city="Minot", age=51)


def test_the_weights_add_up_to_the_probability(ledger: Ledger, add: Add) -> None:
    """Each with what was found, in words; the prior before all, then the heaviest."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting(age=35)))
    (pair,) = ledger.explain(R1, R2)
    assert pair.probability == pytest.approx(1 / (1 + exp(-sum(one.weight for one in pair.features))))
    assert pair.features[0].name == "prior"
    weights = [abs(one.weight) for one in pair.features[1:]]
    assert weights == sorted(weights, reverse=True)
    found = {one.name: one.value for one in pair.features}
    assert (found["day"], found["area"], found["names"]) == ("the same", "the same city", "one name")
    assert (pair.together, pair.first.incident, pair.second.incident) == (True, FARGO, FARGO)


def test_a_contradiction_is_told_in_words(ledger: Ledger, add: Add) -> None:
    """Nothing is weighed then."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting(name="Cy Dow", state="OK", date="2021-05-01")))
    (pair,) = ledger.explain(R1, R2)
    assert (pair.together, pair.features, pair.probability) == (False, (), 0.0)
    assert pair_words(pair) == "Two incidents: they happened in different states on different days."


def test_each_incident_of_a_report_is_compared(ledger: Ledger, add: Add) -> None:
    """Those held together come first; one that waits for its report says so."""
    add(make_report("r1", Shooting()), make_report("r2", BEN, earlier=(Shooting(), Shooting(name="Cy Dow"))))
    pairs = ledger.explain(R1, R2)
    assert (pairs[0].second.telling, pairs[0].together) == (1, True)
    assert {one.second.telling: one.second.incident for one in pairs} == {0: "2021-03-05-minot-nd", 1: FARGO, 2: None}


@pytest.mark.parametrize(("what", "words"), [(Ruling.MERGE, "One incident: "), (Ruling.UNLINK, "Two incidents")])
def test_a_decision_goes_before_all_weights(ledger: Ledger, add: Add, what: Ruling, words: str) -> None:
    """It is named with its number."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting() if what is Ruling.UNLINK else BEN))
    about = {"other": "2021-03-05-minot-nd"} if what is Ruling.MERGE else {"reports": ("r2",)}
    decide(ledger, what, incident=FARGO, **about)
    (pair,) = ledger.explain(R1, R2)
    assert pair.decisions == (1,)
    assert pair_words(pair).startswith(words)
    assert "decision 1" in pair_words(pair)


def test_what_is_held_together_through_others_names_the_report_between(ledger: Ledger, add: Add) -> None:
    """The two alone are not enough alike."""
    far = Shooting(name="Cy Dow", age=80, date="2021-03-25", city="Minot")
    with made_scores({("r1", "r2"): 0.9, ("r2", "r3"): 0.9, ("r1", "r3"): 0.2}):
        add(make_report("r1", Shooting()), make_report("r2", Shooting()), make_report("r3", far))
    (pair,) = ledger.explain(R1, R3)
    assert (pair.together, pair.through) == (True, "r2")
    assert "One incident through others" in pair_words(pair)


def test_an_incident_says_what_holds_it_together_and_others_apart(ledger: Ledger, add: Add) -> None:
    """Each report but the first with the one it is most like; then the nearest of other incidents."""
    with made_scores({("r1", "r2"): 0.9, ("r1", "r3"): 0.2}):
        add(make_report("r1", Shooting()), make_report("r2", Shooting()), make_report("r3", BEN))
    links = ledger.links(IncidentId(FARGO))
    assert [(one.first.report, one.second.report) for one in links.inside] == [("r1", "r2")]
    assert [(one.first.report, one.second.report, one.average) for one in links.outside] == [("r1", "r3", 0.1)]


@pytest.mark.parametrize(
    ("ids", "error", "words"),
    [
        (("r1", "r1"), InputError, "named twice"),
        (("r1", "nope"), NoSuchReport, "no report 'nope'"),
        (("r1", "r7"), NoSuchReport, "tells of no incident: "),
    ],
)
def test_what_cannot_be_explained_is_told(
    ledger: Ledger, add: Add, ids: tuple[str, str], error: type[Exception], words: str
) -> None:
    """In one line."""
    add(REPORTS[0], REPORTS[6])
    with pytest.raises(error, match=words):
        ledger.explain(*map(ReportId, ids))


def test_a_report_without_a_title_is_called_by_its_first_words(ledger: Ledger, add: Add) -> None:
    """An id alone says nothing to a person; a title that is there stays."""
    bare = make_report("r1", Shooting()).model_copy(update={"title": " "})
    add(bare, make_report("r2", Shooting()))
    (pair,) = ledger.explain(R1, R2)
    assert pair.first.title == " ".join(bare.text.split())[: len(pair.first.title) - 2] + " …"
    assert pair.second.title == make_report("r2", Shooting()).title
