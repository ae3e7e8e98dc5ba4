"""Ids of incidents: how they are made, and that they last."""

import pytest
from pydantic import JsonValue

from citydesk.ledger import IncidentQuery, Ledger, NoSuchIncident
from citydesk.ledger.naming import name_of
from citydesk.model import Basis, ClaimId, IncidentId, Record, ReportId, Standing, Subject
from tests.ledger.conftest import Add
from tests.ledger.made import Shooting, make_report
from tests.ledger.scores import made_scores

WORDS = (
    "The shots came from a dark car, said a neighbor who was walking his dog along the river.",
    "Detectives searched two houses in the south of town and took a computer with them.",
    "On Monday the family gave out a photograph and thanked the nurses for all that they had done.",
)
"""So different that no report is a copy of another."""


def _record(**values: JsonValue) -> Record:
    standing = tuple(
        Standing(subject=Subject(property=name.replace("_", ".")), value=value, claim=ClaimId("c"), basis=Basis.ONLY)
        for name, value in values.items()
    )
    return Record(incident=IncidentId(""), values=standing, reports=(ReportId("r"),))


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"date": "2020-07-02", "place_city": "Kansas City", "place_state": "MO"}, "2020-07-02-kansas-city-mo"),
        ({"date": "2020-07-02", "place_county": "Polk County", "place_state": "IA"}, "2020-07-02-polk-county-ia"),
        ({"date": "2020-07-02", "place_state": "IA"}, "2020-07-02-ia"),
        ({"date": "2020-07-02"}, "2020-07-02-nowhere"),
        ({"place_city": "Cañon City", "place_state": "CO"}, "undated-canon-city-co"),
        ({"date": "2020-07", "place_city": "Fargo"}, "2020-07-fargo"),
        ({"date": "2020-06-03/2020-06-05"}, "2020-06-nowhere"),
        ({"date": "2020-06-28/2020-07-02"}, "2020-nowhere"),
        ({"date": "2019-12-30/2020-01-02"}, "undated-nowhere"),
        ({"date": "last year", "place_city": "../../etc\n<b>"}, "undated-etc-b"),
        ({"place_city": "X" * 500}, "undated-" + "x" * 48),
    ],
)
def test_an_id_is_made_of_day_and_place(values: dict[str, JsonValue], name: str) -> None:
    """Short, readable, and safe in an address and in a file name."""
    assert name_of(_record(**values)) == name


def test_incidents_of_one_day_and_place_are_numbered(ledger: Ledger, add: Add) -> None:
    """The first has no number, the second has 2."""
    with made_scores({}):
        add(*(make_report(f"r{n}", Shooting()) for n in range(3)))
    found = [ledger.report(ReportId(f"r{n}")).incidents for n in range(3)]
    assert found == [("2021-03-05-fargo-nd",), ("2021-03-05-fargo-nd-2",), ("2021-03-05-fargo-nd-3",)]


def test_an_id_stays_as_first_given(ledger: Ledger, add: Add) -> None:
    """A report that corrects the day changes the record, not the id."""
    with made_scores({}, default=0.99):
        for n, day in enumerate(("2021-03-05", "2021-03-06", "2021-03-06")):
            add(make_report(f"r{n}", Shooting(date=day), words=WORDS[n]))
    view = ledger.incident(IncidentId("2021-03-05-fargo-nd"))
    assert view.line.id == "2021-03-05-fargo-nd"
    assert view.line.date == "2021-03-06"


def test_on_a_merge_the_older_id_stays_and_the_other_leads_to_it(ledger: Ledger, add: Add) -> None:
    """A third report shows that two incidents were one."""
    with made_scores({("r1", "r2"): 0.2, ("r1", "r3"): 0.99, ("r2", "r3"): 0.99}):
        add(make_report("r1", Shooting()), make_report("r2", Shooting(city="Moorhead", state="MN")))
        assert ledger.size().incidents == 2
        summary = add(make_report("r3", Shooting()))
    assert (summary.incidents_new, summary.incidents_merged) == (0, 1)
    assert [line.id for line in ledger.incidents(IncidentQuery()).lines] == ["2021-03-05-fargo-nd"]
    merged = ledger.incident(IncidentId("2021-03-05-moorhead-mn"))
    assert merged.line.id == "2021-03-05-fargo-nd"
    assert [line.id for line in merged.reports] == ["r1", "r2", "r3"]
    assert ledger.records([IncidentId("2021-03-05-moorhead-mn")]) == {}
    assert ledger.incidents(IncidentQuery(words="Moorhead")).total == 1


def test_who_asks_for_an_unknown_incident_is_told(ledger: Ledger) -> None:
    """The message repeats the id, shortened, and says where to look."""
    with pytest.raises(NoSuchIncident, match=r"'2020-01-01-nowhere'.*list of incidents"):
        ledger.incident(IncidentId("2020-01-01-nowhere"))
    with pytest.raises(NoSuchIncident) as caught:
        ledger.incident(IncidentId("x" * 10_000))
    assert len(str(caught.value)) < 200
