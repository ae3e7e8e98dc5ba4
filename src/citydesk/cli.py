"""The command line: one thin function a command. What a command does stands in its room; what it prints, in `terminal`.

Commands import their rooms when they are called, so that `citydesk --help` answers at once.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from citydesk.cli_deciding import decide, decisions, explain, queue, rebuild, reread
from citydesk.cli_following import sources_app
from citydesk.cli_following import watch as watch_sources
from citydesk.cli_options import ContactOption, PrivateHostsOption, ReaderOption, ShowFormat, WorkersOption
from citydesk.read import DEFAULT_READER
from citydesk.version import __version__

if TYPE_CHECKING:
    from citydesk.gather import Fetcher
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
        "A first round:\n\n"
        "- `citydesk demo` fills a ledger with the examples,\n"
        "- `citydesk serve` shows it at http://127.0.0.1:8000,\n"
        "- `citydesk read story.html` shows what one report says, with the words that say it,\n"
        "- `citydesk add reports/` takes a folder of reports into your own ledger,\n"
        "- `citydesk sources add https://paper.example` finds a paper's feeds, and `citydesk watch` follows them,\n"
        "- `citydesk export --format csv -o incidents.csv` writes the ledger as a table."
    ),
    epilog="The ledger is ./citydesk.db unless --ledger or CITYDESK_LEDGER says otherwise; --ledger goes before the "
    "command: `citydesk --ledger x.db add reports/`. `citydesk COMMAND --help` says more of each command.",
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
        metavar="PATH",
        help="Files (.txt, .html, .json, .jsonl, .csv, .eml, .mhtml, .warc, each also as .gz), folders and patterns of "
        "them, addresses (https://…), or - for standard input.",
        show_default=False,
    ),
]
LedgerOption = Annotated[
    str,
    typer.Option("--ledger", envvar="CITYDESK_LEDGER", metavar="FILE", help="The ledger to work on; made by add."),
]
NamesOption = Annotated[
    NamesPolicy,
    typer.Option(
        "--names",
        envvar="CITYDESK_NAMES",
        help="Whose names are shown: public withholds those of children and of people accused but not charged, "
        "all withholds none.",
    ),
]


def main() -> None:
    """The entry point: errors made for people become one line and exit status 2."""
    _prepare_streams()
    try:
        app()
    except SystemExit:
        _flush()
        raise
    except OSError as error:
        _stop_writing(error)
    except Exception as error:
        from citydesk.model import CitydeskError  # only now: it takes longer to load than the help takes to show

        if not isinstance(error, CitydeskError):
            raise
        _stop(str(error))


def _flush() -> None:
    """Write out what waits, so that a full disk is known before the exit status is told."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _stop_writing(error)


def _stop_writing(error: OSError) -> NoReturn:
    with suppress(OSError), Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())  # what could not be written is not tried again at the end
    _stop(f"{error.filename or 'standard output'} cannot be written ({error.strerror}): make room, and run it again")


