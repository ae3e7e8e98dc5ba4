"""What is followed and what was left out, and who may put it in."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import anyio
import httpx
import pytest
from fastapi import FastAPI

from citydesk.desk import create_app
from citydesk.desk.sent import is_own
from citydesk.desk.sources_page import sources_page
from citydesk.desk.writing import PUT_IN_BOUNDS
from citydesk.gather import Known, NamedPage, SourceKind
from citydesk.ledger import Ledger, NewSource, PageLeftOut, PageOutcome, PageState
from citydesk.model import ReportId
from tests.desk.conftest import ask_of
from tests.desk.factories import FakeLedger, make_report, make_source

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
FORM = "application/x-www-form-urlencoded"
CLOSED = "https://lantern.example/closed"
OWN = {"content-type": FORM, "host": "127.0.0.1:8000", "origin": "http://127.0.0.1:8000"}
COUNCIL = "The city council of Fargo met on Monday and spoke about the new bridge over the river, and its trees."
STORY = (
    "TULSA, Okla. -- A 31-year-old man was shot in the leg Wednesday night on Elm Street, Tulsa police said. Officers "
    "found Abel Quist beside his car at about 9:40 p.m., and he is expected to live."
)


def test_a_source_is_shown_with_what_came_of_it() -> None:
    """Last visit, what is new, how many of its reports told of incidents."""
    (row,) = sources_page([make_source()], [], writable=False).sources
    assert (row.name, row.kind, row.visited) == ("The Lantern", "feed", "March 5, 2026, noon UTC")
    assert (row.new, row.taken, row.share, row.left_out, row.waiting) == ("12", "8", "75 in 100", "31", "1")
    assert (row.trouble, row.paused) == (None, False)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"fault": "answers with status 500", "failures": 1}, "It answers with status 500, at the last visit."),
        ({"fault": "is no feed", "failures": 3}, "It is no feed, at the last 3 visits."),
        (
            {"fault": "is no feed", "failures": 8, "paused": "failed 8 times in a row"},
            "Paused: failed 8 times in a row. It is no feed.",
        ),
        ({"paused": "by hand"}, "Paused: by hand."),
    ],
)
def test_what_is_wrong_with_a_source_is_said(more: dict[str, object], told: str) -> None:
    """In a sentence."""
    assert sources_page([make_source(**more)], [], writable=False).sources[0].trouble == told


def test_headlines_are_shown_only_where_all_names_are() -> None:
    """They may name somebody whom the policy withholds, and nothing has read them yet."""
    left = PageLeftOut(CLOSED, "Bo Lindqvist held after shooting", CLOSED, None, "2026-03-05T12:00:00+00:00", "x", None)
    ledger = FakeLedger(pages=[left])
    assert "Lindqvist" not in ask_of(create_app(ledger), "/sources").text
    assert "Lindqvist" in ask_of(create_app(ledger, names="all"), "/sources").text


def test_what_has_neither_headline_nor_address_is_called_by_its_key() -> None:
    """So that it can be told from the others."""
    left = PageLeftOut("council", "", None, None, "2026-03-05T12:00:00+00:00", "tells of no violent incident", None)
    assert '<p class="address">council</p>' in ask_of(create_app(FakeLedger(pages=[left])), "/sources").text


def test_a_desk_that_is_for_reading_offers_no_form() -> None:
    """And says what does it instead."""
    left = PageLeftOut(CLOSED, "", CLOSED, None, "2026-03-05T12:00:00+00:00", "is closed to robots", None)
    answer = ask_of(create_app(FakeLedger(pages=[left])), "/sources")
    assert "<form" not in answer.text
    assert "citydesk sources put-in" in answer.text
    assert "Is closed to robots." in answer.text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with a report that triage left out, and a page that was closed to robots."""
    path = tmp_path / "x.db"
    with Ledger.open(path) as ledger, ledger.following() as following:
        ledger.add([make_report("council", COUNCIL, title="Council meets")], workers=1)
        following.add_source(NewSource("https://lantern.example/feed", SourceKind.FEED), NOON)
        (source,) = following.due_sources(NOON)
        following.note_visit(source, [NamedPage(CLOSED)], Known(), NOON, NOON)
        (page,) = following.due_pages(NOON)
        following.note_page(page, PageOutcome(PageState.LEFT_OUT, why="is closed to robots"))
    return path


