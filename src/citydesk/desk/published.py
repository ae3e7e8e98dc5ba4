"""What of a ledger may be shown: every value passes the policy on names here before a page or the API sees it.

In: a `Source` and the policy. Out: the ledger's views, each with its record as published and the cover that hides what
the policy keeps back in everything else: titles, sentences, texts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from citydesk.desk.names import cover_incident, names_of
from citydesk.desk.source import Source
from citydesk.ledger import (
    Decided,
    Facet,
    IncidentLine,
    IncidentLinks,
    IncidentQuery,
    IncidentView,
    LedgerSize,
    PageLeftOut,
    PairView,
    Proposal,
    ReportView,
    ReviewItem,
    ReviewKind,
    SourceLine,
)
from citydesk.model import (
    Basis,
    ClaimId,
    Fact,
    IncidentId,
    Participant,
    Published,
    Record,
    RecordPerson,
    ReportId,
    Standing,
    Subject,
)
from citydesk.publish import NameCover, NamePolicy, apply_policy, cover_names, withheld_people

ALL = "all"
PUBLIC = "public"
"""What pages open to all show: names as far as the policy allows."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """An incident in a list, with its record; the line's words are those that may be shown."""

    line: IncidentLine
    """Its headline is empty where it may hold a name withheld."""
    record: Record


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page of the list."""

    query: IncidentQuery
    total: int
    lines: tuple[ShownLine, ...]
    facets: Mapping[str, tuple[Facet, ...]]


@dataclass(frozen=True, slots=True)
class ShownIncident:
    """An incident as the ledger keeps it, its line and record as they may be shown, and what hides the rest."""

    view: IncidentView
    line: IncidentLine
    record: Record
    cover: NameCover
    related: tuple[tuple[ShownLine, str], ...]
    """Other incidents, each with why it is named."""
    links: IncidentLinks
    """What holds its reports together, and others apart; nothing where it is shown as of a moment."""
    others_cover: NameCover
    """Hides what may not be shown of the incidents that `links` holds apart, too."""


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report, the records of the incidents that it tells of, and what hides the names that may not be shown."""

    view: ReportView
    records: Mapping[IncidentId, Record]
    cover: NameCover


@dataclass(frozen=True, slots=True)
class ShownReview:
    """Something to look at, with the incident that it is about, and what hides the names that may not be shown."""

    item: ReviewItem
    view: IncidentView
    record: Record
    cover: NameCover
    lines: tuple[ShownLine, ...]
    """The incident, and the other one where there is one."""


@dataclass(frozen=True, slots=True)
class ShownReviews:
    """A page of the review queue."""

    total: int
    counts: Mapping[ReviewKind, int]
    items: tuple[ShownReview, ...]
    unasked: int
    """Incidents from before there was a queue, which a rebuild puts in."""


