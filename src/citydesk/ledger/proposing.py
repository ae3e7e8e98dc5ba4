"""From a proposal to a decision: what it is about, described so that it lasts, or why it cannot be made.

In: a proposal and the ledger as it is. Out: a decision without id, ready to be written. Every fault is told in one
line.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from citydesk.ledger.errors import CannotDecide, NoSuchClaim, NoSuchDecision, NoSuchReport
from citydesk.ledger.holding import seen_telling
from citydesk.ledger.proposals import Author, Proposal
from citydesk.ledger.rows import decision_of
from citydesk.ledger.rulings import in_force
from citydesk.ledger.showing import MAX_SHOWN, claims_of, standing_row
from citydesk.ledger.tables import claims, decisions, incidents, reports, tellings
from citydesk.ledger.worth import check_value
from citydesk.link import Telling
from citydesk.model import (
    Claim,
    Decision,
    IncidentId,
    Record,
    RecordPerson,
    ReportId,
    Ruling,
    SeenClaim,
    SeenPerson,
    SeenTelling,
)
from citydesk.settle import SEVERAL, mention_of

MAX_WHO_LENGTH = 100
MAX_WHY_LENGTH = 2_000
MAX_REPORTS = 1_000
"""That one decision can be about."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling as the ledger has it."""

    number: int
    report: ReportId
    incident: int | None
    seen: SeenTelling


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a decision is drawn up from."""

    connection: Connection
    proposal: Proposal

    def incident(self, id_: IncidentId | None) -> Any:
        if id_ is None:
            raise CannotDecide(f"{self.proposal.what.value} needs an incident: give its id")
        return standing_row(self.connection, id_)


def draw_up(connection: Connection, proposal: Proposal, author: Author, when: datetime) -> Decision:
    """The decision that a proposal asks for, its id still 0. Raises LedgerError where it cannot be made."""
    about = _DRAWN[proposal.what](_Desk(connection, proposal))
    after = connection.execute(select(func.max(reports.c.arrival))).scalar() or 0
    who, why = _plain("who", author.who, MAX_WHO_LENGTH), _plain("why", author.why, MAX_WHY_LENGTH)
    return Decision(id=0, what=proposal.what, after=after, who=who, when=when, why=why, **about)


def _plain(name: str, words: str, most: int) -> str:
    """Words on one line, without anything that a terminal would obey."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in words)
    line = " ".join(kept.split())
    if not line:
        raise CannotDecide(f"a decision says {name}: give some words")
    if len(line) > most:
        raise CannotDecide(f"{name} has {len(line):,} characters: give at most {most:,}")
    return line


def _draw_claim(desk: _Desk) -> dict[str, Any]:
    claim, row = _claim(desk)
    value: Any = claim.value
    if desk.proposal.what is Ruling.CORRECT:
        if claim.subject.property in ("agencies", "agency_role", "sequence"):
            raise CannotDecide(f"the {claim.subject.property} of {claim.id} cannot be corrected: reject the claim")
        value = _corrected(claim, desk.proposal.value)
    about = _about_value(desk, row, claim.subject.property, claim.subject.person)
    told = [one for one in _tellings_of(desk.connection, row) if one.report == claim.report]
    own = [one.seen for one in told if one.seen.telling == claim.telling]
    return {**about, "claim": claim.id, "value": value, "tellings": tuple(own)}


def _corrected(claim: Claim, value: Any) -> Any:
    if claim.subject.property in SEVERAL:
        if not isinstance(value, str) or not value.strip():
            raise CannotDecide(f"the {claim.subject.property} of {claim.id} needs words in place of its own")
        return value.strip()
    return check_value(claim.subject.property, value, person=claim.subject.person is not None)


def _claim(desk: _Desk) -> tuple[Claim, Any]:
    id_ = desk.proposal.claim
    if id_ is None:
        raise CannotDecide(f"{desk.proposal.what.value} needs a claim: `citydesk show ID --claims` lists an incident's")
    found = select(claims.c.claim, claims.c.incident).where(claims.c.id == id_)
    row = desk.connection.execute(found).first()
    if row is None:
        raise NoSuchClaim(
            f"the ledger has no claim {id_[:MAX_SHOWN]!r}: `citydesk show ID --claims` lists an incident's"
        )
    held = select(incidents).where(incidents.c.number == row.incident)
    return Claim.model_validate_json(row.claim), desk.connection.execute(held).one()


