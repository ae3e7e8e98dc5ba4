"""Stories on several pages."""

import pytest

from citydesk.gather import Page, join_parts, take_page
from citydesk.gather.page.parts import next_part, part_number
from tests.gather.page.made import PARAGRAPHS, page, tree_of

NEXT = {
    "link in the head": ("https://t.example/a", "<link rel='next' href='/a?page=2'>", "https://t.example/a?page=2"),
    "link in the page": ("https://t.example/a", "<a rel='next' href='/a/2'>Next</a>", "https://t.example/a/2"),
    "numbers": (
        "https://t.example/a/2/",
        "<div class='pagination'><a href='/a/3/'>3</a></div>",
        "https://t.example/a/3/",
    ),
    "another story": ("https://t.example/a", "<a rel='next' href='/b/2'>Next</a>", None),
    "another site": ("https://t.example/a", "<a rel='next' href='https://u.example/a/2'>Next</a>", None),
    "the page itself": ("https://t.example/a/2", "<a rel='next' href='/a/2'>Next</a>", None),
    "a step too far": ("https://t.example/a", "<a rel='next' href='/a/5'>Next</a>", None),
    "a newer story": ("https://t.example/2021/03/05", "<a rel='next' href='/2021/03/06'>Next day</a>", None),
    "no address": (None, "<a rel='next' href='/a/2'>Next</a>", None),
}


@pytest.mark.parametrize(("url", "link", "expected"), NEXT.values(), ids=NEXT)
def test_the_next_part_is_the_next_page_of_the_same_story(url: str | None, link: str, expected: str | None) -> None:
    """Its address is this one's, with a page number that is one higher."""
    assert next_part(tree_of(page(below=link)), url=url) == expected


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://t.example/a", 1),
        ("https://t.example/a?page=2", 2),
        ("https://t.example/a/3.html", 3),
        ("https://t.example/1041", 1),
    ],
)
def test_part_numbers(url: str, number: int) -> None:
    """Higher ones than twenty are something else."""
    assert part_number(url) == number


def test_parts_are_joined_into_one_report() -> None:
    """The first page says what it is; the text is that of all."""
    url = "https://t.example/a"
    first = take_page(
        Page(page(paragraphs=PARAGRAPHS[:2], below="<a rel='next' href='/a/2'>2</a>").encode(), url), where=url
    )
    second = take_page(Page(page(paragraphs=PARAGRAPHS[2:]).encode(), f"{url}/2"), where=url)
    assert first.next_part == f"{url}/2"
    whole = join_parts([*first.reports, *second.reports])
    assert whole.text.split("\n") == list(PARAGRAPHS)
    assert (whole.id, whole.url) == (first.reports[0].id, url)
