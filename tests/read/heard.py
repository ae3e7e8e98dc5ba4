"""Settings with bodies, quotations and sayings found, for tests of who says what."""

from datetime import date

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.page.setting import Saying, Setting
from citydesk.read.said.agencies import find_agencies
from citydesk.read.said.quoted import find_quoted
from citydesk.read.said.sayings import find_sayings


def make_heard(text: str, *, title: str = "") -> Setting:
    """A setting of a report with this text, its agencies, quotations and sayings."""
    report = Report(id=ReportId("r1"), text=text, title=title, published=date(2026, 3, 12))
    document = open_document(report)
    agencies, quoted = find_agencies(document, ()), find_quoted(document)
    sayings = find_sayings(document, agencies, quoted)
    return Setting(document, date(2026, 3, 12), None, (), (), agencies, quoted, sayings)


def speakers_in(text: str, *, title: str = "") -> list[str | None]:
    """The name behind each saying of a text, in order."""
    return [name_of(saying) for saying in make_heard(text, title=title).sayings]


def name_of(saying: Saying) -> str | None:
    """The name behind one saying."""
    return saying.voice.name if saying.voice is not None else None
