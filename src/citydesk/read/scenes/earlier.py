"""Violence told with a time before the main incident: "On Nov. 1, a boy was fatally shot", "the June 27 shooting".

In: a setting, a sentence, and what is known of the main incident's days. Out: tellings, one for each such time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import Setting, TimeMention
from citydesk.read.scenes.tellings import Telling
from citydesk.read.when.dates import days_in
from citydesk.read.when.happened import VIOLENCE, Candidate, Cue, cues_before, cues_beside, value_of

_FROM = re.compile(r"(?:since|until|till|from|by|before|between)\b", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\b(?:since|until|till|from|by|before) \Z", re.IGNORECASE)
_LONG_AGO = re.compile(r"\b(?:years|months) ago\b", re.IGNORECASE)
_NAMED_BY = re.compile(r"['’]?s? (?:[\w-]+ )?incident\b", re.IGNORECASE)
"""What a time before it makes another incident's name: "a July incident"."""
_THAT_HAPPENED = re.compile(
    r"\b(?:shooting|stabbing|killing|slaying|homicide|incident)(?: that| which)? "
    r"(?:happened |occurred |took place )?(?:on |in |from )?\Z",
    re.IGNORECASE,
)
"""Right before a time, of violence whatever the law made of it: "charges stemming from a shooting on Jan. 8"."""
_REACH = 40
_ELSE = re.compile(
    r"\b(?:bought|purchased|made|manufactured|sold|stolen|moved|married|born|opened|built|joined|hired|graduated|noted"
    r"|wrote|published|served|enlisted|elected|founded|began|started)\b",
    re.IGNORECASE,
)
"""What is told with a time though violence stands before it."""
_ASIDE = frozenset(("say", "call", "happen", "search", "care"))
_SAID = frozenset(("said", "announced", "confirmed", "identified", "told", "released"))
_TOLD_OF_MAIN = frozenset((*VIOLENCE, "happen", "call", "death"))
"""Groups of cues beside the main incident's day, where it is told when it was and not when somebody spoke of it."""
_APART = timedelta(2)
"""A time at least so much earlier than the main incident is of another: a night has two days."""
_ABOUT = timedelta(45)
"""How far "six months ago" may be off."""
_RIVAL = 0.25
"""Share of a day's weight from which on it may be the main incident's own after all."""
_PART = 0.15
"""Share from which on the day before the main incident's may be of the same night."""
_SOMEBODY = re.compile(
    r"\b(?:an?|another|one|two|three|four|five)(?: |-)(?:[\w-]+ ){0,3}?"
    r"(?:m[ae]n|wom[ae]n|teen(?:ager)?s?|boys?|girls?|people|person|child(?:ren)?|officers?)\b",
    re.IGNORECASE,
)
_BESIDE, _OPENING = 3, 12
"""Characters between a time and the word beside it, and before a time that opens its sentence ("Then, on ")."""


@dataclass(frozen=True, slots=True)
class MainDay:
    """The main incident's day, by which earlier ones are known."""

    first: date
    """Its first day."""
    rivals: frozenset[str]
    """The days that may be its own after all."""
    told: frozenset[str]
    """The days that have any part in it: the night before, say."""
    sure: bool
    """Whether it is told of violence, and not only of what somebody said or did afterwards."""


def main_day_of(document: Document, days: Sequence[Candidate]) -> MainDay | None:
    """The main incident's day, of those weighed; None where none is told."""
    extent = days_in(days[0].value) if days else None
    if extent is None:
        return None
    rivals = frozenset(day.value for day in days if day.share >= _RIVAL and day.mentions[0].day is not None)
    sure = any(_is_of_main(document, mention) for mention in days[0].mentions)
    told = frozenset(day.value for day in days if day.share >= _PART)
    return MainDay(extent[0], rivals, told, sure)


def _is_of_main(document: Document, mention: TimeMention) -> bool:
    sentence = document.sentence_at(mention.span.start)
    if sentence is None:
        return False
    cues = cues_beside(document, sentence, mention, frozenset(("say",)))
    return mention.clock is not None or any(cue is not None and cue.group in _TOLD_OF_MAIN for cue in cues)


