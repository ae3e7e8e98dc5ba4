"""The pages of sitemaps: news sitemaps, plain ones, and the sitemaps that an index names.

In: the text of a sitemap. Out: pages, or the addresses of further sitemaps; InputError for what is none. XML with a
document type, and so with entities, is refused.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from citydesk.gather.fetching.web_address import parse_address
from citydesk.gather.following.naming import NamedPage, make_named, newest_first
from citydesk.model import InputError

_MARKED = re.compile(r"<(?:\w{1,20}:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_HEAD_CHARACTERS = 4_000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_NEWS = re.compile(r"news|latest|recent|today", re.IGNORECASE)
MAX_CHILDREN = 3
"""Sitemaps of an index that are read at a visit."""


class Sitemap(NamedTuple):
    """What a sitemap holds: pages, or further sitemaps."""

    pages: list[NamedPage]
    children: list[str]
    """The few of an index that are worth a visit: those for news, else those that changed last."""
    news: bool
    """Whether it is a news sitemap, which holds the last days and nothing else."""


def is_sitemap(text: str) -> bool:
    """Whether a text looks like a sitemap by its first characters."""
    return bool(_MARKED.search(text[:_HEAD_CHARACTERS]))


def is_for_news(address: str) -> bool:
    """Whether the address of a sitemap says that it is one for news."""
    return bool(_NEWS.search(urlsplit(address).path))


def read_sitemap(text: str, address: str) -> Sitemap:
    """What the sitemap at an address holds. Raises InputError for what is none."""
    if not is_sitemap(text):
        raise InputError("is no sitemap but another page")
    pages: list[NamedPage | None] = []
    children: list[tuple[str, str]] = []
    news = False
    for kind, told in _entries(text):
        if kind == "sitemap":
            children.append((told.get("lastmod", ""), told.get("loc", "")))
        else:
            news = news or "publication_date" in told
            published = told.get("publication_date") or told.get("lastmod")
            pages.append(
                make_named(
                    told.get("loc"), address, title=told.get("title"), published=published, updated=told.get("lastmod")
                )
            )
    return Sitemap(newest_first(pages), _worth_a_visit(children, address), news)


def _entries(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each `url` and `sitemap`, with the words of what is in it, by name without its namespace."""
    body = BytesIO(_DECLARATION.sub("", text.lstrip("\ufeff")).encode("utf-8", "replace"))
    told: dict[str, str] = {}
    try:
        for _, element in iterparse(body, forbid_dtd=True):
            name = _plain_name(element)
            if name in ("url", "sitemap"):
                yield name, told
                told = {}
            elif element.text and name in ("loc", "lastmod", "title", "publication_date"):
                told.setdefault(name, element.text.strip())
            element.clear()
    except DefusedXmlException:
        raise InputError("is a sitemap with entities of its own, as attacks have") from None
    except (ParseError, ValueError, LookupError):
        raise InputError("is a sitemap that is no well-formed XML") from None


def _plain_name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _worth_a_visit(children: list[tuple[str, str]], address: str) -> list[str]:
    """Of an index's sitemaps those for news, else those that changed last."""
    whole: list[tuple[str, str]] = []
    for changed, given in children:
        try:
            whole.append((changed, parse_address(given, address)))
        except InputError:
            continue
    news = [one for one in whole if is_for_news(one[1])]
    return [child for _, child in sorted(news or whole, reverse=True)[:MAX_CHILDREN]]
