"""The address that a report from the web is known by, whether it was fetched now or stands in an archive.

In: a page with the address that answered. Out: its reports, each known by the page's own word for its address, else by
the one that answered. A page may only call itself by an address of its own site, or it could put words into another's
mouth.
"""

from urllib.parse import urldefrag

from citydesk.gather.fetching.web_address import canonical_address, same_site
from citydesk.gather.pages import Page, PageFound, take_page
from citydesk.model import InputError, Report, make_report_id


def take_addressed(page: Page, *, where: str) -> PageFound:
    """The reports of a page from the web, and what is wrong with it, named by `where`."""
    found = take_page(page, where=where)
    if page.url is None:
        return found
    return found._replace(reports=tuple(_known_by(report, page.url) for report in found.reports))


def _known_by(report: Report, answered: str) -> Report:
    """The report under its address; entries of a live blog are told apart by what stands behind the "#"."""
    url = _own_address(report.url, answered)
    if report.part_of is not None:
        behind = urldefrag(report.url or "").fragment
        url = f"{url}#{behind}" if behind else url
        return report.model_copy(update={"url": url, "id": make_report_id(url if behind else None, report.text)})
    return report.model_copy(update={"url": url, "id": make_report_id(url, report.text)})


def _own_address(stated: str | None, answered: str) -> str:
    for address in (stated, answered):
        try:
            if address is not None and same_site(address, answered):
                return canonical_address(address)
        except (InputError, ValueError):
            continue
    return answered
