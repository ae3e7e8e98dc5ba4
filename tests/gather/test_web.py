"""Reports from addresses on the web."""

import codecs
from pathlib import Path

import pytest

from citydesk.gather import Answer, Fetcher, gather, reports_from_answer
from citydesk.gather.web import text_of
from citydesk.model import Problem, Report, make_report_id
from tests.gather.fetching.server import Site
from tests.gather.test_pages import PARAGRAPHS, _page

STORY = "https://tribune.example/2021/03/baker-shot"
ACCENTED = "<html><body><p>José Núñez was shot on Calle Ocho, police in Doral said — twice.</p></body></html>"


def _answer(html: str = "", *, address: str = STORY, body: bytes | None = None, **more: str) -> Answer:
    given = html.encode() if body is None else body
    return Answer(address, address, given, more.get("content_type", "text/html"), more.get("charset"))


def test_a_fetched_page_is_known_by_its_own_word(fetcher: Fetcher) -> None:
    """The canonical address of its own site, without what only tells where a visitor came from."""
    head = f'<link rel="canonical" href="{STORY}?utm_source=x">'
    answer = _answer(_page(head=head), address="https://www.tribune.example/amp/7?fbclid=z")
    (report,) = reports_from_answer(answer, fetcher).reports
    assert report.url == STORY
    assert report.id == make_report_id(STORY, "")
    assert PARAGRAPHS[0] in report.text


@pytest.mark.parametrize(
    "stated", ["https://gazette.example/other", "", "https://tribune.example/", "javascript:x", "https://["]
)
def test_a_page_cannot_call_itself_anothers(fetcher: Fetcher, stated: str) -> None:
    """Where it tries to, or says nothing of use, it is known by the address that answered."""
    answer = _answer(_page(head=f'<link rel="canonical" href="{stated}">'))
    (report,) = reports_from_answer(answer, fetcher).reports
    assert report.url == STORY


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (ACCENTED.encode("utf-8"), None),
        (ACCENTED.encode("utf-8"), "iso-8859-1"),
        (ACCENTED.encode("cp1252"), None),
        (ACCENTED.encode("cp1252"), "windows-1252"),
        (ACCENTED.encode("cp1252"), "utf-8"),
        (ACCENTED.encode("cp1252"), "nonsense-9"),
        (ACCENTED.encode("mac-roman"), "macintosh"),
        (codecs.BOM_UTF16_LE + ACCENTED.encode("utf-16-le"), "utf-8"),
        (codecs.BOM_UTF8 + ACCENTED.encode("utf-8"), "ascii"),
    ],
)
def test_wrong_encodings_are_seen_through(fetcher: Fetcher, body: bytes, charset: str | None) -> None:
    """Whatever the header says of a text, it is read as what it is, a source as well as a page."""
    answer = Answer(STORY, STORY, body, "text/html", charset)
    assert text_of(answer) == ACCENTED
    (report,) = reports_from_answer(answer, fetcher).reports
    assert report.text == "José Núñez was shot on Calle Ocho, police in Doral said — twice."


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (_answer("<html><body></body></html>"), "page without an article"),
        (_answer(body=b""), "is empty"),
        (_answer(body=b'{"text": "A man was shot."}', content_type="application/json"), "not a page"),
        (_answer(body=bytes(range(256)) * 20), "not text but binary"),
    ],
)
def test_an_answer_without_a_report_is_told(fetcher: Fetcher, answer: Answer, message: str) -> None:
    """In one line."""
    found = reports_from_answer(answer, fetcher)
    assert found.reports == ()
    assert [problem.where for problem in found.problems] == [STORY]
    assert message in found.problems[0].message


def test_a_plain_text_is_a_report(fetcher: Fetcher) -> None:
    """A release, as some agencies put them up."""
    text = "date 2021-03-05 TULSA, Okla. -- A man was shot in the leg on Elm Street today, police said in a release."
    (report,) = reports_from_answer(_answer(body=text.encode(), content_type="text/plain"), fetcher).reports
    assert (report.text, report.url, report.plain) == (text, STORY, True)


def test_a_story_on_several_pages_is_fetched_whole(site: Site, fetcher: Fetcher) -> None:
    """One report, known by its first page."""
    address = site.put("/news/baker-shot", _page(head='<link rel="next" href="/news/baker-shot?page=2">'))
    more = ("Police said on the second page that the shots were fired from a passing car, and that nobody was held.",)
    site.put("/news/baker-shot?page=2", _page(paragraphs=more, head='<link rel="next" href="/news/baker-shot?page=3">'))
    (report, problem) = sorted(gather([address], fetcher=fetcher), key=lambda one: isinstance(one, Problem))
    assert isinstance(report, Report)
    assert report.url == address
    assert (PARAGRAPHS[0] in report.text, more[0] in report.text) == (True, True)
    told = f"goes on at {site.address}/news/baker-shot?page=3, which is not there (status 404)"
    assert problem == Problem(address, told)


def test_addresses_and_files_are_gathered_in_their_order(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    """Each page is a report, each miss a problem."""
    story = tmp_path / "story.txt"
    story.write_text("A man was shot in the leg on Elm Street.")
    page = site.put("/story", _page())
    first, second, third = gather([page, site.address + "/gone", story], fetcher=fetcher)
    assert isinstance(first, Report)
    assert first.url == page
    assert second == Problem(site.address + "/gone", "is not there (status 404)")
    assert isinstance(third, Report)
    assert third.file == str(story)


def test_our_own_network_is_not_asked_unless_it_is_named(site: Site) -> None:
    """The usual fetcher asks the public internet alone."""
    (problem,) = gather([site.put("/story", _page())])
    assert isinstance(problem, Problem)
    assert problem.message == "leads to 127.0.0.1, which is this machine itself: only the public internet is asked"
    assert site.asked == []
