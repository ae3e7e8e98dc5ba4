"""From the text of a page to its tree, with bounds.

In: markup, hostile until parsed. Out: lxml's tree without comments, never deeper than a limit. Nothing is
executed and no address is fetched; entities other than HTML's own are unknown to this parser.
"""

import re
from typing import Any, TypeAlias

from citydesk.model import InputError

_ENDLESS_TAG = re.compile(r"<[a-zA-Z](?:[^<>=]{0,200}=){5000}")
"""A tag with so many attributes is an attack: parsers take time that grows with their square."""
MAX_ELEMENTS = 200_000
"""News pages have 500 to 15,000."""
MAX_DEPTH = 250
"""Of elements; the deepest of the pages of the extraction benchmark has 45."""

Tree: TypeAlias = Any
"""An element of lxml, which has no types of its own."""


def parse_markup(written: str) -> Tree | None:
    """The tree of a page; None where there is no element in it.

    Raises InputError for markup that no news page has.
    """
    from lxml import etree, html  # only where there is a page, since loading it takes a tenth of a second

    if _ENDLESS_TAG.search(written):
        raise InputError("is a page with thousands of attributes in one tag, as no news page has")
    parser = html.HTMLParser(
        encoding="utf-8", collect_ids=False, default_doctype=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(written.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    _check(tree)
    return tree


def _check(tree: Tree) -> None:
    """No more elements than a page can have, and no deeper: what walks the tree later may then recurse."""
    from lxml import etree

    depth = most = count = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        most = max(most, depth)
        if most > MAX_DEPTH or count > MAX_ELEMENTS:
            raise InputError("is a page without an article: its markup is nested or repeated as no news page's is")


def words_of(element: Tree) -> str:
    """The words of an element in one line."""
    return " ".join(" ".join(element.itertext()).split())
