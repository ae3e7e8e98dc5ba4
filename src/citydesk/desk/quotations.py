"""The quotations that belong to an incident: who said what, how it reached the reporter, where it stands.

In: an `IncidentView`. Out: quotations in order of publication, each once however many reports copy it. In a report of
several incidents a quotation belongs to the one whose facts stand nearest to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from citydesk.desk.addresses import report_page
from citydesk.desk.days import published_words
from citydesk.desk.passages import anchor_of
from citydesk.desk.words import count_words
from citydesk.ledger import IncidentView
from citydesk.model import Incident, Quote, Reading, ReportId, facts_of
from citydesk.publish import NameCover


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation."""

    words: str
    speaker: str
    office: str | None
    """Title and body of the speaker: "Sgt., Missouri State Highway Patrol"."""
    medium: str | None
    outlet: str
    published: str
    href: str
    also: str | None
    """How many other reports have it: "also in 2 reports"."""


def quotations_of(view: IncidentView, cover: NameCover) -> tuple[Quotation, ...]:
    """The incident's quotations, each once, in the order of the reports and of their texts."""
    told: dict[str, list[tuple[ReportId, Quote]]] = {}
    for line in view.reports:
        for quote in _mine(view, line.id):
            told.setdefault(_key(quote.text), []).append((line.id, quote))
    return tuple(
        _quotation(view, cover, *said[0], view.count_pages(report for report, _ in said) - 1) for said in told.values()
    )


def office_of(quote: Quote) -> str | None:
    """Title and body of a quotation's speaker, as far as they are told."""
    parts = [fact.value for fact in (quote.title, quote.organization) if fact is not None]
    return ", ".join(parts) or None


def _quotation(view: IncidentView, cover: NameCover, report: ReportId, quote: Quote, copies: int) -> Quotation:
    line = next(line for line in view.reports if line.id == report)
    office = office_of(quote)
    return Quotation(
        words=cover.text(quote.text),
        speaker=cover.text(quote.speaker.value) if quote.speaker is not None else "Speaker not named",
        office=cover.text(office) if office is not None else None,
        medium=quote.medium.value.value if quote.medium is not None else None,
        outlet=line.publisher or "an unnamed outlet",
        published=published_words(line.published),
        href=report_page(report, anchor_of(quote.field, quote.start)),
        also=f"also in {count_words(copies, 'other report')}" if copies else None,
    )


def _mine(view: IncidentView, report: ReportId) -> Iterable[Quote]:
    reading = view.readings.get(report)
    if reading is None:
        return
    tellings = {claim.telling for claim in view.claims.values() if claim.report == report}
    main = [n for n, incident in enumerate(reading.incidents) if incident.main]
    for quote in reading.quotes:
        if len(main) < 2 or _nearest(reading, main, quote) in tellings:
            yield quote


def _nearest(reading: Reading, main: list[int], quote: Quote) -> int:
    return min(main, key=lambda n: (_distance(reading.incidents[n], quote), n))


def _distance(incident: Incident, quote: Quote) -> int:
    evidence = (e for _, fact in facts_of(incident) for e in fact.evidence if e.field == quote.field)
    return min((max(e.start - quote.end, quote.start - e.end, 0) for e in evidence), default=1 << 30)


def _key(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())
