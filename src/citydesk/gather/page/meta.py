"""What a page says of itself in its head: `meta` elements, by name, and microdata (`itemprop`) in its body.

In: the tree of a page. Out: their contents by lower-case name, in order.
"""

from typing import NamedTuple

from citydesk.gather.page.markup import Tree, words_of

_MOST = 400
_LONGEST = 2_000


class Found(NamedTuple):
    """Words that a page states, and where."""

    words: str
    origin: str


class Meta:
    """The `meta` elements and microdata of a page."""

    __slots__ = ("_items", "_named")

    def __init__(self, tree: Tree) -> None:
        self._named: dict[str, list[str]] = {}
        self._items: dict[str, list[str]] = {}
        for element in tree.xpath("//meta[@content]")[:_MOST]:
            content = " ".join(element.get("content", "").split())[:_LONGEST]
            for attribute in ("property", "name", "http-equiv"):
                name = element.get(attribute)
                if name and content:
                    self._named.setdefault(name.strip().lower(), []).append(content)
        for element in tree.xpath("//*[@itemprop]")[:_MOST]:
            words = element.get("content") or element.get("datetime") or words_of(element)
            for name in element.get("itemprop", "").split():
                if words:
                    self._items.setdefault(name, []).append(" ".join(words.split())[:_LONGEST])

    def all(self, *names: str) -> list[Found]:
        """What the elements of these names say, in the order of the names."""
        return [Found(words, f"meta {name}") for name in names for words in self._named.get(name, ())]

    def items(self, *names: str) -> list[Found]:
        """What the microdata of these names say."""
        return [Found(words, f"microdata {name}") for name in names for words in self._items.get(name, ())]
