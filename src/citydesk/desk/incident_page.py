"""One incident as plain display values.

In: an incident as it may be shown. Out: an `IncidentSheet`: groups of values,
cards of participants, the timeline of reports, quotations, related incidents. The template only loops over it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from citydesk.desk.addresses import incident_json, incident_page, report_page
from citydesk.desk.blotter import describe
from citydesk.desk.changes import Shift, shifts_of
from citydesk.desk.days import day_words, published_words
from citydesk.desk.explained import Pair, pair_shown
from citydesk.desk.front_page import Row, row_of
from citydesk.desk.proposed import Button, code_of
from citydesk.desk.published import ShownIncident, ShownLine
from citydesk.desk.quotations import Quotation, quotations_of
from citydesk.desk.report_page import incident_words
from citydesk.desk.rulings import RulingLine, ruling_lines
from citydesk.desk.sayings import Teller, Value, outlet_of
from citydesk.desk.words import count_words, label_of, value_words
from citydesk.ledger import IncidentView, Proposal, ReportLine, in_force, moment_words
from citydesk.model import FLAGS, Published, Record, RecordPerson, Report, ReportId, Role, Ruling, Standing
from citydesk.publish import NameCover

_GROUPS = (
    ("when", "When", ("date", "time", "sequence")),
    ("where", "Where", ("place.",)),
    ("what", "What happened", ("killed", "injured", *FLAGS, "shots_fired")),
)
"""Anchor, heading, and the properties that stand under it; one that ends in a dot stands for all that begin so."""
_LONGEST_TITLE = 90
"""Characters of a report's text that stand for a title."""
_MOST_SHIFTS = 4
"""Changes of one report that are shown at once."""
_FURTHER = (("weapons", "Weapons", ("weapons",)), ("agencies", "Agencies", ("agencies",)))
"""The groups that stand after the people."""
_ASKED_OF_ALL = ("date", "time", "place.address", "place.city", "place.state", "killed", "injured", *FLAGS)
"""What a reader may look for: where no report says it, the page says so."""


