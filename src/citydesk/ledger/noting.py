"""Doubts kept in the ledger until they are answered, so that the review queue costs no more as the ledger grows.

In: what is doubtful of an incident that changed, and of links among incidents that hang together. Out: rows of
`reviews`, those of before gone. A doubt is never closed by hand: a decision changes the incident, and it is found no
more.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_

from citydesk.ledger.doubts import Doubt, ReviewKind
from citydesk.ledger.heirs import Tellings
from citydesk.ledger.link_doubts import LinkDoubt
from citydesk.ledger.tables import reviews
from citydesk.model import ClaimId

_SOUGHT: Any = bindparam("sought", expanding=True)
_OF_LINKS = or_(reviews.c.kind.in_((ReviewKind.LINK, ReviewKind.BELONGS)), reviews.c.key.like("link-%"))
_FORGET_VALUES = delete(reviews).where(reviews.c.incident == bindparam("sought"), ~_OF_LINKS)
_FORGET_LINKS = delete(reviews).where(or_(reviews.c.incident.in_(_SOUGHT), reviews.c.other.in_(_SOUGHT)), _OF_LINKS)
_FORGET_ALL = delete(reviews).where(or_(reviews.c.incident.in_(_SOUGHT), reviews.c.other.in_(_SOUGHT)))
_ABOUT = ("property", "person", "decision", "claims", "tellings", "probability")


def note_values(connection: Connection, incident: int, doubts: Iterable[Doubt]) -> None:
    """Keep what is doubtful of an incident's values, and forget what was."""
    connection.execute(_FORGET_VALUES, {"sought": incident})
    rows = [_row(incident, None, doubt) for doubt in doubts]
    if rows:
        connection.execute(insert(reviews), rows)


def note_links(
    connection: Connection, doubts: Sequence[LinkDoubt], holders: Mapping[Tellings, int], ended: Collection[int]
) -> None:
    """Keep which links among some incidents are doubtful, and forget which were; of those that ended, all."""
    connection.execute(_FORGET_LINKS, {"sought": sorted(holders.values())})
    if ended:
        connection.execute(_FORGET_ALL, {"sought": sorted(ended)})
    rows = []
    for group, other, doubt in doubts:
        numbers = sorted({holders[group], *(() if other is None else (holders[other],))})
        rows.append(_row(numbers[0], numbers[1] if len(numbers) > 1 else None, doubt))
    if rows:
        connection.execute(insert(reviews), rows)


def doubt_of(row: Any) -> Doubt:
    """The doubt of a row of `reviews`."""
    told = json.loads(row.doubt)
    told["claims"] = tuple(map(ClaimId, told.get("claims", ())))
    told["tellings"] = tuple((report, place) for report, place in told.get("tellings", ()))
    return Doubt(key=row.key, kind=ReviewKind(row.kind), gain=row.gain, **told)


def _row(incident: int, other: int | None, doubt: Doubt) -> dict[str, Any]:
    about = {name: value for name in _ABOUT if (value := getattr(doubt, name)) not in (None, ())}
    return {
        "incident": incident,
        "key": doubt.key,
        "other": other,
        "kind": doubt.kind.value,
        "gain": round(doubt.gain, 4),
        "doubt": json.dumps(about, ensure_ascii=False),
    }
