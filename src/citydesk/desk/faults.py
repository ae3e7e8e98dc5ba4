"""What a visitor is told when something goes wrong: one shape in the API, one designed page for people.

No answer shows a traceback, a file name or a query of the database; these go to the log, with the request's address.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from citydesk.desk.api_forms import Fault, FaultAnswer
from citydesk.desk.guard import ALLOWED, SECURITY_HEADERS
from citydesk.desk.rendering import render_page
from citydesk.desk.sent import FormTooLarge, NotAllowed
from citydesk.ledger import (
    CannotDecide,
    CannotPutIn,
    LedgerBusy,
    NoSuchClaim,
    NoSuchDecision,
    NoSuchIncident,
    NoSuchPage,
    NoSuchReport,
    NotYetReported,
)
from citydesk.model import InputError

_log = logging.getLogger(__name__)

_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class FaultPage:
    """All that the template of an error shows."""

    status: int
    title: str
    messages: tuple[str, ...]
    """What was wrong, one line each."""
    advice: str


_EXPECTED = {
    "int_parsing": "give a whole number",
    "greater_than_equal": "give a number of at least {ge}",
    "less_than_equal": "give a number of at most {le}",
    "enum": "give one of {expected}",
    "bool_parsing": "give true or false",
    "string_pattern_mismatch": "give the two letters of a state",
    "string_too_long": "give at most {max_length} characters",
    "date_from_datetime_parsing": "there is no such day",
    "date_from_datetime_inexact": "give a day, YYYY-MM-DD",
    "date_parsing": "there is no such day",
}
"""What a parameter should have been, by pydantic's name for what is wrong with it."""
_TITLES = {
    400: "That cannot be looked up",
    403: "That is not allowed here",
    404: "Not in the ledger",
    405: "That cannot be done here",
    413: "That is too much at once",
    500: "Something broke on our side",
    503: "The ledger is busy",
}
_ADVICE = {
    400: "Change what is named above, or begin again with the whole list.",
    403: "Nothing was changed.",
    404: "The address may be mistyped, or lead to a report or incident that this ledger does not hold.",
    405: "Pages and data here are for reading.",
    413: "Nothing was changed.",
    500: "It has been written to the log. Trying again may help; if not, tell the keeper of this ledger.",
    503: "It is being written to. Try again in a moment.",
}


def answer_faults(app: FastAPI) -> None:
    """Give the application its answers to everything that can go wrong."""
    app.exception_handler(RequestValidationError)(_misasked)
    app.exception_handler(NoSuchIncident)(_missing)
    app.exception_handler(NoSuchReport)(_missing)
    app.exception_handler(NoSuchPage)(_missing)
    app.exception_handler(NotYetReported)(_missing)
    app.exception_handler(NotAllowed)(_forbidden)
    app.exception_handler(FormTooLarge)(_too_large)
    app.exception_handler(CannotPutIn)(_unusable)
    app.exception_handler(InputError)(_unusable)
    app.exception_handler(CannotDecide)(_unusable)
    app.exception_handler(NoSuchClaim)(_missing)
    app.exception_handler(NoSuchDecision)(_missing)
    app.exception_handler(LedgerBusy)(_busy)
    app.exception_handler(HTTPException)(_refused)
    app.exception_handler(Exception)(_broken)


def misasked_words(errors: Sequence[Any]) -> tuple[str, ...]:
    """What was wrong with each parameter: "killed: Input should be a valid integer … (given: 'many')"."""
    return tuple(_one_error(error) for error in errors)


def _one_error(error: dict[str, Any]) -> str:
    names = [str(part) for part in error["loc"] if part not in ("query", "path")]
    message = _EXPECTED.get(error["type"], str(error["msg"])).removeprefix("Value error, ")
    message = message.format_map(error.get("ctx") or {})
    given = error.get("input")
    told = f"{names[0]}: {message}" if names else message
    return f"{told} (given: {str(given)[:_LONGEST_VALUE]!r})" if names and isinstance(given, str | int) else told


def _misasked(request: Request, error: RequestValidationError) -> Response:
    return _fault(request, 400, misasked_words(error.errors()))


def _missing(request: Request, error: Exception) -> Response:
    return _fault(request, 404, (str(error),))


def _forbidden(request: Request, error: Exception) -> Response:
    return _fault(request, 403, (str(error),))


def _too_large(request: Request, error: Exception) -> Response:
    return _fault(request, 413, (str(error),))


def _unusable(request: Request, error: Exception) -> Response:
    return _fault(request, 400, (str(error),))


def _busy(request: Request, error: Exception) -> Response:
    return _fault(request, 503, (str(error),), {"Retry-After": "2"})


def _refused(request: Request, error: HTTPException) -> Response:
    if error.status_code == 404:
        return _fault(request, 404, (f"There is no page at {request.url.path[:200]!r}.",))
    headers = error.headers
    if error.status_code == 405 and "POST" not in (headers or {}).get("Allow", ""):
        headers = {"Allow": ALLOWED}
    phrase = HTTPStatus(error.status_code).phrase
    return _fault(request, error.status_code, (f"{phrase}: {request.method} {request.url.path[:200]!r}.",), headers)


def _broken(request: Request, error: Exception) -> Response:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _fault(request, 500, ("The answer could not be made.",), SECURITY_HEADERS)


def _fault(
    request: Request, status: int, messages: tuple[str, ...], headers: Mapping[str, str] | None = None
) -> Response:
    path = request.url.path
    if path == "/api" or path.startswith("/api/") or path == "/healthz":
        answer = FaultAnswer(error=Fault(status=status, message="; ".join(messages)))
        return JSONResponse(answer.model_dump(), status, headers)
    page = FaultPage(status, _TITLES.get(status, HTTPStatus(status).phrase), messages, _ADVICE.get(status, ""))
    response = render_page("fault.html", page, status)
    response.headers.update(headers or {})
    return response
