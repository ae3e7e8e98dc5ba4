"""What a page states of itself: title, publisher, byline, times, address, language and section, with its origins.

In: the tree of a page, and the address that it came from, where known. Out: one value for each field that is stated in
any form, chosen among JSON-LD, `meta`, microdata, what is shown beside the headline, and the address.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from citydesk.gather.page.addresses import article_address, host_of
from citydesk.gather.page.linked import Linked, LinkedData
from citydesk.gather.page.markup import Tree, words_of
from citydesk.gather.page.meta import Found, Meta
from citydesk.gather.page.moments import read_moment, utc_of
from citydesk.gather.page.visible import Shown
from citydesk.model import Published

V = TypeVar("V")
_LONGEST_TITLE, _LONGEST_NAME = 500, 200
_SITE_BEHIND = re.compile(r"\s+(?:[|–—»·:-]|::)\s+(?=[^|]*$)")
_WORD = re.compile(r"\w+")
_MOST_WORDS = 0.6
_SIGNS = re.compile(r"[\W_]+")
_BY = re.compile(r"^(?:by|written by|posted by|story by|author)\b:?\s+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"https?://|^@|^\W*$|^(?:none|null|undefined|unknown|admin|administrator|author|editor|staff|user)$", re.IGNORECASE
)
_BEHIND_NAME = re.compile(
    r"\s*(?:[|•·/]|\s[-–—]\s|\bupdated\b|\bposted\b|\bpublished\b|<|\(?\S+@\S+\.\w|\s@\w"
    r"|\s[A-Za-z]{3,9}\.? \d{1,2}, \d{4}|\s\d{1,2}[ /.:]"
    r"|\son (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bfollow\b|\bbio(?:graphy)?\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*$")

_PUBLISHED = (
    "article:published_time", "article.published", "datepublished", "og:published_time", "article:published",
    "og:article:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.date", "dc.date",
    "dcterms.created", "dcterms.issued", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publication-date", "cxenseparse:recs:publishtime", "article_date_original", "date",
    "originalpublicationdate", "pub_date", "ptime", "displaydate", "rnews:datepublished", "citation_publication_date",
    "datecreated", "created", "created_time", "sn-post-date", "shareaholic:article_published_time", "bt:pubdate",
    "article.created", "release_date", "prism.publicationdate", "dc.created", "issued",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "article.updated", "datemodified", "og:updated_time", "article:modified",
    "dcterms.modified", "dc.date.modified", "dc.modified", "article_date_updated", "updated-date", "lastmod",
    "last-modified", "updated_time", "shareaholic:article_modified_time", "utime", "bt:moddate", "revision_date",
    "modified_time",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "article:author_name", "article_author", "article.author", "parsely-author",
    "sailthru.author", "byl", "byline", "dc.creator", "dcterms.creator", "dc.creator.author", "cxenseparse:author",
    "authors", "twitter:data1", "citation_author", "shareaholic:article_author_name", "rbauthors",
)  # fmt: skip
_SITE = (
    "og:site_name", "article:publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title", "source",
    "cre", "publisher", "application-name", "apple-mobile-web-app-title", "copyright",
)  # fmt: skip
_SECTION = (
    "article:section",
    "article.section",
    "parsely-section",
    "prism.section",
    "og:section",
    "section",
    "article_section",
)


class Chosen(NamedTuple, Generic[V]):
    """A value, and what it was taken from."""

    value: V
    origin: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states of itself; None where it does not."""

    title: Chosen[str] | None = None
    url: Chosen[str] | None = None
    publisher: Chosen[str] | None = None
    byline: Chosen[str] | None = None
    published: Chosen[Published] | None = None
    updated: Chosen[Published] | None = None
    language: Chosen[str] | None = None
    section: Chosen[str] | None = None
    headings: tuple[str, ...] = field(default=())
    """All that it calls itself, subtitles among them."""


def read_stated(tree: Tree, linked: LinkedData, *, address: str | None = None) -> Stated:
    """What a page states of itself."""
    meta, shown = Meta(tree), Shown(tree)
    url = _url(tree, linked, meta, address)
    site = url.value if url is not None else address
    publisher = _publisher(tree, linked, meta, shown, site)
    published, updated = _times(linked, meta, shown, site)
    titles = list(_titles(tree, linked, meta, shown, publisher))
    return Stated(
        title=_title(titles),
        url=url,
        publisher=publisher,
        byline=_byline(linked, meta, shown, publisher),
        published=published,
        updated=updated,
        language=_language(tree, linked, meta),
        section=_section(tree, linked, meta),
        headings=(*(one.words for one in titles), *_subtitles(tree)),
    )


def _linked(linked: LinkedData, *names: str) -> Iterator[Found]:
    """What the articles in JSON-LD say under these names, then what their pages say."""
    for one in (*linked.articles, *linked.pages):
        for name in names:
            yield from (Found(words, f"JSON-LD {name}") for words in _texts(linked, one.get(name)))


