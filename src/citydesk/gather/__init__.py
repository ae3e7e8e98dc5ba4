"""From the outside world to reports: files of text, pages and JSON, and folders of them.

What comes from outside is data and hostile until parsed: sizes are bounded, bad parts become `Problem` values, and
nothing is executed.
"""

from citydesk.gather.files import STDIN, gather
from citydesk.gather.pages import Page, PageFound, join_parts, report_from_page, take_page
from citydesk.gather.plain import report_from_text
from citydesk.gather.published import parse_published

__all__ = [
    "STDIN",
    "Page",
    "PageFound",
    "gather",
    "join_parts",
    "parse_published",
    "report_from_page",
    "report_from_text",
    "take_page",
]
