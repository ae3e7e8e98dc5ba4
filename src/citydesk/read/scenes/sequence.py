"""What ties an incident to others in words: "This is the second officer-involved shooting that has happened today."

In: a setting and the day of its main incident. Out: the `Sequence` with its words, and whether it tells of one
particular other incident. A scene for that other incident is left to `background`.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from citydesk.model import Fact, Sequence
from citydesk.read.page.document import Span
from citydesk.read.page.patterns import at_words
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import Setting, TimeMention
from citydesk.read.when.dates import days_in
from citydesk.read.when.happened import value_of

EVENT = (
    r"(?:shooting|stabbing|homicide|killing|murder|slaying|shootout|shoot-out|murder-suicide|drive-by|ambush|attack"
    r"|robbery|incident|fatality)"
)
_ORDINALS = {word: n for n, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)}
_COUNTED = at_words(
    r"\b(?:is|was|it[’']s|be|been|marks?|marked|became|becomes|being|as)(?: now| also| at least| only| just)?"
    rf" (?:the|his|her|their|our) (?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,3}}(?:nd|rd|th|st))(?: such)?"
    rf" (?P<of>(?:(?!degree|suspect|victim|and|or)[\w’'-]+ ){{0,4}}?{EVENT})\b",
    flags=re.IGNORECASE,
)
_DAYS = at_words(
    r"\b(?:in|within|over)(?: just| only| less than)? (?:the (?:past|last) )?"
    r"(?P<count>as many|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?P<unit>day|week|hour)s?\b",
    flags=re.IGNORECASE,
)
_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_NUMBERS |= {"a": 1, "an": 1}
_DAYS_IN = {"day": 1.0, "week": 7.0, "hour": 1 / 24}
_FEW_DAYS = 14
"""The second in two weeks tells of one other; the second this year only counts."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The words that count the main incident among others."""

    sequence: Fact[Sequence]
    sentence: Sentence
    cue: Span
    tells_other: bool
    """Whether it is the second in a few days, so that one particular other incident is meant."""


def find_sequence(setting: Setting, main_day: date | None) -> Counted | None:
    """The first words that count the main incident among others within a known period; None where there are none."""
    document = setting.document
    for match in _COUNTED.finditer(document.text, document.body_start):
        sentence = document.sentence_at(match.start())
        period = _find_period(setting, sentence, match, main_day) if sentence is not None else None
        if sentence is None or period is None:
            continue
        words = match["ordinal"].lower()
        ordinal = _ORDINALS.get(words) or int(words[:-2])
        days = days_in(period.value)
        sequence = Sequence(ordinal=ordinal, of=" ".join(match["of"].lower().split()), period=period.value)
        cue = Span(match.start("ordinal"), max(match.end(), period.span.end))
        return Counted(
            document.fact(sequence, [cue, period.span]),
            sentence,
            cue,
            ordinal == 2 and days is not None and (days[1] - days[0]).days < _FEW_DAYS,
        )
    return None


@dataclass(frozen=True, slots=True)
class _Period:
    value: str
    span: Span


def _find_period(setting: Setting, sentence: Sentence, match: re.Match[str], main_day: date | None) -> _Period | None:
    """The time within which the incident is counted, told behind the count in its sentence."""
    counted = _DAYS.search(setting.document.text, match.end(), sentence.end)
    if counted is not None and main_day is not None:
        words = counted["count"].lower()
        number = (_ORDINALS.get(match["ordinal"].lower(), 1) if words == "as many" else _NUMBERS.get(words)) or int(
            words
        )
        length = round(number * _DAYS_IN[counted["unit"].lower()])
        first = main_day - timedelta(max(0, length - (counted["unit"].lower() == "day")))
        return _Period(f"{first.isoformat()}/{main_day.isoformat()}", Span(*counted.span()))
    for mention in setting.times_in(match.end(), sentence.end):
        if (mention.day or mention.edtf) and not mention.posted:
            return _Period(_since(setting, mention, main_day) or value_of(mention), mention.span)
    return None


def _since(setting: Setting, mention: TimeMention, main_day: date | None) -> str | None:
    """The interval up to the main incident, where the words are "since" a time."""
    words = setting.document.text[max(0, mention.span.start - 6) : mention.span.end].lower()
    extent = days_in(value_of(mention))
    if "since" not in words or extent is None or main_day is None:
        return None
    return f"{extent[0].isoformat()}/{main_day.isoformat()}"
