"""Posts that a page shows within its story."""

import pytest

from citydesk.gather import report_from_page
from citydesk.read import read
from tests.gather.page.made import PARAGRAPHS, page

TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Suspect is in custody. Thank you for your help. '
    '<a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Alton Police (@AltonPolice) '
    '<a href="https://twitter.com/AltonPolice/status/1">May 3, 2016</a></blockquote>'
    '<script async src="https://platform.twitter.com/widgets.js"></script>'
)
LINE = "Suspect is in custody. Thank you for your help. pic.twitter.com/x — Alton Police (@AltonPolice) May 3, 2016"


@pytest.mark.parametrize(
    "frame",
    ["{}", "<div class='embed twitter'><div>{}</div></div>", "<aside class='social-embed'>{}</aside>"],
    ids=["bare", "framed", "aside"],
)
def test_a_post_stays_where_it_stands_with_its_author(frame: str) -> None:
    """One line: its words, then whose they are."""
    told = (*PARAGRAPHS[:2], "</p>" + frame.format(TWEET) + "<p>", *PARAGRAPHS[2:])
    lines = report_from_page(page(paragraphs=told)).text.split("\n")
    assert lines == [*PARAGRAPHS[:2], LINE, *PARAGRAPHS[2:]]


def test_the_reader_quotes_the_author_of_a_post() -> None:
    """That is what the form is for."""
    told = (*PARAGRAPHS[:2], "</p>" + TWEET + "<p>", *PARAGRAPHS[2:])
    reading = read(report_from_page(page(paragraphs=told)))
    quotes = {quote.text: quote for quote in reading.quotes}
    post = quotes["Suspect is in custody. Thank you for your help."]
    assert post.speaker is not None
    assert "Alton Police" in post.speaker.value
