"""Deciding on the desk: every button does what it says, and nobody decides from elsewhere."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import anyio
import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st

from citydesk.desk import create_app
from citydesk.desk.proposed import code_of, parse_fields, proposal_in
from citydesk.desk.serving import ListenError, serve
from citydesk.ledger import Ledger, Proposal
from citydesk.model import ClaimId, IncidentId, InputError, ReportId, Ruling
from tests.ledger.histories import make_old
from tests.ledger.made import NOON, MadeReader, Shooting, make_report
from tests.ledger.scores import scores_by_name

FARGO, MINOT = IncidentId("2021-03-05-fargo-nd"), IncidentId("2021-03-05-minot-nd")
HERE = "http://127.0.0.1:8000"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two incidents, one of them with a disputed age."""
    told = (
        make_report("r1", Shooting(age=34)),
        make_report("r2", Shooting(age=43)),
        make_report("r3", Shooting(name="Ben Okafor", city="Minot")),
    )
    with scores_by_name(), Ledger.open(tmp_path / "x.db") as opened:
        opened.add(told, workers=1, clock=lambda: NOON, reader=MadeReader())
        yield opened


@pytest.fixture
def app(ledger: Ledger) -> FastAPI:
    """The desk, opened to decide."""
    return create_app(ledger, author="Ann")


def _ask(app: FastAPI, path: str, fields: dict[str, str] | None = None, **headers: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            if fields is None:
                return await client.get(path)
            return await client.post(path, data=fields, headers={"origin": HERE, **headers})

    return anyio.run(asked)


def _buttons(page: str) -> dict[str, str]:
    """The code of each button of a page, by its label."""
    found = re.findall(r'<button name="choice" value="([^"]*)">([^<]*)</button>', page)
    return {unescape(label): unescape(code) for code, label in found}


def test_the_queue_shows_both_sides_and_one_click_decides(app: FastAPI, ledger: Ledger) -> None:
    """It then leads back, says what was made, and offers to take it back."""
    page = _ask(app, "/review").text
    assert "Reports contradict each other on the age of Ann Reyes" in page
    assert "You decide as <b>Ann</b>" in page
    answer = _ask(
        app, "/decide", {"choice": _buttons(page)["Let 43 stand"], "why": "", "reason": "seen", "back": "/review"}
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?done=1")
    (made,) = ledger.decisions()
    assert (made.what, made.claim, made.who, made.why) == (Ruling.ACCEPT, "r2/0/people.0.age", "Ann", "seen")
    after = _ask(app, "/review?done=1").text
    assert "There is nothing to look at" in after
    _ask(app, "/decide", {"choice": _buttons(after)["Undo it"], "reason": "a slip"})
    assert "Let 43 stand" in _buttons(_ask(app, "/review").text)


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"what": "merge", "incident": FARGO, "other": MINOT}, Ruling.MERGE),
        ({"what": "split", "incident": FARGO, "report": "r2"}, Ruling.SPLIT),
        ({"what": "unlink", "incident": FARGO, "report": "r2"}, Ruling.UNLINK),
        ({"what": "link", "incident": FARGO, "report": "r3"}, Ruling.LINK),
        ({"what": "out_of_scope", "incident": FARGO}, Ruling.OUT_OF_SCOPE),
        ({"what": "accept", "claim": "r2/0/people.0.age"}, Ruling.ACCEPT),
        ({"what": "reject", "claim": "r2/0/people.0.age"}, Ruling.REJECT),
        ({"what": "correct", "incident": FARGO, "property": "age", "person": "1", "typed": "35"}, Ruling.CORRECT),
    ],
    ids=lambda case: case.value if isinstance(case, Ruling) else "",
)
def test_every_ruling_can_be_made(app: FastAPI, ledger: Ledger, fields: dict[str, str], what: Ruling) -> None:
    """With the same outcome as on the command line."""
    assert _ask(app, "/decide", {**fields, "why": "so it is", "back": f"/incidents/{FARGO}"}).status_code == 303
    (made,) = ledger.decisions()
    assert (made.what, made.who, made.why) == (what, "Ann", "so it is")
    assert _ask(app, f"/incidents/{FARGO}").status_code == 200


def test_an_incidents_page_has_the_ways_to_decide_about_it(app: FastAPI) -> None:
    """Each value, the whole, and each decision; and every label of a field has its field."""
    page = _ask(app, f"/incidents/{FARGO}").text
    assert {"This is right", "This is wrong", "Let 43 stand", "It does not belong in the ledger"} <= set(_buttons(page))
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'<label for="([^"]*)"', page)) <= set(ids)


def test_a_ledger_from_before_the_queue_says_what_to_do(app: FastAPI, tmp_path: Path) -> None:
    """And not that there is nothing to look at."""
    make_old(tmp_path / "x.db")
    page = _ask(app, "/review").text
    assert "2 incidents come from before there was a review queue" in page
    assert "citydesk rebuild --keep-readings" in page
    assert "There is nothing to look at" not in page


