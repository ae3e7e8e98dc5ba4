"""The API: JSON beside each page, under /api.

Routes only: what may be shown comes from `published.py`, the forms of the answers are in `api_forms.py`.
"""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from pydantic import BaseModel

from citydesk.desk.addresses import incident_json
from citydesk.desk.api_forms import (
    FaultAnswer,
    HealthForm,
    IncidentForm,
    IncidentsForm,
    IndexForm,
    ReportForm,
    SizeForm,
)
from citydesk.desk.api_reviews import ExplanationForm, ReviewsForm
from citydesk.desk.asking import AskedOfApi, AskedPair, AskedQueueOfApi, AskedWhen
from citydesk.desk.clean import sendable
from citydesk.desk.names import NO_COVER, cover_json
from citydesk.desk.published import Desk
from citydesk.ledger import moment_words
from citydesk.model import IncidentId, ReportId
from citydesk.publish import NameCover
from citydesk.version import __version__

_FAULTS: dict[int | str, dict[str, Any]] = {
    400: {"model": FaultAnswer, "description": "The request cannot be understood; the message says what was wrong."},
    404: {"model": FaultAnswer, "description": "There is no such thing in the ledger."},
}
_MOVED: dict[int | str, dict[str, Any]] = {
    301: {"description": "The incident was merged into another, whose address follows."}
}

router = APIRouter()


class SendableJson(JSONResponse):
    """JSON in UTF-8, whatever the texts of reports hold."""

    def render(self, content: Any) -> bytes:
        """The body: compact, letters as they are, lone surrogates replaced."""
        return sendable(json.dumps(content, ensure_ascii=False, separators=(",", ":"))).encode()


@router.get("/api", tags=["ledger"], summary="Where everything is", response_model=IndexForm)
def index(request: Request) -> Response:
    """The size of the ledger and the addresses of the API's parts."""
    links = {
        "incidents": "/api/incidents",
        "incident": "/api/incidents/{id}",
        "report": "/api/reports/{id}",
        "review": "/api/review",
        "explain": "/api/explain?first={report}&second={report}",
        "openapi": "/api/openapi.json",
        "documentation": "/api/docs",
        "health": "/healthz",
    }
    size = SizeForm.of(desk_of(request).size())
    return _answer(IndexForm(name="Citydesk", version=__version__, ledger=size, links=links))


@router.get(
    "/api/incidents",
    tags=["incidents"],
    summary="List and search incidents",
    response_model=IncidentsForm,
    responses={400: _FAULTS[400]},
)
def incidents(request: Request, asked: Annotated[AskedOfApi, Query()]) -> Response:
    """One page of the incidents that fit, newest first, with what the list could be narrowed to."""
    return _answer(IncidentsForm.of(desk_of(request).incidents(asked.query(asked.page_size))))


@router.get(
    "/api/incidents/{id:path}",
    tags=["incidents"],
    summary="One incident",
    response_model=IncidentForm,
    responses={**_MOVED, **_FAULTS},
)
def incident(
    request: Request,
    id_: Annotated[str, Path(alias="id", description="Its id, as lists give it.")],
    asked: Annotated[AskedWhen, Query()],
) -> Response:
    """Its record, every claim behind or against it with the words that say it, its history and reports."""
    shown = desk_of(request).incident(IncidentId(id_), asked.as_of)
    if shown.view.line.id != id_:
        moment = None if asked.as_of is None else moment_words(asked.as_of)
        return RedirectResponse(incident_json(shown.view.line.id, moment), 301)
    return _answer(IncidentForm.of(shown), shown.cover)


@router.get(
    "/api/reports/{id:path}",
    tags=["reports"],
    summary="One report",
    response_model=ReportForm,
    responses={404: _FAULTS[404]},
)
def report(
    request: Request, id_: Annotated[str, Path(alias="id", description="Its id, as lists give it.")]
) -> Response:
    """The report as it was given and its reading. Names withheld are covered letter by letter, so that offsets hold."""
    shown = desk_of(request).report(ReportId(id_))
    return _answer(ReportForm.of(shown.view), shown.cover)


@router.get(
    "/api/review",
    tags=["review"],
    summary="What a person should look at next",
    response_model=ReviewsForm,
    responses={400: _FAULTS[400]},
)
def review(request: Request, asked: Annotated[AskedQueueOfApi, Query()]) -> Response:
    """One page of the review queue, the greatest expected gain first: both sides, and the ways to decide."""
    shown = desk_of(request).reviews(asked.kind, asked.page, asked.page_size)
    told = ReviewsForm.of(shown, asked).model_dump(mode="json")
    covers = (one.cover for one in shown.items)
    told["reviews"] = [cover_json(cover, one) for cover, one in zip(covers, told["reviews"], strict=True)]
    return _sent(told)


@router.get(
    "/api/explain",
    tags=["review"],
    summary="Why two reports tell of one incident or of two",
    response_model=ExplanationForm,
    responses=_FAULTS,
)
def explain(request: Request, asked: Annotated[AskedPair, Query()]) -> Response:
    """What their incidents have in common, and how much each thing weighs."""
    first, second = ReportId(asked.first), ReportId(asked.second)
    pairs, cover = desk_of(request).explain(first, second)
    return _answer(ExplanationForm.of(first, second, pairs), cover)


@router.get("/healthz", tags=["ledger"], summary="Whether the ledger answers", response_model=HealthForm)
def health(request: Request) -> Response:
    """For monitors: 200 where the ledger can be read."""
    return _answer(HealthForm(status="ok", incidents=desk_of(request).size().incidents))


@router.get("/api/openapi.json", include_in_schema=False)
def openapi(request: Request) -> Response:
    """The description that the documentation is made from."""
    return SendableJson(request.app.openapi(), headers={"Cache-Control": "no-cache"})


def desk_of(request: Request) -> Desk:
    """The desk that this application serves."""
    desk: Desk = request.app.state.desk
    return desk


def _answer(form: BaseModel, cover: NameCover = NO_COVER) -> Response:
    return _sent(cover_json(cover, form.model_dump(mode="json", by_alias=True)))


def _sent(told: Any) -> Response:
    answer = SendableJson(told)
    answer.headers["Cache-Control"] = "no-cache"
    return answer
