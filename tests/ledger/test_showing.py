"""One incident, one report: all that their pages need."""

import pytest

from citydesk.ledger import IncidentQuery, Ledger, NoSuchReport
from citydesk.model import IncidentId, ReportId
from tests.ledger.conftest import Add
from tests.ledger.made import Shooting, make_report

TULSA = Shooting(name="Ben Okafor", age=51, city="Tulsa", state="OK", outcome="killed")


def test_an_incident_comes_with_all_that_stands_behind_it(ledger: Ledger, add: Add) -> None:
    """The record, every claim, and the reports with their readings and texts, the earliest published first."""
    add(
        make_report(
            "r2", Shooting(age=35), words="A correction of her age came from the hospital.", published="2021-03-08"
        ),
        make_report("r1", Shooting(), words="Officers searched the river bank with dogs until dusk."),
    )
    view = ledger.incident(ledger.incidents(IncidentQuery()).lines[0].id)
    assert [line.id for line in view.reports] == ["r1", "r2"]
    assert list(view.readings) == list(view.texts) == ["r1", "r2"]
    assert view.record.reports == ("r1", "r2")
    ages = sorted(str(claim.value) for claim in view.claims.values() if claim.subject.property == "age")
    assert ages == ["34", "35"]
    standing = [*view.record.values, *(value for person in view.record.people for value in person.values)]
    assert {id_ for value in standing for id_ in (value.claim, *value.agree, *value.against)} <= view.claims.keys()
    assert view.line.disputed == sum(bool(value.against) for value in standing) >= 1


def test_a_report_comes_with_the_incidents_that_it_tells_of(ledger: Ledger, add: Add) -> None:
    """One for each incident of its reading, in order."""
    add(make_report("r1", Shooting(), TULSA))
    view = ledger.report(ReportId("r1"))
    assert view.incidents == ("2021-03-05-fargo-nd", "2021-03-05-tulsa-ok")
    assert view.reading is not None
    assert len(view.reading.incidents) == 2
    assert view.left_out is None
    assert (view.line.publisher, view.line.url) == ("The Fargo Lantern", "https://lantern.example/r1")
    assert view.line.published == "2021-03-06"


def test_who_asks_for_an_unknown_report_is_told(ledger: Ledger) -> None:
    """The message repeats the id and says what to do."""
    with pytest.raises(NoSuchReport, match="no report 'r9'"):
        ledger.report(ReportId("r9"))


def test_related_incidents_come_with_the_reason(ledger: Ledger, add: Add) -> None:
    """Told in the same report first, then those of the city by their distance in days."""
    add(
        make_report("r1", Shooting(), TULSA),
        make_report("r2", Shooting(name="Cy Dow", age=20, date="2021-03-07", outcome="killed")),
        make_report("r3", Shooting(name="Di Pell", age=70, date="2021-03-02"), published="2021-03-03"),
        make_report("r4", Shooting(name="Ed Marsh", age=61, date="2021-03-20")),
    )
    related = ledger.incident(IncidentId("2021-03-05-fargo-nd")).related
    assert [(one.line.id, one.why) for one in related] == [
        ("2021-03-05-tulsa-ok", "told in the same report"),
        ("2021-03-07-fargo-nd", "in the same city 2 days later"),
        ("2021-03-02-fargo-nd", "in the same city 3 days earlier"),
    ]


@pytest.mark.parametrize("first", ["r1", "r2"])
def test_a_mention_waits_until_a_report_is_about_it(ledger: Ledger, add: Add, first: str) -> None:
    """Open while the ledger has nothing of it, then part of that incident, whichever report comes first."""
    fargo = IncidentId("2021-03-05-fargo-nd")
    mentions = make_report("r1", Shooting(), earlier=(TULSA,))
    about = make_report("r2", TULSA)
    add(mentions if first == "r1" else about)
    if first == "r1":
        (waiting,) = ledger.incident(fargo).open_references
        assert waiting.report == "r1"
        assert waiting.told.place.city is not None
        assert waiting.told.place.city.value == "Tulsa"
        assert ledger.report(ReportId("r1")).incidents == (fargo, None)
        assert ledger.size().incidents == 1
    add(about if first == "r1" else mentions)
    view = ledger.incident(fargo)
    assert view.open_references == ()
    assert [(one.line.id, one.why) for one in view.related] == [("2021-03-05-tulsa-ok", "told in the same report")]
    assert ledger.incident(IncidentId("2021-03-05-tulsa-ok")).record.reports == ("r1", "r2")


def test_each_part_of_a_round_up_is_linked_for_itself(ledger: Ledger, add: Add) -> None:
    """A report of two shootings stands in both incidents; what it only mentions waits."""
    waiting = Shooting(name="Di Pell", age=70, city="Bend", state="OR", date="2021-02-27")
    add(
        make_report("r1", Shooting()),
        make_report("r2", TULSA),
        make_report("r3", Shooting(), TULSA, earlier=(waiting,)),
    )
    fargo, tulsa, none = ledger.report(ReportId("r3")).incidents
    assert none is None
    assert fargo is not None
    assert tulsa is not None
    assert ledger.incident(fargo).record.reports == ("r1", "r3")
    assert ledger.incident(tulsa).record.reports == ("r2", "r3")
    assert [one.report for one in ledger.incident(tulsa).open_references] == ["r3"]


def test_incidents_that_a_report_counts_together_are_related(ledger: Ledger, add: Add) -> None:
    """From both sides: the second of a day, and what may be the first."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting(name="Cy Dow", ordinal=2)))
    first, second = (ledger.report(ReportId(id_)).incidents[0] for id_ in ("r1", "r2"))
    assert first is not None
    assert second is not None
    assert [one.why for one in ledger.incident(first).related] == ["the second shooting that day"]
    told = "perhaps another shooting that day: a report counts this one as the second"
    assert [one.why for one in ledger.incident(second).related] == [told]


def test_the_size_counts_what_is_there(ledger: Ledger, add: Add) -> None:
    """Reports, incidents, claims, and the day of the newest report."""
    assert ledger.size().latest is None
    add(make_report("r1", Shooting()), make_report("r2", TULSA, published="2021-04-02"))
    size = ledger.size()
    assert (size.reports, size.left_out, size.incidents, size.decisions) == (2, 0, 2, 0)
    assert size.claims > 10
    assert size.latest == "2021-04-02"


def test_records_come_in_the_order_asked(ledger: Ledger, add: Add) -> None:
    """Unknown ids are left out."""
    add(make_report("r1", Shooting()), make_report("r2", TULSA))
    asked = [IncidentId(id_) for id_ in ("2021-03-05-tulsa-ok", "no-such", "2021-03-05-fargo-nd")]
    assert list(ledger.records(asked)) == ["2021-03-05-tulsa-ok", "2021-03-05-fargo-nd"]


def test_kept_incidents_come_by_id(ledger: Ledger, add: Add) -> None:
    """Each with its record, claims and reports."""
    add(make_report("r1", TULSA), make_report("r2", Shooting()))
    kept = list(ledger.kept_incidents())
    assert [one.record.incident for one in kept] == ["2021-03-05-fargo-nd", "2021-03-05-tulsa-ok"]
    assert [line.id for one in kept for line in one.reports] == ["r2", "r1"]
    assert all(value.claim in one.claims for one in kept for value in one.record.values)
