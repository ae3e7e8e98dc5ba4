"""Who may change the ledger through the desk, and the form that he sends.

The desk has no sign-in. So it takes changes only where it is open to this machine alone, and only from its own pages:
a page of another site that a visitor has open is told by its origin, and a name of that site's that leads to this
machine by the host that was asked for. In: a request. Out: the fields of its form, or the reason why not.
"""

# ruff: noqa: N818 - errors are named after the situation, as style.md has it

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import Request

from citydesk.gather import report_from_text
from citydesk.ledger import Ledger
from citydesk.model import CitydeskError, Report, ReportId
from citydesk.watch import PutIn, put_in

MAX_FORM_BYTES = 3_000_000
"""The longest report has some 200,000 characters, of which each may take nine bytes in a form."""
MAX_TITLE = 500
_MAX_FIELDS = 20
_FORM = "application/x-www-form-urlencoded"


class NotAllowed(CitydeskError):
    """A change was asked for by somebody who may not ask for it."""


class FormTooLarge(CitydeskError):
    """A form is larger than any that the desk gives out."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """What may be changed through the desk: a ledger that is opened anew for each change."""

    open_ledger: Callable[[], Ledger]

    def put_in(self, key: str, given: Report | None) -> ReportId:
        """Put in what was left out; see `citydesk.watch.put_in`."""
        with self.open_ledger() as ledger:
            return put_in(ledger, key, PutIn("somebody at the desk", given))


def is_own(host: str) -> bool:
    """Whether a host that a server listens on is open to this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def keeper_of(request: Request) -> Keeper:
    """What may be changed by this request. Raises NotAllowed."""
    keeper: Keeper | None = request.app.state.keeper
    if keeper is None:
        raise NotAllowed("This desk is for reading only: use `citydesk sources put-in` in a terminal.")
    host = request.headers.get("host", "")
    origin, comes_from = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if not is_own(urlsplit(f"//{host}").hostname or ""):
        raise NotAllowed("Changes are taken only where the desk is asked for by this machine's own name.")
    if (origin is not None and urlsplit(origin).netloc != host) or comes_from not in (None, "same-origin"):
        raise NotAllowed("Changes are taken only from the desk's own pages.")
    return keeper


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form. Raises NotAllowed for what is none, FormTooLarge."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise NotAllowed("Changes are taken only as the desk's own forms send them.")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_FORM_BYTES:
            raise FormTooLarge(f"A report of more than {MAX_FORM_BYTES // 1_000_000} MB: give its text alone.")
    try:
        told: list[tuple[Any, Any]] = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MAX_FIELDS, errors="replace"
        )
    except ValueError as error:
        raise NotAllowed("A form with more fields than any of the desk's has.") from error
    return dict(told)


def given_in(form: Mapping[str, str]) -> Report | None:
    """The report as it was typed into a form; None where the form has no text for it. Raises InputError."""
    if "text" not in form:
        return None
    report = report_from_text(form["text"].replace("\r\n", "\n"), published=form.get("published", "").strip() or None)
    title = " ".join(form.get("title", "").split())[:MAX_TITLE]
    return report.model_copy(update={"title": title}) if title else report
