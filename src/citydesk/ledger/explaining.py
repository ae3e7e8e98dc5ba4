"""Why the ledger holds reports together or apart.

In: two reports, or an incident. Out: `PairView`s. Scores are made anew from what the ledger keeps of each telling, by
the same function that linked them, so that the weights shown are the weights that counted.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select

from citydesk.ledger.errors import NoSuchReport
from citydesk.ledger.holding import place_decisions
from citydesk.ledger.lines import title_of
from citydesk.ledger.pair_views import PairView, ToldIn, Weighed
from citydesk.ledger.rows import decision_of
from citydesk.ledger.rulings import LINKING, Placed, in_force
from citydesk.ledger.showing import MAX_SHOWN, standing_row
from citydesk.ledger.tables import decisions, incidents, pairs, reports, telling_keys, tellings
from citydesk.link import JOIN, PairScore, Telling, TellingId, score_pair, sentence_for
from citydesk.model import IncidentId, InputError, Report, ReportId

MAX_TELLINGS = 200
"""Of one incident that are looked at; one that is told of more often is known well enough by these."""
MAX_OUTSIDE = 5
_SOUGHT: Any = bindparam("sought", expanding=True)
_TOLD = (
    select(
        *(tellings.c.number, tellings.c.place, tellings.c.main, tellings.c.telling, tellings.c.incident),
        *(reports.c.id.label("report"), reports.c.title, reports.c.published_utc, incidents.c.id),
    )
    .join(reports, reports.c.arrival == tellings.c.report)
    .outerjoin(incidents, incidents.c.number == tellings.c.incident)
)
_GIVEN = select(reports.c.given).where(reports.c.id == bindparam("sought"))
_PAIRS = select(pairs).where(or_(pairs.c.first.in_(_SOUGHT), pairs.c.second.in_(_SOUGHT)))
_KEYS = select(telling_keys.c.key).where(telling_keys.c.telling == bindparam("sought"))


@dataclass(frozen=True, slots=True)
class IncidentLinks:
    """What holds the reports of an incident together, and others apart from it."""

    inside: tuple[PairView, ...]
    """Each report but the first, with the one before it that it is most like."""
    outside: tuple[PairView, ...]
    """The likeliest pairs with reports of other incidents, the likeliest first."""


def explain_reports(connection: Connection, first: ReportId, second: ReportId) -> tuple[PairView, ...]:
    """Each incident of the first report against each of the second: those held together first, then the likeliest.

    Raises NoSuchReport for one that is not there, or tells of no incident; InputError for one report twice.
    """
    if first == second:
        raise InputError(f"{first[:MAX_SHOWN]!r} was named twice: give two reports")
    ours, theirs = (_told_by(connection, id_) for id_ in (first, second))
    ruled = _ruled(connection)
    found = [_explained(connection, a, b, ruled) for a in ours for b in theirs]
    return tuple(sorted(found, key=lambda one: (not one.together, -one.probability)))


def explain_tellings(connection: Connection, first: TellingId, second: TellingId) -> PairView:
    """One incident of a report against one of another; both must be there."""
    ends = [_telling(connection, one) for one in (first, second)]
    return _explained(connection, ends[0], ends[1], _ruled(connection))


def _telling(connection: Connection, id_: TellingId) -> Any:
    report, place = id_
    return connection.execute(_TOLD.where(reports.c.id == report, tellings.c.place == place)).one()


def explain_incident(connection: Connection, id_: IncidentId) -> IncidentLinks:
    """What holds an incident together, and others apart from it. Raises NoSuchIncident."""
    row = standing_row(connection, id_)
    inside = connection.execute(
        _TOLD.where(tellings.c.incident == row.number)
        .order_by(reports.c.published_utc.nulls_last(), reports.c.id)
        .limit(MAX_TELLINGS)
    ).all()
    ruled = _ruled(connection)
    scored = _pairs_of(connection, [one.number for one in inside])
    held = [_explained(connection, *ends, ruled) for ends in _best_before(inside, scored)]
    return IncidentLinks(tuple(held), tuple(_outside(connection, inside, scored, ruled)))


def _outside(
    connection: Connection, inside: Sequence[Any], scored: dict[tuple[int, int], float], ruled: Sequence[Placed]
) -> Iterator[PairView]:
    """The likeliest pairs with other incidents, one an incident."""
    own = {one.number: one for one in inside}
    ranked = sorted(((p, pair) for pair, p in scored.items() if p > 0.0), key=lambda one: (-one[0], one[1]))
    crossing = [(a, b) if a in own else (b, a) for _, (a, b) in ranked if (a in own) != (b in own)]
    others = _rows(connection, {b for _, b in crossing})
    seen: set[int | None] = {inside[0].incident} if inside else set()
    for a, b in crossing:
        if len(seen) > MAX_OUTSIDE:
            return
        if b in others and others[b].incident not in seen and others[b].incident is not None:
            seen.add(others[b].incident)
            yield _explained(connection, own[a], others[b], ruled)


def _best_before(inside: Sequence[Any], scored: dict[tuple[int, int], float]) -> Iterator[tuple[Any, Any]]:
    """Each telling but the first, and the one before it that it is most like."""
    for n, one in enumerate(inside[1:], 1):

        def likeness(other: Any, number: int = one.number) -> float:
            return scored.get((min(other.number, number), max(other.number, number)), 0.0)

        yield max(inside[:n], key=likeness), one


def _told_by(connection: Connection, id_: ReportId) -> Sequence[Any]:
    told = connection.execute(_TOLD.where(reports.c.id == id_).order_by(tellings.c.number)).all()
    if told:
        return told
    there = connection.execute(select(reports.c.left_out).where(reports.c.id == id_)).first()
    if there is None:
        raise NoSuchReport(f"the ledger holds no report {id_[:MAX_SHOWN]!r}: `citydesk show ID` lists an incident's")
    raise NoSuchReport(f"report {id_[:MAX_SHOWN]!r} tells of no incident{f': {there[0]}' if there[0] else ''}")


def _rows(connection: Connection, numbers: Collection[int]) -> dict[int, Any]:
    found = connection.execute(_TOLD.where(tellings.c.number.in_(_SOUGHT)), {"sought": sorted(numbers)})
    return {row.number: row for row in found}


def _pairs_of(connection: Connection, numbers: Collection[int]) -> dict[tuple[int, int], float]:
    rows = connection.execute(_PAIRS, {"sought": sorted(numbers)})
    return {(row.first, row.second): row.probability for row in rows}


def _ruled(connection: Connection) -> list[Placed]:
    """The decisions about links that hold."""
    made = (decision_of(row) for row in connection.execute(select(decisions).order_by(decisions.c.id)))
    return place_decisions(connection, [one for one in in_force(made) if one.what in LINKING])


def _explained(connection: Connection, a: Any, b: Any, ruled: Sequence[Placed]) -> PairView:
    score = score_pair(Telling.from_json(a.telling), Telling.from_json(b.telling))
    together = a.incident is not None and a.incident == b.incident
    return PairView(
        first=_told(connection, a),
        second=_told(connection, b),
        probability=score.probability,
        features=_weighed(score),
        hard_no=score.hard_no,
        compared=_compared(connection, a.number, b.number),
        together=together,
        decisions=tuple(_about_both(ruled, a.number, b.number)),
        average=None if together else _average(connection, a, b),
        through=_through(connection, a, b) if together and score.probability < JOIN else None,
    )


def _told(connection: Connection, row: Any) -> ToldIn:
    title = row.title
    if not title.strip():
        given = connection.execute(_GIVEN, {"sought": row.report}).scalar_one()
        title = title_of(Report.model_validate_json(given))
    return ToldIn(ReportId(row.report), title, row.place, row.main, None if row.id is None else IncidentId(row.id))


def _weighed(score: PairScore) -> tuple[Weighed, ...]:
    told = [
        Weighed(
            one.name,
            sentence_for(one.name),
            one.value if isinstance(one.value, str) else f"{one.value:.2f}",
            one.weight,
        )
        for one in score.features
    ]
    return tuple(sorted(told, key=lambda one: (one.name != "prior", -abs(one.weight), one.name)))


def _compared(connection: Connection, a: int, b: int) -> bool:
    first, second = (set(connection.execute(_KEYS, {"sought": number}).scalars()) for number in (a, b))
    return not first.isdisjoint(second)


def _about_both(ruled: Sequence[Placed], a: int, b: int) -> Iterator[int]:
    for one in ruled:
        named = {*one.tellings, *one.rest}
        if a in named and b in named:
            yield one.decision.id


def _members(connection: Connection, row: Any) -> list[int]:
    if row.incident is None:
        return [row.number]
    held = select(tellings.c.number).where(tellings.c.incident == row.incident).order_by(tellings.c.number)
    return list(connection.execute(held.limit(MAX_TELLINGS)).scalars())


def _average(connection: Connection, a: Any, b: Any) -> float:
    """Of all pairs between the incidents of two tellings; those never compared count as impossible."""
    ours, theirs = set(_members(connection, a)), set(_members(connection, b))
    scored = _pairs_of(connection, ours if len(ours) <= len(theirs) else theirs)
    across = [p for (x, y), p in scored.items() if (x in ours and y in theirs) or (x in theirs and y in ours)]
    return sum(across) / (len(ours) * len(theirs))


def _through(connection: Connection, a: Any, b: Any) -> ReportId | None:
    """The report of their incident that is most like both; None where none is like both."""
    scored = _pairs_of(connection, [a.number, b.number])
    best: tuple[float, int] = (0.0, 0)
    for number in _members(connection, a):
        if number not in (a.number, b.number):
            ends = ((min(number, end), max(number, end)) for end in (a.number, b.number))
            best = max(best, (min(scored.get(pair, 0.0) for pair in ends), -number))
    return ReportId(_rows(connection, [-best[1]])[-best[1]].report) if best[0] else None
