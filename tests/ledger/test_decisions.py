"""Decisions are kept for good, they always win, and they are undone only by another one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import JsonValue

from citydesk.ledger import CannotDecide, Decided, Ledger, NoSuchClaim, NoSuchDecision, NoSuchReport, Proposal
from citydesk.model import Basis, ClaimId, IncidentId, ReportId, Ruling, Standing
from tests.ledger.conftest import Add
from tests.ledger.dumps import dump
from tests.ledger.made import NOON, Shooting, make_report

Decide = Callable[..., Decided]
FARGO = IncidentId("2021-03-05-fargo-nd")


@pytest.fixture
def decide(ledger: Ledger) -> Decide:
    """Decides as Ann, at noon of one day."""

    def make(what: Ruling, **about: object) -> Decided:
        return ledger.decide(Proposal(what, **about), who="ann", why="the hospital said so", clock=lambda: NOON)  # type: ignore[arg-type]  # each test gives what its ruling needs

    return make


def _standing(ledger: Ledger, incident: IncidentId, name: str, person: int | None = None) -> Standing:
    record = ledger.incident(incident).record
    values = record.values if person is None else record.people[person - 1].values
    return next(value for value in values if value.subject.property == name)


def _value(ledger: Ledger, incident: IncidentId, name: str, person: int | None = None) -> JsonValue:
    return _standing(ledger, incident, name, person).value


def _groups(ledger: Ledger) -> dict[str, list[str]]:
    return {kept.record.incident: sorted(kept.record.reports) for kept in ledger.kept_incidents()}


def test_a_value_that_a_person_corrects_stands(ledger: Ledger, add: Add, decide: Decide) -> None:
    """Whatever reports say, now and later; what they say is kept against it, and is no dispute any more."""
    add(make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
    decided = decide(Ruling.CORRECT, incident=FARGO, property="age", person=1, value="35")
    assert (decided.decision.id, decided.decision.value, decided.incidents) == (1, 35, (FARGO,))
    standing = _standing(ledger, FARGO, "age", 1)
    assert (standing.value, standing.basis, standing.claim, standing.decision) == (35, Basis.DECIDED, None, 1)
    assert len(standing.against) == 2
    assert ledger.incident(FARGO).line.disputed == 0
    add(make_report("r3", Shooting(age=36)))
    assert _value(ledger, FARGO, "age", 1) == 35


def test_a_claim_that_a_person_accepts_stands(ledger: Ledger, add: Add, decide: Decide) -> None:
    """Over those that more reports make."""
    add(*(make_report(f"r{n}", Shooting(age=age)) for n, age in enumerate((34, 34, 43))))
    assert _value(ledger, FARGO, "age", 1) == 34
    decide(Ruling.ACCEPT, claim=ClaimId("r2/0/people.0.age"))
    standing = _standing(ledger, FARGO, "age", 1)
    assert (standing.value, standing.claim, len(standing.against)) == (43, "r2/0/people.0.age", 2)


def test_a_claim_that_a_person_rejects_is_left_aside(ledger: Ledger, add: Add, decide: Decide) -> None:
    """It neither stands nor contradicts, and is kept all the same."""
    add(make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
    decide(Ruling.REJECT, claim=ClaimId("r1/0/people.0.age"))
    standing = _standing(ledger, FARGO, "age", 1)
    assert (standing.value, standing.against) == (43, ())
    assert "r1/0/people.0.age" in ledger.incident(FARGO).claims


def test_a_corrected_outcome_changes_the_count_that_follows_from_it(ledger: Ledger, add: Add, decide: Decide) -> None:
    """Once the reports' own counts are rejected, the dead are counted from the participants."""
    add(make_report("r1", Shooting()))
    assert _value(ledger, FARGO, "killed") == 0
    decide(Ruling.CORRECT, incident=FARGO, property="outcome", person=1, value="killed")
    decide(Ruling.REJECT, claim=ClaimId("r1/0/killed"))
    assert _value(ledger, FARGO, "killed") == 1


def test_incidents_that_a_person_merges_are_one(ledger: Ledger, add: Add, decide: Decide) -> None:
    """The older id stays and the other leads to it; a later report like either finds the merged one."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting(name="Anna Reyes", city="Moorhead", state="MN")))
    other = IncidentId("2021-03-05-moorhead-mn")
    decided = decide(Ruling.MERGE, incident=other, other=FARGO)
    assert (decided.incidents, decided.ended) == ((FARGO,), (other,))
    add(make_report("r3", Shooting(name="Anna Reyes", city="Moorhead", state="MN")))
    assert _groups(ledger) == {FARGO: ["r1", "r2", "r3"]}
    assert ledger.incident(other).line.id == FARGO


def test_undoing_a_merge_gives_both_ids_back(ledger: Ledger, add: Add, decide: Decide) -> None:
    """Each to the reports that it was made for, whichever part is larger."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting(name="Anna Reyes", city="Minot")))
    decide(Ruling.MERGE, incident=FARGO, other=IncidentId("2021-03-05-minot-nd"))
    add(make_report("r3", Shooting(name="Anna Reyes", city="Minot")))
    decide(Ruling.UNDO, decision=1)
    assert _groups(ledger) == {FARGO: ["r1"], "2021-03-05-minot-nd": ["r2", "r3"]}
    decide(Ruling.UNDO, decision=2)
    assert _groups(ledger) == {FARGO: ["r1", "r2", "r3"]}


