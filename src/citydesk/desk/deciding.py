"""Decisions made in the browser: one route, the same function as on the command line.

It is there only where the desk was opened to decide, for this machine alone. A request counts only if it comes from a
page of the desk itself: a name other than this machine's (DNS rebinding) or another origin (a page that posts behind a
person's back) is refused.
"""

from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from citydesk.desk.api import desk_of
from citydesk.desk.proposed import parse_fields, proposal_in
from citydesk.desk.writing import is_own
from citydesk.model import InputError

LARGEST_BODY_BYTES = 200_000
_FORM = "application/x-www-form-urlencoded"

router = APIRouter(include_in_schema=False)


@router.post("/decide")
async def decide(request: Request) -> Response:
    """Make a decision, and lead back to where it was asked."""
    _check(request)
    fields = parse_fields(await _body(request))
    back = _back(fields.get("back", ["/review"])[0])
    proposal = proposal_in(fields)
    why = (fields.get("why") or fields.get("reason") or [""])[0]
    made = await run_in_threadpool(desk_of(request).decide, proposal, why)
    mark = "&" if "?" in back else "?"
    return RedirectResponse(f"{back}{mark}{urlencode({'done': made.decision.id})}", 303)


def _check(request: Request) -> None:
    """Raises HTTPException 403 unless a page of the desk itself sent this to this machine."""
    host = request.headers.get("host", "")
    origin = request.headers.get("origin", "")
    own = is_own(urlsplit(f"//{host}").hostname or "") and origin == f"http://{host}"
    if not own or request.headers.get("content-type", "").partition(";")[0].strip() != _FORM:
        raise HTTPException(403)


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY_BYTES:
            raise InputError(f"the form is too large: at most {LARGEST_BODY_BYTES // 1000} KB can be sent")
    return body


def _back(path: str) -> str:
    """A page of the desk, and never another site's."""
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith(("//", "/\\")):
        return "/review"
    return path.partition("#")[0]
