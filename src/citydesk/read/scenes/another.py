"""Incidents told apart from the main one in words: "another shooting down the street", "recent attacks in Salina".

In: a setting and a sentence. Out: tellings. Those told apart by a time are `earlier`'s.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.read.page.document import Document, Span
from citydesk.read.page.patterns import at_words
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import PlaceFrame, PlaceLevel, PlaceMention, Setting
from citydesk.read.scenes.tellings import Telling
from citydesk.read.when.happened import value_of

_OTHER = re.compile(
    r"\b(?:(?:yet )?another|an? (?:\w+ )?(?:separate|unrelated|different|earlier|similar|previous|prior|recent))"
    r" (?:(?!in|of|the|an?|person|man|woman|teen|injured|wounded)[\w’'-]+ ){0,3}?"
    r"(?:shooting|stabbing|homicide|killing|murder|slaying|shootout|drive-by|murder-suicide)\b"
    r"(?! (?:victim|suspect))|\b(?:shooting|stabbing) (?:[\w]+ ){0,6}was unrelated to\b",
    re.IGNORECASE,
)
_AFTER_OTHER = re.compile(
    r"\b(?:comes?|came|happened|occurred) (?:just |only |less than |about |nearly )?"
    r"(?:hours|days|weeks|months|(?:an?|one|two|three|four|five|\d{1,2}) (?:hour|day|week|month)s?) after"
    r" (?:another|(?:an?|one|two|three|four|five|\d{1,2}) (?:[\w’'-]+ ){0,5}?(?:was |were )?"
    r"(?:shooting|stabbing|killing|shot|stabbed|killed))\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:we|i) (?:also |all |have )?(?:failed|lost|buried|mourned|grieved(?: for)?|said goodbye to)"
    r" (?:an?|another|one|two|three|our|\d{1,2})\b",
    re.IGNORECASE,
)
_SECOND_TIME = re.compile(
    r"\bsecond (?:time|case|incident|child|teen(?:ager)?|officer|person) in "
    r"(?:just |only |about |less than |just over )?"
    r"(?:an?|one|two|three|four|five|six|seven|\d{1,2}) (?:days?|weeks?|months?)\b",
    re.IGNORECASE,
)
_OPENS_EARLIER = re.compile(
    r"(?:(?:just |only )?(?:hours|days|weeks|months|years|an? (?:hour|day|week|month|year)) (?:before|earlier|prior),)"
    r" (?:an?|two|three|four|another)\b[^.;]{0,120}?\b(?:shot|shots|stabbed|gunned down|wounded|killed|slain)\b",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:another (?:[\w-]+ ){0,2}(?:m[ae]n|wom[ae]n|teen(?:ager)?|boy|girl|person|child|\d{1,2}-year-old)"
    r"|(?:earlier (?:in the|that|this|on)|hours? (?:earlier|before|later)|minutes (?:earlier|before|later)|prior to the"
    r"|(?:around|about|at) the same time|shortly (?:before|after) th(?:e|at))\b[^.;]{0,80}?"
    r"\b(?:an?|one|two|three|four|five) (?:[\w-]+ ){0,4}?"
    r"(?:m[ae]n|wom[ae]n|teen(?:ager)?s?|boys?|girls?|person|people|child"
    r"|\d{1,2}-year-olds?))\b[^.;]{0,60}?\b(?:shot|stabbed|gunned down|grazed|wounded|killed)\b",
    re.IGNORECASE,
)
"""Somebody hurt who is not of the main incident, if the place is another too: "another teen was grazed by a bullet"."""
_ONE_OF = re.compile(
    r"(?:the )?(?:first|second|third|other|one|latest)(?: (?:shooting|incident|one))?"
    r" (?:took place|happened|occurred|was reported|came)\b",
    re.IGNORECASE,
)
_SEVERAL_MORE = at_words(
    r"\b(?:(?:one|two|three|four|five|several|\d{1,2}) (?:more|other|additional)|other) (?:\w+ ){0,2}"
    r"(?:shootings|stabbings|homicides|killings|incidents|attacks)\b",
    flags=re.IGNORECASE,
)
_ATTACKS = at_words(
    r"\b(?:shootings?|killings?|attacks?|ambush\w*|massacres?|slayings?|murders?|deaths?|shot(?: dead)?|gunned down"
    r"|killed|slain|opened fire)\b",
    flags=re.IGNORECASE,
)
_COMPARED = at_words(
    r"\b(?:recent(?:ly)?|follow(?:s|ed|ing)|wake|light of|(?:hours|days|weeks|months|day|week|month) (?:after|before)"
    r"|like|similar|earlier (?:this|in)|last (?:week|month|year)|reminiscent|other|ago|this month|this year|high alert"
    r"|national\w*|across the country)\b",
    flags=re.IGNORECASE,
)
_TELLING_FRAMES = frozenset((PlaceFrame.IN, PlaceFrame.NEAR, PlaceFrame.EVENT, PlaceFrame.ELSEWHERE))
_AND = re.compile(r"(?:,|\band|,? and) \Z")
_EARLY = 4
"""Sentences of the body in which the main incident's places are told."""
_BACK = 2
"""Sentences back in which "two more shootings" stands before "one took place on …"."""


