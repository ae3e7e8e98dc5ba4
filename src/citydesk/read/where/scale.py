"""What a place's mention is weighed by: how near the head of its scene it stands, and what happens in its sentence.

In: a setting and a scene. Out: a `Scale`, and what it tells of any words. What the words are worth is left to those
that choose among them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from citydesk.read.page.document import Span
from citydesk.read.page.patterns import at_words
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import PlaceMention, Scene, Setting

HAPPENS = at_words(
    r"\b(?:shot|shots|shoot(?:s|ing|ings|out)?|gunfire|gunshots?|opened fire|fired|kill(?:s|ed|ing|ings)|"
    r"slain|slaying|"
    r"stab(?:s|bed|bing)|wound(?:s|ed|ing)|injured|homicides?|murders?|murdered|gunned|happened|occurred|"
    r"took place|"
    r"broke out|unfolded|erupted|found (?:dead|shot|the|a|two|three|him|her|with)|responded|called to|dispatched|"
    r"ambushed|attacked|struck)\b",
    flags=re.IGNORECASE,
)
"""What happens in the sentences that say where it happened."""
_RESPONSE = re.compile(
    r"\b(?:respond(?:ed|ing)?|called|dispatched|arrived|happened|occurred|took place|broke out|unfolded|erupted|"
    r"reported|summoned|rushed) (?:\w+ ){0,4}$",
    re.IGNORECASE,
)
_ASIDE = at_words(
    r"\b(?:hospitals?|jails?|prison|courts?|courthouse|arrest(?:ed)?|custody|vigil|funeral|memorial|lives?|lived|"
    r"living|resid(?:es?|ed|ing)|previous(?:ly)?|earlier|another|separate|unrelated|other shootings?|"
    r"last (?:year|month)|"
    r"fled|crashed|drove|driven|pulled over|stopped|later|warrant|searched|born|hometown|moved|attended|graduated|"
    r"surrendered|booked|detention|contact|call|anyone|information|located at|offices?|headquarters|donations?)\b",
    flags=re.IGNORECASE,
)
_LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class Choice:
    """The mention that was chosen, and the chance that it is right."""

    mention: PlaceMention
    chance: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What a mention's points are reckoned from: the setting, and where the scene begins to be told."""

    setting: Setting
    lead: int
    """Number of the sentence at which the scene begins: of the main one, the body's first."""
    _known: dict[int, bool] = field(default_factory=dict, compare=False)
    """Which sentences something happens in, by number: sentences may be long, and hold many places."""

    def happens(self, sentence: Sentence | None) -> bool:
        """Whether something violent, or the police's coming, is told in a sentence."""
        if sentence is None:
            return False
        known = self._known.get(sentence.index)
        if known is None:
            known = bool(HAPPENS.search(self.setting.document.text, sentence.start, sentence.end))
            self._known[sentence.index] = known
        return known

    def points(self, span: Span, worth: Mapping[str, float]) -> float:
        """The points of a span, by what each thing that may be said of it is worth."""
        return sum(worth.get(name, 0.0) * value for name, value in self.told(span).items())

    def told(self, span: Span) -> dict[str, float]:
        """What is said of a span, by name; nothing where no sentence holds it."""
        document = self.setting.document
        sentence = document.sentence_at(span.start)
        if sentence is None:
            return {}
        before = document.text[max(sentence.start, span.start - _LOOK_BACK) : span.start]
        in_title = document.in_title(span.start)
        return {
            "late": 0.0 if in_title else log(1 + abs(sentence.index - self.lead)),
            "title": float(in_title),
            "happens": float(self.happens(sentence)),
            "happens_before": float(bool(HAPPENS.search(before))),
            "response": float(bool(_RESPONSE.search(before))),
            "aside": float(bool(_ASIDE.search(before))),
        }


def scale_of(setting: Setting, scene: Scene) -> Scale:
    """The scale for a scene's places."""
    start = setting.document.body_start if scene.main or not scene.spans else scene.spans[0].start
    sentence = setting.document.sentence_at(start)
    if sentence is None:
        return Scale(setting, 0)
    return Scale(setting, sentence.index if sentence.start >= start else sentence.index + 1)
