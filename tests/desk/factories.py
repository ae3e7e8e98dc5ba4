"""Reports, readings and ledgers made for the desk's tests, of made-up people; records are settled by the real rules.

`fact` finds its words in the report, so nobody counts offsets. `FakeLedger` keeps the promises of
`citydesk.desk.source.Source` in memory.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from citydesk.gather import SourceKind
from citydesk.ledger import (
    CannotDecide,
    Decided,
    Facet,
    IncidentLine,
    IncidentLinks,
    IncidentPage,
    IncidentQuery,
    IncidentView,
    LedgerSize,
    NoSuchIncident,
    NoSuchReport,
    NotYetReported,
    PageLeftOut,
    PairView,
    Proposal,
    Related,
    ReportLine,
    ReportView,
    ReviewKind,
    ReviewPage,
    SourceLine,
    ToldIn,
    Weighed,
)
from citydesk.link import score_pair, sentence_for, tellings_of
from citydesk.model import (
    Attribution,
    Certainty,
    Evidence,
    Fact,
    FieldName,
    Incident,
    IncidentId,
    InputError,
    Kind,
    Participant,
    Published,
    Quote,
    ReaderName,
    Reading,
    ReadReport,
    Record,
    Report,
    ReportId,
)
from citydesk.settle import Told, history_of, settle, settle_as_of

V = TypeVar("V")


def make_report(id_: str = "r1", text: str = "A man was shot.", **more: Any) -> Report:
    """A report; all but id and text as its type has it."""
    return Report(id=ReportId(id_), text=text, **more)


def evidence(report: Report, words: str, *, title: bool = False) -> Evidence:
    """Where words stand in a report: the first place in its text or title. Raises ValueError where they do not."""
    name, text = (FieldName.TITLE, report.title) if title else (FieldName.TEXT, report.text)
    start = text.index(words)
    return Evidence(field=name, start=start, end=start + len(words), text=words)


def fact(
    report: Report,
    words: str | Sequence[str],
    value: V,
    *,
    source: str | None = None,
    certainty: Certainty = Certainty.STATED,
    confidence: float = 0.9,
    title: bool = False,
) -> Fact[V]:
    """A fact that rests on words of a report."""
    spans = tuple(evidence(report, one, title=title) for one in ([words] if isinstance(words, str) else words))
    return Fact(value=value, evidence=spans, source=source, certainty=certainty, confidence=confidence)


def make_reading(report: Report, *incidents: Incident, kind: str | None = None, **more: Any) -> Reading:
    """A reading of a report; `kind` is the words that show that it is a plain report of an incident."""
    return Reading(
        reader=ReaderName(name="test", version="1"),
        report=ReadReport(id=report.id, title=report.title),
        kind=fact(report, kind, Kind.INCIDENT) if kind is not None else None,
        incidents=incidents,
        **more,
    )


def make_incident(main: bool = True, **more: Any) -> Incident:
    """An incident as a report tells it."""
    return Incident(main=main, **more)


def make_person(report: Report, words: str, **more: Any) -> Participant:
    """A participant, first told of in these words; a victim unless another role is given."""
    role = more.pop("role", "victim")
    return Participant(text=words, role=fact(report, words, role), **more)


def make_quote(report: Report, words: str, **more: Any) -> Quote:
    """A direct quotation of these words."""
    found = evidence(report, words)
    return Quote(text=words, start=found.start, end=found.end, **more)


def make_attribution(report: Report, words: str, certainty: Certainty = Certainty.STATED, **more: Any) -> Attribution:
    """An attributed clause of these words, which are also what shows how surely it is said."""
    found = evidence(report, words)
    return Attribution(text=words, start=found.start, end=found.end, certainty=fact(report, words, certainty), **more)


def make_source(**more: object) -> SourceLine:
    """A source that is followed without trouble."""
    given: dict[str, object] = {
        "address": "https://lantern.example/feed",
        "kind": SourceKind.FEED,
        "name": "The Lantern",
        "every_minutes": 30,
        "listed_in": None,
        "added_at": "2026-03-01T12:00:00+00:00",
        "visited_at": "2026-03-05T12:00:00+00:00",
        "next_at": "2026-03-05T12:30:00+00:00",
        "failures": 0,
        "fault": None,
        "paused": None,
        "found": 40,
        "waiting": 1,
        "taken": 8,
        "told": 6,
        "left_out": 31,
        "new": 12,
        **more,
    }
    return SourceLine(**given)  # type: ignore[arg-type]


@dataclass(slots=True)
class FakeLedger:
    """A ledger in memory. Tellings are linked by hand: incident id to (report id, place in its reading)."""

    reports: dict[ReportId, Report] = field(default_factory=dict)
    readings: dict[ReportId, Reading] = field(default_factory=dict)
    left: dict[ReportId, str] = field(default_factory=dict)
    copies: dict[ReportId, ReportId] = field(default_factory=dict)
    tellings: dict[IncidentId, list[tuple[ReportId, int]]] = field(default_factory=dict)
    merged: dict[IncidentId, IncidentId] = field(default_factory=dict)
    near: dict[IncidentId, list[tuple[IncidentId, str]]] = field(default_factory=dict)
    followed: list[SourceLine] = field(default_factory=list)
    pages: list[PageLeftOut] = field(default_factory=list)

    def keep(self, report: Report, reading: Reading | None, *linked: str | None, left_out: str | None = None) -> None:
        """Keep a report; `linked` are the ids of the incidents that its reading tells of, in its order."""
        self.reports[report.id] = report
        if reading is not None:
            self.readings[report.id] = reading
        if left_out is not None:
            self.left[report.id] = left_out
        for telling, incident in enumerate(linked):
            if incident is not None:
                self.tellings.setdefault(IncidentId(incident), []).append((report.id, telling))

    def incidents(self, query: IncidentQuery, /) -> IncidentPage:
        """As the real one, but words are looked for one by one in titles and texts."""
        fitting = [line for line in sorted(map(self._line, self.tellings), key=_newest) if self._fits(line, query)]
        start = (query.page - 1) * query.page_size
        lines = tuple(fitting[start : start + query.page_size])
        return IncidentPage(query, len(fitting), lines, _facets(fitting))

    def records(self, incidents: Iterable[IncidentId], /) -> dict[IncidentId, Record]:
        """The records of those incidents that stand."""
        return {one: settle(one, self._told(one)).record for one in incidents if one in self.tellings}

    def incident(self, incident: IncidentId, /, as_of: Published | None = None) -> IncidentView:
        """All about one incident, or the one that it was merged into."""
        incident = self.merged.get(incident, incident)
        if incident not in self.tellings:
            raise NoSuchIncident(f"the ledger knows no incident {incident!r}")
        told = self._told(incident)
        settled = settle(incident, told) if as_of is None else settle_as_of(incident, told, as_of)
        if settled is None:
            raise NotYetReported(f"no report of incident {incident!r} had come out by {as_of}")
        record = settled.record
        return IncidentView(
            line=self._line(incident, record),
            record=record,
            claims={claim.id: claim for claim in settled.claims},
            reports=tuple(self._report_line(one) for one in record.reports),
            readings={one: self.readings[one] for one in record.reports},
            texts={one: self.reports[one] for one in record.reports},
            related=tuple(Related(self._line(other), why) for other, why in self.near.get(incident, ())),
            history=history_of([one for one in told if one.report.id in record.reports]),
            as_of=as_of,
        )

    def reviews(self, *, kind: ReviewKind | None, page: int, page_size: int) -> ReviewPage:
        """Nothing is to be looked at."""
        return ReviewPage(0, dict.fromkeys(ReviewKind, 0), ())

    def decide(self, proposal: Proposal, *, who: str, why: str) -> Decided:
        """Nothing can be decided."""
        raise CannotDecide(f"{proposal.what.value} of {who} because {why}: this ledger is in memory")

    def links(self, incident: IncidentId, /) -> IncidentLinks:
        """Each report but the first with the first, and the first report of the nearest other incident."""
        told = self.tellings[incident]
        inside = [self._pair(told[0], other, together=True) for other in told[1:]]
        outside = [self._pair(told[0], self.tellings[near][0]) for near, _ in self.near.get(incident, ())]
        return IncidentLinks(tuple(inside), tuple(outside))

    def explain(self, first: ReportId, second: ReportId, /) -> tuple[PairView, ...]:
        """Every telling of the one against every telling of the other."""
        if first == second:
            raise InputError(f"{first!r} was named twice: give two reports")
        for one in (first, second):
            if one not in self.readings:
                raise NoSuchReport(f"the ledger holds no report {one!r}")
        every = [(one, n) for one in (first, second) for n in range(len(self.readings[one].incidents))]
        ours, theirs = ([told for told in every if told[0] == one] for one in (first, second))
        return tuple(self._pair(a, b) for a in ours for b in theirs)

    def _pair(self, a: tuple[ReportId, int], b: tuple[ReportId, int], *, together: bool = False) -> PairView:
        tellings = [tellings_of(self.reports[report], self.readings[report])[place] for report, place in (a, b)]
        score = score_pair(*tellings)
        weighed = (Weighed(one.name, sentence_for(one.name), str(one.value), one.weight) for one in score.features)
        first, second = (self._told_in(*one) for one in (a, b))
        return PairView(first, second, score.probability, tuple(weighed), score.hard_no, True, together)

    def _told_in(self, report: ReportId, place: int) -> ToldIn:
        owner = {telling: incident for incident, all_ in self.tellings.items() for telling in all_}
        main = self.readings[report].incidents[place].main
        return ToldIn(report, self.reports[report].title, place, main, owner.get((report, place)))

    def report(self, report: ReportId, /) -> ReportView:
        """All about one report."""
        if report not in self.reports:
            raise NoSuchReport(f"the ledger holds no report {report!r}")
        reading = self.readings.get(report)
        owner = {telling: incident for incident, all_ in self.tellings.items() for telling in all_}
        count = len(reading.incidents) if reading is not None else 0
        return ReportView(
            report=self.reports[report],
            reading=reading,
            left_out=self.left.get(report),
            line=self._report_line(report),
            incidents=tuple(owner.get((report, n)) for n in range(count)),
        )

    def sources(self) -> tuple[SourceLine, ...]:
        """Those that the test gives."""
        return tuple(self.followed)

    def pages_left_out(self, *, source: str | None = None, limit: int = 200) -> tuple[PageLeftOut, ...]:
        """Those that the test gives."""
        return tuple(one for one in self.pages if source in (None, one.source))[:limit]

    def size(self) -> LedgerSize:
        """How much there is."""
        return LedgerSize(
            reports=len(self.readings),
            left_out=len(self.left),
            incidents=len(self.tellings),
            claims=sum(len(settle(one, self._told(one)).claims) for one in self.tellings),
            decisions=0,
            latest=max((str(r.published)[:10] for r in self.reports.values() if r.published is not None), default=None),
        )

    def _told(self, incident: IncidentId) -> list[Told]:
        return [Told(self.reports[r], self.readings[r], telling) for r, telling in self.tellings[incident]]

    def _line(self, incident: IncidentId, known: Record | None = None) -> IncidentLine:
        record: Any = settle(incident, self._told(incident)).record if known is None else known
        standing = [*record.values, *(v for p in record.people for v in p.values)]
        return IncidentLine(
            id=incident,
            date=record.get("date"),
            time=record.get("time"),
            city=record.get("place.city"),
            state=record.get("place.state"),
            place_text=record.place_text,
            killed=record.get("killed"),
            injured=record.get("injured"),
            officer_shot=record.get("officer_shot"),
            shot_by_officer=record.get("shot_by_officer"),
            reports=len(record.reports),
            headline=self.reports[record.reports[0]].title or self.reports[record.reports[0]].text[:80],
            disputed=sum(bool(v.against) for v in standing),
        )

    def _report_line(self, id_: ReportId) -> ReportLine:
        report = self.reports[id_]
        published = report.published.isoformat() if report.published is not None else None
        return ReportLine(id_, report.title, report.publisher, report.url, published, self.copies.get(id_))

    def _fits(self, line: IncidentLine, query: IncidentQuery) -> bool:
        told = [self.reports[report] for report, _ in self.tellings[line.id]]
        text = " ".join(f"{report.title} {report.text}" for report in told).casefold()
        involved = bool(line.officer_shot or line.shot_by_officer)
        return (
            all(word in text for word in (query.words or "").casefold().split())
            and query.state in (None, line.state)
            and query.city in (None, line.city)
            and (query.since is None or (line.date or "") >= query.since.isoformat())
            and (query.until is None or (line.date or "9999")[:10] <= query.until.isoformat())
            and (line.killed or 0) >= (query.killed_at_least or 0)
            and (line.injured or 0) >= (query.injured_at_least or 0)
            and query.officer_involved in (None, involved)
        )


def _newest(line: IncidentLine) -> tuple[int, str]:
    day = date.fromisoformat(line.date[:10]).toordinal() if line.date is not None else 0
    return -day, line.id


def _facets(lines: Sequence[IncidentLine]) -> dict[str, tuple[Facet, ...]]:
    involved = sum(bool(line.officer_shot or line.shot_by_officer) for line in lines)
    return {
        "state": _counted(line.state for line in lines),
        "city": _counted(line.city for line in lines),
        "year": _counted(line.date[:4] if line.date is not None else None for line in lines),
        "killed": (Facet("1", "1", sum(bool(line.killed) for line in lines)),),
        "injured": (Facet("1", "1", sum(bool(line.injured) for line in lines)),),
        "officer_involved": (Facet("true", "yes", involved), Facet("false", "no", len(lines) - involved)),
    }


def _counted(values: Iterable[str | None]) -> tuple[Facet, ...]:
    told = [value for value in values if value is not None]
    return tuple(
        Facet(value, value, told.count(value)) for value in sorted(set(told), key=lambda v: (-told.count(v), v))
    )


def at(day: int, hour: int = 12) -> datetime:
    """A moment in May 2024, the month of the tests' incidents."""
    return datetime(2024, 5, day, hour, tzinfo=UTC)
