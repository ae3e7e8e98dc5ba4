"""Clock times in news text: "around 4:45 p.m.", "just before midnight", "between 2 and 3 a.m.", "9:30 Tuesday night".

In: a text. Out: every clock time in it as `ClockWords`, in order, and from such words and the part of the day said
beside them a local time, HH:MM. What day they are of is left to `when`.
"""

import re
from dataclasses import dataclass, replace

from citydesk.read.page.document import Span
from citydesk.read.page.patterns import at_words


@dataclass(frozen=True, slots=True)
class ClockWords:
    """A clock time as worded."""

    span: Span
    hour: int
    """1 to 12; 0 to 23 where `half` is "24"."""
    minute: int
    half: str | None
    """"a" or "p" for a.m. and p.m., "24" for a time that needs neither, None where the words leave it open."""
    approximate: bool
    bare: bool = False
    """Whether it is a number that is only a time with the right words beside it ("around 11")."""


_HALF = r"(?P<half>[ap])\.? ?m\b\.?"
_NUMBER = r"(?<![\d:.$/-])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?"
_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()

_PATTERNS = (
    # 2 and 3 a.m.; 11 p.m. to 1 a.m.; 2-3 a.m.
    re.compile(
        rf"{_NUMBER} ?(?:(?P<first>[ap])\.? ?m\b\.?)?(?:(?P<joined> (?:and|to|or) )| ?[-–—] ?)"
        rf"(?P<until>\d{{1,2}})(?:[:.]\d\d)? ?{_HALF}",
        re.IGNORECASE,
    ),
    # 4:45 p.m.; 4:45pm; 1 a.m.
    re.compile(rf"{_NUMBER} ?{_HALF}", re.IGNORECASE),
    at_words(r"\b(?P<word>noon|midnight)\b", flags=re.IGNORECASE),
    # 9 o'clock; nine o'clock
    at_words(rf"\b(?:(?P<hour>\d{{1,2}})|(?P<spelled>{'|'.join(_HOURS)})) ?o[’'‘]clock\b", flags=re.IGNORECASE),
    # 1545 hours
    re.compile(r"(?<![\d:.$/-])(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d) ?(?:hours|hrs)\b", re.IGNORECASE),
    # 9:30 Tuesday night
    re.compile(r"(?<![\d:.$/-])(?P<open>(?P<hour>\d{1,2}):(?P<minute>[0-5]\d))(?![\d:]|\.\d|-\d)"),
    # around 11 that night
    re.compile(r"(?<=[a-z] )(?P<bare>(?P<hour>1[0-2]|[1-9]))(?=[,.;)]?(?:\s|$))"),
)
_BEFORE = re.compile(
    r"\b(?:(?:(?:shortly|just|right|soon|(?:a few )?minutes|moments|some ?time|a (?:little|bit|short time)) "
    r"(?:before|after|past|prior to)"
    r"|around|about|approximately|approx\.?|roughly|nearly|almost|near|close to|before|after|by|past|circa)"
    r"(?: (?:about|around|approximately|12))?|between|from|12) ?\Z",
    re.IGNORECASE,
)
_REACH = 40
"""Characters before a clock time in which the words that make it approximate stand."""


def find_clocks(text: str) -> list[ClockWords]:
    """Every clock time of a text, in order and without overlaps."""
    taken = bytearray(len(text))
    found: list[ClockWords] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            clock = None if 1 in taken[match.start() : match.end()] else _clock(text, match)
            if clock is not None:
                if 1 in taken[clock.span.start : match.start()]:  # the words before it belong to another
                    clock = replace(clock, span=Span(match.start(), clock.span.end))
                taken[clock.span.start : clock.span.end] = b"\1" * (clock.span.end - clock.span.start)
                found.append(clock)
    return sorted(found, key=lambda clock: clock.span)


def resolve_clock(clock: ClockWords, part: str | None) -> str | None:
    """The local time, HH:MM, given the part of the day said with it; None where morning and evening are both open."""
    if clock.half == "24":
        return f"{clock.hour:02}:{clock.minute:02}"
    half = clock.half if clock.half is not None else _half_in(part, clock.hour)
    if half is None:
        return None
    return f"{clock.hour % 12 + (12 if half == 'p' else 0):02}:{clock.minute:02}"


def _half_in(part: str | None, hour: int) -> str | None:
    """Whether an hour in a part of the day is a.m. or p.m.: "12:30 Saturday morning" is half past midnight."""
    if part == "morning":
        return "a"
    if part == "overnight":
        return "p" if 9 <= hour < 12 else "a"
    if part == "night":
        return "a" if hour == 12 or hour < 5 else "p"
    return "p" if part in ("afternoon", "evening") else None


def _clock(text: str, match: re.Match[str]) -> ClockWords | None:
    """The clock time of a match of any of the patterns, with the words before it; None where the numbers are none."""
    told = match.groupdict()
    before = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    words = before.group().lower().strip() if before else ""
    if (told.get("joined") and words not in ("between", "from")) or ("bare" in told and words in ("", "from", "12")):
        return None
    span = Span(match.start() - len(before.group()) if before else match.start(), match.end())
    approximate = words not in ("", "12") or "until" in told
    if told.get("word"):
        return ClockWords(span, 12 if told["word"].lower() == "noon" else 0, 0, "24", approximate)
    if told.get("spelled"):
        return ClockWords(span, _HOURS.index(told["spelled"].lower()) + 1, 0, None, approximate)
    hour, minute, half = int(told["hour"]), int(told.get("minute") or 0), _told_half(told)
    if minute > 59 or hour > 23 or (half != "24" and not 1 <= hour <= 12):
        return None
    return ClockWords(span, hour, minute, half, approximate, bare="bare" in told)


def _told_half(told: dict[str, str | None]) -> str | None:
    hour, half = int(told["hour"] or 0), (told.get("half") or "").lower()
    if told.get("first"):
        return str(told["first"]).lower()
    if "until" in told:
        crosses = hour % 12 > int(told["until"] or 0) % 12  # "between 11 and 1 a.m." begins before midnight
        return {"a": "p", "p": "a"}[half] if crosses else half
    if "open" in told:
        return "24" if hour > 12 else None  # "0:47" and "00:47" are how long a video is
    return half or ("24" if "minute" in told else None)
