"""Pages without a whole article."""

import pytest

from citydesk.gather import Page, take_page
from tests.gather.page.made import PARAGRAPHS, linked, page

WALL = "<div class='paywall'>Subscribe to continue reading.</div>"
PICTURES = "<div class='gallery'>" + "<figure><img src='a.jpg'></figure>" * 6 + "</div>"
NONE = {
    "paywall": (page(paragraphs=("A man was shot.",), below=WALL), "it stands behind a paywall"),
    "gallery": (page(paragraphs=(), below=PICTURES), "it is a gallery of 6 pictures"),
    "video": (
        page(
            head='<meta property="og:type" content="video.other">', paragraphs=(), below="<video src='a.mp4'></video>"
        ),
        "it is a video and no more",
    ),
    "shell": (
        "<html><head><script>app()</script></head><body><div id='root'></div></body></html>",
        "a shell that scripts",
    ),
    "empty": ("<html><body><p></p></body></html>", "it is empty"),
    "nothing": ("<!-- -->", "it is empty"),
}


@pytest.mark.parametrize(("html", "reason"), NONE.values(), ids=NONE)
def test_a_page_without_an_article_says_what_it_is(html: str, reason: str) -> None:
    """One problem, no report."""
    found = take_page(Page(html.encode()), where="a.html")
    assert found.reports == ()
    ((where, message),) = [(one.where, one.message) for one in found.problems]
    assert where == "a.html"
    assert message.startswith("is a page without an article: ")
    assert reason in message


PARTS = {
    "a paywall": page(paragraphs=PARAGRAPHS[:2], below=WALL),
    "a gallery": page(paragraphs=PARAGRAPHS[:1], below=PICTURES),
    "a video": page(head='<meta property="og:type" content="video.other">', paragraphs=PARAGRAPHS[:2]),
}


@pytest.mark.parametrize(("partial", "html"), PARTS.items(), ids=PARTS)
def test_the_beginning_of_a_story_is_read_and_said_to_be_one(partial: str, html: str) -> None:
    """A report that says that it is only a part, and a problem that says so too."""
    found = take_page(Page(html.encode()), where="a.html")
    assert [report.partial for report in found.reports] == [partial]
    words = len(found.reports[0].text.split())
    assert [problem.message for problem in found.problems] == [
        f"is only a part of its story, for {partial}: its {words} words are read as they are"
    ]


def test_a_whole_story_of_a_site_with_a_paywall_is_whole() -> None:
    """Metered sites show the first articles in full."""
    head = linked('{"@type": "NewsArticle", "isAccessibleForFree": false}')
    found = take_page(Page(page(head=head, paragraphs=PARAGRAPHS * 5).encode()), where="a.html")
    assert [report.partial for report in found.reports] == [None]
    assert found.problems == ()
