"""What the desk's tests share: a ledger in memory, visitors of its pages, a real ledger, and a real browser."""

import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import anyio
import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright

from citydesk.desk import create_app
from citydesk.gather import gather
from citydesk.ledger import Ledger
from tests.desk.factories import FakeLedger
from tests.desk.scenes import make_ledger

Ask = Callable[..., httpx.Response]

CHROMIUM = "/usr/bin/chromium"
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
_EXAMPLES = Path(__file__).parents[2] / "examples"
_STORIES = ("2025-08-1*-knoxville-*", "2024-03-*-tulsa-*", "2022-10-*-columbus-*")


@pytest.fixture(scope="session")
def ledger() -> FakeLedger:
    """The scenes, in memory."""
    return make_ledger()


@pytest.fixture(scope="session")
def app(ledger: FakeLedger) -> FastAPI:
    """The application over the scenes, under the policy on names."""
    return create_app(ledger)


@pytest.fixture(scope="session")
def ask(app: FastAPI) -> Ask:
    """Asks the application for a path and gives the answer."""
    return partial(ask_of, app)


def ask_of(app: FastAPI, path: str, method: str = "GET", **more: str) -> httpx.Response:
    """One request to an application in this process; `more` are headers, with _ for -."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        headers = {name.replace("_", "-"): value for name, value in more.items()}
        async with httpx.AsyncClient(transport=transport, base_url="http://desk.test") as client:
            return await client.request(method, path, headers=headers)

    return anyio.run(asked)


@pytest.fixture(scope="session")
def real_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real ledger, made by the real reader from some of the project's examples."""
    path = tmp_path_factory.mktemp("ledger") / "real.db"
    with Ledger.open(path) as made:
        files = sorted(file for story in _STORIES for file in _EXAMPLES.glob(story))
        made.add(gather(files), workers=1)
    return path


@pytest.fixture(scope="session")
def real_app(real_path: Path) -> Iterator[FastAPI]:
    """The application over the real ledger."""
    with Ledger.open(real_path, create=False, read_only=True) as opened:
        yield create_app(opened)


@pytest.fixture(scope="session")
def serve_app() -> Iterator[Callable[[FastAPI], str]]:
    """Serves applications on ports of their own until the tests end, and gives their addresses."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve(app: FastAPI) -> str:
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        running.append((server, thread))
        waiting = threading.Event()
        while not server.started:
            waiting.wait(0.01)
        return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def real_address(real_app: FastAPI, serve_app: Callable[[FastAPI], str]) -> str:
    """Where the real ledger is served."""
    return serve_app(real_app)


@pytest.fixture(scope="session")
def scenes_address(app: FastAPI, serve_app: Callable[[FastAPI], str]) -> str:
    """Where the scenes are served."""
    return serve_app(app)


@pytest.fixture(scope="module")
def browser_of_desk() -> Iterator[Browser]:
    """A real browser; without one the test is skipped, or fails where CITYDESK_REQUIRE_ALL=1 asks for all tests.

    It is closed with its module, since Playwright's event loop leaves no room for another while it runs.
    """
    if not Path(CHROMIUM).exists():
        reason = f"no browser at {CHROMIUM}: apt-get install chromium"
        if os.environ.get("CITYDESK_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        yield browser
        browser.close()
