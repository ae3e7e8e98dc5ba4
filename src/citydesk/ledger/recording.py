"""From changed groups to what the ledger has of them: records, claims, and the words that they are found by.

In: the changes that grouping found. Out: rows. A group's record is settled from the readings of all its tellings.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select, update

from citydesk.ledger.doubts import doubts_of
from citydesk.ledger.grouping import Change, Regrouped
from citydesk.ledger.lines import columns_of, words_of
from citydesk.ledger.naming import free_id, name_of
from citydesk.ledger.noting import note_links, note_values
from citydesk.ledger.rulings import is_out_of_scope
from citydesk.ledger.sources import SOURCES, Source, source_of
from citydesk.ledger.tables import claims, incidents, tellings
from citydesk.ledger.writer import Writer
from citydesk.model import Claim, Decision, IncidentId, Record
from citydesk.settle import Settled, settle

_UNNAMED = IncidentId("")
_TOLD = SOURCES.where(tellings.c.number.in_(bindparam("sought", expanding=True)))
_ID = select(incidents.c.id).where(incidents.c.number == bindparam("sought"))
_REDIRECT = select(incidents.c.redirect_to).where(incidents.c.number == bindparam("sought"))
_HOLD = (
    update(tellings)
    .where(tellings.c.number.in_(bindparam("held", expanding=True)))
    .values(incident=bindparam("holder"))
)
_FORGET_CLAIMS = delete(claims).where(claims.c.incident.in_(bindparam("sought", expanding=True)))
_WRITE = update(incidents).where(incidents.c.number == bindparam("sought"))
_MAKE = insert(incidents).returning(incidents.c.number)
ENDED: dict[str, Any] = {
    **{column.name: None for column in incidents.c if column.nullable and column is not incidents.c.redirect_to},
    "reports": 0,
    "headline": "",
    "disputed": 0,
    "out_of_scope": False,
    "doubts_noted": False,
}
"""The columns of an incident that leads to another: nothing of what it was stays but its id."""
_END = _WRITE.values(redirect_to=bindparam("leads_to"), **ENDED)


class Counts(NamedTuple):
    """How many incidents were made, and how many ended in another."""

    new: int
    merged: int


def record_changes(writer: Writer, regrouped: Regrouped) -> Counts:
    """Write anew every incident that changed, and let those that ended lead where their tellings went."""
    known = [change.incident for change in regrouped.changes if change.incident is not None]
    stale = sorted({*known, *regrouped.redirects})
    if stale:
        writer.connection.execute(_FORGET_CLAIMS, {"sought": stale})
    holders = dict(regrouped.unchanged)
    for change in regrouped.changes:
        holders[change.tellings] = _record(writer, change, regrouped.decisions.get(change.tellings, ()))
    merged = sum(_end(writer, ended, holders[group]) for ended, group in regrouped.redirects.items())
    note_links(writer.connection, regrouped.doubts, holders, regrouped.redirects)
    return Counts(sum(change.incident is None for change in regrouped.changes), merged)


def _record(writer: Writer, change: Change, decisions: Sequence[Decision]) -> int:
    """Settle one incident and write all that stands of it; gives its number."""
    sources = _sources(writer, change)
    told = [source.told for source in sources]
    if change.incident is None:
        settled = settle(_UNNAMED, told, decisions)
        number, settled = _make(writer, change, settled)
    else:
        number = change.incident
        id_ = IncidentId(writer.connection.execute(_ID, {"sought": number}).scalar_one())
        settled = settle(id_, told, decisions)
    columns = columns_of(settled.record, sources)
    columns |= {"out_of_scope": is_out_of_scope(decisions), "doubts_noted": True}
    writer.connection.execute(_WRITE, {"sought": number, "redirect_to": None, **columns})
    writer.connection.execute(_HOLD, {"held": change.tellings, "holder": number})
    _write_claims(writer, number, settled, sources)
    note_values(writer.connection, number, doubts_of(settled.record, {c.id: c for c in settled.claims}, decisions))
    writer.dialect.index_words(writer.connection, number, words_of(settled.record, sources))
    return number


def _sources(writer: Writer, change: Change) -> list[Source]:
    rows = writer.connection.execute(_TOLD, {"sought": change.tellings}).all()
    return [source_of(row) for row in rows]


def _make(writer: Writer, change: Change, settled: Settled) -> tuple[int, Settled]:
    """A new incident, named by what its record says now."""
    name = name_of(settled.record)
    id_, turn = free_id(writer.connection, name)
    made = {"id": id_, "name": name, "turn": turn, "founder": change.founder}
    number: int = writer.connection.execute(_MAKE, made).scalar_one()
    return number, settled._replace(record=_named(settled.record, id_))


def _named(record: Record, id_: IncidentId) -> Record:
    return record.model_copy(update={"incident": id_})


def _write_claims(writer: Writer, number: int, settled: Settled, sources: Sequence[Source]) -> None:
    arrivals = {source.told.report.id: source.arrival for source in sources}
    rows = [_claim_row(claim, number, arrivals[claim.report]) for claim in settled.claims]
    if rows:
        writer.connection.execute(insert(claims), rows)


def _claim_row(claim: Claim, incident: int, report: int) -> dict[str, Any]:
    return {
        "id": claim.id,
        "incident": incident,
        "report": report,
        "property": claim.subject.property,
        "person": claim.subject.person,
        "claim": claim.model_dump_json(),
    }


def _end(writer: Writer, ended: int, leads_to: int) -> bool:
    """Let an incident lead to another; gives whether it stood until now."""
    stood = writer.connection.execute(_REDIRECT, {"sought": ended}).scalar() is None
    writer.connection.execute(_END, {"sought": ended, "leads_to": leads_to})
    writer.dialect.index_words(writer.connection, ended, "")
    return stood
