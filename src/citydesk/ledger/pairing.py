"""What a new report's tellings have in common with those that the ledger holds.

In: the new tellings and their keys. Out: candidates found by key, scored, the pairs that count kept, and the reports
that the new one is a near copy of.
"""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, insert, select, update

from citydesk.ledger.tables import pairs, reports, telling_keys, tellings
from citydesk.ledger.writer import Writer
from citydesk.link import Telling, is_copy, score_pair

_CANDIDATES = (
    select(telling_keys.c.telling)
    .where(telling_keys.c.key.in_(bindparam("keys", expanding=True)))
    .distinct()
    .order_by(telling_keys.c.telling)
)
_REPORTS_OF = (
    select(reports.c.arrival, reports.c.id, reports.c.published_utc, reports.c.copy_of)
    .join(tellings, tellings.c.report == reports.c.arrival)
    .where(tellings.c.number.in_(bindparam("sought", expanding=True)))
    .distinct()
)
_REPORT = select(reports.c.arrival, reports.c.id, reports.c.published_utc).where(
    reports.c.arrival == bindparam("sought")
)
_NEVER = "9999"
SAME_PAGE = 0.99
"""How probable it is that two versions of a page are about one incident. Some addresses are used again for another
story, so that it is not certain; what a person decides goes before it."""
_SET_COPY = update(reports).where(reports.c.arrival == bindparam("copy")).values(copy_of=bindparam("original"))


class NewTelling(NamedTuple):
    """A telling that has just been stored."""

    number: int
    telling: Telling
    keys: tuple[str, ...]


def pair_up(writer: Writer, arrival: int, new: Sequence[NewTelling], versions: Collection[int] = ()) -> bool:
    """Store the keys of a report's tellings and the pairs that they make, and who copied whom.

    `versions` are the main tellings of other versions of its page: what a page is about stays the same, whatever new
    it says of it, and it is no copy of itself. Gives whether the report is a near copy of another.
    """
    copies: set[int] = set()
    counting: list[dict[str, float]] = []
    for own in new:
        mains = versions if own.telling.main else ()
        counting += [{"first": n, "second": own.number, "probability": SAME_PAGE} for n in sorted(mains)]
        for number, other in _candidates(writer, own):
            if number in mains:
                continue
            score = score_pair(own.telling, other)
            if score.counts:
                counting.append({"first": number, "second": own.number, "probability": score.probability})
            if number not in versions and is_copy(own.telling, other) is not None:
                copies.add(number)
    keys = [{"key": key, "telling": own.number} for own in new for key in own.keys]
    if keys:
        writer.connection.execute(insert(telling_keys), keys)
    if counting:
        writer.connection.execute(insert(pairs), counting)
    if copies:
        _note_copies(writer, arrival, copies)
    return bool(copies)


def _candidates(writer: Writer, own: NewTelling) -> list[tuple[int, Telling]]:
    """Tellings of other reports that share a key with this one, the oldest first.

    Those of the same report are never one incident with it; they are not found, since their keys are stored last.
    """
    if not own.keys:
        return []
    numbers = writer.connection.execute(_CANDIDATES, {"keys": own.keys}).scalars().all()
    return list(writer.tellings(numbers).items())


def _note_copies(writer: Writer, arrival: int, alike: set[int]) -> None:
    """Note for each report the earliest published one that it is a near copy of, whichever came in first."""
    others = writer.connection.execute(_REPORTS_OF, {"sought": sorted(alike)}).all()
    own = _report(writer, arrival)
    originals = [_age(other) for other in others if _age(other) < own]
    if originals:
        writer.connection.execute(_SET_COPY, {"copy": arrival, "original": min(originals)[-1]})
    for other in others:
        if own < _age(other) and (other.copy_of is None or own < _report(writer, other.copy_of)):
            writer.connection.execute(_SET_COPY, {"copy": other.arrival, "original": arrival})


def _report(writer: Writer, arrival: int) -> tuple[str, str, int]:
    return _age(writer.connection.execute(_REPORT, {"sought": arrival}).one())


def _age(report: Any) -> tuple[str, str, int]:
    """What reports are ordered by, the earliest published first; one without a date comes last."""
    return report.published_utc or _NEVER, report.id, report.arrival
