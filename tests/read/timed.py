"""Settings with the times of their report found, for tests of what is told when."""

from dataclasses import replace
from datetime import date

from citydesk.model import Report, ReportId
from citydesk.read.page.document import Document, Span, open_document
from citydesk.read.page.setting import PlaceLevel, PlaceMention, Setting
from citydesk.read.when.when import find_times
from citydesk.read.where.dateline import find_dateline
from citydesk.read.where.where import find_places

THURSDAY = date(2020, 7, 2)
"""The day that the reports of these tests are from."""


def make_document(text: str, title: str = "") -> Document:
    """A report with this text, laid out."""
    return open_document(Report(id=ReportId("r1"), text=text, title=title, published=THURSDAY))


def make_timed_setting(text: str, *, title: str = "", today: date | None = THURSDAY) -> Setting:
    """A setting of a report with this text and its times."""
    document = make_document(text, title)
    return Setting(document, today, None, find_times(document, today), (), (), ())


def with_places(setting: Setting) -> Setting:
    """The setting with its dateline and the places of its report found."""
    dateline = find_dateline(setting.document)
    return replace(setting, dateline=dateline, places=find_places(setting.document, dateline))


def with_addresses(setting: Setting, *addresses: str) -> Setting:
    """The setting with these words found as street addresses, each where it first stands."""
    found = []
    for words in addresses:
        start = setting.document.text.index(words)
        found.append(PlaceMention(Span(start, start + len(words)), PlaceLevel.ADDRESS, words))
    return replace(setting, places=tuple(sorted(found, key=lambda place: place.span)))
