"""Incidents that a report only mentions: "last month a girl was shot on Oak Street", "the second such shooting today".

In: a setting, the weighed days of its main incident and what counts it among others. Out: a scene for each particular
other incident that is told of. A bare statistic ("the 40th homicide this year") is no incident. When and where the
incidents were is left to `when` and `where`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import Scene, Setting, TimeMention
from citydesk.read.scenes.sequence import Counted
from citydesk.read.when.dates import days_in
from citydesk.read.when.happened import VIOLENCE, Candidate, cues_before, cues_beside, value_of

_OTHER = re.compile(
    r"\b(?:(?:yet )?another|an? (?:\w+ )?(?:separate|unrelated|different|earlier|similar|previous|prior|recent))"
    r" (?:(?!in|of|the|an?|person|man|woman|teen|injured|wounded)[\w’'-]+ ){0,3}?"
    r"(?:shooting|stabbing|homicide|killing|murder|slaying|shootout|drive-by|murder-suicide)\b"
    r"(?! (?:victim|suspect))|\b(?:shooting|stabbing) (?:[\w]+ ){0,6}was unrelated to\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:so far|number of|average|percent|statistics|per year|each year|every year|homicides|murders"
    r"|shooting incidents|such shootings|investigat\w+ another|\d{2,} (?:other |more )?people|homicide victims"
    r"|(?:have|has) (?:had|seen|been) (?:[\w-]+ ){0,3}(?:shootings|killings)"
    r"|since (?:january|the (?:start|beginning)))\b"
    r"|\b(?:no|any|prevent|stop|fear(?:s|ed)?|avoid|whether) (?:\w+ ){0,4}another\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:we|i) (?:also |all |have )?(?:failed|lost|buried|mourned|grieved(?: for)?|said goodbye to)"
    r" (?:an?|another|one|two|three|our|\d{1,2})\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"[\"“]?(?:he|she|they|it|his|her|that|in that|one|both|two"
    r"|the (?:boy|girl|man|woman|teen|child|victims?|suspects?|gunm[ae]n|couple|officers?|shooter))\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:since|until|till|from|by|before|between)\b", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\b(?:since|until|till|from|by|before) \Z", re.IGNORECASE)
_LONG_AGO = re.compile(r"\b(?:years|months) ago\b", re.IGNORECASE)
_AFTER_OTHER = re.compile(
    r"\b(?:comes?|came|happened|occurred) (?:just |only |less than |about |nearly )?"
    r"(?:hours|days|weeks|months|(?:an?|one|two|three|four|five|\d{1,2}) (?:hour|day|week|month)s?) after"
    r" (?:another|(?:an?|one|two|three|four|five|\d{1,2}) (?:[\w’'-]+ ){0,5}?(?:was |were )?"
    r"(?:shooting|stabbing|killing|shot|stabbed|killed))\b",
    re.IGNORECASE,
)
_ASIDE = frozenset(("say", "call", "happen", "search", "care"))
_SAID = frozenset(("said", "announced", "confirmed", "identified", "told", "released"))
_APART = timedelta(2)
"""A time at least so much earlier than the main incident is of another: a night has two days."""
_RIVAL = 0.15
"""Share of a day's weight from which on it may be the main incident's own after all."""
_BESIDE, _OPENING = 3, 12
"""Characters between a time and the word beside it, and before a time that opens its sentence ("Then, on ")."""
_NEAR_BY = 2
"""Sentences."""
_HELD_SENTENCES = 3
_MOST_LOOKED_AT = 24
_MOST = 6
"""Background scenes of one report: a page with more is a list of links."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """Words that tell of another incident."""

    first: int
    """Number of the sentence that they stand in, and of the last that goes on with it."""
    last: int
    value: str | None
    """The day or stretch of the incident, where it is told by it."""
    span: Span
    cue: Span


def find_background(
    setting: Setting, days: Sequence[Candidate], counted: Counted | None, start: int
) -> tuple[Scene, ...]:
    """The scenes that a report only mentions, in order; `start` is where its main incident has been told."""
    extent = days_in(days[0].value) if days else None
    rivals = frozenset(day.value for day in days if day.share >= _RIVAL and day.mentions[0].day is not None)
    found: list[_Telling] = []
    for sentence in setting.document.sentences:
        if len(found) > _MOST_LOOKED_AT:
            break
        if sentence.start >= start and not _COUNTING.search(setting.document.words((sentence.start, sentence.end))):
            earlier = list(_find_earlier(setting, sentence, extent[0], rivals)) if extent is not None else []
            found.extend(earlier or _find_other(setting.document, sentence) or _find_lost(setting, sentence))
    if counted is not None and counted.tells_other and not _is_told(found, counted):
        first = counted.sentence
        found.append(_Telling(first.index, first.index, None, Span(first.start, first.end), counted.cue))
    told = _told_once(setting.document, sorted(found, key=lambda telling: telling.span))
    return tuple(Scene(False, (telling.span,), telling.cue) for telling in told[:_MOST])


def _find_earlier(setting: Setting, sentence: Sentence, main_day: date, rivals: frozenset[str]) -> Iterator[_Telling]:
    """Violence told with a time before the main incident: "On Nov. 1, a boy was fatally shot"."""
    document = setting.document
    inside = [mention for mention in setting.times_in(sentence.start, sentence.end) if not mention.posted]
    earlier = [m for m in inside if _is_before(document, m, main_day) and _is_violent(document, sentence, m)]
    if len({value_of(mention) for mention in earlier}) == 1:  # of two in a sentence, neither is the main incident's
        earlier = [mention for mention in earlier if value_of(mention) not in rivals]
    begin = sentence.start
    for mention in earlier:
        after = next((m.span.start for m in inside if m.span.start > mention.span.start), None)
        end = sentence.end if after is None else _parting(document.text, mention.span.end, after)
        yield _Telling(sentence.index, sentence.index, value_of(mention), Span(begin, end), mention.span)
        begin = end


def _parting(text: str, start: int, end: int) -> int:
    """Where one telling ends and the next begins between two times: at the last "and", else before the second time."""
    joint = text.rfind(" and ", start, end)
    return joint if joint >= 0 else end


def _is_before(document: Document, mention: TimeMention, main_day: date) -> bool:
    if _LONG_AGO.search(document.words(mention.span)):
        return True
    extent = days_in(value_of(mention))
    apart = _APART if mention.day is not None else timedelta(1)
    return extent is not None and main_day - extent[1] >= apart


def _is_violent(document: Document, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether it is violence, and not an arrest or a trial, that the time is told of."""
    if _FROM.match(document.text, mention.span.start) or _FROM_BEFORE.search(
        document.text, max(sentence.start, mention.span.start - 8), mention.span.start
    ):
        return False
    nearest, behind = cues_beside(document, sentence, mention)
    opens = mention.span.start - sentence.start <= _OPENING
    if nearest is not None and nearest.distance <= _BESIDE and nearest.group in _ASIDE - {"happen"}:
        return False
    if opens and behind is not None and behind.word in _SAID:
        return False  # "On Tuesday, deputies said the deaths were …": it is then that they said it
    left, right = cues_beside(document, sentence, mention, _ASIDE)
    if right is not None and right.distance <= _BESIDE and right.group in (*VIOLENCE, "death"):
        return True
    if left is not None:
        return left.group in VIOLENCE and not _is_of_the_law(document, sentence, mention)
    return opens and right is not None and right.group in VIOLENCE


