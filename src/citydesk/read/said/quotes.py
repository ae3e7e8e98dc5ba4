"""Whose each direct quotation is.

In: a setting with its quotations and sayings. Out: a `Quote` for each, with speaker, title, organization and medium as
far as the report tells. A quotation belongs to the verb of saying beside it; without one, to the one that governs its
sentence, to the speaker of the quotation that it carries on, or to whoever spoke last. Where quotations stand is left
to `quoted.py`, who a speaker is to `speakers.py`.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from citydesk.model import Certainty, Fact, Medium, Quote
from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import Manner, Named, Saying, Setting, Voice
from citydesk.read.said.officials import is_outlet
from citydesk.read.said.posts import Post, find_posts
from citydesk.read.said.quoted import plain_words
from citydesk.read.said.speech import MEDIA

_BEHIND = 110
"""Characters between a quotation and the verb of saying behind or before it."""
_CARRIED = 2
"""Paragraphs back in which somebody last spoke whom a quotation without any verb of saying carries on."""
_INTRODUCES = re.compile(r"[,:]\s*[“\"‘']\s*$")
_OPENS = re.compile(r"(?:[,:]|\bthat)?\s*[“\"‘'`]+\s*$")
_AROUND = 400
"""Characters before and behind a quotation in which its medium may be named."""
_ECHO = 3
"""Words from which a quotation is known to repeat another."""
_ECHOES = 200
"""Quotations of a report that are looked through for it."""
_REMEMBERED = 50
"""Sayings that are looked back over for it."""
_CLOSING = frozenset("”\"'’»")


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose a quotation is, by which saying, and where the words stand that may name its medium."""

    saying: Saying | None
    around: Span

    @property
    def voice(self) -> Voice | None:
        """Who says it, where the report tells."""
        return self.saying.voice if self.saying is not None else None


def find_quotes(setting: Setting) -> tuple[Quote, ...]:
    """The direct quotations with who says them, in order; posts of named accounts that are shown in full count."""
    document = setting.document
    posts = find_posts(document, setting.agencies)
    found: list[tuple[Span, Quote]] = []
    for span, owner in zip(setting.quoted, _owners(setting), strict=True):
        headless = document.in_title(span.start) and owner.voice is None
        if not (headless or _is_post(posts, span)):
            found.append((span, _quote(document, span, owner)))
    found.extend((post.words, _posted(document, post)) for post in posts)
    return tuple(quote for _, quote in sorted(found, key=lambda pair: pair[0]))


def _owners(setting: Setting) -> list[_Owner]:
    """The owner of each quotation."""
    own = [_own(setting, n) for n in range(len(setting.quoted))]
    owners: list[_Owner] = []
    for n, owner in enumerate(own):
        owners.append(owner or _carried(setting, n, owners))
    plain = [plain_words(setting.document.words(span)) for span in setting.quoted]
    echoes = {n: m for n, owner in enumerate(own) if owner is None and (m := _echoed(plain, n)) is not None}
    return [
        owner if n not in echoes else _Owner(owners[echoes[n]].saying, owner.around) for n, owner in enumerate(owners)
    ]


def _is_post(posts: tuple[Post, ...], span: Span) -> bool:
    """Whether a quotation stands in a post that is given as a whole."""
    n = bisect_right(posts, span.start, key=lambda post: post.words.end)
    return n < len(posts) and posts[n].words.start < span.end


def _own(setting: Setting, n: int) -> _Owner | None:
    """The owner that a quotation's own sentence names."""
    document, span = setting.document, setting.quoted[n]
    saying = _tag_behind(setting, n) or _tag_before(setting, n)
    if saying is None or _is_outlets(saying):
        governing = _governing(setting, span)
        saying = governing if saying is None or (governing and not _is_outlets(governing)) else saying
    if saying is None:
        return None
    first = document.sentence_at(min(saying.cue.start, span.start))
    last = document.sentence_at(max(saying.cue.end, span.end) - 1)
    start = max(first.start if first else span.start, span.start - _AROUND)
    end = min(last.end if last else span.end, span.end + _AROUND)
    return _Owner(saying, Span(start, end))


