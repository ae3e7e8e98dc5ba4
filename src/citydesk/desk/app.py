"""The web application: pages, API and static files put together around one ledger."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from citydesk.desk import api, deciding, pages
from citydesk.desk.faults import answer_faults
from citydesk.desk.guard import Guard
from citydesk.desk.published import PUBLIC, Desk
from citydesk.desk.rendering import STATIC, static_mark
from citydesk.desk.source import Source
from citydesk.desk.writing import Keeper
from citydesk.ledger import Ledger
from citydesk.publish import NamePolicy
from citydesk.version import __version__

_ABOUT_API = (
    "Incidents, their records with every claim behind them, and the reports that they rest on. Everything is for "
    "reading: GET, no key. Every error has the same shape."
)
_SMALLEST_ZIPPED_BYTES = 1_000


def create_app(
    ledger: Source | str | Path, *, names: str = PUBLIC, writable: bool = False, author: str | None = None
) -> FastAPI:
    """The application that serves a ledger: an open one, or the path or url of one that it opens and closes itself.

    `names` is "public" or "all": whether the policy on names holds. `writable` lets its visitors change what is
    gathered, where a path or url is given: there is no sign-in. Where an `author` is named, decisions can be made from
    this machine, in that name. Raises LedgerError where the ledger cannot be
    opened, InputError for another word.
    """
    policy = NamePolicy(names)
    opened: Ledger | None = None
    keeper: Keeper | None = None
    if isinstance(ledger, str | Path):
        source: Source = (opened := Ledger.open(ledger, create=False, read_only=author is None))
        keeper = Keeper(partial(Ledger.open, ledger, create=False)) if writable else None
    else:
        source = ledger

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if opened is not None:
            opened.close()

    app = FastAPI(
        title="Citydesk",
        version=__version__,
        description=_ABOUT_API,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.desk = Desk(source, policy, author)
    app.state.keeper = keeper
    app.include_router(pages.router)
    app.include_router(api.router)
    app.include_router(deciding.router)
    app.mount("/static", _Static(directory=str(STATIC)), name="static")
    app.openapi = lambda: _description(app)  # type: ignore[method-assign]  # FastAPI's own way to change it
    answer_faults(app)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_ZIPPED_BYTES)
    app.add_middleware(Guard, routes=app.routes)
    return app


def _description(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, without the answer 422 that FastAPI promises and the desk gives as 400."""
    if app.openapi_schema is None:
        told = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        for methods in told["paths"].values():
            for operation in methods.values():
                operation["responses"].pop("422", None)
        for name in ("HTTPValidationError", "ValidationError"):
            told["components"]["schemas"].pop(name, None)
        app.openapi_schema = told
    return app.openapi_schema


class _Static(StaticFiles):
    """Static files: kept for good where their address has the mark of their contents, else checked each time."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        marked = (
            response.status_code in (200, 304) and scope["query_string"].decode("latin-1") == f"v={static_mark(path)}"
        )
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if marked else "no-cache"
        return response
