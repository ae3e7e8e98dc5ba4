"""Posts shown in full inside a report: "Suspect is in custody. — Alton Police (@AltonPolice) May 3, 2016".

In: a document and its bodies. Out: the posts of bodies and officials, each with its words and account. A reporter's own
posts, and those of anybody else, are left out.
"""

import re
from dataclasses import dataclass

from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import AgencyMention, Named
from citydesk.read.said.acronyms import spelled_out

_SIGNATURE = re.compile(r"\s(?:—|–|--?)\s?(?P<account>[A-Z][^\n(@—–]{1,50}?)\s\((?P<handle>@\w{2,20})\)(?=\s|$)")
_OFFICE = re.compile(
    r"\b(?:[Pp]olice|PD|[Ss]heriff|Dept|Department|City|University|County|Mayor|Chief|Deputy|Sgt|Lt|Capt"
    r"|Officer|Fire|Governor|Gov|Senator|Sen"
    r"|School|Schools|District|Patrol|FBI|ATF|Marshals|Town|Office|Commissioner|Rep|President|Hospital)\b|^[A-Z]{2,6}$"
)
_LINK = re.compile(r"\s*(?:pic\.twitter\.com|https?://|t\.co/)\S*")
_NEVER = re.compile(r"\b(?:News|TV|Reporter|Anchor|Channel|Radio|Times|Post)\b|\d")
_BEGIN = re.compile(r"\n\s*|\b(?:[A-Z][a-z]+ \d{1,2}, \d{4}|Twitter)\s+")
_MAX_POST = 400
"""Characters of a post that are looked back over; a post has 140, later 280."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post and whose it is."""

    words: Span
    """Without links."""
    account: Named
    handle: Span


def find_posts(document: Document, agencies: tuple[AgencyMention, ...]) -> tuple[Post, ...]:
    """The posts of bodies and officials, in order."""
    text = document.text
    found: list[Post] = []
    for signature in _SIGNATURE.finditer(text):
        account = signature["account"].strip()
        if not _OFFICE.search(account) or _NEVER.search(account):
            continue
        start = max(0, signature.start() - _MAX_POST)
        for begin in _BEGIN.finditer(text, start, signature.start()):
            start = begin.end()
        end = signature.start()
        if link := _LINK.search(text, start, end):
            end = link.start()
        if end - start < 12:
            continue
        handle, named = Span(*signature.span("handle")), Span(*signature.span("account"))
        known = next((m.name for m in agencies if m.span.start < handle.end and named.start < m.span.end), account)
        if known.isupper() and (full := spelled_out(text, known)) is not None:
            known = " ".join(document.words(full).split())
        found.append(Post(Span(start, end), Named(known, named), handle))
    return tuple(found)
