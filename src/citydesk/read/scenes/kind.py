"""What sort of report it is: the first telling of an incident, a later turn of one, a round-up, or none of these.

In: a setting and its scenes. Out: a `Kind` with the words that show it. Later turns (an arrest, a charge, a death in
hospital, a funeral, a trial) show in the title and the first sentences, and in how long ago the incident was.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from citydesk.model import Fact, Kind
from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.when.dates import days_in
from citydesk.read.when.happened import find_violence
from citydesk.read.when.when import when_of

_LATER = re.compile(
    r"""\b(?:
    (?P<trial>sentenc(?:ed?|ing)|convict(?:ed|ion)|plead(?:ed|s)?|pleas?|pled|guilty|trial|hearing|indict(?:ed|ment|s)
        |jury|juror|judge|lawsuit|sues?|sued|prosecut(?:ors?|ed|ion)|verdict|acquitted|appeals?|prison|testi\w+
        |district\ attorney|justified|cleared|extradit\w+|(?-i:court)|parole)
    |(?P<charge>charg(?:ed|es?|ing)|arraign(?:ed|ment)|bail|bond)
    |(?P<arrest>arrest(?:ed|s)?|captured|surrender(?:s|ed)?|turn(?:s|ed)\ (?:him|her|them)sel(?:f|ves)|nabbed
        |apprehended|in\ custody|jailed|booked|warrants?)
    |(?P<sought>sought|wanted|manhunt|seek(?:s|ing)?|hunt|on\ the\ run|person\ of\ interest|reward)
    |(?P<mourn>vigils?|funerals?|memorials?|laid\ to\ rest|buried|mourn(?:s|ed|ing|ers)?|remember(?:s|ed|ing)?
        |honor(?:s|ed)?|grie(?:f|ves?|ving)|tributes?|candlelight|gofundme|fundrais\w+|anniversary|community
        |speaks?\ out|famil(?:y|ies)|friends|neighbors|loved\ ones)
    |(?P<died>dies|has\ died|succumbed|death\ toll|life\ support|passed\ away|died\ (?:days|weeks|months)|days?\ after
        |days\ later|weeks\ (?:after|later))
    |(?P<care>recover(?:s|ing|y|ed)|released\ from|remain(?:s|ed)\ (?:in\ the\ )?hospital\w*|upgraded|improving)
    |(?P<ruled>autopsy|coroner|medical\ examiner|ruled|reveals?|report|911\ calls|new\ (?:details|information)
        |more\ details|motive|tracing|reopen\w*|reviews?|determined)
    |(?P<named>identif(?:y|ied|ies)|id[’']?d|ids?|named|names|victims?\ of|who\ they\ were)
    |(?P<update>updates?|updated)
    |(?P<first>investigat(?:e|es|ing)|respond(?:ed|ing)|call(?:ed)?|breaking|injured|wounded|critical|hurt|hospitalized)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+")
_LEAD = 2
"""Sentences of the body that tell what is new."""
_FEWEST_WORDS = 25
"""A body of fewer words is no more than a title and what stands around it on a page."""
_DURATION = re.compile(r"(?<![\d:])\d{1,2}:\d\d (?=[A-Z‘'“\"])")
"""How long a video is, before its title: a body full of these is a list of videos."""
_WORDS_A_VIDEO = 25
_AGES = ((0, "today"), (1, "day"), (2, "two days"), (4, "days"), (7, "week"), (30, "month"))
"""Up to how many days before the report (included) the incident is how old."""
_COUNTS = ((0, "none"), (2, "some"))

_BIAS = 0.1
WEIGHTS: dict[str, float] = {
    "named in title": 1.4,
    "age old": 1.0,
    "trial in lead": 0.8,
    "much charge in body": 0.7,
    "arrest in title": 0.7,
    "age days": 0.6,
    "named in lead": 0.6,
    "ruled in title": 0.6,
    "trial in title": 0.6,
    "died in lead": 0.6,
    "charge in title": 0.5,
    "age two days": 0.5,
    "mourn in lead": 0.4,
    "charge in lead": 0.4,
    "much mourn in body": 0.4,
    "much trial in body": 0.4,
    "arrest in lead": 0.4,
    "died in title": 0.4,
    "ruled in lead": 0.4,
    "age month": 0.3,
    "age week": 0.3,
    "sought in lead": 0.2,
    "sought in title": 0.2,
    "some charge in body": 0.1,
    "some trial in body": -0.1,
    "mourn in title": -0.1,
    "none trial in body": -0.2,
    "first in lead": -0.4,
    "none mourn in body": -0.4,
    "age unknown": -0.5,
    "first in title": -0.7,
    "none charge in body": -0.7,
    "age day": -0.9,
    "age today": -1.2,
}
"""Log odds for a later turn: made by training/fit_kind.py from the 420 gold reports that are one or the other."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that speaks for or against a later turn, and the words that show it."""

    name: str
    span: Span | None
    """None where it is not single words that show it: how old the incident is, how often a word is used."""


def kind_of(setting: Setting, scenes: tuple[Scene, ...]) -> Fact[Kind] | None:
    """The report's kind; None only for a report without words."""
    if not scenes:
        return None
    document, first = setting.document, scenes[0]
    items = [scene.cue for scene in scenes if scene.main]
    if len(items) > 1:
        return document.fact(Kind.ROUNDUP, items, confidence=0.7)
    violence = find_violence(document)
    if violence is None or _is_unread(document):
        return document.fact(Kind.OTHER, [violence or first.cue], confidence=0.6)
    signals = signals_of(setting, first)
    chance = 1 / (1 + exp(-_BIAS - sum(WEIGHTS.get(signal.name, 0.0) for signal in signals)))
    if chance > 0.5:
        return document.fact(Kind.FOLLOW_UP, _telling(signals, violence, 1), confidence=round(chance, 2))
    return document.fact(Kind.INCIDENT, _telling(signals, violence, -1), confidence=round(1 - chance, 2))


def signals_of(setting: Setting, scene: Scene) -> list[Signal]:
    """What speaks for and against a later turn; a signal that stands more than once with its first words."""
    document = setting.document
    body = next((s.index for s in document.sentences if s.start >= document.body_start), len(document.sentences))
    signals = _cues(document, "title", Span(0, document.body_start))
    for sentence in document.sentences[body : body + _LEAD]:
        signals += _cues(document, "lead", Span(sentence.start, sentence.end))
    counts = Counter(map(_group_of, _WORD.findall(document.body.text)))
    signals += [Signal(f"{_count(counts[group])} {group} in body", None) for group in ("trial", "charge", "mourn")]
    signals.append(Signal(f"age {_age_of(setting, scene)}", None))
    return list({signal.name: signal for signal in reversed(signals)}.values())


def _cues(document: Document, where: str, span: Span) -> list[Signal]:
    found = _LATER.finditer(document.text, span.start, span.end)
    return [Signal(f"{match.lastgroup} in {where}", Span(*match.span())) for match in found]


@lru_cache(maxsize=20_000)
def _group_of(word: str) -> str | None:
    """The group of a single word; kept, since news has few words and uses them often."""
    match = _LATER.fullmatch(word)
    return match.lastgroup if match else None


def _count(number: int) -> str:
    return next((name for most, name in _COUNTS if number <= most), "much")


def _age_of(setting: Setting, scene: Scene) -> str:
    told = when_of(setting, scene).date
    extent = days_in(told.value) if told is not None else None
    if extent is None or setting.today is None:
        return "unknown"
    days = (setting.today - extent[1]).days
    return next((name for most, name in _AGES if days <= most), "old")


def _is_unread(document: Document) -> bool:
    """Whether the page's own text did not come through: hardly any words, or a list of videos."""
    words = len(document.body.text.split())
    videos = sum(1 for _ in _DURATION.finditer(document.text, document.body_start))
    return words < _FEWEST_WORDS or videos * _WORDS_A_VIDEO > words


def _telling(signals: list[Signal], violence: Span, sign: int) -> list[Span]:
    """The words of the strongest signals on one side, up to three; the word of violence where there are none."""
    strong = [s for s in signals if s.span is not None and sign * WEIGHTS.get(s.name, 0.0) > 0]
    strong.sort(key=lambda signal: (-abs(WEIGHTS[signal.name]), signal.name))
    return [signal.span for signal in strong[:3] if signal.span is not None] or [violence]
