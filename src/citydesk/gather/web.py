"""Reports from addresses on the web: an answer made a report, and the address that the report is known by.

In: addresses, and a fetcher. Out: reports and problems, as from files. The one place where a fetched page becomes a
report; what a page says is left to `pages`.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from citydesk.gather.decode import decode, holdable
from citydesk.gather.fetching.answers import Answer, Miss
from citydesk.gather.fetching.fetcher import Fetcher
from citydesk.gather.fetching.web_address import canonical_address, same_site
from citydesk.gather.pages import Page, PageFound, join_parts, take_page
from citydesk.gather.streams import WIDE
from citydesk.model import InputError, Problem, Report, make_report_id

MAX_PARTS = 10
"""Of one story, told on several pages."""


def gather_addresses(addresses: Iterable[str], fetcher: Fetcher) -> Iterator[Report | Problem]:
    """The reports at each address, or the problem with it."""
    for address in addresses:
        answer = fetcher.fetch(address)
        if isinstance(answer, Miss):
            yield Problem(address, answer.message)
            continue
        found = reports_from_answer(answer, fetcher)
        yield from found.problems
        yield from found.reports


def reports_from_answer(answer: Answer, fetcher: Fetcher) -> PageFound:
    """The reports on a fetched page, with all parts of a story that goes on, and what is wrong with it.

    Each is known by the page's own word for its address, else by the one that answered. A page may only call itself by
    an address of its own site, or it could put words into the mouth of another.
    """
    found = _take(answer)
    if len(found.reports) != 1:
        return found
    parts, problems, seen = [found.reports[0]], list(found.problems), {answer.address}
    while found.next_part is not None and found.next_part not in seen and len(parts) < MAX_PARTS:
        seen.add(found.next_part)
        further = fetcher.fetch(found.next_part)
        if isinstance(further, Miss):
            problems.append(Problem(answer.asked, f"goes on at {further.address}, which {further.message}"))
            break
        found = _take(further)
        parts += found.reports[:1]
    whole = join_parts(parts) if len(parts) > 1 else parts[0]
    return PageFound((whole,), tuple(problems))


def _take(answer: Answer) -> PageFound:
    named = "" if answer.charset is None or _is_utf8(answer.body) else f"; charset={answer.charset[:40]}"
    page = Page(answer.body, answer.address, f"{answer.content_type}{named}")
    found = take_page(page, where=answer.asked)
    return found._replace(reports=tuple(_known_by(report, answer.address) for report in found.reports))


def _known_by(report: Report, answered: str) -> Report:
    """The report under its address; entries of a live blog are told apart by what stands behind the "#"."""
    url = _own_address(report.url, answered)
    if report.part_of is not None:
        behind = urldefrag(report.url or "").fragment
        url = f"{url}#{behind}" if behind else url
        return report.model_copy(update={"url": url, "id": make_report_id(url if behind else None, report.text)})
    return report.model_copy(update={"url": url, "id": make_report_id(url, report.text)})


def _own_address(stated: str | None, answered: str) -> str:
    try:
        if stated is not None and same_site(stated, answered):
            return canonical_address(stated)
    except (InputError, ValueError):
        pass
    return canonical_address(answered)


def text_of(answer: Answer) -> str:
    """The text of an answer: UTF-8 where it is that, else as its header says, else as it says itself.

    Raises InputError for what is no text.
    """
    body = answer.body
    for mark, encoding in WIDE:
        if body.startswith(mark):
            return holdable(body.decode(encoding, errors="replace"))
    if answer.charset is not None and not _is_utf8(body):
        try:
            return holdable(body.decode(answer.charset[:40]))
        except (LookupError, UnicodeError):
            pass
    return decode(body)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True
