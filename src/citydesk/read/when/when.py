"""When: every time expression of a report, resolved, and the date and time of each of its incidents.

In: a document and its day of publication; then a setting and a scene. Out: `TimeMention`s in order; `When` with facts.
The words are found by `clock` and `days`, resolved by `dates`; which of them are the incident's own is weighed by
`happened`.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from citydesk.model import Fact
from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import Scene, Setting, TimeMention
from citydesk.read.when.clock import resolve_clock
from citydesk.read.when.dates import Reckoning, Resolved, resolve_day
from citydesk.read.when.day_words import DayWords, Sort
from citydesk.read.when.expressions import Expression, find_expressions
from citydesk.read.when.happened import Candidate, choose_clock, weigh_days
from citydesk.read.when.posted import find_furniture, reference_day


@dataclass(frozen=True, slots=True)
class When:
    """When a scene took place, as facts."""

    date: Fact[str] | None = None
    time: Fact[str] | None = None
    time_approximate: bool | None = None


_AHEAD = re.compile(
    r"\b(?:will|won[’']t|scheduled|slated|set (?:for|to)|expected|(?:is|are|was|were) (?:set|due|to (?:be|appear))"
    r"|due (?:in|back|to)|planned|plans?|upcoming|hopes?)\b",
    re.IGNORECASE,
)
_OF_THE_PAST = re.compile(
    r" (?:[a-z]+ )?(?:shooting|stabbing|killing|slaying|murder|homicide|death|attack|incident)s?\b"
)
"""What follows a day that has been, whatever is to come: "will appear in relation to the Dec. 25 shooting"."""
_BEEN = re.compile(
    r"\b(?:was|were|had|who|after|when|hit|shot|struck|killed|stabbed|wounded|died|said|fired|happened|occurred)\b",
    re.IGNORECASE,
)
"""What stands between "will" and a day that has been: "is expected to live after a bullet hit her Monday"."""
_SMALL_HOURS = "05:00"
_DAY_ENDS = "24:00"
_SILENT = 0.25
"""Share of the likeliest day below which a report is taken not to say its date."""
_OPENING = 3
"""Sentences of the body that a round-up's day may stand in before its items begin."""
_AHEAD_REACH = 110
"""Characters before an expression, in its sentence, in which "will" makes it one of what is to come."""


def find_times(document: Document, today: date | None) -> tuple[TimeMention, ...]:
    """Every time expression of a report, in order, resolved against the day of publication."""
    expressions = find_expressions(document.text)
    furniture = find_furniture(document, expressions)
    today = reference_day(furniture, today)
    mentions: list[TimeMention] = []
    before = _Before()
    for index, expression in enumerate(expressions):
        posted = index in furniture.indexes
        reckoning = Reckoning(today, before.story.day if before.story else None, _is_ahead(document, expression))
        mention = _resolve_mention(document, expression, reckoning, before)
        mentions.append(replace(mention, posted=posted))
        if mention.part_of_day is not None:
            before.part = mention
        if mention.day is not None and not posted:
            before.story = mention
    return tuple(mentions)


@dataclass(slots=True)
class _Before:
    """What was told before an expression, as far as it may go back to it."""

    story: TimeMention | None = None
    """The last mention of a day."""
    part: TimeMention | None = None
    """The last mention of a part of the day."""


def _is_ahead(document: Document, expression: Expression) -> bool:
    """Whether the expression stands in a clause about what is still to come."""
    if _OF_THE_PAST.match(document.text, expression.span.end):
        return False
    sentence = document.sentence_at(expression.span.start)
    start = max(sentence.start if sentence else 0, expression.span.start - _AHEAD_REACH)
    cues = list(_AHEAD.finditer(document.text, start, expression.span.start))
    return bool(cues) and not _BEEN.search(document.text, cues[-1].end(), expression.span.start)


def _resolve_mention(document: Document, expression: Expression, reckoning: Reckoning, before: _Before) -> TimeMention:
    rests_on: list[Span] = []
    resolved = _resolve_expression(expression, reckoning)
    if before.story is not None and expression.day is not None and _goes_back(expression.day):
        rests_on.append(before.story.span)
    part = expression.part
    if expression.clock is not None and expression.clock.half is None and part is None:
        near = before.part if before.part and _near(document, before.part, expression) else None
        part = near.part_of_day if near else None
        rests_on += [near.span] if near else []
    clock = resolve_clock(expression.clock, part) if expression.clock is not None else None
    return TimeMention(
        span=expression.span,
        day=resolved.day,
        edtf=resolved.edtf,
        clock=clock,
        approximate=clock is not None and expression.clock is not None and expression.clock.approximate,
        part_of_day=expression.part,
        rests_on=tuple(rests_on),
    )


