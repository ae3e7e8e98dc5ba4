"""The pages of feeds: RSS, Atom and JSON Feed.

In: the text of a feed. Out: its pages; InputError for what is no feed. A document with entities of its own is refused
before any parser sees it. feedparser reads what is no well-formed XML, as many feeds are; the others are read by a
strict parser, which takes a thirtieth of the time (10,000 items: 0.4 s and 13 s).
"""

import json
import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from citydesk.gather.following.naming import NamedPage, make_named, newest_first
from citydesk.model import InputError

_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]{0,2000}\[", re.IGNORECASE)
_MARKED = re.compile(r"<(?:rss|feed|rdf:RDF|channel|(?:\w{1,20}:)feed)[\s>]", re.IGNORECASE)
_HEAD_CHARACTERS = 4_000
_MAX_BROKEN_BYTES = 1_000_000
"""A feed that is no well-formed XML is read leniently up to this size: that takes some ten seconds."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def is_feed(text: str) -> bool:
    """Whether a text looks like a feed by its first characters."""
    head = text[:_HEAD_CHARACTERS]
    return bool(_MARKED.search(head)) or (head.lstrip("\ufeff \n\r\t").startswith("{") and "jsonfeed.org" in head)


def pages_of_feed(text: str, address: str) -> list[NamedPage]:
    """The pages of a feed at an address, the newest first. Raises InputError for what is none."""
    if text.lstrip("\ufeff \n\r\t").startswith("{"):
        return newest_first(_of_json(text, address))
    if not _MARKED.search(text[:_HEAD_CHARACTERS]):
        raise InputError("is no feed but another page")
    if _ENTITIES.search(text[:_HEAD_CHARACTERS]):
        raise InputError("is a feed with entities of its own, as attacks have")
    return newest_first(_of_xml(text, address))


def _of_xml(text: str, address: str) -> list[NamedPage | None]:
    """The pages of a feed: read strictly and fast where it is well-formed, leniently by feedparser where it is not."""
    whole = _DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        return [_page(item, address) for item in _items(whole)]
    except DefusedXmlException:
        raise InputError("is a feed with entities of its own, as attacks have") from None
    except (ParseError, ValueError, LookupError):
        if len(whole) > _MAX_BROKEN_BYTES:
            raise InputError("is a feed that is no well-formed XML, and too large to be read all the same") from None
    return [_lenient(entry, address) for entry in _parse_leniently(whole)]


def _items(whole: bytes) -> Iterator[list[Any]]:
    """The elements right below each item of RSS, or entry of Atom."""
    for _, element in iterparse(BytesIO(whole), forbid_dtd=False):
        if _plain_name(element) in ("item", "entry"):
            yield list(element)
            element.clear()


def _page(item: list[Any], address: str) -> NamedPage | None:
    told: dict[str, str] = {}
    for element in item:
        name, words = _plain_name(element), "".join(element.itertext()).strip()
        if name == "link" and element.get("href"):
            if element.get("rel") in (None, "alternate"):
                told.setdefault("link", element.get("href"))
        elif name != "guid" or element.get("isPermaLink") != "false":
            told.setdefault(name, words)
    named = _first(told, "link") or next(filter(_is_link, (told.get("guid"), told.get("id"))), None)
    updated = _first(told, "updated", "modified")
    return make_named(
        named,
        address,
        title=_without_tags(told.get("title")),
        published=_first(told, "pubdate", "published", "issued", "date", "updated"),
        updated=updated,
    )


def _first(told: Mapping[str, str], *names: str) -> str | None:
    return next((told[name] for name in names if told.get(name)), None)


def _plain_name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _is_link(given: str | None) -> bool:
    return given is not None and given.startswith(("http://", "https://"))


def _parse_leniently(whole: bytes) -> list[Any]:
    """The entries that feedparser finds in a feed that is no well-formed XML."""
    import feedparser

    logging.getLogger("feedparser").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = feedparser.parse(
                BytesIO(whole),
                response_headers={"content-type": "application/xml; charset=utf-8"},
                sanitize_html=False,
                resolve_relative_uris=False,
            )
        except Exception as error:  # the edge: a feed can break its parser in ways that no list holds
            raise InputError(f"is a feed that cannot be taken apart: {type(error).__name__}") from error
    return list(found.entries)


def _lenient(entry: Any, address: str) -> NamedPage | None:
    given = {
        name: entry[name] for name in ("link", "id", "title", "published", "updated") if dict.__contains__(entry, name)
    }
    named = given.get("link") or (given.get("id") if _is_link(given.get("id")) else None)
    published = given.get("published") or given.get("updated")
    return make_named(
        named, address, title=_without_tags(given.get("title")), published=published, updated=given.get("updated")
    )


def _without_tags(title: object) -> str | None:
    return re.sub(r"<[^<>]{0,200}>", "", title) if isinstance(title, str) else None


def _of_json(text: str, address: str) -> Iterator[NamedPage | None]:
    try:
        told = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        raise InputError("is no feed: its JSON is broken") from None
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list):
        raise InputError('is no feed: JSON without "items"')
    for item in items:
        if isinstance(item, dict):
            yield make_named(
                item.get("url") or item.get("external_url") or item.get("id"),
                address,
                title=item.get("title"),
                published=item.get("date_published"),
                updated=item.get("date_modified"),
            )