def test_a_desk_for_reading_has_no_way_to_decide(ledger: Ledger) -> None:
    """No form; and one that is sent all the same is told what to do."""
    app = create_app(ledger)
    for path in ("/review", f"/incidents/{FARGO}"):
        assert 'method="post"' not in _ask(app, path).text
    assert "Let 43 stand" not in _ask(app, "/review").text
    answer = _ask(app, "/decide", {"what": "merge", "why": "x"})
    assert (answer.status_code, "citydesk serve --review-as NAME" in answer.text) == (403, True)
    assert list(ledger.decisions()) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"host": "evil.example", "origin": "http://evil.example"},
        {"host": "127.0.0.1.evil.example", "origin": "http://127.0.0.1.evil.example"},
        {"host": "[::1", "origin": "http://[::1"},
        {"content-type": "text/plain"},
    ],
    ids=[
        *("another site", "no site", "untold", "told by the browser", "a sister site"),
        *("a name that leads here", "a like name", "no name", "no form"),
    ],
)
def test_nobody_decides_from_elsewhere(app: FastAPI, ledger: Ledger, headers: dict[str, str]) -> None:
    """A page that posts behind a person's back is refused."""
    answer = _ask(app, "/decide", {"what": "merge", "incident": FARGO, "other": MINOT, "why": "x"}, **headers)
    assert answer.status_code == 403
    assert list(ledger.decisions()) == []


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"what": "fly"}, 400, "is no ruling"),
        ({"what": "merge", "incident": FARGO, "other": "nope"}, 404, "knows no incident"),
        ({"what": "merge", "incident": FARGO, "other": FARGO}, 400, "one incident already"),
        ({"what": "undo", "decision": "x"}, 400, "decision: give a whole number"),
        ({"what": "accept", "claim": "nope"}, 404, "no claim"),
        ({"what": "undo", "decision": "9"}, 404, "no decision 9"),
        ({"what": "correct", "incident": FARGO, "property": "killed", "typed": "many"}, 400, "cannot be the killed"),
        ({"what": "correct", "incident": FARGO, "property": "killed", "value": "{"}, 400, "could not be understood"),
        ({"what": "split", "incident": FARGO}, 400, "needs reports"),
        ({"what": "merge", "incident": "x" * 3_000}, 400, "too long"),
    ],
    ids=lambda case: str(case)[:30],
)
def test_what_cannot_be_decided_is_told(
    app: FastAPI, ledger: Ledger, fields: dict[str, str], status: int, words: str
) -> None:
    """On a page of the desk, and nothing has changed."""
    answer = _ask(app, "/decide", {**fields, "why": "so"})
    assert answer.status_code == status
    assert words in unescape(answer.text)
    assert list(ledger.decisions()) == []


def test_a_form_that_is_too_large_is_refused(app: FastAPI) -> None:
    """Before it is read to its end."""
    answer = _ask(app, "/decide", {f"f{n}": "x" * 1_000 for n in range(300)})
    assert (answer.status_code, "more than the 200 KB" in answer.text) == (413, True)


def test_a_form_with_more_fields_than_any_is_refused(app: FastAPI) -> None:
    """As on every page that takes one."""
    answer = _ask(app, "/decide", {f"f{n}": "x" for n in range(1_200)})
    assert (answer.status_code, "more fields than any" in answer.text) == (403, True)


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example/", "/\\evil.example", "evil", ""])
def test_it_never_leads_to_another_site(app: FastAPI, back: str) -> None:
    """Only to pages of the desk."""
    answer = _ask(app, "/decide", {"what": "out_of_scope", "incident": MINOT, "why": "x", "back": back})
    assert answer.headers["location"].startswith("/review?")


def test_nobody_decides_from_the_network(ledger: Ledger) -> None:
    """There is no sign-in yet."""
    with pytest.raises(ListenError, match="nobody may decide from the network"):
        serve(ledger, host="0.0.0.0", author="Ann")  # noqa: S104


_ids = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(str.strip).filter(bool)
_values = st.one_of(st.none(), st.booleans(), st.integers(0, 99), _ids)


@given(what=st.sampled_from(Ruling), ids=st.tuples(_ids, _ids, _ids, _ids), value=_values, number=st.integers(0, 999))
def test_a_proposal_comes_back_from_its_button(
    what: Ruling, ids: tuple[str, str, str, str], value: str | int | bool | None, number: int
) -> None:
    """Whatever its ids and values are made of."""
    claim, incident, other, report = ids
    told = Proposal(
        what,
        claim=ClaimId(claim),
        incident=IncidentId(incident),
        property="age",
        person=number,
        value=value,
        other=IncidentId(other),
        reports=(ReportId(report),),
        telling=number,
        decision=number,
    )
    assert proposal_in({"choice": [code_of(told)]}) == told


@pytest.mark.parametrize("body", [b"\xff", b"what=%ff", b"&".join([b"a=1"] * 2_000)])
def test_what_is_no_form_is_refused(body: bytes) -> None:
    """In one line."""
    with pytest.raises(InputError, match="could not be understood"):
        parse_fields(body)
