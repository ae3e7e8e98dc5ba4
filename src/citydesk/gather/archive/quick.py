"""A quick look at an archived page: its words, good enough to say whether they tell of anything that is kept.

In: a page as a server sent it. Out: its title and words, by resiliparse, some twenty times as fast as the careful way;
None for a page that only the careful way can judge.
"""

import re
from typing import NamedTuple

from citydesk.gather.decode import holdable
from citydesk.gather.pages import Page, decoded
from citydesk.model import InputError

_THIN_WORDS = 60
"""With fewer, the story may have been thrown away, and all words of the page are looked at."""
_MANY_TAGS, _DEEP = 3_000, 1_000
"""resiliparse takes time that grows with the square of the depth: half a second at 3,000."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr p li option td tr th dt dd".split())
_SITE_BEHIND = re.compile(r"\s+[|–—»]\s+[^|–—»]{1,60}$")


class QuickLook(NamedTuple):
    """What a quick look finds."""

    title: str
    text: str


def look_quickly(page: Page) -> QuickLook | None:
    """The title and words of a page. Raises InputError for what is no text."""
    written = decoded(page)
    if page.content_type.startswith("text/plain"):
        return QuickLook("", written)
    if written.count("<") > _MANY_TAGS and _is_deep(written):
        return None
    from resiliparse.extract.html2text import extract_plain_text  # only where there is an archive
    from resiliparse.parse.html import HTMLTree

    try:
        tree = HTMLTree.parse(written)
        title = " ".join((tree.title or "").split())
        text = _words(extract_plain_text(tree, main_content=True, list_bullets=False, alt_texts=False))
        if len(text.split()) < _THIN_WORDS:
            text = _words(extract_plain_text(tree, list_bullets=False, alt_texts=False))
    except (ValueError, RuntimeError) as error:  # its parser's own errors are RuntimeErrors
        raise InputError(f"is a page that cannot be taken apart: {type(error).__name__}") from error
    return QuickLook(holdable(_SITE_BEHIND.sub("", title))[:500], text)


def _words(text: str) -> str:
    return holdable(text).strip()


def _is_deep(written: str) -> bool:
    depth = 0
    for mark in _TAG.finditer(written):
        if mark[2].lower() not in _VOID:
            depth += -1 if mark[1] else 1
            if depth > _DEEP:
                return True
    return False
