"""Finds words that say a day, or a stretch of days: "early Sunday morning", "Dec. 2, 2015", "earlier this week".

In: a text. Out: every such expression as `DayWords`, in order: what the words say, nothing resolved. What they come to
on a given day is left to `dates`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from citydesk.read.page.document import Span
from citydesk.read.page.patterns import WordPattern, at_words
from citydesk.read.when.day_words import DayWords, Sort, part_of

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_NUMBERS |= {"a": 1, "an": 1, "couple": 2, "fourteen": 14, "eighteen": 18, "twenty": 20}

_PART = (
    r"(?:(?:(?:very|in the) )?(?:early|late|mid|pre-?dawn|wee)[ -]?)?"
    r"(?:mornings?|afternoon|evening|night|overnight|midday)(?: hours)?(?!-)\b"
)
_OF = (
    r"(?:(?:(?:in |during )?the )?(?:very )?"
    r"(?:early|late|wee|pre-?dawn|morning|afternoon|evening|overnight|night|middle)"
    r"(?: (?:morning|afternoon|evening|night))?(?: hours)? (?:of|on) )"
)
_LEAD = r"(?:(?:early|earlier|late|last|this|past|next|overnight|that|following|previous|coming|on|the) ){1,3}"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_REACH = 64
"""Characters before the core of an expression in which the words that belong to it may begin."""


def find_days(text: str) -> list[DayWords]:
    """Every day expression of a text, in order and without overlaps; where two overlap the earlier pattern wins."""
    taken = bytearray(len(text))
    found: list[DayWords] = []
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(text):
            words = None if 1 in taken[match.start() : match.end()] else read(text, match)
            if words is not None:
                if 1 in taken[words.span.start : match.start()]:  # the words before it belong to another
                    words = replace(words, span=Span(match.start(), words.span.end))
                taken[words.span.start : words.span.end] = b"\1" * (words.span.end - words.span.start)
                found.append(words)
    return sorted(found, key=lambda words: words.span)


_BEFORE_DAY = re.compile(rf"(?:\b(?P<of>{_OF}))?(?:\b(?P<lead>{_LEAD}))?\Z", re.IGNORECASE)
"""The words before a weekday, a date or a holiday that belong to it: "the night of", "early", "last"."""


@dataclass(frozen=True, slots=True)
class _Before:
    start: int
    """Where the expression begins with these words."""
    part: str | None
    lead: str


def _before(text: str, start: int) -> _Before:
    match = _BEFORE_DAY.search(text, max(0, start - _REACH), start)
    if match is None or match.start() == start:
        return _Before(start, None, "")
    of, lead = match["of"] or "", (match["lead"] or "").lower()
    # "on" and "the" alone change nothing and are left outside
    begin = match.start() if of or lead.split()[0] not in ("on", "the") else match.start() + len(lead.split()[0]) + 1
    return _Before(begin, part_of(of + lead.replace("earlier", "")), lead)


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _read_month(text: str, match: re.Match[str]) -> DayWords | None:
    """A month with a day before or behind it; or else, with words that show that a month is meant, the month."""
    month, year = _month_number(match["month"]), int(match["year"]) if match["year"] else None
    turned = _DAY_BEFORE.search(text, max(0, match.start() - 12), match.start()) if match["day"] is None else None
    day = match["day"] or (turned["day"] if turned else None)
    if day is not None:
        if not 1 <= int(day) <= 31 or (turned is not None and _NO_MONTH.match(text, match.end())):
            return None
        before = _before(text, turned.start() if turned else match.start())
        return DayWords(Span(before.start, match.end()), Sort.CALENDAR, before.part, None, year, month, int(day))
    lead = _MONTH_LEAD.search(text, max(0, match.start() - 12), match.start())
    if lead is None and year is None:
        lead = _MONTH_OF.match(text, match.end()) and _ARTICLE.search(text, max(0, match.start() - 4), match.start())
    if (lead is None and year is None) or (year is None and _NO_MONTH.match(text, match.end())):
        return None
    start = lead.start() if lead else match.start()
    return DayWords(
        Span(start, match.end()), Sort.MONTH, year=year, month=month, lead=lead.group().lower() if lead else ""
    )


_DAY_BEFORE = re.compile(r"(?<![\d.,$-])(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?\Z")
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|last|early|late|mid|past|from|of|during|back in|that|this)[ -]\Z", re.IGNORECASE
)
_MONTH_OF = re.compile(
    r" (?:\w+ )?(?:shooting|stabbing|killing|slaying|murder|homicide|death|attack|incident|robbery)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(?:a|the) \Z", re.IGNORECASE)
_NO_MONTH = re.compile(r" ?\d|\w| (?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Lane|[A-Z][a-z]+,)|['’]")


def _read_numeric(text: str, match: re.Match[str]) -> DayWords | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return DayWords(Span(*match.span()), Sort.CALENDAR, None, None, year + 2000 if year < 100 else year, month, day)


def _read_weekday(text: str, match: re.Match[str]) -> DayWords:
    before = _before(text, match.start())
    part = part_of(match["part"] or "") or before.part or part_of(match["late"] or "")
    weekday = _WEEKDAYS.index(match["weekday"][:3].lower())
    return DayWords(Span(before.start, match.end()), Sort.WEEKDAY, part, weekday, lead=before.lead)


def _read_holiday(text: str, match: re.Match[str]) -> DayWords:
    before = _before(text, match.start())
    name = " ".join(match["name"].lower().replace("’", "'").replace(".", "").split())
    year = int(match["year"]) if match["year"] else None
    part = part_of(match["part"] or "") or before.part
    return DayWords(Span(before.start, match.end()), Sort.HOLIDAY, part, name=name, year=year, lead=before.lead)


def _read_offset(text: str, match: re.Match[str]) -> DayWords:
    before = _EARLY_BEFORE.search(text, max(0, match.start() - 16), match.start())
    start = before.start() if before else match.start()
    words = text[start : match.end()].lower().replace("earlier", "")
    number = next(days for word, days in _OFFSETS if word in words)
    return DayWords(Span(start, match.end()), Sort.OFFSET, part_of(words), number=number)


_OFFSETS = (("yesterday", -1), ("tomorrow", 1), ("last", -1), ("", 0))
_EARLY_BEFORE = re.compile(r"\b(?:very )?(?:early|earlier|late|later) \Z", re.IGNORECASE)


def _read_count(text: str, match: re.Match[str]) -> DayWords | None:
    before = _COUNT.search(text, max(0, match.start() - 32), match.start())
    if before is None:
        return None
    told = before["count"].lower().split()
    number = int(told[0]) if told[0].isdigit() else _NUMBERS.get(told[1] if "couple" in told else told[-1])
    span, unit, direction = Span(before.start(), match.end()), match["unit"].lower(), match["direction"].lower()
    if direction == "ago":
        return DayWords(span, Sort.AGO, name=unit, number=number, lead=(before["lead"] or "").lower())
    if number is None:
        return None
    return DayWords(span, Sort.STORY, name=unit, number=number if direction in ("later", "after") else -number)


_COUNT = re.compile(
    r"(?P<lead>\b(?:about|around|nearly|almost|more than|over|just|only|less than|roughly|some) )?"
    rf"\b(?P<count>a couple(?: of)?|a few|several|\d{{1,3}}|{'|'.join(_NUMBERS)}) (?:short )?\Z",
    re.IGNORECASE,
)


def _read_story(text: str, match: re.Match[str]) -> DayWords:
    words = match.group().lower()
    number = 0
    if any(told in words for told in ("next", "following", "after")):
        number = 1
    elif any(told in words for told in ("previous", "prior", "before")):
        number = -1
    return DayWords(Span(*match.span()), Sort.STORY, part_of(words), name="day", number=number)


def _read_stretch(text: str, match: re.Match[str]) -> DayWords | None:
    before = _STRETCH_BEFORE.search(text, max(0, match.start() - 32), match.start())
    if before is None:
        return None
    return DayWords(
        Span(before.start(), match.end()), Sort.STRETCH, name=match["unit"].lower(), lead=before.group().lower()
    )


_STRETCH_BEFORE = re.compile(
    r"(?:\b(?:earlier|later|late|early) )?"
    r"\b(?:this past|this|last|over the(?: past| last)?|next|during the|the past|past) (?:holiday |long )?\Z",
    re.IGNORECASE,
)


def _read_year(text: str, match: re.Match[str]) -> DayWords:
    return DayWords(Span(*match.span()), Sort.YEAR, year=int(match["year"]))


def _read_part(text: str, match: re.Match[str]) -> DayWords:
    return DayWords(Span(*match.span()), Sort.PART, part_of(match.group()))


_PATTERNS: tuple[tuple[WordPattern | re.Pattern[str], Callable[[str, re.Match[str]], DayWords | None]], ...] = (
    # Christmas Eve, the Fourth of July
    (
        at_words(
            r"\b(?P<name>Christmas(?: (?:Eve|Day))?|Thanksgiving(?: Day)?|New Year[’']?s(?: (?:Eve|Day))?"
            r"|(?:the )?Fourth of July|July Fourth|Independence Day|Halloween|Memorial Day|Labor Day|Easter(?: Sunday)?"
            r"|Mother[’']?s[’']? Day|Father[’']?s[’']? Day|Valentine[’']?s Day|(?:St\.?|Saint) Patrick[’']?s Day"
            r"|(?:MLK|Martin Luther King(?:,? Jr\.?)?) Day|Veterans[’']? Day|Black Friday|Cinco de Mayo|Juneteenth"
            r"|Columbus Day|Good Friday)\b(?!-)"
            rf"(?: (?P<part>(?i:{_PART})))?(?:,? (?P<year>{_YEAR})\b)?(?! (?:Boulevard|Blvd|Street|Church|dinner|tree))"
        ),
        _read_holiday,
    ),
    # May 24, 2014; 2 Dec; in November
    (
        at_words(
            rf"\b(?P<month>{_MONTH})(?: ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:/]|\.\d| ?[ap]\.?m\b))?"
            rf"(?:(?:,| of)? (?P<year>{_YEAR})\b)?(?![a-z])"
        ),
        _read_month,
    ),
    # 12/2/2015, 12-2-15
    (
        re.compile(r"(?<![\d/-])(?P<month>\d{1,2})([/-])(?P<day>\d{1,2})\2(?P<year>20\d\d|[0-3]\d)(?![\d/-])"),
        _read_numeric,
    ),
    # 2015-12-02
    (re.compile(r"(?<![\d-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"), _read_numeric),
    # early Sunday morning, late on Thursday, last Friday night
    (
        at_words(
            rf"\b(?P<weekday>{_WEEKDAY})(?:[’']s)?(?: (?:in the )?(?P<part>{_PART}))?"
            r"(?P<late> (?:late|early)(?=[ ,.]))?(?!\w)",
            flags=re.IGNORECASE,
        ),
        _read_weekday,
    ),
    # Sat. night
    (
        at_words(
            rf"\b(?P<weekday>{_SHORT_WEEKDAY})\b(?:\.|(?= (?i:{_PART}))|(?=,? {_MONTH}))"
            rf"(?: (?P<part>(?i:{_PART})))?(?P<late>(?!))?"
        ),
        _read_weekday,
    ),
    # yesterday, last night, this morning, tonight
    (
        at_words(
            rf"\b(?:(?:today|yesterday|tomorrow)(?: {_PART})?|tonight|last (?:night|evening)"
            r"|this (?:(?:very )?(?:early|late)[ -])?(?:morning|afternoon|evening)|overnight)\b"
            r"(?: (?:late|early)(?=[,.]))?"
            r"(?! (?:bag|stay|trip|lows?|hours))",
            flags=re.IGNORECASE,
        ),
        _read_offset,
    ),
    # two days earlier, a week ago, a couple of months ago
    (
        at_words(
            r"\b(?P<unit>day|week|month|year)s? (?P<direction>ago|earlier|later|before(?=[,.])|after(?=[,.]))\b",
            flags=re.IGNORECASE,
        ),
        _read_count,
    ),
    # earlier this week, over the weekend, last month
    (
        at_words(
            r"\b(?P<unit>week(?:end)?|month|year|summer|spring|fall|winter)\b(?! (?:old|and a half))",
            flags=re.IGNORECASE,
        ),
        _read_stretch,
    ),
    # in 2013; the 2014 killing
    (
        at_words(
            rf"\b(?:in|In|since|of|during|early|late|the|The|a|A) (?P<year>{_YEAR})\b"
            r"(?![-/]| (?:block|hours|[A-Z][a-z]))"
        ),
        _read_year,
    ),
    # that night, the next morning, the day before
    (
        at_words(
            r"\bthat (?:same )?(?:day|morning|afternoon|evening|night)\b"
            r"|\bthe (?:(?:same|next|following|previous|prior) (?:day|morning|afternoon|evening|night)\b"
            r"|(?:day|night|evening|morning) (?:before|after)(?=[,.]))",
            flags=re.IGNORECASE,
        ),
        _read_story,
    ),
    # in the early morning hours, late at night, early-morning
    (
        at_words(
            r"\b(?:in the (?:(?:very )?(?:early|late|wee) )?"
            r"(?:(?:morning|afternoon|evening|night|pre-?dawn|overnight)(?: hours)?|hours)"
            r"|at (?:night|dusk|dawn|sunset)|(?:early|late|mid)[ -](?:morning|afternoon|evening|night)(?: hours)?"
            r"|during the night|midday)\b",
            flags=re.IGNORECASE,
        ),
        _read_part,
    ),
)
