"""What the words right beside a time say of it: a caption's credit, officials speaking that day, "Friday's shooting".

In: a document, a time mention and its sentence. Out: names of signals that `happened` weighs. "Police said Friday
that" and "Jo Marlow is booked Monday, March 17, 2014. Photo: Lou Marsh" tell the day of the telling, not of the deed.
"""

import re
from collections.abc import Iterator

from citydesk.read.page.document import Document
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import TimeMention

_CREDIT_BEHIND = re.compile(
    r"[^\n]{0,160}?(?:\(?(?:Photo|Image|Picture|Credit|File)s?\b ?(?:by|:|courtesy)"
    r"|\((?:Published|[A-Z][\w. ]+/[A-Z][\w .]+\)))"
)
_CAPTION_BEFORE = re.compile(r"(?:\bCaption\b|\bClose Image\b|\bBuy Photo\b|\bpictured?\b|\(?\bPhoto: )[^\n]{0,120}\Z")
_CAPTION_REACH = 160
"""Characters in which a picture's credit stands: before a time the words that open a caption, behind it its end."""
_OFFICIALS = re.compile(
    r"\b(?:police|officers|deputies|detectives|officials|coroner|authorities|sheriff|troopers|prosecutors|family"
    r"|investigators)\b[^.]{0,40}\Z",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bfor [^.]{0,20}\Z")
_ARTICLE = re.compile(r"(?:\b(?:the|a|an)|['’]s) \Z", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:on|at|in|around|about) \Z", re.IGNORECASE)
_REACH = 60
"""Characters before a time, in its sentence, in which who speaks or acts that day is looked for."""
_THAT = re.compile(r"[^.]{0,5}(?:that|to)\b")
_GENITIVE = re.compile(r"['’]s\b")
_LAST = re.compile(r"\W*$")


def beside_signals(document: Document, sentence: Sentence, mention: TimeMention) -> Iterator[str]:
    """The signals of a time's own surroundings, by name; each at most once."""
    text, (start, end) = document.text, mention.span
    first = max(sentence.start, start - _REACH)
    if _in_caption(text, start, end):
        yield "in a caption"
    for name, pattern in _BEFORE:
        if pattern.search(text, first, start):
            yield name
    if _THAT.match(text, end):
        yield "before that"
    if _GENITIVE.match(text, end) or text.endswith(("'s", "’s"), start, end):
        yield "genitive"
    if _LAST.match(text, end, sentence.end):
        yield "ends its sentence"


_BEFORE = (
    ("after officials", _OFFICIALS),
    ("after for", _FOR),
    ("after article", _ARTICLE),
    ("after preposition", _PREPOSITION),
)


def _in_caption(text: str, start: int, end: int) -> bool:
    before = _CAPTION_BEFORE.search(text, max(0, start - _CAPTION_REACH), start)
    return bool(before or _CREDIT_BEHIND.match(text, end, end + _CAPTION_REACH + 40))
