"""The commands that follow sources: `citydesk watch` and `citydesk sources`. Thin functions, as in `cli`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from citydesk.cli_options import ContactOption, PrivateHostsOption, ReaderOption
from citydesk.read import DEFAULT_READER

if TYPE_CHECKING:
    from citydesk.ledger import Following, Ledger

sources_app = typer.Typer(rich_markup_mode="markdown")
Address = Annotated[str, typer.Argument(metavar="ADDRESS", help="As `citydesk sources` has it.", show_default=False)]
EveryOption = Annotated[
    int, typer.Option("--every-minutes", min=5, max=10_080, help="How long to wait from one visit to the next.")
]
NO_CONTACT = (
    "sites are to know whom to write to: give --contact desk@paper.example, set CITYDESK_CONTACT, or put "
    'contact = "desk@paper.example" into the list of sources'
)


@contextmanager
def _following(context: typer.Context) -> "Iterator[tuple[Ledger, Following]]":
    """The ledger, made if it is not there, and what it follows."""
    from citydesk.ledger import Ledger

    with Ledger.open(context.obj) as ledger, ledger.following() as following:
        yield ledger, following


def watch(
    context: typer.Context,
    listed: Annotated[
        Path | None,
        typer.Argument(metavar="[SOURCES.toml]", help="A list of sources; those added by hand are followed too."),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="End when nothing is due: for cron.")] = False,
    contact: ContactOption = None,
    private_hosts: PrivateHostsOption = None,
    reader: ReaderOption = DEFAULT_READER,
) -> None:
    """Follow feeds, news sitemaps and listing pages: what they name is fetched, read and taken in, as it comes.

    It goes on until Ctrl-C; killed at any moment, it goes on where it was. `citydesk sources` shows what came of it.
    """
    from citydesk.gather import Fetcher, Manners
    from citydesk.model import InputError
    from citydesk.terminal import print_watching, take_list
    from citydesk.watch import WatchOptions, WatchSettings, load_sources

    given = load_sources(listed) if listed is not None else None
    settings = given.settings if given is not None else WatchSettings()
    write_to = contact or settings.contact
    if write_to is None:
        raise InputError(NO_CONTACT)
    budget = {"budget_a_day": settings.budget_a_day} if settings.budget_a_day is not None else {}
    allowed = frozenset([*settings.private_hosts, *(private_hosts or ())])
    with _following(context) as (ledger, following):
        if given is not None:
            take_list(following, given, datetime.now(UTC))
        with Fetcher(Manners(write_to, **budget), book=following, allowed_hosts=allowed) as fetcher:
            options = WatchOptions(once=once, reader=reader)
            raise typer.Exit(print_watching(ledger, following, fetcher, options))


@sources_app.callback(invoke_without_command=True)
def sources(context: typer.Context) -> None:
    """The sources that are followed: last visit, new reports, share that told of incidents, errors.

    `citydesk sources add ADDRESS` finds those of a site by itself.
    """
    if context.invoked_subcommand is None:
        from citydesk.ledger import Ledger
        from citydesk.terminal import print_sources

        with Ledger.open(context.obj, create=False, read_only=True) as ledger:
            print_sources(ledger)


@sources_app.command()
def add(
    context: typer.Context,
    addresses: Annotated[
        list[str], typer.Argument(metavar="ADDRESS", help="A site, or a feed or sitemap itself.", show_default=False)
    ],
    every_minutes: EveryOption = 30,
    contact: ContactOption = None,
    private_hosts: PrivateHostsOption = None,
) -> None:
    """Find a site's feeds and news sitemaps, and follow them."""
    from citydesk.gather import Fetcher, Manners, find_sources
    from citydesk.ledger import NewSource
    from citydesk.terminal import print_found

    with _following(context) as (_, following):
        allowed = frozenset(private_hosts or ())
        with Fetcher(Manners(contact), book=following, allowed_hosts=allowed) as fetcher:
            for address in addresses:
                found = find_sources(address, fetcher)
                now = datetime.now(UTC)
                follow = [NewSource(one.address, one.kind, one.title, every_minutes) for one in found]
                print_found(found, [following.add_source(source, now) for source in follow])


@sources_app.command()
def resume(context: typer.Context, address: Address) -> None:
    """Visit a paused source again, at the next turn."""
    with _following(context) as (_, following):
        following.resume(address, datetime.now(UTC))


@sources_app.command()
def pause(context: typer.Context, address: Address) -> None:
    """Visit a source no more, until it is resumed; what came of it stays."""
    with _following(context) as (_, following):
        following.pause(address, "by hand")


@sources_app.command(name="left-out")
def left_out(
    context: typer.Context,
    address: Annotated[
        str | None, typer.Argument(metavar="[ADDRESS]", help="A source's address; all if not given.")
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, max=1_000, help="How many to list.")] = 200,
) -> None:
    """The pages and reports that were left out, the latest first, each with why."""
    from citydesk.ledger import Ledger
    from citydesk.terminal import print_left_out

    with Ledger.open(context.obj, create=False, read_only=True) as ledger:
        print_left_out(ledger.pages_left_out(source=address, limit=most))


@sources_app.command(name="put-in")
def put_in(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", help="A report's id or an address, as `sources left-out` has it.", show_default=False
        ),
    ],
    path: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="The page as saved in a browser, or its text.", show_default=False),
    ] = None,
    who: Annotated[
        str | None, typer.Option(envvar="CITYDESK_WHO", help="Who puts it in; this machine's user if not given.")
    ] = None,
    reader: ReaderOption = DEFAULT_READER,
) -> None:
    """Put in by hand what was left out: it is read, whatever triage says of it.

    A page that could not be fetched, or is closed to robots, is put in with a file:
    `citydesk sources put-in https://paper.example/story saved.html`.
    """
    from citydesk.ledger import Ledger
    from citydesk.terminal import print_put_in

    with Ledger.open(context.obj, create=False) as ledger:
        print_put_in(ledger, what, path, who=who, reader=reader)