def _prepare_streams() -> None:
    """A terminal that lacks a character, or an output that is closed, is no reason to fail."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115  # open as long as the program runs
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _stop(message: str) -> NoReturn:
    from citydesk.terminal import tell

    tell(message)
    raise SystemExit(BAD_INPUT) from None


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
def _open_ledger(context: typer.Context, *, to_add: bool = False, to_change: bool = False) -> "Iterator[Ledger]":
    """The ledger, only to be read; to be added to, made if it is not there; or to be changed, where it is there."""
    from citydesk.ledger import Ledger

    with Ledger.open(context.obj, create=to_add, read_only=not (to_add or to_change)) as ledger:
        yield ledger


def _fetcher(contact: str | None, private_hosts: list[str] | None) -> "Fetcher":
    """What fetches pages; it opens nothing before it is asked for one."""
    from citydesk.gather import Fetcher, Manners

    return Fetcher(Manners(contact), allowed_hosts=frozenset(private_hosts or ()))


@app.command()
def read(
    paths: Paths,
    form: Annotated[
        ReadFormat,
        typer.Option("--format", help="page is for people; json (indented) and jsonl (one a line) for programs."),
    ] = ReadFormat.PAGE,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The publication date of reports that do not give one: YYYY-MM-DD."),
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the report's text into the JSON.")] = False,
    reader: ReaderOption = DEFAULT_READER,
    workers: WorkersOption = None,
    contact: ContactOption = None,
    private_hosts: PrivateHostsOption = None,
) -> None:
    """What reports say: each fact with its words, its source, and how surely.

    `citydesk read story.txt` shows a page; `citydesk read --format jsonl reports.jsonl > readings.jsonl` reads many.
    """
    from citydesk.terminal import ReadingOptions, print_readings

    options = ReadingOptions(form.value, published, with_text, reader, workers)
    with _fetcher(contact, private_hosts) as fetcher:
        raise typer.Exit(print_readings(paths, options, fetcher))


@app.command()
def gather(paths: Paths, contact: ContactOption = None, private_hosts: PrivateHostsOption = None) -> None:
    """Reports as JSON lines, from whatever they are in.

    It is the first step of `read` and `add` alone: `citydesk gather pages/ | citydesk add -` does the same as
    `citydesk add pages/`.
    """
    from citydesk.terminal import print_reports

    with _fetcher(contact, private_hosts) as fetcher:
        raise typer.Exit(print_reports(paths, fetcher))


@app.command()
def add(
    context: typer.Context,
    paths: Paths,
    reader: ReaderOption = DEFAULT_READER,
    workers: WorkersOption = None,
    contact: ContactOption = None,
    private_hosts: PrivateHostsOption = None,
) -> None:
    """Take reports into the ledger: read, linked to their incidents, settled.

    `citydesk add https://paper.example/story` fetches a page, with manners. Adding the same reports again changes
    nothing; what was interrupted goes on where it was.
    """
    from citydesk.gather import gather_closed
    from citydesk.terminal import AddingOptions, print_adding

    with _fetcher(contact, private_hosts) as fetcher, ExitStack() as opened:
        found = gather_closed(paths, fetcher=fetcher)
        ledger = opened.enter_context(_open_ledger(context, to_add=True))
        raise typer.Exit(print_adding(ledger, found, AddingOptions(reader, workers)))


app.command(name="watch")(watch_sources)
app.add_typer(sources_app, name="sources")


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8000,
    names: NamesOption = NamesPolicy.PUBLIC,
    review_as: Annotated[
        str | None,
        typer.Option("--review-as", metavar="NAME", help="Who decides on the desk; if not given, it is for reading."),
    ] = None,
) -> None:
    """The desk: the ledger in a browser.

    It stands at http://127.0.0.1:8000, for this machine alone, until Ctrl-C. `--host 0.0.0.0` opens it to the network.
    """
    from citydesk.desk import serve as serve_desk

    serve_desk(context.obj, host=host, port=port, names=names.value, author=review_as)


@app.command()
def export(
    context: typer.Context,
    form: Annotated[ExportFormat, typer.Option("--format", help="jsonl: one incident a line. csv: for a spreadsheet.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; standard output if not given.")
    ] = None,
    names: NamesOption = NamesPolicy.PUBLIC,
) -> None:
    """The ledger as open data, one incident a line.

    `citydesk export --format csv -o incidents.csv` writes a table that opens in a spreadsheet; a file is written whole
    or not at all.
    """
    from citydesk.terminal import print_export

    with _open_ledger(context) as ledger:
        print_export(ledger, form.value, output, names.value)


@app.command()
def show(
    context: typer.Context,
    incident: Annotated[str, typer.Argument(metavar="ID", help="The incident's id; one that it had before will do.")],
    form: Annotated[
        ShowFormat, typer.Option("--format", help="page is for people; json has every claim and decision.")
    ] = ShowFormat.PAGE,
    claims: Annotated[
        bool, typer.Option("--claims", help="List the claims behind each value, with their ids.")
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="WHEN",
            help="As it was known by then: a day (its end), or a time in UTC or with its zone.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """The record of one incident: each value, why it stands, what contradicts it, and what each report changed.

    `citydesk show 2020-07-02-kansas-city-mo --claims` names the claims that `citydesk decide` can accept or reject;
    with `--as-of 2020-07-02T18:00` it has what was known by then.
    """
    from citydesk.ledger import parse_moment
    from citydesk.terminal import print_incident

    when = parse_moment(as_of) if as_of is not None else None
    with _open_ledger(context) as ledger:
        raise typer.Exit(print_incident(ledger, incident, form.value, as_of=when, with_claims=claims))


for command in (explain, decide, decisions, queue, rebuild, reread):
    app.command()(command)


@app.command()
def demo(context: typer.Context, reader: ReaderOption = DEFAULT_READER) -> None:
    """Fill a ledger with the examples that come with Citydesk.

    They are reports about made-up people in real places. `citydesk --ledger demo.db demo` keeps them apart from yours.
    """
    from citydesk.gather import gather as gather_reports
    from citydesk.terminal import AddingOptions, find_examples, print_adding, print_next_steps

    with _open_ledger(context, to_add=True) as ledger:
        status = print_adding(ledger, gather_reports([find_examples()]), AddingOptions(reader))
    if status == 0:
        print_next_steps(context.obj)
    raise typer.Exit(status)


@app.command()
def doctor(context: typer.Context) -> None:
    """What is installed, where the ledger is, and what is wrong with either.

    The exit status is 1 if anything is wrong.
    """
    from citydesk.terminal import print_examination

    raise typer.Exit(print_examination(context.obj))


@app.command(hidden=True)
def schema(folder: Annotated[Path, typer.Argument(metavar="FOLDER")]) -> None:
    """Write the JSON Schemas of the public types into a folder (`make schema`)."""
    from citydesk.publish import write_schemas

    for path in write_schemas(folder):
        typer.echo(str(path))
