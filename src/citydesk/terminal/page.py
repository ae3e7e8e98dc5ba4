"""A reading as a page for people: the facts in groups, each with the words that say it and who said them.

In: a reading. Out: rich renderables; colour is the console's business.
"""

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from citydesk.model import FLAGS, Attribution, Certainty, Fact, Incident, Participant, Quote, Reading
from citydesk.terminal.showing import shown

_LABEL_WIDTH, _VALUE_WIDTH = 18, 34
_LONGEST_WORDS = 160
_FLAG_LABELS = {
    "officer_shot": "officer shot",
    "shot_by_officer": "shot by officer",
    "self_inflicted": "self-inflicted",
    "unintentional": "unintentional",
    "domestic": "domestic",
}
_PERSON_LABELS = {
    "count": "count",
    "name": "name",
    "age": "age",
    "sex": "sex",
    "race": "race",
    "rank": "rank",
    "agency": "agency",
    "years_of_service": "years of service",
    "outcome": "outcome",
    "condition": "condition",
    "wound": "wound",
    "custody": "custody",
}


def render_page(reading: Reading) -> RenderableType:
    """The page of one reading."""
    parts: list[RenderableType] = [*_heading(reading)]
    for number, incident in enumerate(reading.incidents):
        parts += _incident(incident, number, len(reading.incidents))
    if reading.quotes:
        parts += [_title("Quoted"), *(_quote(quote) for quote in reading.quotes)]
    if reading.attributions:
        parts += [_title("Attributed"), *(_attribution(said) for said in reading.attributions)]
    return Group(*parts, Text())


def _heading(reading: Reading) -> Iterator[RenderableType]:
    report = reading.report
    yield Text(shown(report.title) or f"Report {report.id}", style="bold")
    published = None if report.published is None else report.published.isoformat()
    place = report.dateline.value if report.dateline else None
    from_place = ", ".join(part for part in (place.city, place.state) if part) if place else None
    kind = reading.kind.value.replace("_", " ") if reading.kind else None
    known = (report.publisher, published or "no publication date", from_place, report.byline, kind)
    yield Text(" · ".join(shown(part) for part in known if part), style="dim")
    if report.url:
        yield Text(shown(report.url), style="dim")


def _title(words: str) -> RenderableType:
    return Padding(Text(words.upper(), style="bold cyan"), (1, 0, 0, 0))


def _incident(incident: Incident, number: int, incidents: int) -> list[RenderableType]:
    """The facts of one incident; a line that nothing is known, where nothing is."""
    of = f" {number + 1} of {incidents}" if incidents > 1 else ""
    name = f"Incident{of}" if incident.main else f"Incident{of}, only mentioned"
    rows = list(_incident_rows(incident))
    parts: list[RenderableType] = [
        _title(name),
        _table(rows) if rows else Text("  the report says no more", style="dim"),
    ]
    for person in incident.people:
        parts += [_person_heading(person), _table(list(_person_rows(person)))]
    return parts


def _incident_rows(incident: Incident) -> Iterator[tuple[str, Fact[Any]]]:
    place = incident.place
    about = "time, about" if incident.time_approximate else "time"
    candidates: list[tuple[str, Fact[Any] | None]] = [
        ("date", incident.date),
        (about, incident.time),
        ("address", place.address),
        ("place", place.name),
        ("kind of place", place.kind),
        ("neighborhood", place.neighborhood),
        ("city", place.city),
        ("county", place.county),
        ("state", place.state),
        ("killed", incident.killed),
        ("injured", incident.injured),
        *((_FLAG_LABELS[flag], getattr(incident, flag)) for flag in FLAGS),
        *(("weapon", weapon.kind) for weapon in incident.weapons),
        ("shots fired", incident.shots_fired),
        ("sequence", incident.sequence),
        *((f"agency, {agency.role.value.value}", agency.name) for agency in incident.agencies),
    ]
    yield from ((label, fact) for label, fact in candidates if fact is not None)


def _person_heading(person: Participant) -> RenderableType:
    role = person.role.value.value
    officer = ", officer" if person.officer is not None and person.officer.value and role != "officer" else ""
    line = Text.assemble(("  " + role + officer, "bold"), "  ", f"“{shown(person.text, _LONGEST_WORDS)}”")
    return Padding(line, (1, 0, 0, 0))


def _person_rows(person: Participant) -> Iterator[tuple[str, Fact[Any]]]:
    for name, label in _PERSON_LABELS.items():
        if (fact := getattr(person, name)) is not None:
            yield label, fact
    yield from (("charge", charge) for charge in person.charges)


def _table(rows: list[tuple[str, Fact[Any]]]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_LABEL_WIDTH, style="dim", justify="right")
    table.add_column(width=_VALUE_WIDTH, overflow="fold")
    table.add_column(ratio=1)
    for label, fact in rows:
        table.add_row(label, Text(_value(fact), style="bold"), _grounds(fact))
    return table


def _value(fact: Fact[Any]) -> str:
    value = fact.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "ordinal"):
        return shown(f"number {value.ordinal}: {value.of}, {value.period}")
    return shown(str(value))


def _grounds(fact: Fact[Any]) -> Text:
    """The words, the source, and how surely, where that is not simply stated."""
    words = Text(f"“{shown(fact.evidence[0].text, _LONGEST_WORDS)}”", style="green")
    if len(fact.evidence) > 1:
        words.append(f" and {len(fact.evidence) - 1} more", style="dim")
    said = [shown(fact.source)] if fact.source else []
    if fact.certainty is not Certainty.STATED:
        said.append(fact.certainty.value)
    if said:
        words.append("  " + ", ".join(said), style="yellow")
    return words


def _quote(quote: Quote) -> RenderableType:
    who = [fact.value for fact in (quote.title, quote.speaker, quote.organization) if fact is not None]
    line = Text.assemble("  ", (f"“{shown(quote.text, 2 * _LONGEST_WORDS)}”", "green"))
    line.append("  " + (shown(", ".join(who)) or "speaker not named"), style="yellow")
    if quote.medium is not None:
        line.append(f", {quote.medium.value.value}", style="yellow")
    return line


def _attribution(said: Attribution) -> RenderableType:
    line = Text.assemble("  ", (f"“{shown(said.text, 2 * _LONGEST_WORDS)}”", "green"))
    source = shown(said.source.value) if said.source is not None else "no source named"
    return line.append(f"  {source}, {said.certainty.value.value}", style="yellow")