def _texts(linked: LinkedData, value: object) -> list[str]:
    """A member as words: itself, the names of the objects in it, or each of a list."""
    value = linked.resolve(value)
    if isinstance(value, str):
        return [" ".join(value.split())] if value.strip() else []
    if isinstance(value, list):
        return [words for item in value[:12] for words in _texts(linked, item)]
    if isinstance(value, dict):
        return _texts_of_name(value)
    return []


def _texts_of_name(one: Linked) -> list[str]:
    name = one.get("name")
    names = name if isinstance(name, list) else [name]
    return [" ".join(word.split()) for word in names[:12] if isinstance(word, str) and word.strip()]


def _url(tree: Tree, linked: LinkedData, meta: Meta, address: str | None) -> Chosen[str] | None:
    base = address or next((one.words for one in meta.all("og:url") if host_of(one.words)), None)
    found = [Found(str(href), "link rel=canonical") for href in tree.xpath("//link[@rel='canonical']/@href")[:3]]
    found += meta.all("og:url")
    for article in linked.articles:
        about = article.get("mainEntityOfPage")
        inner = about.get("@id") or about.get("url") if isinstance(about, dict) else about
        found += [Found(words, "JSON-LD") for words in (article.get("url"), inner) if isinstance(words, str)]
    found += meta.all("twitter:url", "dc.identifier", "url")
    found += [Found(address, "the address that it came from")] if address else []
    found += [Found(str(href), "link rel=amphtml") for href in tree.xpath("//link[@rel='shortlink']/@href")[:1]]
    for one in found:
        whole = article_address(one.words, base=base)
        if whole is not None:
            return Chosen(whole, one.origin)
    return None


