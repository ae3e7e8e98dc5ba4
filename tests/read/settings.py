"""Settings and scenes for tests of single stages: a report laid out, with whatever earlier stages would have found."""

from datetime import date

from citydesk.model import Report, ReportId
from citydesk.read.page.document import Span, open_document
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.said.said import find_quoted


def make_setting(text: str, *, title: str = "", today: date | None = date(2026, 3, 12)) -> Setting:
    """A setting of a report with this text, without times, places or agencies; its quotations are found."""
    report = Report(id=ReportId("r1"), text=text, title=title, published=today)
    document = open_document(report)
    return Setting(document, today, None, (), (), (), find_quoted(document))


def whole_scene(setting: Setting) -> Scene:
    """One main scene that takes the whole report."""
    return Scene(True, (Span(0, len(setting.document.text)),), Span(0, 1))
