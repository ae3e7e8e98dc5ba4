"""Adding reports: what stands afterwards, and what is counted."""

import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from citydesk.ledger import AddProgress, IncidentQuery, Ledger
from citydesk.model import Problem, Report, ReportId
from citydesk.read import Reader
from citydesk.read.triage.triage import Triage
from tests.ledger.conftest import Add
from tests.ledger.dumps import dump
from tests.ledger.made import NOON, MadeReader, Shooting, make_report

FARGO = Shooting()
TULSA = Shooting(name="Ben Okafor", age=51, city="Tulsa", state="OK", date="2021-04-01", outcome="killed")


def test_a_report_goes_in_and_an_incident_comes_out(ledger: Ledger, add: Add) -> None:
    """One report makes one incident, found with its values and the words behind them."""
    summary = add(make_report("r1", FARGO))
    assert (summary.added, summary.incidents_new, summary.problem_count) == (1, 1, 0)
    view = ledger.incident(ledger.incidents(IncidentQuery()).lines[0].id)
    assert view.line.id == "2021-03-05-fargo-nd"
    assert (view.line.city, view.line.state, view.line.killed, view.line.injured) == ("Fargo", "ND", 0, 1)
    assert view.record.people[0].get("name") == "Ann Reyes"
    assert all(claim.evidence[0].text in view.texts[ReportId("r1")].text for claim in view.claims.values())


def test_adding_twice_changes_nothing(add: Add, path: Path) -> None:
    """The second run counts what is there, and not one byte of any row differs."""
    reports = [make_report("r1", FARGO), make_report("r2", TULSA), make_report("r3", FARGO, words="She is stable.")]
    add(*reports)
    before = dump(path)
    summary = add(*reports)
    assert (summary.added, summary.already, summary.incidents_new) == (0, 3, 0)
    assert dump(path) == before


def test_the_same_report_twice_in_one_run_is_taken_once(add: Add) -> None:
    """Also where the second comes before the first is stored."""
    summary = add(*[make_report("r1", FARGO)] * 5, workers=2)
    assert (summary.added, summary.already) == (1, 4)


def test_another_text_under_a_known_id_is_a_problem(ledger: Ledger, add: Add) -> None:
    """The first stays as it is; the second is named."""
    add(make_report("r1", FARGO))
    summary = add(make_report("r1", TULSA))
    assert (summary.added, summary.problem_count) == (0, 1)
    assert summary.problems[0].where == "r1"
    assert ledger.report(ReportId("r1")).report.text == make_report("r1", FARGO).text