def find_earlier(setting: Setting, sentence: Sentence, main: MainDay) -> Iterator[Telling]:
    """Violence told with a time before the main incident, a telling for each time."""
    document = setting.document
    inside = [mention for mention in setting.times_in(sentence.start, sentence.end) if not mention.posted]
    earlier = [m for m in inside if _is_before(document, m, main) and _is_violent(document, sentence, m)]
    if len({value_of(mention) for mention in earlier}) == 1:  # of two in a sentence, neither is the main incident's
        earlier = [mention for mention in earlier if value_of(mention) not in main.rivals]
    begin = sentence.start
    for mention in earlier:
        after = next((m.span.start for m in inside if m.span.start > mention.span.start), None)
        end = sentence.end if after is None else _parting(document.text, mention.span.end, after)
        yield Telling(sentence.index, sentence.index, value_of(mention), Span(begin, end), mention.span)
        begin = end


def _parting(text: str, start: int, end: int) -> int:
    """Where one telling ends and the next begins between two times: at the last "and", else before the second time."""
    joint = text.rfind(" and ", start, end)
    return joint if joint >= 0 else end


def _is_before(document: Document, mention: TimeMention, main: MainDay) -> bool:
    extent = days_in(value_of(mention))
    if _LONG_AGO.search(document.words(mention.span)):
        return extent is None or main.first - extent[1] > _ABOUT
    if extent is None:
        return False
    day_before = mention.day is None or (value_of(mention) not in main.told and _is_of_somebody(document, mention))
    return main.first - extent[1] >= (timedelta(1) if day_before else _APART)


def _is_of_somebody(document: Document, mention: TimeMention) -> bool:
    """Whether somebody who has not been told of stands in the sentence of a time: "On Monday, a boy was wounded"."""
    sentence = document.sentence_at(mention.span.start)
    return sentence is not None and bool(_SOMEBODY.search(document.text, sentence.start, sentence.end))


def _is_violent(document: Document, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether it is violence, and not an arrest or a trial, that the time is told of."""
    if _FROM.match(document.text, mention.span.start) or _FROM_BEFORE.search(
        document.text, max(sentence.start, mention.span.start - 8), mention.span.start
    ):
        return False
    start = max(sentence.start, mention.span.start - _REACH)
    if _NAMED_BY.match(document.text, mention.span.end) or _THAT_HAPPENED.search(
        document.text, start, mention.span.start
    ):
        return True
    nearest, behind = cues_beside(document, sentence, mention)
    if nearest is not None and _is_of_else(document, mention, nearest):
        return False
    opens = mention.span.start - sentence.start <= _OPENING
    if nearest is not None and nearest.distance <= _BESIDE and nearest.group in _ASIDE - {"happen"}:
        return False
    if opens and behind is not None and behind.word in _SAID:
        return False  # "On Tuesday, deputies said the deaths were …": it is then that they said it
    return _is_beside_violence(document, sentence, mention, opens=opens)


def _is_of_else(document: Document, mention: TimeMention, nearest: Cue) -> bool:
    """Whether a time is of something told between it and the last word of violence: "the gun … was bought in 2006"."""
    between = document.text[mention.span.start - nearest.distance : mention.span.start]
    return bool(_ELSE.search(between)) or (nearest.word == "robbery" and mention.day is None)


def _is_beside_violence(document: Document, sentence: Sentence, mention: TimeMention, *, opens: bool) -> bool:
    left, right = cues_beside(document, sentence, mention, _ASIDE)
    telling = VIOLENCE | {"death"} if _has_violence(document, sentence, mention) else VIOLENCE
    if right is not None and right.distance <= _BESIDE and right.group in (*VIOLENCE, "death"):
        return True
    if left is not None:
        return left.group in telling and not _is_of_the_law(document, sentence, mention)
    return opens and right is not None and right.group in telling


def _has_violence(document: Document, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether a death told with a time is a violent one, by the other words of the sentence."""
    before = (cue.group for cue in cues_before(document, sentence, mention))
    return any(group in VIOLENCE for group in before) or bool(
        _GUN.search(document.text, mention.span.end, sentence.end)
    )


_GUN = re.compile(
    r"\b(?:shot|shooting|bullets?|gunfire|gunshots?|stabb\w+|crossfire|injured|wounded|killed)\b", re.IGNORECASE
)


def _is_of_the_law(document: Document, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether an arrest or a trial is told before the time: "was convicted of robbery in 2012" is a person's past."""
    return any(cue.group in ("court", "arrest") for cue in cues_before(document, sentence, mention))