@pytest.fixture
def desk(path: Path) -> FastAPI:
    """A desk on which something may be put in."""
    return create_app(path, writable=True)


def _send(app: FastAPI, fields: dict[str, str], **headers: str) -> httpx.Response:
    sent = {**OWN, **{name.replace("_", "-"): value for name, value in headers.items()}}

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            return await client.post("/sources/put-in", content=urlencode(fields).encode(), headers=sent)

    return anyio.run(asked)


def test_a_report_that_was_left_out_is_put_in(desk: FastAPI, path: Path) -> None:
    """One button; the page then shown is the report's."""
    assert 'name="key" value="council"' in ask_of(desk, "/sources").text
    answer = _send(desk, {"key": "council"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/reports/council-v2")
    assert 'value="council"' not in ask_of(desk, "/sources").text
    assert ask_of(desk, "/reports/council-v2").status_code == 200
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.report(ReportId("council-v2")).report.put_in == "somebody at the desk"


def test_a_page_without_text_is_put_in_with_what_is_typed(desk: FastAPI, path: Path) -> None:
    """Under its address, with its headline and day."""
    fields = {"key": CLOSED, "title": "Man shot\nin Tulsa", "published": "2026-03-05", "text": STORY}
    answer = _send(desk, fields)
    assert answer.status_code == 303
    with Ledger.open(path, read_only=True) as ledger:
        report = ledger.report(ReportId(answer.headers["location"].removeprefix("/reports/"))).report
    assert (report.url, report.title, str(report.published)) == (CLOSED, "Man shot in Tulsa", "2026-03-05")


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"origin": "https://elsewhere.example"}, "only from the desk&#39;s own pages"),
        ({"origin": ""}, "only from the desk&#39;s own pages"),
        ({"origin": "null"}, "only from the desk&#39;s own pages"),
        ({"sec_fetch_site": "cross-site"}, "only from the desk&#39;s own pages"),
        ({"sec_fetch_site": "same-site"}, "only from the desk&#39;s own pages"),
        (
            {"host": "turned.example", "origin": "http://turned.example"},
            "only where the desk is asked for by this machine&#39;s own name",
        ),
        ({"content_type": "text/plain"}, "as the desk&#39;s own forms send them"),
    ],
)
def test_nobody_else_may_put_anything_in(desk: FastAPI, path: Path, headers: dict[str, str], told: str) -> None:
    """Neither another site's page, nor a name that was made to lead here."""
    answer = _send(desk, {"key": "council"}, **headers)
    assert (answer.status_code, told in answer.text) == (403, True)
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.size().reports == 0


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"key": "none"}, 404, "nothing was left out under"),
        ({}, 404, "nothing was left out under"),
        ({"key": CLOSED}, 400, "has no text of it"),
        ({"key": CLOSED, "text": " "}, 400, "has no text"),
        ({"key": CLOSED, "text": STORY, "published": "2026-02-30"}, 400, "2026-02-30"),
        ({"key": CLOSED, "text": "x" * (PUT_IN_BOUNDS.most_bytes + 1)}, 413, "more than the 3 MB"),
        ({f"f{n}": "" for n in range(30)}, 403, "more fields than any"),
    ],
    ids=["unknown", "empty", "no text", "blank", "no day", "large", "many"],
)
def test_what_cannot_be_put_in_is_said(desk: FastAPI, fields: dict[str, str], status: int, told: str) -> None:
    """On a page for people, and nothing changes."""
    answer = _send(desk, fields)
    assert (answer.status_code, told in answer.text) == (status, True)


def test_a_desk_that_is_for_reading_takes_nothing(path: Path) -> None:
    """Not even from itself."""
    assert _send(create_app(path), {"key": "council"}).status_code == 403


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("127.8.8.8", True),
        ("0.0.0.0", False),  # noqa: S104 - that it is not
        ("192.168.1.4", False),
        ("desk.example", False),
        ("", False),
    ],
)
def test_a_host_that_only_this_machine_reaches_is_told(host: str, own: bool) -> None:
    """Where changes are taken."""
    assert is_own(host) is own
