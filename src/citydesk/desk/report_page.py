"""One report as plain display values: its text with every piece of evidence marked, and what the marks say.

In: a report as it may be shown. Out: a `ReportSheet`: title and paragraphs in segments, and
beside them, in the order of the text, each marked stretch with the facts that rest on it.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from citydesk.desk.addresses import incident_page, report_json, report_page
from citydesk.desk.blotter import place_words
from citydesk.desk.days import published_words, short_day_words
from citydesk.desk.findings import Finding, Findings, Voice, Words, findings_of, letter_of
from citydesk.desk.names import find_names
from citydesk.desk.passages import anchor_of
from citydesk.desk.published import ShownReport
from citydesk.desk.segments import Segment, Span, cut, lines_of
from citydesk.desk.words import value_words
from citydesk.ledger import ReportView
from citydesk.model import FieldName, Incident, IncidentId, Record
from citydesk.publish import WITHHELD, NameCover


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the report in one style."""

    words: str
    anchor: str | None
    """Named where a marked stretch begins, so that other pages can lead to it."""
    href: str | None
    """Where the facts that rest on it are listed; None where it is no evidence, or but white space between some."""
    says: str
    """These facts in short, for the tooltip."""
    style: str
    """Space-separated: any of "fact", "voice", "quote", "attributed", "withheld", and "deep" where more than one
    stretch of evidence lies over it; empty for plain text."""


@dataclass(frozen=True, slots=True)
class Told:
    """An incident that the report tells of, under the letter by which its facts are known on the page."""

    letter: str
    words: str
    href: str | None
    """None where the ledger holds no incident for it."""
    main: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the report's page."""

    words: str
    href: str | None
    """None for the one that is shown."""


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """All that the template of a report shows."""

    title: tuple[Run, ...]
    plain_title: str
    outlet: str
    byline: str | None
    published: str
    iso_published: str | None
    url: str | None
    """Only where it is http or https."""
    url_words: str | None
    kind: str | None
    reader: str | None
    left_out: str | None
    copy_of: str | None
    versions: tuple[Version, ...]
    """All versions of its page, where there are several."""
    told: tuple[Told, ...]
    paragraphs: tuple[tuple[Run, ...], ...]
    findings: tuple[Finding, ...]
    voices: tuple[Voice, ...]
    api: str


def report_sheet(shown: ShownReport) -> ReportSheet:
    """The page of a report."""
    view, cover = shown.view, shown.cover
    report, reading, line = view.report, view.reading, view.line
    found = findings_of(reading, cover) if reading is not None else Findings()
    title = _runs(report.title, FieldName.TITLE, found.words, cover, [(0, len(report.title))])
    return ReportSheet(
        title=title[0] if report.title else (),
        plain_title=cover.text(report.title) or "Untitled report",
        outlet=report.publisher or "An unnamed outlet",
        byline=report.byline,
        published=published_words(line.published),
        iso_published=line.published,
        url=safe_url(report.url),
        url_words=report.url,
        kind=value_words(reading.kind.value) if reading is not None and reading.kind is not None else None,
        reader=f"{reading.reader.name} {reading.reader.version}" if reading is not None else None,
        left_out=view.left_out,
        copy_of=report_page(line.copy_of) if line.copy_of is not None else None,
        versions=_versions(view),
        told=_told(view, shown.records),
        paragraphs=_runs(report.text, FieldName.TEXT, found.words, cover, lines_of(report.text)),
        findings=found.facts,
        voices=found.voices,
        api=report_json(report.id),
    )


def _versions(view: ReportView) -> tuple[Version, ...]:
    return tuple(
        Version(
            f"Version {n}, {published_words(line.published)}",
            report_page(line.id) if line.id != view.report.id else None,
        )
        for n, line in enumerate(view.versions, 1)
    )


def safe_url(url: str | None) -> str | None:
    """The url where a link to it is harmless: http or https with a host, no user name in it; else None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    harmless = parts.scheme in ("http", "https") and parts.netloc and "@" not in parts.netloc
    return url if harmless else None


def _told(view: ReportView, records: Mapping[IncidentId, Record]) -> tuple[Told, ...]:
    told = []
    for n, incident in enumerate(view.reading.incidents if view.reading is not None else ()):
        known = view.incidents[n] if n < len(view.incidents) else None
        record = records.get(known) if known is not None else None
        words = _record_words(record) if record is not None else incident_words(incident)
        href = incident_page(record.incident) if record is not None else None
        told.append(Told(letter_of(n), words, href, incident.main))
    return tuple(told)


def _record_words(record: Record) -> str:
    return _where_and_when(record.get("place.city"), record.get("place.state"), record.get("date"))


def incident_words(incident: Incident) -> str:
    """An incident that the ledger has no page for, as far as the report tells of it."""
    facts = (incident.place.city, incident.place.state, incident.date)
    return _where_and_when(*(fact.value if fact is not None else None for fact in facts))


def _where_and_when(city: object, state: object, day: object) -> str:
    where = place_words(str(city) if city is not None else None, str(state) if state is not None else None)
    return f"{where}, {short_day_words(str(day)) if day is not None else 'date not told'}"


def _runs(
    text: str, field: FieldName, words: Sequence[Words], cover: NameCover, paragraphs: Sequence[Span]
) -> tuple[tuple[Run, ...], ...]:
    """The paragraphs of a text, each cut where a marked stretch or a withheld name begins or ends."""
    mine = [one for one in words if one.field == field]
    names = find_names(cover, text)
    spans = [(one.start, one.end) for one in mine] + names
    segments = cut(0, len(text), spans, [edge for paragraph in paragraphs for edge in paragraph])
    starts = [segment.start for segment in segments]
    runs = [_run(text, segment, mine, names) for segment in segments]
    return tuple(tuple(runs[bisect_left(starts, start) : bisect_left(starts, end)]) for start, end in paragraphs)


def _run(text: str, segment: Segment, words: Sequence[Words], names: Sequence[Span]) -> Run:
    over = [words[n] for n in segment.spans if n < len(words)]
    name = next((names[n - len(words)] for n in segment.spans if n >= len(words)), None)
    linked = next((one for style in ("fact", "voice") for one in over if one.style == style), None)
    begins = next((one for one in over if one.start == segment.start), None)
    styles = sorted({one.style for one in over} | ({"withheld"} if name is not None else set()))
    if sum(one.style == "fact" for one in over) > 1:
        styles.append("deep")
    shown = text[segment.start : segment.end]
    if name is not None:
        shown = WITHHELD if segment.start == name[0] else ""
    return Run(
        words=shown,
        anchor=anchor_of(begins.field, begins.start) if begins is not None else None,
        href=linked.href if linked is not None and shown.strip() else None,
        says=linked.says if linked is not None else "",
        style=" ".join(styles),
    )
