"""What a page says of itself in JSON-LD (schema.org), the form that search engines read.

In: the tree of a page. Out: the objects in it that are articles, the most telling first. Broken JSON is mended where a
newline or a comment mark is all that is wrong, and left out otherwise.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from citydesk.gather.page.markup import Tree

Linked = dict[str, Any]
"""One object of JSON-LD; what its members hold is as hostile as all else."""

_SCRIPTS = "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]"
_MAX_SCRIPTS, _MAX_CHARACTERS, _MAX_OBJECTS, _MAX_DEPTH = 40, 2_000_000, 2_000, 12
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|PressRelease)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|NewsPage|MedicalWebPage)$")
_FENCES = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)\s*;?\s*$"
)
_LOOSE_COMMA = re.compile(r",(?=\s*[}\]])")


class LinkedData:
    """The JSON-LD of a page: its articles, and any object by its @id."""

    __slots__ = ("_by_id", "articles", "pages", "videos")

    def __init__(self, objects: list[Linked]) -> None:
        self.articles = [one for one in objects if _is(one, _ARTICLE)]
        self.pages = [one for one in objects if _is(one, _PAGE)]
        self.videos = [one for one in objects if "VideoObject" in types_of(one)]
        self._by_id: dict[str, Linked] = {}
        for one in objects:
            name = one.get("@id")
            if isinstance(name, str) and len(one) > 1:
                self._by_id.setdefault(name, one)

    def resolve(self, value: object) -> object:
        """The object that a reference ({"@id": …}) leads to; anything else as it is."""
        if isinstance(value, dict) and set(value) == {"@id"} and isinstance(value["@id"], str):
            return self._by_id.get(value["@id"], value)
        return value


def read_linked(tree: Tree) -> LinkedData:
    """The JSON-LD of a page."""
    objects: list[Linked] = []
    characters = 0
    for script in tree.xpath(_SCRIPTS)[:_MAX_SCRIPTS]:
        written = script.text or ""
        characters += len(written)
        if characters > _MAX_CHARACTERS:
            break
        for one in _objects(_parse(written), 0):
            objects.append(one)
            if len(objects) >= _MAX_OBJECTS:
                return LinkedData(objects)
    return LinkedData(objects)


def types_of(one: Linked) -> tuple[str, ...]:
    """The types that an object says it has."""
    given = one.get("@type")
    found = given if isinstance(given, list) else [given]
    return tuple(kind.rsplit("/", 1)[-1] for kind in found if isinstance(kind, str))


def _is(one: Linked, kind: re.Pattern[str]) -> bool:
    return any(kind.search(name) for name in types_of(one))


def _parse(written: str) -> object:
    plain = _FENCES.sub("", written.strip())
    for attempt in (plain, _LOOSE_COMMA.sub("", plain)):
        try:
            value: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _objects(value: object, depth: int) -> Iterator[Linked]:
    """All objects that stand on their own, or in a list or a graph; and the article that a page is about."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "video", "itemListElement"):
            inner = value.get(name)
            if isinstance(inner, (dict, list)):
                yield from _objects(inner, depth + 1)
