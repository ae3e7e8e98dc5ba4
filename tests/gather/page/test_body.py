"""The text of a page's story."""

import json
import time

import pytest

from citydesk.gather import Page, report_from_page, take_page
from tests.gather.page.made import PARAGRAPHS, linked, page

NOTE = "Correction: An earlier version of this story gave the wrong age. Mr. Bell is 24."


@pytest.mark.parametrize(
    "note",
    [
        f"<p>{NOTE}</p>",
        f"<aside class='correction'>{NOTE}</aside>",
        f"<div class='editors-note'><span>{NOTE}</span></div>",
    ],
    ids=["paragraph", "aside", "editor's note"],
)
def test_corrections_are_kept_in_the_text_and_apart(note: str) -> None:
    """Once each, wherever the page puts them."""
    report = report_from_page(page(below=note))
    assert report.corrections == (NOTE,)
    assert report.text.count(NOTE) == 1


def test_a_body_in_json_ld_is_taken_where_the_page_shows_less() -> None:
    """Pages that scripts fill carry their story there."""
    head = linked(json.dumps({"@type": "NewsArticle", "articleBody": "<p>" + "</p><p>".join(PARAGRAPHS) + "</p>"}))
    report = report_from_page(page(head=head, paragraphs=()))
    assert [line.strip() for line in report.text.split("\n") if line.strip()] == list(PARAGRAPHS)
    assert report.origins is not None
    assert report.origins.text == "JSON-LD articleBody"


def test_rows_of_a_table_are_lines_of_cells() -> None:
    """Without strokes between them."""
    table = "<table><tr><th>Day</th><th>Shot</th></tr><tr><td>Friday</td><td>two</td></tr></table>"
    assert "Friday  two" in report_from_page(page(below=table)).text.split("\n")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "iso-8859-1", "windows-1252", "nonsense"])
def test_bytes_are_read_in_the_encoding_that_the_server_names(charset: str) -> None:
    """A wrong name is passed over."""
    told = (
        *PARAGRAPHS[:2],
        "The baker’s name was José Muñoz, his neighbor said." if "8859" not in charset else "José Muñoz, a baker.",
    )
    content = page(paragraphs=(*told, *PARAGRAPHS[3:])).encode(charset if charset != "nonsense" else "utf-8")
    found = take_page(Page(content, content_type=f"text/html; charset={charset}"), where="a")
    assert "José Muñoz" in found.reports[0].text


@pytest.mark.parametrize("kind", ["application/pdf", "image/jpeg", "application/json"])
def test_what_is_no_page_is_told(kind: str) -> None:
    """By what the server says that it is."""
    found = take_page(Page(b"%PDF-1.7", content_type=kind), where="https://t.example/a")
    assert found.reports == ()
    assert [problem.message for problem in found.problems] == [f"is {kind!r}, not a page"]


def test_plain_text_from_a_server_is_a_report() -> None:
    """Police departments publish releases so."""
    found = take_page(Page(b"TULSA, Okla. -- A man was shot.", "https://t.example/r.txt", "text/plain"), where="a")
    assert [(report.text, report.url) for report in found.reports] == [
        ("TULSA, Okla. -- A man was shot.", "https://t.example/r.txt")
    ]


@pytest.mark.parametrize(
    "part",
    ["<p>March 5, 2021</p>", "<div><time datetime='2021-03-05T10:00:00Z'></time><p>a b c d e f g h i j</p></div>"],
    ids=["dates", "entries of a live blog"],
)
def test_a_page_of_nothing_but_dates_takes_seconds(part: str) -> None:
    """A second opinion on tens of thousands of paragraphs would take minutes."""
    written = f"<html><body><h1>Dates</h1><div class='liveblog'>{part * (500_000 // len(part))}</div></body></html>"
    begun = time.process_time()
    take_page(Page(written.encode(), "https://tribune.example/dates"), where="dates")
    assert time.process_time() - begun < 20
