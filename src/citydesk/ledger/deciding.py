"""A decision made: written for good, and all that follows from it, in one transaction.

In: a proposal. Out: the decision, and the incidents that it changed. What follows is derived from the decision as it
was written, so that a rebuild does the same at the same place.
"""

import json
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, insert, select
from sqlalchemy.exc import DBAPIError

from citydesk.ledger.grouping import regroup
from citydesk.ledger.holding import place_decisions
from citydesk.ledger.proposals import Author, Decided, Proposal
from citydesk.ledger.proposing import draw_up
from citydesk.ledger.recording import record_changes
from citydesk.ledger.rows import decision_of
from citydesk.ledger.tables import decisions, incidents, tellings
from citydesk.ledger.writer import Writer
from citydesk.ledger.written import written_time
from citydesk.model import Decision, IncidentId, Ruling

_ABOUT = {"property", "person", "tellings", "rest", "seen", "undoes"}
_ONE = select(decisions).where(decisions.c.id == bindparam("sought"))
_TOLD_OF = (
    select(incidents.c.id)
    .join(tellings, tellings.c.incident == incidents.c.number)
    .where(tellings.c.number.in_(bindparam("sought", expanding=True)))
    .distinct()
    .order_by(incidents.c.id)
)
_STANDING = (
    select(incidents.c.id)
    .where(incidents.c.number.in_(bindparam("sought", expanding=True)), incidents.c.redirect_to.is_(None))
    .order_by(incidents.c.id)
)


def decide(writer: Writer, proposal: Proposal, author: Author, when: datetime) -> Decided:
    """Make a decision. Raises LedgerError where it cannot be made; nothing has then changed."""
    try:
        with writer.transaction() as connection:
            drawn = draw_up(connection, proposal, author, when)
            decision = drawn.model_copy(update={"id": write_decision(writer, drawn)})
            touched, ended = follow(writer, decision)
            changed = connection.execute(_TOLD_OF, {"sought": touched}).scalars().all()
    except DBAPIError as error:
        raise writer.dialect.reason(error) from error
    return Decided(decision, tuple(map(IncidentId, changed)), ended)


def write_decision(writer: Writer, decision: Decision) -> int:
    """Keep a decision; gives its id, the next one where it has none yet."""
    id_: int = decision.id or (writer.connection.execute(select(func.max(decisions.c.id))).scalar() or 0) + 1
    row = {
        "id": id_,
        "what": decision.what.value,
        "incident": decision.incident,
        "claim": decision.claim,
        "value": None if decision.value is None else json.dumps(decision.value, ensure_ascii=False),
        "who": decision.who,
        "when": written_time(decision.when),
        "why": decision.why,
        "after": decision.after,
        "other": decision.other,
        "about": decision.model_dump_json(include=_ABOUT, exclude_defaults=True),
    }
    writer.connection.execute(insert(decisions), row)
    return id_


class Followed(NamedTuple):
    """What followed from a decision."""

    tellings: tuple[int, ...]
    """Numbers of those that it is about."""
    ended: tuple[IncidentId, ...]
    """Incidents that lead to another since."""


def follow(writer: Writer, decision: Decision) -> Followed:
    """Let all that follows from a decision happen."""
    first, undoing = decision, False
    while first.what is Ruling.UNDO:
        first = decision_of(writer.connection.execute(_ONE, {"sought": first.undoes}).one())
        undoing = True
    placed = place_decisions(writer.connection, [first])[0]
    touched = tuple(sorted({*placed.tellings, *placed.rest}))
    if not touched:
        return Followed((), ())
    regrouped = regroup(writer, touched, restore=undoing)
    ended = writer.connection.execute(_STANDING, {"sought": sorted(regrouped.redirects)}).scalars().all()
    record_changes(writer, regrouped)
    return Followed(touched, tuple(map(IncidentId, ended)))
