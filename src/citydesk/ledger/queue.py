"""The review queue: what a person should look at next, why, and how to decide it.

In: a page of the ledger's doubts, those first that gain most. Out: for each both sides with the words behind them, and
choices, each a proposal that answers it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, and_, func, select

from citydesk.ledger.doubts import Doubt, ReviewKind
from citydesk.ledger.explaining import explain_tellings
from citydesk.ledger.noting import doubt_of
from citydesk.ledger.pair_views import PairView
from citydesk.ledger.proposals import Proposal
from citydesk.ledger.rows import STANDS, decision_of, incident_line
from citydesk.ledger.showing import claims_of
from citydesk.ledger.tables import decisions, incidents, reviews
from citydesk.ledger.views import IncidentLine
from citydesk.model import Claim, ClaimId, Decision, IncidentId, Record, RecordPerson, ReportId, Ruling, Standing
from citydesk.settle import SEVERAL

MAX_REVIEWS = 100
_LISTED = reviews.join(incidents, and_(incidents.c.number == reviews.c.incident, STANDS))
MAX_SIDES = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that are said, and who says it."""

    value: JsonValue
    claims: tuple[Claim, ...]
    stands: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer."""

    label: str
    """In the imperative: "Let 34 stand"."""
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something to look at."""

    kind: ReviewKind
    gain: float
    """Expected: the probability that the ledger is wrong there, times what that costs."""
    incident: IncidentLine
    other: IncidentLine | None
    """Of a link between two incidents, the younger."""
    property: str | None
    person: RecordPerson | None
    """Whose value it is; None for the incident's own."""
    sides: tuple[Side, ...]
    """Of a value: what is said, what stands first."""
    pairs: tuple[PairView, ...]
    """Of a link: the reports that it hangs on, explained."""
    probability: float | None
    """Of a link: that what it is about is one incident."""
    decision: Decision | None
    """The decision that is contradicted."""
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One page of the queue, the greatest gain first."""

    total: int
    counts: dict[ReviewKind, int]
    """How many there are of each kind."""
    items: tuple[ReviewItem, ...]
    unasked: int = 0
    """Incidents from before there was a queue, of which nothing is in it until the ledger is rebuilt."""


def list_reviews(connection: Connection, *, kind: ReviewKind | None, page: int, page_size: int) -> ReviewPage:
    """One page of what is to be looked at, from 1; of one kind where it is given."""
    counted = select(reviews.c.kind, func.count().label("n")).select_from(_LISTED).group_by(reviews.c.kind)
    found = {ReviewKind(row.kind): row.n for row in connection.execute(counted)}
    counts = {one: found.get(one, 0) for one in ReviewKind}
    size = min(max(page_size, 1), MAX_REVIEWS)
    asked = select(reviews).select_from(_LISTED).order_by(reviews.c.gain.desc(), reviews.c.incident, reviews.c.key)
    if kind is not None:
        asked = asked.where(reviews.c.kind == kind)
    rows = connection.execute(asked.limit(size).offset((max(page, 1) - 1) * size)).all()
    total = counts[kind] if kind is not None else sum(counts.values())
    old = select(func.count()).select_from(incidents).where(STANDS, incidents.c.doubts_noted.is_(False))
    unasked = connection.execute(old).scalar_one()
    return ReviewPage(total, counts, tuple(_item(connection, row) for row in rows), unasked)


def _item(connection: Connection, row: Any) -> ReviewItem:
    doubt = doubt_of(row)
    own = connection.execute(select(incidents).where(incidents.c.number == row.incident)).one()
    other = None
    if row.other is not None:
        other = connection.execute(select(incidents).where(incidents.c.number == row.other)).one()
    decision = None
    if doubt.decision is not None:
        decision = decision_of(connection.execute(select(decisions).where(decisions.c.id == doubt.decision)).one())
    record = Record.model_validate_json(own.record)
    person = next((one for one in record.people if one.number == doubt.person), None)
    sides: tuple[Side, ...] = ()
    pairs: tuple[PairView, ...] = ()
    if doubt.tellings:
        pairs = _pairs(connection, doubt)
        choices = tuple(_link_choices(doubt, pairs, own, other, decision))
    else:
        sides = _sides(doubt, record, person, claims_of(connection, row.incident))
        choices = tuple(_value_choices(doubt, sides, own, decision))
    return ReviewItem(
        kind=doubt.kind,
        gain=doubt.gain,
        incident=incident_line(own),
        other=None if other is None else incident_line(other),
        property=doubt.property,
        person=person,
        sides=sides,
        pairs=pairs,
        probability=doubt.probability,
        decision=decision,
        choices=choices,
    )


def _pairs(connection: Connection, doubt: Doubt) -> tuple[PairView, ...]:
    first, *rest = ((ReportId(report), place) for report, place in doubt.tellings)
    return tuple(explain_tellings(connection, first, second) for second in rest)


def _sides(
    doubt: Doubt, record: Record, person: RecordPerson | None, claims: Mapping[ClaimId, Claim]
) -> tuple[Side, ...]:
    """What stands, and everything that is said against it, each value once."""
    standing = _standing(doubt, record.values if person is None else person.values)
    if standing is None:
        return ()
    behind = standing.agree if standing.claim is None else (standing.claim, *standing.agree)
    sides = [Side(standing.value, tuple(claims[one] for one in behind if one in claims), stands=True)]
    by_value: dict[str, list[Claim]] = {}
    for id_ in standing.against:
        if id_ in claims:
            by_value.setdefault(repr(claims[id_].value), []).append(claims[id_])
    others = sorted(by_value.values(), key=len, reverse=True)
    return tuple([*sides, *(Side(told[0].value, tuple(told), stands=False) for told in others)][:MAX_SIDES])


def _standing(doubt: Doubt, values: Sequence[Standing]) -> Standing | None:
    """The value that is in doubt: of several of one property, the one that is contradicted, or said so."""
    own = [value for value in values if value.subject.property == doubt.property]
    if doubt.decision is not None:
        told = set(doubt.claims)
        own.sort(key=lambda one: (one.decision != doubt.decision, told.isdisjoint((one.claim, *one.agree))))
    elif doubt.kind is ReviewKind.DISPUTED:
        own.sort(key=lambda one: not one.disputed)
    return own[0] if own else None


def _value_choices(doubt: Doubt, sides: Sequence[Side], own: Any, decision: Decision | None) -> Iterator[Choice]:
    if decision is not None:
        yield from _about_decision(doubt, sides, own, decision)
    for side in sides:
        if decision is not None and side.value == decision.value:
            continue  # that is what keeping, or undoing, the decision does
        if side.claims:
            yield Choice(f"Let {told_value(side.value)} stand", Proposal(Ruling.ACCEPT, claim=side.claims[0].id))
        elif doubt.property not in SEVERAL and doubt.property is not None:
            yield Choice(f"Let {told_value(side.value)} stand", _correction(doubt, own, side.value))
    if doubt.kind is ReviewKind.UNSURE and sides and sides[0].claims:
        rejected = Proposal(Ruling.REJECT, claim=sides[0].claims[0].id)
        yield Choice("No report says that", rejected)


def _about_decision(doubt: Doubt, sides: Sequence[Side], own: Any, decision: Decision) -> Iterator[Choice]:
    if decision.what is Ruling.REJECT:
        for claim in doubt.claims[:1]:
            yield Choice(f"Still reject {told_value(decision.value)}", Proposal(Ruling.REJECT, claim=claim))
    elif doubt.property not in SEVERAL:
        yield Choice(f"Keep {told_value(decision.value)}", _correction(doubt, own, decision.value))
    else:
        held = next((side.claims[0] for side in sides if side.stands and side.claims), None)
        if held is not None:
            yield Choice(f"Keep {told_value(held.value)}", Proposal(Ruling.ACCEPT, claim=held.id))
    yield Choice(f"Undo decision {decision.id}", Proposal(Ruling.UNDO, decision=decision.id))


def _correction(doubt: Doubt, own: Any, value: JsonValue) -> Proposal:
    return Proposal(Ruling.CORRECT, incident=own.id, property=doubt.property, person=doubt.person, value=value)


def _link_choices(
    doubt: Doubt, pairs: Sequence[PairView], own: Any, other: Any, decision: Decision | None
) -> Iterator[Choice]:
    report, place = ReportId(doubt.tellings[0][0]), doubt.tellings[0][1]

    def about(what: Ruling, incident: IncidentId) -> Proposal:
        return Proposal(what, incident=incident, reports=(report,), telling=place)

    if doubt.kind is ReviewKind.LINK and other is not None:
        yield Choice("They are one incident", Proposal(Ruling.MERGE, incident=own.id, other=other.id))
        far = other if pairs[0].first.incident == own.id else own
        yield Choice("They are two", about(Ruling.UNLINK, far.id))
    elif doubt.kind is ReviewKind.BELONGS:
        yield Choice("It belongs here", about(Ruling.LINK, own.id))
        yield Choice("It is of another incident", about(Ruling.UNLINK, own.id))
    elif decision is not None:
        yield from _about_link(doubt, pairs, own, decision)


def _about_link(doubt: Doubt, pairs: Sequence[PairView], own: Any, decision: Decision) -> Iterator[Choice]:
    """Keep a ruling about a link, now that a later report is known; or take it back."""
    (report, place), far = doubt.tellings[1], pairs[1].second.incident or own.id
    parts = decision.what in (Ruling.SPLIT, Ruling.UNLINK)
    again = Proposal(Ruling.UNLINK if parts else Ruling.LINK, incident=far, reports=(ReportId(report),), telling=place)
    yield Choice("Keep them apart" if parts else "Keep them together", again)
    yield Choice(f"Undo decision {decision.id}", Proposal(Ruling.UNDO, decision=decision.id))


def told_value(value: JsonValue) -> str:
    """A value in a label: "2", "yes", "killed"."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)[:80]
