"""Decisions made in the browser: one route, the same function as on the command line.

It decides only where the desk was opened for that, in the name that was given there; `sent` sees to it that a form
comes from a page of the desk itself.
"""

from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from citydesk.desk.api import desk_of
from citydesk.desk.proposed import MOST_FIELDS, checked_fields, proposal_in
from citydesk.desk.sent import FormBounds, NotAllowed, fields_of

DECISION_BOUNDS = FormBounds(200_000, MOST_FIELDS, "name fewer reports at once, or use `citydesk decide`")

router = APIRouter(include_in_schema=False)


@router.post("/decide")
async def decide(request: Request) -> Response:
    """Make a decision, and lead back to where it was asked."""
    desk = desk_of(request)
    if desk.author is None:
        raise NotAllowed("This desk is for reading only: `citydesk serve --review-as NAME` opens it to decide.")
    fields = checked_fields(await fields_of(request, DECISION_BOUNDS))
    back = _back(fields.get("back", ["/review"])[0])
    proposal = proposal_in(fields)
    why = (fields.get("why") or fields.get("reason") or [""])[0]
    made = await run_in_threadpool(desk.decide, proposal, why)
    mark = "&" if "?" in back else "?"
    return RedirectResponse(f"{back}{mark}{urlencode({'done': made.decision.id})}", 303)


def _back(path: str) -> str:
    """A page of the desk, and never another site's."""
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith(("//", "/\\")):
        return "/review"
    return path.partition("#")[0]