def _draw_correction(desk: _Desk) -> dict[str, Any]:
    if desk.proposal.claim is not None:
        return _draw_claim(desk)
    name, person = desk.proposal.property, desk.proposal.person
    if name is None:
        raise CannotDecide("correct needs a property, such as killed or place.city, or a claim")
    if name in SEVERAL:
        raise CannotDecide(f"{name} has several values: correct or reject the claim of one of them")
    value = check_value(name, desk.proposal.value, person=person is not None)
    row = desk.incident(desk.proposal.incident)
    return {**_about_value(desk, row, name, person), "value": value, "tellings": _seen(desk, row)}


def _about_value(desk: _Desk, row: Any, name: str, person: int | None) -> dict[str, Any]:
    """What every decision about a value says: whose it is, and what was said of it."""
    told = claims_of(desk.connection, row.number)
    seen = [c for c in told.values() if c.subject.property == name and c.subject.person == person]
    return {
        "incident": row.id,
        "property": name,
        "person": None if person is None else _seen_person(row, person, told.values()),
        "seen": tuple(SeenClaim(id=c.id, report=c.report, value=c.value, evidence=c.evidence) for c in seen),
    }


def _seen_person(row: Any, number: int, told: Any) -> SeenPerson:
    record = Record.model_validate_json(row.record)
    person = next((one for one in record.people if one.number == number), None)
    claims_told = [claim for claim in told if claim.subject.person == number]
    if person is None and not claims_told:
        raise CannotDecide(f"{row.id} has no participant {number}: `citydesk show {row.id}` numbers them")
    mentions = dict.fromkeys(mention_of(claim.id) for claim in claims_told)
    described = {name: _of(person, name) for name in ("name", "age", "sex", "role")}
    return SeenPerson(number=number, mentions=tuple(m for m in mentions if m is not None), **described)


def _of(person: RecordPerson | None, name: str) -> Any:
    return None if person is None else person.get(name)


def _draw_scope(desk: _Desk) -> dict[str, Any]:
    row = desk.incident(desk.proposal.incident)
    out = desk.proposal.what is Ruling.OUT_OF_SCOPE
    if row.out_of_scope == out:
        raise CannotDecide(f"{row.id} is {'out of' if out else 'in'} scope already")
    return {"incident": row.id, "tellings": _seen(desk, row)}


def _draw_merge(desk: _Desk) -> dict[str, Any]:
    first, second = desk.incident(desk.proposal.incident), desk.incident(desk.proposal.other)
    if first.number == second.number:
        raise CannotDecide(f"{desk.proposal.incident} and {desk.proposal.other} are one incident already: {first.id}")
    return {"incident": first.id, "other": second.id, "tellings": _seen(desk, first), "rest": _seen(desk, second)}


def _draw_split(desk: _Desk) -> dict[str, Any]:
    row = desk.incident(desk.proposal.incident)
    told = _tellings_of(desk.connection, row)
    named = _named_reports(desk)
    for id_ in named:
        if all(one.report != id_ for one in told):
            raise CannotDecide(f"report {id_[:MAX_SHOWN]!r} does not tell of {row.id}: name reports that do")
    off = tuple(one.seen for one in told if one.report in named)
    rest = tuple(one.seen for one in told if one.report not in named)
    if not rest:
        raise CannotDecide(f"these are all reports of {row.id}: leave at least one with it")
    if not any(one.main for one in off) or not any(one.main for one in rest):
        raise CannotDecide(f"each part of {row.id} needs a report that is about it: one of them is only mentioned")
    return {"incident": row.id, "tellings": off, "rest": rest}


def _draw_link(desk: _Desk) -> dict[str, Any]:
    row = desk.incident(desk.proposal.incident)
    told = _one_telling(desk, row)
    if told.incident == row.number and _single(desk, told):
        raise CannotDecide(f"report {told.report!r} is all that tells of {row.id}: there is nothing to link it to")
    rest = [one for one in _tellings_of(desk.connection, row) if one.number != told.number]
    return {"incident": row.id, "tellings": (told.seen,), "rest": tuple(one.seen for one in rest)}


def _draw_unlink(desk: _Desk) -> dict[str, Any]:
    row = desk.incident(desk.proposal.incident)
    told = _one_telling(desk, row)
    rest = [one for one in _tellings_of(desk.connection, row) if one.number != told.number]
    if not any(one.seen.main for one in rest):
        raise CannotDecide(f"no other report is about {row.id}: {told.report!r} cannot be taken from it")
    return {"incident": row.id, "tellings": (told.seen,), "rest": tuple(one.seen for one in rest)}


