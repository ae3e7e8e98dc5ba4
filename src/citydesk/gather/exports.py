"""Objects as others export them (Media Cloud, NewsAPI and their like), under the names that ours have.

In: one JSON object or one row of a table. Out: the same under the names of `objects`: `text`, `title`, `url`,
`publisher`, `byline`, `published`, `language`, `section`. What has our names already stays as it is.
"""

import re
from collections.abc import Mapping
from typing import Any

_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("story_text", "article_text", "full_text", "fulltext", "body", "content", "maintext", "article"),
    "title": ("headline", "story_title", "article_title"),
    "url": ("link", "web_url", "weburl", "story_url", "article_url", "permalink"),
    "publisher": ("media_name", "source_name", "outlet", "publication", "site_name", "source", "media"),
    "byline": ("author", "authors", "creator"),
    "published": (
        "publish_date", "publishedat", "published_at", "date_published", "date_publish", "publication_date", "pubdate",
        "pub_date", "datetime", "date",
    ),
    "language": ("lang", "language_code"),
    "section": ("category", "categories", "section_name"),
}  # fmt: skip
"""Ours, and what Media Cloud (`media_name`, `publish_date`), NewsAPI (`publishedAt`, `source.name`, `content`),
news-please (`maintext`, `date_publish`) and others call the same."""
_LISTS = ("articles", "stories", "results", "data", "items", "docs")
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d{1,7} chars\]\s*$")
"""NewsAPI gives the first 200 characters of a text, and says so."""
EXCERPT = "an excerpt"


def items_of(value: object) -> list[Any] | None:
    """The list that an export wraps in an object ("articles", "stories" …); None for an object that is no wrapper."""
    if not isinstance(value, dict) or any(isinstance(value.get(name), str) for name in ("text", "title", "headline")):
        return None
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, list):
            return inner
    inner = value.get("response")
    return items_of(inner) if isinstance(inner, dict) and inner is not value else None


def under_our_names(given: Mapping[str, Any]) -> dict[str, Any]:
    """The object with what others call differently under our names; an excerpt says that it is one."""
    ours = dict(given)
    by_name = {name.lower(): value for name, value in given.items() if isinstance(name, str)}
    for name, others in _NAMES.items():
        if ours.get(name) in (None, ""):
            found = next(
                (by_name[other] for other in (name, *others) if by_name.get(other) not in (None, "", [])), None
            )
            if found is not None:
                ours[name] = _plain(found)
    text = ours.get("text")
    if isinstance(text, str) and _CUT.search(text):
        ours["text"], ours["partial"] = _CUT.sub("", text), EXCERPT
    return ours


def _plain(value: object) -> object:
    """A source or an author as its name; anything else as it is."""
    if isinstance(value, dict):
        return value.get("name") or value.get("title") or value.get("domain")
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
