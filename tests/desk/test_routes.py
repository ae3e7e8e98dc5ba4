"""Every page and every part of the API: what it answers, what it refuses, what each answer carries."""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from fastapi import FastAPI

from citydesk.desk import create_app
from citydesk.desk.guard import SECURITY_HEADERS
from citydesk.ledger import IncidentPage, IncidentQuery, LedgerBusy, LedgerSize
from citydesk.model import InputError
from tests.desk.conftest import Ask, ask_of
from tests.desk.factories import FakeLedger, make_reading, make_report
from tests.desk.scenes import BARE, CHILD, HOSTILE, MERGED, RICH

HOSTILE_REPORT = quote("hostile/1?&#", safe="")
PAGES = [
    *("/", "/?q=shot&state=MN&since=2024-01-01&killed=1&officer=true", "/?page=99", "/sources", "/about", "/api/docs"),
    *(f"/incidents/{one}" for one in (RICH, CHILD, BARE, HOSTILE)),
    *(f"/incidents/{RICH}?as_of=2024-05-03", f"/incidents/{RICH}?as_of="),
    *("/review", "/review?kind=disputed&page=2"),
    "/explain?first=wqlt-1&second=wqlt-2",
    *("/reports/wqlt-1", "/reports/wqlt-2", "/reports/child-1", "/reports/left", f"/reports/{HOSTILE_REPORT}"),
]
JSON = [
    *("/api", "/api/incidents", "/api/incidents?q=shot&page_size=1&page=2", "/healthz", "/api/openapi.json"),
    *(f"/api/incidents/{one}" for one in (RICH, CHILD, BARE, HOSTILE)),
    f"/api/incidents/{RICH}?as_of=2024-05-03T00:00:00-05:00",
    *("/api/review", "/api/review?kind=disputed&page=2&page_size=1", "/api/explain?first=wqlt-1&second=wqlt-2"),
    *("/api/reports/wqlt-1", "/api/reports/left", f"/api/reports/{HOSTILE_REPORT}"),
]
FAULTS = [
    ("/incidents/nowhere", 404, "the ledger knows no incident 'nowhere'"),
    ("/reports/nothing", 404, "the ledger holds no report 'nothing'"),
    ("/nowhere", 404, "There is no page at '/nowhere'."),
    ("/incidents/", 404, "the ledger knows no incident ''"),
    (f"/incidents/{RICH}?as_of=2024-05-02", 404, f"no report of incident '{RICH}' had come out by 2024-05-02"),
    (f"/incidents/{RICH}?as_of=soon", 400, "as_of: 'soon' is no moment: give a day as YYYY-MM-DD"),
    ("/explain?first=wqlt-1&second=nothing", 404, "the ledger holds no report 'nothing'"),
    ("/explain?first=wqlt-1&second=wqlt-1", 400, "'wqlt-1' was named twice: give two reports"),
    ("/review?kind=odd", 400, "kind: "),
    ("/explain?first=wqlt-1", 400, "second: Field required"),
    ("/static/none.css", 404, "There is no page at '/static/none.css'."),
    ("/?killed=many", 400, "killed: give a whole number (given: 'many')"),
    ("/?since=2024-02-30", 400, "since: there is no such day (given: '2024-02-30')"),
    ("/?since=2024-02-02&until=2024-02-01", 400, "since (2024-02-02) is after until (2024-02-01)"),
]


class BrokenLedger(FakeLedger):
    """A ledger whose every answer fails."""

    def incidents(self, query: IncidentQuery, /) -> IncidentPage:
        """Fails as a programming error does."""
        raise RuntimeError(f"secret detail of {query.page}")

    def size(self) -> LedgerSize:
        """Fails as a database does that another program holds."""
        raise LedgerBusy("the ledger is held by another program")


