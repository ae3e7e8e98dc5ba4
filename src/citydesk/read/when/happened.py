"""Which time of a report is the incident's own: words around a time expression weighed for and against it.

In: a document, its time mentions and the day it is from. Out: the days (or EDTF stretches) that the mentions come to,
each with the share of all the weight that falls on it. A death in hospital on Saturday, an arrest on Monday and a court
date in March are days too; what tells them from the day of the shooting is the words beside them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from math import exp

from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import TimeMention
from citydesk.read.when.clock_weights import CLOCK_WEIGHTS
from citydesk.read.when.day_signals import beside_signals
from citydesk.read.when.happened_weights import NO_DAY, WEIGHTS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day or stretch that an incident may have happened on."""

    value: str
    """An ISO day or EDTF."""
    mentions: tuple[TimeMention, ...]
    """The words that say it, those with the most weight first."""
    share: float
    """0 to 1: how much of the weight of all mentions, and of none of them, falls on it."""


_WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z]+)*")
_CUE = re.compile(
    r"""(?P<shot>shot|shoots?|gunned|fired|stabb(?:ed|ing)|stabs?|robbed|ambushed|attacked|beaten)
    |(?P<shooting>shootings?|shootout|gunfire|gunshots?|shots|stabbings?|drive-by|robbery|ambush|attack)
    |(?P<killed>kill(?:ed|s)|slain|murdered|fatally)
    |(?P<killing>killings?|slayings?|murders?|homicides?|fatal|murder-suicide)
    |(?P<happen>happen(?:ed|s)?|occurred|occurs|began|unfolded|erupted|started|incident)
    |(?P<call>called|calls?|dispatched|summoned|respon(?:ded|ding|d)|received|911|reported|reports?|arrived|found
        |discovered)
    |(?P<hurt>wound(?:ed|s|ing)?|injur(?:ed|ing|ies|y)|struck|hit|hurt|grazed)
    |(?P<death>died|dies|death|pronounced|succumbed|dead)
    |(?P<arrest>arrest(?:ed|s)?|captured|surrendered|booked|jail(?:ed)?|apprehended|caught|manhunt|fled)
    |(?P<court>charg(?:ed|es?|ing)|(?-i:court)|sentenc(?:ed?|ing)|convicted|pleaded|pled|guilty|trial|hearing
        |arraign(?:ed|ment)|appear(?:ed|ance)?|indict(?:ed|ment)|jury|judge|bail|bond|testified|testimony|prosecut\w+
        |attorney|filed|lawsuit)
    |(?P<say>said|says?|told|tells|announced|confirmed|identified|statement|released?|according|spokes\w+|tweeted|posted
        |wrote|interview|update[ds]?|named)
    |(?P<care>hospital(?:ized)?|surgery|condition|remain(?:s|ed)?|recover(?:ing|ed)|treated|autops\w+|custody)
    |(?P<mourn>vigils?|funerals?|memorial|buried|services?|protest\w*|rall(?:y|ied)|gathered|mourn\w*|anniversary
        |remember\w*|honor\w*|candlelight|reward|community)
    |(?P<search>search\w*|investigat\w+|looking|warrants?|detectives)
    |(?P<past>born|married|graduated|moved|hired|joined|divorce\w*|enlisted|previous\w*|earlier|history|since)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PHRASE = re.compile(
    r"\b(?:(?P<shot>open(?:ed|s|ing)? fire)|(?P<shooting>gun violence)|(?P<happen>took place|broke out)"
    r"|(?P<arrest>turn(?:s|ed) (?:him|her|them)|walked into (?:a|the) police|in custody)|(?P<say>news conference))\b",
    re.IGNORECASE,
)
VIOLENCE = frozenset(("shot", "shooting", "killed", "killing", "hurt"))
"""The groups of cues that tell of violence itself."""
_RELATIVE = re.compile(r"\b(?:today|tonight|yesterday|last night|this|overnight)\b", re.IGNORECASE)
_BACK = re.compile(r"\b(?:that|the|later|earlier)\b", re.IGNORECASE)
_DATED = re.compile(r"\b(?:[A-Z][a-z]{2,8}\.? ?\d{1,2}\b|[A-Z]{3,9} \d{1,2}\b|\d{1,4}[/-]\d)")
_NEAR, _MID = 3, 40
"""Characters between a cue and a time: beside it, or in the same breath."""
_LONGEST_REACH = 400
"""Characters on each side of a time that are looked at."""
_PLACES = ((1, "lead"), (2, "second"), (4, "early"), (8, "middle"), (16, "late"))
"""Up to which sentence of the body (not included) a sentence stands where."""
_MOST_SHARPENED = 40
"""Candidates that are looked at for it; a report has ten or so."""
_WORTH = 0.1
"""A day within a stretch is taken to be meant by it if its own share is at least this much of the stretch's."""
NO_CLOCK = "no clock time"
"""The signal of there being none, in the table of weights."""
_SAME_STORY = 10
"""Days: what happened further apart is not of one story."""
_AGES = ((0, "today"), (1, "day"), (2, "two days"), (6, "week"), (60, "months"), (400, "year"))
"""Up to how many days before the report (included) a time is how old."""


def weigh_days(document: Document, mentions: Sequence[TimeMention], today: date | None) -> list[Candidate]:
    """The days and stretches that the mentions come to, the likeliest first; the page's own dates are none."""
    told = [mention for mention in mentions if not mention.posted and (mention.day or mention.edtf)]
    weights = [exp(sum(WEIGHTS.get(name, 0.0) for name in signals)) for signals in signals_of(document, told, today)]
    total = sum(weights) + exp(NO_DAY)
    by_value: dict[str, list[tuple[float, TimeMention]]] = {}
    for weight, mention in zip(weights, told, strict=True):
        by_value.setdefault(value_of(mention), []).append((weight / total, mention))
    found = []
    for value, weighed in by_value.items():
        weighed.sort(key=lambda pair: (-pair[0], pair[1].span))
        found.append(Candidate(value, tuple(m for _, m in weighed), sum(w for w, _ in weighed)))
    return _sharpened(sorted(found, key=_by_share))


def choose_clock(document: Document, mentions: Sequence[TimeMention], best: Candidate | None) -> TimeMention | None:
    """The mention whose clock time is the incident's, given the candidate that its day is; None where none is told."""
    clocks = [mention for mention in mentions if mention.clock is not None and not mention.posted]
    weighed = []
    for mention, signals in zip(clocks, clock_signals(document, mentions, best), strict=True):
        weighed.append((sum(CLOCK_WEIGHTS.get(name, 0.0) for name in signals), -mention.span.start, mention))
    weight, _, chosen = max(weighed, default=(0.0, 0, None), key=lambda item: item[:2])
    return chosen if weight > CLOCK_WEIGHTS[NO_CLOCK] else None


def clock_signals(document: Document, mentions: Sequence[TimeMention], best: Candidate | None) -> Iterator[list[str]]:
    """For each mention with a clock time that is not the page's, its signals, and how its day fits the likeliest."""
    clocks = [mention for mention in mentions if mention.clock is not None and not mention.posted]
    days = [mention for mention in mentions if mention.day is not None or mention.edtf is not None]
    for mention, signals in zip(clocks, signals_of(document, clocks, None), strict=True):
        yield [*signals, _day_fit(days, mention, best)]


def _day_fit(days: Sequence[TimeMention], clock: TimeMention, best: Candidate | None) -> str:
    """The signal of a clock time's day: its own, or else the day told before it."""
    if best is None:
        return "no day"
    if clock.day is not None or clock.edtf is not None:
        return "same day" if value_of(clock) == best.value else "other day"
    before = bisect_left(days, clock.span, key=lambda mention: mention.span)
    return "same day before" if before and value_of(days[before - 1]) == best.value else "no day"


def _by_share(candidate: Candidate) -> tuple[float, str]:
    return -candidate.share, candidate.value


def _sharpened(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, a stretch's share given to the likeliest day within it: "last week … on Friday" is Friday."""
    shares = {candidate.value: candidate.share for candidate in candidates}
    likeliest = candidates[:_MOST_SHARPENED]
    for candidate in likeliest:
        inside = [c.value for c in likeliest if c.mentions[0].day and holds(candidate.value, c.value)]
        if inside and shares[inside[0]] >= _WORTH * candidate.share:
            shares[inside[0]] += candidate.share
            shares[candidate.value] = 0.0
    return sorted((replace(c, share=shares[c.value]) for c in candidates), key=_by_share)


def holds(stretch: str, day: str) -> bool:
    """Whether an EDTF stretch has an ISO day in it, and is not that day itself."""
    start, _, end = stretch.partition("/")
    return stretch != day and start <= day and day[: len(end or start)] <= (end or start)


def find_violence(document: Document) -> Span | None:
    """The first word of a report that tells of violence; None where there is none."""
    for word in _WORD.finditer(document.text):
        if _group_of(word.group()) in VIOLENCE:
            return Span(*word.span())
    phrases = (phrase for phrase in _PHRASE.finditer(document.text) if phrase.lastgroup in VIOLENCE)
    return next((Span(*phrase.span()) for phrase in phrases), None)


def value_of(mention: TimeMention) -> str:
    """What a mention comes to, as published: its day, else its stretch."""
    return mention.day.isoformat() if mention.day is not None else mention.edtf or ""


def signals_of(document: Document, mentions: Sequence[TimeMention], today: date | None) -> Iterator[list[str]]:
    """For each mention, the names of the signals that speak for or against it; their weights are in the table."""
    seen: set[str] = set()
    news = _news_of(document)
    violent, late = _violent_days(document, mentions, today), _late_days(mentions, today)
    body = next((s.index for s in document.sentences if s.start >= document.body_start), 0)
    for mention in mentions:
        sentence = document.sentence_at(mention.span.start)
        signals = _told_signals(document, mention, today)
        age = next((name for name in signals if name.startswith("age ")), None)  # none without a day of publication
        if news is not None and age is not None:
            signals.append(f"{age} in news of {news}")
        if sentence is not None:
            signals += _cue_signals(document, sentence, mention)
            signals += _order_signals(document, sentence, mention, violent)
            signals += beside_signals(document, sentence, mention)
            signals.append(f"in {_place_of(sentence.index - body)}")
            if mention.span.start == sentence.start:
                signals.append("opens its sentence")
        if mention.day is not None and mention.day in late and len(late) > 1:
            signals.append(_rank_of(mention.day, late))
        if not seen:
            signals.append("first")
        if value_of(mention) in seen:
            signals.append("again")
        seen.add(value_of(mention))
        yield signals


def _violent_days(document: Document, mentions: Sequence[TimeMention], today: date | None) -> list[date]:
    """The days up to the report's own that are told of violence, in order."""
    found: set[date] = set()
    for mention in mentions:
        sentence = document.sentence_at(mention.span.start)
        if mention.day is None or sentence is None or (today is not None and mention.day > today):
            continue
        if _told_of(document, sentence, mention) in VIOLENCE:
            found.add(mention.day)
    return sorted(found)


def _late_days(mentions: Sequence[TimeMention], today: date | None) -> list[date]:
    """The days told that are at most as long before the report as one story lasts, in order."""
    days = {mention.day for mention in mentions if mention.day is not None}
    return sorted(day for day in days if today is not None and 0 <= (today - day).days <= _SAME_STORY)


def _rank_of(day: date, late: list[date]) -> str:
    """The signal of where a day stands among the late ones: what is told of the last is oft only what came of it."""
    return "earliest of late" if day == late[0] else "last of late" if day == late[-1] else "between others"


def _told_of(document: Document, sentence: Sentence, mention: TimeMention) -> str | None:
    """The group of the cue that a time belongs to: of the one before it, else of that behind it, in the same breath."""
    near = [cue for cue in cues_beside(document, sentence, mention) if cue is not None and cue.distance <= _MID]
    return near[0].group if near else None


def _order_signals(document: Document, sentence: Sentence, mention: TimeMention, violent: list[date]) -> list[str]:
    """Signals of how a day stands to those that violence is told of: who was shot Saturday may die Monday."""
    if mention.day is None:
        return []
    apart = [(mention.day - day).days for day in violent]
    if any(0 < days <= _SAME_STORY for days in apart):
        group = _told_of(document, sentence, mention)
        return ["later than violence", f"{group or 'nothing'}, later than violence"]
    if 0 in apart:
        return ["day of violence"]
    return ["earlier than violence"] if any(-_SAME_STORY <= days < 0 for days in apart) else []


def _news_of(document: Document) -> str | None:
    """What the title says is new, where that is not the violence itself: a death, an arrest, a court date, mourning."""
    groups = [group for _, _, group, _ in _cues_in(document.title.text)]
    return next((group for group in ("court", "arrest", "mourn", "death", "care", "search") if group in groups), None)


def _told_signals(document: Document, mention: TimeMention, today: date | None) -> list[str]:
    """Signals of the words themselves, and of how long before the report the time is."""
    words = document.words(mention.span)
    signals = ["has a clock time"] if mention.clock is not None else []
    if mention.part_of_day is not None:
        signals.append("has a part of day")
    if _RELATIVE.search(words):
        signals.append("relative")
    elif _BACK.search(words):
        signals.append("goes back")
    elif _DATED.search(words):
        signals.append("dated")
    if mention.day is None:
        signals.append("rough")
    elif today is not None:
        signals.append(f"age {_age_of((today - mention.day).days)}")
    return signals


@dataclass(frozen=True, slots=True)
class Cue:
    """A word beside a time that says what the time is of."""

    group: str
    word: str
    distance: int
    """Characters between it and the time."""


def cues_beside(
    document: Document, sentence: Sentence, mention: TimeMention, without: frozenset[str] = frozenset()
) -> tuple[Cue | None, Cue | None]:
    """The nearest cue before and behind a time in its sentence, cues of some groups left aside."""
    around = _around(sentence, mention)
    cues = [cue for cue in _cues_in(document.words(around)) if cue[2] not in without]
    start, end = mention.span.start - around.start, mention.span.end - around.start
    left = next((Cue(group, word, start - stop) for _, stop, group, word in reversed(cues) if stop <= start), None)
    right = next((Cue(group, word, begin - end) for begin, _, group, word in cues if begin >= end), None)
    return left, right


def cues_before(document: Document, sentence: Sentence, mention: TimeMention) -> list[Cue]:
    """The cues before a time in its sentence, in order."""
    around = _around(sentence, mention)
    start = mention.span.start - around.start
    return [Cue(group, word, start - end) for _, end, group, word in _cues_in(document.words(around)) if end <= start]


def _cue_signals(document: Document, sentence: Sentence, mention: TimeMention) -> list[str]:
    """Signals of the nearest cue on each side, and of every sort of cue in the sentence."""
    left, right = cues_beside(document, sentence, mention)
    groups = dict.fromkeys(group for _, _, group, _ in _cues_in(document.words(_around(sentence, mention))))
    return [
        *(f"with {group}" for group in groups),
        f"between {_group_near(left)} and {_group_near(right)}",
        f"after {left.group} {_distance(left.distance)}" if left else "after nothing",
        f"before {right.group} {_distance(right.distance)}" if right else "before nothing",
    ]


def _group_near(cue: Cue | None) -> str:
    return cue.group if cue is not None and cue.distance <= _MID else "nothing"


def _around(sentence: Sentence, mention: TimeMention) -> Span:
    """The sentence of a mention, or as much of it as is near where it is of a page without full stops."""
    return Span(
        max(sentence.start, mention.span.start - _LONGEST_REACH), min(sentence.end, mention.span.end + _LONGEST_REACH)
    )


@lru_cache(maxsize=64)
def _cues_in(sentence: str) -> tuple[tuple[int, int, str, str], ...]:
    """Start, end, group and word of every cue of a sentence, in order."""
    found = [(w.start(), w.end(), _group_of(w.group()), w.group().lower()) for w in _WORD.finditer(sentence)]
    found += [(p.start(), p.end(), p.lastgroup, p.group().lower()) for p in _PHRASE.finditer(sentence)]
    return tuple(sorted((start, end, group, word) for start, end, group, word in found if group is not None))


@lru_cache(maxsize=20_000)
def _group_of(word: str) -> str | None:
    """The group of a cue; None for any other word. Kept, since news has few words and uses them often."""
    match = _CUE.fullmatch(word)
    return match.lastgroup if match else None


def _distance(characters: int) -> str:
    return "beside" if characters <= _NEAR else "near" if characters <= _MID else "far"


def _place_of(index: int) -> str:
    if index < 0:
        return "title"
    return next((name for end, name in _PLACES if index < end), "end")


def _age_of(days: int) -> str:
    return "ahead" if days < 0 else next((name for end, name in _AGES if days <= end), "years")
