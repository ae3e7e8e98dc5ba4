"""The text of a page's story, by trafilatura, with the posts that it shows and without what is not its own.

In: the tree of a page, what it states of itself, its JSON-LD. Out: the story's text, with what it came from. The tree
is changed on the way: embedded posts become paragraphs.
"""

import logging
import re
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from citydesk.gather.decode import holdable
from citydesk.gather.page.embedded import keep_posts
from citydesk.gather.page.linked import LinkedData
from citydesk.gather.page.markup import Tree, words_of
from citydesk.gather.page.trimmed import trim_lines
from citydesk.model import InputError

_THIN_WORDS = 60
"""Below this, careful extraction may have thrown the story away, and the usual one is tried."""
_LESS_THAN = 0.5
"""Of the words that JSON-LD has as the article's body: a page that shows less hides the rest."""
_BLOCKS, _MANY_BLOCKS = ("p", "div", "li", "td", "br", "section", "h2", "h3", "h4"), 6_000
"""News pages have up to 3,000; 25,000 take half a minute."""
_TABLE_ROW = re.compile(r"^\|(.*)\|$")
_TABLE_RULE = re.compile(r"^[|\s:-]+$")
_MARKUP = re.compile(r"<(?:p|br|div|/p|li)\b[^<>]{0,200}>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,300}>")
_NOTES = (
    "//*[self::p or self::div or self::section or self::aside or self::span][contains(@class, 'correction')"
    " or contains(@class, 'clarification') or contains(@class, 'editors-note') or contains(@class, 'editor-note')]"
)
_NOTE = re.compile(
    r"^\W{0,3}(?:correction|clarification|corrected)\b\W"
    r"|^\W{0,3}(?:(?:editor['’]?s['’]? note|update)\W{1,4})?(?:an? )?(?:earlier|previous|prior) versions?\b"
    r"|^\W{0,3}(?:(?:editor['’]?s['’]? note|update)\W{1,4})?this (?:story|article|report|post|headline) "
    r"(?:has been|was) (?:updated to )?(?:correct|clarif|revis|amend)",
    re.IGNORECASE,
)
_MOST_NOTES, _LONGEST_NOTE = 10, 1_000


class Body(NamedTuple):
    """The text of a story."""

    text: str
    """Its lines; "" where no story was found."""
    raw: str
    """The same before titles, posting lines and calls to subscribe were left out."""
    corrections: tuple[str, ...]
    origin: str


def extract_body(tree: Tree, linked: LinkedData, headings: tuple[str, ...]) -> Body:
    """The text of a page's story. Raises InputError for a page that breaks its parser."""
    notes = _notes(tree)
    posts = keep_posts(tree)
    raw = _trafilatura_text(tree, favor_precision=True)
    if len(raw.split()) < _THIN_WORDS:
        usual = _trafilatura_text(tree, favor_precision=False)
        raw = max(raw, usual, key=lambda text: len(text.split()))
    origin = "trafilatura"
    whole = _linked_body(linked)
    hidden = len(raw.split()) < _LESS_THAN * len(whole.split())
    if hidden or ("\n" not in raw and "\n" in whole.strip()):  # extraction itself may take it, in one line
        raw, origin = whole, "JSON-LD articleBody"
    lines = [line for one in raw.split("\n") if (line := _plain_line(one))]
    kept = trim_lines(lines, titles=headings, posts=posts)
    told = dict.fromkeys((*(line for line in kept if _NOTE.match(line)), *notes))
    corrections = tuple(note[:_LONGEST_NOTE] for note in told)[:_MOST_NOTES]
    text = "\n".join(kept)
    missing = [note for note in corrections if note not in text]
    if kept and missing:
        text = "\n".join([text, *missing])
    return Body(holdable(text), holdable("\n".join(lines)), tuple(map(holdable, corrections)), origin)


def _trafilatura_text(tree: Tree, *, favor_precision: bool) -> str:
    """What trafilatura takes for the story. Its own complaints about broken pages are ours to make."""
    try:
        found = _trafilatura().bare_extraction(
            tree, include_comments=False, favor_precision=favor_precision, fast=_has_many_blocks(tree)
        )
    except Exception as error:  # the edge: a page can break its parser in ways that no list holds
        raise InputError(f"is a page that cannot be taken apart: {type(error).__name__}") from error
    return str(found.text or "") if found is not None else ""


def _has_many_blocks(tree: Tree) -> bool:
    """Whether a second opinion, whose time grows with the square of the paragraphs, would take minutes."""
    return sum(1 for _ in islice(tree.iter(*_BLOCKS), _MANY_BLOCKS)) == _MANY_BLOCKS


@cache
def _trafilatura() -> Any:
    """The library, loaded when the first page comes, since that takes half a second."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return trafilatura


def _plain_line(line: str) -> str:
    """A line without blanks around it; the row of a table as its cells."""
    plain = line.strip()
    if row := _TABLE_ROW.match(plain):
        return "" if _TABLE_RULE.match(plain) else "  ".join(cell.strip() for cell in row[1].split("|")).strip()
    return plain


def _linked_body(linked: LinkedData) -> str:
    """The longest article body in JSON-LD, without markup."""
    bodies = [one["articleBody"] for one in linked.articles if isinstance(one.get("articleBody"), str)]
    longest = max(bodies, key=len, default="")
    return _ANY_TAG.sub("", _MARKUP.sub("\n", longest)).replace("\xa0", " ")


def _notes(tree: Tree) -> list[str]:
    """Corrections that stand in an element of their own, which extraction may leave out."""
    found = [words_of(one) for one in tree.xpath(_NOTES)[:_MOST_NOTES]]
    return [words for words in found if _NOTE.match(words) and len(words) <= _LONGEST_NOTE]
