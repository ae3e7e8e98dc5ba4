"""Posts shown in full."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.said.agencies import find_agencies
from citydesk.read.said.posts import find_posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Avoid the area. — Alton Police (@AltonPolice) May 3, 2026", [("Avoid the area.", "Alton Police")]),
        ("Avoid it now. pic.twitter.com/x1 — AU (@AltonU) May 3, 2026", [("Avoid it now.", "AU")]),
        ("We grieve today. — Mayor Ann Roe (@MayorRoe) May 3, 2026", [("We grieve today.", "Mayor Ann Roe")]),
        (
            "Northern Ohio University is closed.\n\nStay inside now. — NOU (@NOU) May 3, 2026",
            [("Stay inside now.", "Northern Ohio University")],
        ),
        ("I am at the scene. — Ann Roe (@AnnRoe) May 3, 2026", []),
        ("I am at the scene. — Ann Roe KXYZ News (@AnnRoe) May 3, 2026", []),
    ],
    ids=["body", "acronym with a link", "office", "acronym spelled out", "anybody", "reporter"],
)
def test_finds_posts_of_bodies_and_officials(text: str, posts: list[tuple[str, str]]) -> None:
    """Words without links, and the account by its name; other people's posts are left out."""
    document = open_document(Report(id=ReportId("r1"), text=text))
    found = find_posts(document, find_agencies(document, ()))
    assert [(document.words(post.words), post.account.value) for post in found] == posts
