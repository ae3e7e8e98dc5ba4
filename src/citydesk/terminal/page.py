"""A reading as a page for people: the facts in groups, each with the words that say it and who said them.

In: a reading and the width of the paper. Out: rich renderables; colour is the console's business. What a line holds is
left to `lines`.
"""

from collections.abc import Iterator
from datetime import datetime

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from citydesk.model import Attribution, Incident, Participant, Published, Quote, Reading
from citydesk.terminal.lines import Line, grounds_of, groups_of, lines_of_person, mention_of, role_of, value_of
from citydesk.terminal.showing import shown

_INDENT = 2
_GROUP_WIDTH = 10
_GAP = 2
_LEAST_VALUE, _VALUE_SHARE = 12, 0.45
"""Values take what they need, down to so many columns and up to this share of what labels leave."""
_PROSE_WIDTH = 100
"""Columns; longer lines are hard to follow."""
_LONGEST_QUOTE = 900


def render_page(reading: Reading, *, width: int, name: str | None = None) -> RenderableType:
    """The page of one reading; `name` heads it where the report has no title."""
    parts: list[RenderableType] = [*_heading(reading, name)]
    if not reading.incidents:
        parts += [Text(), Text("It tells of no incident.")]
    columns = _columns(reading, width)
    for number, incident in enumerate(reading.incidents, 1):
        parts += [Text(), _rule(_incident_title(incident, number, len(reading.incidents)))]
        parts += _incident(incident, columns)
    if reading.quotes:
        parts += [Text(), _rule("Quoted"), *(_said(words, by) for words, by in map(_quote, reading.quotes))]
    if reading.attributions:
        said = map(_attribution, reading.attributions)
        parts += [Text(), _rule("Attributed"), *(_said(words, by) for words, by in said)]
    return Group(*parts, Text())


def _heading(reading: Reading, name: str | None) -> Iterator[RenderableType]:
    report = reading.report
    yield Text(shown(report.title or name or f"Report {report.id}"), style="bold")
    place = report.dateline.value if report.dateline else None
    from_place = ", ".join(part for part in (place.city, place.state) if part) if place else None
    kind = reading.kind.value.replace("_", " ") if reading.kind else None
    known = (report.publisher, _day(report.published), from_place, report.byline, kind)
    yield Text(" · ".join(shown(part) for part in known if part), style="dim")
    if report.url:
        yield Text(shown(report.url), style="dim", overflow="fold")


def _day(published: Published | None) -> str:
    if published is None:
        return "no publication date"
    return published.strftime("%Y-%m-%d %H:%M %Z") if isinstance(published, datetime) else published.isoformat()


def _rule(title: str) -> RenderableType:
    return Rule(Text(title, style="bold cyan"), align="left", style="dim")


def _incident_title(incident: Incident, number: int, incidents: int) -> str:
    of = f" {number} of {incidents}" if incidents > 1 else ""
    return f"Incident{of}" if incident.main else f"Incident{of}, only mentioned"


def _columns(reading: Reading, width: int) -> tuple[int, int]:
    """The widths of labels and values, the same on the whole page so that the eye runs down."""
    lines = [line for incident in reading.incidents for line in _all_lines(incident)]
    label = max((len(line.label) for line in lines), default=0)
    left = width - _INDENT - _GROUP_WIDTH - label - 2 * _GAP
    widest = max((len(value_of(line)) for line in lines), default=0)
    return label, max(_LEAST_VALUE, min(widest, round(left * _VALUE_SHARE)))


def _all_lines(incident: Incident) -> Iterator[Line]:
    for _, lines in groups_of(incident):
        yield from lines
    for person in incident.people:
        yield from lines_of_person(person)


def _incident(incident: Incident, columns: tuple[int, int]) -> Iterator[RenderableType]:
    """The facts of one incident, group by group; a line that nothing is known, where nothing is."""
    groups = [(name, lines) for name, lines in groups_of(incident) if lines]
    for name, lines in groups:
        yield _table(name, lines, columns)
    if not groups and not incident.people:
        yield Padding(Text("The report says no more of it.", style="dim"), (0, 0, 0, _INDENT))
    for person in incident.people:
        yield from _person(person, columns)


def _person(person: Participant, columns: tuple[int, int]) -> Iterator[RenderableType]:
    yield Text()
    heading = Table.grid(padding=(0, _GAP, 0, 0))
    heading.add_column(width=_GROUP_WIDTH + _INDENT - _GAP)
    heading.add_column(ratio=1)
    heading.add_row(Text(" " * _INDENT + role_of(person), style="bold"), mention_of(person))
    yield heading
    if lines := lines_of_person(person):
        yield _table("", lines, columns)


def _table(name: str, lines: list[Line], columns: tuple[int, int]) -> RenderableType:
    """A group's lines: its name before the first, then label, value, and the words with their source."""
    label_width, value_width = columns
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(width=_INDENT + _GROUP_WIDTH - _GAP, style="bold")
    table.add_column(width=label_width, style="dim")
    table.add_column(width=value_width, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for number, line in enumerate(lines):
        group = " " * _INDENT + name if number == 0 else ""
        table.add_row(group, line.label, Text(value_of(line), style="bold"), grounds_of(line.fact))
    return table


def _said(words: str, by: str) -> RenderableType:
    line = Text.assemble((f"“{shown(words, _LONGEST_QUOTE)}”", "green"), "\n  ", (f"— {by}", "yellow"))
    return Constrain(Padding(line, (0, 0, 0, _INDENT)), _PROSE_WIDTH)


def _quote(quote: Quote) -> tuple[str, str]:
    """The words of a quotation, and who said them where."""
    title, speaker, organization = (
        fact.value if fact else "" for fact in (quote.title, quote.speaker, quote.organization)
    )
    before = title if title[:1].isupper() else ""
    who = " ".join(part for part in (before, speaker) if part) or ("" if organization else "speaker not named")
    by = ", ".join(part for part in (who, "" if before else title, organization) if part)
    return quote.text, shown(by if quote.medium is None else f"{by} ({quote.medium.value.value})")


def _attribution(said: Attribution) -> tuple[str, str]:
    """The words of an attribution, and who says so how surely."""
    by = said.source.value if said.source is not None else "no source named"
    certainty = said.certainty.value.value
    return said.text, shown(by if certainty == "stated" else f"{by}, {certainty}")