def _is_of_the_law(document: Document, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether an arrest or a trial is told before the time: "was convicted of robbery in 2012" is a person's past."""
    return any(cue.group in ("court", "arrest") for cue in cues_before(document, sentence, mention))


def _find_other(document: Document, sentence: Sentence) -> list[_Telling]:
    """Violence told apart in words: "another shooting down the street"."""
    match = _OTHER.search(document.text, sentence.start, sentence.end) or _AFTER_OTHER.search(
        document.text, sentence.start, sentence.end
    )
    if match is None:
        return []
    span = Span(sentence.start, sentence.end)
    return [_Telling(sentence.index, sentence.index, None, span, Span(*match.span()))]


def _find_lost(setting: Setting, sentence: Sentence) -> list[_Telling]:
    """A loss told with a time of its own, in a speaker's words: "Earlier this week we lost a child"."""
    document = setting.document
    match = _LOST.search(document.text, sentence.start, sentence.end)
    if match is None:
        return []
    inside = setting.times_in(sentence.start, sentence.end)
    if not any(mention.edtf for mention in inside):
        return []
    span = Span(sentence.start, sentence.end)
    return [
        _Telling(sentence.index, sentence.index, value_of(inside[0]), span, Span(inside[0].span.start, match.end()))
    ]


def _is_told(found: list[_Telling], counted: Counted) -> bool:
    """Whether the other incident that a count means is told in its own words near by."""
    return any(abs(telling.first - counted.sentence.index) <= _NEAR_BY for telling in found)


def _told_once(document: Document, found: list[_Telling]) -> list[_Telling]:
    """The tellings, each with the sentences that go on with it, and those of one incident as one."""
    told: list[_Telling] = []
    for telling in found:
        if told and _is_same(told[-1], telling):
            before = told.pop()
            joined = replace(before, last=telling.last, span=Span(before.span.start, telling.span.end))
            told.append(_with_rest(document, joined, found))
        else:
            told.append(_with_rest(document, telling, found))
    return told


def _is_same(one: _Telling, other: _Telling) -> bool:
    if one.value is not None and one.value == other.value:
        return one.last + 1 >= other.first
    return other.value is None and one.last + 1 >= other.first


def _with_rest(document: Document, telling: _Telling, found: list[_Telling]) -> _Telling:
    """The telling with the sentences of its paragraph that go on with it ("She was doing her homework …")."""
    others = {other.first for other in found}
    last = document.sentences[telling.last]
    for sentence in document.sentences[telling.last + 1 : telling.last + 1 + _HELD_SENTENCES]:
        if (
            sentence.paragraph != last.paragraph
            or sentence.index in others
            or not _HELD.match(document.text, sentence.start)
        ):
            break
        last = sentence
    if last.index == telling.last:
        return telling
    return replace(telling, last=last.index, span=Span(telling.span.start, last.end))
