"""What a page is that shows no whole article: a paywall, a gallery, a video, a shell for scripts, or nothing.

In: the tree of a page, its JSON-LD, and how many words of a story were found. Out: why there is no story, or why it is
only a part of one.
"""

import re

from citydesk.gather.page.linked import LinkedData, types_of
from citydesk.gather.page.markup import Tree, words_of
from citydesk.gather.page.meta import Meta

LEAST_WORDS = 12
"""Fewer are a caption or a notice, not an article."""
_TEASER_WORDS = 200
_CAPTION_WORDS = 60
_FEW_WORDS = 30
_GALLERY_PICTURES = 5
_WALL = re.compile(
    r"\b(?:subscribe|sign in|log in|register|become a (?:member|subscriber)) (?:now )?(?:to|and) "
    r"(?:continue|keep|read|unlock|access)"
    r"|\b(?:this (?:article|story|content) is|exclusively|available (?:only )?) (?:only )?(?:for|to) "
    r"(?:our )?(?:paid )?(?:subscribers|members)"
    r"|\b(?:subscriber|member)s?[- ]only\b|\balready a (?:subscriber|member)\b|\bto (?:continue|keep) reading\b"
    r"|\byou(?:['’]ve| have) (?:reached|read) (?:your|all)\b|\bfree articles? (?:left|remaining|this month)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.\.\.|\[\.\.\.\]|\[…\])\W{0,3}$")


def partial_reason(tree: Tree, linked: LinkedData, text: str) -> str | None:
    """Why a page shows only a part of its story; None where it seems whole."""
    words = len(text.split())
    if _walled(tree, linked) and (words < _TEASER_WORDS or _CUT.search(text)):
        return "a paywall"
    if words < _CAPTION_WORDS and _is_gallery(tree, linked):
        return "a gallery"
    if words < _CAPTION_WORDS and _is_video(tree, linked):
        return "a video"
    return None


def reason_for_none(tree: Tree, linked: LinkedData) -> str:
    """Why a page without a story has none, in words for a person."""
    pictures = len(_pictures(tree))
    if _walled(tree, linked):
        return "it stands behind a paywall"
    if _is_gallery(tree, linked):
        return f"it is a gallery of {pictures} pictures" if pictures > 1 else "it is a gallery"
    if _is_video(tree, linked):
        return "it is a video and no more"
    shown = len(_shown_words(tree))
    if shown < _FEW_WORDS and tree.xpath("//script"):
        return "it is a shell that scripts fill in a browser"
    if shown < LEAST_WORDS:
        return "it is empty"
    return "it is a list of links, a form or a notice"


def _walled(tree: Tree, linked: LinkedData) -> bool:
    for one in (*linked.articles, *linked.pages):
        if str(one.get("isAccessibleForFree")).lower() in ("false", "no", "0"):
            return True
    tiers = Meta(tree).all("article:content_tier", "content_tier", "cxenseparse:premium", "premium", "sailthru.paywall")
    if any(one.words.lower() in ("locked", "premium", "paid", "true", "yes") for one in tiers):
        return True
    places = tree.xpath("//*[contains(@class, 'paywall') or contains(@id, 'paywall') or contains(@class, 'subscri')]")[
        :20
    ]
    return any(_WALL.search(words_of(one)[:2_000]) for one in places)


def _is_gallery(tree: Tree, linked: LinkedData) -> bool:
    kinds = {name for one in (*linked.articles, *linked.pages) for name in types_of(one)}
    stated = Meta(tree).all("og:type", "page-type", "content-type-name")
    if kinds & {"ImageGallery", "MediaGallery"} or any("gallery" in one.words.lower() for one in stated):
        return True
    return len(_pictures(tree)) >= _GALLERY_PICTURES and bool(
        tree.xpath("//*[contains(@class, 'gallery') or contains(@class, 'slideshow') or contains(@id, 'gallery')]")
    )


def _pictures(tree: Tree) -> list[Tree]:
    found: list[Tree] = tree.xpath("//figure//img | //*[contains(@class, 'gallery') or contains(@class, 'slide')]//img")
    return found


def _is_video(tree: Tree, linked: LinkedData) -> bool:
    if any(one.words.lower().startswith("video") for one in Meta(tree).all("og:type")):
        return True
    return bool(linked.videos or tree.xpath("//video | //*[contains(@class, 'video-player')]")) and not linked.articles


def _shown_words(tree: Tree) -> list[str]:
    silent = "ancestor-or-self::script or ancestor-or-self::style or ancestor-or-self::noscript"
    return [word for text in tree.xpath(f"//body//text()[not(parent::*[{silent}])]")[:500] for word in text.split()]