@dataclass(frozen=True, slots=True)
class MainPlace:
    """Where the main incident is told to be, by the title and the first sentences."""

    values: frozenset[str]
    """Its cities and addresses."""
    states: frozenset[str]


def main_place_of(setting: Setting, start: int) -> MainPlace:
    """The places in the title and the first sentences, `start` being where the first sentence of the body ends."""
    document = setting.document
    first = document.sentence_at(start)
    last = document.sentences[min((first.index if first else 0) + _EARLY, len(document.sentences) - 1)]
    early = [place for place in setting.places if place.span.start < last.start or place.span.start < start]
    values = frozenset(p.value for p in early if p.level in (PlaceLevel.CITY, PlaceLevel.ADDRESS))
    states = {p.state for p in early if p.state is not None}
    if setting.dateline is not None and setting.dateline.value.state is not None:
        states.add(setting.dateline.value.state)
    return MainPlace(values, frozenset(states))


def find_another(setting: Setting, sentence: Sentence, main: MainPlace, *, several: bool) -> list[Telling]:
    """Every incident that a sentence tells apart in words; in a report of `several`, somebody else hurt is none."""
    document = setting.document
    found = _find_other(document, sentence) or _find_lost(setting, sentence)
    somebody = not several and _is_somebody_else(setting, sentence, main)
    somebody = somebody or bool(_OPENS_EARLIER.match(document.text, sentence.start))
    if not found and (somebody or _is_one_of_more(document, sentence)):
        span = Span(sentence.start, sentence.end)
        found = [Telling(sentence.index, sentence.index, None, span, span, apart=True)]
    elsewhere = list(_find_elsewhere(setting, sentence, main))
    return elsewhere if len(elsewhere) > len(found) else found


def _find_other(document: Document, sentence: Sentence) -> list[Telling]:
    """Violence told apart in words: "another shooting down the street"."""
    patterns = (_OTHER, _AFTER_OTHER, _SECOND_TIME)
    matches = [pattern.search(document.text, sentence.start, sentence.end) for pattern in patterns]
    match = next((match for match in matches if match is not None), None)
    if match is None:
        return []
    span = Span(sentence.start, sentence.end)
    counts = match.re is not _OTHER
    return [Telling(sentence.index, sentence.index, None, span, Span(*match.span()), counts=counts)]


def _find_lost(setting: Setting, sentence: Sentence) -> list[Telling]:
    """A loss told with a time of its own, in a speaker's words: "Earlier this week we lost a child"."""
    document = setting.document
    match = _LOST.search(document.text, sentence.start, sentence.end)
    if match is None:
        return []
    inside = setting.times_in(sentence.start, sentence.end)
    if not any(mention.edtf for mention in inside):
        return []
    span = Span(sentence.start, sentence.end)
    return [Telling(sentence.index, sentence.index, value_of(inside[0]), span, Span(inside[0].span.start, match.end()))]


def _is_somebody_else(setting: Setting, sentence: Sentence, main: MainPlace) -> bool:
    """Whether somebody else is told to be hurt, at an address that is not the main incident's."""
    if not _SOMEBODY_ELSE.search(setting.document.text, sentence.start, sentence.end):
        return False
    return any(p.level is PlaceLevel.ADDRESS and p.value not in main.values for p in _places_in(setting, sentence))


def _is_one_of_more(document: Document, sentence: Sentence) -> bool:
    """Whether it is one of "two more shootings" that were announced before it."""
    if not _ONE_OF.match(document.text, sentence.start):
        return False
    before = document.sentences[max(0, sentence.index - _BACK) : sentence.index]
    return any(_SEVERAL_MORE.search(document.text, s.start, s.end) for s in before)


def _find_elsewhere(setting: Setting, sentence: Sentence, main: MainPlace) -> Iterator[Telling]:
    """Attacks in other states that the main incident is compared with, one for each city."""
    document = setting.document
    text = document.text
    attack = _ATTACKS.search(text, sentence.start, sentence.end)
    if attack is None or not main.states or not _COMPARED.search(text, sentence.start, sentence.end):
        return
    begin = sentence.start
    cities = [
        p for p in _places_in(setting, sentence) if _is_elsewhere(text, p, main) and p.span.start > attack.start()
    ]
    for n, place in enumerate(cities):
        end = sentence.end if n + 1 == len(cities) else place.span.end
        yield Telling(sentence.index, sentence.index, None, Span(begin, end), place.span, apart=True)
        begin = end


def _is_elsewhere(text: str, place: PlaceMention, main: MainPlace) -> bool:
    if place.level is not PlaceLevel.CITY or place.state is None or place.state in main.states:
        return False
    if place.value in main.values:
        return False
    return place.frame in _TELLING_FRAMES or bool(_AND.search(text, 0, place.span.start))


def _places_in(setting: Setting, sentence: Sentence) -> list[PlaceMention]:
    return [place for place in setting.places if sentence.start <= place.span.start < sentence.end]
