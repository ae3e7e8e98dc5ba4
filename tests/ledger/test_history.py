"""What a ledger knew when: incidents as of a moment, and the steps by which they came to be."""

from datetime import UTC, date, datetime

import pytest

from citydesk.ledger import IncidentQuery, Ledger, NoSuchIncident, NotYetReported, moment_words, parse_moment
from citydesk.model import IncidentId, InputError
from tests.ledger.conftest import Add
from tests.ledger.made import Shooting, make_report

INCIDENT = IncidentId("2021-03-05-fargo-nd")


@pytest.fixture
def updated(ledger: Ledger, add: Add) -> Ledger:
    """A ledger of one incident: on the 8th a report says that who was wounded is dead."""
    add(
        make_report("r2", Shooting(outcome="killed"), published="2021-03-08"),
        make_report("r1", Shooting(), published="2021-03-06"),
    )
    return ledger


def test_the_record_as_of_a_day_rests_on_what_had_come_out(updated: Ledger) -> None:
    """Until the 8th she was wounded; what the ledger knows now is another thing."""
    then, now = updated.record_as_of(INCIDENT, date(2021, 3, 7)), updated.incident(INCIDENT).record
    assert (then.people[0].get("outcome"), now.people[0].get("outcome")) == ("injured", "killed")
    assert (then.reports, now.reports) == (("r1",), ("r1", "r2"))
    assert updated.record_as_of(INCIDENT, datetime(2021, 3, 9, tzinfo=UTC)) == now


def test_all_about_an_incident_as_of_a_day_holds_nothing_later(updated: Ledger) -> None:
    """Line, claims, reports, readings and texts are those of the reports that had come out."""
    view = updated.incident(INCIDENT, date(2021, 3, 7))
    assert (view.line.id, view.line.killed, view.line.injured, view.line.reports) == (INCIDENT, 0, 1, 1)
    assert {claim.report for claim in view.claims.values()} == {"r1"}
    assert [line.id for line in view.reports] == list(view.readings) == list(view.texts) == ["r1"]
    assert view.as_of == date(2021, 3, 7)
    assert len(view.history) == 1


def test_the_line_as_of_the_last_report_is_that_of_the_list(updated: Ledger) -> None:
    """Nothing is told twice in different ways."""
    (listed,) = updated.incidents(IncidentQuery()).lines
    assert updated.incident(INCIDENT, date(2021, 3, 8)).line == listed == updated.incident(INCIDENT).line


def test_each_step_names_the_report_that_brought_it(updated: Ledger) -> None:
    """The 8th brought her death, and with it the counts."""
    _, second = updated.incident(INCIDENT).history
    told = [(change.subject.property, change.before, change.after, change.report) for change in second.changes]
    assert told == [("killed", 0, 1, "r2"), ("injured", 1, 0, "r2"), ("outcome", "injured", "killed", "r2")]


def test_before_the_first_report_nothing_is_known(updated: Ledger) -> None:
    """The message says when the first one came out."""
    with pytest.raises(NotYetReported, match=r"had come out by 2021-03-05: the first came out 2021-03-06"):
        updated.record_as_of(INCIDENT, date(2021, 3, 5))
    with pytest.raises(NoSuchIncident):
        updated.record_as_of(IncidentId("nowhere"), date(2021, 3, 5))


def test_what_only_mentions_an_incident_tells_of_it_too(ledger: Ledger, add: Add) -> None:
    """An earlier report that mentions it in passing is all that was known of it then."""
    other = Shooting(name="Ben Okafor", age=51, city="Tulsa", state="OK", date="2021-03-04")
    add(make_report("r1", other, earlier=(Shooting(),)), make_report("r2", Shooting(), published="2021-03-09"))
    view = ledger.incident(INCIDENT, date(2021, 3, 6))
    assert (view.record.reports, view.line.headline) == (("r1",), "Shooting report r1")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2020-07-02", date(2020, 7, 2)),
        ("2020-07-02T18:00", datetime(2020, 7, 2, 18, tzinfo=UTC)),
        (" 2020-07-02 18:00 ", datetime(2020, 7, 2, 18, tzinfo=UTC)),
        ("2020-07-02T18:00:00-05:00", datetime(2020, 7, 2, 23, tzinfo=UTC)),
        ("2020-07-02T18:00Z", datetime(2020, 7, 2, 18, tzinfo=UTC)),
    ],
)
def test_a_moment_is_a_day_or_a_time(written: str, moment: date) -> None:
    """A time without a zone is in UTC."""
    assert parse_moment(written) == moment
    assert parse_moment(moment_words(parse_moment(written))) == moment


@pytest.mark.parametrize("written", ["", "yesterday", "2020-02-30", "2020-07-02T25:00", "0001-01-01", "9" * 500])
def test_what_is_no_moment_is_refused(written: str) -> None:
    """With what was found, shortened, and what to give."""
    with pytest.raises(InputError, match="is no moment: give a day as YYYY-MM-DD") as told:
        parse_moment(written)
    assert len(str(told.value)) < 200
