"""Live blogs."""

import json
from datetime import UTC, datetime

from citydesk.gather import Page, take_page
from tests.gather.page.made import linked, page

URL = "https://tribune.example/live"
TOLD = {
    "a": ("2021-03-06T05:00:00Z", "Police say that the man who was shot on Elm Street has died in a hospital."),
    "b": ("2021-03-06T04:10:00Z", "A man was shot on Elm Street, and officers are looking for whoever shot him."),
}
HEAD = f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="Tulsa Tribune">'


def _check(html: str) -> None:
    found = take_page(Page(html.encode(), url=URL), where=URL)
    assert found.problems == ()
    assert [report.text for report in found.reports] == [TOLD["b"][1], TOLD["a"][1]]
    assert [report.published for report in found.reports] == [
        datetime(2021, 3, 6, 4, 10, tzinfo=UTC),
        datetime(2021, 3, 6, 5, tzinfo=UTC),
    ]
    assert [report.url for report in found.reports] == [f"{URL}#b", f"{URL}#a"]
    assert len({report.id for report in found.reports}) == 2
    assert len({report.part_of for report in found.reports} - {None}) == 1
    assert {report.publisher for report in found.reports} == {"Tulsa Tribune"}


def test_a_live_blog_in_json_ld_is_several_dated_reports() -> None:
    """Oldest first, each with its own address and time."""
    updates = [
        {"@type": "BlogPosting", "articleBody": f"<p>{text}</p>", "datePublished": day, "url": f"{URL}#{name}"}
        for name, (day, text) in TOLD.items()
    ]
    blog = {"@type": "LiveBlogPosting", "headline": "Shooting on Elm Street", "liveBlogUpdate": updates}
    _check(page(head=HEAD + linked(json.dumps(blog))))


def test_a_live_blog_in_markup_is_several_dated_reports() -> None:
    """Entries are told by the one time that each has."""
    entries = "".join(
        f"<div class='entry' id='{name}'><time datetime='{day}'>then</time><p>{text}</p></div>"
        for name, (day, text) in TOLD.items()
    )
    _check(page(head=HEAD, paragraphs=(), below=f"<div class='liveblog'>{entries}</div>"))


def test_a_page_with_one_dated_box_is_no_live_blog() -> None:
    """Two entries at least."""
    day, text = TOLD["a"]
    box = f"<div class='liveblog'><div id='a'><time datetime='{day}'>then</time><p>{text}</p></div></div>"
    found = take_page(Page(page(head=HEAD, below=box).encode()), where="a")
    assert [report.part_of for report in found.reports] == [None]
