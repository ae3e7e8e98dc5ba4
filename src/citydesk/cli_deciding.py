"""The commands by which a person judges: explain, decide, decisions, queue, rebuild, reread. Each a thin function."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from citydesk.cli_options import DecisionFormat, ReaderOption, ShowFormat, WorkersOption
from citydesk.read import DEFAULT_READER

if TYPE_CHECKING:
    from citydesk.ledger import Ledger


@contextmanager
def _ledger(context: typer.Context, *, to_change: bool = False) -> "Iterator[Ledger]":
    """The ledger where it is there, only to be read unless it is to be changed."""
    from citydesk.ledger import Ledger

    with Ledger.open(context.obj, create=False, read_only=not to_change) as ledger:
        yield ledger


def explain(
    context: typer.Context,
    first: Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report.")],
    second: Annotated[str, typer.Argument(metavar="REPORT", help="The id of another.")],
    form: Annotated[
        ShowFormat, typer.Option("--format", help="page is for people; json for programs.")
    ] = ShowFormat.PAGE,
) -> None:
    """Why two reports tell of one incident, or of two: what they have in common, and how much each thing weighs.

    `citydesk show ID` names the reports of an incident; `citydesk decide` holds two together or apart.
    """
    from citydesk.terminal import print_explanation

    with _ledger(context) as ledger:
        raise typer.Exit(print_explanation(ledger, first, second, form.value))


def decide(
    context: typer.Context,
    ruling: Annotated[
        str,
        typer.Argument(
            metavar="RULING",
            help="accept, correct, reject, merge, split, link, unlink, scope or undo.",
            show_default=False,
        ),
    ],
    about: Annotated[
        list[str], typer.Argument(metavar="WHAT…", help="What it is about; see the examples.", show_default=False)
    ],
    why: Annotated[str, typer.Option(help="The reason, for whoever reads it later.", show_default=False)],
    who: Annotated[
        str | None, typer.Option(envvar="CITYDESK_WHO", help="Who decides; this machine's user if not given.")
    ] = None,
    person: Annotated[int | None, typer.Option(min=1, help="correct: the participant whose value it is.")] = None,
    telling: Annotated[
        int | None, typer.Option(min=0, help="link, unlink: which incident of the report, from 0.")
    ] = None,
) -> None:
    """What a person rules: it always wins, and outlives re-reading and re-linking.

    - `decide correct INCIDENT killed 2 --why "the coroner's list"`, or `correct CLAIM VALUE`
    - `decide accept CLAIM`, `decide reject CLAIM`
    - `decide merge INCIDENT INCIDENT`, `decide split INCIDENT REPORT…`
    - `decide link REPORT INCIDENT`, `decide unlink REPORT INCIDENT`
    - `decide scope INCIDENT out`, or `in`
    - `decide undo NUMBER`

    Nothing is deleted: a decision is undone by another one.
    """
    from citydesk.terminal import DecideOptions, print_decision

    with _ledger(context, to_change=True) as ledger:
        options = DecideOptions(why=why, who=who, person=person, telling=telling)
        raise typer.Exit(print_decision(ledger, ruling, about, options))


def decisions(
    context: typer.Context,
    incident: Annotated[
        str | None, typer.Argument(metavar="ID", help="Only those about this incident.", show_default=False)
    ] = None,
    form: Annotated[
        DecisionFormat, typer.Option("--format", help="page is for people; jsonl has one decision a line.")
    ] = DecisionFormat.PAGE,
) -> None:
    """What people have decided, the oldest first: who, when, what and why."""
    from citydesk.terminal import print_decisions

    with _ledger(context) as ledger:
        raise typer.Exit(print_decisions(ledger, incident, form.value))


def queue(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Only contradicted, link, belongs, disputed or unsure ones."),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, max=100, help="How many to list.")] = 10,
    form: Annotated[
        DecisionFormat, typer.Option("--format", help="page is for people; jsonl has one a line.")
    ] = DecisionFormat.PAGE,
) -> None:
    """What a person should look at next, and why: what would gain most stands first.

    Each comes with both sides and the commands that decide it. `citydesk serve --review-as NAME` has the same in the
    browser, one click a decision.
    """
    from citydesk.terminal import print_queue

    with _ledger(context) as ledger:
        raise typer.Exit(print_queue(ledger, kind, most, form.value))


def rebuild(
    context: typer.Context,
    keep_readings: Annotated[
        bool, typer.Option("--keep-readings", help="Read nothing anew: only link and settle, which is faster.")
    ] = False,
    workers: WorkersOption = None,
) -> None:
    """Make all that is derived anew, from the reports and what people decided.

    Each report is read by the reader that it had. The ledger can be used and added to meanwhile; the old state stands
    until the new one is whole. What is interrupted goes on where it was; ids stay.
    """
    from citydesk.terminal import RebuildingOptions, print_rebuild

    with _ledger(context, to_change=True) as ledger:
        raise typer.Exit(print_rebuild(ledger, RebuildingOptions(keep_readings=keep_readings, workers=workers)))


def reread(
    context: typer.Context,
    reports: Annotated[
        list[str] | None,
        typer.Argument(metavar="REPORT", help="Ids of the reports; all if none is given.", show_default=False),
    ] = None,
    reader: ReaderOption = DEFAULT_READER,
    workers: WorkersOption = None,
) -> None:
    """Read reports anew with another reader, or a newer one, and link and settle all again.

    `citydesk reread --reader rules` reads all of them. What people decided stays, ids stay, and the old state stands
    until the new one is whole; what is interrupted goes on where it was.
    """
    from citydesk.terminal import RebuildingOptions, print_rebuild

    with _ledger(context, to_change=True) as ledger:
        options = RebuildingOptions(reader=reader, only=tuple(reports) if reports else None, workers=workers)
        raise typer.Exit(print_rebuild(ledger, options))
