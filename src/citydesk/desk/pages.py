"""The pages for people. Routes only: view-models make the values, templates lay them out."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from citydesk.desk.about_page import about_page
from citydesk.desk.addresses import explain_json, incident_page, report_page
from citydesk.desk.api import desk_of
from citydesk.desk.api_page import api_page
from citydesk.desk.asking import AskedPair, AskedReview, AskedWhen, asked_in
from citydesk.desk.explained import explain_sheet
from citydesk.desk.front_page import front_page
from citydesk.desk.incident_page import incident_sheet
from citydesk.desk.rendering import render_page
from citydesk.desk.report_page import report_sheet
from citydesk.desk.review_page import review_sheet
from citydesk.desk.sent import fields_of
from citydesk.desk.sources_page import MAX_LEFT_OUT, sources_page
from citydesk.desk.writing import PUT_IN_BOUNDS, given_in, keeper_of
from citydesk.ledger import moment_words
from citydesk.model import IncidentId, ReportId

REVIEWS_A_PAGE = 10

router = APIRouter(include_in_schema=False)


@router.get("/")
def front(request: Request) -> Response:
    """The list of incidents, searched and filtered."""
    try:
        asked = asked_in(request.query_params)
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False)) from error
    desk = desk_of(request)
    shown = desk.incidents(asked.query())
    kept = shown.total or desk.size().incidents  # counting is only worth it where the list is empty
    return render_page("front.html", front_page(shown, kept=kept))


@router.get("/incidents/{id_:path}")
def incident(request: Request, id_: str, asked: Annotated[AskedWhen, Query()]) -> Response:
    """One incident, now or as of a moment; an id merged away leads to where it went."""
    desk = desk_of(request)
    shown = desk.incident(IncidentId(id_), asked.as_of)
    if shown.view.line.id != id_:
        moment = None if asked.as_of is None else moment_words(asked.as_of)
        return RedirectResponse(incident_page(shown.view.line.id, moment), 301)
    return render_page("incident.html", incident_sheet(shown, desk.author))


@router.get("/reports/{id_:path}")
def report(request: Request, id_: str) -> Response:
    """One report with its evidence marked."""
    return render_page("report.html", report_sheet(desk_of(request).report(ReportId(id_))))


@router.get("/explain")
def explain(request: Request, asked: Annotated[AskedPair, Query()]) -> Response:
    """Why two reports tell of one incident, or of two."""
    first, second = ReportId(asked.first), ReportId(asked.second)
    pairs, cover = desk_of(request).explain(first, second)
    return render_page("explain.html", explain_sheet(pairs, cover, explain_json(first, second)))


@router.get("/sources")
def sources(request: Request) -> Response:
    """What is followed, and what was left out."""
    desk = desk_of(request)
    writable = request.app.state.keeper is not None
    return render_page(
        "sources.html", sources_page(desk.sources(), desk.pages_left_out(MAX_LEFT_OUT), writable=writable)
    )


@router.post("/sources/put-in")
async def put_in(request: Request) -> Response:
    """Put in by hand what was left out, and show the report that it is now."""
    keeper = keeper_of(request)
    form = {name: values[-1] for name, values in (await fields_of(request, PUT_IN_BOUNDS)).items()}
    report = await run_in_threadpool(keeper.put_in, form.get("key", ""), given_in(form))
    return RedirectResponse(report_page(report), 303)


@router.get("/review")
def review(request: Request, asked: Annotated[AskedReview, Query()]) -> Response:
    """What a person should look at next."""
    desk = desk_of(request)
    shown = desk.reviews(asked.kind, asked.page, REVIEWS_A_PAGE)
    sheet = review_sheet(
        shown, kind=asked.kind, page=asked.page, page_size=REVIEWS_A_PAGE, author=desk.author, done=asked.done
    )
    return render_page("review.html", sheet)


@router.get("/about")
def about(request: Request) -> Response:
    """What this is and how its values come about."""
    desk = desk_of(request)
    return render_page("about.html", about_page(desk.size(), desk.names))


@router.get("/api/docs")
def api_docs(request: Request) -> Response:
    """The API's documentation, made from its own OpenAPI description."""
    return render_page("api.html", api_page(request.app.openapi()))
