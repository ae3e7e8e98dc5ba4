"""From the outside world to reports: files, folders of them, pages on the web and archives of these.

What comes from outside is data and hostile until parsed: sizes are bounded, bad parts become `Problem` values, and
nothing is executed.
"""

from citydesk.gather.archive.records import Archive, ArchivedPage
from citydesk.gather.archive.taking import glance_at, take_archived
from citydesk.gather.fetching.answers import Answer, FetchLimits, Known, Miss
from citydesk.gather.fetching.fetcher import Fetcher
from citydesk.gather.fetching.manners import HostBook, HostState, Manners
from citydesk.gather.fetching.web_address import canonical_address, host_of, is_address, parse_address, same_site
from citydesk.gather.files import STDIN, gather, gather_closed
from citydesk.gather.following.finding import FoundSource, find_sources
from citydesk.gather.following.naming import NamedPage, SourceKind
from citydesk.gather.following.visiting import Visit, visit_source
from citydesk.gather.leads import Lead
from citydesk.gather.pages import Page, PageFound, join_parts, report_from_page, take_page
from citydesk.gather.plain import report_from_text
from citydesk.gather.published import parse_published
from citydesk.gather.web import reports_from_answer

__all__ = [
    "STDIN",
    "Answer",
    "Archive",
    "ArchivedPage",
    "FetchLimits",
    "Fetcher",
    "FoundSource",
    "HostBook",
    "HostState",
    "Known",
    "Lead",
    "Manners",
    "Miss",
    "NamedPage",
    "Page",
    "PageFound",
    "SourceKind",
    "Visit",
    "canonical_address",
    "find_sources",
    "gather",
    "gather_closed",
    "glance_at",
    "host_of",
    "is_address",
    "join_parts",
    "parse_address",
    "parse_published",
    "report_from_page",
    "report_from_text",
    "reports_from_answer",
    "same_site",
    "take_archived",
    "take_page",
    "visit_source",
]
