"""How a record came to be, in the terminal: what each report changed, the earliest first.

In: an incident's view. Out: lines such as "condition of Ada Brook: in surgery → stable", under the reports' times.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from citydesk.model import Change, Record, ReportId, Step
from citydesk.terminal.showing import counted, shown, value_text

if TYPE_CHECKING:
    from citydesk.ledger import IncidentView

_MAX_NAME = 60


def timeline_of(view: IncidentView) -> Iterator[Text]:
    """The lines of an incident's timeline; none where all its reports came out at one moment."""
    if len(view.history) < 2:
        return
    called = _called(view.record)
    yield Text()
    yield Text("What was known when", style="bold")
    first, *later = view.history
    yield _time(first)
    yield Text(f"    {counted(len(first.changes), 'value')} in the record, from {_reports(first.reports)}", style="dim")
    known = _people_in(first)
    for step in later:
        yield _time(step)
        yield from _step(step, called, known)
        known |= _people_in(step)


def _people_in(step: Step) -> set[int | None]:
    """Those of whom something stands since a step; None, whose the values of the incident are, among them."""
    return {None, *(change.subject.person for change in step.changes)}


def _called(record: Record) -> Mapping[int, str]:
    return {one.number: shown(str(one.get("name") or one.text), _MAX_NAME) for one in record.people}


def _time(step: Step) -> Text:
    from citydesk.ledger import moment_words

    return Text("  " + (moment_words(step.published) if step.published is not None else "at an unknown time"), "bold")


def _step(step: Step, called: Mapping[int, str], known: Collection[int | None]) -> Iterator[Text]:
    silent = [one for one in step.reports if all(change.report != one for change in step.changes)]
    for change in sorted(step.changes, key=lambda one: one.before is None):  # stable: else as in the record
        if change.subject.person in known:
            yield _line(change, called)
    for number in dict.fromkeys(one.subject.person for one in step.changes if one.subject.person not in known):
        first = next(one for one in step.changes if one.subject.person == number)
        new = called.get(number or 0, "a participant")
        yield Text.assemble(("    new in the record: ", "dim"), (new, "bold"), (f"  {shown(first.report)}", "cyan"))
    if silent:
        yield Text(f"    nothing new in {_reports(silent)}", style="dim")


def _line(change: Change, called: Mapping[int, str]) -> Text:
    whose = "" if change.subject.person is None else f" of {called.get(change.subject.person, 'a participant')}"
    before = "" if change.before is None else f"{value_text(change.before)} → "
    after = "no longer told" if change.after is None else value_text(change.after)
    line = Text.assemble((f"    {change.subject.property}{whose}: ", "dim"), before, (after, "bold"))
    return line.append(f"  {shown(change.report)}", style="cyan")


def _reports(reports: Iterable[ReportId]) -> str:
    return ", ".join(shown(one) for one in reports)
