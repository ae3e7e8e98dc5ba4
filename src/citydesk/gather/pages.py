"""Reports from news pages: the story's text and all that the page states of it.

In: a page as text or as the bytes that a server sent, with its address. Out: its reports (one, or the entries of a live
blog), problems, and where its next part stands. What is done with each part of a page stands in `gather/page`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from citydesk.gather.decode import decode_as, holdable
from citydesk.gather.heading import Heading, read_heading
from citydesk.gather.page.addresses import article_address
from citydesk.gather.page.body import Body, extract_body
from citydesk.gather.page.kinds import LEAST_WORDS, partial_reason, reason_for_none
from citydesk.gather.page.linked import read_linked
from citydesk.gather.page.live import Entry, find_entries
from citydesk.gather.page.markup import parse_markup
from citydesk.gather.page.parts import next_part
from citydesk.gather.page.stated import Chosen, Stated, read_stated
from citydesk.gather.plain import report_from_plain
from citydesk.model import InputError, Origins, Problem, Report, make_report_id

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "")
_NO_CHOICE: Chosen[str] = Chosen("", "")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a server sent it."""

    content: bytes
    url: str | None = None
    """The address that answered, after redirects."""
    content_type: str = ""
    """What the server said that it is ("text/html; charset=utf-8"); "" where that is not known."""
    file: str | None = None
    """The file that it was kept in."""


class PageFound(NamedTuple):
    """What a page gives."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]
    next_part: str | None = None
    """The address of the story's next part; see `join_parts`."""


def take_page(page: Page, *, where: str) -> PageFound:
    """The reports of a page, and what is wrong with it, named by `where`. Never raises for what the page holds."""
    try:
        kind = page.content_type.partition(";")[0].strip().lower()
        if kind == "text/plain":
            report, problem = report_from_plain(decoded(page), where=where, file=page.file)
            return PageFound((_addressed(report, page.url),), () if problem is None else (problem,))
        if kind not in _PAGE_TYPES:
            raise InputError(f"is {kind[:60]!r}, not a page")
        return reports_from_markup(decoded(page), where=where, url=page.url, file=page.file)
    except InputError as error:
        return PageFound((), (Problem(where, str(error)),))


def decoded(page: Page) -> str:
    """The text of a page: UTF-8 where it is that, else as its server named it, else as it says itself.

    Raises InputError for what is no text.
    """
    if not page.content.strip():
        raise InputError("is empty")
    named = _CHARSET.search(page.content_type)
    return decode_as(page.content, named[1] if named else None)


def report_from_page(html: str, *, url: str | None = None, file: str | None = None) -> Report:
    """The report on a news page, of a live blog its latest entry. Raises InputError for a page without an article."""
    return reports_from_markup(html, where=file or url or "page", url=url, file=file).reports[-1]


def reports_from_markup(html: str, *, where: str, url: str | None = None, file: str | None = None) -> PageFound:
    """The reports of a page's markup. Raises InputError for a page without an article."""
    tree = parse_markup(html)
    if tree is None:
        raise InputError("is a page without an article: it is empty")
    linked = read_linked(tree)
    stated = read_stated(tree, linked, address=article_address(url))
    own = stated.url.value if stated.url is not None else None
    entries = find_entries(tree, linked, url=own)
    further = next_part(tree, url=article_address(url) or own)
    body = extract_body(tree, linked, stated.headings)
    heading = _heading(body)
    if entries:
        made = [_entry_report(_made(stated, body, heading, file), entry) for entry in entries]
        return PageFound(tuple(made), ())
    if len(body.text.split()) < LEAST_WORDS:
        raise InputError(f"is a page without an article: {reason_for_none(tree, linked)}")
    partial = partial_reason(tree, linked, body.text)
    report = _made(stated, body, heading, file).model_copy(update={"partial": partial})
    if partial is None:
        return PageFound((report,), (), further)
    told = f"is only a part of its story, for {partial}: its {len(body.text.split())} words are read as they are"
    return PageFound((report,), (Problem(where, told),), further)


def join_parts(parts: Sequence[Report]) -> Report:
    """The story that is told on several pages, as one report: the first page's, with the text of all."""
    first = parts[0]
    texts = list(dict.fromkeys(part.text for part in parts))
    corrections = tuple(dict.fromkeys(note for part in parts for note in part.corrections))
    return first.model_copy(update={"text": "\n".join(texts), "corrections": corrections})


def _heading(body: Body) -> Heading:
    """What the head of the text says: its dateline by the text as kept, day and outlet also by what was left out."""
    kept, raw = read_heading(body.text), read_heading(body.raw)
    return Heading(kept.published or raw.published, kept.publisher or raw.publisher, kept.dateline)


def _made(stated: Stated, body: Body, heading: Heading, file: str | None) -> Report:
    """The report, each field from the page or, where that says nothing, from the head of its text."""
    from_head = "the head of the text"
    publisher, published = stated.publisher, stated.published
    if heading.publisher and (publisher is None or publisher.origin == "address"):
        publisher = Chosen(heading.publisher, from_head)
    if heading.published is not None and published is None:
        published = Chosen(heading.published, from_head)
    url = holdable(stated.url.value) if stated.url is not None else None
    return Report(
        id=make_report_id(url, body.text),
        text=body.text,
        title=holdable((stated.title or _NO_CHOICE).value),
        url=url,
        publisher=_words(publisher),
        byline=_words(stated.byline),
        published=published.value if published is not None else None,
        updated=stated.updated.value if stated.updated is not None else None,
        section=_words(stated.section),
        corrections=body.corrections,
        dateline=heading.dateline,
        language=_words(stated.language),
        file=file,
        plain=False,
        origins=_origins(stated, body, publisher, published),
    )


def _origins(stated: Stated, body: Body, publisher: Chosen[str] | None, published: object) -> Origins:
    chosen = {name: getattr(stated, name) for name in ("title", "url", "byline", "updated", "language", "section")}
    chosen |= {"publisher": publisher, "published": published}
    return Origins(text=body.origin, **{name: one.origin for name, one in chosen.items() if one is not None})


def _entry_report(page: Report, entry: Entry) -> Report:
    """One entry of a live blog as a report, with what the page says of all of it."""
    heading = read_heading(entry.text)
    told = {
        "id": make_report_id(entry.url, entry.text),
        "text": entry.text,
        "title": entry.title or page.title,
        "url": entry.url,
        "published": entry.published,
        "updated": None,
        "dateline": heading.dateline,
        "part_of": page.id,
    }
    return page.model_copy(update=told)


def _addressed(report: Report, url: str | None) -> Report:
    address = article_address(url)
    if address is None:
        return report
    return report.model_copy(update={"url": address, "id": make_report_id(address, report.text)})


def _words(chosen: Chosen[str] | None) -> str | None:
    return holdable(chosen.value) if chosen is not None and chosen.value else None
