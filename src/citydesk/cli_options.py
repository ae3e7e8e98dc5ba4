"""Options that several commands have."""

from enum import StrEnum
from typing import Annotated

import typer


class ShowFormat(StrEnum):
    """How a record is shown."""

    PAGE = "page"
    JSON = "json"


class DecisionFormat(StrEnum):
    """How decisions are listed."""

    PAGE = "page"
    JSONL = "jsonl"


def _known(reader: str) -> str:
    """The name of a reader that is there: an unknown one is told before anything is done."""
    from citydesk.read import find_reader

    return find_reader(reader).name


ReaderOption = Annotated[
    str,
    typer.Option(
        "--reader",
        envvar="CITYDESK_READER",
        metavar="NAME",
        callback=_known,
        help="The reader that reads them; `citydesk doctor` lists those that are installed.",
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        min=1, help="Processes that read; as many as there are cores if not given, and none for a few reports."
    ),
]

ContactOption = Annotated[
    str | None,
    typer.Option(
        "--contact",
        envvar="CITYDESK_CONTACT",
        metavar="ADDRESS",
        help="Whom the sites that are asked for pages may write to: an e-mail address, or that of a page.",
    ),
]
PrivateHostsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--private-host",
        envvar="CITYDESK_PRIVATE_HOSTS",
        metavar="HOST",
        help="A host that may be asked although it stands in a network of your own.",
    ),
]
