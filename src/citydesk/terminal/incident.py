"""`citydesk show`: the record of an incident in the terminal, or as JSON.

In: an incident's view. Out: a page: each value, why it stands, how many reports say it and what contradicts it; the
participants, the reports, what each of them changed, the decisions. Names are shown: this is the keeper's own terminal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from citydesk.model import Basis, Certainty, Claim, ClaimId, IncidentId, Published, RecordPerson, Ruling, Standing
from citydesk.terminal.showing import console, counted, put, set_page, shown, value_text
from citydesk.terminal.timeline import timeline_of

if TYPE_CHECKING:
    from citydesk.ledger import IncidentView, Ledger

_LONGEST_NAME = 60
_LONGEST_WORDS = 100
_BASIS = {
    Basis.ONLY: "no report says anything else",
    Basis.AGREED: "most independent reports say it",
    Basis.SPECIFIC: "it says the same as the others, and more",
    Basis.LATEST: "it is the latest word on something that changes",
    Basis.CORRECTED: "its report says that it corrects an earlier one",
    Basis.UPDATED: "the page that said otherwise says this since it was changed",
    Basis.FITTING: "what others say does not fit the rest of the record",
    Basis.EARLIER: "it is the earlier of days that are said about as surely",
    Basis.SURER: "it is stated where others believe or allege",
    Basis.CLEARER: "it is said in plainer words than the others",
    Basis.FIRST: "it was said first, and no more reports say otherwise",
    Basis.COUNTED: "it follows from the participants",
    Basis.PUBLISHED: "no report names the day; the one that gives the hour came out on it",
    Basis.DECIDED: "a person decided it",
}


def print_incident(
    ledger: Ledger, incident: str, form: str, *, as_of: Published | None = None, with_claims: bool = False
) -> int:
    """The record of an incident on standard output; with `as_of`, as it was known by then.

    Raises NoSuchIncident, and NotYetReported where nothing was known by then.
    """
    view = ledger.incident(IncidentId(incident), as_of)
    if form == "json":
        put(incident_json(view) + "\n")
    else:
        paper = console()
        put(set_page(paper, Group(*_page(view, with_claims=with_claims))))
    return 0


def incident_json(view: IncidentView) -> str:
    """The record, every claim, how the record came to be and every decision as one indented JSON object."""
    told = {
        "record": view.record.model_dump(mode="json"),
        "claims": {id_: claim.model_dump(mode="json") for id_, claim in view.claims.items()},
        "history": [step.model_dump(mode="json") for step in view.history],
        "decisions": [decision.model_dump(mode="json") for decision in view.decisions],
        "out_of_scope": view.out_of_scope,
        "open_references": [
            {"report": report, "incident": told.model_dump(mode="json", exclude_none=True)}
            for report, told in view.open_references
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def basis_words(basis: Basis) -> str:
    """Why a value stands, as the end of a sentence."""
    return _BASIS[basis]


def claim_text(claim: Claim) -> Text:
    """What a claim says, in which words, by whom."""
    said = [shown(claim.source)] if claim.source else []
    if claim.certainty is not Certainty.STATED:
        said.append(claim.certainty.value)
    words = Text(f"“{shown(claim.evidence[0].text, _LONGEST_WORDS)}”", style="green")
    return words.append(f" — {', '.join(said)}", style="yellow") if said else words


def _page(view: IncidentView, *, with_claims: bool) -> Iterator[RenderableType]:
    line, record = view.line, view.record
    place = ", ".join(part for part in (line.city, line.state) if part)
    yield Text(shown(line.headline), style="bold")
    known = (record.incident, line.date, place, counted(line.reports, "report"))
    yield Text(" · ".join(shown(part) for part in known if part), style="dim")
    if view.as_of is not None:
        yield Text(f"As it was known by {_end(view.as_of)}.", style="yellow")
    if view.out_of_scope:
        yield Text("Out of scope: it stands in no list.", style="bold red")
    yield from _disputes(view)
    yield Text()
    yield _values(record.values, view, with_claims=with_claims)
    for person in record.people:
        yield Text()
        yield _heading(person)
        yield _values(person.values, view, with_claims=with_claims)
    yield Text()
    yield Text("Reports", style="bold")
    for report in view.reports:
        told = (report.published, report.publisher, report.title)
        yield Text("  ").append(report.id, style="cyan").append("  " + " · ".join(shown(t, 80) for t in told if t))
    yield from _open(view)
    yield from timeline_of(view)
    yield from _decisions(view)


def _disputes(view: IncidentView) -> Iterator[Text]:
    """What reports contradict each other about, what matters most first."""
    record = view.record
    own = [(value, value.subject.property) for value in record.values]
    theirs = [(v, f"{v.subject.property} of {_called(person)}") for person in record.people for v in person.values]
    disputed = sorted(((v, words) for v, words in (*own, *theirs) if v.disputed), key=lambda told: -told[0].matter)
    if disputed:
        yield Text("Disputed, what matters most first: " + ", ".join(words for _, words in disputed), style="red")


def _open(view: IncidentView) -> Iterator[RenderableType]:
    if not view.open_references:
        return
    yield Text()
    yield Text("Mentioned, and waiting for a report", style="bold")
    for report, told in view.open_references:
        said = (told.date, told.place.city, told.place.state)
        words = " · ".join(shown(str(fact.value)) for fact in said if fact is not None) or "no day, no place"
        yield Text("  ").append(report, style="cyan").append(f"  {words}")


def _end(moment: Published) -> str:
    from citydesk.ledger import moment_words

    return moment_words(moment) if isinstance(moment, datetime) else f"the end of {moment_words(moment)} (UTC)"


def _heading(person: RecordPerson) -> Text:
    return Text.assemble((f"Participant {person.number}  ", "dim"), (_called(person), "bold"))


def _called(person: RecordPerson) -> str:
    return shown(str(person.get("name") or person.text), _LONGEST_NAME)


def _values(values: Sequence[Standing], view: IncidentView, *, with_claims: bool) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", min_width=18)
    table.add_column(style="bold")
    table.add_column(ratio=1)
    for value in values:
        table.add_row(f"  {value.subject.property}", value_text(value.value), _why(value, view))
        if with_claims:
            for id_ in claims_behind(value):
                claim = view.claims[id_]
                mark = "≠" if id_ in value.against else "="
                told = Text(f"{mark} {value_text(claim.value)} ", style="dim").append_text(claim_text(claim))
                table.add_row("", "", Text.assemble((f"{id_}  ", "cyan"), told))
    return table


def claims_behind(value: Standing) -> tuple[ClaimId, ...]:
    """The claims of a value: its own, those that say the same, those against it."""
    own = () if value.claim is None else (value.claim,)
    return (*own, *value.agree, *value.against)


def _why(value: Standing, view: IncidentView) -> Text:
    claims = [view.claims[one] for one in ((value.claim,) if value.claim else ()) if one in view.claims]
    backing = {view.claims[one].report for one in claims_behind(value) if one not in value.against}
    words = Text(f"{counted(view.count_pages(backing), 'report')}; {basis_words(value.basis)}", style="dim")
    if value.decision is not None:
        words.append(f" (decision {value.decision})")
    for claim in claims:
        if claim.source or claim.certainty is not Certainty.STATED:
            words.append(
                f"; {claim.certainty.value}{f' by {shown(claim.source)}' if claim.source else ''}", style="yellow"
            )
    if value.against:
        label = "disputed" if value.disputed else "against it"
        others = dict.fromkeys(value_text(view.claims[one].value) for one in value.against)
        words.append(f"; {label}: {', '.join(others)}", style="red" if value.disputed else "dim")
    return words


def _decisions(view: IncidentView) -> Iterator[RenderableType]:
    if not view.decisions:
        return
    from citydesk.ledger import decision_words, in_force

    standing = {one.id for one in in_force(view.decisions)}
    yield Text()
    yield Text("Decisions", style="bold")
    for one in view.decisions:
        undone = "" if one.id in standing or one.what is Ruling.UNDO else " (undone)"
        words = f"{shown(decision_words(one))}{undone}; {shown(one.why, 200)}"
        yield Text(f"  {one.id}  {one.when:%Y-%m-%d}  {shown(one.who)}: {words}")
