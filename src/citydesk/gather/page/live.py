"""A live blog as what it is: many dated reports on one page.

In: the tree of a page and its JSON-LD. Out: its entries, each with its own words, time and address, oldest first; none
where it is no live blog.
"""

import re
from collections import Counter
from itertools import takewhile
from typing import NamedTuple

from citydesk.gather.decode import holdable
from citydesk.gather.page.addresses import article_address
from citydesk.gather.page.linked import Linked, LinkedData, types_of
from citydesk.gather.page.markup import Tree, words_of
from citydesk.gather.page.moments import read_moment, utc_of
from citydesk.model import Published

_MOST = 500
_LEAST_ENTRIES, _LEAST_WORDS = 2, 8
_CONTAINERS = (
    "//*[contains(@class, 'live-blog') or contains(@class, 'liveblog') or contains(@class, 'live_blog')"
    " or contains(@class, 'live-updates') or contains(@id, 'liveblog') or contains(@id, 'live-blog')]"
)
_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,300}>")
_BLOCKS = ("p", "li", "blockquote", "h2", "h3", "h4")


class Entry(NamedTuple):
    """One entry of a live blog."""

    text: str
    title: str
    published: Published
    url: str | None


def find_entries(tree: Tree, linked: LinkedData, *, url: str | None) -> list[Entry]:
    """The entries of a live blog, oldest first."""
    found = _linked_entries(linked, url) or _marked_entries(tree, url)
    if len(found) < _LEAST_ENTRIES:
        return []
    return sorted(found, key=lambda one: (utc_of(one.published), one.text))


def _linked_entries(linked: LinkedData, url: str | None) -> list[Entry]:
    entries: list[Entry] = []
    for blog in linked.articles:
        if "LiveBlogPosting" not in types_of(blog):
            continue
        updates = blog.get("liveBlogUpdate")
        for one in updates[:_MOST] if isinstance(updates, list) else []:
            entry = _linked_entry(one, url) if isinstance(one, dict) else None
            if entry is not None:
                entries.append(entry)
    return entries


def _linked_entry(one: Linked, url: str | None) -> Entry | None:
    body, title, day = (one.get(name) for name in ("articleBody", "headline", "datePublished"))
    published = read_moment(day) if isinstance(day, str) else None
    text = holdable(_TAG.sub(" ", body).strip()) if isinstance(body, str) else ""
    if published is None or len(text.split()) < _LEAST_WORDS:
        return None
    own = one.get("url")
    name = one.get("@id")
    address = own if isinstance(own, str) else name if isinstance(name, str) else None
    return Entry(text, holdable(title) if isinstance(title, str) else "", published, _address(address, day, url))


def _marked_entries(tree: Tree, url: str | None) -> list[Entry]:
    """Entries without JSON-LD: the outermost elements in the blog that have one time each."""
    for container in tree.xpath(_CONTAINERS)[:10]:
        times = container.xpath(".//time[@datetime]")[: _MOST + 1]
        inside = Counter(parent for time in times for parent in _up_to(container, time))
        entries = []
        for time in times[:_MOST]:
            whole = next((one for one in reversed(_up_to(container, time)) if inside[one] == 1), time)
            entry = _marked_entry(whole, time, url)
            if entry is not None and entry not in entries:
                entries.append(entry)
        if len(entries) >= _LEAST_ENTRIES:
            return entries
    return []


def _up_to(container: Tree, element: Tree) -> list[Tree]:
    """What an element stands in, from the inside, up to a container."""
    return list(takewhile(lambda one: one is not container, element.iterancestors()))


def _marked_entry(whole: Tree, time: Tree, url: str | None) -> Entry | None:
    published = read_moment(time.get("datetime"))
    blocks = [one for one in whole.iter(*_BLOCKS) if not any(inner in _BLOCKS for inner in _outer_tags(one, whole))]
    headings = [words_of(one) for one in blocks if one.tag in ("h2", "h3", "h4")]
    text = "\n".join(words for one in blocks if one.tag not in ("h2", "h3", "h4") and (words := words_of(one)))
    if published is None or len(text.split()) < _LEAST_WORDS:
        return None
    address = f"#{whole.get('id')}" if whole.get("id") else None
    return Entry(
        holdable(text),
        holdable(headings[0]) if headings else "",
        published,
        _address(address, time.get("datetime"), url),
    )


def _outer_tags(element: Tree, whole: Tree) -> list[str]:
    tags = []
    for parent in element.iterancestors():
        if parent is whole:
            break
        tags.append(parent.tag)
    return tags


def _address(own: str | None, moment: object, url: str | None) -> str | None:
    """The entry's own address; the page's with the entry's mark or time behind it where it has none."""
    if own and not own.startswith("#") and (whole := article_address(own, base=url)) is not None:
        mark = own.partition("#")[2]
        if mark or whole != url:
            return f"{whole}#{mark}" if mark else whole
    if url is None:
        return None
    return f"{url}{own}" if own and own.startswith("#") else f"{url}#{moment}"
