"""Reports from news pages: article text, title, date, publisher, byline and address, taken out by trafilatura."""

import logging
from functools import cache
from typing import Any

from citydesk.gather.decode import holdable
from citydesk.gather.published import parse_published
from citydesk.model import InputError, Published, Report, make_report_id

_LEAST_WORDS = 12
"""Fewer are a caption or a notice, not an article."""


def report_from_page(html: str, *, file: str | None = None) -> Report:
    """The report on a news page. Raises InputError for a page without an article."""
    found = _extract(html)
    text = holdable(found.text) if found is not None and found.text else ""
    if len(text.split()) < _LEAST_WORDS:
        raise InputError("is a page without an article: a gallery, a paywall or a shell for scripts")
    return Report(
        id=make_report_id(found.url, text),
        text=text,
        title=holdable(found.title or ""),
        url=found.url,
        publisher=found.sitename,
        byline=found.author,
        published=_published(found.date),
        language=found.language,
        file=file,
        plain=False,
    )


def _extract(html: str) -> Any:
    """Trafilatura's document, or None. Its own complaints about broken pages are ours to make."""
    trafilatura = _trafilatura()
    try:
        return trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"is a page that cannot be taken apart: {type(error).__name__}") from error


@cache
def _trafilatura() -> Any:
    """The library, loaded when the first page comes, since that takes half a second."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return trafilatura


def _published(words: str | None) -> Published | None:
    try:
        return parse_published(words) if words else None
    except InputError:
        return None
