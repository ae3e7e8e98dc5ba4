"""Reports from addresses on the web: an answer made a report, and the address that the report is known by.

In: addresses, and a fetcher. Out: reports and problems, as from files. What a page says is left to `pages`.
"""

from collections.abc import Iterable, Iterator

from citydesk.gather.addressed import take_addressed
from citydesk.gather.decode import decode_as
from citydesk.gather.fetching.answers import Answer, Miss
from citydesk.gather.fetching.fetcher import Fetcher
from citydesk.gather.pages import Page, PageFound, join_parts
from citydesk.model import Problem, Report

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
    named = "" if answer.charset is None else f"; charset={answer.charset[:40]}"
    page = Page(answer.body, answer.address, f"{answer.content_type}{named}")
    return take_addressed(page, where=answer.asked)


def text_of(answer: Answer) -> str:
    """The text of an answer: UTF-8 where it is that, else as its header says, else as it says itself.

    Raises InputError for what is no text.
    """
    return decode_as(answer.body, answer.charset)