class Desk:
    """A ledger behind the policy on names. Holds nothing that changes, so that threads may share it."""

    def __init__(self, source: Source, names: NamePolicy, author: str | None = None) -> None:
        self._source = source
        self.names = names
        self.author = author
        """Who decides on this desk; None where it is for reading."""

    def reviews(self, kind: ReviewKind | None, page: int, page_size: int) -> ShownReviews:
        """One page of what is to be looked at."""
        found = self._source.reviews(kind=kind, page=page, page_size=page_size)
        views = {id_: self._source.incident(id_) for id_ in dict.fromkeys(item.incident.id for item in found.items)}
        items = (self._review(item, views[item.incident.id]) for item in found.items)
        return ShownReviews(found.total, found.counts, tuple(items), found.unasked)

    def _review(self, item: ReviewItem, view: IncidentView) -> ShownReview:
        lines = [item.incident, *([] if item.other is None else [item.other])]
        ends = (end.incident for pair in item.pairs for end in (pair.first, pair.second))
        told = {*(line.id for line in lines), *(one for one in ends if one is not None)}
        withheld = withheld_people(view.record, self.names)
        own = cover_incident(view.record, withheld, view.claims.values())
        cover = self._cover_of_all(told, _reports_of(item.pairs)) if item.pairs or len(told) > 1 else own
        return ShownReview(item, view, apply_policy(view.record, self.names), cover, self._lines(lines))

    def decide(self, proposal: Proposal, why: str) -> Decided:
        """Make a decision as the desk's author. Raises LedgerError where it cannot be made."""
        return self._source.decide(proposal, who=self.author or "", why=why)

    def incidents(self, query: IncidentQuery) -> ShownPage:
        """One page of the list."""
        page = self._source.incidents(query)
        return ShownPage(page.query, page.total, self._lines(page.lines), page.facets)

    def incident(self, incident: IncidentId, as_of: Published | None = None) -> ShownIncident:
        """One incident; of an id merged away, the one it went into. Raises NoSuchIncident.

        With `as_of`, what was known by that moment; raises NotYetReported. Names that are withheld now are withheld
        then too.
        """
        view = self._source.incident(incident, as_of)
        withheld = withheld_people(view.record, self.names) | self._withheld_since(view)
        record = apply_policy(view.record, self.names, also=withheld)
        cover = cover_incident(view.record, withheld, view.claims.values())
        line = replace(view.line, headline=cover.text(view.line.headline), place_text=record.place_text)
        others = {shown.line.id: shown for shown in self._lines(one.line for one in view.related)}
        related = tuple((others[one.line.id], one.why) for one in view.related if one.line.id in others)
        links = self._source.links(view.line.id) if as_of is None else IncidentLinks((), ())
        return ShownIncident(view, line, record, cover, related, links, self._cover_of(view, links))

    def explain(self, first: ReportId, second: ReportId) -> tuple[tuple[PairView, ...], NameCover]:
        """Why two reports tell of one incident or of two, and what hides the names that may not be shown."""
        pairs = self._source.explain(first, second)
        told = {end.incident for pair in pairs for end in (pair.first, pair.second)}
        return pairs, self._cover_of_all((one for one in told if one is not None), (first, second))

    def _cover_of(self, view: IncidentView, links: IncidentLinks) -> NameCover:
        others = {pair.second.incident for pair in links.outside}
        return self._cover_of_all([view.line.id, *(one for one in others if one is not None)])

    def _cover_of_all(self, incidents: Iterable[IncidentId], reports: Iterable[ReportId] = ()) -> NameCover:
        """The cover of every name that is withheld in any of several incidents, or that some reports tell."""
        hidden: list[str] = []
        shown: list[str] = []
        for record in self._source.records(sorted(incidents)).values():
            withheld = withheld_people(record, self.names)
            for known in record.people:
                (hidden if known.number in withheld else shown).extend(names_of(known))
        for report in sorted(reports):
            view = self._source.report(report)
            kept = self._source.records(one for one in view.incidents if one is not None)
            for names, told in zip((hidden, shown), _names_of_report(view, kept, self.names), strict=True):
                names.extend(told)
        return cover_names(hidden, shown)

    def _withheld_since(self, view: IncidentView) -> frozenset[int]:
        """Participants of a record as it was whose names the record withholds as it is."""
        if view.as_of is None:
            return frozenset()
        now = self._source.records([view.line.id]).get(view.line.id)
        if now is None:
            return frozenset()
        numbers = withheld_people(now, self.names)
        hidden = {claim for claim, number in _owners(now).items() if number in numbers}
        return frozenset(number for claim, number in _owners(view.record).items() if claim in hidden)

    def report(self, report: ReportId) -> ShownReport:
        """One report. Raises NoSuchReport."""
        view = self._source.report(report)
        kept = self._source.records(one for one in view.incidents if one is not None)
        records = {incident: apply_policy(record, self.names) for incident, record in kept.items()}
        return ShownReport(view, records, cover_names(*_names_of_report(view, kept, self.names)))

    def size(self) -> LedgerSize:
        """How much the ledger holds."""
        return self._source.size()

    def sources(self) -> tuple[SourceLine, ...]:
        """Every source that is or was followed."""
        return self._source.sources()

    def pages_left_out(self, limit: int) -> tuple[PageLeftOut, ...]:
        """Pages and reports that were left out, the latest first; without headlines, which may hold a name withheld."""
        found = self._source.pages_left_out(limit=limit)
        return found if self.names.names == ALL else tuple(replace(one, title="") for one in found)

    def _lines(self, lines: Iterable[IncidentLine]) -> tuple[ShownLine, ...]:
        every = list(lines)
        kept = self._source.records(line.id for line in every)
        return tuple(self._line(line, kept[line.id]) for line in every if line.id in kept)

    def _line(self, line: IncidentLine, kept: Record) -> ShownLine:
        withheld = withheld_people(kept, self.names)
        if not withheld:
            return ShownLine(line, kept)
        record = apply_policy(kept, self.names)
        headline = "" if _has_other_names(kept, withheld) else cover_incident(kept, withheld).text(line.headline)
        return ShownLine(replace(line, headline=headline, place_text=record.place_text), record)


