"""What a page shows to people beside its headline: the headline itself, who wrote it, when.

In: the tree of a page. Out: words, as they are shown, the most telling first.
"""

import re
from collections.abc import Iterator

from citydesk.gather.page.markup import Tree, words_of
from citydesk.gather.page.meta import Found

_BESIDE = 60
"""Elements behind the headline that are looked at, and as many before it as this over four."""
_SHORT = 140
_LABEL = 60
"""Characters of a line that may be a date without its class saying so."""
_DATE_CLASS = re.compile(r"date|time|publish|posted|byline|meta|stamp|updated|dateline|info|details", re.IGNORECASE)
_BYLINE_CLASS = re.compile(r"byline|author|contributor|writer|reporter", re.IGNORECASE)
_HAS_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UPDATED = re.compile(r"^\W{0,3}(?:last )?(?:updated|modified|edited)\b", re.IGNORECASE)
_UPDATE_BEHIND = re.compile(r"(?=\b(?:last )?(?:updated|modified)\b)", re.IGNORECASE)
_BY = re.compile(r"^(?:story |written |posted |reported )?by:? +(?=\S)", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?<!with-)(?<!has-)(?<!no-)(?:related|recirc|recommended|trending|mostread|most-read|popular|sidebar|comments?"
    r"|footer|promos?|nav|menu)(?=$|[\s_-])",
    re.IGNORECASE,
)
_NEAREST = 5
"""Ancestors whose class is looked at; further out, a class speaks of the whole page."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d\s*[-–—]?\s*)*(?P<who>[A-Z0-9][^.|•©\n]{1,60}?)"
    r"(?=[.,|•©]|\s+(?:all rights|a division|inc\b)|$)",
    re.IGNORECASE,
)


_YEARS = re.compile(r"^[\s\d–—-]+")
_LONGEST_OWNER = 6


class Shown:
    """What stands beside the headline of a page."""

    __slots__ = ("_around", "_tree", "headlines")

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        firsts = [one for one in tree.xpath("//h1")[:6] if words_of(one) and not _of_others(one)]
        self.headlines = [words_of(one) for one in firsts]
        self._around = _around(firsts[0]) if firsts else []

    def dates(self) -> list[Found]:
        """Words that give a day, of publication first."""
        found = [*self._time_elements(), *self._date_lines()]
        return [one for one in found if not _UPDATED.match(one.words)]

    def updates(self) -> list[Found]:
        """Words that say when the page was last changed."""
        return [one for one in [*self._date_lines(), *self._time_elements()] if _UPDATED.match(one.words)]

    def bylines(self) -> list[Found]:
        """Who wrote it, as it is shown, without "By"."""
        links = [one for one in self._tree.xpath("//a[@rel='author']")[:4] if not _of_others(one)]
        found = [Found(words_of(one)[:_SHORT], "link rel=author") for one in links]
        for element in self._around:
            words = words_of(element)
            named = _BYLINE_CLASS.search(_class(element))
            if 3 < len(words) <= _SHORT and (named or _BY.match(words)):
                found.append(Found(_BY.sub("", words), "byline shown"))
        for element in self._tree.xpath("//*[contains(@class, 'byline') or contains(@class, 'author-name')]")[:6]:
            words = words_of(element)
            if 3 < len(words) <= _SHORT and not _of_others(element):
                found.append(Found(_BY.sub("", words), "byline shown"))
        return found

    def owner(self) -> Found | None:
        """Whose the page is, by its copyright line."""
        for element in reversed(self._tree.xpath("//*[contains(text(), '©') or contains(text(), 'opyright')]")[-12:]):
            mark = _COPYRIGHT.search(words_of(element)[:400])
            who = _YEARS.sub("", mark["who"]).strip(" ,-–—") if mark else ""
            if who and len(who.split()) <= _LONGEST_OWNER:
                return Found(who, "copyright line")
        return None

    def _time_elements(self) -> Iterator[Found]:
        for element in self._tree.xpath("//time")[:8]:
            if _of_others(element):
                continue
            label = words_of(element)
            before = words_of(element.getparent())[:_SHORT] if element.getparent() is not None else ""
            updated = "updated" if _UPDATED.match(label) or _UPDATED.match(before) else ""
            kind = _class(element)
            if ("update" in kind or "modified" in kind) and "publish" not in kind:
                updated = "updated"
            given = element.get("datetime") or ""
            for words in (given, label):
                if words:
                    yield Found(f"{updated} {words}".strip(), "time element")

    def _date_lines(self) -> Iterator[Found]:
        lines = [(words_of(one), _DATE_CLASS.search(_class(one)) is not None) for one in self._around]
        dated = [(words, telling) for words, telling in lines if len(words) <= _SHORT and _HAS_YEAR.search(words)]
        for words in (*(w for w, telling in dated if telling), *(w for w, t in dated if not t and len(w) < _LABEL)):
            yield from (
                Found(part, "shown beside the headline") for part in _UPDATE_BEHIND.split(words) if part.strip()
            )


def _around(headline: Tree) -> list[Tree]:
    """The elements behind a headline, in order, then the few before it."""
    behind: list[Tree] = []
    for element in headline.iterancestors():
        if len(behind) >= _BESIDE or element.tag in ("body", "html"):
            break
        for sibling in element.itersiblings():
            behind += [one for one, _ in zip(sibling.iter(), range(_BESIDE), strict=False)]
    own = list(headline.itersiblings())
    near = [inner for one in own for inner, _ in zip(one.iter(), range(_BESIDE), strict=False)]
    before = [inner for one in headline.itersiblings(preceding=True) for inner in one.iter()]
    found = [*near, *behind][:_BESIDE] + before[: _BESIDE // 4]
    return [one for one in found if isinstance(one.tag, str) and one.tag not in ("script", "style", "noscript")]


def _of_others(element: Tree) -> bool:
    """Whether an element stands in a part of the page that is about other stories."""
    for distance, one in enumerate((element, *element.iterancestors())):
        if one.tag in ("body", "html"):
            return False
        if one.tag in ("aside", "footer", "nav") or (distance < _NEAREST and _OTHERS.search(_class(one))):
            return True
    return False


def _class(element: Tree) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"
