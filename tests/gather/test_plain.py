"""Reports from plain text."""

from datetime import date

import pytest

from citydesk.gather import report_from_text
from citydesk.gather.plain import report_from_plain
from citydesk.model import InputError, make_report_id

STORY = "date 2021-03-05\nTULSA, Okla. (KZQX) -- A man was shot on Elm Street."


def test_the_text_stays_as_it_is_and_its_head_counts() -> None:
    """Date, place and outlet are taken from the head; offsets are those of the text given."""
    report = report_from_text(STORY)
    assert (report.text, report.published, report.publisher) == (STORY, date(2021, 3, 5), "KZQX")
    assert report.dateline is not None
    assert (report.dateline.value.city, report.dateline.value.state) == ("Tulsa", "OK")
    assert report.id == make_report_id(None, STORY)
    assert report.plain


@pytest.mark.parametrize("published", ["2022-01-01", date(2022, 1, 1)])
def test_a_date_given_goes_before_that_of_the_head(published: str | date) -> None:
    """It is the caller who knows."""
    assert report_from_text(STORY, published=published).published == date(2022, 1, 1)


def test_a_bad_date_is_an_error_for_one_and_a_problem_among_many() -> None:
    """A file is read without its date; a caller of the library is told."""
    with pytest.raises(InputError, match="'0000-00-00' is no date"):
        report_from_text("date 0000-00-00\nA man was shot.")
    report, problem = report_from_plain("date 0000-00-00\nA man was shot.", where="a.txt", file="a.txt")
    assert (report.published, report.file) == (None, "a.txt")
    assert problem is not None
    assert (problem.where, problem.message.endswith("; read without a date")) == ("a.txt", True)


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_text_without_words_is_an_error(text: str) -> None:
    """There is nothing to read."""
    with pytest.raises(InputError, match="has no text"):
        report_from_text(text)


def test_what_no_file_can_hold_is_replaced() -> None:
    """NUL and lone surrogates from a caller's string."""
    assert report_from_text("A man\0 was\ud800 shot.").text == "A man\ufffd was\ufffd shot."