def _has_other_names(kept: Record, withheld: frozenset[int]) -> bool:
    """Whether a participant whose name is withheld is also called something else in some report."""
    people = (person for person in kept.people if person.number in withheld)
    return any(v.against for person in people for v in person.values if v.subject.property == "name")


def _reports_of(pairs: Iterable[PairView]) -> frozenset[ReportId]:
    return frozenset(end.report for pair in pairs for end in (pair.first, pair.second))


def _names_of_report(
    view: ReportView, kept: Mapping[IncidentId, Record], names: NamePolicy
) -> tuple[list[str], list[str]]:
    """Every name withheld in any incident that the report tells of, linked or not; and every one that is shown.

    A participant who stands in an incident's record is withheld where the record withholds him. Of any other the
    policy is asked on the strength of one telling, unless a record shows the very name.
    """
    hidden: list[str] = []
    shown: list[str] = []
    alone: list[str] = []
    for record in kept.values():
        withheld = withheld_people(record, names)
        for known in record.people:
            (hidden if known.number in withheld else shown).extend(names_of(known))
    for name, person, owner in _told_names(view, kept):
        if owner is not None:
            number, record = owner
            (hidden if number in withheld_people(record, names) else shown).append(name)
        elif _withheld_alone(person, names):
            alone.append(name)
    return [*hidden, *(name for name in alone if name not in shown)], shown


def _told_names(
    view: ReportView, kept: Mapping[IncidentId, Record]
) -> Iterator[tuple[str, Participant, tuple[int, Record] | None]]:
    """Each name in the report's reading with its participant, and who that is in which record."""
    for n, incident in enumerate(view.reading.incidents if view.reading is not None else ()):
        linked = view.incidents[n] if n < len(view.incidents) else None
        record = kept.get(linked) if linked is not None else None
        owners = _owners(record) if record is not None else {}
        for place, person in enumerate(incident.people):
            if person.name is not None:
                number = owners.get(ClaimId(f"{view.report.id}/{n}/people.{place}.name"))
                owner = (number, record) if number is not None and record is not None else None
                yield person.name.value, person, owner


def _owners(record: Record) -> dict[ClaimId, int]:
    """Which participant each claim of a name is about."""
    named = ((p.number, v) for p in record.people for v in p.values if v.subject.property == "name")
    return {claim: number for number, v in named for claim in (v.claim, *v.agree, *v.against) if claim is not None}


def _withheld_alone(person: Participant, names: NamePolicy) -> bool:
    """Whether the policy withholds the name of a participant of whom nothing is known but what one telling says."""
    told = [(name, getattr(person, name)) for name in ("role", "officer", "name", "age", "outcome", "custody")]
    told += [("charges", charge) for charge in person.charges]
    values = tuple(
        Standing(subject=Subject(property=name, person=1), value=fact.value, claim=_ALONE, basis=Basis.ONLY)
        for name, fact in told
        if isinstance(fact, Fact)
    )
    alone = RecordPerson(number=1, text=person.text, values=values)
    record = Record(incident=IncidentId(_ALONE), people=(alone,), reports=(ReportId(_ALONE),))
    return 1 in withheld_people(record, names)


_ALONE = ClaimId("alone")
