"""What people decided is found again when reports are read anew, and only where it belongs."""

from datetime import UTC, datetime
from typing import Any

from citydesk.model import (
    Basis,
    ClaimId,
    Decision,
    Evidence,
    FieldName,
    IncidentId,
    ReportId,
    Ruling,
    SeenClaim,
    SeenPerson,
)
from citydesk.settle import Settled, Told, settle
from tests.link.made import make_fact
from tests.link.made import make_participant as somebody
from tests.settle.told import standing_of, tell

WHEN = datetime(2024, 5, 1, tzinfo=UTC)


def _decide(what: Ruling, number: int = 1, **about: Any) -> Decision:
    return Decision(id=number, what=what, who="ann", when=WHEN, why="so", **about)


def _settle(told: list[Told], *decisions: Decision) -> Settled:
    return settle(IncidentId("i"), told, decisions)


def _told(**person: Any) -> Told:
    return tell("r1", "2024-05-01", somebody(**person))


def test_a_rejected_claim_is_found_by_its_words_when_its_id_has_changed() -> None:
    """The reading has another participant before the one whose claim it was."""
    seen = _settle([_told(name="Ann Reyes", age=34)])
    claim = next(c for c in seen.claims if c.subject.property == "age")
    reject = _decide(
        Ruling.REJECT,
        property="age",
        claim=claim.id,
        value=34,
        person=SeenPerson(number=1, name="Ann Reyes"),
        seen=(SeenClaim(id=claim.id, report=claim.report, value=34, evidence=claim.evidence),),
    )
    anew = tell("r1", "2024-05-01", somebody(name="Ben Okafor", age=51), somebody(name="Ann Reyes", age=34))
    settled = _settle([anew], reject)
    assert settled.rejected == {ClaimId("r1/0/people.1.age")}
    assert [person.get("age") for person in settled.record.people] == [51, None]


def test_a_correction_goes_with_the_participant_and_not_with_the_number() -> None:
    """Who was first is second since an earlier report came in."""
    correct = _decide(
        Ruling.CORRECT, property="age", value=35, person=SeenPerson(number=1, name="Ann Reyes", role="victim")
    )
    earlier = tell("r0", "2024-04-30", somebody(name="Ben Okafor", age=51))
    settled = _settle([earlier, _told(name="Ann Reyes", age=34)], correct)
    assert [(p.get("name"), p.get("age")) for p in settled.record.people] == [("Ben Okafor", 51), ("Ann Reyes", 35)]


def test_a_correction_of_somebody_who_is_gone_is_told_and_does_nothing() -> None:
    """It is not put on somebody else."""
    correct = _decide(
        Ruling.CORRECT, 7, property="age", value=35, person=SeenPerson(number=1, name="Ann Reyes", age=34)
    )
    settled = _settle([_told(name="Ben Okafor", age=51)], correct)
    assert settled.homeless == (7,)
    assert standing_of(settled, "age", 1).value == 51


def test_an_accepted_value_stands_when_no_reading_has_its_claim_any_more() -> None:
    """A decision outlives the claim that it was made from."""
    gone = SeenClaim(
        id=ClaimId("r9/0/killed"),
        report=ReportId("r9"),
        value=2,
        evidence=(Evidence(field=FieldName.TEXT, start=0, end=3, text="two"),),
    )
    accept = _decide(Ruling.ACCEPT, property="killed", claim=gone.id, value=2, seen=(gone,))
    standing = standing_of(_settle([tell("r1", "2024-05-01", killed=1)], accept), "killed")
    assert (standing.value, standing.basis, standing.claim, len(standing.against)) == (2, Basis.DECIDED, None, 1)


def test_of_several_values_one_is_corrected() -> None:
    """The others stay as they are."""
    told = [_told(name="Ann Reyes", charges=(make_fact("murder"), make_fact("robbery")))]
    claim = next(c for c in _settle(told).claims if c.value == "murder")
    correct = _decide(
        Ruling.CORRECT,
        property="charges",
        claim=claim.id,
        value="manslaughter",
        seen=(SeenClaim(id=claim.id, report=claim.report, value="murder", evidence=claim.evidence),),
    )
    (person,) = _settle(told, correct).record.people
    assert [v.value for v in person.values if v.subject.property == "charges"] == ["manslaughter", "robbery"]


def test_somebody_of_whom_all_is_rejected_is_in_the_record_no_more() -> None:
    """A participant whom the reader made up."""
    told = [_told(name="Main Street")]
    rejects = [
        _decide(
            Ruling.REJECT,
            number,
            property=c.subject.property,
            claim=c.id,
            value=c.value,
            seen=(SeenClaim(id=c.id, report=c.report, value=c.value, evidence=c.evidence),),
        )
        for number, c in enumerate(_settle(told).claims, 1)
        if c.subject.person is not None
    ]
    assert _settle(told, *rejects).record.people == ()


def test_without_decisions_nothing_is_decided() -> None:
    """And one without a property, as of linking, says nothing of values."""
    told = [_told(name="Ann Reyes", age=34)]
    assert _settle(told, _decide(Ruling.MERGE)).record == _settle(told).record
    assert _settle(told, _decide(Ruling.IN_SCOPE)).record == _settle(told).record
