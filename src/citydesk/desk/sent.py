"""Who may send the desk a form, and what is in it: one guard before every change that is made in the browser.

The desk has no sign-in. So it takes changes only where it is asked for by this machine's own name, and only from its
own pages: a page of another site that a visitor has open is told by its origin, and a name of that site's that leads to
this machine (DNS rebinding) by the host that was asked for. In: a request. Out: the fields of its form, or why not.
"""

# ruff: noqa: N818 - errors are named after the situation, as style.md has it

import ipaddress
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from fastapi import Request

from citydesk.model import CitydeskError

_FORM = "application/x-www-form-urlencoded"


class NotAllowed(CitydeskError):
    """A change was asked for by somebody who may not ask for it."""


class FormTooLarge(CitydeskError):
    """A form is larger than any that the desk gives out."""


@dataclass(frozen=True, slots=True)
class FormBounds:
    """How large a form of one kind may be."""

    most_bytes: int
    most_fields: int
    advice: str
    """What to do about one that is larger: "give its text alone"."""


def is_own(host: str) -> bool:
    """Whether a host that a server listens on is open to this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


async def fields_of(request: Request, bounds: FormBounds) -> dict[str, list[str]]:
    """The fields of a form that one of the desk's own pages sent, each with its values, also empty ones.

    Raises NotAllowed for one that came from elsewhere, or is no form; FormTooLarge for one beyond its bounds.
    """
    _check_sender(request)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > bounds.most_bytes:
            raise FormTooLarge(f"This is more than the {_size(bounds.most_bytes)} that can be sent: {bounds.advice}.")
    text = body.decode("utf-8", "replace")
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=bounds.most_fields, errors="replace")
    except ValueError as error:
        raise NotAllowed("A form with more fields than any of the desk's has.") from error


def _check_sender(request: Request) -> None:
    """Raises NotAllowed unless a page of the desk itself sent a form to this machine."""
    host = request.headers.get("host", "")
    if not is_own(_name_in(f"//{host}")):
        raise NotAllowed(
            "Changes are taken only where the desk is asked for by this machine's own name: open it at the address "
            "that `citydesk serve` tells."
        )
    origin, comes_from = request.headers.get("origin", ""), request.headers.get("sec-fetch-site", "same-origin")
    if origin not in (f"http://{host}", f"https://{host}") or comes_from != "same-origin":
        raise NotAllowed(
            "Changes are taken only from the desk's own pages: open the page at the desk, and press the button there."
        )
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise NotAllowed("Changes are taken only as the desk's own forms send them.")


def _name_in(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # such as "[::1"
        return ""


def _size(size_bytes: int) -> str:
    return f"{size_bytes // 1_000_000} MB" if size_bytes >= 1_000_000 else f"{size_bytes // 1_000} KB"