def _is_outlets(saying: Saying) -> bool:
    return saying.voice is None or is_outlet(saying.voice)


def _tag_behind(setting: Setting, n: int) -> Saying | None:
    """The verb of saying right behind a quotation: '"…," Marlow said'."""
    span = setting.quoted[n]
    following = setting.quoted[n + 1].start if n + 1 < len(setting.quoted) else len(setting.document.text)
    first = bisect_right(setting.sayings, span.end, key=lambda saying: saying.cue.start)
    for saying in setting.sayings[first : first + 2]:
        if not saying.quotes or saying.cue.start > min(following, span.end + _BEHIND):
            continue
        between = setting.document.text[span.end : saying.cue.start]
        # a full stop inside the marks ends the quotation: what follows it introduces the next
        if "\n" not in between and (
            span.end == saying.cue.start or setting.document.text[span.end - 1] != "." or len(between) < 60
        ):
            if setting.document.text[span.end - 1] == "." and _introduces(setting, saying, following):
                continue
            return saying
    return None


def _introduces(setting: Setting, saying: Saying, following: int) -> bool:
    """Whether a verb of saying stands right before the next quotation: 'Marlow said, "…"'."""
    between = setting.document.text[saying.cue.end : following]
    return len(between) < _BEHIND and _INTRODUCES.search(between) is not None


def _tag_before(setting: Setting, n: int) -> Saying | None:
    """The verb of saying right before a quotation: 'Marlow said: "…"'."""
    span = setting.quoted[n]
    last = bisect_right(setting.sayings, span.start, key=lambda saying: saying.cue.start) - 1
    if last < 0:
        return None
    saying = setting.sayings[last]
    if saying.voice is None or not saying.quotes or span.start - saying.cue.end > _BEHIND:
        return None
    between = setting.document.text[saying.cue.end : span.start]
    opens = _OPENS.search(between)
    if opens is None or between.count("\n\n") > 1:
        return None
    if n and setting.quoted[n - 1].end > saying.cue.end:
        return None
    colon = opens.group().lstrip().startswith((",", ":")) or setting.document.words(saying.cue) == ":"
    sentence = setting.document.sentence_at(saying.cue.start)
    return saying if colon or (sentence is not None and span.start < sentence.end) else None


def _governing(setting: Setting, span: Span) -> Saying | None:
    """The saying that governs the sentence that a quoted fragment is part of."""
    document = setting.document
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return None
    n = bisect_right(setting.sayings, span.start, key=lambda saying: saying.cue.start)
    before = _nearest(setting, range(n - 1, max(-1, n - 1 - _REMEMBERED), -1), sentence)
    if before is not None and before.manner is not Manner.HEADLINE and before.certainty is not Certainty.BELIEVED:
        return before
    behind = range(n, min(len(setting.sayings), n + _REMEMBERED))
    return _nearest(setting, behind, sentence, span.end) or before


def _nearest(setting: Setting, numbers: range, sentence: Sentence, start: int = 0) -> Saying | None:
    """The first of some sayings that names a voice, tells something, and stands in a sentence from an offset on."""
    for n in numbers:
        saying = setting.sayings[n]
        if not sentence.start <= saying.cue.start < sentence.end:
            return None
        if saying.voice is not None and saying.manner is not Manner.SILENT and saying.cue.start >= start:
            return saying
    return None


def _echoed(plain: list[str], n: int) -> int | None:
    """The number of the longer quotation whose words a headline, or a line set apart, repeats."""
    if len(plain[n].split()) < _ECHO:
        return None
    words = f" {plain[n]} "
    return next((m for m, longer in enumerate(plain[:_ECHOES]) if m != n and words in f" {longer} "), None)


