"""Pages from templates and plain display values.

Everything put into a page is escaped, and text that would steer the display is made visible (`clean.py`), in one place:
the environment's `finalize`. Templates name static files with a mark of their contents, so that browsers may keep them.
"""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from citydesk.desk.clean import clean
from citydesk.version import __version__

STATIC = files("citydesk.desk") / "static"


def render_page(template: str, page: object, status: int = 200) -> HTMLResponse:
    """The answer that shows a page's values in its template."""
    body = _environment().get_template(template).render(page=page)
    return HTMLResponse(body, status, {"Cache-Control": "no-cache"})


@cache
def static_address(name: str) -> str:
    """Where a static file is served, with the mark of its contents."""
    return f"/static/{name}?v={static_mark(name)}"


@cache
def static_mark(name: str) -> str:
    """Changes when a static file does."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("citydesk.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        auto_reload=False,
    )
    environment.globals.update(static=static_address, version=__version__)
    return environment


def _shown(value: Any) -> Any:
    if value is None:
        return ""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
