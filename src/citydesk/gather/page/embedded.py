"""Posts of other people that a page shows within its story, kept as quotations of their authors.

In: the tree of a page. Out: the same tree, in which each embedded post is one paragraph: its words, then a dash, its
author's name, account and day, as "Suspect is in custody. — Alton Police (@AltonPolice) May 3, 2016". That is the form
in which the reader knows posts (`read/said/posts.py`).
"""

import re

from citydesk.gather.page.markup import Tree, words_of

_POSTS = (
    "//blockquote[contains(@class, 'twitter-tweet') or contains(@class, 'twitter-video')"
    " or contains(@class, 'instagram-media') or contains(@class, 'bluesky-embed')"
    " or contains(@class, 'mastodon-embed') or contains(@class, 'fb-xfbml') or contains(@class, 'tiktok-embed')"
    " or contains(@class, 'text-post-media')]"
    " | //div[contains(@class, 'fb-post')]//blockquote"
)
_MOST = 200
"""Posts on one page; live blogs have dozens."""
_FRAMES = 6
_SILENT = ("script", "style", "noscript", "link", "meta", "br")
_LONGEST = 3_000
"""Characters of one post."""
_SIGNATURE = re.compile(r"\s*(?:—|&mdash;|–|--)\s*(?P<account>[^—\n]{1,80}?\(@[\w.]{1,40}\)[^\n]{0,60})$")


def keep_posts(tree: Tree) -> list[str]:
    """Put a paragraph in the place of each embedded post; the paragraphs, in order."""
    from lxml import html  # only where there is a page, since loading it takes a tenth of a second

    kept: list[str] = []
    for post in tree.xpath(_POSTS)[:_MOST]:
        frame = _frame(post)
        parent = frame.getparent()
        if parent is None:
            continue
        words = _line(post)
        paragraph = html.Element("p")
        paragraph.text, paragraph.tail = words, frame.tail
        parent.replace(frame, paragraph)
        if words:
            kept.append(words)
    return kept


def _frame(post: Tree) -> Tree:
    """The outermost element that shows nothing but the post: extraction throws such frames away, post and all."""
    frame = post
    for _ in range(_FRAMES):
        parent = frame.getparent()
        if parent is None or parent.tag in ("body", "html", "article", "main", "section"):
            break
        others = [one for one in parent if one is not frame and one.tag not in _SILENT]
        if others or (parent.text or "").strip() or any((one.tail or "").strip() for one in parent):
            break
        frame = parent
    return frame


def _line(post: Tree) -> str:
    """The post in one line, its author behind a dash; nothing for one that shows no words."""
    words = words_of(post)[:_LONGEST]
    signature = _SIGNATURE.search(words)
    if signature is None:
        return words
    said = words[: signature.start()].rstrip()
    return f"{said} — {' '.join(signature['account'].split())}" if said else ""
