"""When a decision is made, while reports come in or after all of them, makes no difference where it need not.

It may make one where a decision is about what is there alone: who splits an incident says nothing of reports that come
later, a later report that is like one part of a merged incident alone stands apart and is asked about, and what was
rejected may be said again. Here each ruling on links sees all that it is about; what is rejected is said once.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from citydesk.ledger import Ledger
from citydesk.model import IncidentId, Record, ReportId, Ruling
from tests.ledger.dumps import dump
from tests.ledger.histories import add, decide
from tests.ledger.made import NOON, Shooting, make_report
from tests.ledger.scores import scores_by_name

EVE, FAY, GUS = (Shooting(name=name, city="Tulsa", state="OK") for name in ("Eve Pohl", "Fay Imhof", "Gus Ekberg"))
BEN, CY, DEE, HAL = (Shooting(name=name, city="Minot") for name in ("Ben Okafor", "Cy Dow", "Dee Marsh", "Hal Oder"))
_TOLD = {
    "ann-1": Shooting(age=34),
    "ann-2": Shooting(age=43),
    "ann-3": Shooting(age=34),
    "ben-1": BEN,
    "ben-2": BEN,
    "cy-1": CY,
    "cy-2": replace(CY, age=77),
    "dee-1": DEE,
    "eve-1": EVE,
    "eve-2": EVE,
    "fay-1": FAY,
    "fay-2": FAY,
    "gus-1": GUS,
    "gus-2": GUS,
    "hal-1": HAL,
}
REPORTS = {id_: make_report(id_, told) for id_, told in _TOLD.items()}


class Made(NamedTuple):
    """A decision, and the reports without which it cannot be made."""

    what: Ruling
    needs: tuple[str, ...]
    about: Callable[[Callable[[str], IncidentId]], dict[str, object]]
    """From what gives the incident of a report."""


DECISIONS = (
    Made(
        Ruling.MERGE,
        ("ann-1", "ann-2", "ann-3", "ben-1", "ben-2"),
        lambda of: {"incident": of("ann-1"), "other": of("ben-1")},
    ),
    Made(Ruling.ACCEPT, ("ann-2",), lambda _: {"claim": "ann-2/0/people.0.age"}),
    Made(Ruling.REJECT, ("cy-2",), lambda _: {"claim": "cy-2/0/people.0.age"}),
    Made(Ruling.CORRECT, ("cy-1",), lambda of: {"incident": of("cy-1"), "property": "killed", "value": 2}),
    Made(Ruling.LINK, ("dee-1", "cy-1", "cy-2"), lambda of: {"incident": of("cy-1"), "reports": ("dee-1",)}),
    Made(Ruling.OUT_OF_SCOPE, ("eve-1",), lambda of: {"incident": of("eve-1")}),
    Made(Ruling.SPLIT, ("fay-1", "fay-2"), lambda of: {"incident": of("fay-1"), "reports": ("fay-2",)}),
    Made(Ruling.UNLINK, ("gus-1", "gus-2"), lambda of: {"incident": of("gus-1"), "reports": ("gus-2",)}),
    Made(Ruling.OUT_OF_SCOPE, ("hal-1",), lambda of: {"incident": of("hal-1")}),
    Made(Ruling.IN_SCOPE, ("hal-1",), lambda of: {"incident": of("hal-1")}),
    Made(Ruling.CORRECT, ("hal-1",), lambda of: {"incident": of("hal-1"), "property": "killed", "value": 3}),
    Made(Ruling.UNDO, (), lambda _: {"decision": 11}),
)


def test_every_kind_of_decision_is_among_them() -> None:
    """So that a new one is not forgotten here."""
    assert {one.what for one in DECISIONS} == set(Ruling)


def _live(path: Path, order: Sequence[str], earliest: Sequence[int]) -> frozenset[str]:
    """Let reports come in an order, and each decision be made once so many are there that it can be.

    Gives the records without their ids; a rebuild must change nothing of what is then kept.
    """
    came = 0
    with Ledger.open(path) as ledger:

        def incident_of(report: str) -> IncidentId:
            (incident,) = ledger.report(ReportId(report)).incidents
            assert incident is not None
            return incident

        for made, first in zip(DECISIONS, earliest, strict=True):
            until = max(came, first, *(order.index(one) + 1 for one in made.needs), 0)
            add(ledger, *(REPORTS[one] for one in order[came:until]))
            came = until
            decide(ledger, made.what, **made.about(incident_of))
        add(ledger, *(REPORTS[one] for one in order[came:]))
        records = [kept.record.model_copy(update={"incident": ""}) for kept in ledger.kept_incidents()]
        before = dump(path)
        ledger.rebuild(keep_readings=True, workers=1, clock=lambda: NOON)
        assert dump(path) == before
    return frozenset(record.model_dump_json() for record in records)


def _lived(order: Sequence[str], earliest: Sequence[int]) -> frozenset[str]:
    with TemporaryDirectory() as folder, scores_by_name():
        return _live(Path(folder) / "x.db", order, earliest)


@cache
def _after_all() -> frozenset[str]:
    """The records where every decision is made after every report has come."""
    return _lived(list(REPORTS), [len(REPORTS)] * len(DECISIONS))


def test_each_decision_shows_in_what_stands() -> None:
    """So that the rule below is about something."""
    records = [Record.model_validate_json(record) for record in _after_all()]
    told = {tuple(sorted(map(str, record.reports))): record for record in records}
    assert set(told) == {
        *(("ann-1", "ann-2", "ann-3", "ben-1", "ben-2"), ("cy-1", "cy-2", "dee-1")),
        *(("fay-1",), ("fay-2",), ("gus-1",), ("gus-2",), ("hal-1",)),
    }  # and none of eve, who is out of scope
    assert 43 in {person.get("age") for person in told["ann-1", "ann-2", "ann-3", "ben-1", "ben-2"].people}
    cy = told["cy-1", "cy-2", "dee-1"]
    assert (cy.get("killed"), 77 in {person.get("age") for person in cy.people}) == (2, False)
    assert told[("hal-1",)].get("killed") != 3


# to shrink a failure takes minutes
@settings(max_examples=6, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    order=st.permutations(list(REPORTS)),
    earliest=st.lists(st.integers(0, len(REPORTS)), min_size=len(DECISIONS), max_size=len(DECISIONS)),
)
def test_decisions_made_meanwhile_are_worth_what_they_are_afterwards(order: list[str], earliest: list[int]) -> None:
    """The same incidents with the same records, in whatever order reports and decisions come."""
    assert _lived(order, earliest) == _after_all()
