"""What each report changed, on the page of an incident, and the incident as it was known by a moment."""

from typing import Any

from citydesk.desk.asking import AskedWhen
from citydesk.desk.incident_page import IncidentSheet, Stop, incident_sheet
from citydesk.desk.published import Desk
from citydesk.model import IncidentId
from citydesk.publish import NamePolicy
from tests.desk.conftest import Ask
from tests.desk.factories import FakeLedger, at, fact, make_incident, make_person, make_reading, make_report
from tests.desk.scenes import MERGED, RICH
from tests.desk.test_incident_page import make_sheet, value_of

TEEN = "2024-05-07-duluth-mn"


def make_sheet_as_of(ledger: FakeLedger, incident: str, as_of: str) -> IncidentSheet:
    """The page of an incident as of a moment."""
    asked = AskedWhen.model_validate({"as_of": as_of}).as_of
    return incident_sheet(Desk(ledger, NamePolicy()).incident(IncidentId(incident), asked))


def _told(stop: Stop) -> list[tuple[str, str | None, str | None]]:
    return [(one.what, one.before, one.after) for one in (*stop.shifts, *stop.more_shifts)]


def _person(report: Any, **facts: Any) -> Any:
    told = {name: fact(report, words, value) for name, (words, value) in facts.items()}
    return make_person(report, report.text.split(" was")[0], **told)


def make_teen_ledger() -> FakeLedger:
    """Who was taken for a man of 18 on Tuesday is 17 on Wednesday."""
    ledger = FakeLedger()
    first = make_report("t1", "Milo Hart, 18, was shot.", publisher="WQLT", published=at(7))
    second = make_report(
        "t2", "Milo Hart was shot. Correction: his age was given wrong; he is 17.", publisher="WQLT", published=at(8)
    )
    names = {"name": ("Milo Hart", "Milo Hart")}
    ledger.keep(first, make_reading(first, make_incident(people=(_person(first, **names, age=("18", 18)),))), TEEN)
    ledger.keep(second, make_reading(second, make_incident(people=(_person(second, **names, age=("17", 17)),))), TEEN)
    return ledger


def test_each_report_tells_what_it_changed(ledger: FakeLedger) -> None:
    """The first and its copy bring the record; the second changes it, what became of whom first."""
    first, copy, second = make_sheet(ledger, RICH).stops
    assert (first.shifts, copy.shifts) == ((), ())
    told = _told(second)
    assert ("Injured", "3", "2") in told[:4]
    assert ("Condition of Anna Lindqvist", "serious condition", "stable condition") in told[:4]
    assert ("Killed", None, "1") in told
    assert ("New in the record", None, "Peter Okafor") in told
    assert len(second.shifts) == 4


def test_a_value_tells_its_course(ledger: FakeLedger) -> None:
    """What changed shows how; what stood from the first shows nothing of the kind."""
    sheet = make_sheet(ledger, RICH)
    course = value_of(sheet, "person-1-condition").course
    assert [(one.words, one.published, one.href) for one in course] == [
        ("serious condition", "May 3, 2024, 2:00 a.m. UTC", "/reports/wqlt-1"),
        ("stable condition", "May 4, 2024, 6:00 p.m. UTC", "/reports/wqlt-2"),
    ]
    assert value_of(sheet, "time").course == ()


def test_earlier_reports_lead_to_the_record_as_of_then(ledger: FakeLedger) -> None:
    """The latest leads nowhere: with it the record is as shown."""
    assert [stop.then for stop in make_sheet(ledger, RICH).stops] == [
        f"/incidents/{RICH}?as_of=2024-05-03T02%3A00%3A00Z",
        f"/incidents/{RICH}?as_of=2024-05-03T09%3A00%3A00Z",
        None,
    ]


def test_a_page_as_of_a_moment_says_so_and_holds_nothing_later(ledger: FakeLedger) -> None:
    """Three were wounded then, and nobody was dead; the way to what is known now is there."""
    sheet = make_sheet_as_of(ledger, RICH, "2024-05-03")
    assert (sheet.as_of, sheet.now) == ("by the end of May 3, 2024", f"/incidents/{RICH}")
    assert sheet.api == f"/api/incidents/{RICH}?as_of=2024-05-03"
    assert value_of(sheet, "injured").words == "3"
    assert "Okafor" not in repr(sheet)
    assert make_sheet_as_of(ledger, RICH, "2024-05-03T04:00").as_of == "at May 3, 2024, 4:00 a.m. UTC"
    assert make_sheet(ledger, RICH).as_of is None


def test_a_name_that_is_withheld_now_was_never_known() -> None:
    """A boy of 17 is not named on the page of a day on which he was taken for a man."""
    ledger = make_teen_ledger()
    then = make_sheet_as_of(ledger, TEEN, "2024-05-07")
    assert (value_of(then, "person-1-age").words, then.people[0].note) == ("18", "Name withheld")
    assert "Milo" not in repr(then)
    assert "Milo" not in repr(make_sheet(ledger, TEEN))


def test_an_incident_merged_away_keeps_the_moment_asked_for(ask: Ask) -> None:
    """Both the page and the API lead on with it."""
    for path in ("/incidents", "/api/incidents"):
        answer = ask(f"{path}/{MERGED}?as_of=2024-05-03")
        assert (answer.status_code, answer.headers["location"]) == (301, f"{path}/{RICH}?as_of=2024-05-03")


def test_the_api_gives_history_and_what_was_known(ask: Ask) -> None:
    """An unquoted plus sign in a zone is understood, though it comes as a blank."""
    told = ask(f"/api/incidents/{RICH}?as_of=2024-05-03T10:00+05:00").json()
    assert (told["as_of"], [report["id"] for report in told["reports"]]) == ("2024-05-03T05:00:00Z", ["wqlt-1"])
    steps = ask(f"/api/incidents/{RICH}").json()["history"]
    assert [step["reports"] for step in steps] == [["wqlt-1"], ["trib-1"], ["wqlt-2"]]
    changed = {change["subject"]["property"]: (change["before"], change["after"]) for change in steps[2]["changes"]}
    assert changed["condition"] == ("serious condition", "stable condition")