def _resolve_expression(expression: Expression, reckoning: Reckoning) -> Resolved:
    words = expression.day
    if words is None:
        return Resolved()
    if words.weekday is None and words.sort is Sort.CALENDAR:
        beside = next((other.weekday for other in expression.days if other.weekday is not None), None)
        words = replace(words, weekday=beside)
    if words.part == "overnight" and words.sort is Sort.OFFSET and expression.clock is not None:
        return resolve_day(replace(words, part="morning"), reckoning)
    return resolve_day(words, reckoning)


def _goes_back(words: DayWords) -> bool:
    """Whether day words go back to the day told before: "that night", "two days earlier"."""
    return words.sort is Sort.STORY or (words.sort is Sort.WEEKDAY and "that" in words.lead)


def _near(document: Document, before: TimeMention, expression: Expression) -> bool:
    """Whether an expression stands in the sentence of an earlier mention, or in the next."""
    one, other = document.sentence_at(before.span.start), document.sentence_at(expression.span.start)
    return one is not None and other is not None and other.index - one.index <= 1


def when_of(setting: Setting, scene: Scene) -> When:
    """When a scene took place: the likeliest day of those told in it, and the clock time told with that day.

    A report's main scene may have its day in the opening of the report, before its own words, as in a round-up.
    """
    told = [mention for mention in setting.times if scene.covers(mention.span.start) and not mention.posted]
    days = _days_of(setting, scene, told)
    best = days[0] if days and (days[0].share >= _SILENT or not scene.main) else None
    clock = choose_clock(setting.document, told, best)
    return When(
        date=_date_fact(setting, best, clock) if best is not None else None,
        time=_time_fact(setting, clock) if clock is not None else None,
        time_approximate=clock.approximate if clock is not None else None,
    )


def _days_of(setting: Setting, scene: Scene, told: list[TimeMention]) -> list[Candidate]:
    """The days told in a scene; of a round-up's item those of its first sentence, else of the report's opening."""
    opening = _opening(setting, scene) if scene.main else []
    first = [mention for mention in told if scene.cue.start <= mention.span.start < scene.cue.end]
    choices = [first, opening, told] if opening else [told]
    weighed = (weigh_days(setting.document, mentions, setting.today) for mentions in choices)
    return next((days for days in weighed if days), [])


def _opening(setting: Setting, scene: Scene) -> list[TimeMention]:
    """The mentions in the title and the first sentences of the body, before the scene begins."""
    document = setting.document
    body = next((s.index for s in document.sentences if s.start >= document.body_start), 0)
    ends = [sentence.end for sentence in document.sentences[: body + _OPENING]]
    end = min(ends[-1] if ends else 0, scene.spans[0].start)
    return [mention for mention in setting.times_in(0, end) if not mention.posted]


def _date_fact(setting: Setting, best: Candidate, clock: TimeMention | None) -> Fact[str]:
    telling = best.mentions[0]
    value, spans = best.value, [telling.span, *telling.rests_on]
    if clock is not None and clock not in best.mentions and clock.clock is not None:
        night = _night_of(telling, _hour_of(setting.document, clock), setting.today)
        if night is not None:
            value, spans = night.isoformat(), [*spans, clock.span]
    return setting.document.fact(value, spans, confidence=_confidence(best.share))


def _hour_of(document: Document, clock: TimeMention) -> str:
    """The clock time that tells the day: midnight ends one (AP Stylebook, "midnight"), what is past it begins one."""
    words = document.words(clock.span).lower()
    past = "after" in words or "past" in words
    return _DAY_ENDS if "midnight" in words and not past else clock.clock or ""


def _night_of(telling: TimeMention, clock: str, today: date | None) -> date | None:
    """The day of a clock time in a night that was named by its evening or as a whole; None where it changes nothing.

    "Saturday night … about 2 a.m." is Sunday's small hours; of "overnight" the clock says which day is meant.
    """
    small_hours = clock < _SMALL_HOURS
    if telling.day is not None and telling.part_of_day in ("night", "evening") and telling.clock is None:
        after = telling.day + timedelta(1)
        return after if small_hours and (today is None or after <= today) else None
    if telling.edtf is not None and telling.part_of_day == "overnight":
        evening, _, morning = telling.edtf.partition("/")
        return date.fromisoformat(evening if clock >= "12:00" else morning)
    return None


def _time_fact(setting: Setting, clock: TimeMention) -> Fact[str]:
    return setting.document.fact(clock.clock or "", [clock.span, *clock.rests_on], confidence=0.9)


def _confidence(share: float) -> float:
    """The chance that a date is right, by the share of its day: on the gold (2025) 0.4 gives 0.47, 0.8 gives 0.92."""
    return round(0.1 + 0.87 * share, 2)
