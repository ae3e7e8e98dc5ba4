"""Reports from news pages: article text, title, date, publisher, byline and address, taken out by trafilatura."""

import logging
import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from citydesk.gather.decode import holdable
from citydesk.gather.heading import read_heading
from citydesk.gather.published import parse_published
from citydesk.model import InputError, Published, Report, make_report_id

_LEAST_WORDS = 12
"""Fewer are a caption or a notice, not an article."""
_ENDLESS_TAG = re.compile(r"<[a-zA-Z](?:[^<>=]{0,200}=){5000}")
"""A tag with so many attributes is an attack: parsers take time that grows with their square."""


def report_from_page(html: str, *, file: str | None = None) -> Report:
    """The report on a news page. Raises InputError for a page without an article."""
    found = _extract(html)
    text = holdable(found.text) if found is not None and found.text else ""
    if len(text.split()) < _LEAST_WORDS:
        raise InputError("is a page without an article: a gallery, a paywall or a shell for scripts")
    heading = read_heading(text)
    url = _article_address(found.url)
    return Report(
        id=make_report_id(url, text),
        text=text,
        title=holdable(found.title or ""),
        url=url,
        publisher=_words(found.sitename) or heading.publisher,
        byline=_words(found.author),
        published=_published(found.date) or heading.published,
        dateline=heading.dateline,
        language=_words(found.language),
        file=file,
        plain=False,
    )


def _extract(html: str) -> Any:
    """Trafilatura's document, or None. Its own complaints about broken pages are ours to make."""
    if _ENDLESS_TAG.search(html):
        raise InputError("is a page with thousands of attributes in one tag, as no news page has")
    trafilatura = _trafilatura()
    try:
        return trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    except Exception as error:  # the edge: a page can break its parser in ways that no list holds
        raise InputError(f"is a page that cannot be taken apart: {type(error).__name__}") from error


@cache
def _trafilatura() -> Any:
    """The library, loaded when the first page comes, since that takes half a second."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return trafilatura


def _article_address(url: str | None) -> str | None:
    """The address that a page gives for itself; None for that of a whole site, which many careless pages give."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    of_an_article = parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query)
    return holdable(url or "") if of_an_article else None


def _words(found: str | None) -> str | None:
    return holdable(found) if found else None


def _published(words: str | None) -> Published | None:
    try:
        return parse_published(words) if words else None
    except InputError:
        return None
