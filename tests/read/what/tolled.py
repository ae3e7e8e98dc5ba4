"""The words of a sentence as the modules of `what` look at them."""

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.page.words import Words, find_words


def words_of(text: str) -> Words:
    """The words of a report that has this text and no title."""
    return find_words(open_document(Report(id=ReportId("r1"), text=text)))
