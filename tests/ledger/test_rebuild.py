"""All that is derived can be made anew, and is then what it was; what a person decided outlasts every new reading."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citydesk.ledger import Ledger, LedgerBusy, NoSuchIncident, NoSuchReport, RebuildProgress, RebuildSummary
from citydesk.model import IncidentId, Reading, Report, ReportId, Ruling
from tests.ledger.dumps import dump
from tests.ledger.histories import FARGO, MINOT, REPORTS, BlindReader, LaterReader, ReversedReader, add, decide, live
from tests.ledger.made import NOON, MadeReader, Shooting, make_report
from tests.ledger.scores import made_scores

Rebuild = Callable[..., RebuildSummary]


@pytest.fixture
def rebuild(ledger: Ledger) -> Rebuild:
    """Rebuilds the ledger in this process, at noon of one day."""

    def anew(**how: object) -> RebuildSummary:
        return ledger.rebuild(**{"reader": MadeReader(), "workers": 1, "clock": lambda: NOON, **how})  # type: ignore[arg-type]  # each test gives what it is about

    return anew


def _groups(ledger: Ledger) -> dict[str, list[str]]:
    return {kept.record.incident: sorted(kept.record.reports) for kept in ledger.kept_incidents()}


@pytest.mark.parametrize("steps", range(1, 11))
@pytest.mark.parametrize("how", [{}, {"keep_readings": True, "reader": None}], ids=["read anew", "readings kept"])
def test_a_rebuild_makes_every_byte_what_it_was(
    ledger: Ledger, rebuild: Rebuild, path: Path, steps: int, how: dict[str, object]
) -> None:
    """After each step of a past with copies, a merge, its undoing, a split and values decided."""
    live(ledger, steps)
    before = dump(path)
    summary = rebuild(**how)
    assert (summary.readings_changed, summary.incidents_new, summary.incidents_ended) == (0, 0, 0)
    assert dump(path) == before
    assert sorted(one.name for one in path.parent.iterdir() if not one.name.endswith(("-wal", "-shm"))) == ["x.db"]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE incidents SET headline = 'lost', record = replace(record, 'Ann', 'Eve'), day = NULL",
        "DELETE FROM claims",
        "DELETE FROM pairs",
        "UPDATE reports SET copy_of = NULL, left_out = NULL",
        "DELETE FROM incident_words",
        "UPDATE tellings SET incident = 1 WHERE incident IS NOT NULL",
    ],
)
def test_what_was_derived_and_then_harmed_is_mended(ledger: Ledger, rebuild: Rebuild, path: Path, harm: str) -> None:
    """Reports and decisions are the truth: to the byte, ids included."""
    live(ledger)
    before = dump(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(harm)
    assert dump(path) != before
    rebuild()
    assert dump(path) == before


def test_from_reports_and_decisions_alone_all_ids_come_back(ledger: Ledger, rebuild: Rebuild, path: Path) -> None:
    """With every derived row deleted, the order of things gives the same ids, those that lead elsewhere too."""
    live(ledger)
    before = dump(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in ("claims", "pairs", "telling_keys", "tellings", "readings", "incidents", "incident_words"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    rebuild()
    assert dump(path) == before


_scores = st.fixed_dictionaries(
    {(f"r{a}", f"r{b}"): st.sampled_from((0.0, 0.2, 0.6, 0.99)) for a in range(1, 7) for b in range(a + 1, 7)}
)


@settings(max_examples=10)
@given(scores=_scores, order=st.permutations(range(6)), merged=st.booleans())
def test_whatever_the_order_and_the_scores_a_rebuild_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, scores: dict[tuple[str, str], float], order: list[int], merged: bool
) -> None:
    """Incidents merge and part as reports come in; ids and redirects are the same when they come in again."""
    path = tmp_path_factory.mktemp("any") / "x.db"
    with made_scores(scores), Ledger.open(path) as ledger:
        add(ledger, *(REPORTS[n] for n in order))
        ids = sorted(_groups(ledger))
        if merged and len(ids) > 1:
            decide(ledger, Ruling.MERGE, incident=ids[0], other=ids[1])
        before = dump(path)
        ledger.rebuild(reader=MadeReader(), workers=1, clock=lambda: NOON)
    assert dump(path) == before


def test_a_newer_reader_changes_readings_and_no_id(ledger: Ledger, rebuild: Rebuild, path: Path) -> None:
    """Claims have other ids, incidents the same; and what was decided goes with what it was about."""
    live(ledger)
    before, records = _groups(ledger), {one.record.incident: one.record for one in ledger.kept_incidents()}
    summary = rebuild(reader=LaterReader())
    assert summary.readings_changed == 7
    assert _groups(ledger) == before
    for id_ in map(IncidentId, before):
        decided = {v.subject.property: (v.value, v.decision) for v in records[id_].people[0].values if v.decision}
        now = ledger.incident(id_).record
        told = next(one for one in now.people if one.get("name") == records[id_].people[0].get("name"))
        assert {v.subject.property: (v.value, v.decision) for v in told.values if v.decision} == decided
    again = dump(path)
    rebuild(reader=LaterReader())
    assert dump(path) == again


def test_a_reread_of_chosen_reports_leaves_the_others(ledger: Ledger, rebuild: Rebuild) -> None:
    """They keep the readings that they had."""
    live(ledger)
    summary = rebuild(reader=LaterReader(), only=[ReportId("r2")])
    assert summary.readings_changed == 1
    readers = {id_: ledger.report(ReportId(id_)).line.reader for id_ in ("r1", "r2")}
    assert [readers[id_].version for id_ in ("r1", "r2") if readers[id_] is not None] == ["1", "2"]  # type: ignore[union-attr]  # asked in the same breath


def test_an_incident_that_no_reading_tells_of_any_more_says_so(ledger: Ledger, rebuild: Rebuild) -> None:
    """Its id is not given to another; when a reading tells of it again, it has its id back."""
    add(ledger, *REPORTS[:2])
    rebuild(reader=BlindReader("r2"))
    with pytest.raises(NoSuchIncident, match="no report tells of"):
        ledger.incident(IncidentId(MINOT))
    add(ledger, make_report("r9", Shooting(name="Eli Pell", city="Minot")))
    assert sorted(_groups(ledger)) == [FARGO, f"{MINOT}-2"]
    rebuild(reader=BlindReader())
    assert _groups(ledger) == {FARGO: ["r1"], MINOT: ["r2"], f"{MINOT}-2": ["r9"]}


def test_a_report_that_cannot_be_read_anew_keeps_its_reading(ledger: Ledger, rebuild: Rebuild) -> None:
    """It is told as a problem; the rest is made anew."""

    class FailingReader(LaterReader):
        def read(self, report: Report) -> Reading:
            if report.id == "r2":
                raise ValueError("no")
            return super().read(report)

    live(ledger)
    summary = rebuild(reader=FailingReader())
    assert (summary.problem_count, summary.problems[0].where) == (1, "r2")
    assert "keeps its reading" in summary.problems[0].message
    kept = ledger.report(ReportId("r2")).line.reader
    assert kept is not None
    assert kept.version == "1"


def test_who_reads_a_report_that_is_not_there_is_told(ledger: Ledger, rebuild: Rebuild, path: Path) -> None:
    """And nothing is done."""
    live(ledger)
    before = dump(path)
    with pytest.raises(NoSuchReport, match="no report 'r99'"):
        rebuild(only=[ReportId("r99")])
    assert dump(path) == before


def test_what_was_interrupted_goes_on_where_it_was(ledger: Ledger, rebuild: Rebuild, path: Path) -> None:
    """The old state stands until then, and nothing is read twice."""
    live(ledger)
    before, read = dump(path), []

    class CountingReader(LaterReader):
        def read(self, report: Report) -> Reading:
            read.append(report.id)
            return super().read(report)

    def stop(progress: RebuildProgress) -> None:
        if progress.done == 4:
            raise KeyboardInterrupt

    assert rebuild(reader=CountingReader(), progress=stop).interrupted
    assert dump(path) == before
    assert not rebuild(reader=CountingReader()).interrupted
    assert len(read) <= len(REPORTS)
    assert sorted(set(read)) == sorted(one.id for one in REPORTS if one.id != "r7")
    assert dump(path) != before


def test_what_was_begun_for_another_reader_is_begun_anew(ledger: Ledger, rebuild: Rebuild, path: Path) -> None:
    """Readings of two readers are not mixed."""
    live(ledger)
    before = dump(path)

    def stop(progress: RebuildProgress) -> None:
        if progress.done == 4:
            raise KeyboardInterrupt

    assert rebuild(reader=BlindReader("r1", "r2"), progress=stop).interrupted
    rebuild()
    assert dump(path) == before


def test_the_ledger_is_used_and_added_to_meanwhile(ledger: Ledger, rebuild: Rebuild, path: Path) -> None:
    """What comes in while it is rebuilt is in the new state, and decisions too."""
    live(ledger)
    late = make_report("r20", Shooting(name="Gus Quill", city="Bismarck"))

    def meddle(progress: RebuildProgress) -> None:
        if progress.done == 3:
            with Ledger.open(path) as other:
                add(other, late)
                decide(other, Ruling.CORRECT, incident=MINOT, property="killed", value=2)

    rebuild(progress=meddle)
    assert ledger.incident(IncidentId("2021-03-05-bismarck-nd")).record.reports == ("r20",)
    assert ledger.incident(IncidentId(MINOT)).record.get("killed") == 2
    before = dump(path)
    rebuild()
    assert dump(path) == before


def test_a_program_that_adds_notices_that_all_was_made_anew(ledger: Ledger, rebuild: Rebuild, path: Path) -> None:
    """It holds a connection open since before; what it remembers of tellings is of the old state."""
    live(ledger)

    def reports() -> object:
        yield make_report("r21", Shooting(name="Ben Okafor", city="Minot"))
        with Ledger.open(path) as other:
            other.rebuild(reader=ReversedReader(), workers=1, clock=lambda: NOON)
        yield make_report("r22", Shooting(name="Ben Okafor", city="Minot"))

    ledger.add(reports(), workers=1, clock=lambda: NOON, reader=MadeReader())  # type: ignore[arg-type]
    assert {"r21", "r22"} <= set(_groups(ledger)[MINOT])


def test_two_rebuilds_at_once_are_refused(ledger: Ledger, rebuild: Rebuild, path: Path) -> None:
    """The second is told in one line; the first goes on."""
    live(ledger)
    refused: list[str] = []

    def meddle(progress: RebuildProgress) -> None:
        if progress.done == 1:
            with Ledger.open(path) as other, pytest.raises(LedgerBusy, match="another program") as caught:
                other.rebuild(reader=MadeReader(), workers=1)
            refused.append(str(caught.value))

    assert not rebuild(progress=meddle).interrupted
    assert len(refused) == 1


@pytest.mark.parametrize("rubbish", [b"", b"no database at all", b"SQLite format 3\x00 but broken"])
def test_rubbish_in_place_of_what_was_begun_is_no_hindrance(
    ledger: Ledger, rebuild: Rebuild, path: Path, rubbish: bytes
) -> None:
    """It is made anew."""
    live(ledger)
    before = dump(path)
    path.with_name("x.db.rebuild").write_bytes(rubbish)
    rebuild()
    assert dump(path) == before
