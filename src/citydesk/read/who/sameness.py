"""Whether two parts are one person told twice, by what the rules see and the encoder makes of their mentions.

In: two parts of a scene with the same role. Out: a share between 0 and 1. Weights are fitted by
`training/reader/judges.py`.
"""

from typing import NamedTuple

from citydesk.read.page.weights import Weights
from citydesk.read.who.apart import are_apart
from citydesk.read.who.mention_opinions import MentionOpinions
from citydesk.read.who.mentions import Article, Form, Mention
from citydesk.read.who.parts import Part
from citydesk.read.who.told import Slot

_MOST = 6.0
"""Log odds beyond which the encoder is not listened to."""
_FAR = 20.0
"""Sentences."""


class Room(NamedTuple):
    """How many there are of a role: what the report states, if it does, and how many parts there are."""

    stated: int | None
    parts: int


def same_share(one: Part, other: Part, room: Room, opinions: MentionOpinions, weights: Weights) -> float:
    """How likely two parts are one person."""
    return float(weights.shares(same_features(one, other, room, opinions))[1])


def same_features(one: Part, other: Part, room: Room, opinions: MentionOpinions) -> list[float]:
    """What speaks for and against two parts being one person."""
    first, second = (one, other) if one.first <= other.first else (other, one)
    told, again = _own(first), _own(second)
    mean, most = opinions.links(told, again)
    begin = min(again, key=lambda m: m.first)
    apart = are_apart(one, other)
    both_aged, both_sexed = bool(one.ages and other.ages), one.sex is not None and other.sex is not None
    outcomes = one.outcome is not None and other.outcome is not None
    nouns = {m.noun.word for m in told if m.noun} & {m.noun.word for m in again if m.noun}
    distance = min(abs(a.sentence - b.sentence) for a in told for b in again)
    return [
        max(-_MOST, min(_MOST, mean)) / 3,
        max(-_MOST, min(_MOST, most)) / 3,
        float(apart),
        float(bool(one.name and other.name)),
        float(bool(one.name) != bool(other.name)),
        float(both_aged and bool(one.ages & other.ages)),
        float(both_aged and not one.ages & other.ages),
        float(both_sexed and one.sex is other.sex),
        float(both_sexed and one.sex is not other.sex),
        float(outcomes and one.outcome is other.outcome),
        float(outcomes and one.outcome is not other.outcome),
        float(begin.article is Article.NEW),
        float(begin.article is Article.OTHER),
        float(begin.article is Article.KNOWN),
        float(begin.article is Article.OWNED),
        float(begin.form is Form.NAME),
        float(begin.headline or min(told, key=lambda m: m.first).headline),
        float(distance == 0),
        min(_FAR, distance) / _FAR,
        float(bool(nouns)),
        float(room.stated is not None and room.parts > room.stated),
        float(room.stated is not None and room.parts <= room.stated),
        min(10.0, room.parts) / 10,
        float(not _tells_of_its_own(one) or not _tells_of_its_own(other)),
        float(one.officer != other.officer),
    ]


def _own(part: Part) -> list[Mention]:
    """A part's names and descriptions; its pronouns, where it has nothing else."""
    return [m for m in part.mentions if m.form is not Form.PRONOUN] or part.mentions


def _tells_of_its_own(part: Part) -> bool:
    """Whether a part has something that tells it from others: a name, an age, a wound."""
    return bool(part.name or part.ages) or any(t.slot is Slot.WOUND for t in part.tellings)