def test_an_incident_that_a_person_splits_is_two(ledger: Ledger, add: Add, decide: Decide) -> None:
    """The larger part keeps the id, and later reports do not join what was split."""
    add(*(make_report(f"r{n}", Shooting()) for n in range(3)))
    decided = decide(Ruling.SPLIT, incident=FARGO, reports=(ReportId("r0"),))
    assert decided.incidents == (FARGO, f"{FARGO}-2")
    assert _groups(ledger) == {FARGO: ["r1", "r2"], f"{FARGO}-2": ["r0"]}
    add(make_report("r3", Shooting()))
    parts = _groups(ledger)
    assert len(parts) == 2
    assert all(not {"r0", "r1"} <= set(part) for part in parts.values())


def test_a_report_is_linked_and_unlinked(ledger: Ledger, add: Add, decide: Decide) -> None:
    """To an incident that it has nothing in common with; and from one that it is like."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting()), make_report("r3", Shooting(name="Ben Okafor")))
    decide(Ruling.LINK, incident=FARGO, reports=(ReportId("r3"),))
    assert _groups(ledger) == {FARGO: ["r1", "r2", "r3"]}
    decide(Ruling.UNLINK, incident=FARGO, reports=(ReportId("r1"),))
    assert sorted(_groups(ledger).values()) == [["r1", "r3"], ["r2"]] or _groups(ledger)[FARGO] == ["r2", "r3"]


def test_a_later_decision_goes_before_an_earlier_one(ledger: Ledger, add: Add, decide: Decide) -> None:
    """Merged, then unlinked: apart. Corrected twice: the second value."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting(name="Ben Okafor", city="Minot")))
    decide(Ruling.MERGE, incident=FARGO, other=IncidentId("2021-03-05-minot-nd"))
    decide(Ruling.UNLINK, incident=FARGO, reports=(ReportId("r2"),))
    assert sorted(_groups(ledger).values()) == [["r1"], ["r2"]]
    decide(Ruling.CORRECT, incident=FARGO, property="killed", value=2)
    decide(Ruling.CORRECT, incident=FARGO, property="killed", value=3)
    assert _value(ledger, FARGO, "killed") == 3
    decide(Ruling.UNDO, decision=4)
    assert _value(ledger, FARGO, "killed") == 2


def test_an_incident_out_of_scope_is_in_no_list(ledger: Ledger, add: Add, decide: Decide) -> None:
    """It can still be looked at by its id, and be brought back."""
    add(make_report("r1", Shooting()))
    decide(Ruling.OUT_OF_SCOPE, incident=FARGO)
    assert (_groups(ledger), ledger.size().incidents) == ({}, 0)
    assert ledger.incident(FARGO).out_of_scope
    add(make_report("r2", Shooting()))
    assert _groups(ledger) == {}
    with pytest.raises(CannotDecide, match="out of scope already"):
        decide(Ruling.OUT_OF_SCOPE, incident=FARGO)
    decide(Ruling.IN_SCOPE, incident=FARGO)
    assert _groups(ledger) == {FARGO: ["r1", "r2"]}


def test_a_decision_goes_with_most_of_its_reports(ledger: Ledger, add: Add, decide: Decide) -> None:
    """When the incident is split afterwards; and on a merge it is part of the merged record."""
    add(*(make_report(f"r{n}", Shooting()) for n in range(3)))
    decide(Ruling.CORRECT, incident=FARGO, property="killed", value=4)
    decide(Ruling.SPLIT, incident=FARGO, reports=(ReportId("r0"),))
    assert _value(ledger, FARGO, "killed") == 4
    assert _value(ledger, IncidentId(f"{FARGO}-2"), "killed") == 0
    decide(Ruling.MERGE, incident=FARGO, other=IncidentId(f"{FARGO}-2"))
    assert _value(ledger, FARGO, "killed") == 4
    assert len(ledger.incident(FARGO).decisions) == 3