def _one_telling(desk: _Desk, row: Any) -> _Told:
    """The telling of the one report that is to be linked or unlinked."""
    named = _named_reports(desk)
    if len(named) != 1:
        raise CannotDecide(f"{desk.proposal.what.value} is about one report: {len(named)} were named")
    told = _told_in(desk.connection, reports.c.id == named[0])
    place = desk.proposal.telling
    if place is not None:
        found = [one for one in told if one.seen.telling == place]
        if not found:
            raise CannotDecide(
                f"report {named[0][:MAX_SHOWN]!r} tells of {len(told)} incidents, from 0: {place} is none"
            )
        return found[0]
    if not told:
        raise CannotDecide(f"report {named[0][:MAX_SHOWN]!r} was left out, or tells of no incident")
    inside = [one for one in told if one.incident == row.number]
    fitting = inside or ([one for one in told if one.seen.main] or told)
    if len(fitting) > 1:
        raise CannotDecide(f"report {named[0][:MAX_SHOWN]!r} tells of {len(told)} incidents: say which, from 0")
    return fitting[0]


def _single(desk: _Desk, told: _Told) -> bool:
    held = select(func.count()).select_from(tellings).where(tellings.c.incident == told.incident)
    return desk.connection.execute(held).scalar_one() == 1


def _draw_undo(desk: _Desk) -> dict[str, Any]:
    number = desk.proposal.decision
    made = [decision_of(row) for row in desk.connection.execute(select(decisions).order_by(decisions.c.id))]
    found = next((one for one in made if one.id == number), None)
    if found is None:
        raise NoSuchDecision(f"there is no decision {number}: `citydesk decisions` lists them")
    undoing = [one for one in made if one.what is Ruling.UNDO]
    standing = {one.id for one in in_force(made)} | {one.id for one in undoing if not _undone(one, made)}
    if found.id not in standing:
        raise CannotDecide(f"decision {number} holds no longer: undo the one that undid it")
    return {"incident": found.incident, "other": found.other, "undoes": found.id}


def _undone(undo: Decision, made: Sequence[Decision]) -> bool:
    """Whether an undoing was itself undone, by one that still holds."""
    later = [one for one in made if one.what is Ruling.UNDO and one.undoes == undo.id]
    return any(not _undone(one, made) for one in later)


def _named_reports(desk: _Desk) -> tuple[ReportId, ...]:
    named = tuple(dict.fromkeys(desk.proposal.reports))
    if not named or len(named) > MAX_REPORTS:
        raise CannotDecide(
            f"{desk.proposal.what.value} needs reports, at most {MAX_REPORTS:,}: {len(named):,} were named"
        )
    known = set(desk.connection.execute(select(reports.c.id).where(reports.c.id.in_(named))).scalars())
    for id_ in named:
        if id_ not in known:
            raise NoSuchReport(f"the ledger holds no report {id_[:MAX_SHOWN]!r}")
    return named


def _seen(desk: _Desk, row: Any) -> tuple[SeenTelling, ...]:
    return tuple(one.seen for one in _tellings_of(desk.connection, row))


def _tellings_of(connection: Connection, row: Any) -> list[_Told]:
    """What tells of an incident, the telling that it was first made for before all others."""
    told = _told_in(connection, tellings.c.incident == row.number)
    return sorted(told, key=lambda one: (one.number != row.founder, not one.seen.main, one.number))


def _told_in(connection: Connection, condition: Any) -> list[_Told]:
    rows = connection.execute(
        select(tellings.c.number, tellings.c.place, tellings.c.telling, tellings.c.incident, reports.c.id)
        .join(reports, reports.c.arrival == tellings.c.report)
        .where(condition)
        .order_by(tellings.c.number)
    )
    return [
        _Told(
            row.number, ReportId(row.id), row.incident, seen_telling(row.id, row.place, Telling.from_json(row.telling))
        )
        for row in rows
    ]


_DRAWN: dict[Ruling, Callable[[_Desk], dict[str, Any]]] = {
    Ruling.ACCEPT: _draw_claim,
    Ruling.REJECT: _draw_claim,
    Ruling.CORRECT: _draw_correction,
    Ruling.MERGE: _draw_merge,
    Ruling.SPLIT: _draw_split,
    Ruling.LINK: _draw_link,
    Ruling.UNLINK: _draw_unlink,
    Ruling.OUT_OF_SCOPE: _draw_scope,
    Ruling.IN_SCOPE: _draw_scope,
    Ruling.UNDO: _draw_undo,
}