@pytest.mark.parametrize("path", PAGES)
def test_page_is_html_without_anything_inline(ask: Ask, path: str) -> None:
    """Every page is whole HTML with title, landmarks and one first heading, and no inline code or style."""
    answer = ask(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    html = answer.text
    assert html.startswith("<!doctype html>")
    assert html.rstrip().endswith("</html>")
    assert re.search(r'<html lang="en">.*<title>[^<]+ · Citydesk</title>', html, re.DOTALL)
    assert [html.count(f"<{tag}") for tag in ("main", "h1", "footer")] == [1, 1, 1]
    assert not re.search(r"<style|\sstyle=|\son\w+=\"|javascript:", re.sub(r"&\w+;|&#\d+;", "", _tags(html)))
    assert re.findall(r"<script[^>]*>", html) == re.findall(r'<script src="/static/desk\.js\?v=\w+" defer>', html)


@pytest.mark.parametrize("path", PAGES)
def test_ids_on_a_page_are_its_own_and_links_lead_to_them(ask: Ask, path: str) -> None:
    """No id is given twice, and every link into the page has its place."""
    html = ask(path).text
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)


@pytest.mark.parametrize("path", JSON)
def test_api_answers_json(ask: Ask, path: str) -> None:
    """Every part of the API answers with JSON that is checked for being current."""
    answer = ask(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.headers["cache-control"] == "no-cache"
    assert isinstance(answer.json(), dict)


@pytest.mark.parametrize(("path", "status", "message"), FAULTS)
def test_fault_is_a_designed_page(ask: Ask, path: str, status: int, message: str) -> None:
    """What went wrong is told on a page of the desk, with a way on."""
    answer = ask(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert message in answer.text.replace("&#39;", "'")
    assert '<a href="/">The list of incidents</a>' in answer.text


@pytest.mark.parametrize(
    ("path", "status", "message"),
    [
        ("/api/incidents/nowhere", 404, "the ledger knows no incident 'nowhere'"),
        ("/api/reports/nothing", 404, "the ledger holds no report 'nothing'"),
        ("/api/nowhere", 404, "There is no page at '/api/nowhere'."),
        ("/api/incidents?killed=many", 400, "killed: give a whole number (given: 'many')"),
        ("/api/incidents?page_size=201", 400, "page_size: give a number of at most 200 (given: '201')"),
        (
            "/api/review?kind=odd",
            400,
            "kind: give one of 'contradicted', 'link', 'belongs', 'disputed' or 'unsure' (given: 'odd')",
        ),
        ("/api/explain?first=wqlt-1", 400, "second: Field required"),
        ("/api/explain?first=wqlt-1&second=nothing", 404, "the ledger holds no report 'nothing'"),
        ("/api/incidents?page=0", 400, "page: give a number of at least 1 (given: '0')"),
        ("/api/incidents?q=" + "x" * 201, 400, f"q: give at most 200 characters (given: '{'x' * 60}')"),
    ],
)
def test_fault_of_the_api_has_one_shape(ask: Ask, path: str, status: int, message: str) -> None:
    """Every fault of the API is {"error": {"status", "message"}}."""
    answer = ask(path)
    assert answer.status_code == status
    assert answer.json() == {"error": {"status": status, "message": message}}


@pytest.mark.parametrize("path", ["/", "/api/incidents", f"/incidents/{RICH}", "/static/desk.css", "/healthz"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_everything_is_for_reading(ask: Ask, method: str, path: str) -> None:
    """Other methods are refused with those that are allowed."""
    answer = ask(path, method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    "path", ["/", "/about", f"/incidents/{RICH}", "/api/reports/wqlt-1", "/static/desk.css", "/nowhere"]
)
def test_head_is_get_without_the_body(ask: Ask, path: str) -> None:
    """HEAD has the status and headers of GET and nothing else."""
    head, get = ask(path, "HEAD"), ask(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["content-type"] == get.headers["content-type"]
    assert head.headers["content-length"] == get.headers["content-length"]


@pytest.mark.parametrize(
    ("path", "status"), [("/", 204), (f"/incidents/{RICH}", 204), ("/api", 204), ("/nowhere", 404)]
)
def test_options_names_the_methods(ask: Ask, path: str, status: int) -> None:
    """OPTIONS tells what can be done with what is there."""
    answer = ask(path, "OPTIONS")
    assert answer.status_code == status
    assert answer.headers.get("allow") == ("GET, HEAD, OPTIONS" if status == 204 else None)


@pytest.mark.parametrize("path", ["/", "/api", "/nowhere", "/?page=x", "/static/desk.css", f"/incidents/{MERGED}"])
def test_every_answer_carries_the_security_headers(ask: Ask, path: str) -> None:
    """Pages, data, files, faults and redirects are all guarded."""
    headers = ask(path).headers
    assert {name: headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS


@pytest.mark.parametrize("prefix", ["", "/api"])
def test_merged_incident_leads_to_where_it_went(ask: Ask, prefix: str) -> None:
    """An id once given out goes on leading somewhere, for good."""
    answer = ask(f"{prefix}/incidents/{MERGED}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"{prefix}/incidents/{RICH}")


@pytest.mark.parametrize(("path", "status"), [("/", 500), ("/api/incidents", 500), ("/healthz", 503), ("/about", 503)])
def test_inner_fault_tells_nothing_of_the_inside(path: str, status: int, caplog: pytest.LogCaptureFixture) -> None:
    """A programming error is one calm line for the visitor, guarded like all, and a traceback in the log."""
    answer = ask_of(create_app(BrokenLedger()), path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert not re.search(r"secret|Traceback|RuntimeError|\.py", answer.text)
    assert ("secret detail" in caplog.text) == (status == 500)
    if "html" not in answer.headers["content-type"]:
        assert answer.json()["error"]["status"] == status


@pytest.mark.parametrize(
    "path", [f"/incidents/{HOSTILE}", f"/reports/{HOSTILE_REPORT}", "/", "/?q=%3Cscript%3E%00%E2%80%AE"]
)
def test_hostile_text_stays_text(ask: Ask, path: str) -> None:
    """Markup in titles, texts, outlets and questions is shown and not run; steering characters are made visible."""
    html = ask(path).text
    assert not re.search(r"<(img|b>Bad|u>|i>some)|<script>", html)
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", html)
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html)


def test_megabyte_of_hostile_text_is_shown(ask: Ask) -> None:
    """A report of a megabyte with nothing to hold on to is shown whole."""
    ledger = FakeLedger()
    report = make_report("big", "<b>&\u202e\ud800 " * 150_000, title="<" * 10_000)
    ledger.keep(report, make_reading(report), None)
    app = create_app(ledger)
    page, data = ask_of(app, "/reports/big"), ask_of(app, "/api/reports/big")
    assert (page.status_code, data.status_code) == (200, 200)
    assert page.text.count("&lt;b&gt;&amp;\ufffd\ufffd") == 150_000
    assert data.json()["report"]["text"].startswith("<b>&\u202e\ufffd")


@pytest.mark.parametrize(
    "path", [f"/incidents/{CHILD}", f"/api/incidents/{CHILD}", "/reports/child-1", "/api/reports/child-1"]
)
def test_no_answer_holds_a_withheld_name(ledger: FakeLedger, ask: Ask, path: str) -> None:
    """The names of a child and of an uncharged suspect are in no page and no data, unless the keeper says so."""
    assert not re.search("Ella|Daniel|Brandt", ask(path).text)
    assert "Ella Brandt" in ask_of(create_app(ledger, names="all"), path).text


def test_covered_data_keeps_its_offsets(ask: Ask) -> None:
    """Evidence still equals its stretch of the report where names are covered."""
    told = ask("/api/reports/child-1").json()
    evidence = list(_evidence_in(told["reading"]))
    assert len(evidence) > 8
    assert all(told["report"][e["field"]][e["start"] : e["end"]] == e["text"] for e in evidence)


def test_lists_of_the_api_lead_from_page_to_page(ask: Ask) -> None:
    """Following `next` gives every incident once."""
    seen, path = [], "/api/incidents?page_size=1"
    while path is not None:
        told = ask(path).json()
        seen += [line["id"] for line in told["incidents"]]
        path = told["next"]
    assert seen == [CHILD, RICH, HOSTILE, BARE]
    assert told["previous"] == "/api/incidents?page=3&page_size=1"


def test_api_of_an_incident_holds_every_claim_of_its_record(ask: Ask) -> None:
    """Each standing names claims that are there, so that everything can be checked from the answer alone."""
    told = ask(f"/api/incidents/{RICH}").json()
    claims = {claim["id"] for claim in told["claims"]}
    standings = [*told["record"]["values"], *(v for person in told["record"]["people"] for v in person["values"])]
    assert {one for v in standings for one in (v["claim"], *v["agree"], *v["against"])} <= claims
    assert told["names_withheld"] == [2]


def test_static_files_are_kept_for_good_only_under_their_mark(ask: Ask) -> None:
    """A file's address changes with its contents; without the mark it is checked each time by its ETag."""
    (address,) = re.findall(r'href="(/static/desk\.css\?v=\w+)"', ask("/about").text)
    assert ask(address).headers["cache-control"] == "public, max-age=31536000, immutable"
    plain = ask("/static/desk.css")
    assert plain.headers["cache-control"] == "no-cache"
    assert ask("/static/desk.css", if_none_match=plain.headers["etag"]).status_code == 304


def test_pages_name_nothing_elsewhere(ask: Ask) -> None:
    """Nothing is loaded from another place, so the desk works offline."""
    for path in PAGES:
        assert not re.findall(r'(?:src|rel="stylesheet" href|rel="icon" href)="(?!/static/)', ask(path).text)
    assert "url(" not in ask("/static/desk.css").text
    assert "@import" not in ask("/static/desk.css").text


def test_documentation_shows_every_operation_and_form(ask: Ask) -> None:
    """The API's page is made from its description and leaves nothing out."""
    html, described = ask("/api/docs").text, ask("/api/openapi.json").json()
    assert all(f"</span> {path}</code>" in html for path in described["paths"])
    assert all(f'id="form-{name}"' in html for name in described["components"]["schemas"])
    assert "HTTPValidationError" not in json.dumps(described)


def test_word_that_is_no_policy_is_refused(ledger: FakeLedger) -> None:
    """A mistyped policy never shows more than was meant."""
    with pytest.raises(InputError, match="'none' is no policy"):
        create_app(ledger, names="none")


@pytest.mark.parametrize("path", ["/", "/about", "/api", "/api/incidents"])
def test_real_ledger_answers(real_app: FastAPI, path: str) -> None:
    """The same routes stand on a real ledger."""
    assert ask_of(real_app, path).status_code == 200


def test_every_incident_and_report_of_a_real_ledger_has_its_pages(real_app: FastAPI) -> None:
    """All that the list names can be opened, for people and for programs, down to the reports."""
    told = ask_of(real_app, "/api/incidents?page_size=200").json()
    assert told["total"] >= 3
    reports = set()
    for line in told["incidents"]:
        assert ask_of(real_app, line["page"]).status_code == 200
        one = ask_of(real_app, line["api"])
        assert one.status_code == 200
        reports |= {report["page"] for report in one.json()["reports"]}
    for page in sorted(reports):
        assert [ask_of(real_app, path).status_code for path in (page, "/api" + page)] == [200, 200]


def _tags(html: str) -> str:
    """Only the tags of a page."""
    return " ".join(re.findall(r"<[^>]+>", html))


def _evidence_in(told: object) -> Iterator[dict[str, object]]:
    """All evidence in a reading's JSON."""
    if isinstance(told, dict):
        yield from told.get("evidence") or ()
        for one in told.values():
            yield from _evidence_in(one)
    elif isinstance(told, list):
        for one in told:
            yield from _evidence_in(one)