def _carried(setting: Setting, n: int, owners: list[_Owner]) -> _Owner:
    """The owner of a quotation whose own sentence names none."""
    document, span = setting.document, setting.quoted[n]
    here = document.sentence_at(span.start)
    if n and here is not None and not document.in_title(span.start):
        before = setting.quoted[n - 1]
        earlier = document.sentence_at(before.start)
        same = earlier is not None and earlier.paragraph == here.paragraph
        if same or (not _is_closed(document, before) and not document.in_title(before.start)):
            return owners[n - 1]
    ahead = _next_in_paragraph(setting, n, here)
    if ahead is not None:
        return ahead
    last = _last_spoken(setting, span, here) or _next_spoken(setting, span, here)
    return _Owner(last, Span(span.start, span.end))


def _is_closed(document: Document, span: Span) -> bool:
    return span.end < len(document.text) and document.text[span.end] in _CLOSING


def _next_in_paragraph(setting: Setting, n: int, here: Sentence | None) -> _Owner | None:
    """The owner of the next quotation, if that stands in the same paragraph."""
    if here is None or n + 1 >= len(setting.quoted):
        return None
    sentence = setting.document.sentence_at(setting.quoted[n + 1].start)
    if sentence is None or sentence.paragraph != here.paragraph:
        return None
    return _own(setting, n + 1)


def _last_spoken(setting: Setting, span: Span, here: Sentence | None) -> Saying | None:
    """The last saying of a person, or of anybody, not far before a quotation."""
    last = bisect_right(setting.sayings, span.start, key=lambda saying: saying.cue.start)
    near: list[Saying] = []
    for n in range(last - 1, max(-1, last - 1 - _REMEMBERED), -1):
        saying = setting.sayings[n]
        sentence = setting.document.sentence_at(saying.cue.start)
        if here is None or sentence is None or here.paragraph - sentence.paragraph > _CARRIED:
            break
        if saying.voice is not None and not setting.document.in_title(saying.cue.start):
            near.append(saying)
    return next((saying for saying in near if saying.voice and saying.voice.person), near[0] if near else None)


def _next_spoken(setting: Setting, span: Span, here: Sentence | None) -> Saying | None:
    """The first saying behind a quotation, if it is the very next sentence's."""
    first = bisect_right(setting.sayings, span.end, key=lambda saying: saying.cue.start)
    for saying in setting.sayings[first : first + 1]:
        sentence = setting.document.sentence_at(saying.cue.start)
        if here is not None and sentence is not None and sentence.paragraph - here.paragraph <= 1:
            return saying if saying.voice is not None and saying.voice.person else None
    return None


def _quote(document: Document, span: Span, owner: _Owner) -> Quote:
    return _made(document, span, owner.voice, _medium(document, span, owner))


def _made(document: Document, span: Span, voice: Voice | None, medium: Fact[Medium] | None) -> Quote:
    words = document.evidence(*span)
    return Quote(
        field=words.field,
        text=words.text,
        start=words.start,
        end=words.end,
        speaker=document.fact(voice.name, voice.spans) if voice is not None else None,
        title=_named(document, voice.title) if voice is not None else None,
        organization=_named(document, voice.organization) if voice is not None else None,
        medium=medium,
    )


def _named(document: Document, named: Named | None) -> Fact[str] | None:
    return document.fact(named.value, [named.span]) if named is not None else None


def _medium(document: Document, span: Span, owner: _Owner) -> Fact[Medium] | None:
    """Where a quotation was said, from the words around it that are not quoted."""
    start, end = owner.around
    for pattern, medium in _media():
        for found in pattern.finditer(document.text, start, end):
            if not span.start <= found.start() < span.end:
                return document.fact(medium, [found.span()])
    return None


@cache
def _media() -> tuple[tuple[re.Pattern[str], Medium], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), Medium(name)) for pattern, name in MEDIA)


def _posted(document: Document, post: Post) -> Quote:
    voice = Voice(post.account.value, (post.account.span,), named=True)
    return _made(document, post.words, voice, document.fact(Medium.TWITTER, [post.handle]))
