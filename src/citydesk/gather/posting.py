"""The line that says when a page was posted ("Posted: Jun 15, 2023 / 04:12 PM CDT"), as scraping leaves it.

In: a text. Out: the publication time that its first lines state, if any.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from citydesk.model import Published

_HEAD_CHARS = 700
"""Posting lines stand above the story; further down, dates are the story's own."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_NUMBER = {name: number for number, name in enumerate(_MONTHS, 1)}
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    r"(?:(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)"
    r"|(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d))"
)
_CLOCK = r"(?P<{0}hour>\d{{1,2}}):(?P<{0}minute>\d\d) ?(?P<{0}half>[ap])\.?m\.?(?: ?(?P<{0}zone>[ecmp][sd]?t)\b)?"
_POSTED = re.compile(
    r"\b(?P<cue>posted|published|created|updated|last updated|release date|date|originally published)"
    rf"\b[: ]{{0,3}}(?:on |at )?(?:{_CLOCK.format('a')},? (?:on )?)?{_DAY}"
    rf"(?:,? ?(?:at |/ |- |\| )?{_CLOCK.format('b')})?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:^|\||[ \t]{{2}})[ \t]{{0,40}}{_DAY}[ \t]{{0,40}}$", re.IGNORECASE | re.MULTILINE)
_DATED = re.compile(
    rf"^(?P<city>[A-Z][A-Z .'’-]{{2,40}})(?:, [A-Z][A-Za-z. ]{{1,14}}?)?, {_DAY}(?= \(| ?--| ?[—–])",
    re.IGNORECASE | re.MULTILINE,
)
_OFFSET_HOURS = {
    zone: hours
    for hours, zones in ((-4, "edt"), (-5, "est cdt"), (-6, "cst mdt"), (-7, "mst pdt"), (-8, "pst"))
    for zone in zones.split()
}


def find_posting(text: str) -> Published | None:
    """When the first lines of a text say that it was posted; the earliest, where an update is dated too.

    A time whose zone is not given counts as its day, and dates that do not exist are passed over.
    """
    head = text[:_HEAD_CHARS].replace("\xa0", " ")
    marks = [*_labels(head), *_BARE.finditer(head), *_dated_datelines(head)]
    found = [moment for mark in marks if (moment := _moment(mark)) is not None]
    return min(found, key=_moment_utc) if found else None


def _labels(head: str) -> list[re.Match[str]]:
    """Labels of a posting line; in prose ("a video posted June 3, 2021") they stand small and within a line."""
    return [mark for mark in _POSTED.finditer(head) if mark["cue"][0].isupper() or _begins_line(head, mark.start())]


def _begins_line(head: str, offset: int) -> bool:
    return not head[head.rfind("\n", 0, offset) + 1 : offset].strip(" \t|•·-–—(/")


def _dated_datelines(head: str) -> list[re.Match[str]]:
    """Datelines with the day in them ("LUBBOCK, Texas, Aug. 25, 2024 (KLQB)"): upper case tells them from prose."""
    return [mark for mark in _DATED.finditer(head) if mark["city"].isupper()]


def _moment_utc(moment: Published) -> datetime:
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


def _moment(mark: re.Match[str]) -> Published | None:
    given = mark.groupdict()
    try:
        if given["month"]:
            day = date(int(given["year"]), _MONTH_NUMBER[given["month"][:3].lower()], int(given["day"]))
        else:
            day = date(int(given["y"]), int(given["m"]), int(given["d"]))
        return next((m for side in "ab" if (m := _at_clock(day, given, side)) is not None), day)
    except ValueError:
        return None


def _at_clock(day: date, given: dict[str, str | None], side: str) -> datetime | None:
    """The day with the clock time before ("a") or behind it ("b"), where its zone is given."""
    hour, minute, half, zone = (given.get(f"{side}{part}") for part in ("hour", "minute", "half", "zone"))
    if hour is None or minute is None or half is None or zone is None or zone.lower() not in _OFFSET_HOURS:
        return None
    offset = timezone(timedelta(hours=_OFFSET_HOURS[zone.lower()]))
    return datetime(day.year, day.month, day.day, int(hour) % 12 + 12 * (half in "pP"), int(minute), tzinfo=offset)
