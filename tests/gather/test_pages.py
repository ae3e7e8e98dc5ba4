"""Reports from news pages."""

from datetime import UTC, date, datetime

import pytest

from citydesk.gather import report_from_page
from citydesk.model import InputError, Origins, make_report_id

PARAGRAPHS = (
    "TULSA, Okla. (KZQX) -- A 24-year-old man was shot in the leg on Elm Street on Friday night, police said.",
    "Officers were called at about 9:40 p.m. and found Mr. Ash Bell, a baker, on the steps of his shop.",
    "“I heard three bangs and then somebody running,” said a neighbor, Cora Dunn, who called for help.",
)


def _page(*, head: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>Baker shot in Tulsa | Tulsa Tribune</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/sports'>Sports</a></nav>"
        f"<article><h1>Baker shot in Tulsa</h1>{body}</article><footer>© Tulsa Tribune</footer></body></html>"
    )


HEAD = (
    '<link rel="canonical" href="https://tribune.example/2021/03/baker-shot">'
    '<meta property="og:site_name" content="Tulsa Tribune">'
    '<meta property="article:published_time" content="2021-03-06T04:10:00Z">'
    '<meta name="author" content="Ada Quill">'
)


def test_a_page_gives_all_that_it_says_of_itself() -> None:
    """Text, title, address, publisher, byline, day and language."""
    report = report_from_page(_page(head=HEAD), file="baker.html")
    assert report.title == "Baker shot in Tulsa"
    assert report.url == "https://tribune.example/2021/03/baker-shot"
    assert report.id == make_report_id(report.url, "")
    assert (report.publisher, report.byline) == ("Tulsa Tribune", "Ada Quill")
    assert report.published == datetime(2021, 3, 6, 4, 10, tzinfo=UTC)
    assert report.origins == Origins(
        text="trafilatura",
        title="headline shown",
        url="link rel=canonical",
        publisher="meta og:site_name",
        byline="meta author",
        published="meta article:published_time",
        language="html lang",
    )
    assert (report.file, report.plain) == ("baker.html", False)
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    assert "Sports" not in report.text


def test_the_text_fills_what_the_page_does_not_say() -> None:
    """A posting line and the dateline of the article count as those of a plain text do."""
    page = _page(paragraphs=("Posted: March 5, 2021", *PARAGRAPHS)).replace("© Tulsa Tribune", "")
    report = report_from_page(page)
    assert report.published == date(2021, 3, 5)
    assert report.dateline is not None
    assert (report.dateline.value.city, report.publisher) == ("Tulsa", "KZQX")


@pytest.mark.parametrize(
    "canonical", ["https://tribune.example/", "https://tribune.example", "/", "javascript:x", "http://["]
)
def test_the_address_of_a_site_is_not_that_of_an_article(canonical: str) -> None:
    """A page that names its front page as its own address has none, or all of its articles would be one."""
    report = report_from_page(_page(head=f'<link rel="canonical" href="{canonical}">'))
    assert report.url is None
    assert report.id == make_report_id(None, report.text)


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><body><img src='a.jpg'><p>Photo by Ada Quill</p></body></html>",
        "<html><head><script>window.app = {}</script></head><body><div id='root'></div></body></html>",
        "<!doctype html>",
        "<" * 10_000,
    ],
    ids=["empty", "caption", "scripts", "only a doctype", "brackets"],
)
def test_a_page_without_an_article_is_told(html: str) -> None:
    """The message says what such pages are."""
    with pytest.raises(InputError, match="page without an article"):
        report_from_page(html)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<html><body>" + "<div>" * 20_000 + "word " * 50, "without an article"),
        ("<html><body " + " ".join(f'a{n}="x"' for n in range(20_000)) + ">", "thousands of attributes"),
        ("<html>" + "<!--" * 50_000, "without an article"),
    ],
    ids=["deep", "attributes", "comments"],
)
def test_hostile_pages_cost_little(html: str, message: str) -> None:
    """Pages made to break a parser are left out."""
    with pytest.raises(InputError, match=message):
        report_from_page(html)


def test_characters_that_no_file_can_hold_are_replaced() -> None:
    """Character references may name a NUL."""
    report = report_from_page(_page(paragraphs=(*PARAGRAPHS, "The end&#0; of &#xD800; it, said the police of Tulsa.")))
    assert report.model_dump_json().encode()