def test_a_decision_says_who_when_why_and_on_what_it_was_based(ledger: Ledger, add: Add, decide: Decide) -> None:
    """Every claim of the property that stood then, and the participant as it was."""
    add(make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
    made = decide(Ruling.CORRECT, incident=FARGO, property="age", person=1, value=35).decision
    assert (made.who, made.when, made.why, made.after) == ("ann", NOON, "the hospital said so", 2)
    assert [(seen.report, seen.value, seen.evidence[0].text) for seen in made.seen] == [
        ("r1", 34, "34"),
        ("r2", 43, "43"),
    ]
    assert made.person is not None
    assert (made.person.name, made.person.mentions) == ("Ann Reyes", ("r1/0/people.0", "r2/0/people.0"))
    assert list(ledger.decisions(FARGO)) == [made] == list(ledger.decisions())


@pytest.mark.parametrize(
    ("about", "error", "words"),
    [
        ({"what": Ruling.ACCEPT, "claim": "r9/0/killed"}, NoSuchClaim, "no claim 'r9/0/killed'"),
        ({"what": Ruling.ACCEPT}, CannotDecide, "accept needs a claim"),
        ({"what": Ruling.CORRECT, "incident": FARGO, "property": "killed", "value": "some"}, CannotDecide, "cannot be"),
        ({"what": Ruling.CORRECT, "incident": FARGO, "property": "killed", "value": -1}, CannotDecide, "from 0 to"),
        ({"what": Ruling.CORRECT, "incident": FARGO, "property": "time", "value": "25:00"}, CannotDecide, "HH:MM"),
        ({"what": Ruling.CORRECT, "incident": FARGO, "property": "date", "value": "soon"}, CannotDecide, "give a day"),
        (
            {"what": Ruling.CORRECT, "incident": FARGO, "property": "colour", "value": "x"},
            CannotDecide,
            "'colour' is no",
        ),
        (
            {"what": Ruling.CORRECT, "incident": FARGO, "property": "weapons", "value": "x"},
            CannotDecide,
            "several values",
        ),
        (
            {"what": Ruling.CORRECT, "incident": FARGO, "property": "age", "person": 7, "value": 3},
            CannotDecide,
            "no participant 7",
        ),
        ({"what": Ruling.MERGE, "incident": FARGO, "other": FARGO}, CannotDecide, "one incident already"),
        ({"what": Ruling.SPLIT, "incident": FARGO, "reports": ("r1",)}, CannotDecide, "leave at least one"),
        ({"what": Ruling.SPLIT, "incident": FARGO, "reports": ("r2",)}, CannotDecide, "does not tell of"),
        ({"what": Ruling.LINK, "incident": FARGO, "reports": ("r9",)}, NoSuchReport, "no report 'r9'"),
        ({"what": Ruling.LINK, "incident": FARGO, "reports": ("r1",)}, CannotDecide, "nothing to link"),
        ({"what": Ruling.UNLINK, "incident": FARGO, "reports": ("r1",)}, CannotDecide, "no other report"),
        ({"what": Ruling.LINK, "incident": FARGO, "reports": ("r2",), "telling": 3}, CannotDecide, "3 is none"),
        ({"what": Ruling.UNDO, "decision": 1}, NoSuchDecision, "no decision 1"),
    ],
    ids=lambda case: str(case)[:40],
)
def test_a_decision_that_makes_no_sense_is_refused(
    ledger: Ledger, add: Add, path: Path, about: dict[str, object], error: type[Exception], words: str
) -> None:
    """In one line, and nothing has changed."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting(name="Ben Okafor", city="Minot")))
    before = dump(path)
    with pytest.raises(error, match=words) as caught:
        ledger.decide(Proposal(**about), who="ann", why="so", clock=lambda: NOON)  # type: ignore[arg-type]  # a table
    assert "\n" not in str(caught.value)
    assert dump(path) == before


def test_who_and_why_are_plain_words_on_one_line(ledger: Ledger, add: Add) -> None:
    """What a terminal or a page would obey is taken out; nothing at all, or too much, is refused."""
    add(make_report("r1", Shooting()))
    proposal = Proposal(Ruling.CORRECT, incident=FARGO, property="killed", value=1)
    made = ledger.decide(proposal, who="ann\x1b[31m", why="first\nsecond", clock=lambda: NOON).decision
    assert (made.who, made.why) == ("ann [31m", "first second")
    for who, why in ((" ", "so"), ("ann", "\n"), ("a" * 101, "so"), ("ann", "s" * 2_001)):
        with pytest.raises(CannotDecide):
            ledger.decide(proposal, who=who, why=why)


@pytest.mark.parametrize("change", ["UPDATE decisions SET who = 'somebody else'", "DELETE FROM decisions"])
def test_the_database_itself_refuses_to_change_a_decision(
    ledger: Ledger, add: Add, decide: Decide, path: Path, change: str
) -> None:
    """Whatever program tries."""
    add(make_report("r1", Shooting()))
    decide(Ruling.CORRECT, incident=FARGO, property="killed", value=1)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute(change)
    assert len(list(ledger.decisions())) == 1


def test_an_undone_decision_can_be_undone_only_once(ledger: Ledger, add: Add, decide: Decide) -> None:
    """After that the undoing itself is what can be undone."""
    add(make_report("r1", Shooting()))
    decide(Ruling.CORRECT, incident=FARGO, property="killed", value=1)
    decide(Ruling.UNDO, decision=1)
    assert _value(ledger, FARGO, "killed") == 0
    with pytest.raises(CannotDecide, match="holds no longer"):
        decide(Ruling.UNDO, decision=1)
    decide(Ruling.UNDO, decision=2)
    assert _value(ledger, FARGO, "killed") == 1
