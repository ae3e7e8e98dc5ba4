"""Stories that are told on several pages.

In: the tree of one page and its address. Out: the address of the next part, if there is one.
"""

import re
from urllib.parse import urlsplit

from citydesk.gather.page.addresses import article_address
from citydesk.gather.page.markup import Tree, words_of

_NEXT = (
    "//link[@rel='next']/@href | //a[@rel='next']/@href"
    " | //a[contains(@class, 'next-page') or contains(@class, 'page-next') or contains(@class, 'nextpage')]/@href"
)
_NUMBERED = re.compile(r"^(?:next(?: page)?|continue(?: to)? page \d{1,2}|page \d{1,2}|\d{1,2})\W{0,4}$", re.IGNORECASE)
_PAGERS = "//*[contains(@class, 'pagination') or contains(@class, 'page-links') or contains(@class, 'pager')]//a[@href]"
_PART = re.compile(r"(?:[/?&_-]|^)(?:page|pg|p|part|pagina)?[=/_-]?(?P<number>\d{1,2})(?:\.html?|/)?$", re.IGNORECASE)
_DATED = re.compile(r"/(?:19|20)\d\d(?:/\d{1,2})?$")
"""What stands before a number that is a day."""
_END = re.compile(r"(?:\.html?|/)$")
LAST_PART = 20


def next_part(tree: Tree, *, url: str | None) -> str | None:
    """The address of the next part of the story; None on its last or only page.

    Only a page of the same site counts whose address is this one's with a higher page number.
    """
    if url is None:
        return None
    here = part_number(url)
    offered = [str(href) for href in tree.xpath(_NEXT)[:10]]
    offered += [one.get("href") for one in tree.xpath(_PAGERS)[:40] if _NUMBERED.match(words_of(one))]
    for href in offered:
        whole = article_address(href, base=url)
        if whole is not None and _stem(whole) == _stem(url) and part_number(whole) == here + 1 <= LAST_PART:
            return whole
    return None


def part_number(url: str) -> int:
    """Which part of its story an address is of: 1 where it has no number."""
    parts = urlsplit(url)
    mark = _PART.search(f"?{parts.query}") if parts.query else _PART.search(parts.path)
    number = int(mark["number"]) if mark else 1
    return number if 1 <= number <= LAST_PART else 1


def _stem(url: str) -> tuple[str, str]:
    """An address without its page number."""
    parts = urlsplit(url)
    path = parts.path
    if not parts.query and part_number(url) > 1:
        path = _PART.sub("", path)
        if _DATED.search(path):
            path = parts.path
    return (parts.hostname or "").removeprefix("www."), _END.sub("", path).rstrip("/")
