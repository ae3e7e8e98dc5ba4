"""Ledgers with a past: reports, copies, merges, splits and decisions, for tests of what is made anew from them."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from citydesk.ledger import Decided, Ledger, Proposal
from citydesk.model import Fact, Participant, ReaderName, Reading, Report, ReportId, Role, Ruling
from tests.ledger.made import NOON, MadeReader, Shooting, make_report

FARGO, MINOT = "2021-03-05-fargo-nd", "2021-03-05-minot-nd"
_SAME = "A neighbor heard five shots and a car that sped away over the bridge, and then nothing more."


class ReversedReader(MadeReader):
    """Another version: tells incidents last first."""

    name = ReaderName(name="made", version="1.1")

    def read(self, report: Report) -> Reading:
        """The reading, in another order."""
        reading = super().read(report)
        return reading.model_copy(update={"reader": self.name, "incidents": tuple(reversed(reading.incidents))})


class LaterReader(ReversedReader):
    """A newer version, which also sees a witness before the participants."""

    name = ReaderName(name="made", version="2")

    def read(self, report: Report) -> Reading:
        """The reading, with one participant more."""
        reading = super().read(report)
        told = (
            one.model_copy(update={"people": (_bystander(one.people[0]), *one.people)}) for one in reading.incidents
        )
        return reading.model_copy(update={"incidents": tuple(told)})


def _bystander(person: Participant) -> Participant:
    assert person.role is not None
    assert person.name is not None
    witness: Fact[Role] = Fact(value=Role.WITNESS, evidence=person.role.evidence, confidence=0.5)
    return Participant(text=person.text, role=witness)


class BlindReader(MadeReader):
    """Sees nothing in reports that are in `blind_for`."""

    name = ReaderName(name="blind", version="1")

    def __init__(self, *blind_for: str) -> None:
        self._blind_for = blind_for

    def read(self, report: Report) -> Reading:
        """The reading, without any incident for some."""
        reading = super().read(report).model_copy(update={"reader": self.name})
        return reading.model_copy(update={"incidents": ()}) if report.id in self._blind_for else reading


def decide(ledger: Ledger, what: Ruling, **about: object) -> Decided:
    """Decide as Ann, at noon of one day."""
    return ledger.decide(Proposal(what, **about), who="ann", why="she said so", clock=lambda: NOON)  # type: ignore[arg-type]  # each test gives what its ruling needs


def add(ledger: Ledger, *reports: Report) -> None:
    """Add reports, read by the made reader, at noon of one day."""
    ledger.add(reports, workers=1, clock=lambda: NOON, reader=MadeReader())


REPORTS = (
    make_report("r1", Shooting(), words=_SAME),
    make_report("r2", Shooting(name="Ben Okafor", age=51, city="Minot", outcome="killed")),
    make_report("r3", Shooting(age=43), words=_SAME + " Police asked for help."),
    make_report("r4", Shooting(name="Cy Dow", city="Tulsa", state="OK"), earlier=(Shooting(),)),
    make_report("r5", Shooting(name="Ben Okafor", age=52, city="Minot", outcome="killed")),
    make_report("r6", Shooting()),
    Report(id=ReportId("r7"), title="Bake sale", text="The church sold cakes on Sunday and thanked all who came."),
    make_report("r8", Shooting(name="Dee Marsh", city="Tulsa", state="OK"), earlier=(Shooting(name="Cy Dow"),)),
)
_STEPS: Sequence[Callable[[Ledger], object]] = (
    lambda ledger: add(ledger, *REPORTS[:4]),
    lambda ledger: decide(ledger, Ruling.MERGE, incident=FARGO, other=MINOT),
    lambda ledger: add(ledger, REPORTS[4]),
    lambda ledger: decide(ledger, Ruling.CORRECT, incident=FARGO, property="age", person=1, value=40),
    lambda ledger: decide(ledger, Ruling.UNDO, decision=1),
    lambda ledger: add(ledger, REPORTS[5]),
    lambda ledger: decide(ledger, Ruling.SPLIT, incident=FARGO, reports=("r3",)),
    lambda ledger: decide(ledger, Ruling.REJECT, claim="r6/0/people.0.age"),
    lambda ledger: add(ledger, *REPORTS[6:]),
    lambda ledger: decide(ledger, Ruling.OUT_OF_SCOPE, incident="2021-03-05-tulsa-ok"),
)


def live(ledger: Ledger, steps: int = len(_STEPS)) -> None:
    """Let all of it happen, or the first steps."""
    for step in _STEPS[:steps]:
        step(ledger)


def make_old(path: Path) -> None:
    """Leave a ledger as one from before there was a review queue is once it is brought up to today's tables."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM reviews")
        connection.execute("UPDATE incidents SET doubts_noted = 0")