def test_reports_of_one_shooting_make_one_incident(ledger: Ledger, add: Add) -> None:
    """Two outlets, one shooting; another shooting stays apart."""
    add(
        make_report("r1", FARGO, words="A neighbor heard five shots and a car that sped away to the north."),
        make_report("r2", TULSA, words="The street was closed until the morning."),
        make_report("r3", FARGO, words="Her family asked for privacy, and for witnesses.", published="2021-03-07"),
    )
    page = ledger.incidents(IncidentQuery())
    assert [(line.id, line.reports) for line in page.lines] == [
        ("2021-04-01-tulsa-ok", 1),
        ("2021-03-05-fargo-nd", 2),
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_copy_points_to_the_earliest_published(order: tuple[int, int], ledger: Ledger, add: Add) -> None:
    """Whichever of two copies came in first."""
    story = "The shots were heard across the river, and the bridge was closed for two hours while officers searched."
    copies = (
        make_report("early", FARGO, words=story, published="2021-03-06"),
        make_report("late", FARGO, words=story, published="2021-03-08"),
    )
    summary = add(*(copies[n] for n in order))
    assert (summary.added, summary.copies) == (2, 1)
    assert ledger.report(ReportId("early")).line.copy_of is None
    assert ledger.report(ReportId("late")).line.copy_of == "early"


def test_a_shooting_only_mentioned_waits_for_its_report(ledger: Ledger, add: Add) -> None:
    """It is no incident until a report is about it; then the mention belongs to it."""
    add(make_report("r1", TULSA, earlier=(FARGO,)))
    assert [line.id for line in ledger.incidents(IncidentQuery()).lines] == ["2021-04-01-tulsa-ok"]
    assert ledger.report(ReportId("r1")).incidents == ("2021-04-01-tulsa-ok", None)
    add(make_report("r2", FARGO))
    assert ledger.report(ReportId("r1")).incidents == ("2021-04-01-tulsa-ok", "2021-03-05-fargo-nd")
    kept = next(one for one in ledger.kept_incidents() if one.record.incident == "2021-03-05-fargo-nd")
    assert ([line.id for line in kept.reports], [line.id for line in kept.mentioned_in]) == (["r2"], ["r1"])


def test_a_report_that_cannot_be_read_stops_nothing(ledger: Ledger, add: Add) -> None:
    """It is a problem under its id, and the next run takes it in if it can be read by then."""
    summary = add(make_report("r1", FARGO, words="unreadable"), make_report("r2", TULSA))
    told = "it could not be read: ValueError: the made reader met a text that it cannot read"
    assert (summary.added, summary.problems) == (1, (Problem("r1", told),))
    assert list(ledger.problems()) == [Problem("r1", told)]
    again = ledger.add([make_report("r1", FARGO, words="unreadable")], reader=_lenient())
    assert (again.added, again.problem_count) == (1, 0)
    assert list(ledger.problems()) == []


def _lenient() -> Reader:
    class Lenient(MadeReader):
        def read(self, report: Report):  # type: ignore[no-untyped-def]
            mended = report.model_copy(update={"text": report.text.replace("unreadable", "legible!!!")})
            return super().read(mended)

    return Lenient()


def test_a_report_that_cannot_be_settled_stops_nothing(
    ledger: Ledger, add: Add, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it stays, and the others go in."""

    def refuse(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    with monkeypatch.context() as patched:
        patched.setattr("citydesk.ledger.recording.settle", refuse)
        summary = add(make_report("r1", FARGO))
    assert [problem.where for problem in summary.problems] == ["r1"]
    assert (dump(path)["reports"], dump(path)["tellings"]) == ([], [])
    assert add(make_report("r1", FARGO)).added == 1


def test_a_report_left_out_is_kept_with_its_reason(ledger: Ledger, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a second run does not look at it again."""
    monkeypatch.setattr("citydesk.ledger.outcomes.triage_report", lambda _: Triage(False, "is in Spanish"))
    assert add(make_report("r1", FARGO)).left_out == {"is in Spanish": 1}
    again = add(make_report("r1", FARGO))
    assert (again.already, again.left_out) == (1, {})
    assert [(left.line.id, left.reason) for left in ledger.left_out()] == [("r1", "is in Spanish")]
    view = ledger.report(ReportId("r1"))
    assert (view.left_out, view.reading, view.incidents) == ("is in Spanish", None, ())
    assert (ledger.size().reports, ledger.size().left_out) == (0, 1)


def test_problems_of_the_source_are_counted_and_kept_once(ledger: Ledger, add: Add) -> None:
    """A broken line is named each time, and stands in the ledger once."""
    broken = Problem("reports.jsonl:7", "this line is no JSON")
    assert add(make_report("r1", FARGO), broken).problems == (broken,)
    assert add(broken).problem_count == 1
    assert list(ledger.problems()) == [broken]


def test_lone_surrogates_are_replaced_and_nothing_moves(ledger: Ledger, add: Add) -> None:
    """They are no text and no file can hold them; control characters can stay."""
    report = make_report("r1", FARGO)
    hostile = report.model_copy(update={"text": "\ud800\x00\x07 " + report.text, "title": "A \udfff title"})
    assert add(hostile).added == 1
    view = ledger.report(ReportId("r1"))
    assert view.report.text == "\ufffd\x00\x07 " + report.text
    assert view.report.title == "A \ufffd title"
    assert add(hostile).already == 1


def test_progress_is_told_after_each_report(ledger: Ledger) -> None:
    """The counts only grow, and end where the summary does."""
    told: list[AddProgress] = []
    known, new = make_report("r1", FARGO), make_report("r2", TULSA)
    reports: list[Report | Problem] = [known, Problem("x.txt", "empty"), known, new]
    ledger.add(reports, workers=1, progress=told.append, reader=MadeReader())
    assert [progress.taken for progress in told] == [1, 2, 3, 4]
    last = told[-1]
    assert (last.added, last.already, last.problems, last.incidents_new) == (2, 1, 1, 2)


def test_several_processes_give_the_same_ledger(tmp_path: Path) -> None:
    """To the byte: the order of arrival is that of the source, whoever reads."""
    reports = [make_report(f"r{n:02}", Shooting(age=20 + n, date=f"2021-03-{n + 1:02}")) for n in range(26)]
    dumps = []
    for workers in (1, 2):
        path = tmp_path / f"{workers}.db"
        with Ledger.open(path) as ledger:
            ledger.add(reports, workers=workers, clock=lambda: NOON, reader=MadeReader())
        dumps.append(dump(path))
    assert dumps[0] == dumps[1]


def test_reports_are_marked_with_the_time_in_utc(add: Add, path: Path) -> None:
    """The clock is given; nothing else asks what time it is."""
    add(make_report("r1", FARGO))
    assert dump(path)["reports"][0][-2] == "2021-06-01T12:00:00+00:00"


def test_an_interrupt_between_reports_ends_with_a_summary(ledger: Ledger) -> None:
    """What was done stays, and the next run goes on from there."""
    reports = [make_report(f"r{n}", Shooting(date=f"2021-03-{n + 1:02}")) for n in range(5)]

    def source() -> Iterator[Report]:
        for n, report in enumerate(reports):
            if n == 3:
                signal.raise_signal(signal.SIGINT)
            yield report

    summary = ledger.add(source(), workers=1, reader=MadeReader())
    assert (summary.interrupted, summary.added) == (True, 3)
    again = ledger.add(reports, workers=1, reader=MadeReader())
    assert (again.interrupted, again.already, again.added) == (False, 3, 2)


def test_an_interrupt_while_a_report_is_stored_waits_for_it(ledger: Ledger) -> None:
    """The transaction that is underway is finished first."""

    def interrupt() -> datetime:
        signal.raise_signal(signal.SIGINT)
        return datetime(2021, 6, 1, tzinfo=UTC)

    summary = ledger.add([make_report("r1", FARGO), make_report("r2", TULSA)], clock=interrupt, reader=MadeReader())
    assert (summary.interrupted, summary.added) == (True, 1)
    assert ledger.report(ReportId("r1")).reading is not None


def test_an_interrupt_stops_the_reading_processes(ledger: Ledger) -> None:
    """With several processes too, what is stored is the beginning of the source, without a gap."""
    reports = [make_report(f"r{n:03}", Shooting(date="2021-03-05")) for n in range(60)]
    seen = 0

    def interrupt(_: AddProgress) -> None:
        nonlocal seen
        seen += 1
        if seen == 10:
            signal.raise_signal(signal.SIGINT)

    summary = ledger.add(reports, workers=2, progress=interrupt, reader=MadeReader())
    assert (summary.interrupted, summary.added) == (True, 10)
    assert ledger.size().reports == 10
