"""What sort of report it is: the first telling of an incident, a later turn of one, a round-up, or none of these.

In: a setting and its scenes. Out: a `Kind` with the words that show it. Later turns (an arrest, a charge, a death in
hospital, a funeral, a trial) show in the title and the first sentences, and in how long ago the incident was, which
`kind_signals` finds.
"""

import re
from math import exp

from citydesk.model import Fact, Kind
from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.scenes.kind_signals import Signal, signals_of
from citydesk.read.scenes.kind_weights import BIAS, WEIGHTS
from citydesk.read.when.happened import find_violence

_FEWEST_WORDS = 25
"""A body of fewer words is no more than a title and what stands around it on a page."""
_DURATION = re.compile(r"(?<![\d:])\d{1,2}:\d\d (?=[A-Z‘'“\"])")
"""How long a video is, before its title: a body full of these is a list of videos."""
_WORDS_A_VIDEO = 25


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
    chance = 1 / (1 + exp(-BIAS - sum(WEIGHTS.get(signal.name, 0.0) for signal in signals)))
    if chance > 0.5:
        return document.fact(Kind.FOLLOW_UP, _telling(signals, violence, 1), confidence=round(chance, 2))
    return document.fact(Kind.INCIDENT, _telling(signals, violence, -1), confidence=round(1 - chance, 2))


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