@dataclass(frozen=True, slots=True)
class Group:
    """Values under one heading."""

    anchor: str
    heading: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A participant."""

    number: int
    anchor: str
    heading: str
    who: str
    """The heading as it stands within a sentence."""
    note: str | None
    """Says so where the policy withholds the name."""
    part: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on the page."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A report in the timeline."""

    id: str
    href: str
    title: str
    outlet: str
    published: str
    iso_published: str | None
    copy_of: str | None
    version_of: str | None
    """Where the first version of its page stands, if it is a later one."""
    """The address of the report that it is a near copy of."""
    says: str
    shifts: tuple[Shift, ...]
    """What it changed in the record."""
    more_shifts: tuple[Shift, ...]
    """Further ones, shown on request."""
    then: str | None
    """The address of the record as it stood when the report had come out; None where it stands so still."""


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Another incident and why it is named here."""

    row: Row
    why: str


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """All that the template of an incident shows."""

    title: str
    day: str
    iso_day: str | None
    time: str | None
    place: str
    spot: str | None
    sentence: str
    headline: str | None
    told_by: str
    disputed: tuple[Link, ...]
    groups: tuple[Group, ...]
    people: tuple[Card, ...]
    further: tuple[Group, ...]
    unsaid: str
    stops: tuple[Stop, ...]
    quotations: tuple[Quotation, ...]
    related: tuple[RelatedRow, ...]
    waiting: tuple[Link, ...]
    """Incidents that its reports mention and that the ledger does not hold, each leading to the report."""
    held: tuple[Pair, ...]
    """Each report but the first, with the one that it is most like."""
    apart: tuple[Pair, ...]
    """The likeliest pairs with reports of other incidents."""
    rulings: tuple[RulingLine, ...]
    out_of_scope: bool
    api: str
    as_of: str | None
    """The time by which all that stands on the page was known, in words: "by the end of July 2, 2020"; None for now."""
    author: str | None
    """Who decides here; None on a desk for reading, and where the page stands as of a moment."""
    id: str
    scope: Button
    """Puts it out of scope, or in again."""
    undo: dict[int, str]
    """By decision, the code that takes it back; of those that hold."""
    now: str
    """The address of the page as it is now."""


def incident_sheet(shown: ShownIncident, author: str | None = None) -> IncidentSheet:
    """The page of an incident; where an `author` is given, with the ways to decide about it."""
    view, line, record, cover = shown.view, shown.line, shown.record, shown.cover
    decides = author is not None and view.as_of is None
    row, teller = row_of(ShownLine(line, record)), Teller(view, cover, decides=decides)
    groups, further = _groups(record, teller, _GROUPS), _groups(record, teller, _FURTHER)
    people = _cards(shown, teller)
    as_of = None if view.as_of is None else moment_words(view.as_of)
    return IncidentSheet(
        title=f"{row.place}, {row.day}",
        day=day_words(line.date) if line.date is not None else row.day,
        iso_day=row.iso_day,
        time=row.time,
        place=row.place,
        spot=row.spot,
        sentence=row.sentence.rstrip("."),
        headline=row.headline,
        told_by=_told_by(view.reports),
        disputed=_disputed((*groups, *further), people),
        groups=groups,
        people=people,
        further=further,
        unsaid=_unsaid(record),
        stops=_stops(view, {card.number: card.who for card in people}, cover),
        quotations=quotations_of(view, cover),
        related=tuple(RelatedRow(row_of(other), why) for other, why in shown.related),
        waiting=tuple(Link(incident_words(told), report_page(report)) for report, told in view.open_references),
        held=tuple(pair_shown(pair, cover) for pair in shown.links.inside),
        apart=tuple(pair_shown(pair, shown.others_cover) for pair in shown.links.outside),
        rulings=ruling_lines(view.decisions, record, cover),
        out_of_scope=view.out_of_scope,
        api=incident_json(line.id, as_of),
        as_of=_as_of_words(view.as_of),
        author=author if decides else None,
        id=line.id,
        scope=_scope(view),
        undo={one.id: code_of(Proposal(Ruling.UNDO, decision=one.id)) for one in in_force(view.decisions)},
        now=incident_page(line.id),
    )


def _scope(view: IncidentView) -> Button:
    what = Ruling.IN_SCOPE if view.out_of_scope else Ruling.OUT_OF_SCOPE
    label = "It does belong in the ledger" if view.out_of_scope else "It does not belong in the ledger"
    return Button(label, code_of(Proposal(what, incident=view.line.id)))


def _groups(record: Record, teller: Teller, wanted: Sequence[tuple[str, str, Sequence[str]]]) -> tuple[Group, ...]:
    gathered = (
        Group(anchor, heading, _values([v for v in record.values if _belongs(v.subject.property, names)], teller))
        for anchor, heading, names in wanted
    )
    return tuple(group for group in gathered if group.values)


def _belongs(name: str, names: Sequence[str]) -> bool:
    return any(name.startswith(one) if one.endswith(".") else name.split(".", maxsplit=1)[0] == one for one in names)


def _values(standing: Sequence[Standing], teller: Teller) -> tuple[Value, ...]:
    numbers: dict[str, int] = {}
    values = []
    for one in standing:
        number = numbers[one.subject.property] = numbers.get(one.subject.property, 0) + 1
        values.append(teller.value(one, number))
    return tuple(values)


def _cards(shown: ShownIncident, teller: Teller) -> tuple[Card, ...]:
    named = {person.number for person in shown.view.record.people if person.get("name") is not None}
    return tuple(_card(person, teller, named=person.number in named) for person in shown.record.people)


def _card(person: RecordPerson, teller: Teller, *, named: bool) -> Card:
    """A participant; `named` says whether the ledger holds a name, be it one that is withheld here."""
    name, described = person.get("name"), describe(person)
    role = person.get("role")
    officer = person.get("officer") is True and role != Role.OFFICER and name is not None
    return Card(
        number=person.number,
        anchor=f"person-{person.number}",
        heading=str(name) if name is not None else f"{described[0].upper()}{described[1:]}",
        who=str(name) if name is not None else described,
        note="Name withheld" if named and name is None else None,
        part=", ".join([value_words(role).capitalize()] * (role is not None) + ["an officer"] * officer),
        values=_values(person.values, teller),
    )


def _disputed(groups: Sequence[Group], people: Sequence[Card]) -> tuple[Link, ...]:
    """What reports contradict each other about, what matters most first."""
    own = [(v.label, v) for group in groups for v in group.values if v.disputed]
    theirs = [(f"{v.label} of {card.who}", v) for card in people for v in card.values if v.disputed]
    ordered = sorted((*own, *theirs), key=lambda told: -told[1].matter)  # stable: else as on the page
    return tuple(Link(f"{words[0].lower()}{words[1:]}", f"#{v.anchor}") for words, v in ordered)


def _unsaid(record: Record) -> str:
    missing = [label_of(name).lower() for name in _ASKED_OF_ALL if record.get(name) is None]
    return "; ".join(missing)


def _told_by(reports: Sequence[ReportLine]) -> str:
    outlets = {line.publisher for line in reports if line.publisher is not None}
    told = count_words(len({line.page for line in reports}), "report")
    return f"{told} from {count_words(len(outlets), 'outlet')}" if len(outlets) > 1 else told


def _stops(view: IncidentView, called: Mapping[int, str], cover: NameCover) -> tuple[Stop, ...]:
    shifts = shifts_of(view, called, cover)
    then = _addresses_then(view)
    return tuple(_stop(line, view, cover, shifts.get(line.id, ()), then.get(line.id)) for line in view.reports)


def _addresses_then(view: IncidentView) -> dict[ReportId, str]:
    """Where the record stands as it was when reports had come out, by the last report of each moment but the latest."""
    return {
        step.reports[-1]: incident_page(view.line.id, moment_words(step.published))
        for step in view.history[:-1]
        if step.published is not None
    }


def _as_of_words(as_of: Published | None) -> str | None:
    if as_of is None:
        return None
    told = published_words(moment_words(as_of))
    return f"at {told}" if isinstance(as_of, datetime) else f"by the end of {told}"


def _stop(line: ReportLine, view: IncidentView, cover: NameCover, shifts: Sequence[Shift], then: str | None) -> Stop:
    standing = {v.claim for v in (*view.record.values, *(v for p in view.record.people for v in p.values))}
    mine = [claim for claim in view.claims.values() if claim.report == line.id]
    held = sum(claim.id in standing for claim in mine)
    return Stop(
        id=line.id,
        href=report_page(line.id),
        title=cover.text(_title_of(line, view.texts.get(line.id))),
        outlet=outlet_of(line),
        published=published_words(line.published),
        iso_published=line.published,
        copy_of=report_page(line.copy_of) if line.copy_of is not None else None,
        version_of=report_page(line.version_of) if line.version_of is not None else None,
        says=f"{count_words(len(mine), 'claim')}, {held:,} in the record",
        shifts=tuple(shifts[:_MOST_SHIFTS]),
        more_shifts=tuple(shifts[_MOST_SHIFTS:]),
        then=then,
    )


def _title_of(line: ReportLine, report: Report | None) -> str:
    """The report's title, or its first words where it has none."""
    if line.title.strip():
        return line.title
    words = " ".join(report.text[:400].split()) if report is not None else ""
    return words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"