def _titles(tree: Tree, linked: LinkedData, meta: Meta, shown: Shown, publisher: Chosen[str] | None) -> Iterator[Found]:
    """All titles, as they are and without the site's name behind them."""
    site = _plain(publisher.value) if publisher is not None else ""
    found = [Found(words, "headline shown") for words in shown.headlines]
    found += [one for one in _linked(linked, "headline", "name") if one.origin != "JSON-LD name" or linked.articles]
    found += meta.all("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "parsely-title")
    found += meta.items("headline")
    found += [Found(words, "title element") for one in tree.xpath("//title")[:1] if (words := words_of(one))]
    for one in found:
        words = one.words[:_LONGEST_TITLE]
        yield Found(_without_site(words, site), one.origin)
        yield Found(words, one.origin)


def _without_site(words: str, site: str) -> str:
    """A title without the site's name ("Man shot | Tulsa Tribune")."""
    for _ in range(2):
        mark = next(iter(reversed(list(_SITE_BEHIND.finditer(words)))), None)
        if mark is None:
            break
        behind = _plain(words[mark.end() :])
        if not behind or not site or not (behind in site or site in behind):
            break
        words = words[: mark.start()]
    return words


def _title(titles: list[Found]) -> Chosen[str] | None:
    """The headline shown, where another part of the page calls it the same; else the first."""
    called = Counter(_plain(one.words) for one in titles if one.origin != "headline shown")
    for one in titles:
        others = [other.words for other in titles if other.origin != one.origin]
        known = called[_plain(one.words)] or any(_alike(one.words, other) for other in others)
        if one.origin == "headline shown" and _plain(one.words) and known:
            return Chosen(one.words, one.origin)
    hidden = [one for one in titles if one.origin != "headline shown"] or titles
    return next((Chosen(one.words, one.origin) for one in hidden if _plain(one.words)), None)


def _alike(shown: str, other: str) -> bool:
    """Whether most words of a headline stand in another title of the page."""
    words = set(_WORD.findall(shown.casefold()))
    return len(words) > 2 and len(words & set(_WORD.findall(other.casefold()))) >= _MOST_WORDS * len(words)


def _subtitles(tree: Tree) -> list[str]:
    names = (
        "subtitle",
        "sub-title",
        "subhead",
        "sub-headline",
        "standfirst",
        "dek",
        "deck",
        "article-summary",
        "tagline",
    )
    classes = " or ".join(f"contains(@class, '{name}')" for name in names)
    found = tree.xpath(f"//*[self::h2 or self::h3 or self::p or self::div or self::span][{classes}]")[:10]
    return [words_of(one)[:_LONGEST_TITLE] for one in found]


def _publisher(tree: Tree, linked: LinkedData, meta: Meta, shown: Shown, site: str | None) -> Chosen[str] | None:
    host = _plain((host_of(site) or "").rsplit(".", 1)[0])
    found = meta.all("og:site_name")
    found += list(_linked(linked, "publisher"))
    found += meta.all(*_SITE[1:])
    for title in tree.xpath("//title")[:1]:
        behind = _SITE_BEHIND.split(words_of(title)[:_LONGEST_TITLE])[-1]
        if host and len(_plain(behind)) > 2 and (_plain(behind) in host or host in _plain(behind)):
            found.append(Found(behind, "title element"))
    if (owner := shown.owner()) is not None:
        found.append(owner)
    found += [Found(host_of(site) or "", "address")]
    for one in found:
        words = re.split(r"\s[|–—»-]\s", one.words)[0].strip()[:_LONGEST_NAME]
        if words and not _NO_NAME.search(words):
            return Chosen(words, one.origin)
    return None


def _byline(linked: LinkedData, meta: Meta, shown: Shown, publisher: Chosen[str] | None) -> Chosen[str] | None:
    """The writers' names. A site that names itself as the writer gives way to a person who is named."""
    voices: list[list[Found]] = [
        list(_linked(linked, "author")),
        list(_linked(linked, "creator")),
        *([one] for one in meta.all(*_AUTHOR)),
        meta.items("author")[:3],
        *([one] for one in shown.bylines()),
    ]
    site = _plain(publisher.value) if publisher is not None else ""
    second: Chosen[str] | None = None
    for voice in voices:
        names = [name for one in voice if (name := _name(one.words)) is not None]
        if not names:
            continue
        people = [name for name in names if " " in name or not name.islower()] or names
        chosen = Chosen(", ".join(dict.fromkeys(people))[:_LONGEST_NAME], voice[0].origin)
        if _plain(chosen.value) != site:
            return chosen
        second = second or chosen
    return second


def _name(words: str) -> str | None:
    if _NO_NAME.search(words.strip()):
        return None
    plain = _BEHIND_NAME.sub("", _BY.sub("", words.strip(" ,;|-–—"))).strip(" ,;|-–—:")
    if not plain or _NO_NAME.search(plain) or len(plain) > 120 or read_moment(plain) is not None:
        return None
    return plain


def _times(
    linked: LinkedData, meta: Meta, shown: Shown, site: str | None
) -> tuple[Chosen[Published] | None, Chosen[Published] | None]:
    """When it was published, and when it was last changed, if that was later."""
    firsts = [*_linked(linked, "datePublished"), *meta.all(*_PUBLISHED), *meta.items("datePublished")]
    firsts += [*_linked(linked, "dateCreated", "uploadDate"), *meta.items("dateCreated"), *shown.dates()]
    lasts = [*_linked(linked, "dateModified", "datemodified"), *meta.all(*_UPDATED), *meta.items("dateModified")]
    lasts += shown.updates()
    first = _agreed(firsts)
    last = _agreed(lasts, like=first.origin if first is not None else "")
    if first is None and (dated := _IN_ADDRESS.search(site or "")) is not None:
        day = read_moment("-".join((dated[1], dated[2].zfill(2), dated[3].zfill(2))))
        first = Chosen(day, "address") if day is not None else None
    if first is None:
        return last, None
    later = last is not None and utc_of(last.value) > utc_of(first.value)
    return first, last if later else None


def _agreed(found: Iterable[Found], *, like: str = "") -> Chosen[Published] | None:
    """The time that most statements agree on to the minute, a time before a day; where they are even, the first.

    One of the same form as `like` goes before the others: a site that gets its zone wrong does so in all of one form.
    """
    given = [Chosen(moment, one.origin) for one in found if (moment := read_moment(one.words)) is not None]
    timed = [one for one in given if isinstance(one.value, datetime)] or given
    votes = Counter(minute for minute, _ in {(_minute(one), one.origin) for one in timed})
    form = like.split(" ", maxsplit=1)[0]
    return max(timed, key=lambda one: (votes[_minute(one)], one.origin.startswith(form)), default=None)


def _minute(one: Chosen[Published]) -> datetime:
    return utc_of(one.value).replace(second=0, microsecond=0)


def _language(tree: Tree, linked: LinkedData, meta: Meta) -> Chosen[str] | None:
    found = [*_linked(linked, "inLanguage"), *meta.all("content-language", "language", "dc.language", "inlanguage")]
    found += [Found(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "", "html lang")]
    found += meta.all("og:locale")
    for one in found:
        if _LANGUAGE.match(one.words.strip()):
            return Chosen(one.words.strip().replace("_", "-"), one.origin)
    return None


def _section(tree: Tree, linked: LinkedData, meta: Meta) -> Chosen[str] | None:
    found = [*_linked(linked, "articleSection"), *meta.all(*_SECTION), *meta.items("articleSection")]
    return next((Chosen(one.words[:_LONGEST_NAME], one.origin) for one in found if len(one.words) > 1), None)


def _plain(words: str) -> str:
    return _SIGNS.sub("", words).casefold()
