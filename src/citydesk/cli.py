"""The command line: one thin function a command. What a command does stands in its room; what it prints, in `terminal`.

Commands import their rooms when they are called, so that `citydesk --help` answers at once.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from citydesk.version import __version__

if TYPE_CHECKING:
    from citydesk.ledger import Ledger

DEFAULT_LEDGER = "citydesk.db"
BAD_INPUT = 2
"""Exit status for input that cannot be used; 1 is `doctor`'s for a fault that it found, 130 an interruption's."""

app = typer.Typer(
    name="citydesk",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help=(
        "Reads local news reports of shootings and police critical incidents, and keeps a sourced, linked, open "
        "ledger of the incidents they tell of.\n\n"
        "**A first round**\n\n"
        "`citydesk demo` — fill a ledger with the examples\n\n"
        "`citydesk serve` — look at it at http://127.0.0.1:8000\n\n"
        "`citydesk read story.html` — what one report says, with the words that say it\n\n"
        "`citydesk add reports/` — take a folder of reports into your own ledger\n\n"
        "`citydesk export --format csv > incidents.csv` — the ledger as a table"
    ),
    epilog="The ledger is ./citydesk.db unless --ledger or CITYDESK_LEDGER says otherwise; --ledger goes before the "
    "command: `citydesk --ledger x.db add reports/`.",
)


class ReadFormat(StrEnum):
    """How a reading is written."""

    PAGE = "page"
    JSON = "json"
    JSONL = "jsonl"


class ExportFormat(StrEnum):
    """How a ledger is published."""

    JSONL = "jsonl"
    CSV = "csv"


class NamesPolicy(StrEnum):
    """Whose names leave the ledger."""

    PUBLIC = "public"
    ALL = "all"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…|-",
        help="Files (.txt, .html, .json, .jsonl, also .gz), folders of them, or - for standard input.",
        show_default=False,
    ),
]
LedgerOption = Annotated[
    str, typer.Option("--ledger", envvar="CITYDESK_LEDGER", metavar="FILE", help="The ledger to work on.")
]
NamesOption = Annotated[
    NamesPolicy,
    typer.Option(
        "--names",
        envvar="CITYDESK_NAMES",
        help="public: names of children and of people accused but not charged are withheld. all: no name is.",
    ),
]


def main() -> None:
    """The entry point: errors made for people become one line and exit status 2."""
    from citydesk.model import CitydeskError

    try:
        app()
    except CitydeskError as error:
        _stop(str(error))
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        typer.echo("citydesk: interrupted", err=True)
        raise SystemExit(130) from None


def _stop(message: str) -> None:
    typer.echo(f"citydesk: {message}", err=True)
    raise SystemExit(BAD_INPUT)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"citydesk {__version__}")
        raise typer.Exit


@app.callback()
def _global(
    context: typer.Context,
    ledger: LedgerOption = DEFAULT_LEDGER,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and stop.")
    ] = False,
) -> None:
    context.obj = ledger


@contextmanager
def _open_ledger(context: typer.Context, *, create: bool = False) -> "Iterator[Ledger]":
    from citydesk.ledger import Ledger

    with Ledger.open(context.obj, create=create) as ledger:
        yield ledger


@app.command()
def read(
    paths: Paths,
    form: Annotated[
        ReadFormat, typer.Option("--format", help="page is for people; json and jsonl are for programs.")
    ] = (ReadFormat.PAGE),
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The publication date of reports that do not give one: YYYY-MM-DD."),
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the report's text into the JSON.")] = False,
) -> None:
    """What reports say: each fact with its words, its source, and how surely.

    `citydesk read story.txt` shows a page; `citydesk read --format jsonl reports.jsonl > readings.jsonl` reads many.
    """
    from citydesk.terminal import ReadingOptions, print_readings

    raise typer.Exit(print_readings(paths, ReadingOptions(form.value, published, with_text)))


@app.command()
def gather(paths: Paths) -> None:
    """Reports as JSON lines, from whatever they are in: `citydesk gather pages/ | citydesk read -`."""
    from citydesk.terminal import print_reports

    raise typer.Exit(print_reports(paths))


@app.command()
def add(
    context: typer.Context,
    paths: Paths,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read; as many as there are cores if not given.")
    ] = None,
) -> None:
    """Take reports into the ledger: read, linked to their incidents, settled.

    Adding the same reports again changes nothing; what was interrupted goes on where it was.
    """
    from citydesk.gather import gather as gather_reports
    from citydesk.terminal import print_adding

    found = gather_reports(paths)
    with _open_ledger(context, create=True) as ledger:
        raise typer.Exit(print_adding(ledger, found, workers=workers))


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8000,
    names: NamesOption = NamesPolicy.PUBLIC,
) -> None:
    """The desk: the ledger in a browser, at http://127.0.0.1:8000. Ctrl-C stops it."""
    from citydesk.desk import serve as serve_desk

    serve_desk(context.obj, host=host, port=port, names=names.value)


@app.command()
def export(
    context: typer.Context,
    form: Annotated[ExportFormat, typer.Option("--format", help="jsonl: one incident a line. csv: for a spreadsheet.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; standard output if not given.")
    ] = None,
    names: NamesOption = NamesPolicy.PUBLIC,
) -> None:
    """The ledger as open data: `citydesk export --format csv -o incidents.csv`."""
    from citydesk.terminal import print_export

    with _open_ledger(context) as ledger:
        print_export(ledger, form.value, output, names.value)


@app.command()
def demo(context: typer.Context) -> None:
    """Fill a ledger with the examples that come with Citydesk: reports about made-up people in real places."""
    from citydesk.gather import gather as gather_reports
    from citydesk.terminal import find_examples, print_adding, print_next_steps

    with _open_ledger(context, create=True) as ledger:
        status = print_adding(ledger, gather_reports([find_examples()]))
    print_next_steps(context.obj)
    raise typer.Exit(status)


@app.command()
def doctor(context: typer.Context) -> None:
    """What is installed, where the ledger is, and what is wrong with either. Exit status 1 if anything is."""
    from citydesk.terminal import print_examination

    raise typer.Exit(print_examination(context.obj))


@app.command(hidden=True)
def schema(folder: Annotated[Path, typer.Argument(metavar="FOLDER")]) -> None:
    """Write the JSON Schemas of the public types into a folder (`make schema`)."""
    from citydesk.publish import write_schemas

    for path in write_schemas(folder):
        typer.echo(str(path))
