"""Publication times in all the forms that pages write them: for machines, for people, and with zones by name.

In: the words of an attribute or of a line beside the headline. Out: an aware time, or the day where the zone or the
minute is not given; None where there is no date.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from citydesk.gather.published import parse_published
from citydesk.model import InputError, Published

_LONGEST = 120
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAYS = (
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"\b(?P<m>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<m>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b"),
)
_ABROAD = re.compile(
    r"\b(?P<day>\d{1,2})(?:\.|º|er)? (?:de )?(?P<name>[^\W\d_]{3,12})\.?(?: del?)?,? (?P<year>(?:19|20)\d\d)\b"
)
_MONTHS_ABROAD = {
    name: number
    for number, names in enumerate(
        (
            "enero janeiro januar jänner janvier gennaio", "febrero fevereiro februar février febbraio",
            "marzo março märz mars", "abril april avril aprile", "mayo maio mai maggio", "junio junho juni juin giugno",
            "julio julho juli juillet luglio", "agosto august août",
            "septiembre setembro september septembre settembre",
            "octubre outubro oktober octobre ottobre", "noviembre novembro november novembre",
            "diciembre dezembro dezember décembre dicembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
"""Spanish, Portuguese, German, French, Italian: sites in the United States write in some of these."""
_CLOCKS = (
    re.compile(r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)? ?(?P<half>[ap])\.?m\b\.?", re.IGNORECASE),
    re.compile(r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?P<half>)(?![\d:])"),
)
_OFFSET = re.compile(r"(?:\b(?:GMT|UTC)|(?<=\d)) ?(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)\b")
_ZONE = re.compile(r"\b(?:(?P<zone>[ECMP][SD]T|AKST|AKDT|HST|GMT|UTC|BST)|(?P<region>[ECMP]T)|(?P<z>(?<=\d)Z))\b")
_ZONE_HOURS = {
    "GMT": 0, "UTC": 0, "BST": 1, "EDT": -4, "EST": -5, "CDT": -5, "CST": -6, "MDT": -6, "MST": -7, "PDT": -7,
    "PST": -8, "AKDT": -8, "AKST": -9, "HST": -10,
}  # fmt: skip
_REGIONS = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
_EPOCH = re.compile(r"(?:1[0-9]{9}|1[0-9]{12})$")
"""Seconds or milliseconds since 1970, from 2001 to 2033."""


def read_moment(words: str | None) -> Published | None:
    """The time or day that some words give; None where they give none.

    A clock time whose zone is not given counts as its day. "ET", "CT", "MT" and "PT" are the local time of the day.
    """
    plain = " ".join((words or "").split())[:_LONGEST]
    if not plain:
        return None
    if _EPOCH.match(plain):
        return datetime.fromtimestamp(int(plain[:10]), UTC)
    for_machines = plain[:4].isdigit()
    return (_written(plain) or _spoken(plain)) if for_machines else (_spoken(plain) or _written(plain))


def utc_of(moment: Published) -> datetime:
    """The moment for comparing; a day counts from its first minute."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


def _written(words: str) -> Published | None:
    try:
        return parse_published(words)
    except InputError:
        return None


def _spoken(words: str) -> Published | None:
    found = next((mark for form in _DAYS if (mark := form.search(words))), None)
    if found is None:
        return _abroad(words)
    parts = found.groupdict()
    month = parts.get("month")
    number = _MONTHS.index(month[:3].lower()) + 1 if month else int(parts["m"])
    try:
        day = date(int(parts["year"]), number, int(parts["day"]))
        clock = _clock(words[: found.start()] + " | " + words[found.end() :])
        return _placed(day, clock, words) if clock is not None else day
    except (ValueError, OverflowError):
        return None


def _abroad(words: str) -> date | None:
    """A day with its month in another language ("5 de febrero de 2025")."""
    mark = _ABROAD.search(words)
    month = _MONTHS_ABROAD.get(mark["name"].casefold()) if mark is not None else None
    if mark is None or month is None:
        return None
    try:
        return date(int(mark["year"]), month, int(mark["day"]))
    except ValueError:
        return None


def _clock(words: str) -> tuple[int, int] | None:
    """The hour and minute in some words without their date."""
    mark = next((mark for form in _CLOCKS if (mark := form.search(words))), None)
    if mark is None:
        return None
    hour, minute, half = int(mark["hour"]), int(mark["minute"] or 0), mark["half"].lower()
    return (hour % 12 + 12 * (half == "p") if half else hour), minute


def _placed(day: date, clock: tuple[int, int], words: str) -> Published:
    """The time in its zone; its day where no zone is named."""
    naive = datetime(day.year, day.month, day.day, *clock)  # its zone is looked for next
    if offset := _OFFSET.search(words):
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"])
        return naive.replace(tzinfo=timezone(timedelta(minutes=-minutes if offset["sign"] == "-" else minutes)))
    zone = _ZONE.search(words)
    if zone is None:
        return day
    if zone["region"]:
        return naive.replace(tzinfo=ZoneInfo(_REGIONS[zone["region"]]))
    return naive.replace(tzinfo=timezone(timedelta(hours=_ZONE_HOURS.get(zone["zone"] or "UTC", 0))))
